"""Brackets in the article begin keys of two, and alone go to another source as everywhere."""

import pytest

from tests.ui.conftest import main
from tests.ui.test_main import settled
from tuinews.ui.app import Tuinews
from tuinews.ui.screens import prefixing


@pytest.fixture(autouse=True)
def never_alone_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prefixing, "PAUSE", 3600.0)


async def test_a_second_key_goes_to_quotations_and_names(app: Tuinews) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        await pilot.press("enter", "right_square_bracket")
        assert main(app).status.said == "q next quotation · p next name · alone next source"
        await pilot.press("q")
        assert main(app).status.said == "Ruth Okafor · quotation 1 of 3"
        await pilot.press("right_square_bracket", "q", "left_square_bracket", "q")
        assert main(app).status.said == "Ruth Okafor · quotation 1 of 3"
        await pilot.press("right_square_bracket", "p")
        assert "named" in main(app).status.said
        assert main(app).reading
        assert not main(app).source.asked


@pytest.mark.parametrize("keys", [("right_square_bracket",), ("j",)])
async def test_any_other_key_leaves_the_bracket_alone(app: Tuinews, keys: tuple[str, ...]) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        await pilot.press("enter", "right_square_bracket", *keys)
        await settled(app, pilot)
        assert main(app).source.title == "Ardmouth Courier"


async def test_it_can_be_thought_better_of(app: Tuinews) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        await pilot.press("enter", "right_square_bracket", "escape")
        assert main(app).reading
        assert not main(app).source.asked


async def test_nothing_after_it_is_the_next_source(app: Tuinews, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prefixing, "PAUSE", 0.01)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        await pilot.press("enter", "right_square_bracket")
        await settled(app, pilot)
        assert main(app).source.title == "Ardmouth Courier"


async def test_in_the_list_it_does_not_wait(app: Tuinews) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        await pilot.press("right_square_bracket")
        assert main(app).source.title == "Ardmouth Courier"
