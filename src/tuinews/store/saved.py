"""The room of the saved searches, which are folders that fill themselves, and of those made before."""

import threading
from dataclasses import dataclass
from datetime import datetime, timedelta

import apsw

from tuinews.query import parse
from tuinews.store.connection import Database
from tuinews.store.rank import in_columns
from tuinews.store.tally import count_unread, unread_of

REMEMBERED = 200  # searches made before that are kept


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search kept under a name; `unread` is None until it has been counted (`Saved.recount`)."""

    name: str
    sought: str
    unread: int | None


class Saved:
    """Saved searches by name, and the history of searches."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, name: str, sought: str) -> None:
        """Keep a search under `name`, in place of the one there is."""
        with self._database.writing() as db:
            db.execute(
                """INSERT INTO saved (name, sought) VALUES (?, ?)
                   ON CONFLICT (name) DO UPDATE SET sought = excluded.sought""",
                (name, sought),
            )
            # Others may be made of this one.
            db.execute("UPDATE saved SET unread = NULL")

    def remove(self, name: str) -> None:
        """Forget a saved search; nothing happens when there is none of this name."""
        with self._database.writing() as db:
            db.execute("DELETE FROM saved WHERE name = ?", (name,))
            db.execute("UPDATE saved SET unread = NULL WHERE sought LIKE '%saved:%'")

    def all(self) -> list[SavedSearch]:
        """Return the saved searches by name, with what is known of their unread articles."""
        with self._database.reading() as db:
            rows = db.execute("SELECT name, sought, unread FROM saved ORDER BY name COLLATE NOCASE")
            return [SavedSearch(*row) for row in rows]

    def recount(self, stop: threading.Event | None = None) -> bool:
        """Count the unread articles of the searches whose count is not known, or changes by the clock.

        Return whether any count is another one now.
        """
        changed = False
        for search in self.all():
            if search.unread is None or _drifts(search.sought):
                try:
                    number = self._count(search.sought, stop)
                except apsw.InterruptError:
                    return changed
                if number == search.unread:
                    continue
                changed = True
                with self._database.writing() as db:
                    row = (number, search.name, search.sought)
                    db.execute("UPDATE saved SET unread = ? WHERE name = ? AND sought = ?", row)
        return changed

    def _count(self, sought: str, stop: threading.Event | None) -> int:
        with self._database.reading(stop) as db:
            made = in_columns(self._database, db, unread_of(sought), stop)
            return count_unread(db, sought) if made is None else made.count()

    def remember(self, sought: str) -> None:
        """Note that this search was made."""
        if not sought.strip():
            return
        with self._database.writing() as db:
            db.execute("DELETE FROM searches WHERE sought = ?", (sought,))
            db.execute("INSERT INTO searches (sought) VALUES (?)", (sought,))
            db.execute(
                "DELETE FROM searches WHERE number <= (SELECT max(number) FROM searches) - ?", (REMEMBERED,)
            )

    def history(self, begun: str = "", limit: int = REMEMBERED) -> list[str]:
        """Return the searches made before that begin with `begun`, the latest first."""
        with self._database.reading() as db:
            rows = db.execute("SELECT sought FROM searches ORDER BY number DESC")
            return [sought for (sought,) in rows if sought.startswith(begun)][:limit]


def _drifts(sought: str) -> bool:
    """Tell whether what is meant depends on when it is asked, as with `newer:3d`."""
    now = datetime.now()
    return parse(sought, now=now).where != parse(sought, now=now - timedelta(days=400)).where
