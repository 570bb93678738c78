import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.model import Term, TermKind
from tuinews.text.find import find
from tuinews.text.fold import words


def found(text: str, *terms: str | Term) -> list[str]:
    spans = find(text, [term if isinstance(term, Term) else Term(term) for term in terms])
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("text", "term", "hits"),
    [
        ("Harbour, harbours, HARBOUR", "harbour", ["Harbour", "HARBOUR"]),
        ("the mayor’s Müller said", "muller", ["Müller"]),
        ("Muller's", "müller", ["Muller"]),
        ("Weiße Straße", "strasse", ["Straße"]),
        ("cafe\u0301s or cafe\u0301", "café", ["cafe\u0301"]),
        ("one, two three; one two", "one two", ["one, two", "one two"]),
        ("propaganda pagan", "pagan", ["pagan"]),
        ("東京都は東 京", "東京", ["東京", "東 京"]),
        ("in東京now", "東京", ["東京"]),
        ("snake_case", "case", ["case"]),
        ("nothing", "!?", []),
        ("", "x", []),
    ],
)
def test_whole_words_without_case_and_accents(text: str, term: str, hits: list[str]) -> None:
    assert found(text, term) == hits


def test_a_prefix_marks_the_whole_word() -> None:
    assert found("Harbour and harbours, hard", Term("harb", TermKind.PREFIX)) == ["Harbour", "harbours"]
    assert found("the old bridges", Term("old bri", TermKind.PREFIX)) == ["old bridges"]


def test_regular_expressions_see_the_text_as_it_is() -> None:
    assert found("Cost: £30m, £5", Term(r"£\d+", TermKind.REGEX)) == ["£30", "£5"]
    assert found("aaa", Term(r"(?=a)", TermKind.REGEX)) == []
    assert found("x" * 5000, Term(r"(x+x+)+y", TermKind.REGEX)) == []


def test_spans_that_overlap_become_one() -> None:
    assert found("new york times", "new york", "york times") == ["new york times"]
    assert found("new york", "new", "new york") == ["new york"]


@given(st.text(max_size=60), st.text(max_size=8))
def test_what_is_marked_reads_like_the_term(text: str, term: str) -> None:
    for hit in found(text, term):
        # Not equal: "1" marks the whole of "¼", which folds to 1 and 4.
        assert set(words(term)) <= set(words(hit))


@given(st.lists(st.sampled_from(["Öl", "straße", "東京", "e\u0301t", "now", "ﬁn"]), min_size=1, max_size=6))
def test_each_word_of_a_text_is_found_in_it(parts: list[str]) -> None:
    text = ", ".join(parts)
    for part in parts:
        assert set(map(tuple, map(words, found(text, part)))) == {tuple(words(part))}
        assert len(found(text, part)) == parts.count(part)
