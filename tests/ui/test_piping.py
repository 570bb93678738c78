"""An article goes to a command of the user's own, and what that writes is shown."""

import os
from pathlib import Path

import pytest

from tests.ui.conftest import main, screen_of
from tests.ui.test_main import settled
from tuinews.ui.app import Tuinews

WIDE = (120, 36)


async def _typed(app: Tuinews, command: str) -> str:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("vertical_line")
        await settled(app, pilot)
        for sign in command:
            await pilot.press("space" if sign == " " else sign)
        await pilot.press("enter")
        for _ in range(100):
            await settled(app, pilot)
            if "Running" not in screen_of(app):
                break
        await pilot.pause()
        shown = screen_of(app)
        await pilot.press("escape")
        await settled(app, pilot)
        assert "The ferry sails again" in screen_of(app)
    return shown


async def test_the_text_is_given_and_the_answer_shown(app: Tuinews) -> None:
    shown = await _typed(app, "head -n 1 | rev")
    assert "niaga slias yrref ehT" in shown
    assert "is done" in shown


async def test_a_command_that_fails_is_told_with_its_status(app: Tuinews) -> None:
    assert "ended with status 3" in await _typed(app, "cat >&2; exit 3")


async def test_sequences_for_terminals_do_nothing(app: Tuinews) -> None:
    shown = await _typed(app, r"printf 'a\033]0;owned\007b[red]c'")
    assert "a]0;ownedb[red]c" in shown


async def test_leaving_does_not_wait_for_a_command(app: Tuinews, tmp_path: Path) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        main(app)._pipe(main(app).reader.article, f"echo $$ > {tmp_path}/pid; sleep 50")  # type: ignore[arg-type]
        while not (tmp_path / "pid").exists() or not (tmp_path / "pid").read_text().strip():
            await pilot.pause(0.01)
    pid = int((tmp_path / "pid").read_text())
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
