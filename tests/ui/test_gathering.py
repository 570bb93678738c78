"""What many feeds bring the first time is shown at once, and made whole in the background."""

from tests.store.test_pending import fill
from tests.ui.conftest import main
from tests.ui.test_main import WIDE, settled
from tuinews.library import Library
from tuinews.ui.app import Tuinews


async def test_what_waits_is_indexed_in_the_background(app: Tuinews, library: Library) -> None:
    before = library.articles.counts().all
    fill(library._store)
    with library._store.batch() as db:
        db.execute("UPDATE feeds SET due = 1 << 40")  # nobody is asked for news
    async with app.run_test(size=WIDE) as pilot:
        for _ in range(3000):
            if main(app).headlines.count == before + 3:
                break
            await pilot.pause(0.01)
        await settled(app, pilot)
        assert main(app).headlines.count == before + 3
    health = library.upkeep.health(thorough=True)
    assert (health.unindexed, health.problems) == (0, ())
