"""The tree of sources: what it shows, what choosing in it does, and how it is put in order."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.ui.conftest import main, screen_of
from tests.ui.test_main import settled
from tuinews.library import Library
from tuinews.model import Entry, Fetched
from tuinews.ui.app import Tuinews
from tuinews.ui.sources import Row

WIDE, NARROW = (130, 36), (80, 24)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Three feeds, two of them with nearly the same title, two in a folder."""
    made = Library(tmp_path / "home", with_samples=False)
    feeds = (("Courier", "World"), ("Courier Sport", "World"), ("The Tide", ""))
    for number, (title, folder) in enumerate(feeds):
        feed = made.feeds.add(f"https://news.example/{number}", title, folder=folder)
        now = int(time.time())  # asked a moment ago, so that it is not asked again unbidden
        made.feeds.record(feed, Fetched(feed.url, title=title), now, now + 3600)
        told = [
            Entry(
                f"{number}-{n}", f"https://news.example/{number}/{n}", f"{title} story {n}", _text(title, n)
            )
            for n in range(3)
        ]
        made.articles.put(feed.id, told, 1_790_000_000 + number)
    yield made
    made.close()


def _text(title: str, number: int) -> str:
    return f"Report {number} of {title}: " + " ".join(f"{title[-5:]}{number}word{at}" for at in range(40))


@pytest.fixture
def app(library: Library) -> Tuinews:
    return Tuinews(library, now=lambda: 1_790_100_000.0)


def titles(app: Tuinews) -> set[str]:
    lines = main(app).headlines
    return {headline.title for at in range(lines.count) if (headline := lines.headline(at)) is not None}


def rows(app: Tuinews) -> list[Row]:
    shelf = main(app).shelf
    assert shelf is not None
    return shelf.rows


async def press(app: Tuinews, pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await settled(app, pilot)


async def test_a_feed_is_shown_alone_whatever_others_are_called(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(app, pilot, "S")
        assert "▾ World" in screen_of(app)
        await press(app, pilot, "j", "j", "j")
        assert titles(app) == {"Courier story 0", "Courier story 1", "Courier story 2"}
        await press(app, pilot, "enter", "j", "enter")
        assert main(app).reading
        await press(app, pilot, "escape", "S")
        assert main(app).keys.where == "sources"
        await press(app, pilot, "S")
        assert "▾ World" not in screen_of(app)


async def test_a_folder_shows_its_feeds_and_can_be_folded(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(app, pilot, "S", "j", "j")
        assert len(titles(app)) == 6
        await press(app, pilot, "space")
        assert "▸ World" in screen_of(app)
        assert "Courier Sport" not in [row.source.title for row in rows(app)]


async def test_unread_numbers_follow_the_reading(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(app, pilot, "S", "G", "enter", "enter", "J", "escape")
        tide = next(row for row in rows(app) if row.source.title == "The Tide")
        assert tide.unread == 1


async def test_names_and_folders_are_changed_and_changed_back(app: Tuinews, library: Library) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(app, pilot, "S", "G", "e")
        await press(app, pilot, *["backspace"] * 8, *"Ebb", "enter")
        assert [feed.title for feed in library.feeds.all() if not feed.folder] == ["Ebb"]
        await press(app, pilot, "M", *"Sea", "enter")
        assert {feed.folder for feed in library.feeds.all()} == {"World", "Sea"}
        await press(app, pilot, "u", "u")
        assert [feed.title for feed in library.feeds.all() if not feed.folder] == ["The Tide"]


async def test_a_search_is_kept_and_fills_itself(app: Tuinews, library: Library) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await press(app, pilot, "F")
        assert "Search for something" in main(app).status.said
        await press(app, pilot, "slash", *"sport", "enter", "F")
        await press(app, pilot, *["backspace"] * 5, *"Games", "enter")
        assert [(saved.name, saved.sought) for saved in library.saved.all()] == [("Games", "sport")]
        await press(app, pilot, "escape", "S", "j", "j")
        assert titles(app) == {"Courier Sport story 0", "Courier Sport story 1", "Courier Sport story 2"}
        await press(app, pilot, "S", "F")
        assert main(app).keys.where == "sources"
        assert "Enter shows a saved search" in main(app).status.said
        await press(app, pilot, "e", *"Plays", "enter")
        assert [saved.name for saved in library.saved.all()] == ["Plays"]
        await press(app, pilot, "u")
        assert [saved.name for saved in library.saved.all()] == ["Games"]
        await press(app, pilot, "F", "d")
        assert library.saved.all() == []
        assert len(titles(app)) == 9
        await press(app, pilot, "u")
        assert [saved.name for saved in library.saved.all()] == ["Games"]


async def test_a_saved_search_never_takes_the_place_of_another(app: Tuinews, library: Library) -> None:
    library.saved.put("Games", "sport")
    library.saved.put("Tides", "tide")
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await press(app, pilot, "F", "e", *"Tides", "enter")
        assert main(app).status.said == "There is a saved search “Tides” already"
        assert [(one.name, one.sought) for one in library.saved.all()] == [
            ("Games", "sport"),
            ("Tides", "tide"),
        ]


async def test_a_narrow_screen_shows_the_tree_alone(app: Tuinews) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await press(app, pilot, "S", "G")
        assert "story" not in screen_of(app)
        await press(app, pilot, "enter")
        assert "The Tide story 2" in screen_of(app)
        assert "Feeds" not in screen_of(app)


@pytest.mark.parametrize(("size", "last"), [(WIDE, "SourceTree"), (NARROW, "Reader")])
async def test_tab_goes_round_the_panes(app: Tuinews, size: tuple[int, int], last: str) -> None:
    async with app.run_test(size=size) as pilot:
        been = []
        for key in ("S", "tab", "tab", "shift+tab", "shift+tab"):
            await press(app, pilot, key)
            assert app.focused is not None
            assert app.focused.display
            been.append(type(app.focused).__name__)
        # On a narrow screen the tree is seen alone, and is gone once it is left.
        assert been == ["SourceTree", "Headlines", "Reader", "Headlines", last]
