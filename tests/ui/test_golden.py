"""The main screens as text. `TUINEWS_GOLDEN=write` writes them anew; look at the difference."""

import os
from pathlib import Path

import pytest

from tests.ui.conftest import screen_of
from tests.ui.test_main import settled
from tuinews.ui.app import Tuinews

GOLDEN = Path(__file__).parent / "golden"
SIZES = {"120x36": (120, 36), "80x24": (80, 24), "200x60": (200, 60)}
KEYS = {
    "list": [],
    "article": ["enter"],
    "search": ["slash", *"wall -diver"],
    "quotation": ["enter", "right_curly_bracket"],
    "quotations": ["enter", "quotation_mark"],
    "people": ["enter", "at"],
    "person": ["enter", "right_parenthesis", "enter"],
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", KEYS)
async def test_the_screen_looks_as_agreed(app: Tuinews, name: str, size: str) -> None:
    async with app.run_test(size=SIZES[size]) as pilot:
        await settled(app, pilot)
        await pilot.press(*KEYS[name])
        await settled(app, pilot)
        shown = screen_of(app) + "\n"
    file = GOLDEN / f"{name}-{size}.txt"
    if os.environ.get("TUINEWS_GOLDEN") == "write":
        file.write_text(shown, encoding="utf-8")
    assert shown == file.read_text(encoding="utf-8")
