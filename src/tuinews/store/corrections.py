"""The room of the corrections: two forms that are one person, one name that is two, a name that is nobody.

    analyses (as they were made)  --corrected-->  mentions, quotes, index of words

An analysis is kept as it was made, and what is known of people is written from it with the corrections that
there are: a correction marks the articles concerned, they are written anew in steps, and taking it back is
the same. No article is analysed for it. An article being read is corrected as it is read, without waiting.
"""

import threading
from collections.abc import Iterator
from typing import Any, NamedTuple

import apsw

from tuinews.model import Analysis, Person
from tuinews.store.connection import Database

AT_ONCE = 100  # articles written anew in one transaction: some 0.2 s
_LONGEST = 10  # corrections of corrections that are followed


class Correction(NamedTuple):
    """Who `key` really is: the person of the key `target`, called `name`, or nobody where that is empty.

    `article_id` 0 is everywhere.
    """

    id: int
    key: str
    article_id: int
    target: str
    name: str


class Corrections:
    """What the user knows better than the analysis; kept, undone by number."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def join(self, person_id: int, into_id: int) -> int:
        """Say that two people are one, called like the second; return the correction's number."""
        with self._database.writing() as db:
            key, _ = _person(db, person_id)
            return _put(db, key, 0, *_person(db, into_id))

    def part(self, person_id: int, article_id: int, name: str) -> int:
        """Say that in one article it is somebody else, called `name`; return the correction's number."""
        from tuinews.text.fold import words

        with self._database.writing() as db:
            key, old = _person(db, person_id)
            other = " ".join(words(name))
            # A namesake is a person of its own, who joins those said to be the same namesake.
            target = f"{key} / {other}" if other == " ".join(words(old)) else other
            return _put(db, key, article_id, target, name)

    def deny(self, person_id: int) -> int:
        """Say that a name is no person's; return the correction's number."""
        with self._database.writing() as db:
            return _put(db, _person(db, person_id)[0], 0, "", "")

    def remove(self, number: int) -> None:
        """Take a correction back; nothing happens when there is none of this number."""
        with self._database.writing() as db:
            _withdraw(db, number)

    def all(self) -> list[Correction]:
        """Return the corrections, in the order in which they were made."""
        with self._database.reading() as db:
            rows = db.execute("SELECT id, key, article_id, target, name FROM corrections ORDER BY id")
            return [Correction(*row) for row in rows]

    def apply(self, stop: threading.Event | None = None) -> Iterator[int]:
        """Write anew what is known of the articles concerned; yield how many wait after each step.

        Can be stopped, or killed, and taken up at any article.
        """
        from tuinews.store.annotate import annotate
        from tuinews.store.people import unpacked

        while not (stop and stop.is_set()):
            with self._database.writing() as db:
                rows: list[Any] = db.execute(
                    """SELECT o.article_id, n.data, a.analysed FROM outdated o
                       LEFT JOIN articles a ON a.id = o.article_id LEFT JOIN analyses n ON n.id = a.id
                       ORDER BY o.article_id DESC LIMIT ?""",
                    (AT_ONCE,),
                ).fetchall()
                told = [
                    (article_id, unpacked(data), version)
                    for article_id, data, version in rows
                    if data is not None
                ]
                annotate(self._database, db, told)
                db.executemany("DELETE FROM outdated WHERE article_id = ?", [row[:1] for row in rows])
                waiting = int(db.execute("SELECT count(*) FROM outdated").get)
            if rows:
                yield waiting
            if not waiting:
                return


def corrected(db: apsw.Connection, article_id: int, analysis: Analysis) -> tuple[Analysis, set[int]]:
    """Return an analysis with the corrections there are, and the numbers of those it needed."""
    used: set[int] = set()
    if db.execute("SELECT 1 FROM corrections LIMIT 1").get is None:
        return analysis, used
    people: dict[str, Person] = {}  # by the name they end up with
    called: dict[str, str | None] = {}
    for person in analysis.people:
        key, name = _really(db, person, article_id, used)
        called[person.name] = name
        if name is None:
            continue
        same = people.get(name)
        mentions = sorted({*person.mentions, *(same.mentions if same else ())}, key=lambda at: at.start)
        people[name] = Person(name, tuple(mentions), key)
    if not used:
        return analysis, used
    quotes = tuple(
        quote._replace(speaker=name, confidence=quote.confidence if name else 0.0)
        if (name := called.get(quote.speaker or "", quote.speaker)) != quote.speaker
        else quote
        for quote in analysis.quotes
    )
    return Analysis(quotes, tuple(people.values())), used


def _really(db: apsw.Connection, person: Person, article_id: int, used: set[int]) -> tuple[str, str | None]:
    """The key and name of who somebody is after the corrections; the name None for nobody."""
    key, name = person.key, person.name
    for _ in range(_LONGEST):
        row = (
            key
            and db.execute(
                """SELECT id, target, name FROM corrections WHERE key = ? AND article_id IN (0, ?)
               ORDER BY article_id DESC LIMIT 1""",
                (key, article_id),
            ).fetchone()
        )
        if not row:
            break
        used.add(row[0])
        key, name = row[1], row[2]
        if not key:
            return "", None
    return key, name


def _person(db: apsw.Connection, person_id: int) -> tuple[str, str]:
    row = db.execute("SELECT key, name FROM people WHERE id = ?", (person_id,)).fetchone()
    assert row is not None, person_id
    return str(row[0]), str(row[1])


def _withdraw(db: apsw.Connection, number: int) -> None:
    """Take a correction back, and mark the articles it concerned."""
    db.execute(
        "INSERT OR IGNORE INTO outdated SELECT article_id FROM corrected WHERE correction_id = ?", (number,)
    )
    db.execute("DELETE FROM corrections WHERE id = ?", (number,))


def _put(db: apsw.Connection, key: str, article_id: int, target: str, name: str) -> int:
    """Keep a correction in place of the one there is, and mark the articles it concerns."""
    # Whoever was said to be the other way round is not any more: two people cannot each be the other.
    replaced: list[Any] = db.execute(
        """SELECT id FROM corrections WHERE (key = :key AND article_id = :article)
                                         OR (key = :target AND target = :key)""",
        {"key": key, "article": article_id, "target": target},
    ).fetchall()
    for (number,) in replaced:
        _withdraw(db, number)
    db.execute("INSERT INTO corrections (key, article_id, target, name) VALUES (?, ?, ?, ?)",
               (key, article_id, target, name))  # fmt: skip
    made = int(db.last_insert_rowid())
    if article_id:
        db.execute("INSERT OR IGNORE INTO outdated VALUES (?)", (article_id,))
    else:
        db.execute(
            """INSERT OR IGNORE INTO outdated SELECT article_id FROM mentions
               WHERE person_id = (SELECT id FROM people WHERE key = ?)""",
            (key,),
        )
    return made
