"""An article is saved as a file, and no file that is there goes without a question."""

import json
from pathlib import Path

import pytest

from tests.ui.conftest import main, screen_of
from tests.ui.terminal import tuinews
from tests.ui.test_main import settled
from tuinews.ui.app import Tuinews


async def test_w_saves_the_article_and_asks_before_writing_over(
    app: Tuinews, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        await pilot.press("enter", "w", "enter")
        await settled(app, pilot)
        (file,) = tmp_path.glob("*.md")
        assert file.read_text(encoding="utf-8").startswith("# ")
        assert "Saved:" in screen_of(app)
        file.write_text("mine")
        for answer in ("n", "y"):
            assert file.read_text(encoding="utf-8") == "mine"
            await pilot.press("w")
            await pilot.press("enter")
            await settled(app, pilot)
            await pilot.pause()
            assert "Write over it?" in screen_of(app)
            await pilot.press(answer)
            await settled(app, pilot)
        assert file.read_text(encoding="utf-8").startswith("# ")


async def test_from_the_list_a_view_and_its_quotations_are_offered(
    app: Tuinews, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(app, pilot)
        await pilot.press("w")
        await pilot.pause()
        assert "All 39 articles here" in screen_of(app)
        assert "The quotations in them" in screen_of(app)
        await pilot.press(*"jjjjjjj", "enter", "enter")  # past the article's four and three of the view's
        await settled(app, pilot)
        (file,) = tmp_path.glob("*.json")
        assert len(json.loads(file.read_text(encoding="utf-8"))) == 39
        await pilot.press("w", *"jjjjjjjj", "enter", "enter")
        await settled(app, pilot)
        (file,) = tmp_path.glob("*.csv")
        assert "Ruth Okafor" in file.read_text(encoding="utf-8")
        assert "Saved:" in screen_of(app)


async def test_the_panel_and_the_page_of_a_person_save_what_they_list(
    app: Tuinews, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        await pilot.press("enter", "quotation_mark")
        await settled(app, pilot)
        await pilot.press(*"penhale", "ctrl+s")
        await settled(app, pilot)
        await pilot.press("enter", "enter")
        await settled(app, pilot)
        (file,) = tmp_path.glob("*.csv")
        assert len(file.read_text(encoding="utf-8").splitlines()) == 2
        assert "Saved:" in screen_of(app)


async def test_the_editor_gets_the_text_marked_in_words(
    app: Tuinews, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        monkeypatch.setattr(main(app), "tell", lambda sentence="", **_: told.append(sentence))
        for editor in ("", "'open", "/none; rm x"):
            monkeypatch.setenv("VISUAL", editor)
            monkeypatch.setenv("EDITOR", "")
            await pilot.press("e")
            await pilot.pause()
    assert "set $VISUAL" in told[0]
    assert "is no command" in told[1]
    assert len(told) == 3  # without a terminal nothing can be started, and that is said


def test_the_editor_runs_in_the_terminal_and_gives_it_back(tmp_path: Path) -> None:
    script = tmp_path / "an editor"
    script.write_text(
        f'#!/bin/sh\ncp "$2" {tmp_path}/given\necho "EDITING $1"\nread line\n', encoding="utf-8"
    )
    script.chmod(0o700)
    with tuinews(tmp_path / "home", VISUAL=f"'{script}' --wait") as terminal:
        terminal.wait_for("1 of 21")
        terminal.press("e")
        terminal.wait_for("EDITING --wait")
        taken = terminal.times_taken
        terminal.press("\r")
        # The old screen still stands, and until the terminal is the reader's again Ctrl+Q is its own key.
        terminal.wait_until(lambda: terminal.times_taken > taken)
        terminal.press("\x11")
        assert terminal.wait_for_end() == 0
    assert "[end of quotation]" in (tmp_path / "given").read_text(encoding="utf-8")
