"""One polite GET: conditional, bounded in time and size, redirects followed by hand.

httpcore2 gives connections, HTTP/1.1 and HTTP/2 and nothing that would have to be switched off again: no
cookies, no redirects, no unpacking of its own. It was chosen without being timed; 500 answers of 150 KB from
one machine, one run each, took 0.59 to 0.69 s with httpx2, which builds on it, 0.67 to 0.69 s with niquests,
and 0.11 to 0.18 s with aiohttp, which has no HTTP/2.
"""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from urllib.request import getproxies, proxy_bypass

import httpcore2

from tuinews import __version__
from tuinews.errors import SourceError
from tuinews.limits import DEFAULT_LIMITS, Limits
from tuinews.sources.address import credentials, origin, redirected, requestable, shown
from tuinews.sources.answer import Answer
from tuinews.sources.guard import GuardedBackend
from tuinews.sources.unpack import ACCEPTED, Body
from tuinews.text.wash import wash_line

USER_AGENT = f"tuinews/{__version__} (feed reader; +https://pypi.org/project/tuinews/)"
_ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml,"
    " application/xml;q=0.9, text/xml;q=0.8, text/html;q=0.5, */*;q=0.3"
)
_MOVED = {301, 302, 303, 307, 308}
_FOR_EVER = {301, 308}


class Client:
    """A pool of connections; `async with Client() as client`, then any number of `client.get` at once.

    `trusted` are the hosts, as in requestable addresses, that may be on this machine or in a private network.
    """

    def __init__(self, limits: Limits = DEFAULT_LIMITS, trusted: frozenset[str] = frozenset()) -> None:
        self.limits = limits
        self._guard = GuardedBackend(trusted)
        self._pools: dict[str, httpcore2.AsyncConnectionPool] = {}
        self._proxies = getproxies()

    async def __aenter__(self) -> "Client":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for pool in self._pools.values():
            await pool.aclose()

    async def get(self, url: str, headers: dict[str, str] | None = None) -> Answer:
        """Return the answer at the end of all redirects; raise SourceError with a whole sentence."""
        with self._told(url):
            async with asyncio.timeout(self.limits.seconds):
                return await self._follow(url, headers or {})

    async def save(self, url: str, body: Callable[[int], Body]) -> int:
        """Give the answer to the body made for its size (0: unknown), and return its status.

        It may take as long as it likes, if only each piece comes within the limit of seconds. Raises
        SourceError with a whole sentence.
        """
        with self._told(url):
            return (await self._follow(url, {"accept": "*/*", "accept-encoding": "identity"}, body)).status

    @contextmanager
    def _told(self, url: str) -> Iterator[None]:
        """Turn whatever goes wrong into a sentence for the user."""
        try:
            yield
        except TimeoutError:
            raise SourceError(
                f"{shown(url)} did not answer in full within {self.limits.seconds:g} seconds"
                " (the setting limits.seconds)."
            ) from None
        except SourceError as error:
            sentence = wash_line(str(error))
            raise SourceError(
                sentence if sentence.endswith(".") else f"{shown(url)} was refused: {sentence}."
            ) from None
        except httpcore2.TimeoutException:
            raise SourceError(f"{shown(url)} did not answer in time.") from None
        except (httpcore2.NetworkError, OSError) as error:
            raise SourceError(f"{shown(url)} cannot be reached ({_reason(error)}).") from None
        except (httpcore2.ProtocolError, httpcore2.ProxyError) as error:
            raise SourceError(
                f"{shown(url)} does not answer as a web server should ({_reason(error)})."
            ) from None

    async def _follow(
        self, url: str, headers: dict[str, str], body: Callable[[int], Body] | None = None
    ) -> Answer:
        here = requestable(url)
        secret, home = credentials(url), origin(here)
        for_ever = True
        for _ in range(self.limits.redirects + 1):
            sent = {**headers, "authorization": secret} if secret and origin(here) == home else headers
            answer = await self._one(here, sent, body)
            location = answer.headers.get("location")
            if answer.status not in _MOVED or not location:
                moved = here if for_ever and here != requestable(url) else ""
                return Answer(answer.status, here, answer.headers, answer.body, moved)
            for_ever = for_ever and answer.status in _FOR_EVER
            here = redirected(here, location)
        raise SourceError(
            f"it redirects more than {self.limits.redirects} times (the setting limits.redirects)"
        )

    async def _one(self, url: str, headers: dict[str, str], into: Callable[[int], Body] | None) -> Answer:
        """Make one request and read its answer within the limit of size."""
        sent = {"host": _host(url), "user-agent": USER_AGENT, "accept": _ACCEPT, "accept-encoding": ACCEPTED}
        pairs = list((sent | headers).items())
        timeouts = dict.fromkeys(("connect", "read", "write"), self.limits.seconds)
        async with self._pool(url).stream(
            "GET", url, headers=pairs, extensions={"timeout": timeouts}
        ) as response:
            answered = {
                name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers
            }
            packed, size = answered.get("content-encoding", ""), answered.get("content-length", "")
            if into is None:
                body = Body(packed, self.limits.answer_bytes)
            elif packed in {"", "identity"}:
                body = into(int(size[:18]) if size.isascii() and size.isdigit() else 0)
            else:
                raise SourceError(f"it is packed ({packed[:40]}), which was not asked for")
            if response.status == 200:
                async for piece in response.aiter_stream():
                    body.add(piece)
            return Answer(response.status, url, answered, body.done())

    def _pool(self, url: str) -> httpcore2.AsyncConnectionPool:
        """Return the pool for the proxy that the environment names for `url`, or the direct one."""
        scheme, host, _ = origin(url)
        proxy = self._proxies.get(scheme) or self._proxies.get("all") or ""
        if proxy and proxy_bypass(host):  # reads the whole environment each time
            proxy = ""
        if proxy not in self._pools:
            self._pools[proxy] = httpcore2.AsyncConnectionPool(
                http2=True,
                max_connections=2 * self.limits.at_once,
                # Each is asked at each request whether it is there still: 8 of them cost a sixth of it.
                max_keepalive_connections=2,
                keepalive_expiry=10,
                # A proxy is the user's own choice, wherever it is, and looks names up by itself.
                network_backend=None if proxy else self._guard,
                proxy=httpcore2.Proxy(proxy if "://" in proxy else f"http://{proxy}") if proxy else None,
            )
        return self._pools[proxy]


def _host(url: str) -> str:
    return url.split("/", 3)[2]


def _reason(error: BaseException) -> str:
    """Return what went wrong in the system's words, without the addresses that libraries add."""
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return shown(text).rstrip(".")
