"""Right-to-left text is seen in the order of the Unicode Bidirectional Algorithm."""

import pytest
from bidi import get_display
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tests.ui.conftest import screen_of
from tests.ui.test_main import settled
from tests.ui.world import NOW
from tuinews.library import Library
from tuinews.model import Entry, Mark, MarkKind
from tuinews.ui.app import Tuinews
from tuinews.ui.bidi import base_level, levels, ordered, seen, told_apart

lines = st.text(st.sampled_from('abאבגدعم12٣٤ .,:-+/$%()[]!"“'), max_size=30)


@given(lines)
@example("(a) אב (12) גد.")
@example("٣٤ + 12$ אב")
@example("[אב(a)] b")
def test_the_order_is_that_of_the_reference(text: str) -> None:
    placed = ordered(levels(text, base_level(text)))
    assert "".join(text[index] for index in placed) == get_display(text)


@given(lines)
def test_every_character_keeps_its_own_style(text: str) -> None:
    styles = {character: Style(color=f"color({ord(character) % 256})") for character in text}
    drawn = seen([Segment(character, styles[character]) for character in text])
    turned = str.maketrans("()[]", ")(][")
    for segment in drawn:
        assert all(segment.style in (styles.get(c), styles.get(c.translate(turned))) for c in segment.text)
    assert sum(len(segment.text) for segment in drawn) == len(text)


def test_text_from_the_left_is_left_alone() -> None:
    parts = [Segment("plain "), Segment("words, 日本語", Style(bold=True))]
    assert seen(parts) == parts


def test_a_letter_keeps_the_marks_on_it() -> None:
    (segment,) = seen([Segment("שָׁלוֹם")])
    assert segment.text == "םוֹלשָׁ"


def test_brackets_look_the_other_way() -> None:
    (segment,) = seen([Segment("אב (גד)")])
    assert segment.text == "(דג) בא"


async def test_a_paragraph_from_the_right_stands_at_the_right_with_its_bullet(
    app: Tuinews, library: Library
) -> None:
    text = "הנמל נפתח ביום שני.\n\nאחת\n\nLeft stays left."
    marks = (Mark(MarkKind.ITEM, text.index("אחת"), text.index("אחת") + 3, "•"),)
    feed = library.feeds.all()[0]
    entry = Entry(guid="port", url="", title="נמל (חדש)", text=text, marks=marks, published=NOW)
    library.articles.put(feed.id, [entry], NOW)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        shown = screen_of(app).splitlines()
    paragraph = next(line for line in shown if ".ינש םויב חתפנ למנה" in line)
    bullet = next(line for line in shown if "תחא •" in line)
    assert cell_len(paragraph) == cell_len(bullet)
    assert any("(שדח) למנ" in line for line in shown)
    left = next(line for line in shown if "Left stays left." in line)
    assert cell_len(left) < cell_len(paragraph)


@pytest.mark.parametrize(("terminal", "told"), [("", ("", "")), ("7600", ("\x1b[8l", "\x1b[8h"))])
def test_a_terminal_that_orders_text_itself_is_told_to_leave_it(
    monkeypatch: pytest.MonkeyPatch, terminal: str, told: tuple[str, str]
) -> None:
    monkeypatch.delenv("VTE_VERSION", raising=False)
    if terminal:
        monkeypatch.setenv("VTE_VERSION", terminal)
    assert told_apart() == told
