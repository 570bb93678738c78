"""Garbage is collected between keys, not while one is answered."""

import asyncio
import gc
import weakref

from tests.ui.test_main import WIDE, settled
from tuinews.ui.app import Tuinews
from tuinews.ui.leisure import WORTH


class Knot:
    """Something that only the collector frees."""

    def __init__(self) -> None:
        self.itself = self


async def test_garbage_is_freed_when_no_further_key_comes(app: Tuinews) -> None:
    freed = asyncio.Event()
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        gc.collect()
        weakref.finalize(Knot(), freed.set)
        held = [Knot() for _ in range(2 * WORTH)]
        assert not freed.is_set()  # Python would not have looked yet
        await pilot.press("j")
        await asyncio.wait_for(freed.wait(), timeout=20)
        assert len(held) == 2 * WORTH
