"""Tags are given and taken with one key, seen where one reads, and found."""

from tests.ui.conftest import main, screen_of
from tests.ui.test_main import settled
from tuinews.library import Library
from tuinews.ui.app import Tuinews

SIZE = (120, 36)


async def test_a_tag_is_given_seen_found_and_taken_back(app: Tuinews, library: Library) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settled(app, pilot)
        await pilot.press("t", *"Sea Affairs", "enter")
        await settled(app, pilot)
        assert "· #Sea Affairs" in screen_of(app)
        await pilot.press("slash", *"tag:sea", "enter")
        await settled(app, pilot)
        assert main(app).headlines.count == 1
        await pilot.press("u")
        await settled(app, pilot)
        assert library.tags.all() == []
        assert "· #Sea Affairs" not in screen_of(app)


async def test_a_tag_there_is_completes_and_is_taken_when_given_again(app: Tuinews, library: Library) -> None:
    library.tags.give(library.articles.newest(2), "Harbour")
    async with app.run_test(size=SIZE) as pilot:
        await settled(app, pilot)
        await pilot.press("t", "h", "a")
        await settled(app, pilot)
        await pilot.press("tab", "enter")
        await settled(app, pilot)
        assert [(tag.name, tag.articles) for tag in library.tags.all()] == [("Harbour", 1)]
        await pilot.press("u")
        await settled(app, pilot)
        assert [(tag.name, tag.articles) for tag in library.tags.all()] == [("Harbour", 2)]
