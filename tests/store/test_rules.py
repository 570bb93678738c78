"""Rules: what is done to articles as they come, and what hiding does to lists and counts."""

from array import array
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.store.test_copies import WIRE
from tests.store.world import NOW, Shelf
from tuinews.errors import StoreError
from tuinews.model import Analysis, Caught, Deeds, Entry, Person, Quote, Span
from tuinews.store import Store
from tuinews.store import rules as module


def put(store: Store, feed: int, *titles: str) -> list[int]:
    """Deliver articles, newest first, and follow the rules for them."""
    entries = [Entry(title, "", title, f"{title} text.", published=NOW) for title in titles]
    with store.batch():
        ids = store.articles.put(feed, entries, NOW).new
        store.rules.arrived(ids)
    return list(ids)


def titles(store: Store, sought: str = "") -> list[str]:
    ids = [article_id for chunk in store.search.ids(sought) for article_id in chunk]
    assert store.search.count(sought) == len(ids)
    assert list(store.search.tail(sought, 2)) == ids[-2:]
    return [row.title for row in store.articles.headlines(ids)]


@pytest.fixture
def feed(store: Store) -> int:
    return store.feeds.add("https://kelm.example/feed", "Kelm").id


def test_a_rule_does_what_it_says_to_what_comes_and_to_nothing_else(store: Store, feed: int) -> None:
    put(store, feed, "Ferry before")
    store.rules.add("ferry", Deeds(read=True, star=True, tag="boats"))
    put(store, feed, "Ferry now", "Bridge")
    assert titles(store, "is:starred") == ["Ferry now"]
    assert titles(store, "is:read") == ["Ferry now"]
    assert titles(store, "#boats") == ["Ferry now"]
    assert [row.caught for row in store.rules.all()] == [1]


def test_rules_are_followed_in_their_order_and_may_rest(store: Store, feed: int) -> None:
    tagging = store.rules.add("ferry", Deeds(tag="boats"))
    starring = store.rules.add("#boats", Deeds(star=True))
    put(store, feed, "Ferry one")
    assert titles(store, "is:starred") == ["Ferry one"]
    store.rules.put_back([starring, tagging])
    put(store, feed, "Ferry two")
    assert titles(store, "is:starred") == ["Ferry one"]
    store.rules.switch(tagging.id, False)
    put(store, feed, "Ferry three")
    assert set(titles(store, "#boats")) == {"Ferry one", "Ferry two"}
    store.rules.remove(starring.id)
    assert [row.id for row in store.rules.all()] == [tagging.id]


def test_a_rule_about_people_waits_for_the_analysis(store: Store, feed: int) -> None:
    store.rules.add("-person:doe title:ferry", Deeds(hide=True))
    store.rules.add("said:doe", Deeds(notify=True, star=True))
    (article,) = store.articles.put(feed, [Entry("1", "", "Ferry", "“Well,” Jo Doe", published=NOW)], NOW).new
    assert store.rules.arrived([article]) == []
    assert titles(store) == ["Ferry"]
    doe = Person("Jo Doe", (Span(8, 14),), "jo doe")
    store.people.put(article, Analysis((Quote(0, 7, speaker="Jo Doe"),), (doe,)), 1)
    (caught,) = store.rules.analysed([article])
    assert (caught.rule.sought, list(caught.ids), caught.notify) == ("said:doe", [article], True)
    assert titles(store, "is:starred") == ["Ferry"]
    assert store.rules.analysed([article]) == []  # analysed anew, it has not come anew


def test_hidden_is_in_no_list_and_no_count(shelf: Shelf, store: Store) -> None:
    store.articles.set_starred([shelf.ids["harbour"]], True)
    store.rules.add("title:harbour OR tag:traffic", Deeds(hide=True))
    done = store.rules.apply(store.rules.all()[0])
    assert sorted(done.hidden) == sorted([shelf.ids["harbour"], shelf.ids["bridge"]])
    for sought in ("", "harbour", "said:petrov", "quote:sale said:petrov", "#traffic", "feed:courier"):
        assert not {"harbour", "bridge"} & set(shelf.found(sought))
    for order in ("title", "relevance", "-date"):
        assert set(shelf.found(f"harbour sort:{order}")) == {"budget"}
    assert shelf.found("is:hidden") == ["harbour", "bridge"]
    assert shelf.found("is:hidden harbour") == ["harbour"]
    assert shelf.found("is:starred") == []
    assert list(store.articles.newest(9)) == [shelf.ids["tokyo"], shelf.ids["budget"]]
    assert store.articles.counts()[:5] == (2, 2, 0, 1, 2)
    assert [tag.name for tag in store.tags.all()] == []
    assert store.feeds.get(shelf.courier).total == 0
    assert store.upkeep.health(thorough=True).problems == ()
    store.rules.revert(done)
    assert shelf.found("") == ["harbour", "bridge", "tokyo", "budget"]
    assert store.articles.counts()[:5] == (4, 4, 1, 1, 0)
    assert store.rules.all()[0].caught == 0


def test_hiding_one_feeds_article_leaves_the_story_of_the_others(store: Store, feed: int) -> None:
    other = store.feeds.add("https://bay.example/feed", "Bay").id

    def put_story(to: int, url: str) -> int:
        return store.articles.put(to, [Entry(url, url, "Wire", WIRE, published=NOW)], NOW).new[0]

    first = put_story(feed, "https://kelm.example/1")
    copy = put_story(other, "https://bay.example/1")
    done = store.rules.apply(store.rules.add("feed:kelm", Deeds(hide=True)))
    assert list(store.articles.newest(9)) == [copy]
    store.rules.revert(done)
    assert store.articles.counts().all == 1
    assert list(done.hidden) == [first]


def test_what_would_be_about_everything_or_do_nothing_is_refused(store: Store) -> None:
    for sought, deeds in (("", Deeds(hide=True)), ("sort:title", Deeds(hide=True)), ("ferry", Deeds())):
        with pytest.raises(StoreError, match="A rule"):
            store.rules.add(sought, deeds)


def test_a_rule_that_takes_too_long_is_left_and_told(
    store: Store, feed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SECONDS", -1.0)
    monkeypatch.setattr("tuinews.store.connection.PROGRESS_STEPS", 1)
    store.rules.add("/f.*y/", Deeds(star=True))
    ids = store.articles.put(feed, [Entry("1", "", "Ferry", "x", published=NOW)], NOW).new
    (caught,) = store.rules.arrived(ids)
    assert caught.late
    assert titles(store) == ["Ferry"]  # and what came is stored


class Hidden(RuleBasedStateMachine):
    """Whatever is hidden, read, starred, tagged, folded and removed, the kept counts are those of a count."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.store = Store(Path(self.folder.name) / "library.db")
        self.feeds = [self.store.feeds.add(f"https://{name}.example/", name).id for name in "abc"]
        self.store.saved.put("wire", "wire7 OR x")
        self.store.saved.recount()
        self.deeds = [
            self.store.rules.add("title:T", deeds)
            for deeds in (Deeds(hide=True), Deeds(read=True), Deeds(star=True), Deeds(tag="b"))
        ]
        self.ids: list[int] = []
        self.done: list[Caught] = []

    @rule(feed=st.integers(0, 2), guid=st.sampled_from("12"), wire=st.booleans())
    def put(self, feed: int, guid: str, wire: bool) -> None:
        url = f"https://{feed}.example/{guid}"
        entry = Entry(guid, url, "T", WIRE if wire else f"x {guid}", tags=("a",))
        if self.store.feeds.has(self.feeds[feed]):
            new = self.store.articles.put(self.feeds[feed], [entry], NOW).new
            self.ids += new
            for article_id in new:
                self.analyse(self.ids.index(article_id), guid)

    @rule(place=st.integers(0, 5), name=st.sampled_from("12"))
    def analyse(self, place: int, name: str) -> None:
        who = Person(name, (Span(0, 1), Span(1, 2)), name)
        for article_id in self.ids[place : place + 1]:
            self.store.people.put(article_id, Analysis((Quote(0, 2, speaker=name), Quote(1, 2)), (who,)), 1)

    @rule(feed=st.integers(0, 2))
    def unsubscribe(self, feed: int) -> None:
        self.store.feeds.discard(self.feeds[feed])

    @rule(feed=st.integers(0, 2))
    def resubscribe(self, feed: int) -> None:
        self.store.feeds.restore(self.feeds[feed])

    @rule(place=st.integers(0, 5), deed=st.integers(0, 3))
    def follow(self, place: int, deed: int) -> None:
        with self.store._database.writing() as db:
            ids = array("q", self.ids[place : place + 2])
            self.done.append(self.store.rules._do(db, self.deeds[deed], ids))

    @rule()
    def undo(self) -> None:
        if self.done:
            self.store.rules.revert(self.done.pop())

    @rule(place=st.integers(0, 5), on=st.booleans())
    def mark(self, place: int, on: bool) -> None:
        self.store.articles.set_read(self.ids[place : place + 2], on)
        self.store.articles.set_starred(self.ids[place : place + 1], on)

    @rule(place=st.integers(0, 5))
    def remove(self, place: int) -> None:
        gone = self.ids[place : place + 1]
        self.store.articles.remove(gone)
        self.ids = [article_id for article_id in self.ids if article_id not in gone]

    @invariant()
    def counts_are_true(self) -> None:
        store = self.store
        assert store.upkeep.health(thorough=True).problems == ()
        with store._database.reading() as db:
            hidden = {row[0] for row in db.execute("SELECT id FROM hidden")}
            removed = {row[0] for row in db.execute("SELECT id FROM hidden WHERE removed")}
            named: list[Any] = db.execute("SELECT person_id, article_id, times FROM mentions").fetchall()
            said: list[Any] = db.execute("SELECT person_id, id >> 16 FROM quotes").fetchall()
            people: list[Any] = db.execute("SELECT id, articles, mentions, quotes FROM people").fetchall()
            copies = {row[0] for row in db.execute("SELECT id FROM copies")}
            rows: list[Any] = db.execute("SELECT id, feed_id, unread, starred FROM articles").fetchall()
            tagged: list[Any] = db.execute("SELECT tag_id, article_id FROM article_tags").fetchall()
            kept: list[Any] = db.execute("SELECT id, articles FROM tags").fetchall()
            originals = {row[0] for row in db.execute("SELECT original FROM copies")}
        assert not hidden & (copies | originals)
        shown = [row for row in rows if row[0] not in hidden]
        single = [row for row in shown if row[0] not in copies]
        counts = store.articles.counts()
        assert counts[:4] == (
            len(single), sum(row[2] for row in single), sum(row[3] for row in shown), 0,
        )  # fmt: skip
        assert counts.hidden == len(hidden - removed) == store.search.count("is:hidden")
        assert {row[0] for row in rows if not store.feeds.has(row[1])} == removed
        for person, *counted in people:
            of = [row[2] for row in named if row[0] == person and row[1] not in hidden]
            quoted = sum(row[0] == person and row[1] not in hidden for row in said)
            assert counted == [len(of), sum(of), quoted]
        for feed in store.feeds.all():
            own = [row for row in shown if row[1] == feed.id]
            assert (feed.total, feed.unread) == (len(own), sum(row[2] for row in own))
        for tag, number in kept:
            assert number == sum(at == tag and article not in hidden for at, article in tagged)
        listed = [article_id for chunk in store.search.ids() for article_id in chunk]
        assert sorted(listed) == sorted(row[0] for row in single)
        for row in store.saved.all():
            assert row.unread == store.search.count(f"({row.sought}) is:unread")

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()


def test_counts_are_true_whatever_is_hidden() -> None:
    run_state_machine_as_test(
        Hidden, settings=settings(max_examples=25, stateful_step_count=20, deadline=None)
    )
