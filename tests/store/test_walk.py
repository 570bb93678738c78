"""A long walk goes in stretches, and finds the same."""

import pytest

from tests.store.world import NOW, Shelf
from tuinews.model import Entry
from tuinews.store import Store, walk


@pytest.mark.parametrize(
    "sought",
    [
        "harbour even",
        '"every third"',
        "harbour is:starred",
        "/thi.d/",
        "third OR nowhere",
        "harbour -even",
        "nowhere harbour",
        "words:>3",
        "harbour limit:7",
        "third even limit:3",
        "quote:shame said:tamm",
    ],
)
def test_stretches_find_the_same(
    shelf: Shelf, store: Store, monkeypatch: pytest.MonkeyPatch, sought: str
) -> None:
    texts = [
        f"harbour {'even' * (number % 2 == 0)} {'every third' * (number % 3 == 0)}" for number in range(60)
    ]
    entries = [Entry(str(n), "", f"T {n}", text, published=NOW - n * 977) for n, text in enumerate(texts)]
    ids = store.articles.put(shelf.courier, entries, NOW).new
    store.articles.set_starred(ids[::9], True)
    whole = [list(chunk) for chunk in store.search.ids(sought)]
    monkeypatch.setattr(walk, "STRETCH", 5)
    monkeypatch.setattr(walk, "LONGER", 2)
    assert [list(chunk) for chunk in store.search.ids(sought)] == whole
    monkeypatch.setattr(walk, "FIRST", 4)
    monkeypatch.setattr(walk, "SOON", 0.0)
    parts = [list(chunk) for chunk in store.search.ids(sought)]
    assert [article_id for part in parts for article_id in part] == [i for chunk in whole for i in chunk]
    assert len(set(map(tuple, parts))) == len(parts)


def test_few_starred_are_found_by_their_star(store: Store) -> None:
    feed = store.feeds.add("https://a.example/", "A").id
    entries = [Entry(str(n), "", f"Harbour {n}", "even " * (n % 2), published=NOW - n) for n in range(300)]
    ids = store.articles.put(feed, entries, NOW).new
    store.articles.set_starred([ids[3], ids[10], ids[201]], True)
    for order in ("", "sort:-date", "sort:relevance"):
        found = [i for chunk in store.search.ids(f"harbour even is:starred {order}") for i in chunk]
        assert sorted(found, reverse=True) == [ids[3], ids[201]]
    assert store.search.count("harbour even is:starred") == 2
