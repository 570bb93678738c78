"""Which articles a query finds, how many, and the best of them by BM25, reckoned a block at a time.

The score is FTS5's, number by number (fts5_aux.c): k1 1.2, b 0.75, a word in the title counted `TITLE_WEIGHT`
times, the weight of a word by how many of all articles have it. A word, a beginning, a pair or a fact that is
frequent comes from the columns (`blocks.py`); all else, and what is loose, as a list from FTS5 or from the
tables.
"""

import threading
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

import apsw
import numpy as np
from numpy.typing import NDArray

from tuinews.model import TermKind
from tuinews.query import (
    And,
    Dated,
    Field,
    Is,
    Measured,
    Node,
    Not,
    Or,
    Person,
    Quoted,
    Said,
    State,
    Tagged,
    Text,
)
from tuinews.store.begun import any_of, endings
from tuinews.store.blocks import BEGUN, PER_TERM, Block, Blocks, Column, Ints, Shelved, column, terms
from tuinews.store.ids import PER_SECOND
from tuinews.store.plan import Planner
from tuinews.store.rank import K1, LEAST_WEIGHT, B, averages, rarity
from tuinews.store.traits import asks_hidden
from tuinews.store.words import TITLE_WEIGHT
from tuinews.text.fold import words

NO_SCORE = np.zeros(1)

Mask = NDArray[np.bool_]
Counts = NDArray[np.float64]
Times = NDArray[np.uint32]


@dataclass(slots=True)
class Leaf:
    """A part of a query that is looked up: in the columns of terms, in a list of ids, or both.

    The beginning of a word is the frequent words that begin so, each a term, and `rest`, the others.
    """

    node: Node
    match: str | None  # over the index of words
    terms: tuple[int, ...] = ()
    rest: str | None = None
    ids: Ints | None = None  # ascending: all articles, or with terms those of the rest and the loose
    body: Times | None = None  # how often each of `ids` has it
    title: Times | None = None
    weight: float = 0.0


class Dense:
    """A query over the blocks."""

    def __init__(
        self, db: apsw.Connection, shelved: Shelved, where: Node, stop: threading.Event | None
    ) -> None:
        self._db, self._shelved, self._where, self._stop = db, shelved, where, stop
        self._planner = Planner(db)
        self._leaves: dict[Node, Leaf] = {}
        self._usual = 1.0
        self._of_last: tuple[int, Counts] | None = None  # what `_of_length` told last, and of which block
        self._gather(where)
        self._unlisted = self._not_listed()

    @property
    def is_dense(self) -> bool:
        """Whether any part is frequent: else FTS5 is as quick."""
        return any(leaf.terms for leaf in self._leaves.values())

    @property
    def weighs_phrases(self) -> bool:
        """Whether phrases are weighed: FTS5 walks to their places three times, and here once.

        It does so for their number, for their weight and for the scores: of a million articles that is 160 ms
        for a rare phrase of two common words, and this 39.
        """
        return any(
            isinstance(node, Text) and _is_weighed(node) and len(words(node.term.text)) > 1
            for node in self._leaves
        )

    def count(self) -> int:
        """Return how many articles are found."""
        self._look_up(weighed=False)
        return sum(int(np.count_nonzero(self._found(block)[0])) for block in self._blocks())

    def weigh(self) -> bool:
        """Work out the weights of the words; False if they tell nothing, so that the newest come first."""
        total, self._usual = averages(self._db)
        weighed = [leaf for leaf in self._leaves.values() if _is_weighed(leaf.node)]
        kept = [self._kept(leaf) for leaf in weighed]
        struck = {block.number: int(np.count_nonzero(~block.alive)) for block in self._shelved.blocks}
        if all(rarity(total, _at_least(known or {}, struck)) <= LEAST_WEIGHT for known in kept):
            return False  # told without having read a column: of forty common words 72 ms instead of 160
        self._look_up(weighed=True)
        for leaf, known in zip(weighed, kept, strict=True):
            leaf.weight = rarity(total, self._number(leaf, known))
        return any(leaf.weight > LEAST_WEIGHT for leaf in weighed)

    def best(self, page: int | None) -> tuple["array[int]", int]:
        """Return the best `page` articles, or all, the newest first of equals; and how many are found."""
        ids, scores, number = [], [], 0
        for block in self._blocks():
            found, score = self._found(block)
            score = np.broadcast_to(score, found.shape)
            here = np.flatnonzero(found)
            number += len(here)
            if page is not None and len(here) > page:
                least = np.partition(score[here], len(here) - page)[len(here) - page]
                here = here[score[here] >= least]
            ids.append(block.ids[here])
            scores.append(score[here])
        every, score = np.concatenate(ids), np.concatenate(scores)
        order = np.lexsort((-every, -score))[:page]
        return array("q", every[order].tobytes()), number

    def _blocks(self) -> Iterator[Block]:
        for block in (*self._shelved.blocks, self._shelved.loose):
            if self._stop and self._stop.is_set():
                raise apsw.InterruptError
            yield block

    def _found(self, block: Block) -> tuple[Mask, Counts]:
        if not len(block.ids):
            return np.zeros(0, bool), np.zeros(0)
        found, score = self._look(self._where, block)
        found = found & block.alive
        if len(self._unlisted):
            places, _, here = block.places(self._unlisted)
            found[places[here]] = False
        return found, score

    def _look(self, node: Node, block: Block) -> tuple[Mask, Counts]:
        """Return which articles of a block a part finds, and what it adds to their scores."""
        match node:
            case And(parts) | Or(parts):
                both = np.logical_and if isinstance(node, And) else np.logical_or
                found, score = self._look(parts[0], block)
                for part in parts[1:]:
                    if self._is_settled(node, found, block):
                        break
                    here, more = self._look(part, block)
                    found, score = both(found, here), score + more
                return found, score
            case Not(part):
                return ~self._look(part, block)[0], NO_SCORE
            case Dated(start, end):
                low = 0 if start is None else start * PER_SECOND
                high = np.iinfo(np.int64).max if end is None else end * PER_SECOND
                return (block.ids >= low) & (block.ids < high), NO_SCORE
        leaf = self._leaves[node]
        body, title = self._times(leaf, block)
        if not leaf.weight:
            return _any(body, title, len(block.ids)), NO_SCORE
        times = np.zeros(len(block.ids)) if body is None else body.astype(np.float64)
        if title is not None:
            times += title * float(TITLE_WEIGHT)
        return times > 0, leaf.weight * (times * (K1 + 1) / (times + self._of_length(block)))

    def _of_length(self, block: Block) -> Counts:
        """Return what the length of each article of a block adds below the line of BM25, reckoned once."""
        if self._of_last is None or self._of_last[0] != block.number:
            part = block.lengths.astype(np.float64) / self._usual
            self._of_last = block.number, K1 * ((1 - B) + B * part)
        return self._of_last[1]

    def _is_settled(self, node: And | Or, found: Mask, block: Block) -> bool:
        """Whether no further part can change what is found: none has all parts, or all have one of them.

        Of those that have one, further parts still change the score.
        """
        if isinstance(node, And):
            return not found.any()
        is_counted = not any(leaf.weight for leaf in self._leaves.values())
        return is_counted and bool(found[block.alive].all())

    def _times(self, leaf: Leaf, block: Block) -> tuple[Column | None, Column | None]:
        """Return how often each article of a block has a leaf where it is looked for: in body and title."""
        body: Column | None = None
        title: Column | None = None
        for term in leaf.terms if block.number else ():
            more = column(self._db, term, block)
            body, title = _sum(body, more[0]), _sum(title, more[1])
        if leaf.rest or not (leaf.terms and block.number):
            assert leaf.ids is not None
            assert leaf.body is not None
            assert leaf.title is not None
            places, part, here = block.places(leaf.ids)
            of_body, of_title = np.zeros(len(block.ids)), np.zeros(len(block.ids))
            of_body[places[here]] = leaf.body[part][here]
            of_title[places[here]] = leaf.title[part][here]
            body, title = _sum(body, of_body), _sum(title, of_title)
        field = leaf.node.field if isinstance(leaf.node, Text) else Field.ANY
        return None if field is Field.TITLE else body, None if field is Field.BODY else title

    def _number(self, leaf: Leaf, kept: dict[int, int] | None) -> int:
        """Return how many of all articles have a leaf; `kept` is what `_kept` tells of it."""
        if not leaf.terms:
            assert leaf.ids is not None
            return len(leaf.ids)
        number = 0
        for block in self._blocks():
            if kept is not None and block.number and block.alive.all():
                number += kept.get(block.number, 0)
            else:
                found = _any(*self._times(leaf, block), len(block.ids))
                number += int(np.count_nonzero(found & block.alive))
        return number

    def _kept(self, leaf: Leaf) -> dict[int, int] | None:
        """Return how many articles of each block have a leaf, struck out or not; None if that is not kept."""
        alone = len(leaf.terms) == 1 and not leaf.rest
        if not (alone and isinstance(leaf.node, Text) and leaf.node.field is Field.ANY):
            return None
        first = leaf.terms[0] * PER_TERM
        rows = self._db.execute(
            "SELECT id - ?1, number FROM occurrences WHERE id BETWEEN ?1 AND ?2",
            (first, first + PER_TERM - 1),
        )
        return {int(block): int(number) for block, number in rows}

    def _not_listed(self) -> Ints:
        """Return the articles that lists leave out: what is hidden, and copies of what is found."""
        parts = ["SELECT id FROM hidden" + (" WHERE removed" if asks_hidden(self._where) else "")]
        folded = self._planner.folded(self._where)
        if folded is not None:
            low, high = folded
            limits = [] if low is None else [f"original >= {low * PER_SECOND:d}"]
            limits += [] if high is None else [f"original < {high * PER_SECOND:d}"]
            parts.append(f"SELECT id FROM copies WHERE {' AND '.join(limits) or '1'}")
        return _list(self._db, f"{' UNION '.join(parts)} ORDER BY id", ())

    def _gather(self, node: Node) -> None:
        """Find the leaves of a query and which of them have columns."""
        match node:
            case And(parts) | Or(parts):
                for part in parts:
                    self._gather(part)
            case Not(part):
                self._gather(part)
            case Dated():
                pass
            case _ if node not in self._leaves:
                self._leaves[node] = self._leaf(node)

    def _leaf(self, node: Node) -> Leaf:
        match = self._planner.match(node)
        found = tuple(terms(self._db, [_term(node, match)]).values())
        if found or not _is_weighed(node):
            return Leaf(node, match, found)
        assert isinstance(node, Text)
        ends = endings(self._db, node.term, known=BEGUN)
        if not ends:
            return Leaf(node, match)
        before = "".join(f"{word} " for word in words(node.term.text)[:-1])
        numbers = terms(self._db, [before + end for end in ends])
        column = "" if node.field is Field.ANY else node.field
        rest = [end for end in ends if before + end not in numbers]
        rare = any_of(node.term, rest, column=column) if rest else None
        return Leaf(node, any_of(node.term, ends, column=column), tuple(numbers.values()), rare)

    def _look_up(self, *, weighed: bool) -> None:
        """Read the lists of the leaves."""
        for leaf in self._leaves.values():
            if leaf.ids is not None:
                continue
            if leaf.match is None:
                bindings: list[object] = []
                condition = self._planner.condition(leaf.node, bindings)
                leaf.ids = _list(
                    self._db, f"SELECT a.id FROM articles a WHERE {condition} ORDER BY 1", tuple(bindings)
                )
            else:
                self._read(leaf, counted=weighed and _is_weighed(leaf.node))
            if leaf.body is None and leaf.ids is not None:
                leaf.body, leaf.title = _times(1, leaf.ids), _times(0, leaf.ids)

    def _read(self, leaf: Leaf, *, counted: bool) -> None:
        if leaf.terms:
            rows = self._loose_rows(leaf.match, counted=counted)
        else:
            rows = self._rows("", leaf.match, counted=counted)
        if leaf.rest:
            rest = self._rows("", leaf.rest, counted=counted)
            if len(self._shelved.loose.ids):
                rest = rest[~np.isin(rest[:, 0], self._shelved.loose.ids, assume_unique=True)]
            if len(rows):
                rest = np.concatenate([rows, rest])
                rest = rest[np.argsort(rest[:, 0])]
            rows = rest
        leaf.ids = np.ascontiguousarray(rows[:, 0])
        if counted:
            leaf.body = (rows[:, 1] & 0xFFFFFFFF).astype(np.uint32)
            leaf.title = (rows[:, 1] >> 32).astype(np.uint32)
        elif isinstance(leaf.node, Text) and leaf.node.field is Field.TITLE:
            leaf.body, leaf.title = _times(0, rows), _times(1, rows)

    def _loose_rows(self, match: str | None, *, counted: bool) -> Ints:
        """Return what a query finds of the loose articles: some late, and all that are newer."""
        loose = self._shelved.loose.ids
        late = loose[loose <= self._shelved.newest]
        parts = [np.zeros((0, 1 + counted), np.int64)]
        if len(late):
            few = apsw.carray(array("q", late.tobytes()))
            inside = "AND rowid IN (SELECT value FROM carray(?))"
            parts.append(self._rows(inside, match, few, counted=counted))
        if len(late) < len(loose):
            parts.append(self._rows("AND rowid > ?", match, self._shelved.newest, counted=counted))
        return np.concatenate(parts)

    def _rows(self, condition: str, *bindings: object, counted: bool) -> Ints:
        """Return the articles that FTS5 finds, in a column, `counted` with how often in a second one.

        8 bytes each, or 16, where tuples of them take ten times as much.
        """
        what = "rowid, occurrences(article_index)" if counted else "rowid"
        sql = f"SELECT {what} FROM article_index WHERE article_index MATCH ? {condition} ORDER BY rowid"
        found = chain.from_iterable(self._db.execute(sql, bindings))
        return np.fromiter(found, np.int64).reshape(-1, 1 + counted)


def dense(
    db: apsw.Connection,
    blocks: Blocks,
    where: Node,
    stop: threading.Event | None = None,
    *,
    ranked: bool = False,
) -> Dense | None:
    """Return a query over the blocks; None where FTS5 is to answer it. `ranked`: the best are asked for."""
    where = Planner(db).opened(where)
    shelved = blocks.shelved(db) if _is_within(where) else None
    made = shelved and Dense(db, shelved, where, stop)
    return made if made and (made.is_dense or (ranked and made.weighs_phrases)) else None


def occurrences(api: apsw.FTS5ExtensionApi) -> int:
    """Return how often an article has what is asked, in the body, and in the title times 2^32: for SQL."""
    number = 0
    for phrase in range(api.phrase_count):
        title, body = api.phrase_locations(phrase)[:2]
        number += len(body) | len(title) << 32
    return number


def _times(number: int, found: Ints) -> Times:
    """Return the same number for each of these articles."""
    return np.full(len(found), number, np.uint32)


def _sum(one: Column | None, other: Column | None) -> Column | None:
    if one is None or other is None:
        return other if one is None else one
    return one.astype(np.float64) + other


def _at_least(kept: dict[int, int], struck: dict[int, int]) -> int:
    """Return how many articles have a leaf at least, from the blocks' numbers and what is struck out."""
    return sum(max(number - struck.get(block, 0), 0) for block, number in kept.items())


def _any(body: Column | None, title: Column | None, number: int) -> Mask:
    found = np.zeros(number, np.bool_)
    for counts in (body, title):
        if counts is not None:
            found |= counts != 0
    return found


def _is_within(node: Node) -> bool:
    """Tell whether a query asks for nothing but what lists and columns know."""
    match node:
        case And(parts) | Or(parts):
            return bool(parts) and all(map(_is_within, parts))
        case Not(part):
            return _is_within(part)
        case Quoted():
            return False
        case Text(term):
            return term.kind is not TermKind.REGEX and bool(words(term.text))
        case Is(state):
            return state in (State.UNREAD, State.STARRED, State.LOCAL)
        case Tagged() | Dated():
            return True
        case Measured():
            return False
        case Person(term) | Said(term):
            return term.kind is not TermKind.REGEX and bool(words(term.text))
    return True


def _is_weighed(node: Node) -> bool:
    return isinstance(node, Text) and node.field in (Field.ANY, Field.TITLE, Field.BODY)


def _term(node: Node, match: str | None) -> str:
    """Return what the columns of a leaf are kept under, if there are any."""
    if not _is_weighed(node):
        return (match or "").strip('"')
    assert isinstance(node, Text)
    return " ".join(words(node.term.text)) + "*" * (node.term.kind is TermKind.PREFIX)


def _list(db: apsw.Connection, sql: str, bindings: tuple[object, ...]) -> Ints:
    return np.fromiter((row[0] for row in db.execute(sql, bindings)), np.int64)
