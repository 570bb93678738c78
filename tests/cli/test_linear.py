"""`--plain`: the library without a full screen, in a pipe and on a terminal."""

import os
from pathlib import Path

import pytest

from tests.ui.terminal import Terminal, tuinews
from tuinews.cli import main

STORY = "The ferry is late\n\n“We are sorry,” said Ada Brook, the harbour master.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    (made / "ferry.txt").write_text(STORY, encoding="utf-8")
    (made / "quay.md").write_text("# The quay is closed\n\nUntil *spring*.\n", encoding="utf-8")
    os.utime(made / "ferry.txt", (1_800_000_000, 1_800_000_000))
    return made


def test_in_a_pipe_everything_is_printed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--home", str(folder / "home"), "--plain", str(folder)]) == 0
    told = capsys.readouterr().out
    assert "[quotation, Ada Brook] “We are sorry,” [end of quotation]" in told
    assert "The quay is closed" in told
    assert "\x1b" not in told


def test_on_a_terminal_one_chooses_by_number(folder: Path, tmp_path: Path) -> None:
    with tuinews(tmp_path / "home", "--plain", str(folder), PAGER="", TERM="dumb") as terminal:
        answer(terminal, "1", "[end of quotation]")
        answer(terminal, "", "Until spring")
        answer(terminal, "list", "2 articles. Type a number")
        answer(terminal, "quotations", "1. Ada Brook: “We are sorry,”")
        answer(terminal, "people", "1. Ada Brook, 1 article, 1 quotation")
        answer(terminal, "1", "1 article. Type")
        answer(terminal, "search nothing-of-the-kind", "Nothing is found")
        answer(terminal, "99", "There is no number 99")
        terminal.press("q\r")
        assert terminal.wait_for_end() == 0


def answer(terminal: Terminal, words: str, told: str) -> None:
    """Type a line when one is asked for, and wait for what is told to it and for the next to be asked for."""
    asked = "\n>"
    terminal.wait_until(lambda: terminal.screen.rstrip().endswith(asked), told="no line was asked for")
    terminal.press(f"{words}\r")
    typed = f"{asked} {words}".rstrip() + "\n"
    terminal.wait_until(
        lambda: told in terminal.screen.rstrip().rpartition(typed)[2], told=f"{told!r} did not come"
    )


def test_the_pager_gets_what_is_longer_than_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "long.txt").write_text("Long\n\n" + "A line.\n\n" * 60, encoding="utf-8")
    pager = f"head -n 1 {tmp_path}/nothing -"
    with tuinews(tmp_path / "home", "--plain", str(tmp_path / "long.txt"), PAGER=pager) as terminal:
        terminal.wait_for("standard input")
        assert terminal.wait_for_end() == 0
        assert "A line." not in terminal.screen
