"""The room of the quotations: which there are in some articles, or of one person, and what they say.

They are known by number (`ids.PER_ARTICLE`), eight bytes each, so that all of a million articles are a list
one can scroll through; what they say is read for those in sight.
"""

import threading
from array import array
from collections.abc import Iterator, Sequence

import apsw

from tuinews.model import QuoteRow
from tuinews.query import parse
from tuinews.store.connection import Database
from tuinews.store.ids import PER_ARTICLE, PER_SECOND
from tuinews.store.plan import Planner
from tuinews.text.fold import words

FIRST, FURTHER = 200, 50_000  # articles of the first statement, for the screen, and of each after it
AROUND = 240  # characters of context on either side

OF_ARTICLE = f"q.id >= w.value * {PER_ARTICLE} AND q.id < (w.value + 1) * {PER_ARTICLE}"
_SPOKEN = "(q.kind = 'speech' OR q.speaker <> '')"


class Quotations:
    """Stretches of speech, and whatever else has a speaker."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def numbers(
        self,
        ids: "array[int]",
        typed: str = "",
        *,
        sought: str = "",
        stop: threading.Event | None = None,
    ) -> Iterator["array[int]"]:
        """Yield the numbers of the quotations in these articles, in their order, in chunks.

        Only those that hold words beginning like each of `typed`, or whose speaker's name does, and that
        fulfil what `said:` and `quote:` in `sought` ask of a quotation. Ends early when `stop` is set.
        """
        with self._database.reading() as db:
            spoken = Planner(db).spoken(parse(sought).where) if sought else None
        match = " AND ".join(filter(None, (spoken and f"({spoken})", matching(typed))))
        start, size = 0, FIRST
        while start < len(ids):
            part = ids[start : start + size]
            try:
                with self._database.reading(stop) as db:
                    found = _within(db, part, match)
            except apsw.InterruptError:
                return
            if found:
                yield found
            start, size = start + size, FURTHER

    def first_with(self, ids: "array[int]", stop: threading.Event | None = None) -> int | None:
        """Return the first of these articles that has a quotation, or has not been looked through yet."""
        try:
            for start in range(0, len(ids), FURTHER):
                with self._database.reading(stop) as db:
                    found = db.execute(
                        f"""SELECT a.id FROM carray(?) c CROSS JOIN articles a ON a.id = c.value
                            WHERE a.analysed = 0 OR EXISTS (SELECT 1 FROM quotes q WHERE
                                q.id >= a.id << 16 AND q.id < (a.id + 1) << 16 AND {_SPOKEN}) LIMIT 1""",
                        (apsw.carray(ids[start : start + FURTHER]),),
                    ).get
                if found is not None:
                    return int(found)
        except apsw.InterruptError:
            pass
        return None

    def waiting(self, ids: "array[int]", stop: threading.Event | None = None) -> int:
        """Return how many of these articles nobody has looked through for quotations yet."""
        if not ids:
            return 0
        try:
            with self._database.reading(stop) as db:
                wait = "SELECT count(*) FROM carray(?) c CROSS JOIN articles a ON a.id = c.value"
                return int(db.execute(f"{wait} WHERE a.analysed = 0", (apsw.carray(ids),)).get)
        except apsw.InterruptError:
            return 0

    def of_person(self, person_id: int, typed: str = "") -> "array[int]":
        """Return the numbers of all that a person said, newest first."""
        match = matching(typed)
        condition = "AND id IN (SELECT rowid FROM quote_index WHERE quote_index MATCH ?)" if match else ""
        with self._database.reading() as db:
            rows = db.execute(
                f"SELECT id FROM quotes WHERE person_id = ? {condition} ORDER BY id >> 16 DESC, id",
                (person_id, match) if match else (person_id,),
            )
            return array("q", (number for (number,) in rows))

    def rows(self, numbers: Sequence[int]) -> list[QuoteRow]:
        """Return what these quotations say, in this order; those that are gone are left out."""
        with self._database.reading() as db:
            rows = db.execute(
                f"""SELECT q.id >> 16, q.start, q.end, substr(b.text, q.start + 1, q.end - q.start),
                           q.speaker, h.title, f.title, (q.id >> 16) / {PER_SECOND}, h.url, q.person_id, q.id,
                           substr(b.text, max(q.start - {AROUND}, 0) + 1, min(q.start, {AROUND})),
                           substr(b.text, q.end + 1, {AROUND})
                    FROM carray(?) c CROSS JOIN quotes q ON q.id = c.value
                         CROSS JOIN bodies b ON b.id = q.id >> 16 CROSS JOIN heads h ON h.id = q.id >> 16
                         CROSS JOIN feeds f ON f.id = h.feed_id""",
                (apsw.carray(array("q", numbers)),),
            )
            return [QuoteRow(*(*row[:11], *_around(*row[11:]))) for row in rows]


def _around(before: str, after: str) -> tuple[str, str]:
    """Return what of the characters around is of the same paragraph."""
    return before.rpartition("\n\n")[2], after.partition("\n\n")[0]


def matching(typed: str) -> str:
    """Return the MATCH expression over `quote_index` for words begun, said or of the speaker; "" for none."""
    return " AND ".join(f'"{word}" *' for word in words(typed))


def _within(db: apsw.Connection, ids: "array[int]", match: str) -> "array[int]":
    """Return the numbers of the quotations of these articles, in the order given."""
    condition: str = _SPOKEN
    bindings: list[object] = [apsw.carray(ids)]
    if match:
        # The bounds keep the walk through the index to what lies between these articles' dates.
        index = "SELECT rowid FROM quote_index WHERE quote_index MATCH ? AND rowid BETWEEN ? AND ?"
        # The plus: else each quotation found is looked at for each article (148 s, not 0.06, at 20,000).
        condition = f"+q.id IN ({index})"
        bindings += [match, min(ids) * PER_ARTICLE, (max(ids) + 1) * PER_ARTICLE - 1]
    rows = db.execute(
        f"SELECT q.id FROM carray(?) w CROSS JOIN quotes q ON {OF_ARTICLE} WHERE {condition}",
        bindings,
    )
    return array("q", (number for (number,) in rows))
