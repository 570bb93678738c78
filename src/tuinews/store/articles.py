"""The room of the articles: what came, whole, and what became of it."""

import time
from array import array
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

import apsw

from tuinews.model import Article, Headline
from tuinews.store.connection import Database
from tuinews.store.copies import FOLDED, group_of, sources_of
from tuinews.store.hiding import SHOWN
from tuinews.store.ids import PER_SECOND
from tuinews.store.rows import extras, forget

if TYPE_CHECKING:
    from tuinews.model import Entry
    from tuinews.store.delivery import Stored
    from tuinews.store.prepared import Prepared


class Counts(NamedTuple):
    """How many articles there are in each of the program's own views."""

    all: int = 0
    unread: int = 0
    starred: int = 0
    local: int = 0
    hidden: int = 0


class Articles:
    """The articles, by id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(
        self, feed_id: int, entries: Sequence["Entry"], now: int | None = None, *, reopen: bool = False
    ) -> "Stored":
        """Store the entries of one feed in one transaction; what is there and unchanged stays untouched.

        `now`, in seconds, is the date of an entry that has none, or one in the future. With `reopen`, an
        article whose title or text changed is unread again.
        """
        from tuinews.store.prepared import prepare_all  # folds and counts words, which reading never needs

        return self.put_prepared(feed_id, prepare_all(entries), now, reopen=reopen)

    def put_prepared(
        self,
        feed_id: int,
        entries: Sequence["Prepared"],
        now: int | None = None,
        *,
        reopen: bool = False,
        later: bool = False,
    ) -> "Stored":
        """Store entries, as `put` does, that were prepared before, perhaps by another process.

        With `later`, what is new may wait to be indexed (`Search.catch_up`).
        """
        from tuinews.store.delivery import Delivery  # as above

        now = int(time.time()) if now is None else now
        with self._database.writing() as db:
            return Delivery(self._database, db, feed_id, now, reopen, later).take(entries)

    def newest(self, number: int) -> "array[int]":
        """Return the first ids of the list of all articles, newest first, without loading the search."""
        folded = f"{FOLDED} AND {SHOWN}".format(id="a.id")
        with self._database.reading() as db:
            rows = db.execute(
                f"SELECT a.id FROM articles a WHERE {folded} ORDER BY a.id DESC LIMIT {number:d}"
            )
            return array("q", (article_id for (article_id,) in rows))

    def first_unread(self, ids: "array[int]") -> int | None:
        """Return the first of these articles, in this order, that is unread."""
        if not ids:  # SQLite wants the address of an array, which an empty one has not
            return None
        sql = (
            "SELECT a.id FROM carray(?) c CROSS JOIN articles a ON a.id = c.value WHERE a.unread = 1 LIMIT 1"
        )
        with self._database.reading() as db:
            found = db.execute(sql, (apsw.carray(ids),)).get
        return None if found is None else int(found)

    def headlines(self, ids: Sequence[int]) -> list[Headline]:
        """Return the headlines of these articles in this order; those that are gone are left out."""
        found: list[Headline] = []
        with self._database.reading() as db:
            for article_id in ids:
                row = db.execute(
                    """SELECT a.feed_id, h.title, f.title, a.unread, a.starred, a.changed
                       FROM articles a JOIN heads h ON h.id = a.id JOIN feeds f ON f.id = a.feed_id
                       WHERE a.id = ?""",
                    (article_id,),
                ).fetchone()
                if row:
                    feed_id, title, source, unread, starred, changed = row
                    when, also = article_id // PER_SECOND, sources_of(db, article_id)
                    state = not unread, bool(starred), also, changed
                    found.append(Headline(article_id, feed_id, title, source, when, *state))
        return found

    def get(self, article_id: int) -> Article | None:
        """Return an article, None if there is none of this id."""
        with self._database.reading() as db:
            row = db.execute(
                """SELECT a.feed_id, f.title, h.url, h.title, h.author, h.language, b.text, b.extras,
                          a.unread, a.starred, a.position, a.changed
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
            also = sources_of(db, article_id)
        feed_id, source, url, title, author, language, text, data, unread, starred, position, changed = row
        marks, enclosures = extras(data)
        published = article_id // PER_SECOND
        source_told = (source, url, title, author, published, language, text, marks, enclosures)
        state = not unread, bool(starred), position, also, changed
        return Article(article_id, feed_id, *source_told, tags, *state)

    def guid(self, article_id: int) -> str:
        """Return the identity that an article's source gave it, "" if there is none of this id."""
        with self._database.reading() as db:
            row = db.execute("SELECT guid FROM heads WHERE id = ?", (article_id,)).fetchone()
        return row[0] if row else ""

    def set_read(self, ids: Iterable[int], read: bool) -> "array[int]":
        """Mark articles and their copies in other feeds as read or unread.

        Return the ids that really changed, for undoing it.
        """
        wanted = array("q", ids)
        with self._database.reading() as db:
            shared = group_of(db, wanted)
        if shared:
            wanted = array("q", dict.fromkeys([*wanted, *shared]))
        return self._set("unread", wanted, not read)

    def set_starred(self, ids: Iterable[int], starred: bool) -> "array[int]":
        """Give articles a star or take it; return the ids that really changed, for undoing it."""
        return self._set("starred", ids, starred)

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

    def refuse(self, feed_id: int, guids: Iterable[str]) -> None:
        """Never take entries with these guids from a feed: the user has deleted them elsewhere."""
        from tuinews.store.identity import identity

        with self._database.writing() as db:
            db.executemany(
                "INSERT OR IGNORE INTO forgotten VALUES (?, ?)", [(feed_id, identity(guid)) for guid in guids]
            )

    def counts(self) -> Counts:
        """Return the kept counts of the program's views."""
        with self._database.reading() as db:
            return Counts(**{str(name): int(number) for name, number in db.execute("SELECT * FROM counts")})
