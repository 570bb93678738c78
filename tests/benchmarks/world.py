"""A library of any size from a seed: invented words by Zipf's law, people, quotations, feeds, years of dates.

    python -m tests.benchmarks.world FILE [ARTICLES]

writes a library (a million articles: about half an hour and 12 GB). The frequencies of words follow
Zipf-Mandelbrot: there are words in nearly every article, in a third, in one of a hundred, and tens of
thousands of rare ones; feeds and people have their frequent and their rare ones as well.
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

SEED = 20261120
END = 1_790_000_000  # seconds: the newest article
YEARS = 10
FEEDS = 500
FOLDERS = 20
PEOPLE = 20_000
VOCABULARY = 150_000
BATCH = 1_000

_ONSETS = "b br c ch d dr f fl g gr h j k kl l m n p pr r s sh sl st t th tr v w y z".split(" ")  # noqa: SIM905
_VOWELS = ["a", "e", "i", "o", "u", "ai", "ea", "ie", "oo", "ou"]
_CODAS = ["", "", "", "n", "r", "s", "t", "l", "nd", "rk", "ng", "st"]


def _zipf(number: int, shift: float = 2.7) -> list[float]:
    return list(accumulate(1 / (rank + shift) for rank in range(number)))


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
    def _weights(self) -> tuple[list[float], list[float], list[float]]:
        return _zipf(VOCABULARY), _zipf(PEOPLE, 40), _zipf(FEEDS, 10)

    def batch(self, number: int, total: int) -> list[tuple[int, Entry, Analysis]]:
        """Return the articles of one batch, oldest first, as (number of the feed, entry, analysis)."""
        source = random.Random(self.seed * 1_000_003 + number)
        first = number * BATCH
        return [self._article(source, place, total) for place in range(first, min(first + BATCH, total))]

    def _article(self, source: random.Random, place: int, total: int) -> tuple[int, Entry, Analysis]:
        words, names, feeds = self._weights
        length = max(60, int(source.gauss(560, 180)))
        drawn = source.choices(self.words, cum_weights=words, k=length + 8)
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


def _batch(task: tuple[int, int]) -> list[tuple[int, Entry, Analysis]]:
    return _WORLD.batch(*task)


def batches(total: int, first: int = 0) -> Iterator[list[tuple[int, Entry, Analysis]]]:
    """Yield the batches of a library of `total` articles, made in a second process."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        waiting: deque[Future[list[tuple[int, Entry, Analysis]]]] = deque()
        for number in range(first, -(-total // BATCH)):
            waiting.append(pool.submit(_batch, (number, total)))
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


def fill(store: Store, batch: list[tuple[int, Entry, Analysis]], feeds: list[int]) -> None:
    """Store one batch with its analyses in one transaction."""
    with store.batch():
        for feed, entry, analysis in batch:
            stored = store.articles.put(feeds[feed], [entry], END)
            store.people.put(stored.new[0], analysis, 1)


def build(path: Path, total: int) -> None:
    """Write a library of `total` articles; tell the progress on standard error."""
    with Store(path) as store:
        feeds, begun = add_feeds(store), time.perf_counter()
        for number, batch in enumerate(batches(total), 1):
            fill(store, batch, feeds)
            if number % 20 == 0:
                rate = number * BATCH / (time.perf_counter() - begun)
                print(f"{number * BATCH:,} articles, {rate:,.0f} a second", file=sys.stderr, flush=True)


if __name__ == "__main__":
    build(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000)
