"""`tuinews serve`: the same program over a socket, for who has the key and on this machine only."""

import asyncio
from pathlib import Path

import aiohttp
import pytest

from tests.cli.serving import Shown, served
from tuinews.cli import main


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "example.org", "::"])
def test_other_machines_are_refused_unless_they_are_meant(
    host: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--home", str(tmp_path), "serve", "--host", host]) == 1
    assert "--allow-remote" in capsys.readouterr().err


async def test_the_program_is_shown_and_takes_keys(tmp_path: Path) -> None:
    async with served(tmp_path) as address, _session() as session:
        place = address.partition("/?")[0]
        async with session.get(address) as page:
            text = await page.text()
        assert page.url.query_string == ""
        assert "http://" not in text.replace(place, "")
        assert "https://" not in text
        for file in ("js/textual.js", "css/xterm.css", "fonts/RobotoMono-VariableFont_wght.ttf"):
            async with session.get(f"{place}/static/{file}") as answer:
                assert answer.status == 200
        shown = Shown()
        async with session.ws_connect(f"{place}/ws?width=120&height=36") as socket:
            await _until(socket, shown, "1 of 21")
            assert len(shown.first_headline) > 10
            await socket.send_json(["stdin", "j"])
            await _until(socket, shown, "2 of 21")
            await socket.send_json(["stdin", "\r"])
            await _until(socket, shown, "%   2 of 21")


async def test_without_the_key_or_from_another_page_nobody_gets_in(tmp_path: Path) -> None:
    async with served(tmp_path) as address, _session() as session:
        place = address.partition("/?")[0]
        for wanted in ("/", "/?key=wrong", "/ws", "/static/js/textual.js"):
            async with session.get(place + wanted) as answer:
                assert answer.status == 403
        async with session.get(address) as answer:
            assert answer.status == 200
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await session.ws_connect(f"{place}/ws", origin="http://elsewhere.example")


def _session() -> aiohttp.ClientSession:
    return aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))  # of an address, too


async def _until(socket: aiohttp.ClientWebSocketResponse, shown: Shown, words: str) -> None:
    async with asyncio.timeout(30):
        while words not in shown.text:
            message = await socket.receive()
            assert message.type is aiohttp.WSMsgType.BINARY, message
            shown.feed(message.data)
