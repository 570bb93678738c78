"""The same story from several feeds: found as it comes, by its page or its text, and shown in one row.

Nothing is deleted, and each feed's own list shows its own articles. The row is that of the article that
came first, unless a later one has far more to read: then a link list's stub becomes the copy of the report it
links to.
"""

from array import array
from collections.abc import Iterable

import apsw

from tuinews.model import Entry, FeedKind

# A copy is in its original's row, if that is in the list: so it is where only the story is asked for.
FOLDED = "NOT EXISTS (SELECT 1 FROM copies c WHERE c.id = {id})"

COPY = 0.75  # likeness of two texts that are one story, at least
FULLER = 2  # times as many characters, and a later article takes the row
MOST_CANDIDATES = 10


def keep_traces(db: apsw.Connection, article_id: int, url: str, text: str) -> list[int]:
    """Keep what an article is recognised by; return it."""
    found = _traces(url, text)
    db.executemany(
        "INSERT INTO traces VALUES (?, ?) ON CONFLICT DO NOTHING", [(trace, article_id) for trace in found]
    )
    return found


def forget_traces(db: apsw.Connection, article_id: int, url: str, text: str) -> None:
    """Forget what an article with this page and text was recognised by."""
    db.executemany(
        "DELETE FROM traces WHERE trace = ? AND article_id = ?",
        [(trace, article_id) for trace in _traces(url, text)],
    )


def _traces(url: str, text: str) -> list[int]:
    from tuinews.text.likeness import page_trace, traces  # here, since reading never needs it

    address = page_trace(url)
    return [*([] if address is None else [address]), *traces(text)]


def fold_in(db: apsw.Connection, article_id: int, feed_id: int, entry: Entry, found: Iterable[int]) -> None:
    """Join a new article of a web feed with that of another feed, if they are one story."""
    seen: set[int] = set()
    for trace in found:
        rows: list[tuple[int, int, str, str]] = db.execute(
            """SELECT t.article_id, a.feed_id, h.url, b.text
               FROM traces t JOIN articles a ON a.id = t.article_id
               JOIN feeds f ON f.id = a.feed_id JOIN heads h ON h.id = a.id JOIN bodies b ON b.id = a.id
               WHERE t.trace = ? AND a.feed_id <> ? AND f.kind = ? LIMIT ?""",
            (trace, feed_id, str(FeedKind.WEB), MOST_CANDIDATES),
        ).fetchall()  # type: ignore[assignment]  # the types of the columns
        for other, other_feed, url, text in rows:
            if other not in seen and _is_copy(db, entry, feed_id, url, text, other_feed):
                _join(db, article_id, entry.text, other, text)
                return
            seen.add(other)


def _is_copy(db: apsw.Connection, entry: Entry, feed_id: int, url: str, text: str, other_feed: int) -> bool:
    from tuinews.text.likeness import likeness, page, page_trace

    if page(entry.url) and page(entry.url) == page(url):
        # A page that one feed names again and again (a ticker, an archive) is no single story.
        named = db.execute(
            """SELECT max(n) FROM (SELECT count(*) AS n FROM traces t JOIN articles a ON a.id = t.article_id
               WHERE t.trace = ? AND a.feed_id IN (?, ?) GROUP BY a.feed_id)""",
            (page_trace(url), feed_id, other_feed),
        ).get
        return bool(named == 1)
    return likeness(entry.text, text) >= COPY


def _join(db: apsw.Connection, article_id: int, text: str, other: int, other_text: str) -> None:
    original = db.execute("SELECT original FROM copies WHERE id = ?", (other,)).get or other
    if original != other:
        other_text = db.execute("SELECT text FROM bodies WHERE id = ?", (original,)).get
    ((unread, starred),) = db.execute("SELECT unread, starred FROM articles WHERE id = ?", (original,))
    # What was read once is not news again.
    db.execute("UPDATE articles SET unread = ? WHERE id = ?", (unread, article_id))
    if starred or len(text) < FULLER * len(other_text):
        db.execute("INSERT INTO copies VALUES (?, ?)", (article_id, original))
        return
    db.execute("UPDATE copies SET original = ? WHERE original = ?", (article_id, original))
    db.execute("INSERT INTO copies VALUES (?, ?)", (original, article_id))


def group_of(db: apsw.Connection, ids: "array[int]") -> list[int]:
    """Return the articles that share a row with one of these."""
    if not ids:  # SQLite wants the address of an array, which an empty one has not
        return []
    rows = db.execute(
        """SELECT c.id FROM carray(:ids) w CROSS JOIN copies c ON c.original = w.value
           UNION SELECT c.original FROM carray(:ids) w CROSS JOIN copies c ON c.id = w.value
           UNION SELECT s.id FROM carray(:ids) w CROSS JOIN copies c ON c.id = w.value
                 CROSS JOIN copies s ON s.original = c.original""",
        {"ids": apsw.carray(ids)},
    )
    return [row[0] for row in rows]


def sources_of(db: apsw.Connection, article_id: int) -> tuple[str, ...]:
    """Return the titles of the other feeds that have this story too."""
    original = db.execute("SELECT original FROM copies WHERE id = ?", (article_id,)).get or article_id
    rows = db.execute(
        """SELECT f.title
           FROM (SELECT id FROM copies WHERE original = :original UNION ALL SELECT :original) c
           JOIN articles a ON a.id = c.id JOIN feeds f ON f.id = a.feed_id
           WHERE c.id <> :article ORDER BY c.id""",
        {"original": original, "article": article_id},
    )
    return tuple(dict.fromkeys(row[0] for row in rows))
