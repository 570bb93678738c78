"""The room of upkeep: statistics, merging, forgetting what is old, giving back space, telling its health."""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import apsw

from tuinews.store.connection import Database
from tuinews.store.ids import PER_SECOND
from tuinews.store.rows import forget

DAY = 86_400
MERGED_AT_ONCE = (
    500  # pages of the index that one step of merging writes: some 20 ms, so that others get their turn
)
FORGOTTEN_AT_ONCE = 200  # articles that one transaction forgets
INDEXES = ("article_index", "quote_index")


@dataclass(frozen=True, slots=True)
class Health:
    """What there is to know about the file. Sizes are bytes; `problems` are sentences."""

    path: Path
    size: int
    waiting: int  # in the write-ahead log, not yet in the file
    unused: int  # inside the file, given back by `vacuum`
    segments: int  # of the indexes of words: few are fast
    articles: int
    feeds: int
    failing: int  # feeds whose last answer was a failure
    unanalysed: int
    sqlite: str
    problems: tuple[str, ...]


class Upkeep:
    """What is done now and then, in the background; every method may be stopped and called again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def run(self, stop: threading.Event | None = None) -> None:
        """Renew the statistics and merge the indexes, in steps between which others may write."""
        with self._database.maintaining() as db:
            db.execute("PRAGMA analysis_limit = 400; PRAGMA optimize = 0x10002").fetchall()
        for index in INDEXES:
            worked = True
            while worked and not (stop and stop.is_set()):
                with self._database.writing() as db:
                    before = db.total_changes()
                    db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('merge', {MERGED_AT_ONCE})")
                    worked = (
                        db.total_changes() - before > 1
                    )  # as FTS5 tells that there was something to merge
        with self._database.maintaining() as db:
            db.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_PASSIVE)

    def expire(
        self,
        *,
        days: int | None = None,
        per_feed: int | None = None,
        now: int | None = None,
        stop: threading.Event | None = None,
    ) -> int:
        """Forget articles older than `days`, or beyond the newest `per_feed` of their feed; return how many.

        Starred and tagged ones stay, and those of this machine's own files. What is forgotten does not come
        back, even if its feed still lists it.
        """
        now = int(time.time()) if now is None else now
        old = self._old(days, per_feed, now)
        for start in range(0, len(old), FORGOTTEN_AT_ONCE):
            if stop and stop.is_set():
                return start
            batch = old[start : start + FORGOTTEN_AT_ONCE]
            with self._database.writing() as db:
                self._database.tally.touch(db, batch)
                for article_id in batch:
                    db.execute(
                        "INSERT OR IGNORE INTO forgotten SELECT feed_id, guid FROM heads WHERE id = ?",
                        (article_id,),
                    )
                    forget(self._database, db, article_id)
        return len(old)

    def _old(self, days: int | None, per_feed: int | None, now: int) -> list[int]:
        """Return the articles whose time is over, the oldest first."""
        conditions, bindings = [], []
        if days is not None:
            conditions.append("a.id < ?")
            bindings.append((now - days * DAY) * PER_SECOND)
        if per_feed is not None:
            conditions.append(
                """a.id < (SELECT n.id FROM articles n WHERE n.feed_id = a.feed_id
                           ORDER BY n.id DESC LIMIT 1 OFFSET ?)"""
            )
            bindings.append(max(0, per_feed - 1))
        if not conditions:
            return []
        with self._database.reading() as db:
            rows = db.execute(
                f"""SELECT a.id FROM articles a WHERE ({" OR ".join(conditions)}) AND a.starred = 0
                    AND a.local = 0 AND NOT EXISTS (SELECT 1 FROM article_tags t WHERE t.article_id = a.id)
                    ORDER BY a.id""",
                bindings,
            )
            return [row[0] for row in rows]

    def vacuum(self) -> tuple[int, int]:
        """Write the file anew without gaps; return its size before and after.

        Needs as much free space on the disk as the file takes; others cannot write meanwhile.
        """
        with self._database.maintaining() as db:
            for index in INDEXES:
                db.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
            db.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
            before = self._database.path.stat().st_size
            db.execute("VACUUM")
            db.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
            return before, self._database.path.stat().st_size

    def health(self, *, thorough: bool = False) -> Health:
        """Return what is known about the file; `thorough` reads all of it to see whether it is whole."""
        path = self._database.path
        log = path.with_name(path.name + "-wal")
        with self._database.reading() as db:
            segments = sum(
                int(db.execute(f"SELECT count(DISTINCT segid) FROM {index}_idx").get) for index in INDEXES
            )
            ((feeds, failing),) = db.execute("SELECT count(*), total(failures > 0) FROM feeds")
            return Health(
                path=path,
                size=path.stat().st_size,
                waiting=log.stat().st_size if log.exists() else 0,
                unused=int(db.pragma("freelist_count")) * int(db.pragma("page_size")),
                segments=segments,
                articles=int(db.execute("SELECT number FROM counts WHERE name = 'all'").get),
                feeds=feeds,
                failing=int(failing),
                unanalysed=int(db.execute("SELECT count(*) FROM articles WHERE analysed = 0").get),
                sqlite=apsw.sqlite_lib_version(),
                problems=tuple(_problems(db)) if thorough else (),
            )


def _problems(db: apsw.Connection) -> Iterator[str]:
    for (found,) in db.execute("PRAGMA integrity_check(20)"):
        if found != "ok":
            yield f"The file is damaged: {found}."
    for table, *_ in db.execute("PRAGMA foreign_key_check"):
        yield f"A row of {table} belongs to nothing."
    for name, kept, counted in db.execute(
        """SELECT c.name, c.number, CASE c.name WHEN 'all' THEN count(a.id) WHEN 'unread' THEN total(a.unread)
               WHEN 'starred' THEN total(a.starred) ELSE total(a.local) END
           FROM counts c LEFT JOIN articles a
                ON c.name NOT IN ('all', 'unread') OR a.id NOT IN (SELECT id FROM copies)
           GROUP BY c.name"""
    ):
        if kept != counted:
            yield f"The count of {name} says {kept}, there are {counted:.0f}."
