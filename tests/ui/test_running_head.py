"""What is read is told at the top while the article's own title is out of sight, and takes no line."""

import pytest

from tests.ui.conftest import main, screen_of
from tests.ui.test_main import settled
from tuinews.ui.app import Tuinews


@pytest.mark.parametrize("size", [(60, 24), (80, 24), (120, 36), (200, 60)])
async def test_the_title_stays_in_sight(app: Tuinews, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        await pilot.press("j", "j", "j", "enter")
        await settled(app, pilot)
        assert "Starred" in screen_of(app).splitlines()[0]
        height = main(app).reader.size.height
        await pilot.press("pagedown")
        await settled(app, pilot)
        top = screen_of(app).splitlines()[0]
        assert "The council meets for" in top
        assert "19 November 2026 · 2 min read" in top
        assert size[0] < 80 or "Ardmouth Courier · 19 November" in top
        assert main(app).reader.size.height == height
        await pilot.press("g")
        await settled(app, pilot)
        assert "Starred" in screen_of(app).splitlines()[0]
        assert "The council" not in screen_of(app).splitlines()[0]
        await pilot.press("pagedown", "escape")
        await settled(app, pilot)
        assert "Starred" in screen_of(app).splitlines()[0]
