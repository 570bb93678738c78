"""The room of the versions: what an article said before, and what its feed and its page say of it."""

from dataclasses import dataclass
from enum import StrEnum

from tuinews.model import Enclosure, Mark
from tuinews.store.connection import Database
from tuinews.store.pending import settle
from tuinews.store.rows import extras, packed, reindex


class Kind(StrEnum):
    """Which text it is, of those that are not shown."""

    EARLIER = "earlier"  # before its source changed it
    FEED = "feed"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Version:
    """A text of an article that is not the one shown; `kept` is since when, seconds."""

    kept: int
    title: str
    text: str
    marks: tuple[Mark, ...]
    enclosures: tuple[Enclosure, ...]


class Versions:
    """The other texts of articles; nothing is lost when one takes the place of another."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, article_id: int, kind: Kind) -> Version | None:
        """Return a text that is not shown, None if there is none."""
        with self._database.reading() as db:
            row = db.execute(
                "SELECT kept, title, text, extras FROM versions WHERE id = ? AND kind = ?",
                (article_id, str(kind)),
            ).fetchone()
        if row is None:
            return None
        marks, enclosures = extras(row[3])
        return Version(row[0], row[1], row[2], marks, enclosures)

    def keep_page(self, article_id: int, text: str, marks: tuple[Mark, ...], now: int) -> None:
        """Keep what the page of an article says, without showing it; the article's files stay with it."""
        with self._database.writing() as db:
            row = db.execute(
                "SELECT h.title, b.extras FROM heads h JOIN bodies b USING (id) WHERE h.id = ?", (article_id,)
            ).fetchone()
            if row is not None:
                data = packed(marks, extras(row[1])[1])
                db.execute(
                    "INSERT OR REPLACE INTO versions VALUES (?, ?, ?, ?, ?, ?)",
                    (article_id, str(Kind.PAGE), now, row[0], text, data),
                )

    def show(self, article_id: int, kind: Kind) -> bool:
        """Show the feed's or the page's text from now on and keep the other; whether there is one to show."""
        other = Kind.FEED if kind is Kind.PAGE else Kind.PAGE
        with self._database.writing() as db:
            found = db.execute(
                "SELECT kept, text, extras FROM versions WHERE id = ? AND kind = ?", (article_id, str(kind))
            ).fetchone()
            if found is None:
                return False
            kept, text, data = found
            settle(self._database, db, [article_id])
            self._database.tally.touch(db, [article_id])
            db.execute(
                """INSERT OR REPLACE INTO versions
                   SELECT id, ?, ?, (SELECT title FROM heads WHERE id = b.id), text, extras
                   FROM bodies b WHERE id = ?""",
                (str(other), kept, article_id),
            )
            db.execute("DELETE FROM versions WHERE id = ? AND kind = ?", (article_id, str(kind)))
            db.execute("UPDATE bodies SET text = ?, extras = ? WHERE id = ?", (text, data, article_id))
            db.execute("UPDATE articles SET position = 0 WHERE id = ?", (article_id,))
            reindex(self._database, db, article_id)
        return True
