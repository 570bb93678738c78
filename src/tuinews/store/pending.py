"""What can be worked out of an article after it is stored: words for the index, traces, and its copies.

That is five sixths of what storing an article costs (0.4 of 0.5 ms for 560 words), and nobody who looks at a
list needs it. So what many feeds bring together is stored without; these articles stand in `unindexed`,
written in the same transaction. A few are settled when the last feed has answered; many wait for the
background, or the first who asks for words (`catch_up`). Killed in the middle, they still stand there. What
changes an article's words or analysis settles it first.
"""

import threading
from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple

import apsw

from tuinews.errors import StoreError
from tuinews.model import FeedKind
from tuinews.store.connection import Database
from tuinews.store.rows import extras
from tuinews.store.traces import Arrival, entry_traces, fold_in, keep_traces, traced
from tuinews.store.words import source_facts
from tuinews.text.fold import words

AT_ONCE = 100  # articles of one transaction: some 50 ms; 0.5 ms each, however many at once


class Worked(NamedTuple):
    """The words of a text, and the numbers that its article is recognised by."""

    words: list[str]
    traces: list[int]


def worked(url: str, text: str) -> Worked:
    """Work out what an article on this page with this text is found by: 0.1 ms for 560 words."""
    found = words(text)
    return Worked(found, entry_traces(url, found))


def catch_up(database: Database, stop: threading.Event | None = None, most: int | None = None) -> int:
    """Settle all articles that wait; return how many did. Soon left when `stop` is set.

    With `most`, nothing is done where more wait. Another program that keeps the file from being written is no
    reason to fail: they wait a while longer.
    """
    done = 0
    with suppress(StoreError, apsw.InterruptError):
        if most is not None:
            with database.reading() as db:
                sql = "SELECT count(*) FROM (SELECT 1 FROM unindexed LIMIT ?)"
                if db.execute(sql, (most + 1,)).get > most:
                    return 0
        while not (stop and stop.is_set()):
            with database.reading() as db:
                if db.execute("SELECT 1 FROM unindexed LIMIT 1").get is None:
                    break
            with database.writing(stop) as db:
                rows = db.execute("SELECT id FROM unindexed ORDER BY id LIMIT ?", (AT_ONCE,))
                done += settle(database, db, [row[0] for row in rows])
    return done


def settle(database: Database, db: apsw.Connection, ids: Iterable[int]) -> int:
    """Settle those of these articles that wait, within a transaction; return how many did."""
    waiting = [article_id for article_id in ids if _waited(db, article_id)]
    database.tally.touch(db, waiting, new=True)
    for article_id in waiting:
        ((feed_id, kind, url, title, author, language, text, data),) = db.execute(
            """SELECT h.feed_id, f.kind, h.url, h.title, h.author, h.language, b.text, b.extras
               FROM heads h JOIN bodies b USING (id) JOIN feeds f ON f.id = h.feed_id WHERE h.id = ?""",
            (article_id,),
        )
        found = worked(url, text)
        db.execute("UPDATE articles SET words = ? WHERE id = ?", (len(found.words), article_id))
        facts = source_facts(feed_id, url, author, language, *extras(data))
        new = Arrival(article_id, feed_id, url, text)
        shared = traced(db, found.traces) if kind == FeedKind.WEB else []
        shelve(database, db, new, kind, title, facts, found, shared)
    return len(waiting)


def shelve(
    database: Database,
    db: apsw.Connection,
    new: Arrival,
    kind: str,
    title: str,
    facts: str,
    found: Worked,
    shared: Iterable[int],
) -> None:
    """Index a new article, find its story, and keep what it is recognised by.

    `kind` is that of its feed; `shared` are the articles that have traces in common with it.
    """
    database.index.put_article(db, new.id, title, found.words, facts)
    if kind == FeedKind.WEB:
        fold_in(database, db, new, shared)
    keep_traces(db, new.id, found.traces)


def wait(db: apsw.Connection, article_id: int) -> None:
    """Note that a new article waits."""
    db.execute("INSERT INTO unindexed VALUES (?)", (article_id,))


def of_feed(db: apsw.Connection, feed_id: int) -> list[int]:
    """Return the articles of a feed that wait."""
    sql = "SELECT u.id FROM unindexed u CROSS JOIN articles a USING (id) WHERE a.feed_id = ?"
    return [row[0] for row in db.execute(sql, (feed_id,))]


def _waited(db: apsw.Connection, article_id: int) -> bool:
    db.execute("DELETE FROM unindexed WHERE id = ?", (article_id,))
    return db.changes() > 0
