"""The best first: the same order as when every hit is weighed, however few are looked at."""

import random

import pytest

from tests.store.world import NOW, Shelf
from tuinews.model import Entry
from tuinews.store import Store, rank

WORDS = {"the": 300, "harbour": 4, "bridge": 2, "ferry": 2, "mayor": 1, "budget": 0.5, "storm": 0.3}
RARE = [f"w{number}" for number in range(2000)]


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store of 800 articles of words of very different frequency."""
    store = Store(tmp_path_factory.mktemp("rank") / "library.db")
    chosen = random.Random(7)
    feed = store.feeds.add("https://a.example/", "A").id
    words, weights = [*WORDS, *RARE], [*WORDS.values(), *[1.0] * len(RARE)]
    entries = []
    for number in range(800):
        text = " ".join(chosen.choices(words, weights, k=chosen.randrange(400, 900)))
        title = " ".join(chosen.choices(list(WORDS), k=2) + chosen.choices(RARE, k=4))
        entries.append(Entry(str(number), "", title, text, published=NOW - number * 1000))
    store.articles.put(feed, entries, NOW)
    return store


def ranked(store: Store, sought: str) -> list[list[int]]:
    return [list(chunk) for chunk in store.search.ids(f"{sought} sort:relevance")]


@pytest.mark.parametrize(
    "sought",
    [
        "harbour",
        "bridge",
        "the",
        "the harbour",
        "storm",
        "storm OR mayor",
        "the storm -budget",
        "harbour bridge",
        "harbour OR ferry",
        "(harbour OR mayor) bridge -storm",
        "title:harbour",
        "body:harbour ferry",
        '"harbour bridge"',
        "harb*",
        "harbour is:unread",
        "feed:a",
        "w7",
        "nowhere",
    ],
)
def test_the_order_is_that_of_weighing_all(big: Store, monkeypatch: pytest.MonkeyPatch, sought: str) -> None:
    monkeypatch.setattr(rank, "FEW", 10**9)
    all_weighed = [article_id for chunk in ranked(big, sought) for article_id in chunk]
    monkeypatch.setattr(rank, "FEW", 10)
    monkeypatch.setattr(rank, "PAGE", 20)
    found = [article_id for chunk in ranked(big, sought) for article_id in chunk]
    assert found == all_weighed
    assert len(found) == big.search.count(sought)


def test_a_first_page_is_known_from_the_strong_alone(big: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rank, "FEW", 10)
    monkeypatch.setattr(rank, "PAGE", 20)
    assert len(ranked(big, "storm")[0]) == 20
    assert [len(chunk) for chunk in ranked(big, "storm limit:5")] == [5]


def test_a_word_of_most_articles_tells_nothing(big: Store) -> None:
    newest = [article_id for chunk in big.search.ids("the") for article_id in chunk]
    assert [article_id for chunk in ranked(big, "the") for article_id in chunk] == newest


def test_a_title_ranks_above_a_body(shelf: Shelf, store: Store) -> None:
    entries = [
        Entry("body", "", "Other", "zebra " + "word " * 50, published=NOW),
        Entry("title", "", "Zebra", "word " * 50, published=NOW - 1000),
        Entry("both", "", "Zebra", "zebra " + "word " * 50, published=NOW - 2000),
    ]
    ids = dict(zip(("body", "title", "both"), store.articles.put(shelf.post, entries, NOW).new, strict=True))
    assert ranked(store, "zebra") == [[ids["both"], ids["title"], ids["body"]]]
