"""The server behind `tuinews serve`: textual-serve's, with a key, and a page that loads nothing from afar."""

import hmac
from pathlib import Path
from string import Template
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler
from textual_serve.server import Server

_PAGE = Template(Path(__file__).with_name("served.html").read_text(encoding="utf-8"))
_POLICY = (
    "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)


class Served(Server):
    """Starts one program a page.

    A socket of a browser is open to every page in it, whatever its origin, and this one takes keys that run
    commands: the first visit shows the key and gets a cookie, all others show the cookie, and the socket is
    for our own page only.
    """

    def __init__(self, command: str, key: str) -> None:
        super().__init__(command, title="tuinews")
        self.key = key

    async def application(self) -> web.Application:
        """Return what answers."""
        application = await self._make_app()
        application.middlewares.append(self._guard)
        return application

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing: the command tells the address."""

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        cookie = f"tuinews-{(request.url.port or 0)}"
        if "key" in request.query and self._fits(request.query["key"]):
            answer = web.Response(status=303, headers={"Location": "/"})
            answer.set_cookie(cookie, self.key, httponly=True, samesite="Strict")
            return answer
        if not self._fits(request.cookies.get(cookie, "")):
            return web.Response(
                status=403, text="Open the address that `tuinews serve` printed, key and all.\n"
            )
        origin = request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc != request.host:
            return web.Response(status=403, text="This is for its own page only.\n")
        return await handler(request)

    def _fits(self, key: str) -> bool:
        return hmac.compare_digest(key.encode(), self.key.encode())

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page, with the address of its socket."""
        scheme = "wss" if request.scheme == "https" else "ws"
        page = _PAGE.substitute(socket=f"{scheme}://{request.host}/ws")
        headers = {"Content-Security-Policy": _POLICY, "Referrer-Policy": "no-referrer"}
        return web.Response(text=page, content_type="text/html", headers=headers)
