"""A real web server on 127.0.0.1 that answers as a test tells it to, byte for byte."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from threading import Event, Thread

Request = dict[str, str]
Answering = Callable[[Request, asyncio.StreamWriter], Awaitable[None]]


def response(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """Return a whole answer; header names are written with _ for -."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


@dataclass
class Server:
    """Answers by path: with bytes, or with a coroutine that sends them; keeps what it was asked."""

    pages: dict[str, bytes | Answering] = field(default_factory=dict)
    asked: list[Request] = field(default_factory=list)
    port: int = 0
    busiest: int = 0
    _open: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> "Server":
        ready = Event()
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._serve, args=(ready,), daemon=True)
        self._thread.start()
        assert ready.wait(5)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(5)

    def _serve(self, ready: Event) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self._main(ready))

    async def _main(self, ready: Event) -> None:
        self._stop = asyncio.Event()
        server = await asyncio.start_server(self._client, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        ready.set()
        await self._stop.wait()
        server.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()

    async def _client(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async for request in _requests(reader):
                self.asked.append(request)
                self._open += 1
                self.busiest = max(self.busiest, self._open)
                page = self.pages.get(request["path"], response(status="404 Not Found"))
                try:
                    if isinstance(page, bytes):
                        writer.write(page)
                        await writer.drain()
                    else:
                        await page(request, writer)
                        break
                finally:
                    self._open -= 1
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            writer.close()


async def _requests(reader: asyncio.StreamReader) -> AsyncIterator[Request]:
    while True:
        first = await reader.readexactly(1)
        if first == b"\x16":  # a TLS handshake; this server speaks plain HTTP
            return
        head = (first + await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        request = {"method": head[0].split(" ")[0], "path": head[0].split(" ")[1]}
        for line in head[1:]:
            name, _, value = line.partition(": ")
            if name:
                request[name.lower()] = value
        yield request
