"""500 feeds of 150 KB from a local server, fetched, parsed and stored: tuinews beside newsboat, in one run.

    python -m tests.benchmarks.refreshing [FEEDS] [ROUNDS]

Each feed has an address of the loopback network of its own, as 500 feeds on the web have (nearly). newsboat
is run with 1, 8, 16 and 32 reload threads and its best counts. Both are whole commands, `tuinews refresh` and
`newsboat -x reload`. newsboat keeps no index of words; with tuinews all is stored when the command ends, and
indexed by whoever asks for words first, or by the interface in the background: how long that takes is told
too. The first round brings everything, the second is answered 304 throughout. Then the interface itself
refreshes everything until it is indexed, its event loop looks at the clock every 5 ms, and how late it is, is
how long it stands still.
"""

import asyncio
import multiprocessing
import random
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.synchronize import Event as Signal
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from tuinews.library import Library
from tuinews.ui.app import Tuinews

SIZE = 150_000
THREADS = (1, 8, 16, 32)
PARTS = ["ba", "ke", "li", "mo", "ru", "sen", "tal", "vor", "win", "yar"]
WORDS = [one + two + three for one in PARTS for two in PARTS for three in ("", *PARTS)]


def body(feed: int) -> bytes:
    """Return a feed of about 150 KB with 30 entries, no two alike."""
    drawn, items = random.Random(feed), []
    for number in range(30):
        text = "".join(f"&lt;p&gt;{' '.join(drawn.choices(WORDS, k=56))}.&lt;/p&gt;\n" for _ in range(10))
        items.append(
            f"<item><title>Ferry {number} of {feed}</title><link>https://f{feed}.example/{number}</link>"
            f"<guid>https://f{feed}.example/{number}</guid><pubDate>Mon, 23 Nov 2026 10:{number:02}:00 +0000"
            f"</pubDate><description>{text}</description></item>"
        )
    head = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Feed {feed}</title>'
    return f"{head}<link>https://f{feed}.example/</link><description>News</description>{''.join(items)}</channel></rss>".encode()


def serve(listening: socket.socket, feeds: int, ready: Signal) -> None:
    """Answer `/N` with feed N, and 304 to who has it."""
    answers = []
    for feed in range(feeds):
        data = body(feed)
        head = f'HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: "v{feed}"\r\n'
        answers.append(f"{head}Content-Length: {len(data)}\r\n\r\n".encode() + data)

    async def client(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                request = (await reader.readuntil(b"\r\n\r\n")).lower()
                feed = int(request.split(b" ", 2)[1][1:])
                writer.write(
                    b"HTTP/1.1 304 Not Modified\r\n\r\n" if b"if-none-match" in request else answers[feed]
                )
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def main() -> None:
        server = await asyncio.start_server(client, sock=listening)
        ready.set()
        await server.serve_forever()

    asyncio.run(main())


def timed(run: Callable[[], object]) -> float:
    """Return the seconds that `run` takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


@contextmanager
def following(urls: list[str]) -> Iterator[tuple[Path, Library]]:
    """Give a home and its library, which follows these feeds and has not asked for them yet."""
    with TemporaryDirectory() as folder, Library(Path(folder), with_samples=False) as library:
        with library.batch():
            for url in urls:
                library.follow(url)
        library.notes.make("welcomed")
        yield Path(folder), library


def tuinews(urls: list[str]) -> tuple[float, float, float]:
    """Return the seconds of the first and the second round, and of indexing; then all is found by search."""
    with following(urls) as (home, library):
        command = [sys.executable, "-m", "tuinews", "refresh", "--home", str(home)]

        def refresh() -> None:
            subprocess.run(command, check=True, capture_output=True)

        took = timed(refresh), timed(refresh), timed(lambda: library.search.catch_up())
        assert library.search.count("ferry") == library.search.count() == 30 * len(urls)
        return took


async def lateness(urls: list[str]) -> list[float]:
    """Return how late the loop of the running interface is while all is fetched and indexed, in seconds."""
    late: list[float] = []
    with following(urls) as (_, library):
        app = Tuinews(library)
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.press("R")
            loop = asyncio.get_running_loop()

            async def look() -> None:
                due = loop.time() + 0.005
                await asyncio.sleep(0.005)
                late.append(loop.time() - due)

            while any(worker.group == "refresh" and not worker.is_finished for worker in app.workers):
                await look()
            indexing = asyncio.create_task(
                asyncio.to_thread(library.search.catch_up)
            )  # as its own thread does
            while not indexing.done():
                await look()
    return late


def newsboat(urls: list[str], threads: int) -> tuple[float, float]:
    """Return the seconds of the first and the second round."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "urls").write_text("\n".join(urls) + "\n")
        (home / "config").write_text(f"reload-threads {threads}\n")
        names = {"-u": "urls", "-c": "cache.db", "-C": "config"}
        command = ["newsboat", *(str(part) for name in names.items() for part in (name[0], home / name[1]))]

        def reload() -> None:
            subprocess.run([*command, "-x", "reload"], check=True, capture_output=True)

        return timed(reload), timed(reload)


def report(name: str, rounds: list[tuple[float, float]]) -> tuple[float, float]:
    """Print and return the medians of both rounds."""
    first, second = (median(column) for column in zip(*rounds, strict=True))
    print(f"{name:26} first {first:6.2f} s   second, all 304 {second:6.2f} s", flush=True)
    return first, second


def loopback() -> socket.socket:
    """Return a socket that listens on every address of the loopback network, and on no other (Linux)."""
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_BINDTODEVICE, b"lo")
    listening.bind(("", 0))
    listening.listen(1024)
    return listening


def main(feeds: int = 500, rounds: int = 5) -> None:
    """Print both programs' times, their ratio, and the lateness of the event loop."""
    listening = loopback()
    ready = multiprocessing.Event()
    server = multiprocessing.Process(target=serve, args=(listening, feeds, ready), daemon=True)
    server.start()
    ready.wait()
    port = listening.getsockname()[1]
    urls = [f"http://127.1.{feed // 250}.{feed % 250 + 1}:{port}/{feed}" for feed in range(feeds)]
    threads = THREADS if shutil.which("newsboat") else ()
    took: list[tuple[float, float, float]] = []
    beside: dict[int, list[tuple[float, float]]] = {number: [] for number in threads}
    for _ in range(rounds):  # in turn, so that what else the machine does is the same for both
        took.append(tuinews(urls))
        for number in threads:
            beside[number].append(newsboat(urls, number))
    ours = report("tuinews", [(first, second) for first, second, _ in took])
    print(f"all of it indexed          {median(column[2] for column in took):12.2f} s later, when asked for")
    late = quantiles(asyncio.run(lateness(urls)), n=100)
    print(f"interface late by {late[49] * 1000:.1f} ms at the median, {late[94] * 1000:.1f} ms at p95")
    if threads:
        theirs = [report(f"newsboat, {number} threads", times) for number, times in beside.items()]
        first, second = (min(column) for column in zip(*theirs, strict=True))
        print(f"tuinews takes {ours[0] / first:.2f} and {ours[1] / second:.2f} times newsboat's best")
    server.terminate()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
