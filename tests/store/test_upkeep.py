import threading
import time

from tests.store.world import NOW, Shelf, day
from tuinews.model import Entry
from tuinews.store import Store

DAY = 86400


def fill(store: Store, number: int, feed: str = "https://a.example/") -> list[int]:
    """Store one article a day until NOW; return their ids, newest first."""
    feed_id = store.feeds.add(feed, feed).id
    entries = [Entry(str(n), "", f"T {n}", "harbour", published=NOW - n * DAY) for n in range(number)]
    return list(store.articles.put(feed_id, entries, NOW).new)


def test_what_is_older_than_its_days_goes_and_does_not_come_back(store: Store) -> None:
    ids = fill(store, 10)
    store.articles.set_starred([ids[9]], True)
    store.tags.give([ids[8]], "keep")
    assert store.upkeep.expire(days=5, now=NOW) == 2
    left = [article_id for chunk in store.search.ids() for article_id in chunk]
    assert left == ids[:6] + ids[8:]
    assert fill(store, 10) == []
    assert store.search.count("harbour") == 8
    assert store.upkeep.expire(days=5, now=NOW) == 0


def test_each_feed_keeps_its_newest(store: Store) -> None:
    fill(store, 6)
    fill(store, 2, "https://b.example/")
    assert store.upkeep.expire(per_feed=3, now=NOW) == 3
    assert [feed.total for feed in store.feeds.all()] == [3, 2]
    assert store.upkeep.expire(now=NOW) == 0


def test_own_files_never_expire(shelf: Shelf, store: Store) -> None:
    assert store.upkeep.expire(days=1, now=day("2030-01-01")) == 2
    assert shelf.found("") == ["bridge", "budget"]


def test_a_stopped_expiry_goes_on_the_next_time(store: Store) -> None:
    fill(store, 10)
    stop = threading.Event()
    stop.set()
    assert store.upkeep.expire(days=1, now=NOW, stop=stop) == 0
    assert store.upkeep.expire(days=1, now=NOW) == 8


def test_merging_leaves_few_segments_and_the_same_answers(store: Store) -> None:
    for number in range(40):
        feed_id = store.feeds.add(f"https://{number}.example/", "x").id
        store.articles.put(feed_id, [Entry("1", "", "T", f"harbour w{number}", published=NOW - number)], NOW)
    before = store.upkeep.health().segments
    store.upkeep.run()
    health = store.upkeep.health(thorough=True)
    assert health.segments <= before
    assert (health.articles, health.feeds, health.failing, health.unanalysed) == (40, 40, 0, 40)
    assert health.problems == ()
    assert store.search.count("harbour") == 40
    assert store.search.count("w7") == 1


def test_vacuum_gives_space_back(store: Store) -> None:
    ids = fill(store, 1500)
    store.articles.remove(ids[10:])
    assert store.upkeep.health().unused > 0
    before, after = store.upkeep.vacuum()
    assert after < before
    assert store.upkeep.health().unused == 0
    assert store.search.count("harbour") == 10
    assert len(store.articles.headlines(ids)) == 10


def test_a_wrong_count_is_told(store: Store) -> None:
    fill(store, 3)
    with store.batch() as db:
        db.execute("UPDATE counts SET number = 7 WHERE name = 'all'")
    assert store.upkeep.health().problems == ()
    assert store.upkeep.health(thorough=True).problems == ("The count of all says 7, there are 3.",)


def test_upkeep_is_done_once_a_day(store: Store) -> None:
    fill(store, 10)
    store.upkeep.set_rules(days=4)
    assert store.upkeep.tend(now=NOW) == 5
    assert store.upkeep.tend(now=NOW + DAY // 2) is None
    assert store.upkeep.tend(now=NOW + 2 * DAY) == 2
    assert store.upkeep.health().tended == NOW + 2 * DAY


def test_upkeep_that_was_stopped_is_done_again(store: Store) -> None:
    fill(store, 10)
    store.upkeep.set_rules(days=4)
    stop = threading.Event()
    stop.set()
    assert store.upkeep.tend(stop, now=NOW) == 0
    assert store.upkeep.health().tended == 0
    assert store.upkeep.tend(now=NOW) == 5


def test_removed_feeds_are_deleted_after_a_day_or_by_vacuum(store: Store) -> None:
    fill(store, 3)
    fill(store, 2, "https://b.example/")
    first, second = store.feeds.all()
    now = int(time.time())
    store.feeds.discard(first.id)
    store.upkeep.tend(now=now)
    assert store.upkeep.health().removed == 1
    store.upkeep.tend(now=now + 2 * DAY)
    assert not store.feeds.restore(first.id)
    store.feeds.discard(second.id)
    store.upkeep.vacuum()
    health = store.upkeep.health(thorough=True)
    assert (health.articles, health.feeds, health.removed, health.problems) == (0, 0, 0, ())
    assert fill(store, 3), "what was removed may be followed anew"
