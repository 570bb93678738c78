"""Words are found in the article: while they are typed, in any case and with any accent."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.ui.conftest import main, screen_of
from tests.ui.test_main import settled
from tuinews.ui.app import Tuinews
from tuinews.ui.widgets.findbar import occurrences

WIDE = (120, 36)


@given(st.text(max_size=40), st.text(min_size=1, max_size=5))
def test_every_place_is_one_and_none_overlap(text: str, words: str) -> None:
    found = occurrences(words, text)
    assert all(span.start < span.end <= len(text) for span in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    if words.strip() == words and words in text and len(words.split()) == 1:
        assert found


def test_case_accents_and_line_ends_do_not_matter() -> None:
    text = "Élodie LEFÈVRE said\nno. elodie lefevre."
    assert [text[s.start : s.end] for s in occurrences("lefevre", text)] == ["LEFÈVRE", "lefevre"]
    assert [text[s.start : s.end] for s in occurrences("said no", text)] == ["said\nno"]
    assert occurrences("é", "e") == []
    assert occurrences(".*", text) == []


async def test_what_is_typed_is_found_at_once_and_counted(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("ctrl+f", *"said")
        await settled(app, pilot)
        assert "1 of 3" in screen_of(app)
        await pilot.press("down")
        await settled(app, pilot)
        assert "2 of 3" in screen_of(app)
        await pilot.press("up", "up")
        await settled(app, pilot)
        assert "3 of 3" in screen_of(app)
        await pilot.press("x")
        await settled(app, pilot)
        assert "not found" in screen_of(app)


async def test_enter_keeps_what_is_found_and_n_goes_on(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("ctrl+f", *"said", "enter", "n")
        await settled(app, pilot)
        assert "Found 2 of 3" in screen_of(app)
        assert app.focused is main(app).reader
        await pilot.press("J")
        await settled(app, pilot)
        assert not main(app).is_finding


async def test_escape_leads_back_to_where_one_was(app: Tuinews) -> None:
    async with app.run_test(size=(120, 12)) as pilot:
        await settled(app, pilot)
        reader = main(app).reader
        await pilot.press("enter", "j", "j")
        before = reader.scroll_y
        await pilot.press("ctrl+f", *"penhale")
        await settled(app, pilot)
        assert reader.scroll_y > before
        await pilot.press("escape")
        await settled(app, pilot)
        assert reader.scroll_y == before
        assert not reader.hits
        assert "Find in this article" not in screen_of(app)
