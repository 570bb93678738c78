"""What changed from one text to another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.model import Mark, MarkKind
from tuinews.text.changes import BUDGET, Change, changes, told

WORDS = st.lists(
    st.sampled_from(["tide", "wall ", "\n", "\n\n", " ", "港", "é", "[-", "-]", "{+", ". "])
).map("".join)


def _one(old: str, new: str) -> str:
    return told(changes(old, new))[0]


@given(WORDS, WORDS)
def test_both_texts_are_in_the_pieces(old: str, new: str) -> None:
    pieces = changes(old, new)
    assert "".join(text for change, text in pieces if change is not Change.ADDED) == old
    assert "".join(text for change, text in pieces if change is not Change.TAKEN) == new


@given(WORDS, WORDS)
def test_without_what_is_marked_each_text_is_left(old: str, new: str) -> None:
    text, marks = told(changes(old, new))
    for dropped, kept, wanted in (
        (MarkKind.DELETED, MarkKind.STRONG, new),
        (MarkKind.STRONG, MarkKind.DELETED, old),
    ):
        left, last = "", 0
        for mark in marks:
            part = text[mark.start : mark.end]
            signed = part if part.isspace() else part[2:-2]
            left += text[last : mark.start] + (signed if mark.kind is kept else "")
            assert mark.kind in (dropped, kept)
            last = mark.end
        assert left + text[last:] == wanted


@given(st.text(st.characters(codec="utf-8")), st.text(st.characters(codec="utf-8")))
def test_any_text_can_be_compared(old: str, new: str) -> None:
    assert "".join(text for change, text in changes(old, new) if change is not Change.TAKEN) == new


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("The wall is sound.", "The wall is hollow.", "The wall is [-sound-]{+hollow+}."),
        (
            "Two men saw the old tall wall.",
            "Two men saw a new wall.",
            "Two men saw [-the old tall-]{+a new+} wall.",
        ),
        ("One.\n\nTwo.", "One.\n\nAnd a half.\n\nTwo.", "One.\n\n{+And a half.+}\n\nTwo."),
        ("A bell rang.", "Nobody came today!", "[-A bell rang.-]{+Nobody came today!+}"),
        ("鯨は朝に沖へ出た。", "鯨は夜に沖へ出た。", "鯨は[-朝-]{+夜+}に沖へ出た。"),
        ("Same.", "Same.", "Same."),
    ],
)
def test_words_are_told_apart(old: str, new: str, shown: str) -> None:
    assert _one(old, new) == shown


def test_a_long_text_is_compared_by_paragraphs() -> None:
    words = " ".join(f"w{number}" for number in range(BUDGET // 4000))
    assert _one(f"Same.\n\n{words} old", f"Same.\n\n{words} new") == (
        f"Same.\n\n[-{words} old-]{{+{words} new+}}"
    )


def test_a_long_text_edited_in_each_paragraph_is_compared_by_words() -> None:
    old = [f"On day {number} the tide {number}a and the wall {number}b were low." for number in range(400)]
    new = [paragraph.replace("low", "high") for paragraph in old]
    shown = _one("\n\n".join(old), "\n\n".join(new)).split("\n\n")
    assert shown == [paragraph.replace("low", "[-low-]{+high+}") for paragraph in old]


def test_marks_of_the_new_text_stand_where_their_words_are() -> None:
    new = "Head\n\nSee the tall wall here."
    marks = (Mark(MarkKind.HEADING, 0, 4, "2"), Mark(MarkKind.LINK, 10, 23, "https://port.example/"))
    text, found = told(changes("See the old wall here.", new), marks)
    words = {mark.kind: text[mark.start : mark.end] for mark in found if mark.value}
    assert words[MarkKind.HEADING] == "Head"
    assert words[MarkKind.LINK].endswith("tall+} wall")
