"""What `analyse` promises whatever it is given."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tuinews.text.analysis import analyse
from tuinews.text.detect import detect

WORDS = st.sampled_from(
    [
        "Ruth",
        "Okafor",
        "Mr",
        ".",
        " ",
        "\n",
        "“",
        "”",
        '"',
        "'",
        "’s",
        "said",
        "the",
        "of",
        "J.",
        "van",
        ",",
        "who",
        "é",
        "Kim",
        "«",
        "»",
        "(",
        ")",
    ]
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(WORDS, max_size=60).map("".join) | st.text(max_size=60), st.sampled_from(["", "en", "de", "xx"])
)
def test_spans_lie_in_the_text_and_speakers_are_people(text: str, language: str) -> None:
    found = analyse(text, language)
    names = {person.name for person in found.people}
    assert [q.start for q in found.quotes] == sorted(q.start for q in found.quotes)
    for quote in found.quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert quote.speaker is None or quote.speaker in names
        assert (quote.confidence > 0) == (quote.speaker is not None)
        assert quote.confidence <= 1
    for person in found.people:
        spans = [(s.start, s.end) for s in person.mentions]
        assert spans
        assert spans == sorted(set(spans))
        assert all(0 <= a < b <= len(text) for a, b in spans)


def test_forms_of_one_name_are_one_person() -> None:
    found = analyse(
        "Mayor Ruth Okafor spoke to Jonas Bech. “We build,” Okafor said. Mr Bech agreed with Okafor."
    )
    assert [(p.name, len(p.mentions)) for p in found.people] == [("Ruth Okafor", 3), ("Jonas Bech", 2)]
    assert found.people[0].key == "ruth okafor"


def test_a_text_without_a_known_language_still_has_its_quotations() -> None:
    assert detect("12 34") == ""
    (quote,) = analyse("市長は「橋を直す」と言った。").quotes
    assert (quote.start, quote.end) == (3, 9)


DIVER = "“There is a room down there,” a diver told"


@pytest.mark.parametrize(
    "text",
    [
        f"Ruth Okafor went down on Monday. {DIVER} her.",
        f"Ruth Okafor went down. {DIVER} her, and she wrote ten pages about it.",
        f"Ruth Okafor went down on Monday. {DIVER} Okafor.",
        "Ruth Okafor ging am Montag hinab. „Da ist ein Raum“, sagte ihr ein Taucher, und sie schrieb es auf.",
    ],
)
def test_who_is_told_is_not_who_speaks(text: str) -> None:
    (quote,) = analyse(text).quotes
    assert quote.speaker is None


def test_who_speaks_to_somebody_without_a_name() -> None:
    text = "A diver waited. “There is a room down there,” Ruth Okafor told him, and he nodded."
    (quote,) = analyse(text).quotes
    assert quote.speaker == "Ruth Okafor"
