"""The same entry is never shown twice nor lost, whatever a feed does to its names."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.store.world import NOW
from tuinews.model import Analysis, Entry
from tuinews.store import Store
from tuinews.store.prepared import prepare_all
from tuinews.store.versions import Kind

SITE = "http://kelm.example"


def words(name: str, number: int = 60) -> str:
    """Return a text that shares nothing with that of another name but its length."""
    return " ".join([name, *(f"{name}{place}" for place in range(number))])


def story(number: int) -> Entry:
    name = f"story{number}"
    return Entry(f"{SITE}/?p={number}", f"{SITE}/{name}", f"The {name}", words(name), published=NOW - number)


def articles(store: Store) -> dict[str, tuple[int, bool]]:
    """Return id and read state by the first word of each text; fails if one is there twice."""
    found: dict[str, tuple[int, bool]] = {}
    for chunk in store.search.ids():
        for article_id in chunk:
            article = store.articles.get(article_id)
            assert article is not None
            name = article.text.split()[0]
            assert name not in found, f"{name} is there twice"
            found[name] = article_id, article.read
    return found


CHANGES: dict[str, Callable[[Entry, int], Entry]] = {
    "guid": lambda entry, n: entry._replace(guid=f"urn:{n}:{entry.guid}"),
    "link": lambda entry, n: entry._replace(url=f"{entry.url}-{n}"),
    "title": lambda entry, n: entry._replace(title=f"{entry.title}, again {n}"),
    "text": lambda entry, n: entry._replace(text=f"{entry.text} edited{n}"),
    "date": lambda entry, n: entry._replace(published=(entry.published or NOW) + n),
    "https": lambda entry, _: entry._replace(
        guid=entry.guid.replace("http:", "https:"), url=entry.url.replace("http:", "https:")
    ),
}


class Feed(RuleBasedStateMachine):
    """A feed whose entries change one fact at a time between two looks, go, come back and are repeated."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.store = Store(Path(self.folder.name) / "library.db")
        self.feed = self.store.feeds.add("http://kelm.example/feed", "Kelm").id
        self.entries: list[Entry] = []
        self.listed: set[int] = set()
        self.known: dict[str, tuple[int, bool]] = {}
        self.pending: set[int] = set()
        self.clock = 0

    @rule()
    def publish(self) -> None:
        self.listed.add(len(self.entries))
        self.entries.append(story(len(self.entries)))

    @precondition(lambda self: self.entries)
    @rule(change=st.sampled_from(sorted(CHANGES)), data=st.data())
    def change(self, change: str, data: st.DataObject) -> None:
        number = data.draw(st.integers(0, len(self.entries) - 1))
        if number not in self.pending:  # one fact at a time
            self.clock += 1
            self.entries[number] = CHANGES[change](self.entries[number], self.clock)
            self.pending.add(number)

    @precondition(lambda self: self.entries)
    @rule(data=st.data())
    def drop_or_add(self, data: st.DataObject) -> None:
        self.listed ^= {data.draw(st.integers(0, len(self.entries) - 1))}

    @precondition(lambda self: self.known)
    @rule(data=st.data())
    def read(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.known)))
        article_id, _ = self.known[name]
        self.store.articles.set_read([article_id], True)
        self.known[name] = article_id, True

    @rule(data=st.data(), repeated=st.booleans(), later=st.booleans())
    def look(self, data: st.DataObject, repeated: bool, later: bool) -> None:
        order = data.draw(st.permutations(sorted(self.listed)))
        delivered = [self.entries[number] for number in order]
        prepared = prepare_all(delivered + delivered[:1] * repeated)
        self.store.articles.put_prepared(self.feed, prepared, NOW + self.clock, later=later)
        for number in order:
            self.known.setdefault(f"story{number}", (0, False))
        self.pending -= self.listed
        found = articles(self.store)
        for name, (article_id, read) in self.known.items():
            assert name in found, f"{name} is lost"
            assert found[name][1] == read
            assert article_id in (0, found[name][0])
        self.known = found

    @invariant()
    def nothing_is_there_that_was_not_published(self) -> None:
        assert set(articles(self.store)) == set(self.known)

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()


TestFeed = Feed.TestCase
TestFeed.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)


@pytest.fixture
def feed(store: Store) -> int:
    return store.feeds.add("https://kelm.example/feed", "Kelm").id


def test_ids_that_are_given_out_anew_lose_nothing(store: Store, feed: int) -> None:
    for newest in range(3, 8):
        listed = [story(n)._replace(guid=str(place)) for place, n in enumerate(range(newest, newest - 3, -1))]
        store.articles.put(feed, listed, NOW)
    assert sorted(articles(store)) == [f"story{n}" for n in range(1, 8)]


def test_bulletins_of_one_page_are_not_edits_of_each_other(store: Store, feed: int) -> None:
    template = words("forecast", 30)
    for day in range(4):
        entry = Entry(f"day{day}", f"{SITE}/weather", "Forecast", f"day{day} {template} {day} degrees",
                      published=NOW - (4 - day) * 86400)  # fmt: skip
        store.articles.put(feed, [entry], NOW)
    assert len(articles(store)) == 4


def test_short_posts_of_a_ticker_are_not_one(store: Store, feed: int) -> None:
    for number, text in enumerate(["One nil.", "One all.", "Two one."]):
        entry = Entry(f"g{number}", f"{SITE}/match", "Goal", text, published=NOW + number)
        store.articles.put(feed, [entry], NOW + 10)
    assert store.search.count() == 3


def test_a_change_is_seen_and_the_earlier_text_kept(store: Store, feed: int) -> None:
    first = story(1)
    (article_id,) = store.articles.put(feed, [first], NOW).new
    store.articles.set_read([article_id], True)
    store.articles.put(feed, [first._replace(author="Ada Vell")], NOW + 5)
    assert store.search.count("is:changed") == 0
    edited = first._replace(title="The correction", text=first.text + " And so it was.")
    assert store.articles.put(feed, [edited], NOW + 60).changed == (article_id,)
    article = store.articles.get(article_id)
    assert article is not None
    assert (article.read, article.changed, article.title) == (True, NOW + 60, "The correction")
    assert store.search.count("is:changed") == 1
    earlier = store.versions.get(article_id, Kind.EARLIER)
    assert earlier is not None
    assert (earlier.title, earlier.text, earlier.kept) == (first.title, first.text, NOW + 60)
    again = edited._replace(title="The second correction")
    store.articles.put(feed, [again], NOW + 90, reopen=True)
    assert store.search.count("is:unread") == 1


@pytest.mark.parametrize("before", [b"\0" + b"x" * 16, b"x" * 16])
def test_a_text_that_is_but_cleaned_better_is_no_change(store: Store, feed: int, before: bytes) -> None:
    first = story(1)
    (article_id,) = store.articles.put(feed, [first], NOW).new
    with store.batch() as db:  # as an earlier release left it
        db.execute("UPDATE heads SET digest = ?", (before,))
    better = first._replace(text=first.text + " And so it was.")
    store.articles.put(feed, [better], NOW + 60, reopen=True)
    article = store.articles.get(article_id)
    assert article is not None
    assert (article.text, article.changed) == (better.text, 0)
    assert store.versions.get(article_id, Kind.EARLIER) is None
    assert store.search.count("is:changed") == 0
    assert store.search.count('"so it was"') == 1
    edited = better._replace(text=better.text + " Or so they say.")
    store.articles.put(feed, [edited], NOW + 90)
    assert store.search.count("is:changed") == 1


def test_an_analysis_outlives_a_cleaning_that_changes_nothing(store: Store, feed: int) -> None:
    (article_id,) = store.articles.put(feed, [story(1)], NOW).new
    store.people.put(article_id, Analysis(), 7)
    with store.batch() as db:
        db.execute("UPDATE heads SET digest = ?", (b"x" * 16,))
    assert store.articles.put(feed, [story(1)], NOW + 60).changed == ()
    assert store.people.get(article_id) is not None
    assert store.articles.put(feed, [story(1)._replace(title="Another")], NOW + 90).changed == (article_id,)


def test_what_was_forgotten_stays_so_after_a_move_to_https(store: Store, feed: int) -> None:
    old = story(1)._replace(published=NOW - 90 * 86400)
    store.articles.put(feed, [old], NOW)
    assert store.upkeep.expire(days=30, now=NOW) == 1
    moved = old._replace(guid=old.guid.replace("http:", "https:"))
    assert store.articles.put(feed, [moved], NOW).new == ()
