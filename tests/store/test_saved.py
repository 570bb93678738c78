import threading
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.store.world import NOW, Shelf
from tuinews.model import Analysis, Entry, Person, Quote, Span
from tuinews.store import Store
from tuinews.store.prepared import prepare_all
from tuinews.store.saved import SavedSearch

SOUGHT = [
    "harbour",
    "-harbour",
    "is:starred",
    "is:read",
    "person:doe OR said:x",
    "quote:harbour",
    "saved:harbour",
    "#a",
]


def test_a_saved_search_is_a_folder_that_fills_itself(shelf: Shelf, store: Store) -> None:
    store.saved.put("Harbour", "harbour")
    store.saved.put("About Petrov", "person:petrov -saved:Harbour")
    assert shelf.found("saved:Harbour is:unread") == ["harbour", "budget"]
    assert shelf.found('saved:"About Petrov"') == ["bridge"]
    assert [row.unread for row in store.saved.all()] == [None, None]
    store.saved.recount()
    assert store.saved.all() == [
        SavedSearch("About Petrov", "person:petrov -saved:Harbour", 1),
        SavedSearch("Harbour", "harbour", 2),
    ]
    store.articles.set_read([shelf.ids["budget"]], True)
    assert [row.unread for row in store.saved.all()] == [1, 1]
    store.saved.remove("Harbour")
    assert [row.name for row in store.saved.all()] == ["About Petrov"]
    assert shelf.found("saved:Harbour") == []


def test_searches_that_name_each_other_find_nothing_and_end(shelf: Shelf, store: Store) -> None:
    store.saved.put("a", "saved:b")
    store.saved.put("b", "saved:a harbour")
    assert shelf.found("saved:a") == []


def test_counts_of_the_clock_are_counted_anew(store: Store) -> None:
    feed = store.feeds.add("https://a.example/", "A").id
    now = int(datetime.now().timestamp())
    store.saved.put("recent", "newer:3d")
    store.saved.recount()
    store.articles.put(feed, [Entry("1", "", "T", "x", published=now)], now)
    store.saved.recount()
    assert [row.unread for row in store.saved.all()] == [1]


def test_many_changes_at_once_are_counted_later(store: Store) -> None:
    feed = store.feeds.add("https://a.example/", "A").id
    store.saved.put("x", "x")
    store.saved.recount()
    new = store.articles.put(feed, [Entry(str(n), "", "T", "x") for n in range(1500)], NOW).new
    assert [row.unread for row in store.saved.all()] == [None]
    stop = threading.Event()
    stop.set()
    store.saved.recount(stop)
    store.saved.recount()
    assert [row.unread for row in store.saved.all()] == [1500]
    store.articles.set_read(new[:10], True)
    assert [row.unread for row in store.saved.all()] == [1490]


def test_history_is_latest_first_and_each_search_once(store: Store) -> None:
    for sought in ("harbour", "bridge", "  ", "harbour is:unread", "bridge"):
        store.saved.remember(sought)
    assert store.saved.history() == ["bridge", "harbour is:unread", "harbour"]
    assert store.saved.history("harb") == ["harbour is:unread", "harbour"]
    assert store.saved.history(limit=1) == ["bridge"]


TEXTS = ["harbour", "bridge harbour", "“harbour” Jo Doe", ""]


class Counted(RuleBasedStateMachine):
    """Whatever is done in whatever order, the kept counts are those of a fresh count."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.store = Store(Path(self.folder.name) / "library.db")
        self.feed = self.store.feeds.add("https://a.example/", "A").id
        self.ids: list[int] = []
        self.late = False
        for sought in SOUGHT:
            self.store.saved.put(sought, sought)
        self.store.saved.recount()

    @rule(guid=st.sampled_from("12345"), text=st.sampled_from(TEXTS), later=st.booleans())
    def put(self, guid: str, text: str, later: bool) -> None:
        entries = prepare_all([Entry(guid, "", "T", text, tags=("a",) * (guid > "3"))])
        self.ids += self.store.articles.put_prepared(self.feed, entries, NOW, later=later).new
        self.late = self.late or later

    @rule()
    def catch_up(self) -> None:
        self.store.search.catch_up()
        self.late = False

    @rule()
    def recount(self) -> None:
        self.store.saved.put("new", "harbour")
        self.store.saved.recount()

    @rule(place=st.integers(0, 4), change=st.sampled_from(["read", "unread", "star", "analyse", "remove"]))
    def change(self, place: int, change: str) -> None:
        ids = self.ids[place : place + 2]
        match change:
            case "read" | "unread":
                self.store.articles.set_read(ids, change == "read")
            case "star":
                self.store.articles.set_starred(ids, True)
            case "analyse":
                person = Person("Jo Doe", (Span(0, 4),), "jo doe")
                for article_id in ids:
                    self.store.people.put(article_id, Analysis((Quote(0, 9),), (person,)), 1)
            case "remove":
                self.store.articles.remove(ids)
                self.ids = [article_id for article_id in self.ids if article_id not in ids]

    @invariant()
    def counts_are_true(self) -> None:
        for row in self.store.saved.all() if not self.late else ():
            assert row.unread == self.store.search.count(f"({row.sought}) is:unread"), row

    def teardown(self) -> None:
        self.catch_up()
        self.counts_are_true()
        self.store.close()
        self.folder.cleanup()


def test_counts_are_true_whatever_happens() -> None:
    run_state_machine_as_test(
        Counted, settings=settings(max_examples=30, stateful_step_count=15, deadline=None)
    )
