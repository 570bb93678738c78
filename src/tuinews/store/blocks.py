"""How often frequent words stand in which article, in columns that are reckoned with a block at a time.

FTS5 walks from hit to hit, 0.1 µs each to count and 1 µs to weigh: too long for words that are in half of a
million articles. So for the words, beginnings of words, pairs of words and facts that at least one article of
a hundred has, a block of articles keeps a column: one number for each of its articles. AND, OR, NOT, counting
and BM25 are then a few operations on whole columns, a million articles in milliseconds.

Blocks are derived (`seal.py`) and never wrong: articles that changed since are `loose`, and FTS5 answers for
those. Blocks are made in the background, in libraries that are large enough to need them.
"""

import threading
import zlib
from array import array
from collections.abc import Iterable
from dataclasses import dataclass

import apsw
import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Column = NDArray[np.uint8] | NDArray[np.uint16] | NDArray[np.float64]

State = tuple[tuple[tuple[int, int], ...], int, int]  # the blocks, how many are loose, their last turn

BEGUN = 3  # letters, at most, of the beginnings of words that are terms too
PER_TERM = 1 << 24  # blocks that a term's numbers leave room for
LOOSE = 20_000  # articles beyond which FTS5 is left to answer alone


@dataclass(frozen=True, slots=True)
class Block:
    """Some articles, ascending by id. `number` is 0 for those that are loose; `alive`: not struck out."""

    number: int
    ids: Ints
    lengths: NDArray[np.uint32]
    alive: NDArray[np.bool_]

    def places(self, ids: Ints) -> tuple[Ints, slice, NDArray[np.bool_]]:
        """Return the places here of ascending `ids`, the part of them they belong to, and which are here."""
        part = slice(*np.searchsorted(ids, (self.ids[0], self.ids[-1] + 1))) if len(self.ids) else slice(0, 0)
        places = np.searchsorted(self.ids, ids[part])
        return places, part, self.ids[places] == ids[part] if len(places) else np.zeros(0, bool)


@dataclass(frozen=True, slots=True)
class Shelved:
    """All blocks as they are now, the loose articles last; `newest` is the highest id in a true block."""

    blocks: tuple[Block, ...]
    loose: Block
    newest: int


class Blocks:
    """Keeps in memory what all questions need of the blocks: 13 bytes an article."""

    def __init__(self) -> None:
        self._read: dict[tuple[int, int], Block] = {}
        self._loose: tuple[State, Shelved] | None = None
        self._lock = threading.Lock()

    def shelved(self, db: apsw.Connection) -> Shelved | None:
        """Return the blocks; None if there are none, or most is loose."""
        keys = [(int(block), int(changed)) for block, changed in db.execute("SELECT id, changed FROM blocks")]
        number = db.execute("SELECT count(*) FROM (SELECT 1 FROM loose LIMIT ?)", (LOOSE + 1,)).get
        if not keys or number > LOOSE:
            return None
        turn = int(db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'loose'").get or 0)
        state = (tuple(keys), int(number), turn)
        with self._lock:
            if self._loose is None or self._loose[0] != state:
                self._read = {key: self._read.get(key) or _read(db, key[0]) for key in keys}
                self._loose = state, _shelved(db, list(self._read.values()))
            return self._loose[1]


def terms(db: apsw.Connection, wanted: Iterable[str]) -> dict[str, int]:
    """Return the numbers of those of these terms that have columns."""
    found = {term: db.execute("SELECT number FROM frequent WHERE term = ?", (term,)).get for term in wanted}
    return {term: number for term, number in found.items() if number is not None}


def column(db: apsw.Connection, term: int, block: Block) -> tuple[Column | None, Column | None]:
    """Return how often each article of a block has a term, in its body and in its title; None for never."""
    row = db.execute("SELECT body, title FROM occurrences WHERE id = ?", (term * PER_TERM + block.number,))
    body, title = row.get or (b"", b"")
    return unpacked(body, len(block.ids)), unpacked(title, len(block.ids))


def packed(counts: NDArray[np.uint16]) -> bytes:
    """Return a column as it is kept, nothing for one of zeros."""
    if not counts.any():
        return b""
    small = counts.max() < 256
    return zlib.compress((counts.astype(np.uint8) if small else counts).tobytes(), 1)


def unpacked(data: bytes, number: int) -> Column | None:
    """Return the column of `number` articles that `packed` made; None for one of zeros."""
    if not data:
        return None
    plain = zlib.decompress(data)
    if len(plain) == number:
        return np.frombuffer(plain, np.uint8)
    return np.frombuffer(plain, np.uint16)


def token_count(data: bytes) -> int:
    """Return the words of an article as FTS5 keeps them: a varint for each column."""
    total = number = 0
    for byte in data:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            total += number
            number = 0
    return total


def _read(db: apsw.Connection, number: int) -> Block:
    ids, lengths = db.execute("SELECT ids, lengths FROM blocks WHERE id = ?", (number,)).get
    words = np.frombuffer(lengths, np.uint32)
    return Block(number, np.frombuffer(ids, np.int64), words, words > 0)


def _shelved(db: apsw.Connection, blocks: list[Block]) -> Shelved:
    """Return the blocks without what is loose, which makes the last."""
    loose = np.fromiter((row[0] for row in db.execute("SELECT id FROM loose ORDER BY id")), np.int64)
    made = []
    for block in blocks:
        places, _, here = block.places(loose)
        if here.any():
            alive = block.alive.copy()
            alive[places[here]] = False
            block = Block(block.number, block.ids, block.lengths, alive)
        made.append(block)
    there, lengths = array("q"), array("I")
    for article_id, size in db.execute(
        "SELECT l.id, d.sz FROM loose l CROSS JOIN article_index_docsize d ON d.id = l.id ORDER BY l.id"
    ):
        there.append(article_id)
        lengths.append(token_count(size))
    last = Block(0, np.array(there, np.int64), np.array(lengths, np.uint32), np.ones(len(there), bool))
    return Shelved(tuple(made), last, max(int(block.ids[-1]) for block in blocks))
