"""What is still being stored or written is in the answers all the same."""

from collections.abc import Callable

import apsw
import pytest
from textual.pilot import Pilot

from tests.store.test_pending import fill
from tests.ui.conftest import main, screen_of
from tests.ui.test_main import WIDE, settled
from tuinews.library import Library
from tuinews.ui.app import Tuinews
from tuinews.ui.screens.finding import Finding


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait for a condition, half a minute at most."""
    for _ in range(3000):
        if holds():
            return
        await pilot.pause(0.01)
    raise AssertionError


async def test_what_waits_is_indexed_in_the_background(app: Tuinews, library: Library) -> None:
    before = library.articles.counts().all
    fill(library._store)
    with library._store.batch() as db:
        db.execute("UPDATE feeds SET due = 1 << 40")  # nobody is asked for news
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: main(app).headlines.count == before + 3)
        await settled(app, pilot)
        assert main(app).headlines.count == before + 3
    health = library.upkeep.health(thorough=True)
    assert (health.unindexed, health.problems) == (0, ())


async def test_one_is_told_why_an_answer_takes_its_time(
    app: Tuinews, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Finding, "LATE", 4)
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        fill(library._store)
        other = apsw.Connection(str(library._store._database.path))
        other.execute("BEGIN IMMEDIATE")  # so that indexing waits
        await pilot.press("slash", *"tunn")
        await until(pilot, lambda: "indexing 4 new articles…" in screen_of(app))
        other.execute("ROLLBACK")
        await until(pilot, lambda: "1 found" in screen_of(app))
        await settled(app, pilot)
    assert library.upkeep.health().unindexed == 0


async def test_a_view_waits_for_what_is_still_being_written(app: Tuinews, library: Library) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        newest = main(app).headlines.current
        other = apsw.Connection(str(library._store._database.path))
        other.execute("BEGIN IMMEDIATE")  # so that marking waits
        await pilot.press("m", "2")
        await until(pilot, lambda: not any(worker.group == "find" for worker in app.workers))
        other.execute("ROLLBACK")
        await settled(app, pilot)
        assert newest not in main(app).headlines.ids
        assert main(app).headlines.count == library.articles.counts().unread
