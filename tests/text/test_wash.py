"""Washed text is safe, complete and stable."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.text.wash import wash, wash_line

BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}

texts = st.text(
    st.one_of(
        st.characters(exclude_categories=()),
        st.sampled_from(
            "aé\u0301\u0300\u200b\u200c\u200d\u202e\x1b\r\n\u0e01\u06cc\u0915\u094d👩\ufe0f\u1fef\u037e"
        ),
    )
)


@given(texts)
def test_nothing_dangerous_survives(text: str) -> None:
    for char in wash(text):
        assert char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"}
        assert ord(char) not in BIDI
    wash(text).encode()


@given(texts)
def test_washing_twice_changes_nothing(text: str) -> None:
    assert wash(wash(text)) == wash(text)


@given(texts)
def test_visible_characters_are_all_kept(text: str) -> None:
    def letters(of: str) -> str:
        return "".join(c for c in unicodedata.normalize("NFC", of) if unicodedata.category(c)[0] in "LNPS")

    assert letters(wash(text)).replace("\ufffd", "") == letters(text).replace("\ufffc", "").replace(
        "\ufffd", ""
    )


@given(texts, st.integers(1, 60))
def test_a_washed_line_is_one_bounded_line(text: str, limit: int) -> None:
    line = wash_line(text, limit)
    assert len(line) <= limit
    assert line.splitlines() in ([], [line])
    assert line == line.strip()


@pytest.mark.parametrize(
    "text",
    [
        "می‌خواهم بخوانم",  # Persian, zero-width non-joiner inside the word
        "क्‍ष और श्री",  # Devanagari, joiner after the virama
        "👩‍🚀 👨‍👩‍👧 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f ❤️",
        "ខ្ញុំ\u200bទៅ\u200bផ្សារ",  # Khmer, zero-width spaces between words
        "שלום \u200fעולם\u200f 12",
        "葛\U000e0100飾",  # an ideographic variation
        "Zażółć gęślą jaźń, Tiếng Việt, Ελλάδα, Україна",
        "a\tb\nc",
        "« Bonjour »",
    ],
)
def test_real_writing_is_left_alone(text: str) -> None:
    assert wash(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("dirty", "washed"),
    [
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("\x1b[31mred\x1b[0m \x9b2Jclear", "[31mred[0m 2Jclear"),
        ("\x1b]0;title\x07", "]0;title"),
        ("user\u202egpj.exe", "usergpj.exe"),
        ("pass\u200bw\u200dord\ufeff", "password"),
        ("Cafe\u0301", "Café"),
        ("bro\u00adken", "broken"),
        ("half \ud83d pair", "half \ufffd pair"),
        ("Z" + "\u0311" * 300 + "!", "Z" + "\u0311" * 6 + "!"),
        ("hidden\U000e0041\U000e0042", "hidden"),
    ],
)
def test_dirt_is_removed(dirty: str, washed: str) -> None:
    assert wash(dirty) == washed


def test_a_long_title_is_cut_with_an_ellipsis() -> None:
    assert wash_line("Harbour  \n opens " * 100, 20) == "Harbour opens Harbo…"
