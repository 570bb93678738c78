"""`tuinews serve` in headless Chromium: `pytest -m browser`, where one is installed (.ci/run does both)."""

import asyncio
import json
from base64 import b64decode
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from shutil import which
from typing import Any

import aiohttp
import pytest

from tests.cli.serving import Shown, served

OPTIONS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--remote-debugging-port=0", "--window-size=1300,800", "about:blank",
]  # fmt: skip


class Page:
    """A page, driven over the DevTools protocol; `shown` is drawn by the frames that its socket received."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket, self._number = socket, 0
        self.shown = Shown(200, 60)
        self.asked: set[str] = set()

    async def call(self, method: str, **parameters: object) -> dict[str, Any]:
        self._number += 1
        number = self._number
        await self._socket.send_json({"id": number, "method": method, "params": parameters})
        while (event := await self._event()).get("id") != number:
            pass
        assert "error" not in event, event
        return dict(event["result"])

    async def _event(self) -> dict[str, Any]:
        event = json.loads(await asyncio.wait_for(self._socket.receive_str(), 30))
        what, told = event.get("method"), event.get("params", {})
        if what == "Network.requestWillBeSent":
            self.asked.add(told["request"]["url"])
        elif what == "Network.webSocketFrameReceived" and told["response"]["opcode"] == 2:
            self.shown.feed(b64decode(told["response"]["payloadData"]))
        return dict(event)

    async def wait_for(self, words: str) -> None:
        async with asyncio.timeout(30):
            while words not in self.shown.text:
                await self._event()

    async def press(self, key: str, text: str) -> None:
        code = {"Enter": 13}.get(key, ord(key[0].upper()))
        pressed = {"key": key, "windowsVirtualKeyCode": code}
        await self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **pressed)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **pressed)


@asynccontextmanager
async def page(folder: Path) -> AsyncIterator[Page]:
    program = which("chromium") or which("chromium-browser") or which("google-chrome")
    assert program is not None, "there is no Chromium here"
    child = await asyncio.create_subprocess_exec(
        *(program, f"--user-data-dir={folder}", *OPTIONS),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    assert child.stderr is not None
    try:
        async with asyncio.timeout(30):
            while not (line := (await child.stderr.readline()).decode()).startswith("DevTools listening on "):
                assert line, "Chromium did not start"
        port = line.partition("127.0.0.1:")[2].partition("/")[0]
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://127.0.0.1:{port}/json") as answer:
                (tab, *_) = [one for one in await answer.json() if one["type"] == "page"]
            async with session.ws_connect(tab["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                yield Page(socket)
    finally:
        child.terminate()
        await child.communicate()


@pytest.mark.browser
async def test_the_reader_reads_in_a_browser(tmp_path: Path) -> None:
    async with served(tmp_path / "home") as address, page(tmp_path / "profile") as tab:
        await tab.call("Network.enable")
        await tab.call("Emulation.setFocusEmulationEnabled", enabled=True)
        await tab.call("Page.navigate", url=address)
        await tab.wait_for("1 of 21")
        assert len(tab.shown.first_headline) > 10
        await tab.press("j", "j")
        await tab.wait_for("2 of 21")
        await tab.press("Enter", "\r")
        await tab.wait_for("%   2 of 21")
        await tab.press("}", "}")
        await tab.wait_for("quotation 1 of")
        assert any(tab.shown.is_italic(sign) for sign in "“„«「")
        assert (await tab.call("Page.captureScreenshot"))["data"]
        place = address.partition("/?")[0]
        assert all(url.startswith((place, "data:", "about:")) for url in tab.asked), tab.asked
