"""Addresses are opened by the user's browser, as one argument, and only those that are meant to be."""

import stat
from pathlib import Path

import pytest

from tests.ui.conftest import main, screen_of
from tests.ui.test_main import settled
from tests.ui.world import NOW
from tuinews.library import Library
from tuinews.model import Entry, Mark, MarkKind
from tuinews.ui.app import Tuinews
from tuinews.ui.browser import open_address

WIDE = (120, 36)


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file in which a real program, set as the browser, notes its arguments, one a line."""
    notes = tmp_path / "notes"
    notes.touch()
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nfor one in "$@"; do printf "%s\\n" "$one" >> {notes}; done\n')
    browser.chmod(browser.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("BROWSER", str(browser))
    return notes


async def noted(app: Tuinews, notes: Path, lines: int) -> list[str]:
    import asyncio

    for _ in range(500):
        found = notes.read_text().splitlines()
        if len(found) >= lines:
            return found
        await asyncio.sleep(0.01)
    raise AssertionError(screen_of(app))


async def test_o_opens_the_page_and_that_is_reading_it(app: Tuinews, library: Library, told: Path) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("j", "O")
        assert await noted(app, told, 1) == ["https://courier.example/whale"]
        await settled(app, pilot)
        assert library.articles.counts().unread == 39
        await pilot.press("o")
        await noted(app, told, 2)
        await settled(app, pilot)
        assert library.articles.counts().unread == 38


async def test_links_have_numbers_and_a_list(app: Tuinews, told: Path) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("enter", "1")
        assert await noted(app, told, 1) == ["https://port.example/office"]
        await pilot.press("2")
        await settled(app, pilot)
        assert "There is no link 2 here" in screen_of(app)
        await pilot.press("L")
        await settled(app, pilot)
        assert "1  harbour office" in screen_of(app)
        assert "https://port.example/office" in screen_of(app)
        await pilot.press("enter")
        await noted(app, told, 2)
        await pilot.press("escape")
        assert main(app).reader.article is not None


async def test_a_click_on_a_link_opens_it(app: Tuinews, told: Path) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        reader = main(app).reader
        for y in range(reader.size.height):
            at = reader.render_line(y).text.find("harbour office")
            if at >= 0:
                await pilot.click(reader, offset=(at + 2, y))
                break
        assert await noted(app, told, 1) == ["https://port.example/office"]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "--version", "", "https://a b"]
)
async def test_what_is_no_address_is_not_opened(app: Tuinews, told: Path, url: str) -> None:
    async with app.run_test(size=WIDE):
        sentence = open_address(app, url)
    assert "not opened" in sentence or "no address" in sentence
    assert told.read_text() == ""


async def test_a_hostile_address_stays_one_argument(app: Tuinews, library: Library, told: Path) -> None:
    url = "https://evil.example/$(touch${IFS}x);`id`&-flag?q='\""
    feed = library.feeds.all()[0]
    entry = Entry(
        guid="evil", url="", title="Evil", text="here", marks=(Mark(MarkKind.LINK, 0, 4, url),), published=NOW
    )
    library.articles.put(feed.id, [entry], NOW)
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("enter", "1")
        assert await noted(app, told, 1) == [url]


async def test_without_a_browser_it_says_so(app: Tuinews, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BROWSER", "DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("o")
        await settled(app, pilot)
        assert "y copies the address" in screen_of(app)
        await pilot.press("y")
        assert app.clipboard == "https://courier.example/ferry"
