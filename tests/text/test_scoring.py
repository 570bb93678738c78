"""The scorer counts what it says, and the lessons are well-formed."""

import pytest

from tests.text.goldfile import articles, parse
from tests.text.scoring import Scores, same
from tests.text.train import LESSONS
from tuinews.model import Analysis, Person, Quote, QuoteKind, Span

ARTICLE = parse(
    "case",
    "language: en\ntests: x\n---\n"
    "{“One,”@Ann Poe} said {Ann Poe}. {“Two,”@-} said a man. {“Three”@x} is a song by {Tom Reed}.",
)


@pytest.mark.parametrize(
    ("name", "other", "expected"),
    [
        ("Poe", "Ann Poe", True),
        ("Ann Poe", "Ann B. Poe", True),
        ("Tom Poe", "Ann Poe", False),
        ("", "A", False),
    ],
)
def test_names_are_compared_by_their_words(name: str, other: str, expected: bool) -> None:
    assert same(name, other) is expected


def test_a_perfect_analysis_scores_a_hundred() -> None:
    quotes = tuple(Quote(q.start, q.end, speaker=q.speaker, confidence=0.9) for q in ARTICLE.quotes)
    people = tuple(Person(name, (Span(start, end),)) for start, end, name in ARTICLE.people)
    scores = Scores()
    scores.add(ARTICLE, Analysis(quotes, people))
    assert set(scores.shares().values()) == {100.0}


def test_each_fault_costs_where_it_belongs() -> None:
    first, second = ARTICLE.quotes
    title, _ = ARTICLE.ignore_quotes[0]
    quotes = (
        Quote(first.start, first.end - 1, speaker="Ann Poe", confidence=0.9),  # not to the character
        Quote(second.start, second.end, speaker="Ann Poe", confidence=0.9),  # nobody is named
        Quote(title, title + 7, QuoteKind.FRAGMENT),  # nobody's words: costs only where that counts
    )
    scores = Scores()
    scores.add(ARTICLE, Analysis(quotes))
    shares = scores.shares()
    assert shares["quotations"] == 50.0
    assert shares["only speech"] == 40.0
    assert shares["silent"] == 0.0
    assert shares["people"] == 0.0


def test_the_lessons_are_well_formed() -> None:
    assert sum(len(article.quotes) for article in articles(LESSONS)) > 100
