"""The best first: BM25 over all hits, exact, without weighing all of them.

FTS5 weighs a million hits in a second. But the score of a word grows only with how strongly an article is
about it, and the index marks the words an article is strongly about (`words.strong`). So the marked articles
are weighed first; when the last of the page wanted scores more than any unmarked one can, the page is exact.
Otherwise, and for what lies behind the first page, all are weighed.

Measured at a million articles, the first page with the number of hits, a word in 100 / 58 / 5 % of them:
150 / 84 / 19 ms, most of it the counting; all weighed 1000 / 440 / 57. Longer than 100 ms: two words that
are each in half of all (250 ms), and a phrase of such (1.5 s, of which FTS5 needs 0.6 to find and count it).
"""

import math
from array import array
from collections.abc import Iterator
from dataclasses import dataclass

import apsw

from tuinews.model import TermKind
from tuinews.query.nodes import And, Field, Node, Or, Text
from tuinews.store.plan import Plan
from tuinews.store.words import STRONG_FROM, TITLE_WEIGHT, USUAL_LENGTH, Kind, asked
from tuinews.text.fold import words

PAGE = 50  # the best that are found first
FEW = 10_000  # hits that are weighed one by one in a few milliseconds
LEAST_WEIGHT = 1e-6  # what FTS5 gives a word that stands in more than half of all articles
K1 = 1.2  # of BM25, as FTS5 has it

SCORE = f"bm25(article_index, {TITLE_WEIGHT}.0, 1.0, 0.0)"


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each word of a query tells; `heavy` are those that tell anything.

    `usual`: the usual length of an article, in words.
    """

    of: dict[Text, float]
    heavy: tuple[Text, ...]
    usual: float


def weigh(db: apsw.Connection, where: Node) -> Weights | None:
    """Return the weights of a query's words; None if they tell nothing, so that the newest come first.

    What stands in more than half of all articles tells nothing about any of them.
    """
    total, usual = _averages(db)
    weights = {text: _weight(db, text, total) for text in _weighed(where)}
    heavy = tuple(text for text, weight in weights.items() if weight > LEAST_WEIGHT)
    return Weights(weights, heavy, usual) if heavy else None


def best_first(
    db: apsw.Connection, plan: Plan, weights: Weights, limit: int | None
) -> Iterator["array[int]"]:
    """Yield the articles of a plan through the index of words, the best first, the newest first of equals.

    The first chunk, of `PAGE` or `limit`, comes first.
    """
    page = PAGE if limit is None else min(PAGE, limit)
    order = f"ORDER BY {SCORE}, {plan.key} DESC"
    first = None
    if all(text.term.kind is TermKind.WORDS for text in weights.heavy) and _more_than(db, plan, FEW):
        first = _strongest(db, plan, weights, page)
    if first is None:
        first = _run(db, plan, order, page)
    yield first
    if len(first) == page and page != limit:
        yield _run(db, plan, order, limit)[page:]


def _strongest(db: apsw.Connection, plan: Plan, weights: Weights, page: int) -> "array[int] | None":
    """Return the best `page` of the articles marked for any of the words that weigh.

    None if not all of them score at least what an article may score that is not marked.
    """
    strength = STRONG_FROM * max(1.0, weights.usual / USUAL_LENGTH)
    most = sum(
        weight * (K1 + 1) * (strength / (strength + K1) if text in weights.heavy else 1)
        for text, weight in weights.of.items()
    )
    marked = [[f'"{Kind.STRONG}{word}"' for word in words(text.term.text)] for text in weights.heavy]
    marks = " OR ".join(f"({' AND '.join(phrase)})" for phrase in marked)
    rows = db.execute(
        f"SELECT {plan.key}, {SCORE} FROM {plan.source} {plan.where} ORDER BY 2, 1 DESC LIMIT {page:d}",
        [f"({plan.bindings[0]}) AND ({marks})", *plan.bindings[1:]],
    )
    found = [(article_id, -score) for article_id, score in rows]
    if len(found) < page or found[-1][1] < most:
        return None
    return array("q", (article_id for article_id, _ in found))


def _weighed(node: Node) -> list[Text]:
    """Return the words that score in a query."""
    match node:
        case Text(term, Field.ANY | Field.TITLE | Field.BODY) if term.kind is not TermKind.REGEX:
            return [node] if words(term.text) else []
        case And(parts) | Or(parts):
            return [text for part in parts for text in _weighed(part)]
    return []


def _weight(db: apsw.Connection, text: Text, total: int) -> float:
    """Return the weight of a term by how rare it is: BM25's inverse document frequency, as FTS5 has it."""
    expression = asked(text.term, column="" if text.field is Field.ANY else text.field)
    # Beyond half of all, the number makes no difference.
    number = db.execute(
        "SELECT count(*) FROM (SELECT 1 FROM article_index WHERE article_index MATCH ? LIMIT ?)",
        (expression, total // 2 + 1),
    ).get
    return max(math.log((total - number + 0.5) / (number + 0.5)), LEAST_WEIGHT)


def _averages(db: apsw.Connection) -> tuple[int, float]:
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


def _more_than(db: apsw.Connection, plan: Plan, number: int) -> bool:
    inner = f"SELECT 1 FROM {plan.source} {plan.where} LIMIT {number + 1:d}"
    return int(db.execute(f"SELECT count(*) FROM ({inner})", plan.bindings).get) > number


def _run(db: apsw.Connection, plan: Plan, order: str, limit: int | None) -> "array[int]":
    cut = "" if limit is None else f"LIMIT {limit:d}"
    rows = db.execute(f"SELECT {plan.id} FROM {plan.source} {plan.where} {order} {cut}", plan.bindings)
    return array("q", (article_id for (article_id,) in rows))
