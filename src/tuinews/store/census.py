"""Who is named and quoted in some articles, whatever chose them."""

from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import apsw

from tuinews.model import PersonRow
from tuinews.store.quotations import OF_ARTICLE


@dataclass(slots=True)
class Census:
    """Counts the people of articles that come in chunks: 10 µs an article."""

    named: Counter[int] = field(default_factory=Counter)
    quoted: Counter[int] = field(default_factory=Counter)

    def add(self, db: apsw.Connection, ids: "array[int]") -> None:
        """Count the people of these articles, each in how many and how often quoted."""
        named = """SELECT m.person_id, count(*) FROM carray(?) w
                   CROSS JOIN mentions m ON m.article_id = w.value GROUP BY 1"""
        quoted = f"""SELECT q.person_id, count(*) FROM carray(?) w CROSS JOIN quotes q ON {OF_ARTICLE}
                     WHERE q.person_id IS NOT NULL GROUP BY 1"""
        for counter, sql in ((self.named, named), (self.quoted, quoted)):
            for person, number in _pairs(db, sql, ids):
                counter[person] += number

    def rows(self, db: apsw.Connection) -> list[PersonRow]:
        """Return who was counted, most often named first."""
        if not self.named:
            return []
        sql = "SELECT p.id, p.name FROM carray(?) w CROSS JOIN people p ON p.id = w.value"
        names = db.execute(sql, (apsw.carray(array("q", self.named)),))
        found = [PersonRow(key, name, self.named[key], self.quoted[key]) for key, name in names]
        return sorted(found, key=lambda row: (-row.articles, -row.quotes, row.name))


def everybody(db: apsw.Connection) -> list[PersonRow]:
    """Return all people of the library as they are counted there, most often named first."""
    rows = db.execute(
        """SELECT id, name, articles, quotes FROM people WHERE articles > 0
           ORDER BY articles DESC, quotes DESC, name"""
    )
    return [PersonRow(*row) for row in rows]


def _pairs(db: apsw.Connection, sql: str, ids: "array[int]") -> Iterator[tuple[int, int]]:
    for person, number in db.execute(sql, (apsw.carray(ids),)):
        yield int(person), int(number)
