"""The terminal's own cursor is where the selection is: braille displays and magnifiers follow it."""

import shutil
from functools import partial
from pathlib import Path

import pytest

from tests.ui import world
from tests.ui.terminal import Terminal, tuinews


@pytest.fixture
def home(tmp_path: Path) -> Path:
    world.library(tmp_path).close()
    return tmp_path


def line(terminal: Terminal) -> str:
    """The line of the screen that the cursor is in, from the cursor on."""
    x, y = terminal.cursor
    return terminal.screen.splitlines()[y][x:]


def test_it_stands_at_the_row_the_quotation_the_name(home: Path) -> None:
    with tuinews(home) as terminal:
        terminal.wait_for("1 of 39")
        terminal.wait_until(lambda: "The ferry sails again" in line(terminal))
        terminal.press("jj")
        terminal.wait_for("3 of 39")
        terminal.wait_until(lambda: "[Update] Minister" in line(terminal))
        terminal.press("gl")
        terminal.wait_for("%   1 of 39")
        terminal.press("}")
        terminal.wait_for("quotation 1 of ")
        terminal.wait_until(lambda: line(terminal).startswith("“Nobody will be left on the quay,”"))
        terminal.press(")")
        terminal.wait_until(lambda: line(terminal).startswith("Ruth Okafor"))


def test_it_follows_the_rows_of_a_panel_while_the_filter_has_the_keys(home: Path) -> None:
    with tuinews(home) as terminal:
        terminal.wait_for("1 of 39")
        terminal.press("l")
        terminal.wait_for("%   1 of 39")
        terminal.press('"')
        terminal.wait_for("3 quotations")
        terminal.press("\x1b[B")
        terminal.wait_until(lambda: "▌" in line(terminal))
        terminal.press("room")
        terminal.wait_for("  1 quotation")
        terminal.wait_until(lambda: "room" in terminal.screen.splitlines()[terminal.cursor[1]])


LEAVE = ("\x1b", "1 of 41", "▌● The ferry sails again")
LISTS = (
    ("W", "4 rules", "▌ 1."),
    ("j", "4 rules", "▌ 2."),
    ("a", "mark read", "feed:wire"),
    ("\t\t", "mark read", " ▌ star"),
    ("\x1b", "4 rules", "▌ 2."),
    LEAVE,
    ("!", "2 problems", "▌ ! A Quiet Place"),
    ("j", "2 problems", "▌ ! Pilots’ Gazette"),
    LEAVE,
    ("T", "Enter keeps it", "▌ lamplight"),
    ("k", "Enter keeps it", "▌ contrast"),
    LEAVE,
    ("w", "Enter goes on", "▌   Markdown"),
    ("j", "Enter goes on", "▌   "),
    LEAVE,
    (":", "Type a command", "Type a command"),
    ("\x1b[B", "Type a command", "▌ Up"),
    LEAVE,
    ("?", "Type to find a command", "Type to find a command"),
    ("\x1b[6~", "Type to find a command", "  "),
    LEAVE,
    ("d", "Stop following", "Stop following"),
    ("n", "1 of 41", "▌● The ferry sails again"),
    ("S", "Saved searches", "▌  All articles"),
    ("G", "#harbour", "▌"),
    ("S", "1 of", "▌● The ferry sails again"),
    ("lL", "Links", "▌  1  harbour office"),
)
"""Keys, words to wait for, and where the cursor is then: its line, from it on."""


def test_it_is_at_the_row_of_every_list(furnished: Path, tmp_path: Path) -> None:
    shutil.copytree(furnished, tmp_path, dirs_exist_ok=True)
    with tuinews(tmp_path) as terminal:
        terminal.wait_for("1 of 41")
        for keys, words, beginning in LISTS:
            terminal.press(keys)
            terminal.wait_for(words)
            at_row = partial(lambda begins: line(terminal).startswith(begins), beginning)
            terminal.wait_until(at_row, told=f"{keys!r} did not lead to {beginning!r}")


def test_it_is_seen_only_when_wished(home: Path) -> None:
    with tuinews(home) as terminal:
        terminal.wait_for("1 of 39")
        assert terminal.is_cursor_hidden
        (home / "settings.toml").write_text("[look]\ncursor = true\n", encoding="utf-8")
        terminal.wait_until(lambda: not terminal.is_cursor_hidden)
    with tuinews(home) as terminal:
        terminal.wait_for("1 of 39")
        terminal.wait_until(lambda: not terminal.is_cursor_hidden)
