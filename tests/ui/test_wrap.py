"""Wrapping keeps every character, in order, within the width, whatever the script."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len, get_character_cell_size

from tuinews.ui.wrap import NARROW, chop, wrap

ALPHABET = (
    "ab Zé—-/\t .,“”「」、。 日本語ニュース 한국어 שלום عربي"
    "e\u0301 n\u0303 👩‍🚀 🇩🇪 ❤️ 👍🏽 \u200b\u00ad\u00a0\u3000"
)
texts = st.text(
    st.sampled_from(ALPHABET) | st.characters(blacklist_characters="\n", blacklist_categories=["Cs", "Cc"])
)


def shown(text: str, start: int, end: int) -> str:
    return text[start:end].replace("\t", " ")


@given(texts, st.integers(2, 40), st.integers(2, 40))
@example("日本語" * 9, 5, 5)
@example("word " * 9, 2, 3)
@example("\u200d", 2, 2)
def test_nothing_is_lost_and_every_line_fits(text: str, first: int, rest: int) -> None:
    stretches = wrap(text, 0, len(text), first, rest)
    kept = "".join(text[start:end] for start, end in stretches)
    assert "".join(text.split()) == "".join(kept.split())
    at = 0
    for number, (start, end) in enumerate(stretches):
        assert at <= start <= end
        assert not text[at:start].strip(" \t\u3000")
        assert cell_len(shown(text, start, end)) <= (rest if number else first)
        at = end
    assert not text[at:].strip(" \t\u3000")


@given(texts, st.integers(2, 40))
def test_code_keeps_its_blanks(text: str, width: int) -> None:
    stretches = chop(text, 0, len(text), width)
    assert "".join(text[start:end] for start, end in stretches) == text
    assert all(cell_len(shown(text, start, end)) <= width for start, end in stretches)


def test_every_character_of_the_fast_way_is_one_cell() -> None:
    narrow = [chr(code) for code in range(0x3000) if NARROW.fullmatch(chr(code))]
    assert len(narrow) > 1000
    assert [character for character in narrow if get_character_cell_size(character) != 1] == []


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("The ferry came back at dawn.", 12, ["The ferry", "came back at", "dawn."]),
        ("Kaimana Reef—the ferry—came", 13, ["Kaimana Reef—", "the ferry—", "came"]),
        ("see https://news.example/harbour/ferry", 16, ["see", "https://", "news.example/", "harbour/ferry"]),
        ("港は「明日開く」と市長は述べた。", 8, ["港は「明", "日開く」", "と市長は", "述べた。"]),
        ("서울 시장은 말했다", 10, ["서울", "시장은", "말했다"]),
        ("cafe\u0301s a\u0300 la carte", 7, ["cafe\u0301s a\u0300", "la", "carte"]),
    ],
)
def test_lines_break_where_a_reader_expects(text: str, width: int, lines: list[str]) -> None:
    assert [text[start:end] for start, end in wrap(text, 0, len(text), width, width)] == lines
