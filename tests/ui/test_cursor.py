"""The terminal's own cursor is where the selection is: braille displays and magnifiers follow it."""

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


def test_it_is_seen_only_when_wished(home: Path) -> None:
    with tuinews(home) as terminal:
        terminal.wait_for("1 of 39")
        assert terminal.is_cursor_hidden
        (home / "settings.toml").write_text("[look]\ncursor = true\n", encoding="utf-8")
        terminal.wait_until(lambda: not terminal.is_cursor_hidden)
    with tuinews(home) as terminal:
        terminal.wait_for("1 of 39")
        terminal.wait_until(lambda: not terminal.is_cursor_hidden)
