"""The program in a real terminal: it starts, reads, searches, quits, and leaves the terminal as it was."""

import re
import sys
from pathlib import Path

import pytest

from tests.ui.terminal import Terminal, tuinews


def test_first_launch_reads_the_samples_and_leaves_the_terminal_as_it_was(tmp_path: Path) -> None:
    with tuinews(tmp_path) as terminal:
        terminal.wait_for("Samples: press a")
        terminal.wait_for("1 of 21")
        second = terminal.screen.splitlines()[3].partition("●")[2].partition("▕")[0].strip(" …")
        assert len(second) > 10
        terminal.press("j")  # from first launch to reading the second article: one key
        terminal.wait_for("2 of 21")
        terminal.wait_for("▕   " + second[:20])
        terminal.press("/okafor")
        terminal.wait_for("found · “okafor…”")
        terminal.press("\x1b")
        terminal.wait_for("2 of 21")
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0
        assert b"\x1b[?1049h" in terminal.raw
        assert terminal.raw.rstrip().rfind(b"\x1b[?1049l") > terminal.raw.rfind(b"\x1b[?1049h")
        assert b"\x1b[?25h" in terminal.raw[terminal.raw.rfind(b"\x1b[?1049h") :]


def test_a_search_typed_in_one_go_loses_no_letter(tmp_path: Path) -> None:
    for attempt in range(6):
        with tuinews(tmp_path / str(attempt)) as terminal:
            terminal.wait_for("1 of 21")
            terminal.press("/")
            terminal.press("okafor a/b")
            terminal.wait_for(" okafor a/b\n")


def test_a_hostile_title_moves_nothing(tmp_path: Path) -> None:
    article = tmp_path / "hostile.txt"
    article.write_text(
        "\x1b]0;owned\x07\x1b[2J[red]Title[/red] \u202egnol\n\nThe text stands.\n", encoding="utf-8"
    )
    with tuinews(tmp_path / "home", str(article), width=80, height=24) as terminal:
        terminal.wait_for("The text stands.")
        assert "[red]Title[/red]" in terminal.screen
        assert b"owned\x07" not in terminal.raw
        assert "\u202e".encode() not in terminal.raw
        terminal.press("qq")
        assert terminal.wait_for_end() == 0


def test_a_reader_ends_when_its_terminal_does(tmp_path: Path) -> None:
    # As after `nohup`: what hangs up does not end it by itself.
    command = ["sh", "-c", f"trap '' HUP; exec {sys.executable} -m tuinews --home {tmp_path}"]
    with Terminal(command) as terminal:
        terminal.wait_for("1 of 21")
        terminal.press("j")
        terminal.wait_for("2 of 21")
        terminal.hang_up()
        assert terminal.wait_for_end() == 0
    with tuinews(tmp_path) as terminal:
        terminal.wait_for("of 21")


def test_keys_come_from_the_terminal_where_standard_input_is_none(tmp_path: Path) -> None:
    command = ["sh", "-c", f"exec {sys.executable} -m tuinews --home {tmp_path} </dev/null"]
    with Terminal(command) as terminal:
        terminal.wait_for("1 of 21")
        terminal.press("j")
        terminal.wait_for("2 of 21")
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0


def test_a_byte_that_is_no_character_does_not_end_the_reader(tmp_path: Path) -> None:
    with tuinews(tmp_path) as terminal:
        terminal.wait_for("1 of 21")
        terminal.press_bytes(b"\xff")
        terminal.press("j")
        terminal.wait_for("2 of 21")


def test_a_key_that_comes_in_two_pieces_is_one(tmp_path: Path) -> None:
    with tuinews(tmp_path, ESCDELAY="5000") as terminal:
        terminal.wait_for("1 of 21")
        terminal.press("\x1b[")
        terminal.press("B")
        terminal.wait_for("2 of 21")


def test_a_dumb_terminal_is_told_what_to_do_instead(tmp_path: Path) -> None:
    with tuinews(tmp_path, TERM="dumb") as terminal:
        assert terminal.wait_for_end() != 0
        assert "tuinews search" in terminal.screen
        assert "Traceback" not in terminal.screen


def test_standard_error_in_a_file_does_not_take_the_screen_along(tmp_path: Path) -> None:
    log = tmp_path / "log"
    command = ["sh", "-c", f"exec {sys.executable} -m tuinews --home {tmp_path}/home 2>{log}"]
    with Terminal(command) as terminal:
        terminal.wait_for("Samples: press a")
        terminal.press("q")
        assert terminal.wait_for_end() == 0
    assert log.read_bytes() == b""


BAD: dict[str, tuple[bytes | None, str]] = {
    "missing.txt": (None, "There is no file or folder"),
    "folder": (None, "There are no articles in"),
    "binary.txt": (bytes(range(256)) * 40, "is not a text"),
    "empty.txt": (b"", "is empty"),
    "large.txt": (b"The sea was calm that day." * 2_000_000, "is too large: 50 MB, where 16 MB"),
    "page.rss": (b"<!doctype html><title>A page</title><p>Just a page.", "is a web page, not a feed"),
    "drawing.xml": (b"<svg xmlns='x'><g/></svg>", "there is no feed in it"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_gets_one_sentence(tmp_path: Path, name: str) -> None:
    content, sentence = BAD[name]
    if content is not None:
        (tmp_path / name).write_bytes(content)
    elif "." not in name:
        (tmp_path / name).mkdir()
    with tuinews(tmp_path / "home", str(tmp_path / name), width=300, height=5) as terminal:
        assert terminal.wait_for_end() == 1
        assert sentence in terminal.screen
        assert name in terminal.screen
        assert len(terminal.screen.strip().splitlines()) == 1


def test_an_unknown_option_is_one_line(tmp_path: Path) -> None:
    with tuinews(tmp_path, "--nonsense") as terminal:
        assert terminal.wait_for_end() == 2
        assert terminal.screen.strip().splitlines() == [
            "tuinews: unrecognized arguments: --nonsense; `tuinews --help` shows how it is used."
        ]


def test_what_is_left_of_a_broken_feed_is_read_without_following(tmp_path: Path) -> None:
    feed = tmp_path / "broken.xml"
    feed.write_text(
        "<rss version='2.0'><channel><title>Broken</title><item><title>One [b]</title><descr",
        encoding="utf-8",
    )
    with tuinews(tmp_path / "home", str(feed)) as terminal:
        terminal.wait_for("One [b]")
        terminal.wait_for("Opened without following")
        terminal.press("a")
        terminal.wait_for("`tuinews add` follows for good")
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0


def test_a_tiny_terminal_shows_the_list_and_reads(tmp_path: Path) -> None:
    with tuinews(tmp_path, width=20, height=5) as terminal:
        terminal.wait_for("● Harbour sale")
        terminal.press("\r")
        terminal.wait_for("by a single vote")
        terminal.press("qq")
        assert terminal.wait_for_end() == 0


def test_a_terminal_of_16_colours_is_asked_for_no_other(tmp_path: Path) -> None:
    with tuinews(tmp_path, TERM="linux", COLORTERM="") as terminal:
        terminal.wait_for("1 of 21")
        terminal.press("l")
        terminal.wait_for("next quotation")
        colours = set(re.findall(rb"\x1b\[([0-9;]+)m", terminal.raw))
        assert not [code for code in colours if b"8;2;" in code or b"8;5;" in code]
        assert any(b"32" in code.split(b";") for code in colours)  # green: a quotation
        assert not [code for code in colours if {b"40", b"47"} & set(code.split(b";"))]  # on its own ground
        terminal.press("?")
        terminal.wait_for("In the article")
        assert "Harbour sale" in terminal.screen  # below it
