"""The room of the search: from what was typed to ids, newest first, and the hits in a text."""

import threading
from array import array
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import apsw

from tuinews.model import PersonRow, QuoteRow, Snippet, Span
from tuinews.query import EVERYTHING, Field, Node, Order, Query, parse, terms
from tuinews.store.census import Census, everybody
from tuinews.store.complete import Completions, complete
from tuinews.store.connection import Database
from tuinews.store.copies import FOLDED
from tuinews.store.excerpts import Excerpts
from tuinews.store.hiding import FOLLOWED, IS_HIDDEN, SHOWN
from tuinews.store.plan import Plan, Planner
from tuinews.store.quotations import Quotations
from tuinews.store.rank import PAGE, best_first, in_columns, tells
from tuinews.store.walk import FIRST, FURTHER, newest_first
from tuinews.text.find import find

if TYPE_CHECKING:
    from tuinews.store.dense import Dense

_SORTED = {
    Order.OLDEST: ("", "{id}"),
    Order.FEED: (
        "JOIN articles o ON o.id = {id} JOIN feeds s ON s.id = o.feed_id",
        "s.title COLLATE NOCASE, {id} DESC",
    ),
    Order.TITLE: ("JOIN heads s ON s.id = {id}", "s.title COLLATE NOCASE, {id} DESC"),
    Order.WORDS: ("JOIN articles s ON s.id = {id}", "s.words DESC, {id} DESC"),
}

_UNHIDDEN = (SHOWN.format(id="a.id"), FOLLOWED.format(id="a.id"))

#: The lists whose length is a kept count, by their conditions.
_KEPT = {
    (FOLDED.format(id="a.id"),): "all",
    ("a.unread = 1", FOLDED.format(id="a.id")): "unread",
    ("a.starred = 1",): "starred",
    ("a.local = 1",): "local",
    (IS_HIDDEN,): "hidden",
}


class Search:
    """Finds articles; nothing here raises whatever is typed.

    A query that asks for words first has those articles indexed that wait for it (`catch_up`).
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def ids(
        self,
        sought: str = "",
        stop: threading.Event | None = None,
        *,
        typing: bool = False,
        told: Callable[[int], None] | None = None,
    ) -> Iterator["array[int]"]:
        """Yield the ids found, in order (newest first unless `sort:` says otherwise), in chunks.

        The first chunk is small and comes at once. Ends early when `stop` is set. `typing`: the last word is
        not finished. `told` is given how many there are before the first chunk, where that is known by then.
        """
        query = parse(sought, typing=typing)
        try:
            if query.order is Order.DATE:
                plan = self._plan(query.where, stop)
                yield from newest_first(self._database, plan, query.limit, stop)
            else:
                yield from self._sorted(query, stop, told)
        except apsw.InterruptError:
            return

    def count(
        self,
        sought: str = "",
        stop: threading.Event | None = None,
        *,
        typing: bool = False,
        quick: bool = False,
    ) -> int | None:
        """Return how many articles there are; None if `stop` was set before it was known.

        `quick`: also None where each article has to be looked at, as a list that is being filled does anyway.
        """
        query = parse(sought, typing=typing)
        try:
            plan = self._plan(query.where, stop)
            if quick and plan.far:
                return None
            with self._database.reading(stop) as db:
                # The kept counts leave out what is hidden, as the lists do.
                asked = tuple(c for c in plan.conditions if c not in _UNHIDDEN)
                name = _KEPT.get(asked) if plan.source == "articles a" else None
                made = in_columns(self._database, db, query.where, stop) if plan.matched else None
                if made is not None:
                    number = made.count()
                elif name is not None:
                    number = int(db.execute("SELECT number FROM counts WHERE name = ?", (name,)).get)
                else:
                    what = f"count(DISTINCT {plan.id})" if plan.repeats else "count(*)"
                    number = int(
                        db.execute(f"SELECT {what} FROM {plan.source} {plan.where}", plan.bindings).get
                    )
        except apsw.InterruptError:
            return None
        return number if query.limit is None else min(number, query.limit)

    def tail(
        self, sought: str = "", number: int = FIRST, stop: threading.Event | None = None
    ) -> "array[int]":
        """Return the last ids of a list that is newest first, the oldest of them last: its end, at once."""
        query = parse(sought)
        found = array("q")
        if query.order is not Order.DATE or query.limit is not None:
            for chunk in self.ids(sought, stop):
                found += chunk
            return found[-number:]
        try:
            plan = self._plan(query.where, stop)
            with self._database.reading(stop) as db:
                found = _run(db, plan, f"ORDER BY {plan.key} ASC LIMIT {number:d}")
        except apsw.InterruptError:
            pass
        found.reverse()
        return found

    def hits(self, sought: str, text: str, field: Field = Field.BODY, *, typing: bool = False) -> list[Span]:
        """Return the spans in a body (or title) that the words of `sought` stand at."""
        return find(text, terms(parse(sought, typing=typing), field))

    def quotes(self, sought: str = "", stop: threading.Event | None = None) -> Iterator[QuoteRow]:
        """Yield the quotations in the articles found, in their order, those of speech or with a speaker.

        Where `said:` or `quote:` ask something of a quotation, only those that fulfil it. The first come at
        once. Ends early when `stop` is set.
        """
        quotations = Quotations(self._database)
        for ids in self.ids(sought, stop):
            for numbers in quotations.numbers(ids, sought=sought, stop=stop):
                for start in range(0, len(numbers), FIRST):
                    yield from quotations.rows(numbers[start : start + FIRST])
                    if stop and stop.is_set():
                        return

    def people(self, sought: str = "", stop: threading.Event | None = None) -> list[PersonRow]:
        """Return the people named in the articles found, most often named first, counted there alone.

        Of the whole library the counts are kept; otherwise about 20 µs an article found. Returns what was
        counted until then when `stop` is set.
        """
        with self._database.reading() as db:
            if parse(sought).where == EVERYTHING:
                return everybody(db)
        census = Census()
        for ids in self.ids(sought, stop):
            try:
                with self._database.reading(stop) as db:
                    census.add(db, ids)
            except apsw.InterruptError:
                break
        with self._database.reading() as db:
            return census.rows(db)

    def snippets(
        self,
        sought: str,
        ids: Sequence[int],
        width: int = 160,
        stop: threading.Event | None = None,
        *,
        typing: bool = False,
    ) -> Iterator[tuple[int, Snippet]]:
        """Yield for each of the articles the stretch that shows the hits best, in one line.

        Where `said:`, `quote:` or `person:` ask for one, that is a quotation. An article without a hit in
        its body gives its beginning; one that is gone is left out. Ends early when `stop` is set.
        """
        yield from Excerpts(self._database, parse(sought, typing=typing)).of(ids, width, stop)

    def complete(self, text: str, cursor: int, stop: threading.Event | None = None) -> Completions:
        """Return what the bar may offer at the cursor: operators, and the values there are.

        Nothing when `stop` was set before it was known.
        """
        try:
            with self._database.reading(stop) as db:
                return complete(db, text, cursor)
        except apsw.InterruptError:
            return Completions(cursor, cursor, ())

    def waiting(self, sought: str = "", *, typing: bool = False) -> int:
        """Return how many articles are to be indexed before this is answered: 0 where it asks no words."""
        with self._database.reading() as db:
            if db.execute("SELECT 1 FROM unindexed LIMIT 1").get is None:
                return 0
            plan = Planner(db).plan(parse(sought, typing=typing).where)
            return int(db.execute("SELECT count(*) FROM unindexed").get) if plan.asks_words else 0

    def catch_up(self, stop: threading.Event | None = None, *, most: int | None = None) -> int:
        """Index the articles that wait for it, and fold copies among them; return how many did.

        Takes 0.5 ms an article; soon left when `stop` is set. With `most`, nothing is done where more wait.
        """
        from tuinews.store.pending import catch_up  # what only storing needs, most of the time

        return catch_up(self._database, stop, most)

    def _plan(self, where: Node, stop: threading.Event | None, *, ranked: bool = False) -> Plan:
        with self._database.reading(stop) as db:
            plan = Planner(db).plan(where, ranked=ranked)
            late = plan.asks_words and db.execute("SELECT 1 FROM unindexed LIMIT 1").get
        if late:
            self.catch_up(stop)
            with self._database.reading(stop) as db:  # a plan names the words that the index has
                plan = Planner(db).plan(where, ranked=ranked)
        return plan

    def _sorted(
        self, query: Query, stop: threading.Event | None, told: Callable[[int], None] | None
    ) -> Iterator["array[int]"]:
        ranked = query.order is Order.RELEVANCE
        if query.order is Order.WORDS:
            self.catch_up(stop)
        plan = self._plan(query.where, stop, ranked=ranked)
        with self._database.reading(stop) as db:
            matched = ranked and plan.matched
            made = in_columns(self._database, db, query.where, stop, ranked=True) if matched else None
            if made is not None and made.weigh():
                chunks = _densest(made, query.limit, told)
            elif matched and made is None and tells(db, query.where):
                chunks = best_first(db, plan, query.limit)
            elif ranked:
                chunks = newest_first(self._database, plan, query.limit, stop)
            else:
                chunks = iter([_in_order(db, plan, query)])
            # Drawn within the block, given out of it: while the caller looks at a chunk, `stop` must not
            # watch over what else this thread does.
            found = next(chunks, array("q"))
        yield from _parts(found)
        while True:
            with self._database.reading(stop):
                found = next(chunks, array("q"))
            if not found:
                return
            yield from _parts(found)


def _densest(made: "Dense", limit: int | None, told: Callable[[int], None] | None) -> Iterator["array[int]"]:
    """Yield the best page, then all that follow it; `told` is given how many there are before."""
    page = PAGE if limit is None else min(PAGE, limit)
    first, number = made.best(page)
    if told is not None:
        told(number if limit is None else min(number, limit))
    yield first
    if len(first) == page and page != limit:
        yield made.best(limit)[0][page:]


def _in_order(db: apsw.Connection, plan: Plan, query: Query) -> "array[int]":
    """Return all the articles of a plan in the order of the query."""
    if plan.repeats:
        inside = f"a.id IN (SELECT {plan.id} FROM {plan.source} {plan.where})"
        plan = Plan(conditions=[inside], bindings=plan.bindings)
    join, by = _SORTED[query.order]
    plan.source += " " + join.format(id=plan.id)
    limit = "" if query.limit is None else f"LIMIT {query.limit:d}"
    return _run(db, plan, f"ORDER BY {by.format(id=plan.id)} {limit}")


def _parts(found: "array[int]") -> Iterator["array[int]"]:
    """Cut what was found into a first chunk for the screen and large ones."""
    bounds = [0, *range(FIRST, len(found), FURTHER), len(found)]
    for start, end in pairwise(bounds):
        if start < end:
            yield found[start:end]


def _run(db: apsw.Connection, plan: Plan, order: str) -> "array[int]":
    rows = db.execute(f"SELECT {plan.id} FROM {plan.source} {plan.where} {order}", plan.bindings)
    ids = (article_id for (article_id,) in rows)
    return array("q", dict.fromkeys(ids) if plan.repeats else ids)
