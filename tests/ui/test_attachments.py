"""Pictures are shown and files downloaded when asked for, and not before."""

import io
import struct
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from textual.pilot import Pilot

from tests.sources.server import Server, response
from tests.ui.conftest import screen_of
from tests.ui.test_main import settled
from tests.ui.world import NOW
from tuinews.errors import TuinewsError
from tuinews.library import Library
from tuinews.model import Enclosure, Entry, FeedKind, Fetched, Mark, MarkKind
from tuinews.ui.app import Tuinews
from tuinews.ui.pictures import SIDE, read


def png(width: int = 40, height: int = 30) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (width, height), "#205030").save(data, "PNG")
    return data.getvalue()


@pytest.fixture
def server(library: Library) -> Iterator[Server]:
    with Server() as made:
        made.pages["/lamp.png"] = response(png())
        made.pages["/bad.png"] = response(b"<html>")
        made.pages["/one.mp3"] = response(b"sound")
        feed = library.feeds.add(f"{made.url}/feed", "Lamps", FeedKind.WEB)
        now = int(time.time())  # asked a moment ago, so that it is not asked again unbidden
        library.feeds.record(feed, Fetched(feed.url, title=feed.title), now, now + 3600)
        marks = (
            Mark(MarkKind.IMAGE, 0, 16, f"{made.url}/lamp.png"),
            Mark(MarkKind.IMAGE, 18, 18, f"{made.url}/bad.png"),
        )
        files = (Enclosure(f"{made.url}/one.mp3", "audio/mpeg", 5_000_000),)
        entry = Entry(
            guid="lamp", url="", title="The lamp", text="The lamp at dusk\n\nLit.", marks=marks,
            enclosures=files, published=NOW,
        )  # fmt: skip
        library.articles.put(feed.id, [entry], NOW)
        yield made


async def said(app: Tuinews, pilot: Pilot[None], words: str) -> None:
    """Wait until the words are on the screen."""
    for _ in range(200):
        await app.workers.wait_for_complete()
        await pilot.pause()
        if words in screen_of(app):
            return
    raise AssertionError(screen_of(app))


async def test_a_picture_is_fetched_when_it_is_asked_for(app: Tuinews, server: Server) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        await pilot.press("i")
        await settled(app, pilot)
        shown = screen_of(app)
        assert "The lamp at dusk" in shown
        assert "audio/mpeg, 5.0 MB" in shown
        assert not server.asked
        await pilot.press("enter")
        await said(app, pilot, "The lamp at dusk")
        await pilot.pause()
        assert [request["path"] for request in server.asked] == ["/lamp.png"]
        (widget,) = app.screen.query("#picture > *")
        assert widget.size.width > 10
        assert widget.size.height > 5


async def test_what_is_no_picture_is_told(app: Tuinews, server: Server) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        await pilot.press("i", "down", "enter")
        await said(app, pilot, "This is no picture of a kind that can be shown.")


async def test_a_file_is_downloaded_into_the_folder_for_them(
    app: Tuinews, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        await pilot.press("i", "down", "down", "enter")
        await pilot.press("escape")
        await said(app, pilot, "Downloaded:")
        assert (tmp_path / "Downloads" / "one.mp3").read_bytes() == b"sound"


async def test_an_article_without_any_says_so(app: Tuinews) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        await pilot.press("i")
        await said(app, pilot, "This article has no pictures and no files")


def test_a_picture_is_made_small() -> None:
    assert read(png(4 * SIDE, 2 * SIDE)).size == (SIDE, SIDE // 2)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    header = struct.pack(">IIBBBBB", 8_000, 8_000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(b"\0" * 1000))
    with pytest.raises(TuinewsError, match="too large to be shown"):
        read(bomb)


@pytest.mark.parametrize("data", [b"", b"GIF89a", png()[:60], b"%!PS-Adobe EPSF-3.0\n"])
def test_a_broken_picture_is_told(data: bytes) -> None:
    with pytest.raises(TuinewsError, match="picture"):
        read(data)


@pytest.mark.parametrize("value", [None, "1"])
async def test_without_colours_a_picture_has_none(
    library: Library, monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    from tuinews.ui.pictures import shown

    if value is not None:
        monkeypatch.setenv("NO_COLOR", value)
    app = Tuinews(library)
    async with app.run_test():
        kind = type(shown(app, Image.new("RGB", (2, 2))))
    assert (kind.__name__ == "UnicodeImage") == (value is not None)
