from array import array

import pytest

from tests.store.world import NOW, Shelf, day
from tuinews.errors import StoreError
from tuinews.model import (
    Analysis,
    Deeds,
    Enclosure,
    Entry,
    Failed,
    FeedKind,
    Fetched,
    Mark,
    MarkKind,
    Quote,
    Span,
)
from tuinews.store import Counts, Store


@pytest.fixture
def feed(store: Store) -> int:
    return store.feeds.add("https://a.example/feed", "A").id


def entry(guid: str, published: int | None = None, text: str = "text") -> Entry:
    return Entry(guid, f"https://a.example/{guid}", f"Title {guid}", text, published=published)


def titles(store: Store) -> list[str]:
    ids = [article_id for chunk in store.search.ids() for article_id in chunk]
    return [headline.title.removeprefix("Title ") for headline in store.articles.headlines(ids)]


def test_an_article_comes_back_as_it_was_given(store: Store, feed: int) -> None:
    marks = (Mark(MarkKind.HEADING, 0, 5, "2"), Mark(MarkKind.LINK, 6, 11, "https://b.example/ü"))
    files = (Enclosure("https://b.example/a.mp3", "audio/mpeg", 123),)
    given = Entry(
        "1", "https://a.example/1", "Ünïcode — 東京", "Hello wörld 🙂", marks, "Jo Doe", day("2026-01-02"),
        language="en", tags=("b", "a"), enclosures=files,
    )  # fmt: skip
    (article_id,) = store.articles.put(feed, [given], NOW).new
    article = store.articles.get(article_id)
    assert article is not None
    assert (article.title, article.text, article.url) == (given.title, given.text, given.url)
    assert (article.marks, article.enclosures, article.author) == (marks, files, "Jo Doe")
    assert (article.published, article.language, article.tags) == (day("2026-01-02"), "en", ("a", "b"))
    assert (article.read, article.starred, article.position, article.source) == (False, False, 0, "A")
    assert store.articles.get(article_id + 1) is None


def test_lists_are_newest_first_and_late_arrivals_fall_into_place(store: Store, feed: int) -> None:
    store.articles.put(feed, [entry("c", day("2026-03-01")), entry("a", day("2026-01-01"))], NOW)
    store.articles.put(feed, [entry("b", day("2026-02-01"))], NOW)
    assert titles(store) == ["c", "b", "a"]


def test_of_one_moment_the_first_in_the_feed_is_the_first_in_the_list(store: Store, feed: int) -> None:
    store.articles.put(feed, [entry("1", NOW), entry("2", NOW), entry("3", NOW)], NOW)
    assert titles(store) == ["1", "2", "3"]


def test_no_date_or_a_future_one_is_the_moment_it_was_first_seen(store: Store, feed: int) -> None:
    stored = store.articles.put(feed, [entry("none"), entry("future", NOW + 9999), entry("old", -5)], NOW)
    assert {article_id // 10_000 for article_id in stored.new} == {NOW}
    again = store.articles.put(feed, [entry("none"), entry("future", NOW + 9999)], NOW + 50)
    assert (again.new, again.changed) == ((), ())


def test_more_articles_of_one_second_than_it_has_ids(store: Store, feed: int) -> None:
    stored = store.articles.put(feed, [entry(str(number), text="") for number in range(10_003)], NOW)
    assert len(set(stored.new)) == 10_003
    assert {article_id // 10_000 for article_id in stored.new} == {NOW, NOW - 1}


def test_an_edited_article_keeps_its_id_and_state_and_has_new_words(store: Store, feed: int) -> None:
    (article_id,) = store.articles.put(feed, [entry("1", NOW, "the old “words” stood here")], NOW).new
    store.articles.set_starred([article_id], True)
    store.articles.set_position(article_id, 20)
    store.people.put(article_id, Analysis((Quote(8, 15),)), 1)
    stored = store.articles.put(feed, [entry("1", NOW + 5, "brand new")], NOW)
    assert (stored.new, stored.changed) == ((), (article_id,))
    article = store.articles.get(article_id)
    assert article is not None
    assert (article.text, article.starred, article.position) == ("brand new", True, 9)
    assert [store.search.count(word) for word in ("old", "brand", "quote:words")] == [0, 1, 0]
    assert store.people.get(article_id) is None
    assert store.people.stale(1) == [article_id]


def test_the_same_guid_in_another_feed_is_another_article(store: Store, feed: int) -> None:
    other = store.feeds.add("https://b.example/feed", "B").id
    assert store.articles.put(feed, [entry("1", NOW)], NOW).new
    assert store.articles.put(other, [entry("1", NOW)], NOW).new
    assert [store.feeds.get(number).total for number in (feed, other)] == [1, 1]


def test_counts_are_kept(shelf: Shelf, store: Store) -> None:
    assert store.articles.counts() == Counts(all=4, unread=4, starred=0, local=1)
    changed = store.articles.set_read([shelf.ids["harbour"], shelf.ids["budget"], 12345], True)
    assert sorted(changed) == sorted([shelf.ids["harbour"], shelf.ids["budget"]])
    assert list(store.articles.set_read([shelf.ids["harbour"]], True)) == []
    store.articles.set_starred(array("q", [shelf.ids["harbour"]]), True)
    assert store.articles.counts() == Counts(all=4, unread=2, starred=1, local=1)
    courier = store.feeds.get(shelf.courier)
    assert (courier.unread, courier.total) == (1, 2)
    assert sorted(store.articles.set_read(changed, False)) == sorted(changed)
    assert store.articles.counts().unread == 4
    store.feeds.remove(shelf.local)
    assert store.articles.counts() == Counts(all=3, unread=3, starred=1, local=0)


def test_removing_a_feed_leaves_nothing_of_it(shelf: Shelf, store: Store) -> None:
    store.feeds.remove(shelf.courier)
    for sought in (
        "harbour -budget",
        "person:petrov",
        "said:petrov",
        "quote:harbour",
        "#traffic",
        "feed:courier",
    ):
        assert store.search.count(sought) == 0, sought
    assert store.who.everybody() == []
    assert list(store.search.quotes()) == []
    with pytest.raises(StoreError, match="no feed number"):
        store.feeds.get(shelf.courier)


def test_headlines_keep_the_order_asked_for_and_leave_out_what_is_gone(shelf: Shelf, store: Store) -> None:
    rows = store.articles.headlines([shelf.ids["budget"], 7, shelf.ids["tokyo"]])
    assert [(row.title, row.source) for row in rows] == [
        ("Budget notes", "Notes"),
        ("東京の橋", "Morning Post"),
    ]


def test_the_first_unread_is_that_of_the_order_asked_in(shelf: Shelf, store: Store) -> None:
    ids = array("q", [shelf.ids[name] for name in ("budget", "harbour", "tokyo")])
    store.articles.set_read([ids[0]], True)
    assert store.articles.first_unread(ids) == ids[1]
    assert store.articles.first_unread(ids[::-1]) == ids[2]
    assert store.articles.first_unread(array("q", [7, ids[0]])) is None
    assert store.articles.first_unread(array("q")) is None


def test_subscribing_twice_is_once(store: Store) -> None:
    first = store.feeds.add("https://a.example/feed", "A", FeedKind.WEB, "news")
    assert store.feeds.add("https://a.example/feed", "Other") == first
    assert [feed.title for feed in store.feeds.all()] == ["A"]


def test_what_came_of_a_look_at_a_feed_is_kept(store: Store) -> None:
    feed = store.feeds.add("https://a.example/feed", "")
    store.feeds.record(feed, Failed(feed.url, "No answer from a.example.", retry_after=5), NOW, NOW + 60)
    failing = store.feeds.get(feed.id)
    assert (failing.error, failing.failures) == ("No answer from a.example.", 1)
    assert (failing.checked, failing.due) == (NOW, NOW + 60)
    store.feeds.record(failing, Failed(feed.url, "No answer."), NOW)
    later = store.feeds.get(feed.id)
    assert later.failures == 2
    store.feeds.record(later, Fetched("https://a.example/new", "The A", "https://a.example", etag="x"), NOW)
    well = store.feeds.get(feed.id)
    assert (well.url, well.title, well.site, well.etag) == (
        "https://a.example/new",
        "The A",
        "https://a.example",
        "x",
    )
    assert (well.error, well.failures) == ("", 0)
    store.feeds.record(well, Fetched(well.url, "", unchanged=True), NOW, NOW + 7200)
    unchanged = store.feeds.get(feed.id)
    assert (unchanged.etag, unchanged.title, unchanged.due) == ("x", "The A", NOW + 7200)


def test_a_title_the_user_gave_stays(store: Store) -> None:
    feed = store.feeds.add("https://a.example/feed", "Mine")
    store.feeds.record(feed, Fetched(feed.url, "Theirs"), NOW)
    assert store.feeds.get(feed.id).title == "Mine"


def test_spans_of_an_empty_text(store: Store, feed: int) -> None:
    (article_id,) = store.articles.put(feed, [entry("1", NOW, "")], NOW).new
    assert store.search.hits("title", "", typing=True) == []
    assert store.search.hits("title", "Title 1") == [Span(0, 5)]
    store.articles.remove([article_id])
    assert store.search.count() == 0


def test_a_removed_feed_is_nowhere_and_comes_back_as_it_was(shelf: Shelf, store: Store) -> None:
    store.articles.set_starred([shelf.ids["harbour"]], True)
    store.rules.apply(store.rules.add("title:bridge", Deeds(hide=True)))
    store.feeds.discard(shelf.courier)
    for sought in ("harbour -budget", "person:petrov", "said:petrov", "#traffic", "is:hidden", "is:starred"):
        assert shelf.found(sought) == [], sought
    assert set(shelf.found("is:hidden OR harbour")) == {"budget"}
    assert store.who.everybody() == []
    assert [feed.id for feed in store.feeds.all()] == [shelf.local, shelf.post]
    assert store.search.complete("feed:", 5).options == ('"Morning Post"', "Notes")
    assert store.articles.counts() == Counts(all=2, unread=2, local=1)
    assert store.upkeep.health(thorough=True).problems == ()
    assert store.feeds.restore(shelf.courier)
    assert shelf.found("is:starred") == ["harbour"]
    assert shelf.found("is:hidden") == ["bridge"]
    assert store.feeds.get(shelf.courier).total == 1
    assert [row.name for row in store.who.everybody()] == ["Boris Tamm", "Elena Petrov"]
    assert not store.feeds.restore(shelf.courier)


def test_following_a_removed_feed_again_brings_its_articles_back(shelf: Shelf, store: Store) -> None:
    store.feeds.discard(shelf.courier)
    assert store.feeds.add("https://courier.example/feed", "").id == shelf.courier
    assert shelf.found("feed:courier") == ["harbour", "bridge"]


def test_a_removed_feed_makes_way_for_one_that_moves_to_its_address(shelf: Shelf, store: Store) -> None:
    store.feeds.discard(shelf.courier)
    store.feeds.readdress(shelf.post, "https://courier.example/feed", FeedKind.WEB)
    assert store.feeds.get(shelf.post).url == "https://courier.example/feed"
    assert store.feeds.discarded() == []
