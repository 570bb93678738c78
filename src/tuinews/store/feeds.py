"""The room of the feeds: what is subscribed to, and how each fared.

A feed that is removed is kept for a while (`discard`, `restore`), in no list, and its articles in none
either; `Upkeep.tend` deletes it after a day.
"""

import time
from collections.abc import Iterator
from typing import Any

import apsw

from tuinews.errors import StoreError
from tuinews.model import Failed, Feed, FeedKind, Fetched
from tuinews.store.connection import Database
from tuinews.store.hiding import hide, show
from tuinews.store.rows import forget

_COLUMNS = """id, url, title, kind, folder, site, unread, total, checked, due, error, failures, etag,
    last_modified, digest, full, failing_since, every"""


class Feeds:
    """The feeds; every method is one statement or one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, url: str, title: str, kind: FeedKind = FeedKind.WEB, folder: str = "") -> Feed:
        """Subscribe to `url`; return the feed, the one there is if it is subscribed to already.

        One that was removed and is still there comes back with its articles.
        """
        from tuinews.text.links import without_credentials  # 1.2 ms that the first screen saves

        with self._database.writing() as db:
            db.execute(
                """INSERT INTO feeds (url, title, kind, folder) VALUES (?, ?, ?, ?)
                   ON CONFLICT (url) DO NOTHING""",
                (url, title or without_credentials(url), str(kind), folder),
            )
            feed_id = db.execute("SELECT id FROM feeds WHERE url = ?", (url,)).get
            self.restore(feed_id)
            return next(_feeds(db, "WHERE id = ?", feed_id))

    def all(self) -> list[Feed]:
        """Return all feeds, by folder and title."""
        with self._database.reading() as db:
            return sorted(
                _feeds(db, "WHERE NOT removed"),
                key=lambda feed: (feed.folder.casefold(), feed.title.casefold(), feed.id),
            )

    def failing(self) -> list[Feed]:
        """Return the feeds that could not be read, or not whole, when they were last looked at, by title."""
        with self._database.reading() as db:
            return sorted(
                _feeds(db, "WHERE error <> '' AND NOT removed"),
                key=lambda feed: (feed.title.casefold(), feed.id),
            )

    def failures(self) -> int:
        """Return how many feeds could not be read when they were last looked at."""
        with self._database.reading() as db:
            return int(db.execute("SELECT count(*) FROM feeds WHERE failures > 0 AND NOT removed").get)

    def get(self, feed_id: int) -> Feed:
        """Return one feed; raises StoreError if there is none of this number."""
        with self._database.reading() as db:
            feed = next(_feeds(db, "WHERE id = ?", feed_id), None)
        if feed is None:
            raise StoreError(f"There is no feed number {feed_id}.")
        return feed

    def discard(self, feed_id: int) -> None:
        """Unsubscribe: the feed and its articles are in no list; `restore` brings them back."""
        with self._database.writing() as db:
            db.execute("UPDATE feeds SET removed = ? WHERE id = ?", (int(time.time()), feed_id))
            db.execute(f"UPDATE hidden SET removed = 2 WHERE {_OF_FEED}", (feed_id,))
            rows = db.execute("SELECT id FROM articles WHERE feed_id = ?", (feed_id,))
            hide(self._database, db, [row[0] for row in rows], removed=True)

    def restore(self, feed_id: int) -> bool:
        """Follow a removed feed again, with its articles; tell whether there was one of this number."""
        with self._database.writing() as db:
            removed = db.execute("SELECT removed FROM feeds WHERE id = ?", (feed_id,)).get
            if removed:
                rows = db.execute(f"SELECT id FROM hidden WHERE removed = 1 AND {_OF_FEED}", (feed_id,))
                ids = [row[0] for row in rows]
                db.execute(f"UPDATE hidden SET removed = 0 WHERE {_OF_FEED}", (feed_id,))
                show(self._database, db, ids)
                db.execute("UPDATE feeds SET removed = 0 WHERE id = ?", (feed_id,))
            return bool(removed)

    def has(self, feed_id: int) -> bool:
        """Tell whether a feed is followed still: one may be removed while it is being fetched."""
        with self._database.reading() as db:
            return db.execute("SELECT 1 FROM feeds WHERE id = ? AND NOT removed", (feed_id,)).get is not None

    def discarded(self, before: int | None = None) -> list[int]:
        """Return the feeds that are removed but still there, of those before a time (seconds)."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT id FROM feeds WHERE removed AND removed < ?", (2**62 if before is None else before,)
            )
            return [row[0] for row in rows]

    def remove(self, feed_id: int) -> None:
        """Delete a feed and its articles for good."""
        with self._database.writing() as db:
            ids = [row[0] for row in db.execute("SELECT id FROM articles WHERE feed_id = ?", (feed_id,))]
            self._database.tally.touch(db, ids)
            for article_id in ids:
                forget(self._database, db, article_id)
            db.execute("DELETE FROM feeds WHERE id = ?", (feed_id,))

    def rename(self, feed_id: int, title: str) -> None:
        """Give a feed another title."""
        with self._database.writing() as db:
            db.execute("UPDATE feeds SET title = ? WHERE id = ?", (title, feed_id))

    def move(self, feed_id: int, folder: str) -> None:
        """Put a feed into a folder; "" is none."""
        with self._database.writing() as db:
            db.execute("UPDATE feeds SET folder = ? WHERE id = ?", (folder, feed_id))

    def readdress(self, feed_id: int, url: str, kind: FeedKind) -> None:
        """Read a feed at another address from now on; raises StoreError if another feed is read there."""
        with self._database.writing() as db:
            other = db.execute("SELECT id, removed FROM feeds WHERE url = ? AND id <> ?", (url, feed_id))
            if (found := other.fetchone()) is not None:
                if not found[1]:
                    raise StoreError(f"Another feed is read at {url} already.")
                self.remove(int(found[0]))
            db.execute(
                """UPDATE feeds SET url = ?, kind = ?, etag = '', last_modified = '', digest = '', due = 0
                   WHERE id = ?""",
                (url, str(kind), feed_id),
            )

    def set_every(self, feed_id: int, seconds: int) -> None:
        """Look at a feed every so many seconds from now on; 0 is as often as at the others."""
        with self._database.writing() as db:
            db.execute("UPDATE feeds SET every = ?, due = 0 WHERE id = ?", (seconds, feed_id))

    def set_full(self, feed_id: int, full: bool) -> None:
        """Fetch the articles of a feed whole from their pages from now on, or no longer."""
        with self._database.writing() as db:
            db.execute("UPDATE feeds SET full = ? WHERE id = ?", (full, feed_id))

    def record(self, feed: Feed, outcome: Fetched | Failed, now: int, due: int = 0) -> None:
        """Keep what came of a look at the feed: validators, address, failures; look again at `due`."""
        from tuinews.text.links import without_credentials  # 1.2 ms that the first screen saves

        with self._database.writing() as db:
            if isinstance(outcome, Failed):
                db.execute(
                    """UPDATE feeds SET checked = :now, due = :due, error = :reason, failures = failures + 1,
                       failing_since = CASE failures WHEN 0 THEN :now ELSE failing_since END
                       WHERE id = :id""",
                    {"now": now, "due": due, "reason": outcome.reason, "id": feed.id},
                )
                return
            # A feed that moved to an address subscribed to already stays where it is.
            db.execute(
                "UPDATE OR IGNORE feeds SET url = ? WHERE id = ? AND url <> ?",
                (outcome.url, feed.id, outcome.url),
            )
            db.execute(
                """UPDATE feeds SET checked = :now, due = :due, failures = 0,
                   error = CASE WHEN :unchanged AND failures = 0 THEN error ELSE :notice END,
                   failing_since = 0,
                   title = CASE WHEN title IN (url, :old, :bare) AND :title <> '' THEN :title ELSE title END,
                   site = coalesce(nullif(:site, ''), site),
                   etag = CASE WHEN :unchanged AND :etag = '' THEN etag ELSE :etag END,
                   last_modified =
                       CASE WHEN :unchanged AND :modified = '' THEN last_modified ELSE :modified END,
                   digest = coalesce(nullif(:digest, ''), digest)
                   WHERE id = :id""",
                {
                    "now": now,
                    "due": due,
                    "old": feed.url,
                    "bare": without_credentials(feed.url),
                    "title": outcome.title,
                    "site": outcome.site,
                    "unchanged": outcome.unchanged,
                    "notice": outcome.notice,
                    "etag": outcome.etag,
                    "modified": outcome.last_modified,
                    "digest": outcome.digest,
                    "id": feed.id,
                },
            )


_OF_FEED = "id IN (SELECT id FROM articles WHERE feed_id = ?)"


def _feeds(db: apsw.Connection, where: str = "", *bindings: object) -> Iterator[Feed]:
    for row in db.execute(f"SELECT {_COLUMNS} FROM feeds {where}", bindings):
        values: list[Any] = [*row]
        values[3], values[15] = FeedKind(values[3]), bool(values[15])
        yield Feed(*values)
