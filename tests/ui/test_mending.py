"""What was opened and closed leaves nothing behind: else keys answer later and later as one reads on."""

import gc

from textual._styles_cache import StylesCache
from textual.pilot import Pilot
from textual.widget import Widget

from tests.ui.test_main import WIDE, settled
from tuinews.ui.app import Tuinews


def alive() -> tuple[int, int]:
    gc.collect()
    objects = gc.get_objects()
    return (
        sum(isinstance(one, Widget) for one in objects),
        sum(isinstance(one, StylesCache) for one in objects),
    )


async def opened_and_closed(app: Tuinews, pilot: Pilot[None]) -> tuple[int, int]:
    for key in ("quotation_mark", "at", "question_mark", "ctrl+f", "slash", "S", "t"):
        await pilot.press(key)
        await settled(app, pilot)
        await pilot.press("escape")
        await settled(app, pilot)
    return alive()


async def test_what_was_opened_and_closed_is_let_go(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("enter")
        first = await opened_and_closed(app, pilot)
        for _ in range(3):
            last = await opened_and_closed(app, pilot)
        # Two or three panels of some ten may still be held by tasks that have just ended; 150 were kept.
        assert last[0] <= first[0] + 30
        assert last[1] <= first[1] + 30
