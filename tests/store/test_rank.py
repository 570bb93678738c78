"""The best first: BM25 by hand over every article, and the same from FTS5 and from the columns."""

import math
import random
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.world import NOW, Shelf
from tuinews.model import Entry
from tuinews.store import Store, begun, blocks, seal, upkeep
from tuinews.store.hiding import hide, show
from tuinews.store.migrate import migrate, steps
from tuinews.store.rank import averages

WORDS = {"the": 300, "harbour": 4, "bridge": 2, "ferry": 2, "mayor": 1, "budget": 0.5, "storm": 0.3}
RARE = [f"w{number}" for number in range(2000)]
NUMBER = 700


def entries(seed: int, first: int, number: int) -> list[Entry]:
    """Return articles of words of very different frequency."""
    chosen = random.Random(seed)
    all_words, weights = [*WORDS, *RARE], [*WORDS.values(), *[1.0] * len(RARE)]
    made = []
    for place in range(first, first + number):
        text = " ".join(chosen.choices(all_words, weights, k=chosen.randrange(100, 400)))
        text += f" storm{place}" * (place % 3 == 0)  # with a frequent word, many rare ones that begin alike
        title = " ".join(chosen.choices(list(WORDS), k=2) + chosen.choices(RARE, k=4))
        language = chosen.choice(("de", "en", "en"))
        published = NOW - chosen.randrange(10**6)
        made.append(Entry(str(place), "", title, text, published=published, language=language))
    return made


@pytest.fixture(scope="module")
def fts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store whose ranking FTS5 does."""
    with Store(tmp_path_factory.mktemp("fts") / "library.db") as store:
        yield filled(store)


@pytest.fixture(scope="module")
def columns(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store with blocks, of which articles were changed and removed since, and loose ones."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seal, "SIZE", 128)
        patch.setattr(seal, "SLICE", 50)
        with Store(tmp_path_factory.mktemp("columns") / "library.db") as store:
            yield filled(store, lambda: sealing(store))


def sealing(store: Store, worth: int = 1) -> int:
    return seal.Sealing(store._database).run(worth=worth)


def filled(store: Store, between: Callable[[], object] = lambda: None) -> Store:
    """Fill a store with the same in any case; after what is done `between`, articles of all ages come."""
    feed = store.feeds.add("https://a.example/", "A").id
    ids = store.articles.put(feed, entries(1, 0, NUMBER), NOW).new
    between()
    store.articles.remove(ids[10:60:5])
    store.articles.put(feed, entries(2, 100, 90), NOW)  # edited
    between()
    store.articles.put(feed, entries(3, 600, 160), NOW)  # edited, and new
    store.articles.remove(ids[400:420])
    shown = [article_id for chunk in store.search.ids("") for article_id in chunk]
    store.articles.set_read(shown[::3], read=True)
    return store


def ids(store: Store, sought: str, *, typing: bool = False) -> list[int]:
    return [article_id for chunk in store.search.ids(sought, typing=typing) for article_id in chunk]


def by_hand(store: Store, terms: list[str]) -> dict[int, list[int]]:
    """Return for each article how often it has each term, its title counted eight times."""
    found = {}
    for article_id in ids(store, ""):
        article = store.articles.get(article_id)
        assert article is not None
        title, body = f" {article.title} ".lower(), f" {article.text} ".lower()
        found[article_id] = [8 * times(term, title) + times(term, body) for term in terms]
    return found


def times(term: str, text: str) -> int:
    """Return how often a word, a phrase or (`x*`) the beginning of a word stands in a text of words."""
    words = text.split()
    if term.endswith("*"):
        return sum(word.startswith(term[:-1]) for word in words)
    wanted = term.strip('"').split()
    return sum(words[place : place + len(wanted)] == wanted for place in range(len(words)))


def scored(store: Store, terms: list[str]) -> dict[int, float]:
    """Return the BM25 of each article for the terms."""
    known = by_hand(store, terms)
    with store._database.reading() as db:
        total, usual = averages(db)
        lengths = {
            article: blocks.token_count(size)
            for article, size in db.execute("SELECT id, sz FROM article_index_docsize")
        }
    scores = dict.fromkeys(known, 0.0)
    for place in range(len(terms)):
        having = sum(counts[place] > 0 for counts in known.values())
        weight = max(math.log((total - having + 0.5) / (having + 0.5)), 1e-6)
        for article, counts in known.items():
            norm = 1.2 * (0.25 + 0.75 * lengths[article] / usual)
            scores[article] += weight * counts[place] * 2.2 / (counts[place] + norm)
    return scores


TERMS = [
    "ferry",
    "the",
    "bridge",
    "storm",
    "budget",
    "w7",
    "w12",
    '"the harbour"',
    '"the w3"',
    "ha*",
    "w1*",
    "harb*",
    "stor*",
    "w123*",
]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(TERMS), min_size=1, max_size=3, unique=True), st.sampled_from([" ", " OR "]))
def test_the_order_is_that_of_scores_by_hand(columns: Store, terms: list[str], joint: str) -> None:
    known, scores = by_hand(columns, terms), scored(columns, terms)
    having = all if joint == " " else any
    expected = [article for article, counts in known.items() if having(counts)]
    sought = joint.join(terms)
    assert columns.search.count(sought) == len(expected)
    found = ids(columns, f"{sought} sort:relevance")
    assert sorted(found) == sorted(expected)
    numbers = [sum(counts[place] > 0 for counts in known.values()) for place in range(len(terms))]
    if min(numbers) * 2 < len(known):
        order = [scores[article] for article in found]
        assert order == pytest.approx(sorted(order, reverse=True), abs=1e-5)
    else:
        assert found == sorted(expected, reverse=True)


SOUGHT = [
    *TERMS,
    "the harbour",
    "storm OR mayor",
    "the storm -budget",
    "(harbour OR mayor) bridge -storm",
    "title:harbour",
    "title:the -title:harbour",
    "body:harbour ferry",
    "title:harb*",
    "harbo* bridg* -stor*",
    "nowher*",
    "person:nobod*",
    "harbour is:unread",
    "harbour is:read",
    "harbour lang:de",
    "harbour -lang:de has:quote",
    "feed:a bridge",
    "the after:2026-11-15 storm",
    "harbour /st.rm/",
    "harbour person:nobody",
    "nowhere",
    "nowhere OR harbour",
    "harbour limit:5",
    '"harbour w3"',
    '"ferry bridge" OR "mayor storm"',
    '"the mayor" storm',
    'title:"the harbour"',
    "the OR harbour OR nowhere",
    "title:the OR harbour",
]


@pytest.mark.parametrize("sought", SOUGHT)
def test_columns_and_fts5_agree(fts: Store, columns: Store, sought: str) -> None:
    ranked = f"{sought} sort:relevance"
    assert ids(columns, ranked) == ids(fts, ranked)
    assert columns.search.count(sought) == fts.search.count(sought) == len(ids(fts, sought))


def test_saved_searches_count_the_same(fts: Store, columns: Store) -> None:
    for store in (fts, columns):
        for sought in SOUGHT:
            store.saved.put(sought, sought)
        store.saved.recount()
    assert columns.saved.all() == fts.saved.all()
    unread = {search.sought: search.unread for search in columns.saved.all()}
    assert 0 < (unread["storm"] or 0) == columns.search.count("storm is:unread")
    for store in (fts, columns):
        for sought in SOUGHT:
            store.saved.remove(sought)


@pytest.mark.parametrize("sought", ["harb*", "bridg* OR stor*", "ferry -harbou*"])
def test_beginnings_of_too_many_words_are_left_to_fts5(
    fts: Store, columns: Store, monkeypatch: pytest.MonkeyPatch, sought: str
) -> None:
    ranked = f"{sought} sort:relevance"
    found, best = ids(columns, sought), ids(columns, ranked)
    monkeypatch.setattr(begun, "MOST", 0)
    assert (ids(columns, sought), ids(columns, ranked)) == (found, best)
    assert (ids(fts, sought), ids(fts, ranked)) == (found, best)


def test_the_last_word_of_a_phrase_may_be_begun(columns: Store) -> None:
    found = ids(columns, '"the stor', typing=True)
    assert len(found) > len(ids(columns, '"the storm"')) > 0
    assert columns.search.count('"the stor', typing=True) == len(found)
    assert sorted(ids(columns, 'sort:relevance "the stor', typing=True)) == sorted(found)


def test_the_first_page_comes_first(columns: Store) -> None:
    chunks = list(columns.search.ids("storm OR budget sort:relevance"))
    assert len(chunks[0]) == 50
    assert len(chunks) > 1


@pytest.mark.parametrize("sought", ["storm", '"the w3"', '"mayor bridge" OR budget', "storm limit:5"])
def test_the_number_is_told_with_the_best(columns: Store, sought: str) -> None:
    told: list[int] = []
    first = next(columns.search.ids(f"{sought} sort:relevance", told=told.append))
    assert told == [columns.search.count(sought)]
    assert len(first) == min(50, told[0])


def test_what_is_loose_goes_into_blocks_once(columns: Store) -> None:
    before = ids(columns, "storm OR harbour sort:relevance")
    assert sealing(columns) > 0
    assert sealing(columns) == 0
    assert ids(columns, "storm OR harbour sort:relevance") == before


def test_few_loose_articles_wait(columns: Store) -> None:
    sealing(columns)
    feed = columns.feeds.all()[0].id
    new = columns.articles.put(feed, entries(9, 5000, 3), NOW).new
    assert sealing(columns, worth=4) == 0
    assert set(new) <= set(ids(columns, "the sort:relevance"))
    columns.articles.remove(new)
    assert not set(new) & set(ids(columns, "the sort:relevance"))


def test_what_is_hidden_is_not_found(columns: Store) -> None:
    found = ids(columns, "storm OR budget sort:relevance")
    with columns._database.writing() as db:
        hide(columns._database, db, found[1:4])
    try:
        assert ids(columns, "storm OR budget sort:relevance") == found[:1] + found[4:]
        assert columns.search.count("storm OR budget") == len(found) - 3
    finally:
        with columns._database.writing() as db:
            show(columns._database, db, found[1:4])


def test_a_question_is_stopped(columns: Store) -> None:
    stop = threading.Event()
    stop.set()
    assert list(columns.search.ids("harbour sort:relevance", stop)) == []
    assert columns.search.count("harbour", stop) is None


def test_a_word_of_most_articles_tells_nothing(fts: Store) -> None:
    assert ids(fts, "the sort:relevance") == ids(fts, "the")


def test_a_title_ranks_above_a_body(shelf: Shelf, store: Store) -> None:
    entries = [
        Entry("body", "", "Other", "zebra " + "word " * 50, published=NOW),
        Entry("title", "", "Zebra", "word " * 50, published=NOW - 1000),
        Entry("both", "", "Zebra", "zebra " + "word " * 50, published=NOW - 2000),
    ]
    made = dict(zip(("body", "title", "both"), store.articles.put(shelf.post, entries, NOW).new, strict=True))
    assert ids(store, "zebra sort:relevance") == [made["both"], made["title"], made["body"]]


def test_a_large_library_is_put_into_blocks_by_upkeep(
    store: Store, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "ENOUGH", 100)
    monkeypatch.setattr(upkeep, "WORTH", 50)
    number = "SELECT count(*) FROM blocks"
    left = threading.Event()
    store.upkeep.tend(now=NOW)
    with store._database.reading() as db:
        assert db.execute(number).get == 0
    store.articles.put(shelf.post, entries(1, 0, 120), NOW)
    left.set()
    store.upkeep.seal(left)  # the program ends before the child has done anything
    with store._database.reading() as db:
        assert db.execute(number).get == 0
    store.upkeep.tend(now=NOW)
    with store._database.reading() as db:
        assert db.execute(number).get == 1


def test_a_library_made_before_there_were_blocks_gets_them(tmp_path: Path) -> None:
    file = apsw.Connection(str(tmp_path / "old.db"))
    before = [step for step in steps() if "CREATE TABLE blocks" not in step[1]][:2]
    for _, sql in before:
        file.execute(sql)
    number = before[-1][0]
    file.execute(f"PRAGMA application_id = {0x7475696E}; PRAGMA user_version = {number}")
    file.execute("INSERT INTO feeds (url, title, kind) VALUES ('a', 'A', 'feed')")
    file.execute("INSERT INTO articles (id, feed_id, added) VALUES (7, 1, 0), (9, 1, 0)")
    migrate(file, tmp_path / "old.db")
    assert [row[0] for row in file.execute("SELECT id FROM loose ORDER BY id")] == [7, 9]
