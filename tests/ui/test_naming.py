"""People on the screen: from name to name, in their panel, and on the page of one."""

import pytest

from tests.ui.conftest import main, screen_of
from tests.ui.test_main import settled
from tests.ui.test_quoting import analysed, current
from tuinews.library import Library
from tuinews.ui.app import Tuinews
from tuinews.ui.screens.people import People
from tuinews.ui.screens.person import PersonPage
from tuinews.ui.spark import sparkline

WIDE, NARROW = (120, 36), (80, 24)


async def test_from_name_to_name(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("right_parenthesis")
        assert current(app) == "Ruth Okafor"
        assert "Ruth Okafor · named" in screen_of(app)
        await pilot.press("right_parenthesis", "left_parenthesis")
        assert current(app) == "Ruth Okafor"
        await pilot.press("left_parenthesis")
        assert "No name before this one" in screen_of(app)


async def test_enter_on_a_name_opens_the_page_and_back_is_exact(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("enter", "right_parenthesis")
        await settled(app, pilot)
        before = screen_of(app)
        await pilot.press("enter")
        await settled(app, pilot)
        assert isinstance(app.screen, PersonPage)
        page = screen_of(app)
        assert "Ruth Okafor" in page
        assert "also Okafor" in page
        assert "“Nobody will be left on the quay,” said Ruth Okafor" in page
        await pilot.press("enter")
        await settled(app, pilot)
        assert current(app) == "“Nobody will be left on the quay,”"
        assert main(app).headlines.count == 1  # the articles that name her
        await pilot.press("escape")
        await settled(app, pilot)
        assert screen_of(app) == page
        await pilot.press("escape")
        await settled(app, pilot)
        assert screen_of(app) == before


async def test_the_sections_of_a_page(app: Tuinews) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await pilot.press("enter", "right_parenthesis", "enter")
        await settled(app, pilot)
        await pilot.press("tab")
        await settled(app, pilot)
        assert "The ferry sails again" in screen_of(app)
        await pilot.press("3")
        await settled(app, pilot)
        assert "Idris Penhale" in screen_of(app)
        await pilot.press("enter")
        await settled(app, pilot)
        assert screen_of(app).startswith(" Idris Penhale")
        await pilot.press("escape", "escape")
        await settled(app, pilot)
        assert main(app).reading


async def test_the_speaker_of_a_quotation_is_a_key_away(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("enter", *["right_curly_bracket"] * 3, "enter")
        await settled(app, pilot)
        assert screen_of(app).startswith(" Idris Penhale")


async def test_a_click_on_a_name_opens_the_page(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        lines = screen_of(app).splitlines()
        row = next(number for number, line in enumerate(lines) if "said Ruth Okafor" in line)
        await pilot.click(offset=(lines[row].index("said Ruth") + 6, row))
        await settled(app, pilot)
        assert isinstance(app.screen, PersonPage)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_people_of_the_library_and_of_an_article(
    app: Tuinews, library: Library, size: tuple[int, int]
) -> None:
    analysed(library)
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        await pilot.press("at")
        await settled(app, pilot)
        assert isinstance(app.screen, People)
        rows = screen_of(app).splitlines()
        finch = next(line for line in rows if "Dorothea Finch" in line)
        assert "36" in finch and "1,440" in finch  # noqa: PT018  # articles and quotations in one row
        assert any(bar in finch for bar in "▁▂▃▄▅▆▇█")
        await pilot.press(*"pen")
        await settled(app, pilot)
        assert "1 person" in screen_of(app)
        await pilot.press("enter")
        await settled(app, pilot)
        assert screen_of(app).startswith(" Idris Penhale")
        await pilot.press("escape")
        await settled(app, pilot)
        assert "1 person" in screen_of(app)
        await pilot.press("escape", "enter", "at")
        await settled(app, pilot)
        assert "2 people" in screen_of(app)
        await pilot.press(*"zzz")
        await settled(app, pilot)
        assert "Nobody called “zzz” is named here." in screen_of(app)


async def test_a_person_is_followed_as_a_saved_search(app: Tuinews, library: Library) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("enter", "right_parenthesis", "enter")
        await settled(app, pilot)
        await pilot.press("f")
        await settled(app, pilot)
        assert "Following Ruth Okafor" in screen_of(app)
        [followed] = library.saved.all()
        assert (followed.name, followed.unread) == ("Ruth Okafor", 0)  # her one article is open
        await pilot.press("u")
        await settled(app, pilot)
        assert library.saved.all() == []


async def test_two_people_are_joined_on_the_page_and_undone(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("enter", "right_parenthesis", "enter")
        await settled(app, pilot)
        await pilot.press("plus", *"penhale")
        await settled(app, pilot)
        await pilot.press("enter")
        await settled(app, pilot)
        assert "Idris Penhale is Ruth Okafor" in screen_of(app)
        assert "“I have read worse,”" in screen_of(app)
        await pilot.press("u")
        await settled(app, pilot)
        assert "“I have read worse,”" not in screen_of(app)


async def test_a_name_that_is_no_person_is_not_marked_any_more(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("enter", "right_parenthesis", "X")
        await settled(app, pilot)
        assert "is no person" in screen_of(app)
        assert "Ruth Okafor" not in [person.name for person in main(app).reader.analysis.people]
        await pilot.press("u")
        await settled(app, pilot)
        assert "Ruth Okafor" in [person.name for person in main(app).reader.analysis.people]


async def test_one_article_is_somebody_elses(app: Tuinews, library: Library) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("enter", "right_parenthesis", "enter")
        await settled(app, pilot)
        await pilot.press("minus", "enter")
        await settled(app, pilot)
        assert "There it is Ruth Okafor (2)" in screen_of(app)
        assert "Ruth Okafor (2)" in [row.name for row in library.who.everybody()]


def test_a_line_of_activity_shows_what_there_is() -> None:
    assert sparkline([0, 1, 8, 4]) == " ▁█▄"
    assert sparkline([1]) == "█"
    assert sparkline([0, 0]) == "  "
    assert sparkline([]) == ""
    assert sparkline([1, 1000]) == "▁█"


async def test_a_narrow_list_of_people_spares_columns_and_no_names(app: Tuinews) -> None:
    async with app.run_test(size=(60, 20)) as pilot:
        await settled(app, pilot)
        await pilot.press("enter", "at")
        await settled(app, pilot)
        assert "Idris Penhale" in screen_of(app)
        assert "first" not in screen_of(app)
