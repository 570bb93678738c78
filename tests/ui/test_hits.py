"""While a search is in force the list shows where it is answered, and articles open there."""

import threading
from array import array
from collections.abc import Callable, Iterator

import apsw
import pytest
from textual.pilot import Pilot

from tests.test_stopping import ENDLESS
from tests.ui import world
from tests.ui.conftest import main, screen_of
from tests.ui.test_main import settled
from tuinews import regex
from tuinews.library import Library
from tuinews.model import Entry
from tuinews.ui.app import Tuinews

SIZES = [(120, 36), (80, 24)]
Told = Callable[[int], None] | None


def row(app: Tuinews, words: str) -> str:
    """The first line of the screen below the bar with these words."""
    return next(line for line in screen_of(app).splitlines()[4:] if words in line)


@pytest.mark.parametrize("size", SIZES)
async def test_a_row_shows_its_best_hit(app: Tuinews, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        lines = main(app).headlines
        before = lines.row_height
        await pilot.press("slash", *"hollow")
        await settled(app, pilot)
        assert lines.row_height == before + 1
        assert "wall was hollow." in row(app, "wall was")
        await pilot.press("escape")
        await settled(app, pilot)
        assert lines.row_height == before


async def test_hits_are_marked_in_title_and_line(app: Tuinews) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("slash", *"ferry")
        await settled(app, pilot)
        lines = main(app).headlines
        reversed_words = [
            [segment.text for segment in strip if segment.style and segment.style.reverse]
            for strip in lines.draw(0, lines.size.width, selected=False)
        ]
        assert reversed_words == [["ferry"], [], ["ferry"]]


async def test_a_quotation_is_shown_with_its_speaker(app: Tuinews, library: Library) -> None:
    for article_id in library.articles.newest(50):
        library.analysis(article_id)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"said:okafor")
        await settled(app, pilot)
        assert "Ruth Okafor: “Nobody will be left on the quay,”" in screen_of(app)


async def test_the_lines_follow_the_scrolling(app: Tuinews) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"report", "enter", "G")
        await settled(app, pilot)
        assert "Paragraph 0 of report 39." in screen_of(app)


async def test_an_article_opens_at_the_hit_and_keeps_its_place(app: Tuinews, library: Library) -> None:
    feed = library.feeds.all()[0].id
    text = "\n\n".join(f"Paragraph {number}." for number in range(200)) + "\n\nThe lamplighter came."
    entry = Entry("long", "https://courier.example/long", "Long", text, published=world.NOW - 60)
    article_id = library.articles.put(feed, [entry], world.NOW).new[0]
    for size in SIZES:
        async with app.run_test(size=size) as pilot:
            await pilot.press("slash", *"lamplighter", "enter", "enter")
            await settled(app, pilot)
            reader = main(app).reader
            assert "The lamplighter came." in screen_of(app)
            assert reader.here is not None
            assert text[reader.here.start : reader.here.end] == "lamplighter"
            await pilot.press("escape", "escape")
            await settled(app, pilot)
        stored = library.articles.get(article_id)
        assert stored is not None
        assert stored.position == 0  # nobody has read up to there
        app = Tuinews(library, now=lambda: world.NOW)


async def test_the_next_key_does_not_wait_for_a_query_under_way(
    app: Tuinews, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask, begun, ended = library.search.ids, threading.Event(), threading.Event()

    def slow_at_first(
        sought: str = "", stop: threading.Event | None = None, *, typing: bool = False, told: Told = None
    ) -> Iterator[object]:
        if sought == "f":
            begun.set()
            try:
                with library.search._database.reading(stop) as db:
                    db.set_progress_handler(None)  # one long step
                    db.execute(ENDLESS).fetchall()
            except apsw.InterruptError:
                ended.set()
                return
        yield from ask(sought, stop, typing=typing, told=told)

    monkeypatch.setattr(library.search, "ids", slow_at_first)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        await pilot.press("slash", "f")
        while not begun.is_set():
            await pilot.pause(0.01)
        await pilot.press("e")
        await settled(app, pilot)  # which waits for the first one's thread as well
        assert ended.is_set()
        assert "“fe…”" in screen_of(app)
        assert "The ferry sails again" in screen_of(app)


async def test_a_long_walk_through_the_library_ends_at_the_next_key(
    app: Tuinews, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = library.feeds.all()[0].id
    many = [
        Entry(f"n{n}", "", f"Note {n}", f"Of no use {n}.", published=world.NOW - 60 * n) for n in range(2_000)
    ]
    library.articles.put(feed, many, world.NOW)
    begun, pressed, looked_at = threading.Event(), threading.Event(), []
    compiled = regex.compiled

    class Watched:
        """An expression that stops at the first text until the next key was pressed."""

        def __init__(self, source: str) -> None:
            self._pattern = compiled(source)

        def search(self, text: str) -> object:
            looked_at.append(text)
            begun.set()
            pressed.wait()
            return self._pattern.search(text) if self._pattern else None

    monkeypatch.setattr(regex, "compiled", Watched)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        await pilot.press("slash", *"/nowhere/")
        while not begun.is_set():
            await pilot.pause(0.01)
        try:
            await pilot.press("ctrl+u", *"ferry")
        finally:
            pressed.set()
        await settled(app, pilot)
        assert "The ferry sails again" in screen_of(app)
    # In the middle of a statement: SQLite asks after an interruption between two rows.
    assert len(looked_at) < 100


async def test_who_moves_while_the_list_is_filled_stays_there(
    app: Tuinews, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask, more = library.search.ids, threading.Event()

    def by_and_by(
        sought: str = "", stop: threading.Event | None = None, *, typing: bool = False, told: Told = None
    ) -> Iterator[object]:
        every = [article_id for chunk in ask(sought, stop, typing=typing) for article_id in chunk]
        yield array("q", every[:20])
        while not more.wait(0.01) and not (stop and stop.is_set()):
            pass
        yield array("q", every[20:])

    async def filled(pilot: Pilot[None]) -> None:
        more.set()
        await settled(app, pilot)
        more.clear()

    monkeypatch.setattr(library.search, "ids", by_and_by)
    monkeypatch.setattr("tuinews.ui.screens.finding.FIRST", 20)
    async with app.run_test(size=(120, 36)) as pilot:
        lines = main(app).headlines
        assert lines.count == 20
        await pilot.press("j", "j")
        await filled(pilot)
        assert (lines.count, lines.cursor) == (len(world.ENTRIES), 2)
        for first, keys, row in (("2", "G", len(world.ENTRIES) - 1), ("1", "Gk", 18), ("2", "jG", -1)):
            await pilot.press(first)
            while lines.count != 20:
                await pilot.pause(0.01)
            await pilot.press(*keys)
            await filled(pilot)
            assert lines.count == len(world.ENTRIES)
            assert lines.cursor == row % lines.count
