"""The gold articles are well-formed, and their markup says exactly what it marks."""

import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.goldfile import GOLD, GoldArticle, GoldError, articles, jsonl, parse
from tests.text.goldmarks import Marked, add_marks, strip_marks

ARTICLES = tuple(articles())
CASE = """{“Is {Tom|Tom Reed} in?”@-} asked a boy. \
{“{‘No’@x}, as {Tom Reed} puts it,”@~Ann Poe} said {Ann Poe}."""
HEAD = "language: en\ntests: nothing\n---\n"


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Marked]]:
    """A text of awkward characters with properly nested marks, outer before inner."""
    text = draw(st.text("ab{}|@\\\n“” ", min_size=1, max_size=30))
    marks: list[Marked] = []

    def fill(low: int, high: int, depth: int) -> None:
        while low < high and depth < 4 and draw(st.booleans()):
            start = draw(st.integers(low, high - 1))
            end = draw(st.integers(start + 1, high))
            marks.append(
                Marked(start, end, draw(st.sampled_from("|@")), draw(st.text("cd{}|@\\", min_size=1)))
            )
            fill(start, end, depth + 1)
            low = end

    fill(0, len(text), 0)
    return text, marks


@given(marked_texts())
def test_marks_written_into_a_text_are_read_back(case: tuple[str, list[Marked]]) -> None:
    text, marks = case
    assert strip_marks(add_marks(text, marks)) == (text, marks)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.name)
def test_stripping_marks_loses_nothing_of_an_article(article: GoldArticle) -> None:
    source = (GOLD / f"{article.name}.txt").read_text("utf-8").partition("\n---\n")[2].strip("\n")
    text, marks = strip_marks(source)
    assert strip_marks(add_marks(text, marks)) == (text, marks)
    assert set(article.text).isdisjoint("{}")


def test_one_article_is_read_to_the_character() -> None:
    article = parse(
        "case",
        HEAD + CASE,
    )
    assert article.text == "“Is Tom in?” asked a boy. “‘No’, as Tom Reed puts it,” said Ann Poe."
    assert article.as_json() == {
        "id": "case",
        "language": "en",
        "text": article.text,
        "quotes": [
            {"start": 0, "end": 12, "speaker": None, "speaker_kind": "none", "kind": "speech"},
            {"start": 26, "end": 54, "speaker": "Ann Poe", "speaker_kind": "person", "kind": "fragment"},
        ],
        "ignore_quotes": [[27, 31]],
        "people": [[4, 7, "Tom Reed"], [36, 44, "Tom Reed"], [60, 67, "Ann Poe"]],
        "ignore_people": [],
        "persons": ["Tom Reed", "Ann Poe"],
    }


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("{“No,”@-", "never closes"),
        ("“No,”@-}", "never opened"),
        ("{No,@-} it said.", "not a quotation"),
        ("{“No,”@Ann Poe} she said.", "is not a person"),
        ("{Poe|Ann Poe} left.", "nobody is ever written"),
        ("{Mr Poe} left.", "not a bare name"),
        ("{Poe’s} hat.", "not a bare name"),
        ("{Po}e left.", "cuts a word"),
    ],
)
def test_a_slip_of_the_pen_is_refused(body: str, complaint: str) -> None:
    with pytest.raises(GoldError, match=complaint):
        parse("case", HEAD + body)


def test_the_collection_covers_what_it_promises() -> None:
    languages = Counter(article.language for article in ARTICLES)
    assert languages["en"] >= 26
    assert all(
        languages[language] >= 2 for language in ["de", "fr", "es", "it", "pt", "nl", "sv", "pl", "ru"]
    )
    assert all(150 <= len(article.text.split()) <= 480 for article in ARTICLES)
    kinds = Counter(quote.speaker_kind for article in ARTICLES for quote in article.quotes)
    assert kinds["person"] > kinds["none"] > 60


def test_jsonl_has_one_object_an_article() -> None:
    read = [json.loads(line) for line in jsonl().splitlines()]
    assert [item["id"] for item in read] == [article.name for article in ARTICLES]
    assert all(item["text"][q["start"]] in "“\"‘'`„«»‹「『”" for item in read for q in item["quotes"])
