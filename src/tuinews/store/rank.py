"""The best first: BM25 over all hits, exact.

In a large library the columns of the frequent words answer (`dense.py`). Here FTS5 weighs every hit, 1 µs
each: in libraries that need no columns, for what they do not know (regular expressions, `quote:`), and until
they are made.
"""

import math
import threading
from array import array
from collections.abc import Iterator
from typing import TYPE_CHECKING

import apsw

from tuinews.model import TermKind
from tuinews.query import And, Field, Node, Or, Text
from tuinews.store.connection import Database
from tuinews.store.plan import Plan
from tuinews.store.words import TITLE_WEIGHT, asked
from tuinews.text.fold import words

if TYPE_CHECKING:
    from tuinews.store.dense import Dense

PAGE = 50  # the best that are found first
LEAST_WEIGHT = 1e-6  # what FTS5 gives a word that stands in more than half of all articles
K1, B = 1.2, 0.75  # of BM25, as FTS5 has it

SCORE = f"bm25(article_index, {TITLE_WEIGHT}.0, 1.0, 0.0)"


def tells(db: apsw.Connection, where: Node) -> bool:
    """Tell whether a query's words tell anything; if not, the newest come first.

    What stands in more than half of all articles tells nothing about any of them.
    """
    total, _ = averages(db)
    return any(rarity(total, _number(db, text, total)) > LEAST_WEIGHT for text in _weighed(where))


def in_columns(
    database: Database,
    db: apsw.Connection,
    where: Node,
    stop: threading.Event | None,
    *,
    ranked: bool = False,
) -> "Dense | None":
    """Return a query over the columns of the frequent words; None where FTS5 is to answer."""
    if db.execute("SELECT 1 FROM blocks LIMIT 1").get is None:
        return None
    from tuinews.store.dense import dense  # NumPy: 0.1 s, and only large libraries need it

    return dense(db, database.blocks, where, stop, ranked=ranked)


def best_first(db: apsw.Connection, plan: Plan, limit: int | None) -> Iterator["array[int]"]:
    """Yield the articles of a plan through the index of words, the best first, the newest first of equals.

    The first chunk, of `PAGE` or `limit`, comes first.
    """
    page = PAGE if limit is None else min(PAGE, limit)
    order = f"ORDER BY {SCORE}, {plan.key} DESC"
    first = _run(db, plan, order, page)
    yield first
    if len(first) == page and page != limit:
        yield _run(db, plan, order, limit)[page:]


def rarity(total: int, number: int) -> float:
    """Return the weight of what `number` of all articles have: BM25's inverse document frequency."""
    return max(math.log((total - number + 0.5) / (number + 0.5)), LEAST_WEIGHT)


def averages(db: apsw.Connection) -> tuple[int, float]:
    """Return how many articles the index holds and their usual number of words, as FTS5 reckons them.

    They are record 1 of the index's data: varints for the rows and the words of each column (fts5_index.c).
    """
    data = bytes(db.execute("SELECT block FROM article_index_data WHERE id = 1").get)
    numbers, number = [], 0
    for byte in data:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            numbers.append(number)
            number = 0
    return numbers[0], sum(numbers[1:]) / max(1, numbers[0])


def _weighed(node: Node) -> list[Text]:
    """Return the words that score in a query."""
    match node:
        case Text(term, Field.ANY | Field.TITLE | Field.BODY) if term.kind is not TermKind.REGEX:
            return [node] if words(term.text) else []
        case And(parts) | Or(parts):
            return [text for part in parts for text in _weighed(part)]
    return []


def _number(db: apsw.Connection, text: Text, total: int) -> int:
    """Return how many articles have a term; beyond half of all, the number makes no difference."""
    expression = asked(text.term, column="" if text.field is Field.ANY else text.field)
    return int(
        db.execute(
            "SELECT count(*) FROM (SELECT 1 FROM article_index WHERE article_index MATCH ? LIMIT ?)",
            (expression, total // 2 + 1),
        ).get
    )


def _run(db: apsw.Connection, plan: Plan, order: str, limit: int | None) -> "array[int]":
    cut = "" if limit is None else f"LIMIT {limit:d}"
    rows = db.execute(f"SELECT {plan.id} FROM {plan.source} {plan.where} {order} {cut}", plan.bindings)
    return array("q", (article_id for (article_id,) in rows))
