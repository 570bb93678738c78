"""The first launch explains the panes in a line each, and no other does."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.ui.conftest import main, screen_of
from tests.ui.test_main import settled
from tuinews.library import Library
from tuinews.settings import Settings
from tuinews.ui.app import Tuinews

LIST, ARTICLE = "→ Enter reads, / searches", "go to the next"


async def press(app: Tuinews, pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await settled(app, pilot)


async def test_each_pane_is_explained_once_and_moves_nothing(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        app = Tuinews(library)
        async with app.run_test(size=(120, 36)) as pilot:
            await settled(app, pilot)
            before = screen_of(app).splitlines()
            assert LIST in before[-3]
            assert ARTICLE in before[-3]
            await press(app, pilot, "enter")
            assert LIST not in screen_of(app)
            assert ARTICLE in screen_of(app)
            await press(app, pilot, "right_curly_bracket")
            assert ARTICLE not in screen_of(app)
            await press(app, pilot, "escape")
            after = screen_of(app).splitlines()
            assert [line[:40] for line in after[2:-3]] == [line[:40] for line in before[2:-3]]
        again = Tuinews(library)
        async with again.run_test(size=(120, 36)) as pilot:
            await settled(again, pilot)
            assert LIST not in screen_of(again)
            assert ARTICLE not in screen_of(again)


@pytest.mark.parametrize("keys", [("j",), ("slash",), ("G",)])
async def test_the_line_of_the_list_goes_with_the_first_move(tmp_path: Path, keys: tuple[str, ...]) -> None:
    with Library(tmp_path) as library:
        app = Tuinews(library)
        async with app.run_test(size=(80, 24)) as pilot:
            await settled(app, pilot)
            assert "→ The newest first. Enter reads an article, / searches all of them" in screen_of(app)
            await press(app, pilot, *keys)
            assert "→" not in screen_of(app)


async def test_the_keys_told_are_the_users_own(tmp_path: Path) -> None:
    with Library(tmp_path) as library:
        app = Tuinews(library)
        app.obey(Settings(keys={"search": ("f6",)}))
        async with app.run_test(size=(80, 24)) as pilot:
            await settled(app, pilot)
            assert "F6 searches all of them" in screen_of(app)


async def test_what_is_opened_in_passing_explains_nothing(tmp_path: Path) -> None:
    with Library(tmp_path, is_passing=True) as library:
        app = Tuinews(library)
        async with app.run_test(size=(120, 36)) as pilot:
            await settled(app, pilot)
            assert not main(app).headlines.tip
            assert "→" not in screen_of(app)
