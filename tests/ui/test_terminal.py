"""The program in a real terminal: it starts, reads, searches, quits, and leaves the terminal as it was."""

from pathlib import Path

from tests.ui.terminal import tuinews


def test_first_launch_reads_the_samples_and_leaves_the_terminal_as_it_was(tmp_path: Path) -> None:
    with tuinews(tmp_path) as terminal:
        terminal.wait_for("These are samples")
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


def test_a_dumb_terminal_is_told_what_to_do_instead(tmp_path: Path) -> None:
    with tuinews(tmp_path, TERM="dumb") as terminal:
        assert terminal.wait_for_end() != 0
        assert "tuinews search" in terminal.screen
        assert "Traceback" not in terminal.screen
