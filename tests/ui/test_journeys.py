"""Journeys in a real terminal, counted in keys."""

from base64 import b64decode
from pathlib import Path

from tests.ui.terminal import tuinews


def test_all_that_a_person_of_the_article_said_is_two_keys_away(tmp_path: Path) -> None:
    with tuinews(tmp_path) as terminal:
        terminal.wait_for("1 of 21")
        terminal.press(")")
        terminal.wait_for("Enter opens the page")
        terminal.press("\r")
        terminal.wait_for("1 Said")
        assert " 2 Articles " in terminal.screen
        terminal.press("\x1b")
        terminal.wait_for("1 of 21")
        terminal.press("@")
        terminal.wait_for(" people")
        terminal.press("\r")
        terminal.wait_for("1 Said")


def test_the_quotation_on_screen_is_copied_with_one_key(tmp_path: Path) -> None:
    with tuinews(tmp_path) as terminal:
        terminal.wait_for("1 of 21")
        terminal.press("Y")
        terminal.wait_for("Copied:")
        copied = terminal.raw.partition(b"\x1b]52;c;")[2].partition(b"\x07")[0]
        lines = b64decode(copied).decode().splitlines()
        assert lines[0][0] in "“‘"
        assert lines[1].startswith(
            "— Dorothea Finch, “Harbour sale falls by a single vote”, The Ardmouth Courier"
        )
        assert lines[2].startswith("https://")
