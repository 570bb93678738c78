"""Sources that fail are told quietly, listed with the reason, and mended."""

import re
import time
from pathlib import Path

from textual.pilot import Pilot

from tests.ui import world
from tests.ui.conftest import main, screen_of
from tests.ui.test_main import settled
from tuinews.library import Library
from tuinews.model import Analysis, Failed
from tuinews.ui.app import Tuinews
from tuinews.ui.screens.main import MainScreen

SIZE = (120, 36)


async def press(app: Tuinews, pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await settled(app, pilot)


def failing(library: Library, number: int = 1) -> None:
    """A second feed that nobody answers for."""
    now = int(time.time())
    for n in range(number):
        feed = library.feeds.add(f"http://127.0.0.1:9/{n}.rss", f"Tide {n}")
        library.feeds.record(feed, Failed(feed.url, "Nobody answers."), now, now + 3600)


async def test_a_failing_source_is_counted_and_explained(app: Tuinews, library: Library) -> None:
    failing(library, 2)
    async with app.run_test(size=SIZE) as pilot:
        await settled(app, pilot)
        assert "! 2 problems" in screen_of(app).splitlines()[0]
        await press(app, pilot, "exclamation_mark")
        shown = screen_of(app)
        assert "Tide 0" in shown
        assert "Nobody answers." in shown
        assert re.search(r"failed once, \d+ \w+ \d{4}", shown)
        assert "next try" in shown
        await press(app, pilot, "r")
        assert "failed 2 times in a row" in screen_of(app)
        await press(app, pilot, "d", "y")
        assert "1 problem" in screen_of(app)
        await press(app, pilot, "escape")
        assert app.screen is main(app)


async def test_another_address_is_tried_and_can_be_undone(app: Tuinews, library: Library) -> None:
    failing(library)
    async with app.run_test(size=SIZE) as pilot:
        await press(app, pilot, "exclamation_mark", "e", "ctrl+u", *"http://127.0.0.1:9/a.rss", "enter")
        assert [feed.url for feed in library.feeds.failing()] == ["http://127.0.0.1:9/a.rss"]
        await press(app, pilot, "e", "ctrl+u", *"http://127.0.0.1:9/courier.rss", "enter")
        assert "Another feed is read at" in screen_of(app)
        await press(app, pilot, "u")
        assert "http://127.0.0.1:9/0.rss" in [feed.url for feed in library.feeds.all()]


async def test_without_a_problem_the_screen_says_so(app: Tuinews) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await press(app, pilot, "exclamation_mark")
        assert "All sources could be read" in screen_of(app)


async def test_opened_articles_are_marked_read_as_is_wished(app: Tuinews, library: Library) -> None:
    before = library.articles.counts().unread
    async with app.run_test(size=SIZE) as pilot:
        await settled(app, pilot)
        screen = app.screen
        assert isinstance(screen, MainScreen)
        screen.mark_after = None
        await press(app, pilot, "enter", "J")
        assert library.articles.counts().unread == before
        screen.mark_after = 0.3
        await press(app, pilot, "J", "J")
        while library.articles.counts().unread == before:
            await pilot.pause(0.02)
        assert library.articles.counts().unread == before - 1


async def test_an_article_that_could_not_be_analysed_is_told_and_tried_again(
    app: Tuinews, library: Library
) -> None:
    article = library.articles.newest(1)[0]
    library.people.put_failure(article, "“The ferry sails again” could not be analysed: it ended.", 99)
    assert library.people.get(article) == Analysis()
    async with app.run_test(size=SIZE) as pilot:
        await settled(app, pilot)
        assert "! 1 problem" in screen_of(app).splitlines()[0]
        await press(app, pilot, "exclamation_mark")
        assert "could not be analysed: it ended." in screen_of(app)
        await press(app, pilot, "enter")
        shown = main(app).reader.article
        assert shown is not None
        assert shown.id == article
        await press(app, pilot, "exclamation_mark", "r")
        assert "All sources could be read" in screen_of(app)
        assert library.people.failed() == []
        made = library.people.get(article)
        assert made is not None
        assert made.quotes


async def test_settings_that_do_not_hold_are_told_with_file_and_line(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[look]\ntheme = "nosuch"\n', encoding="utf-8")
    app = Tuinews(library, settings=file, now=lambda: world.NOW)
    app.LOOK = 0.02
    async with app.run_test(size=SIZE) as pilot:
        await settled(app, pilot)
        assert "! 1 problem" in screen_of(app).splitlines()[0]
        await press(app, pilot, "exclamation_mark")
        assert "The setting look.theme" in screen_of(app)
        assert "config.toml, line 2" in screen_of(app)
        file.write_text('[look]\ntheme = "nord"\n', encoding="utf-8")
        while app.theme != "nord":
            await pilot.pause(0.02)
        await settled(app, pilot)
        assert "All sources could be read" in screen_of(app)
