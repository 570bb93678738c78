"""The room of the articles: what came, whole, and what became of it."""

import json
import time
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import apsw

from tuinews.model import Article, Enclosure, Entry, FeedKind, Headline, Mark, MarkKind
from tuinews.store.connection import Database
from tuinews.store.ids import PER_SECOND, quote_range
from tuinews.store.tags import give_tag
from tuinews.store.words import source_facts

EARLIEST, LATEST = 0, 253_402_300_799  # seconds: 1970 to 9999; outside, a date is a mistake


@dataclass(frozen=True, slots=True)
class Stored:
    """What a delivery of entries brought: the ids of new articles and of those whose content changed."""

    new: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles there are in each of the program's own views."""

    all: int = 0
    unread: int = 0
    starred: int = 0
    local: int = 0


class Articles:
    """The articles, by id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, feed_id: int, entries: Sequence[Entry], now: int | None = None) -> Stored:
        """Store the entries of one feed in one transaction; what is there and unchanged stays untouched.

        `now`, in seconds, is the date of an entry that has none, or one in the future.
        """
        now = int(time.time()) if now is None else now
        new: list[int] = []
        changed: list[int] = []
        with self._database.writing() as db:
            local = db.execute("SELECT kind <> ? FROM feeds WHERE id = ?", (str(FeedKind.WEB), feed_id)).get
            # From the last to the first: of entries of one second, the one a feed lists first gets the
            # highest id, and so stands first in every list.
            for entry in reversed(entries):
                digest = _digest(entry)
                known = db.execute(
                    "SELECT id, digest FROM heads WHERE feed_id = ? AND guid = ?", (feed_id, entry.guid)
                ).fetchone()
                if known is None and not _is_forgotten(db, feed_id, entry.guid):
                    article_id = _new_id(db, entry.published, now)
                    words = self._index(db, article_id, feed_id, entry)
                    row = (article_id, feed_id, now, bool(local), words)
                    _insert(db, row, entry, digest)
                    new.append(article_id)
                elif known and known[1] != digest:
                    self._database.tally.touch(db, [known[0]])
                    self._database.index.forget_quotes(db, known[0])
                    forget_analysis(db, known[0])
                    words = self._index(db, known[0], feed_id, entry)
                    _replace(db, known[0], words, entry, digest)
                    changed.append(known[0])
            self._database.tally.touch(db, new, new=True)
        return Stored(tuple(reversed(new)), tuple(reversed(changed)))

    def headlines(self, ids: Sequence[int]) -> list[Headline]:
        """Return the headlines of these articles in this order; those that are gone are left out."""
        found: list[Headline] = []
        with self._database.reading() as db:
            for article_id in ids:
                row = db.execute(
                    """SELECT a.feed_id, h.title, f.title, a.unread, a.starred
                       FROM articles a JOIN heads h ON h.id = a.id JOIN feeds f ON f.id = a.feed_id
                       WHERE a.id = ?""",
                    (article_id,),
                ).fetchone()
                if row:
                    feed_id, title, source, unread, starred = row
                    published = article_id // PER_SECOND
                    found.append(
                        Headline(article_id, feed_id, title, source, published, not unread, bool(starred))
                    )
        return found

    def get(self, article_id: int) -> Article | None:
        """Return an article, None if there is none of this id."""
        with self._database.reading() as db:
            row = db.execute(
                """SELECT a.feed_id, f.title, h.url, h.title, h.author, h.language, b.text, b.extras,
                          a.unread, a.starred, a.position
                   FROM articles a JOIN heads h ON h.id = a.id JOIN bodies b ON b.id = a.id
                        JOIN feeds f ON f.id = a.feed_id WHERE a.id = ?""",
                (article_id,),
            ).fetchone()
            if row is None:
                return None
            tags = tuple(
                tag
                for (tag,) in db.execute(
                    """SELECT t.name FROM article_tags x JOIN tags t ON t.id = x.tag_id
                       WHERE x.article_id = ? ORDER BY 1""",
                    (article_id,),
                )
            )
        feed_id, source, url, title, author, language, text, data, unread, starred, position = row
        marks, enclosures = extras(data)
        published = article_id // PER_SECOND
        source_told = (source, url, title, author, published, language, text, marks, enclosures)
        return Article(article_id, feed_id, *source_told, tags, not unread, bool(starred), position)

    def set_read(self, ids: Iterable[int], read: bool) -> "array[int]":
        """Mark articles as read or unread; return the ids that really changed, for undoing it."""
        return self._set("unread", ids, not read)

    def set_starred(self, ids: Iterable[int], starred: bool) -> "array[int]":
        """Give articles a star or take it; return the ids that really changed, for undoing it."""
        return self._set("starred", ids, starred)

    def _index(self, db: apsw.Connection, article_id: int, feed_id: int, entry: Entry) -> int:
        facts = source_facts(feed_id, entry.url, entry.author, entry.language, entry.marks, entry.enclosures)
        return self._database.index.put_article(db, article_id, entry.title, entry.text, facts)

    def _set(self, column: str, ids: Iterable[int], value: bool) -> "array[int]":
        wanted = ids if isinstance(ids, array) else array("q", ids)
        if not wanted:
            return array("q")
        with self._database.writing() as db:
            changed = db.execute(
                f"SELECT a.id FROM carray(?) c CROSS JOIN articles a ON a.id = c.value WHERE a.{column} = ?",
                (apsw.carray(wanted), not value),
            )
            result = array("q", (article_id for (article_id,) in changed))
            if result:
                self._database.tally.touch(db, result)
                db.execute(
                    f"UPDATE articles SET {column} = ? WHERE id IN (SELECT value FROM carray(?))",
                    (value, apsw.carray(result)),
                )
        return result

    def set_position(self, article_id: int, offset: int) -> None:
        """Keep where the reader stopped, an offset into the text."""
        with self._database.writing() as db:
            db.execute("UPDATE articles SET position = ? WHERE id = ?", (max(0, offset), article_id))

    def remove(self, ids: Iterable[int]) -> None:
        """Forget articles; the next delivery of their feed may bring them back."""
        with self._database.writing() as db:
            wanted = list(ids)
            self._database.tally.touch(db, wanted)
            for article_id in wanted:
                forget(self._database, db, article_id)

    def counts(self) -> Counts:
        """Return the kept counts of the program's views."""
        with self._database.reading() as db:
            return Counts(**{str(name): int(number) for name, number in db.execute("SELECT * FROM counts")})


def _is_forgotten(db: apsw.Connection, feed_id: int, guid: str) -> bool:
    key = (feed_id, guid)
    return db.execute("SELECT 1 FROM forgotten WHERE feed_id = ? AND guid = ?", key).get is not None


def _new_id(db: apsw.Connection, published: int | None, now: int) -> int:
    """Return the next free id of the second of publication, or of the nearest earlier one that has any."""
    second = published if published is not None and EARLIEST <= published <= now else now
    while second >= EARLIEST:
        first, last = second * PER_SECOND, second * PER_SECOND + PER_SECOND - 1
        highest = db.execute("SELECT max(id) FROM articles WHERE id BETWEEN ? AND ?", (first, last)).get
        if highest is None:
            return first
        if highest < last:
            return int(highest) + 1
        second -= 1
    return _new_id(db, now, now)


def _insert(db: apsw.Connection, row: tuple[int, int, int, bool, int], entry: Entry, digest: bytes) -> None:
    article_id, feed_id = row[:2]
    db.execute("INSERT INTO articles (id, feed_id, added, local, words) VALUES (?, ?, ?, ?, ?)", row)
    db.execute(
        "INSERT INTO heads VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (article_id, feed_id, entry.guid, entry.title, entry.url, entry.author, entry.language, digest),
    )
    db.execute("INSERT INTO bodies VALUES (?, ?, ?)", (article_id, entry.text, _as_json(entry)))
    for tag in entry.tags:
        give_tag(db, article_id, tag)


def _replace(db: apsw.Connection, article_id: int, words: int, entry: Entry, digest: bytes) -> None:
    """Write the new content over the old; its analysis is of the old text and goes."""
    db.execute(
        "UPDATE articles SET words = ?, quotes = 0, analysed = 0, position = min(position, ?) WHERE id = ?",
        (words, len(entry.text), article_id),
    )
    db.execute(
        "UPDATE heads SET title = ?, url = ?, author = ?, language = ?, digest = ? WHERE id = ?",
        (entry.title, entry.url, entry.author, entry.language, digest, article_id),
    )
    db.execute(
        "UPDATE bodies SET text = ?, extras = ? WHERE id = ?", (entry.text, _as_json(entry), article_id)
    )


def forget_analysis(db: apsw.Connection, article_id: int) -> None:
    """Delete the rows kept of an article's quotations and people."""
    db.execute("DELETE FROM analyses WHERE id = ?", (article_id,))
    db.execute("DELETE FROM mentions WHERE article_id = ?", (article_id,))
    db.execute("DELETE FROM quotes WHERE id BETWEEN ? AND ?", quote_range(article_id))


def forget(database: Database, db: apsw.Connection, article_id: int) -> None:
    """Delete an article with all that hangs on it."""
    database.index.forget_article(db, article_id)
    forget_analysis(db, article_id)
    db.execute("DELETE FROM articles WHERE id = ?", (article_id,))


def _digest(entry: Entry) -> bytes:
    parts = (entry.title, entry.url, entry.author, entry.language, entry.text, _as_json(entry).decode())
    return blake2b("\0".join(parts).encode(), digest_size=16).digest()


def _as_json(entry: Entry) -> bytes:
    marks = [[str(mark.kind), mark.start, mark.end, mark.value] for mark in entry.marks]
    enclosures = [[item.url, item.type, item.length] for item in entry.enclosures]
    if not marks and not enclosures:
        return b""
    return json.dumps([marks, enclosures], ensure_ascii=False, separators=(",", ":")).encode()


def extras(data: bytes) -> tuple[tuple[Mark, ...], tuple[Enclosure, ...]]:
    """Return the marks and enclosures that `bodies.extras` keeps."""
    if not data:
        return (), ()
    marks, enclosures = json.loads(data)
    return (
        tuple(Mark(MarkKind(kind), start, end, value) for kind, start, end, value in marks),
        tuple(Enclosure(*parts) for parts in enclosures),
    )
