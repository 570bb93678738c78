"""Quotations on the screen: from one to the next, in their panel, and copied."""

from pathlib import Path

import pytest

from tests.ui import world
from tests.ui.conftest import main, screen_of
from tests.ui.test_main import settled
from tuinews.library import Library
from tuinews.model import Analysis
from tuinews.ui.app import Tuinews
from tuinews.ui.screens.quotes import Quotes

WIDE, NARROW = (120, 36), (80, 24)


def current(app: Tuinews) -> str:
    """The quotation that is marked as the present one."""
    reader = main(app).reader
    assert reader.here is not None
    assert reader.article is not None
    return reader.article.text[reader.here.start : reader.here.end]


def analysed(library: Library) -> list[Analysis]:
    """The analysis of every article."""
    return [library.analysis(article_id) for chunk in library.search.ids() for article_id in chunk]


async def test_from_quotation_to_quotation_and_into_the_next_article(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("right_curly_bracket")
        await settled(app, pilot)
        assert current(app) == "“Nobody will be left on the quay,”"
        assert "Ruth Okafor · quotation 1 of 3" in screen_of(app)
        await pilot.press("right_curly_bracket", "right_curly_bracket")
        assert current(app) == "“I have read worse,”"
        assert "— Idris Penhale" in screen_of(app)
        await pilot.press("right_curly_bracket")
        await settled(app, pilot)
        assert main(app).headlines.cursor > 0
        assert current(app)[0] in "“「"
        await pilot.press("left_curly_bracket")
        await settled(app, pilot)
        assert current(app) == "“I have read worse,”"


async def test_at_the_ends_nothing_moves_and_it_is_said(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("left_curly_bracket")
        await settled(app, pilot)
        assert "No quotation before this one" in screen_of(app)
        await pilot.press("G", "enter", "G")
        await settled(app, pilot)
        await pilot.press(*["right_curly_bracket"] * 20)
        await settled(app, pilot)
        assert "No further quotation in this list" in screen_of(app)


@pytest.mark.parametrize("size", [WIDE, NARROW, (200, 60)])
async def test_the_speaker_stands_beside_the_quotation(app: Tuinews, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        await pilot.press("enter", "right_curly_bracket")
        await settled(app, pilot)
        lines = screen_of(app).splitlines()
        marked = [line for line in lines if "“Nobody will be left" in line]
        assert marked
        assert "▌" in marked[0]
        assert screen_of(app).count("Ruth Okafor") >= 3  # in the text, beside it, and below


async def test_the_panel_of_an_article_goes_to_the_place_and_back(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("enter")
        await settled(app, pilot)
        before = screen_of(app)
        await pilot.press("quotation_mark")
        await settled(app, pilot)
        assert isinstance(app.screen, Quotes)
        assert "3 quotations" in screen_of(app)
        await pilot.press(*"pen")
        await settled(app, pilot)
        assert "1 quotation" in screen_of(app)
        panel = screen_of(app)
        await pilot.press("enter")
        await settled(app, pilot)
        assert current(app) == "“I have read worse,”"
        await pilot.press("escape")
        await settled(app, pilot)
        assert screen_of(app) == panel
        await pilot.press("escape")
        await settled(app, pilot)
        assert screen_of(app) == before


async def test_the_panel_of_the_list_holds_all_of_the_view(app: Tuinews, library: Library) -> None:
    analysed(library)
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await pilot.press("quotation_mark")
        await settled(app, pilot)
        number = sum(quote.is_spoken for one in analysed(library) for quote in one.quotes)
        assert number > 36 * 40
        assert f"{number:,} quotations" in screen_of(app)
        await pilot.press(*"okafor quay", "enter")
        await settled(app, pilot)
        assert current(app) == "“Nobody will be left on the quay,”"


async def test_an_article_without_quotations_says_so(app: Tuinews) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await pilot.press("j", "j", "enter", "quotation_mark")
        await settled(app, pilot)
        assert "No quotations here." in screen_of(app)
        await pilot.press("enter", "escape")
        assert main(app).reading


async def test_a_quotation_is_copied_with_its_source(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("Y")
        assert app.clipboard.splitlines() == [
            "“Nobody will be left on the quay,”",
            "— Ruth Okafor, “The ferry sails again”, Ardmouth Courier, 2026-11-24",
            "https://courier.example/ferry",
        ]
        assert "Copied:" in screen_of(app)
        await pilot.press("quotation_mark", *"worse")
        await settled(app, pilot)
        await pilot.press("ctrl+y")
        assert app.clipboard.startswith("“I have read worse,”\n— Idris Penhale, ")


async def test_nothing_to_copy_is_said(tmp_path: Path) -> None:
    with Library(tmp_path, with_samples=False) as empty:
        empty_app = Tuinews(empty, now=lambda: world.NOW)
        async with empty_app.run_test(size=WIDE) as pilot:
            await pilot.press("Y", "right_curly_bracket", "quotation_mark")
            await settled(empty_app, pilot)
            assert "No quotations here." in screen_of(empty_app)
