"""What waits to be indexed: listed at once, found by its words by whoever asks, and lost by nothing."""

import threading
from pathlib import Path

import apsw
import pytest

from tests.store.test_identity import words
from tests.store.world import NOW, person
from tuinews.model import Analysis, Deeds, Entry
from tuinews.store import Store
from tuinews.store.prepared import prepare_all
from tuinews.store.versions import Kind

WIRE = words("wire", 80)
FEEDS = {
    "kelm": [
        Entry("k1", "https://kelm.example/1", "Harbour", WIRE, published=NOW - 9),
        Entry("k2", "https://kelm.example/2", "Bridge", words("bridge"), published=NOW - 8, tags=("toll",)),
    ],
    "bay": [
        Entry("b1", "https://bay.example/1", "The harbour", f"By us: {WIRE}", published=NOW - 7),
        Entry("b2", "https://bay.example/2", "Tunnel", words("tunnel"), published=NOW - 6, author="Jo Doe"),
    ],
}


def fill(store: Store, *, later: bool = True) -> dict[str, int]:
    """Store what the feeds bring, and return the articles' ids by their guids."""
    ids: dict[str, int] = {}
    for name, entries in FEEDS.items():
        feed = store.feeds.add(f"https://{name}.example/feed", name.title()).id
        new = store.articles.put_prepared(feed, prepare_all(entries), NOW, later=later).new
        ids |= dict(zip([entry.guid for entry in entries], new, strict=True))
    return ids


def listed(store: Store, sought: str = "") -> list[int]:
    ids = [article_id for chunk in store.search.ids(sought) for article_id in chunk]
    assert store.search.count(sought) == len(ids)
    return ids


def waiting(store: Store) -> int:
    health = store.upkeep.health(thorough=True)
    assert health.problems == ()
    return health.unindexed


def test_it_is_listed_at_once_and_found_by_whoever_asks_for_words(store: Store) -> None:
    ids = fill(store)
    assert listed(store) == [ids["b2"], ids["b1"], ids["k2"], ids["k1"]]
    assert listed(store, "#toll is:unread") == [ids["k2"]]
    assert [store.search.waiting(sought) for sought in ("", "is:unread", "tunnel3")] == [0, 0, 4]
    assert waiting(store) == 4
    assert listed(store, "tunnel3") == [ids["b2"]]
    assert store.search.waiting("tunnel3") == 0
    assert waiting(store) == 0
    assert listed(store) == [ids["b2"], ids["k2"], ids["k1"]]


@pytest.mark.parametrize(
    "sought", ["wire7", "author:doe", "words:>70", "harb*", "tunnel OR is:starred", "bridge sort:relevance"]
)
def test_a_search_finds_what_it_finds_when_all_is_indexed_at_once(tmp_path: Path, sought: str) -> None:
    with Store(tmp_path / "later.db") as store, Store(tmp_path / "once.db") as other:
        ids, known = fill(store), fill(other, later=False)
        assert waiting(other) == 0
        found = [guid for article_id in listed(store, sought) for guid in ids if ids[guid] == article_id]
        assert found == [guid for number in listed(other, sought) for guid in known if known[guid] == number]
        assert found
        assert listed(store, "sort:words") == listed(other, "sort:words")


def test_a_word_that_is_being_typed_is_found_too(store: Store) -> None:
    ids = fill(store)
    assert [list(found) for found in store.search.ids("tunnel3", typing=True)] == [[ids["b2"]]]


def test_what_is_asked_first_may_be_the_number_or_the_end_of_a_list(store: Store) -> None:
    ids = fill(store)
    assert store.search.count("wire7") == 1
    assert list(store.search.tail("wire7")) == [ids["k1"]]


def test_it_waits_through_the_end_of_the_program(path: Path) -> None:
    with Store(path) as store:
        ids = fill(store)
    with Store(path) as store:
        assert waiting(store) == 4
        assert store.upkeep.tend(now=NOW) is not None
        assert waiting(store) == 0
        assert listed(store, "wire7") == [ids["k1"]]


def test_catching_up_can_be_stopped(store: Store) -> None:
    fill(store)
    stop = threading.Event()
    stop.set()
    assert store.search.catch_up(stop) == 0
    assert list(store.search.ids("wire7", stop)) == []
    assert waiting(store) == 4
    assert (store.search.catch_up(), store.search.catch_up()) == (4, 0)


def test_a_search_goes_on_without_it_while_another_program_writes(path: Path) -> None:
    with Store(path, patience=0.05) as store:
        ids = fill(store)
        feed = store.feeds.add("https://sund.example/feed", "Sund").id
        store.articles.put(feed, [Entry("x", "", "New", "harbour")], NOW)
        other = apsw.Connection(str(path))
        other.execute("BEGIN IMMEDIATE")
        assert len(listed(store, "harbour")) == 1
        other.execute("ROLLBACK")
        assert ids["k1"] in listed(store, "harbour")


@pytest.mark.parametrize("guid", ["k1", "b1"])
def test_a_story_read_in_one_feed_meanwhile_is_read(store: Store, guid: str) -> None:
    ids = fill(store)
    store.articles.set_read([ids[guid]], True)
    store.search.catch_up()
    assert listed(store, "is:unread") == [ids["b2"], ids["k2"]]
    assert store.articles.counts().unread == 2
    assert waiting(store) == 0


def test_what_is_starred_or_hidden_meanwhile_stays_so(store: Store) -> None:
    ids = fill(store)
    store.articles.set_starred([ids["b1"]], True)
    store.search.catch_up()
    assert listed(store) == [ids["b2"], ids["b1"], ids["k2"], ids["k1"]]
    assert waiting(store) == 0


def test_what_a_rule_hides_meanwhile_stays_hidden(store: Store) -> None:
    ids = fill(store)
    rule = store.rules.add("feed:bay", Deeds(hide=True))
    store.rules.apply(rule)
    assert listed(store) == [ids["k2"], ids["k1"]]
    assert listed(store, "is:hidden") == [ids["b2"], ids["b1"]]
    assert waiting(store) == 0


def test_with_rules_nothing_waits(store: Store) -> None:
    rule = store.rules.add("wire7", Deeds(star=True))
    ids = fill(store)
    assert waiting(store) == 0
    assert [list(done.ids) for done in store.rules.arrived(list(ids.values()))] == [[ids["k1"], ids["b1"]]]
    assert store.rules.get(rule.id).caught == 2


def test_what_a_known_feed_brings_waits_too(store: Store) -> None:
    fill(store)
    kelm = next(feed for feed in store.feeds.all() if feed.title == "Kelm").id
    store.search.catch_up()
    again = [*FEEDS["kelm"], Entry("k3", "", "Third", words("third"), published=NOW)]
    assert len(store.articles.put_prepared(kelm, prepare_all(again), NOW, later=True).new) == 1
    assert waiting(store) == 1
    assert store.search.catch_up(most=0) == 0
    assert store.search.catch_up(most=1) == 1


def test_an_entry_is_recognised_under_another_guid_while_it_waits(store: Store) -> None:
    ids = fill(store)
    kelm = next(feed for feed in store.feeds.all() if feed.title == "Kelm").id
    moved = FEEDS["kelm"][0]._replace(guid="moved", url="https://kelm.example/moved")
    stored = store.articles.put(kelm, [moved, FEEDS["kelm"][1]], NOW)
    assert stored.new == ()
    assert stored.changed == (ids["k1"],)
    assert store.articles.guid(ids["k1"]) == "moved"


def test_a_text_that_changes_while_it_waits_is_found_by_its_new_words(store: Store) -> None:
    ids = fill(store)
    kelm = next(feed for feed in store.feeds.all() if feed.title == "Kelm").id
    edited = [FEEDS["kelm"][0]._replace(text=WIRE + " corrected"), FEEDS["kelm"][1]]
    store.articles.put(kelm, edited, NOW)
    store.versions.keep_page(ids["b2"], "The page has catamarans.", (), NOW)
    assert store.versions.show(ids["b2"], Kind.PAGE)
    assert listed(store, "corrected") == [ids["k1"]]
    assert listed(store, "catamarans") == [ids["b2"]]
    assert listed(store, "tunnel5") == []
    assert waiting(store) == 0


def test_who_is_named_is_kept_when_the_analysis_comes_first(store: Store) -> None:
    ids = fill(store)
    text = FEEDS["kelm"][1].text
    store.people.put(ids["k2"], Analysis((), (person(text, "bridge3"),)), 1)
    assert waiting(store) == 3
    store.search.catch_up()
    assert listed(store, "person:bridge3") == listed(store, "bridge7") == [ids["k2"]]


def test_what_is_removed_while_it_waits_is_gone(store: Store) -> None:
    ids = fill(store)
    for feed in store.feeds.all():
        if feed.title == "Kelm":
            store.feeds.remove(feed.id)
    assert listed(store, "wire7") == [ids["b1"]]
    assert waiting(store) == 0


@pytest.mark.parametrize("sought", ["wire7", "is:unread", "newer:9999d -tunnel3", "feed:bay"])
def test_counts_of_saved_searches_are_right_however_they_are_come_to(store: Store, sought: str) -> None:
    store.saved.put("before", sought)
    store.saved.recount()
    ids = fill(store)
    store.saved.put("between", sought)
    store.saved.recount()
    store.articles.set_read([ids["k1"], ids["b2"]], True)
    store.articles.set_read([ids["b2"]], False)
    store.search.catch_up()
    kept = [row.unread for row in store.saved.all()]
    store.saved.put("after", sought)
    store.saved.recount()
    assert kept == [row.unread for row in store.saved.all() if row.name != "after"]
