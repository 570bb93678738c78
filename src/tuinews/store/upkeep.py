"""The room of upkeep: statistics, merging, forgetting what is old, giving back space."""

import subprocess
import sys
import threading
import time
from dataclasses import dataclass

import apsw

from tuinews.store.connection import Database
from tuinews.store.feeds import Feeds
from tuinews.store.health import INDEXES, Health, health
from tuinews.store.ids import PER_SECOND
from tuinews.store.pending import catch_up
from tuinews.store.rows import forget

DAY = 86_400
ENOUGH = 20_000  # articles before relevance needs columns: FTS5 weighs them in 20 ms
WORTH = 2_048  # articles without columns that are worth making some
GLANCE = 0.1  # seconds between looks whether the process that makes them has ended
MERGED_AT_ONCE = 500  # pages of the index that one step of merging writes: some 20 ms
FORGOTTEN_AT_ONCE = 200  # articles that one transaction forgets
TURN = 0.005  # seconds between two transactions, so that others get their turn


@dataclass(frozen=True, slots=True)
class Rules:
    """What is forgotten: articles older than `days`, and those beyond the newest `per_feed` of their feed."""

    days: int | None = None
    per_feed: int | None = None


class Upkeep:
    """What is done now and then, in the background; every method may be stopped and called again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def tend(
        self, stop: threading.Event | None = None, *, every: int = DAY, now: int | None = None
    ) -> int | None:
        """Do what is due: forget by the rules, renew the statistics, merge the indexes.

        Returns how many articles were forgotten, None when nothing was due: upkeep is done once in `every`
        seconds. To be called in a thread of its own a minute after the start, and every hour from then on.
        In transactions of some 20 ms, so that others may write meanwhile; soon left when `stop` is set, and
        then done again at the next call.
        """
        now = int(time.time()) if now is None else now
        self.empty(before=now - DAY, stop=stop)
        catch_up(self._database, stop)
        self.seal(stop)
        with self._database.reading() as db:
            tended = db.execute("SELECT number FROM upkeep WHERE name = 'tended'").get
        if tended is not None and tended <= now < tended + every:
            return None
        rules = self.rules()
        forgotten = self.expire(days=rules.days, per_feed=rules.per_feed, now=now, stop=stop)
        self.run(stop)
        if not (stop and stop.is_set()):
            with self._database.writing() as db:
                db.execute("INSERT OR REPLACE INTO upkeep VALUES ('tended', ?)", (now,))
        return forgotten

    def empty(self, *, before: int | None = None, stop: threading.Event | None = None) -> int:
        """Delete feeds that were removed, before a time (seconds) if one is given.

        Returns how many articles went with them.
        """
        feeds = Feeds(self._database)
        number = 0
        for feed_id in feeds.discarded(before):
            with self._database.reading() as db:
                ids = [row[0] for row in db.execute("SELECT id FROM articles WHERE feed_id = ?", (feed_id,))]
            number += self._forget(ids, stop)
            if stop and stop.is_set():
                break
            feeds.remove(feed_id)
        return number

    def seal(self, stop: threading.Event | None = None) -> None:
        """Put new articles into the columns that relevance is reckoned from, if the library is large.

        A child process makes them: in threads of this one they would cost 190 MB and the interface its ease.
        """
        with self._database.reading() as db:
            if db.execute("SELECT number FROM counts WHERE name = 'all'").get < ENOUGH:
                return
            if db.execute("SELECT count(*) FROM (SELECT 1 FROM loose LIMIT ?)", (WORTH,)).get < WORTH:
                return
        command = [sys.executable, "-m", "tuinews.store.seal", str(self._database.path), str(WORTH)]
        stop = stop or threading.Event()
        with subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as child:
            try:
                while child.poll() is None and not stop.wait(GLANCE):
                    pass
            finally:
                child.kill()

    def rules(self) -> Rules:
        """Return the rules of what `tend` forgets; by default nothing is."""
        with self._database.reading() as db:
            kept = {str(name): int(number) for name, number in db.execute("SELECT * FROM upkeep")}
        return Rules(kept.get("days"), kept.get("per_feed"))

    def set_rules(self, *, days: int | None = None, per_feed: int | None = None) -> None:
        """Keep these rules in place of those there are; the next call of `tend` follows them."""
        with self._database.writing() as db:
            db.execute("DELETE FROM upkeep WHERE name IN ('days', 'per_feed', 'tended')")
            for name, number in (("days", days), ("per_feed", per_feed)):
                if number is not None:
                    db.execute("INSERT INTO upkeep VALUES (?, ?)", (name, number))

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
                    # As FTS5 tells that there was something to merge.
                    worked = db.total_changes() - before > 1
                time.sleep(TURN)
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
        return self._forget(self._old(days, per_feed, now), stop)

    def _forget(self, ids: list[int], stop: threading.Event | None) -> int:
        """Forget articles, in transactions between which others may write; return how many are gone."""
        for start in range(0, len(ids), FORGOTTEN_AT_ONCE):
            if stop and stop.is_set():
                return start
            batch = ids[start : start + FORGOTTEN_AT_ONCE]
            with self._database.writing() as db:
                self._database.tally.touch(db, batch)
                for article_id in batch:
                    db.execute(
                        "INSERT OR IGNORE INTO forgotten SELECT feed_id, guid FROM heads WHERE id = ?",
                        (article_id,),
                    )
                    forget(self._database, db, article_id)
            time.sleep(TURN)
        return len(ids)

    def count_old(self, now: int | None = None) -> int:
        """Return how many articles the rules would forget now."""
        rules = self.rules()
        return len(self._old(rules.days, rules.per_feed, int(time.time()) if now is None else now))

    def _old(self, days: int | None, per_feed: int | None, now: int) -> list[int]:
        """Return the articles whose time is over, the oldest first."""
        found: set[int] = set()
        with self._database.reading() as db:
            if days is not None:
                sql = f"SELECT a.id FROM articles a WHERE a.id < ? AND {_FREE}"
                found.update(row[0] for row in db.execute(sql, ((now - days * DAY) * PER_SECOND,)))
            if per_feed is not None:
                # The feeds outside: where the newest of a feed end is looked up once for each of them.
                sql = f"""SELECT a.id FROM feeds f CROSS JOIN articles a ON a.feed_id = f.id
                          AND a.id < (SELECT n.id FROM articles n WHERE n.feed_id = f.id
                                      ORDER BY n.id DESC LIMIT 1 OFFSET ?) AND {_FREE}"""
                found.update(row[0] for row in db.execute(sql, (max(0, per_feed - 1),)))
        return sorted(found)

    def vacuum(self) -> tuple[int, int]:
        """Delete removed feeds, and write the file anew without gaps; return its size before and after.

        Needs as much free space on the disk as the file takes; others cannot write meanwhile.
        """
        self.empty()
        with self._database.maintaining() as db:
            for index in INDEXES:
                db.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
            db.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
            before = self._database.path.stat().st_size
            db.execute("VACUUM")
            db.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
            return before, self._database.path.stat().st_size

    def health(self, version: int = 1, *, thorough: bool = False) -> Health:
        """Return what is known about the file; `thorough` reads all of it to see whether it is whole.

        `version`: of the analysis that articles should have.
        """
        with self._database.reading() as db:
            return health(db, self._database.path, version, thorough=thorough)


#: What no rule forgets: starred and tagged articles, and those of this machine's own files.
_FREE = """a.starred = 0 AND a.local = 0
           AND NOT EXISTS (SELECT 1 FROM article_tags t WHERE t.article_id = a.id)"""
