"""What articles are recognised by, and the same story found in several feeds by it, as it comes.

The row of a story is that of the article that came first, unless a later one has far more to read: then a
link list's stub becomes the copy of the report it links to.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import apsw

from tuinews.model import FeedKind
from tuinews.store.connection import Database
from tuinews.text.fold import words
from tuinews.text.likeness import likeness, page, page_trace, shingles, traces

COPY = 0.75  # likeness of two texts that are one story, at least
FULLER = 2  # times as many characters, and a later article takes the row
COMMON = 20  # articles that share a trace, and it is a phrase of their house that tells nothing
MOST_COMPARED = 5  # texts that an article is compared with, 0.4 ms each


class Arrival(NamedTuple):
    """A new article, as far as its copies are found by it."""

    id: int
    feed_id: int
    url: str
    text: str


def entry_traces(url: str, found: list[str]) -> list[int]:
    """Return what an entry is recognised by: its page and parts of its text, whose words are given."""
    address = page_trace(url)
    return [*([] if address is None else [address]), *traces(shingles(found))]


def keep_traces(db: apsw.Connection, article_id: int, found: Iterable[int]) -> None:
    """Keep what an article is recognised by."""
    db.executemany(
        "INSERT INTO traces VALUES (?, ?) ON CONFLICT DO NOTHING", [(trace, article_id) for trace in found]
    )


def forget_traces(db: apsw.Connection, article_id: int, url: str, text: str) -> None:
    """Forget what an article with this page and text was recognised by."""
    db.executemany(
        "DELETE FROM traces WHERE trace = ? AND article_id = ?",
        [(trace, article_id) for trace in entry_traces(url, words(text))],
    )


def traced(db: apsw.Connection, found: Sequence[int]) -> list[int]:
    """Return the articles that share a trace, those that share most first; a trace of many tells nothing."""
    named: dict[int, list[int]] = {}
    for trace, article_id in db.execute(_named_by(len(found)), found) if found else ():
        named.setdefault(trace, []).append(article_id)
    shared: Counter[int] = Counter()
    for ids in named.values():
        if len(ids) <= COMMON:
            shared.update(ids)
    return [article_id for article_id, _ in shared.most_common()]


@cache
def _named_by(number: int) -> str:
    """Return the statement for the articles of so many traces, of each one more than tells anything."""
    one = f"SELECT * FROM (SELECT trace, article_id FROM traces WHERE trace = ? LIMIT {COMMON + 1})"
    return " UNION ALL ".join([one] * number)


def fold_in(database: Database, db: apsw.Connection, new: Arrival, shared: Iterable[int]) -> None:
    """Join a new article of a web feed with that of another feed, if they are one story.

    `shared` are the articles that have traces in common with it (`traced`).
    """
    compared = 0
    for other in shared:
        row = db.execute(
            """SELECT a.feed_id, h.url, b.text FROM articles a JOIN feeds f ON f.id = a.feed_id
               JOIN heads h ON h.id = a.id JOIN bodies b ON b.id = a.id
               WHERE a.id = ? AND a.feed_id <> ? AND f.kind = ?
               AND NOT EXISTS (SELECT 1 FROM hidden x WHERE x.id = a.id)""",
            (other, new.feed_id, str(FeedKind.WEB)),
        ).fetchone()
        if row is None:
            continue
        other_feed, url, text = row
        if _same_page(db, new, url, other_feed) or likeness(new.text, text) >= COPY:
            _join(database, db, new, other, text)
            return
        compared += 1
        if compared == MOST_COMPARED:
            return


def _same_page(db: apsw.Connection, new: Arrival, other: str, other_feed: int) -> bool:
    """Tell whether two articles are on one page that each of their feeds names once: no ticker."""
    if not page(new.url) or page(new.url) != page(other):
        return False
    named = db.execute(
        """SELECT count(*) FROM traces t JOIN articles a ON a.id = t.article_id
           WHERE t.trace = ? AND a.feed_id IN (?, ?)""",
        (page_trace(new.url), new.feed_id, other_feed),
    ).get
    return bool(named == 1)  # the new one is not among them yet


def _join(database: Database, db: apsw.Connection, new: Arrival, other: int, other_text: str) -> None:
    article_id = new.id
    # It may have waited, and been starred or hidden meanwhile: then it has a row of its own, or none.
    alone = "starred OR EXISTS (SELECT 1 FROM hidden WHERE id = a.id)"
    ((mine, alone),) = db.execute(f"SELECT unread, {alone} FROM articles a WHERE id = ?", (article_id,))
    if alone:
        return
    original = db.execute("SELECT original FROM copies WHERE id = ?", (other,)).get or other
    if original != other:
        other_text = db.execute("SELECT text FROM bodies WHERE id = ?", (original,)).get
    ((unread, starred),) = db.execute("SELECT unread, starred FROM articles WHERE id = ?", (original,))
    # What was read once is not news again, in whichever feed.
    if not unread:
        db.execute("UPDATE articles SET unread = 0 WHERE id = ?", (article_id,))
    elif not mine:
        database.tally.touch(db, [original])
        db.execute(
            """UPDATE articles SET unread = 0
               WHERE id = ?1 OR id IN (SELECT id FROM copies WHERE original = ?1)""",
            (original,),
        )
    if starred or len(new.text) < FULLER * len(other_text):
        db.execute("INSERT INTO copies VALUES (?, ?)", (article_id, original))
        return
    database.tally.touch(db, [original])
    db.execute("UPDATE copies SET original = ? WHERE original = ?", (article_id, original))
    db.execute("INSERT INTO copies VALUES (?, ?)", (original, article_id))
