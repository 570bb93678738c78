"""A library of any size from a seed: invented words by Zipf's law, people, quotations, feeds, years of dates.

    python -m tests.benchmarks.world FILE [ARTICLES]

writes a library (a million articles: some 25 minutes on two free cores, and 17 GB). The frequencies of words
follow Zipf-Mandelbrot: there are words in nearly every article, in a third, in one of a hundred, and tens of
thousands of rare ones; feeds and people have their frequent and their rare ones as well. The newest of the
articles and a few of the older ones are unread, some are starred, some tagged.

`build` writes the rows that `Library` would write, without looking for each article whether it is there
already or is another feed's story too; `fill` stores a batch the whole way.
"""

import random
import sys
import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from multiprocessing import get_context
from pathlib import Path

from tuinews.model import Analysis, Entry, Person, Quote, Span
from tuinews.store import Store
from tuinews.store.annotate import packed
from tuinews.store.ids import PER_SECOND, quote_range
from tuinews.store.index import article_row
from tuinews.store.traces import entry_traces
from tuinews.store.words import BREAK, analysis_facts, source_facts
from tuinews.text import ANALYSIS_VERSION
from tuinews.text.fold import spaced, words

SEED = 20261120
END = 1_790_000_000  # seconds: the newest article
YEARS = 10
FEEDS = 500
FOLDERS = 20
PEOPLE = 20_000
VOCABULARY = 150_000
TAGS = 20
NEVER = 4_000_000_000  # seconds: nobody is to be asked for these feeds
BATCH = 1_000
TRANSACTION = 10  # batches

_ONSETS = "b br c ch d dr f fl g gr h j k kl l m n p pr r s sh sl st t th tr v w y z".split(" ")  # noqa: SIM905
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ie", "oo", "ou"]
_CODAS = ["", "", "", "n", "r", "s", "t", "l", "nd", "rk", "ng", "st"]


def _zipf(number: int, shift: float = 2.7) -> list[float]:
    return list(accumulate(1 / (rank + shift) for rank in range(number)))


Made = tuple[int, Entry, Analysis]  # the number of the feed, what it gave, who says what in it


@dataclass
class World:
    """What all articles have in common; the same for the same seed."""

    seed: int = SEED

    @cached_property
    def words(self) -> list[str]:
        """The vocabulary, the most frequent word first; frequent words are short."""
        source = random.Random(self.seed)
        found: dict[str, None] = {}
        while len(found) < VOCABULARY:
            syllables = (
                1 if len(found) < 800 else source.choice((1, 2, 2) if len(found) < 20_000 else (2, 3, 3))
            )
            found["".join(map(source.choice, [_ONSETS, _VOWELS, _CODAS] * syllables))] = None
        return list(found)

    @cached_property
    def people(self) -> list[str]:
        """Full names, the most often named first."""
        source = random.Random(self.seed + 1)
        names = [word.title() for word in self.words[2000:9000] if 4 <= len(word) <= 9]
        return [f"{source.choice(names[:800])} {source.choice(names)}" for _ in range(PEOPLE)]

    @cached_property
    def _frequencies(self) -> list[float]:
        return _zipf(VOCABULARY)

    @cached_property
    def _weights(self) -> tuple[list[float], list[float]]:
        return _zipf(PEOPLE, 40), _zipf(FEEDS, 10)

    def batch(self, number: int, total: int) -> list[Made]:
        """Return the articles of one batch, oldest first, as (number of the feed, entry, analysis)."""
        source = random.Random(self.seed * 1_000_003 + number)
        first = number * BATCH
        return [self._article(source, place, total) for place in range(first, min(first + BATCH, total))]

    def _article(self, source: random.Random, place: int, total: int) -> tuple[int, Entry, Analysis]:
        names, feeds = self._weights
        length = max(200, int(source.gauss(600, 180))) - 66
        drawn = source.choices(self.words, cum_weights=self._frequencies, k=length + 8)
        title = " ".join(drawn[:8]).capitalize()
        named = list(dict.fromkeys(source.choices(self.people, cum_weights=names, k=3)))
        parts, quotes, mentions = [], [], []
        at, taken = 0, 8
        for name in named:
            for start, words_in in (("", 30), (" “", 15), (f"” {name} ", 20)):
                sentence = start + " ".join(drawn[taken : taken + words_in])
                taken += words_in
                if start == " “":
                    quotes.append(Quote(at + 1, at + len(sentence) + 1, speaker=name, confidence=0.9))
                elif start:
                    mentions.append(Person(name, (Span(at + 2, at + 2 + len(name)),), name.lower()))
                    sentence += ".\n\n"
                parts.append(sentence)
                at += len(sentence)
        parts.append(" ".join(drawn[taken:]))
        feed = source.choices(range(FEEDS), cum_weights=feeds, k=1)[0]
        published = END - int((total - place) * YEARS * 31_557_600 / total) + source.randrange(60)
        url = f"https://feed{feed}.example/{place}"
        entry = Entry(
            url, url, title, "".join(parts), published=published, language="en" if feed % 5 else "de"
        )
        return feed, entry, Analysis(tuple(quotes), tuple(mentions))


_WORLD = World()
Row = tuple[int | str | bytes, ...]


@dataclass(slots=True)
class Rows:
    """A batch as rows of the tables it goes to."""

    articles: list[Row]
    heads: list[Row]
    bodies: list[Row]
    analyses: list[Row]
    mentions: list[Row]
    quotes: list[Row]
    tags: list[Row]
    traces: list[Row]
    article_index: list[Row]
    quote_index: list[Row]


def batch(number: int) -> list[Made]:
    """Return a batch that goes on where a library of so many batches ends."""
    return _WORLD.batch(number, (number + 1) * BATCH)


def rows(number: int) -> Rows:
    """Return the same as rows."""
    return _rows((number, (number + 1) * BATCH))


def _rows(task: tuple[int, int]) -> Rows:
    number, total = task
    source = random.Random(_WORLD.seed * 7 + number)
    ids = {name: rank for rank, name in reversed(list(enumerate(_WORLD.people, 1)))}
    rows = Rows([], [], [], [], [], [], [], [], [], [])
    taken: dict[int, int] = {}
    made = _WORLD.batch(number, total)
    for place, (feed, entry, analysis) in enumerate(made, number * BATCH):
        second = entry.published or 0
        taken[second] = taken.get(second, -1) + 1
        # Batches of a large library share a second; their articles must not share a number.
        article = second * PER_SECOND + number % 10 * 1000 + taken[second]
        unread = place > total * 0.97 or source.random() < 0.01
        facts = source_facts(feed + 1, entry.url, entry.author, entry.language, (), ())
        facts += BREAK + analysis_facts(entry.text, analysis)
        found = words(entry.text)
        rows.traces += [(trace, article) for trace in entry_traces(entry.url, found)]
        starred, speeches = source.random() < 0.01, len(analysis.quotes)
        rows.articles.append(
            (article, feed + 1, END, unread, starred, len(found), speeches, ANALYSIS_VERSION)
        )
        rows.heads.append((article, feed + 1, entry.guid, entry.title, entry.url, "", entry.language, b""))
        rows.bodies.append((article, entry.text, b""))
        rows.analyses.append((article, packed(analysis)))
        rows.mentions += [(ids[person.name], article, len(person.mentions)) for person in analysis.people]
        for order, quote in enumerate(analysis.quotes):
            quotation, speaker = quote_range(article)[0] + order, quote.speaker or ""
            rows.quotes.append((quotation, ids[speaker], quote.start, quote.end, str(quote.kind), speaker))
            rows.quote_index.append((quotation, spaced(entry.text[quote.start : quote.end]), spaced(speaker)))
        if source.random() < 0.02:
            rows.tags.append((source.randrange(TAGS) + 1, article))
        rows.article_index.append((article, *article_row(entry.title, found, facts)))
    return rows


def _made(total: int) -> Iterator[Rows]:
    """Yield the rows of each batch, in order; they are made in a second process."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        waiting: deque[Future[Rows]] = deque()
        for number in range(-(-total // BATCH)):
            waiting.append(pool.submit(_rows, (number, total)))
            if len(waiting) > 3:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def add_feeds(store: Store) -> list[int]:
    """Subscribe to the world's feeds; return their ids."""
    with store.batch():
        return [
            store.feeds.add(f"https://feed{n}.example/rss", f"Feed {n}", folder=f"folder{n % FOLDERS}").id
            for n in range(FEEDS)
        ]


def fill(store: Store, made: list[Made], feeds: list[int]) -> list[int]:
    """Store one batch with its analyses in one transaction, feed by feed, the whole way; return the ids."""
    of_feeds: dict[int, list[Made]] = {}
    for one in made:
        of_feeds.setdefault(one[0], []).append(one)
    ids: list[int] = []
    with store.batch():
        for feed, some in of_feeds.items():
            new = store.articles.put(feeds[feed], [entry for _, entry, _ in some], END).new
            store.people.put_all(
                ((article, analysis) for article, (_, _, analysis) in zip(new, some, strict=True)),
                ANALYSIS_VERSION,
            )
            ids += new
    return ids


def build(path: Path, total: int) -> None:
    """Write a library of `total` articles; tell the progress on standard error."""
    with Store(path) as store:
        furnish(store)
        _write(store, total)
        store.upkeep.run()


def furnish(store: Store) -> list[int]:
    """Put in the feeds, people and tags that articles are to refer to; return the ids of the feeds."""
    feeds = add_feeds(store)
    with store.batch() as db:
        db.executemany(
            "INSERT INTO people (id, key, name, folded) VALUES (?, ?, ?, ?)",
            ((rank, f"{rank}", name, spaced(name)) for rank, name in enumerate(_WORLD.people, 1)),
        )
        tags = ((rank, f"tag{rank}", f"tag{rank}") for rank in range(1, TAGS + 1))
        db.executemany("INSERT INTO tags (id, name, folded) VALUES (?, ?, ?)", tags)
        db.execute("UPDATE feeds SET due = ?", (NEVER,))
    return feeds


def _write(store: Store, total: int) -> None:
    """Write the rows of all batches; large segments of the index are merged once instead of five times."""
    begun, waiting = time.perf_counter(), []
    _tune(store, cache=-400_000, hashsize=200_000_000, automerge=16)
    for number, rows in enumerate(_made(total), 1):
        waiting.append(rows)
        if number % TRANSACTION == 0:
            insert(store, waiting)
            waiting.clear()
            rate = number * BATCH / (time.perf_counter() - begun)
            print(f"{number * BATCH:,} articles, {rate:,.0f} a second", file=sys.stderr, flush=True)
    insert(store, waiting)
    _tune(store, cache=-8_000, hashsize=16_777_216, automerge=4)


def _tune(store: Store, *, cache: int, hashsize: int, automerge: int) -> None:
    with store.batch() as db:
        for index in ("article_index", "quote_index"):
            db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('automerge', ?)", (automerge,))
        db.execute("INSERT INTO article_index (article_index, rank) VALUES ('hashsize', ?)", (hashsize,))
        db.pragma("cache_size", cache)


_INTO = {
    "articles": "articles (id, feed_id, added, unread, starred, words, quotes, analysed)",
    "tags": "article_tags",
    "article_index": "article_index (rowid, title, body, facts)",
    "quote_index": "quote_index (rowid, text, speaker)",
}


def insert(store: Store, batches: list[Rows]) -> list[int]:
    """Write rows in one transaction; return the ids of the articles."""
    with store.batch() as db:
        for table in Rows.__dataclass_fields__:
            # An article's number is its date, and dates of one batch are not in order to the minute.
            rows = sorted(row for batch in batches for row in getattr(batch, table))
            places = ", ".join("?" * len(rows[0])) if rows else ""
            db.executemany(f"INSERT INTO {_INTO.get(table, table)} VALUES ({places})", rows)
        ids = [int(str(row[0])) for batch in batches for row in batch.articles]
        db.executemany(
            "INSERT OR REPLACE INTO loose (id) VALUES (?)", ((article,) for article in sorted(ids))
        )
    return ids


if __name__ == "__main__":
    build(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000)
