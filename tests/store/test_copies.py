"""The same story from several feeds is one row, and nothing of it is lost."""

import pytest

from tests.store.test_identity import words
from tests.store.world import NOW
from tuinews.model import Entry, FeedKind
from tuinews.store import Store

WIRE = words("wire", 80)


@pytest.fixture
def feeds(store: Store) -> list[int]:
    return [
        store.feeds.add(f"https://{name}.example/feed", name.title()).id for name in ("kelm", "bay", "sund")
    ]


def put(store: Store, feed: int, url: str, text: str, published: int = NOW) -> int:
    (article_id,) = store.articles.put(
        feed, [Entry(url, url, "The wire", text, published=published)], NOW
    ).new
    return article_id


def listed(store: Store, sought: str = "") -> list[int]:
    ids = [article_id for chunk in store.search.ids(sought) for article_id in chunk]
    assert store.search.count(sought) == len(ids)
    return ids


def test_agency_copy_is_one_row_with_its_sources(store: Store, feeds: list[int]) -> None:
    first = put(store, feeds[0], "https://kelm.example/1", WIRE, NOW - 9)
    copy = put(store, feeds[1], "https://bay.example/a", f"Bay, by our own desk: {WIRE} More tomorrow.")
    other = put(store, feeds[2], "https://sund.example/x", words("other", 80))
    assert listed(store) == [other, first]
    assert listed(store, "wire7") == [first]
    assert listed(store, "is:unread") == [other, first]
    assert listed(store, "feed:bay") == [copy]
    assert list(store.articles.newest(9)) == [other, first]
    assert list(store.articles.newest(1)) == [other]
    assert [row.also for row in store.articles.headlines([first, copy, other])] == [("Bay",), ("Kelm",), ()]
    assert store.articles.counts().all == 2
    assert [store.feeds.get(feed).total for feed in feeds] == [1, 1, 1]


def test_a_date_that_leaves_the_row_out_leaves_the_copy_in(store: Store, feeds: list[int]) -> None:
    first = put(store, feeds[0], "https://kelm.example/1", WIRE, NOW - 3 * 86400)
    copy = put(store, feeds[1], "https://bay.example/a", WIRE)
    assert listed(store) == [first]
    assert listed(store, "after:2026-11-19") == [copy]
    assert listed(store, "before:2026-11-19") == [first]


def test_the_fuller_report_takes_the_row_of_a_stub_that_links_to_it(store: Store, feeds: list[int]) -> None:
    stub = put(store, feeds[0], "http://www.sund.example/report/", "Comments")
    report = put(store, feeds[1], "https://sund.example/report", WIRE)
    assert listed(store) == [report]
    assert put(store, feeds[2], "https://sund.example/report?", "Seen there") != stub
    assert listed(store) == [report]
    assert store.articles.headlines([report])[0].also == ("Kelm", "Sund")


def test_reading_one_reads_all_and_undoing_it_undoes_it(store: Store, feeds: list[int]) -> None:
    ids = [put(store, feed, f"https://{feed}.example/1", WIRE) for feed in feeds[:2]]
    changed = store.articles.set_read([ids[1]], True)
    assert sorted(changed) == sorted(ids)
    assert listed(store, "is:unread") == []
    third = put(store, feeds[2], "https://sund.example/1", WIRE)
    assert [row.read for row in store.articles.headlines([third])] == [True]
    store.articles.set_read(changed, False)
    assert listed(store, "is:unread") == [ids[0]]


def test_a_star_gives_a_copy_its_own_row(store: Store, feeds: list[int]) -> None:
    ids = [put(store, feed, f"https://{feed}.example/1", WIRE) for feed in feeds[:2]]
    store.articles.set_starred([ids[1]], True)
    assert set(listed(store)) == set(ids)
    assert listed(store, "is:starred") == [ids[1]]


def test_when_the_row_goes_the_next_copy_takes_it(store: Store, feeds: list[int]) -> None:
    put(store, feeds[0], "https://kelm.example/1", WIRE)
    rest = [put(store, feed, f"https://{feed}.example/1", WIRE) for feed in feeds[1:]]
    store.feeds.remove(feeds[0])
    assert listed(store) == [rest[0]]
    assert store.articles.counts().unread == 1
    assert store.articles.headlines(rest)[0].also == ("Sund",)
    store.articles.remove([rest[0]])
    assert listed(store) == [rest[1]]
    assert store.upkeep.health(thorough=True).problems == ()


def test_what_only_looks_alike_stays_apart(store: Store, feeds: list[int]) -> None:
    put(store, feeds[0], "https://kelm.example/", "Short words.")
    put(store, feeds[1], "https://bay.example/", "Short words.")  # two home pages, two short texts
    put(store, feeds[0], "https://kelm.example/live", words("one"))
    put(store, feeds[0], "https://kelm.example/live#2", words("two"))
    put(store, feeds[1], "https://bay.example/3", words("three") + " " + words("wire", 30))
    put(store, feeds[2], "https://sund.example/4", words("four") + " " + words("wire", 30))
    local = store.feeds.add("/home/ada/notes", "Notes", FeedKind.LOCAL).id
    put(store, local, "https://kelm.example/live", words("one"))
    assert len(listed(store)) == 7


def test_a_page_that_a_feed_links_again_and_again_is_no_story(store: Store, feeds: list[int]) -> None:
    for number in range(3):
        entry = Entry(str(number), "https://kelm.example/live", "Live", words(f"ticker{number}"))
        store.articles.put(feeds[0], [entry], NOW)
    put(store, feeds[1], "https://kelm.example/live", words("look"))
    assert len(listed(store)) == 4
