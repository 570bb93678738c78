"""The search bar completes what is typed, and brings earlier searches back."""

from textual.pilot import Pilot
from textual.widgets import Input

from tests.ui.conftest import main, screen_of
from tests.ui.test_main import settled
from tuinews.library import Library
from tuinews.ui.app import Tuinews

SIZE = (120, 36)


async def press(app: Tuinews, pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await settled(app, pilot)


def typed(app: Tuinews) -> str:
    return app.screen.query_one(Input).value


async def test_operators_and_their_values_are_completed(app: Tuinews, library: Library) -> None:
    library.tags.give(library.articles.newest(1), "Sea Affairs")
    library.tags.give(library.articles.newest(2), "Seals")
    async with app.run_test(size=SIZE) as pilot:
        await press(app, pilot, "slash", *"ta")
        assert "Tab tag:" in screen_of(app)
        await press(app, pilot, "tab", *"se")
        assert 'Tab Seals  "Sea Affairs"' in screen_of(app)
        await press(app, pilot, "right")
        assert typed(app) == "tag:Seals"
        assert main(app).headlines.count == 2
        await press(app, pilot, "tab")
        assert typed(app) == 'tag:"Sea Affairs"'
        assert main(app).headlines.count == 1


async def test_earlier_searches_come_back_after_a_restart(library: Library) -> None:
    app = Tuinews(library)
    async with app.run_test(size=SIZE) as pilot:
        for words in ("ferry", "wall", "wall is:unread"):
            await pilot.press("slash")
            await pilot.press("ctrl+u", *("space" if letter == " " else letter for letter in words), "enter")
            await settled(app, pilot)
    again = Tuinews(library)
    async with again.run_test(size=SIZE) as pilot:
        await press(again, pilot, "slash", *"wall", "up")
        assert typed(again) == "wall is:unread"
        await press(again, pilot, "down")
        assert typed(again) == "wall"
        await press(again, pilot, "escape", "slash", "up", "up", "up")
        assert typed(again) == "ferry"
        await press(again, pilot, "down", "down", "down", "down")
        assert again.focused is main(again).headlines


async def test_a_kept_search_stands_in_the_top_line_until_it_is_left(app: Tuinews) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(app, pilot)
        await pilot.press("slash", *"ferry", "enter")
        await settled(app, pilot)
        assert screen_of(app).splitlines()[0].endswith(" /ferry")
        await pilot.press("s")  # whatever else is told in the status line
        await settled(app, pilot)
        assert screen_of(app).splitlines()[0].endswith(" /ferry")
        await pilot.press("slash")
        await settled(app, pilot)
        assert "/ferry" not in screen_of(app).splitlines()[0]
        await pilot.press("escape")
        await settled(app, pilot)
        assert "/ferry" not in screen_of(app)
