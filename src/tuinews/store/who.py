"""The room of one person, and of those in a view: where named, what said, beside whom, and how it went."""

import threading
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence

import apsw

from tuinews.model import PersonRow
from tuinews.store.census import Census, everybody, person_rows
from tuinews.store.connection import Database
from tuinews.store.hiding import SHOWN
from tuinews.store.ids import PER_SECOND
from tuinews.store.people import unpacked

FIRST = 2_000  # articles of the first statement, some 40 ms
CHUNK = 50_000  # articles of one statement at most
MOST = 2_000  # people that are listed; who is named less is found by typing
LOOKED_AT = 50  # articles that the forms of a name are taken from, the newest


class Crowd:
    """The people of some articles: counted once, whatever is typed to find some of them; from any thread."""

    def __init__(self, database: Database, ids: "array[int]") -> None:
        self._database, self._ids = database, ids
        self._census, self._done = Census(), 0
        self._lock = threading.Lock()

    def rows(self, typed: str = "", stop: threading.Event | None = None) -> Iterator[list[PersonRow]]:
        """Yield those whose names hold words begun so, most named first, as far as they are counted.

        The last is all of them; about 20 µs an article, once. Ends early when `stop` is set, and goes on from
        there when asked again.
        """
        while True:
            try:
                with self._lock, self._database.reading(stop) as db:
                    part = self._ids[self._done : self._done + min(max(self._done, FIRST), CHUNK)]
                    self._census.add(db, part)
                    self._done += len(part)
                    rows = self._census.rows(db, typed)[:MOST]
            except apsw.InterruptError:
                return
            yield rows
            if self._done == len(self._ids):
                return


class Who:
    """People across articles; every method is a few statements, whatever the size of the library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def everybody(
        self, typed: str = "", *, limit: int = MOST, stop: threading.Event | None = None
    ) -> list[PersonRow]:
        """Return the people of the whole library whose names hold words begun so, most named first.

        Nobody, as soon as `stop` is set.
        """
        try:
            with self._database.reading(stop) as db:
                return everybody(db, typed, limit)
        except apsw.InterruptError:
            return []

    def named_in(self, ids: "array[int]") -> "Crowd":
        """Return the people of these articles, counted there alone."""
        return Crowd(self._database, ids)

    def person(self, person_id: int) -> PersonRow | None:
        """Return a person as counted in the whole library."""
        with self._database.reading() as db:
            return next(iter(person_rows(db, "WHERE p.id = ?", (person_id,))), None)

    def by_key(self, key: str) -> PersonRow | None:
        """Return the person of a key (`Person.key`); None for an empty one, or for nobody."""
        with self._database.reading() as db:
            return next(iter(person_rows(db, "WHERE p.key = ? AND p.key <> ''", (key,))), None)

    def articles(self, person_id: int) -> "array[int]":
        """Return the articles that name a person, newest first."""
        with self._database.reading() as db:
            rows = db.execute(
                f"""SELECT article_id FROM mentions WHERE person_id = ? AND {SHOWN.format(id="article_id")}
                    ORDER BY article_id DESC""",
                (person_id,),
            )
            return array("q", (article_id for (article_id,) in rows))

    def beside(self, person_id: int, limit: int = 200) -> list[PersonRow]:
        """Return who is named in the same articles, counted there, most often first."""
        with self._database.reading() as db:
            rows = db.execute(
                f"""SELECT o.person_id, p.name, count(*) AS shared, 0, sum(o.times),
                           min(o.article_id) / {PER_SECOND}, max(o.article_id) / {PER_SECOND}, p.key
                    FROM mentions m CROSS JOIN mentions o ON o.article_id = m.article_id
                         CROSS JOIN people p ON p.id = o.person_id
                    WHERE m.person_id = :id AND o.person_id <> :id AND {SHOWN.format(id="m.article_id")}
                    GROUP BY 1 ORDER BY shared DESC, p.name LIMIT :limit""",
                {"id": person_id, "limit": limit},
            )
            return [PersonRow(*row) for row in rows]

    def forms(self, person: PersonRow) -> list[str]:
        """Return the forms that a name has in the newest articles, the most frequent first."""
        counted: Counter[str] = Counter()
        with self._database.reading() as db:
            rows = db.execute(
                f"""SELECT n.data, b.text FROM (SELECT article_id FROM mentions WHERE person_id = ?
                        AND {SHOWN.format(id="article_id")} ORDER BY article_id DESC LIMIT ?) m
                   CROSS JOIN analyses n ON n.id = m.article_id CROSS JOIN bodies b ON b.id = n.id""",
                (person.id, LOOKED_AT),
            )
            keys = {person.key} | {
                key for (key,) in db.execute("SELECT key FROM corrections WHERE target = ?", (person.key,))
            }
            for data, text in rows:
                for named in unpacked(data).people:
                    if named.key in keys:
                        counted.update(" ".join(text[at.start : at.end].split()) for at in named.mentions)
        return [form for form, _ in counted.most_common()]

    def activity(self, people: Sequence[int], start: int, end: int, columns: int) -> dict[int, list[int]]:
        """Return for each person the articles naming them, in equal stretches of the time [start, end]."""
        made = {person: [0] * columns for person in people}
        if not people:
            return made
        span = max(end - start, 1) + 1
        with self._database.reading() as db:
            rows = db.execute(
                f"""SELECT m.person_id, (m.article_id / {PER_SECOND} - :start) * :columns / :span, count(*)
                    FROM carray(:people) w CROSS JOIN mentions m ON m.person_id = w.value
                    WHERE m.article_id >= :start * {PER_SECOND} AND m.article_id < (:end + 1) * {PER_SECOND}
                    AND {SHOWN.format(id="m.article_id")}
                    GROUP BY 1, 2""",
                {
                    "people": apsw.carray(array("q", people)),
                    "start": start,
                    "end": end,
                    "span": span,
                    "columns": columns,
                },
            )
            for person, column, number in rows:
                made[person][column] = number
        return made
