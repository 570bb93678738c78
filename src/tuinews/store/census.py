"""Who is named and quoted in some articles, whatever chose them."""

from array import array
from dataclasses import dataclass, field
from typing import Any

import apsw

from tuinews.model import PersonRow
from tuinews.store.hiding import SHOWN
from tuinews.store.ids import PER_SECOND
from tuinews.store.quotations import OF_ARTICLE
from tuinews.text.fold import words

FEW = 5_000  # people that are put in order by themselves: some 10 ms
_SEEN = f"""SELECT m.article_id FROM mentions m WHERE m.person_id = p.id
    AND {SHOWN.format(id="m.article_id")} ORDER BY m.article_id"""
_NAMED = """SELECT m.person_id, count(*), sum(m.times), min(m.article_id), max(m.article_id)
    FROM carray(?) w CROSS JOIN mentions m ON m.article_id = w.value GROUP BY 1"""
_QUOTED = f"""SELECT q.person_id, count(*) FROM carray(?) w CROSS JOIN quotes q ON {OF_ARTICLE}
    WHERE q.person_id IS NOT NULL GROUP BY 1"""


@dataclass(slots=True)
class Census:
    """Counts the people of articles that come in chunks: about 20 µs an article.

    `named` holds for each person the articles, the mentions, and the first and last article's number.
    """

    named: dict[int, tuple[int, int, int, int]] = field(default_factory=dict)
    quoted: dict[int, int] = field(default_factory=dict)

    def add(self, db: apsw.Connection, ids: "array[int]") -> None:
        """Count the people of these articles, each in how many and how often quoted."""
        if not ids:
            return
        # Both asked before either is added: one that is interrupted leaves the counts as they were.
        rows: list[Any] = db.execute(_NAMED, (apsw.carray(ids),)).fetchall()
        quoted: list[Any] = db.execute(_QUOTED, (apsw.carray(ids),)).fetchall()
        for person, articles, times, first, last in rows:
            known = self.named.get(person, (0, 0, first, last))
            self.named[person] = (
                known[0] + articles, known[1] + times, min(known[2], first), max(known[3], last),
            )  # fmt: skip
        for person, number in quoted:
            self.quoted[person] = self.quoted.get(person, 0) + number

    def rows(self, db: apsw.Connection, typed: str = "") -> list[PersonRow]:
        """Return who was counted, most often named first; of the names that hold what was `typed`."""
        if not self.named:
            return []
        condition, bindings = naming(db, typed)
        names = db.execute(
            f"""SELECT p.id, p.name, p.key FROM carray(?) w CROSS JOIN people p ON p.id = w.value
                WHERE {condition}""",
            (apsw.carray(array("q", self.named)), *bindings),
        )
        found = [self._row(*row) for row in names]
        return sorted(found, key=lambda row: (-row.articles, -row.quotes, row.name))

    def _row(self, person: int, name: str, key: str) -> PersonRow:
        articles, mentions, first, last = self.named[person]
        dates = (first // PER_SECOND, last // PER_SECOND)
        return PersonRow(person, name, articles, self.quoted.get(person, 0), mentions, *dates, key)


def everybody(db: apsw.Connection, typed: str = "", limit: int = -1) -> list[PersonRow]:
    """Return all people of the library as they are counted there, most often named first."""
    condition, bindings = naming(db, typed)
    return person_rows(
        db,
        f"WHERE articles > 0 AND {condition} ORDER BY articles DESC, quotes DESC, name LIMIT ?",
        (*bindings, limit),
    )


def person_rows(db: apsw.Connection, where: str, bindings: tuple[object, ...]) -> list[PersonRow]:
    """Return the people that `where`, in terms of `people p`, asks for, as counted in the whole library."""
    rows = db.execute(
        f"""SELECT p.id, p.name, p.articles, p.quotes, p.mentions,
                   coalesce(({_SEEN} ASC LIMIT 1), 0) / {PER_SECOND},
                   coalesce(({_SEEN} DESC LIMIT 1), 0) / {PER_SECOND},
                   p.key
            FROM people p {where}""",
        bindings,
    )
    return [PersonRow(*row) for row in rows]


def naming(db: apsw.Connection, typed: str) -> tuple[str, list[object]]:
    """Return the condition that each of the words typed begins a word of the name, and its bindings."""
    wanted = words(typed)
    if not wanted:
        return "1", []
    match = " AND ".join(f'"{word}"*' for word in wanted)
    rows = db.execute("SELECT rowid FROM name_index WHERE name_index MATCH ? LIMIT ?", (match, FEW + 1))
    ids = array("q", (number for (number,) in rows))
    if not ids:
        return "0", []
    if len(ids) <= FEW:
        return "p.id IN (SELECT value FROM carray(?))", [apsw.carray(ids)]
    # So many that the most named of them are soon met among the most named of all.
    return " AND ".join(["(' ' || p.folded) LIKE ?"] * len(wanted)), [f"% {word}%" for word in wanted]
