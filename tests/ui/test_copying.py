"""What is selected with the mouse is copied as it is written."""

import os
import re
import shlex
import stat
import subprocess
import sys
import time
from pathlib import Path
from shutil import which

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Offset
from textual.selection import Selection

from tests.ui.conftest import main, screen_of
from tests.ui.terminal import PATIENCE, Terminal
from tests.ui.test_main import settled
from tests.ui.world import NOW
from tuinews.library import Library
from tuinews.model import Entry, Mark, MarkKind
from tuinews.ui.app import Tuinews
from tuinews.ui.clipboard import sequence
from tuinews.ui.copying import copied, row_of
from tuinews.ui.layout import Layout

HEBREW = "הספינה נכנסה לנמל (Corvalette) בשעה 12:30 ביום שני, והקברניט ירד ממנה ראשון. " * 2 + "סוף"
LONG = "The ferry to Corvalette sails again on Monday, the harbour office said, and nobody will be left. " * 3


def placed(app: Tuinews, words: str) -> Offset:
    """Where words stand in the reader, as a selection counts it: characters of a line, lines."""
    reader = main(app).reader
    for number in range(reader.virtual_size.height):
        at = reader._page.draw(number, reader._left).text.find(words)
        if at >= 0:
            return Offset(at, number)
    raise AssertionError(f"{words!r} is not on screen:\n{screen_of(app)}")


async def show(app: Tuinews, library: Library, text: str, *marks: Mark) -> None:
    feed = library.feeds.all()[0]
    entry = Entry("new", "https://courier.example/new", "A title", text, marks, published=NOW)
    library.articles.put(feed.id, [entry], NOW)
    main(app).show_article(int(library.articles.newest(1)[0]))


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_lines_come_without_their_breaks(app: Tuinews, library: Library, width: int) -> None:
    text = LONG + "\n\nSecond\nThird"
    async with app.run_test(size=(width, 60)) as pilot:
        await settled(app, pilot)
        await pilot.press("enter")
        await show(app, library, text)
        end = placed(app, "Third") + Offset(5, 0)
        made = main(app).reader.get_selection(Selection(placed(app, "The ferry"), end))
        assert made is not None
        assert made[0] == text
        whole = main(app).reader.get_selection(Selection(None, None))
        assert whole is not None
        assert whole[0].rstrip().endswith(text)


@pytest.mark.parametrize("width", [60, 120])
async def test_text_written_from_the_right_is_copied_as_it_is_written(
    app: Tuinews, library: Library, width: int
) -> None:
    async with app.run_test(size=(width, 60)) as pilot:
        await settled(app, pilot)
        await pilot.press("enter")
        await show(app, library, HEBREW)
        reader = main(app).reader
        first, last = (
            len(reader._page.head.lines),
            len(reader._page.head.lines) + len(reader._page.layout.lines),
        )
        made = reader.get_selection(Selection(Offset(0, first), Offset(400, last)))
        assert made is not None
        assert made[0] == HEBREW
        at = placed(app, "Corvalette")
        word = reader.get_selection(Selection(at, at + Offset(10, 0)))
        assert word is not None
        assert word[0] == "Corvalette"


async def test_bullets_come_along_and_bars_do_not(app: Tuinews, library: Library) -> None:
    text = "one thing\nanother\nwords of somebody"
    marks = (
        Mark(MarkKind.ITEM, 0, 9, "1."),
        Mark(MarkKind.ITEM, 10, 17, "2."),
        Mark(MarkKind.BLOCKQUOTE, 18, len(text)),
    )
    async with app.run_test(size=(80, 30)) as pilot:
        await settled(app, pilot)
        await pilot.press("enter")
        await show(app, library, text, *marks)
        end = placed(app, "somebody") + Offset(8, 0)
        made = main(app).reader.get_selection(Selection(placed(app, "1. one"), end))
        assert made is not None
        assert made[0] == "1. one thing\n2. another\nwords of somebody"


@given(st.text(st.sampled_from("ab אב 12 (),\n漢🙂"), max_size=120), st.integers(8, 40))
def test_all_rows_make_the_whole_text(text: str, width: int) -> None:
    layout = Layout(text, (), width)
    layout.reach_offset(len(text) + 1)
    rows = [row_of(line, text, 3, width) for line in layout.lines]
    made = copied((row, (0, -1)) for row in rows)
    assert made == text[: len(made)]
    assert not text[len(made) :].strip()


async def test_a_clipboard_that_fails_is_told(
    app: Tuinews, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "xclip"
    program.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":77")
    async with app.run_test(size=(160, 36)) as pilot:
        await settled(app, pilot)
        await pilot.press("y")
        await settled(app, pilot)
        assert app.clipboard == "https://courier.example/ferry"
        assert "xclip ended with status 1" in screen_of(app)


@pytest.mark.skipif(which("tmux") is None, reason="tmux is not installed")
def test_within_tmux_its_buffer_has_the_text(tmp_path: Path) -> None:
    socket = str(tmp_path / "tmux")
    reader = shlex.join([sys.executable, "-m", "tuinews", "--home", str(tmp_path / "home")])
    command = ["env", "-u", "TMUX", "tmux", "-S", socket, "-f", os.devnull, "new", reader]
    try:
        with Terminal(command) as terminal:
            terminal.wait_for("1 of 21")
            terminal.press("y")
            terminal.wait_for("Copied")
            asked, shown, until = ["tmux", "-S", socket, "show-buffer"], "", time.monotonic() + PATIENCE
            while not shown and time.monotonic() < until:  # tmux is given it in a thread, and tells nobody
                shown = subprocess.run(asked, capture_output=True, text=True, check=False).stdout
                time.sleep(0.02)
            assert shown.startswith("https://")
    finally:
        subprocess.run(["tmux", "-S", socket, "kill-server"], capture_output=True, check=False)


def test_screen_hands_the_text_on_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The wall leaks. " * 300
    monkeypatch.delenv("STY", raising=False)
    whole = sequence(text)
    monkeypatch.setenv("STY", "1.tty")
    pieces = re.findall("\x1bP(.*?)\x1b\\\\", sequence(text), re.DOTALL)
    assert "".join(pieces) == whole
    assert max(map(len, pieces)) <= 768 - 8
