"""The room of the people: who is named and who is quoted, in each article and over all of them."""

import json
from collections.abc import Iterable

from tuinews.model import Analysis, Person, Quote, QuoteKind, Span, Unanalysed
from tuinews.store.connection import Database
from tuinews.store.hiding import SHOWN


class People:
    """The analyses, and the indexes made of them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, article_id: int, analysis: Analysis, version: int) -> None:
        """Keep the analysis of an article in place of the one there is; one that is gone is passed over."""
        self.put_all([(article_id, analysis)], version)

    def put_all(self, analyses: Iterable[tuple[int, Analysis]], version: int) -> None:
        """Keep several analyses in one transaction."""
        from tuinews.store.annotate import annotate  # folds and counts words, which reading never needs

        with self._database.writing() as db:
            annotate(
                self._database, db, [(article_id, analysis, version) for article_id, analysis in analyses]
            )

    def put_failure(self, article_id: int, reason: str, version: int) -> None:
        """Keep why an article could not be analysed; it counts as analysed, with nothing found."""
        with self._database.writing() as db:
            self.put(article_id, Analysis(), version)
            if db.execute("SELECT 1 FROM articles WHERE id = ?", (article_id,)).get:
                db.execute("INSERT INTO failures VALUES (?, ?)", (article_id, reason))

    def failures(self) -> int:
        """Return how many articles could not be analysed."""
        with self._database.reading() as db:
            return int(db.execute(f"SELECT count(*) FROM failures n WHERE {SHOWN.format(id='n.id')}").get)

    def failed(self) -> list[Unanalysed]:
        """Return the articles that could not be analysed, newest first."""
        with self._database.reading() as db:
            rows = db.execute(
                f"""SELECT n.id, h.title, s.title, n.reason FROM failures n JOIN heads h ON h.id = n.id
                    JOIN feeds s ON s.id = h.feed_id WHERE {SHOWN.format(id="n.id")} ORDER BY n.id DESC"""
            )
            return [Unanalysed(*row) for row in rows]

    def retry(self, ids: Iterable[int]) -> None:
        """Let articles that could not be analysed wait for another try."""
        with self._database.writing() as db:
            for article_id in ids:
                db.execute("UPDATE articles SET analysed = 0 WHERE id = ?", (article_id,))
                db.execute("DELETE FROM failures WHERE id = ?", (article_id,))

    def get(self, article_id: int, version: int = 0) -> Analysis | None:
        """Return the analysis of an article; None if there is none, or only one older than `version`."""
        with self._database.reading() as db:
            row = db.execute(
                """SELECT n.data FROM articles a JOIN analyses n ON n.id = a.id
                   WHERE a.id = ? AND a.analysed >= ?""",
                (article_id, version),
            ).fetchone()
            if row is None:
                return None
            from tuinews.store.corrections import corrected

            return corrected(db, article_id, unpacked(row[0]))[0]

    def stale(self, version: int, limit: int = 100) -> list[int]:
        """Return ids of articles without an analysis of this version, the newest first."""
        with self._database.reading() as db:
            found: list[int] = []
            kept = db.execute(
                "SELECT DISTINCT analysed FROM articles WHERE analysed < ?", (version,)
            ).fetchall()
            for (older,) in kept:  # a walk from the newest in each, where `< version` would sort them all
                rows = db.execute(
                    "SELECT id FROM articles WHERE analysed = ? ORDER BY id DESC LIMIT ?", (older, limit)
                )
                found += [article_id for (article_id,) in rows]
        return sorted(found, reverse=True)[:limit]


def unpacked(data: bytes) -> Analysis:
    """Return the analysis that `analyses.data` keeps."""
    quotes, people = json.loads(data)
    names = [name for name, _, _ in people]
    return Analysis(
        tuple(
            Quote(start, end, QuoteKind(kind), names[who] if isinstance(who, int) else who, confidence)
            for start, end, kind, who, confidence in quotes
        ),
        tuple(
            Person(name, tuple(Span(*pair) for pair in zip(places[::2], places[1::2], strict=True)), key)
            for name, key, places in people
        ),
    )
