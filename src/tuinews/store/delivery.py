"""A delivery: the entries that a feed lists now, each of them known, changed or new.

    entries --by id--> known | changed
            --by what else agrees--> changed (its id, link or title is another one now)
            --the rest--> new, and perhaps a copy of another feed's article

First all are looked up by their ids; only then the others are compared with the articles that no entry of
this delivery has claimed. So an article that a feed still lists is never taken for another one.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

import apsw

from tuinews.model import Entry, FeedKind
from tuinews.store.connection import Database
from tuinews.store.identity import Known, is_reused, is_same
from tuinews.store.ids import PER_SECOND, new_id
from tuinews.store.pending import Worked, of_feed, settle, shelve, wait, worked
from tuinews.store.prepared import Prepared, is_cleaned_alike
from tuinews.store.rows import extras, insert, reindex, rewrite
from tuinews.store.traces import Arrival, entry_traces, forget_traces, keep_traces, traced
from tuinews.store.words import source_facts
from tuinews.text.fold import words

MOST_COMPARED = 10  # articles that an entry is compared with, 0.5 ms each


@dataclass(frozen=True, slots=True)
class Stored:
    """What a delivery of entries brought: the ids of new articles and of those whose content changed."""

    new: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()


@dataclass(slots=True)
class Delivery:
    """Stores the entries of one feed, within the transaction of `db`; `now` in seconds.

    With `later`, what is new waits to be indexed (`pending.py`), unless there are rules, which ask for words
    at once.
    """

    database: Database
    db: apsw.Connection
    feed_id: int
    now: int
    reopen: bool = False
    later: bool = False
    _claimed: set[int] = field(default_factory=set)
    _taken: set[str] = field(default_factory=set)  # the guids of these entries that articles have
    _new: list[int] = field(default_factory=list)
    _changed: list[int] = field(default_factory=list)

    def take(self, entries: Sequence[Prepared]) -> Stored:
        """Store what is new or has changed; what is there and unchanged stays untouched."""
        first = self.db.execute("SELECT 1 FROM articles WHERE feed_id = ?", (self.feed_id,)).get is None
        kind = self.db.execute("SELECT kind FROM feeds WHERE id = ?", (self.feed_id,)).get
        # The same entry twice is one; the same id twice is not.
        listed = {
            (prepared.entry.guid, prepared.entry.url, prepared.entry.title): prepared
            for prepared in reversed(entries)
        }
        unknown = [prepared for prepared in listed.values() if first or not self._by_id(prepared)]
        later = self.later and self.db.execute("SELECT 1 FROM rules WHERE active").get is None
        forgotten = self.db.execute("SELECT 1 FROM forgotten WHERE feed_id = ?", (self.feed_id,)).get
        if unknown and not first:
            settle(self.database, self.db, of_feed(self.db, self.feed_id))  # what it is to be compared with
        # From the last to the first: of entries of one second, the one a feed lists first gets the
        # highest id, and so stands first in every list.
        for prepared in unknown:
            if forgotten and self._is_forgotten(prepared.entry.guid):
                continue
            named = _under(prepared, self._free(prepared.entry))
            found = None if first and later else worked(prepared.entry.url, prepared.entry.text)
            shared = traced(self.db, found.traces) if found and (kind == FeedKind.WEB or not first) else []
            known = None if first or found is None else self._by_likeness(prepared.entry, shared)
            if known is not None:
                self._change(known, named)
            else:
                self._add(named, kind, None if later else found, shared)
        if not later:
            self.database.tally.touch(self.db, self._new, new=True)
        return Stored(tuple(reversed(self._new)), tuple(reversed(self._changed)))

    def _by_id(self, prepared: Prepared) -> bool:
        """Claim the article of the entry's id; the id may be given out again to another story."""
        entry = prepared.entry
        guids = entry.guid, _second(entry)
        sql = "SELECT guid, id, digest FROM heads WHERE feed_id = ? AND guid IN (?, ?)"
        rows = {
            guid: (number, digest) for guid, number, digest in self.db.execute(sql, (self.feed_id, *guids))
        }
        self._taken.update(rows)
        for guid in guids:
            number, digest = rows.get(guid, (None, b""))
            if number is None or number in self._claimed:
                continue
            if digest != prepared.digest:
                known = self._known(number)
                if known is None or is_reused(known, entry):
                    continue
                alike = is_cleaned_alike(digest, prepared.digest)
                self._change(known, _under(prepared, guid), by_source=alike)
            self._claimed.add(number)
            return True
        return False

    def _by_likeness(self, entry: Entry, shared: Sequence[int]) -> Known | None:
        """Claim the article that the entry is, whatever its id says; `shared` have traces in common."""
        found = list(shared)
        if entry.published is not None:
            second = entry.published * PER_SECOND
            rows = self.db.execute(
                "SELECT id FROM articles WHERE id BETWEEN ? AND ? LIMIT ?",
                (second, second + PER_SECOND - 1, MOST_COMPARED),
            )
            found += [row[0] for row in rows]
        compared = 0
        for article_id in dict.fromkeys(found):
            known = None if article_id in self._claimed else self._known(article_id)
            if known is None:
                continue
            compared += 1
            if compared > MOST_COMPARED:
                return None
            if is_same(known, entry):
                self._claimed.add(article_id)
                return known
        return None

    def _known(self, article_id: int) -> Known | None:
        """Return an article of this feed."""
        row = self.db.execute(
            """SELECT h.guid, h.url, h.title, coalesce(v.text, b.text), a.added
               FROM heads h JOIN bodies b USING (id) JOIN articles a USING (id)
                    LEFT JOIN versions v ON v.id = h.id AND v.kind = 'feed'
               WHERE h.id = ? AND h.feed_id = ?""",
            (article_id, self.feed_id),
        ).fetchone()
        if row is None:
            return None
        guid, url, title, text, added = row
        second = article_id // PER_SECOND
        # An entry without a date has that of the moment it was first seen.
        return Known(article_id, guid, url, title, text, None if added - 1 <= second <= added else second)

    def _add(self, prepared: Prepared, kind: str, found: Worked | None, shared: Sequence[int]) -> None:
        """Write a new article; without what is found in its text it waits to be indexed."""
        entry = prepared.entry
        article_id = new_id(self.db, entry.published, self.now)
        number = len(found.words) if found else 0
        insert(self.db, (article_id, self.feed_id, self.now, kind != FeedKind.WEB, number), prepared)
        self._claimed.add(article_id)
        self._taken.add(entry.guid)
        self._new.append(article_id)
        if found is None:
            wait(self.db, article_id)
            return
        told = self.feed_id, entry.url, entry.author, entry.language, *extras(prepared.extras)
        new = Arrival(article_id, self.feed_id, entry.url, entry.text)
        shelve(self.database, self.db, new, kind, entry.title, source_facts(*told), found, shared)

    def _change(self, known: Known, prepared: Prepared, *, by_source: bool = True) -> None:
        """Write the new content over the old, which is kept where a reader would see a difference.

        One that is not `by_source` but ours, who clean better than before, is no news to anybody.
        """
        entry, article_id = prepared.entry, known.id
        is_other = (known.title, known.text) != (entry.title, entry.text)
        if not (by_source or is_other):
            rewrite(self.db, article_id, prepared, self.now, differs=False)
            return
        settle(self.database, self.db, [article_id])
        self.database.tally.touch(self.db, [article_id])
        forget_traces(self.db, article_id, known.url, known.text)
        keep_traces(self.db, article_id, entry_traces(entry.url, words(entry.text)))
        differs = is_other and by_source
        shown = rewrite(self.db, article_id, prepared, self.now, differs=differs)
        if shown:
            reindex(self.database, self.db, article_id)
        if differs and self.reopen:
            self.db.execute("UPDATE articles SET unread = 1 WHERE id = ?", (article_id,))
        self._changed.append(article_id)
        self._taken.discard(known.guid)
        self._taken.add(entry.guid)

    def _free(self, entry: Entry) -> str:
        """Return the entry's id, with a mark of its own if another article has it."""
        return _second(entry) if entry.guid in self._taken else entry.guid

    def _is_forgotten(self, guid: str) -> bool:
        key = (self.feed_id, guid)
        found = self.db.execute("SELECT 1 FROM forgotten WHERE feed_id = ? AND guid = ?", key).get
        return found is not None


def _under(prepared: Prepared, guid: str) -> Prepared:
    if guid == prepared.entry.guid:
        return prepared
    return prepared._replace(entry=prepared.entry._replace(guid=guid))


def _second(entry: Entry) -> str:
    """Return the id of an entry whose own one was given to another story before."""
    mark = blake2b(f"{entry.url}\0{entry.title}".encode(), digest_size=8).hexdigest()
    return f"{entry.guid} {mark}"
