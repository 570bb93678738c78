"""Makes the blocks that relevance is reckoned from, in the background: 0.8 ms an article on a busy machine.

    python -m tuinews.store.seal LIBRARY.db WORTH

is how the program does it: in a process of its own, which takes up to 250 MB while it runs and computes all
the time. It ends when its standard input does, however its parent ends; each block is a transaction.

Which words are frequent is found once, from a sample. Then the loose articles are put into blocks, the oldest
first; blocks that have become small, or of which much is struck out, are made anew together with them.
"""

import os
import sys
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import apsw
import numpy as np
from numpy.typing import NDArray

from tuinews.query import Thing
from tuinews.stopping import end_with_parent
from tuinews.store.blocks import BEGUN, PER_TERM, Ints, packed, token_count
from tuinews.store.connection import Database
from tuinews.store.words import Kind, fact, language_words
from tuinews.text.fold import words

SIZE = 8_192  # articles of a block: their columns stay in the processor's cache
SAMPLE = 3_000
OFTEN = 0.01  # of the articles have a frequent term
SLICE = 256  # articles that are counted at once

Triples = tuple[NDArray[np.uint16], NDArray[np.uint16], NDArray[np.uint16]]  # terms, places, numbers


class Sealing:
    """Puts loose articles into blocks."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def run(self, worth: int) -> int:
        """Put what is loose into blocks, as long as there are `worth` of them; return how many were put."""
        with self._database.reading() as db:
            known = db.execute("SELECT count(*) FROM frequent").get
        if not known:
            self._choose()
        done = 0
        while True:
            with self._database.reading() as db:
                turn = db.execute("SELECT max(turn) FROM loose").get
                ids = [row[0] for row in db.execute("SELECT id FROM loose ORDER BY id LIMIT ?", (SIZE,))]
                weak = _weak(db, SIZE - len(ids))
            if len(ids) < worth:
                return done
            self._seal(ids, weak, turn)
            done += len(ids)

    def _choose(self) -> None:
        """Find what is frequent in a sample of all articles."""
        with self._database.reading() as db:
            texts = [(words(title), words(text)) for title, text in _sample(db)]
            least = OFTEN * len(texts)
            found: Counter[str] = Counter()
            for title, body in texts:
                found.update({*title, *body, *_begun([*title, *body])})
            often = {term for term, number in found.items() if number >= least}
            pairs: Counter[str] = Counter()
            for title, body in texts:
                both = {*pairwise(title), *pairwise(body)}
                pairs.update(f"{one} {other}" for one, other in both if one in often and other in often)
            often.update(term for term, number in pairs.items() if number >= least)
            often.update(_facts(db))
        with self._database.writing() as db:
            db.executemany(
                "INSERT OR IGNORE INTO frequent (number, term) VALUES (?, ?)", enumerate(sorted(often), 1)
            )

    def _seal(self, loose: list[int], weak: list[int], turn: int) -> None:
        """Make one block of loose articles and what is left of weak blocks."""
        with self._database.reading() as db:
            inside = [row for number in weak for row in _alive(db, number)]
            frequent = {str(term): int(number) for number, term in db.execute("SELECT * FROM frequent")}
            wanted = sorted({*loose, *inside})
            ids, lengths, columns = array("q"), array("I"), _Columns(frequent)
            for article_id in wanted:
                row = db.execute(
                    """SELECT h.title, b.text, d.sz FROM heads h JOIN bodies b USING (id)
                       JOIN article_index_docsize d USING (id) WHERE id = ?""",
                    (article_id,),
                ).fetchone()
                if row is not None:
                    columns.add(words(row[0]), words(row[1]))
                    ids.append(article_id)
                    lengths.append(token_count(row[2]))
            facts = _fact_columns(db, frequent, ids)
        with self._database.writing() as db:
            for number in weak:
                _forget(db, number)
            _strike(db, loose)
            if ids:
                db.execute("INSERT INTO blocks (ids, lengths) VALUES (?, ?)", (bytes(ids), bytes(lengths)))
                block = db.last_insert_rowid()
                rows = [*columns.rows(len(ids)), *facts]
                db.executemany(
                    "INSERT INTO occurrences VALUES (?, ?, ?, ?)",
                    ((term * PER_TERM + block, *row) for term, *row in rows),
                )
            # An article indexed meanwhile has a later turn, and stays loose.
            db.executemany("DELETE FROM loose WHERE id = ? AND turn <= ?", ((one, turn) for one in loose))


class _Columns:
    """How often each term is in the articles of a block to be."""

    def __init__(self, frequent: dict[str, int]) -> None:
        self._frequent = frequent
        self._width = max(frequent.values(), default=0) + 1
        self._words: dict[str, int] = {}  # those met, numbered as they come
        self._terms = array("I")  # of each of them: its own term and those of its beginnings; 0: none
        pairs = [(term.split(" "), number) for term, number in frequent.items() if " " in term]
        keys = sorted((self._number(one) << 32 | self._number(two), number) for (one, two), number in pairs)
        self._pairs = np.array(keys, np.int64).reshape(-1, 2)
        self._texts: list[tuple[array[int], array[int]]] = []  # titles and bodies of `SLICE` articles
        self._places = 0
        self._counted: tuple[list[Triples], list[Triples]] = ([], [])  # of titles, of bodies

    def add(self, title: list[str], body: list[str]) -> None:
        """Count the terms of the next article."""
        self._texts.append((array("q", map(self._number, title)), array("q", map(self._number, body))))
        if len(self._texts) == SLICE:
            self._count()

    def rows(self, size: int) -> Iterator[tuple[int, int, bytes, bytes]]:
        """Yield each term with how many articles have it, its body's and its titles' column."""
        self._count()
        titles, bodies = (_by_term(found, self._width) for found in self._counted)
        for term in range(1, self._width):
            title, body = titles(term, size), bodies(term, size)
            if number := int(np.count_nonzero(body | title)):
                yield term, number, packed(body), packed(title)

    def _number(self, word: str) -> int:
        number = self._words.get(word)
        if number is None:
            number = self._words[word] = len(self._words)
            terms = [self._frequent.get(term, 0) for term in (word, *_begun([word]))]
            self._terms.extend(terms + [0] * (BEGUN + 1 - len(terms)))
        return number

    def _count(self) -> None:
        """Count what waits, all its articles at once."""
        terms_of = np.array(self._terms, np.int64).reshape(-1, BEGUN + 1)
        for texts, counted in zip(zip(*self._texts, strict=True), self._counted, strict=False):
            met = np.frombuffer(b"".join(text.tobytes() for text in texts), np.int64)
            places = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
            terms = [terms_of[met].T.ravel(), self._paired(met, places)]
            cells = np.concatenate(terms) * SLICE + np.concatenate([np.tile(places, BEGUN + 1), places[1:]])
            table = np.bincount(cells, minlength=self._width * SLICE)
            table[:SLICE] = 0  # what is no term
            here = np.flatnonzero(table)
            numbers = np.minimum(table[here], 65_535).astype(np.uint16)
            places_here = (here % SLICE + self._places).astype(np.uint16)
            counted.append(((here // SLICE).astype(np.uint16), places_here, numbers))
        self._places += len(self._texts)
        self._texts.clear()

    def _paired(self, met: Ints, places: Ints) -> Ints:
        """Return the term of each word with the next of the same text, 0 for none."""
        if not len(self._pairs):
            return np.zeros(max(len(met) - 1, 0), np.int64)
        keys = met[:-1] << 32 | met[1:]
        at = np.minimum(np.searchsorted(self._pairs[:, 0], keys), len(self._pairs) - 1)
        known = (self._pairs[at, 0] == keys) & (places[:-1] == places[1:])
        return np.where(known, self._pairs[at, 1], 0)


def _by_term(counted: list[Triples], width: int) -> "Callable[[int, int], NDArray[np.uint16]]":
    """Return what gives the column of a term, of so many articles."""
    if not counted:
        return lambda term, size: np.zeros(size, np.uint16)
    terms, places, numbers = (np.concatenate([part[place] for part in counted]) for place in range(3))
    order = np.argsort(terms, kind="stable")
    bounds = np.searchsorted(terms[order], np.arange(width + 1))

    def column(term: int, size: int) -> "NDArray[np.uint16]":
        here = order[bounds[term] : bounds[term + 1]]
        made = np.zeros(size, np.uint16)
        made[places[here]] = numbers[here]
        return made

    return column


def _begun(found: Iterable[str]) -> Iterator[str]:
    """Yield the beginnings of words, as questions have them."""
    for word in found:
        for length in range(1, min(BEGUN, len(word)) + 1):
            yield word[:length] + "*"


def _sample(db: apsw.Connection) -> Iterator[tuple[str, str]]:
    """Yield title and text of articles at equal distances of time."""
    first, last = db.execute("SELECT min(id), max(id) FROM articles").get
    for number in range(SAMPLE):
        yield from db.execute(
            """SELECT h.title, b.text FROM heads h JOIN bodies b USING (id)
               WHERE h.id >= ? ORDER BY h.id LIMIT 1""",
            (first + (last - first) * number // SAMPLE,),
        )


def _facts(db: apsw.Connection) -> set[str]:
    """Return what may be frequent besides words: what articles have, languages, large feeds."""
    total = db.execute("SELECT count(*) FROM articles").get
    found = {fact(Kind.HAS, thing) for thing in Thing}
    for (language,) in db.execute("SELECT DISTINCT language FROM heads"):
        found.update(language_words(language))
    feeds = db.execute("SELECT id FROM feeds WHERE total >= ?", (total * OFTEN,))
    return found | {fact(Kind.FEED, feed) for (feed,) in feeds}


def _fact_columns(
    db: apsw.Connection, frequent: dict[str, int], ids: "array[int]"
) -> list[tuple[int, int, bytes, bytes]]:
    """Return the columns of the facts, as the index has them."""
    if not ids:
        return []
    places = {article_id: place for place, article_id in enumerate(ids)}
    made = []
    for term, number in frequent.items():
        if term[0] in (Kind.HAS, Kind.LANGUAGE, Kind.FEED):
            rows = db.execute(
                "SELECT rowid FROM article_index WHERE article_index MATCH ? AND rowid BETWEEN ? AND ?",
                (f'"{term}"', ids[0], ids[-1]),
            )
            here = [places[article_id] for (article_id,) in rows if article_id in places]
            counts = np.zeros(len(ids), np.uint16)
            counts[here] = 1
            if here:
                made.append((number, len(here), packed(counts), b""))
    return made


def _weak(db: apsw.Connection, room: int) -> list[int]:
    """Return blocks that are less than half full of articles still theirs, as many as there is room for."""
    weak = []
    for number, lengths in db.execute("SELECT id, lengths FROM blocks"):
        left = int(np.count_nonzero(np.frombuffer(lengths, np.uint32)))
        if left < min(SIZE // 2, room):
            weak.append(number)
            room -= left
    return weak


def _alive(db: apsw.Connection, number: int) -> list[int]:
    ids, lengths = db.execute("SELECT ids, lengths FROM blocks WHERE id = ?", (number,)).get
    return [int(one) for one in np.frombuffer(ids, np.int64)[np.frombuffer(lengths, np.uint32) > 0]]


def _forget(db: apsw.Connection, number: int) -> None:
    db.execute("DELETE FROM blocks WHERE id = ?", (number,))
    db.execute(
        f"DELETE FROM occurrences WHERE id IN (SELECT number * {PER_TERM} + ? FROM frequent)", (number,)
    )


def _strike(db: apsw.Connection, loose: list[int]) -> None:
    """Strike the articles out of the blocks they were in."""
    wanted = np.array(sorted(loose), np.int64)
    for number in [row[0] for row in db.execute("SELECT id FROM blocks")]:
        ids, lengths = db.execute("SELECT ids, lengths FROM blocks WHERE id = ?", (number,)).get
        here = np.isin(np.frombuffer(ids, np.int64), wanted, assume_unique=True)
        left = np.frombuffer(lengths, np.uint32)
        if (here & (left > 0)).any():
            db.execute(
                "UPDATE blocks SET changed = changed + 1, lengths = ? WHERE id = ?",
                (np.where(here, 0, left).astype(np.uint32).tobytes(), number),
            )


def main() -> None:
    """Be the child."""
    end_with_parent()
    if hasattr(os, "nice"):  # not on Windows
        os.nice(10)
    Sealing(Database(Path(sys.argv[1]))).run(int(sys.argv[2]))


if __name__ == "__main__":
    main()
