"""Undo takes back everything that changed the state, whatever key did it."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.ui import world
from tests.ui.conftest import main, screen_of
from tests.ui.test_main import settled
from tuinews.library import Library
from tuinews.model import Deeds
from tuinews.ui.app import Tuinews

WIDE = (130, 36)
CLEAR = ["backspace"] * 40


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with world.library(tmp_path) as made:
        made.saved.put("Council", "council")
        made.saved.put("Walls", "wall")
        made.rules.add("ferry", Deeds(star=True))
        made.rules.add("whale", Deeds(tag="sea"))
        yield made


def state(library: Library) -> dict[str, object]:
    """All that the keys of the interface change in a library."""
    ids = [article_id for chunk in library.search.ids("is:hidden OR -is:hidden") for article_id in chunk]
    return {
        "articles": [(row.id, row.read, row.starred) for row in library.articles.headlines(ids)],
        "hidden": [article_id for chunk in library.search.ids("is:hidden") for article_id in chunk],
        "tags": [(tag.name, tag.articles) for tag in library.tags.all()],
        "texts": [article.text for at in ids if (article := library.articles.get(at))],
        "people": sorted((row.name, row.articles, row.quotes) for row in library.who.everybody()),
        "corrections": [correction[1:] for correction in library.corrections.all()],
        "feeds": [(feed.url, feed.title, feed.folder, feed.full, feed.every) for feed in library.feeds.all()],
        "saved": sorted((saved.name, saved.sought) for saved in library.saved.all()),
        "rules": [(rule.id, rule.sought, rule.deeds, rule.active) for rule in library.rules.all()],
    }


class Change(NamedTuple):
    """Keys that lead somewhere, those that change something there, and those that undo it."""

    name: str
    keys: list[str]
    there: tuple[str, ...] = ()
    undo: tuple[str, ...] = ("u",)


CHANGES = (
    Change("reads an article", ["enter"]),
    Change("marks it read", ["m"]),
    Change("stars it", ["s"]),
    Change("tags it", ["t", *"harbour", "enter"]),
    Change("reads all", ["A"]),
    Change("removes the source", ["d", "y"]),
    Change("renames a feed", ["e", *CLEAR, *"Tide", "enter"], ("S", "G")),
    Change("moves a feed", ["M", *"Sea", "enter"], ("S", "G")),
    Change("removes a feed in the tree", ["d", "y"], ("S", "G")),
    Change("fetches a feed whole", ["x"], ("S", "G")),
    Change("looks at a feed in its own time", ["i", *"90", "enter"], ("S", "G")),
    Change("renames a saved search", ["e", *CLEAR, *"Town", "enter"], ("F",)),
    Change("removes a saved search", ["d"], ("F",)),
    Change("saves a search", ["F", *CLEAR, *"Boats", "enter"], ("slash", *"ferry", "enter")),
    Change("saves over another", ["F", *CLEAR, *"Walls", "enter"], ("slash", *"ferry", "enter")),
    Change("makes a rule", ["a", *"mole", "tab", "space", "ctrl+s"], ("W",)),
    Change("rests a rule", ["space"], ("W",)),
    Change("orders rules", ["J"], ("W",)),
    Change("removes a rule", ["d"], ("W",)),
    Change("applies a rule", ["x"], ("W",)),
    Change("denies a person", ["x"], ("enter", "right_parenthesis", "enter")),
    Change("follows a person", ["f"], ("enter", "right_parenthesis", "enter")),
)


@pytest.mark.parametrize("change", CHANGES, ids=[change.name for change in CHANGES])
async def test_undo_takes_it_back(app: Tuinews, library: Library, change: Change) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pressed(app, pilot, *change.there)
        before = state(library)
        await pressed(app, pilot, *change.keys)
        changed = state(library)
        assert changed != before, screen_of(app)
        await pressed(app, pilot, *change.undo)
        assert state(library) == before, screen_of(app)


async def pressed(app: Tuinews, pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each when the one before has been answered, but letters of a word in one go."""
    word: list[str] = []
    for key in keys:
        if isinstance(app.screen.focused, Input) and (len(key) == 1 or key == "backspace"):
            word.append(key)
            continue
        await pilot.press(*word)
        word.clear()
        await pilot.press(key)
        await settled(app, pilot)
    await pilot.press(*word)
    await settled(app, pilot)


async def test_changes_are_undone_in_their_order_across_views(app: Tuinews, library: Library) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        states = [state(library)]
        for keys in (["s"], ["enter"], ["escape", "A"], ["3", "d", "y"]):
            await pressed(app, pilot, *keys)
            states.append(state(library))
        for before in states[-2::-1]:
            await pressed(app, pilot, "u")
            assert state(library) == before, screen_of(app)
        await pressed(app, pilot, "u")
        assert "Nothing to undo" in main(app).status.said


async def test_what_was_added_is_removed_again(app: Tuinews, library: Library, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("The note\n\nBring rope.\n", encoding="utf-8")
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        before = state(library)
        await pressed(app, pilot, "a", "backspace")
        app.screen.query_one(Input).value = str(note)
        await pressed(app, pilot, "enter")
        assert "Bring rope" in screen_of(app)
        await pressed(app, pilot, "u")
        assert state(library) == before
        assert "Bring rope" not in screen_of(app)
        assert "No longer following" in main(app).status.said
