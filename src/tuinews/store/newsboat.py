"""Reading newsboat's `cache.db`: its feeds, and what it kept of their articles.

The tables are those of newsboat 2.18 to 2.39 (`src/cache.cpp`, `rss_feed` and `rss_item`). The file is opened
for reading only; newsboat may be running.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from tuinews.errors import SourceError


@dataclass(frozen=True, slots=True)
class CachedFeed:
    """A feed of the cache; `url` is where it is fetched from."""

    url: str
    site: str
    title: str


@dataclass(frozen=True, slots=True)
class CachedItem:
    """An article of the cache; `content` is HTML, `published` in seconds, `flags` letters the user gave."""

    guid: str
    title: str
    author: str
    url: str
    published: int
    content: str
    base: str
    enclosure: tuple[str, str]
    unread: bool
    deleted: bool
    flags: str


class NewsboatCache:
    """An open cache; raises SourceError when the file cannot be read as one."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
            self._db.set_busy_timeout(2000)
            known = {row[0] for row in self._db.execute("SELECT name FROM sqlite_master")}
        except apsw.Error as error:
            raise SourceError(f"{path} cannot be read as newsboat's cache: {error}.") from None
        if not {"rss_feed", "rss_item"} <= known:
            raise SourceError(f"{path} is a database, but not newsboat's cache: it has no table rss_item.")

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def feeds(self) -> list[CachedFeed]:
        """Return the feeds, by address."""
        return [
            CachedFeed(*map(_text, row))
            for row in self._rows("SELECT rssurl, url, title FROM rss_feed ORDER BY rssurl")
        ]

    def _rows(self, sql: str, *bindings: str) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._db.execute(sql, bindings)
        except apsw.Error as error:
            raise SourceError(f"{self._path} cannot be read as newsboat's cache: {error}.") from None

    def items(self, url: str) -> Iterator[CachedItem]:
        """Yield the articles of a feed, oldest first."""
        rows = self._rows(
            """SELECT guid, title, author, url, pubDate, content, base, enclosure_url, enclosure_type, unread,
                      deleted, flags FROM rss_item WHERE feedurl = ? ORDER BY pubDate, id""",
            url,
        )
        for guid, title, author, link, published, content, origin, file, kind, unread, deleted, flags in rows:
            yield CachedItem(
                guid=_text(guid),
                title=_text(title),
                author=_text(author),
                url=_text(link),
                published=published if isinstance(published, int) else 0,
                content=_text(content),
                base=_text(origin),
                enclosure=(_text(file), _text(kind)),
                unread=bool(unread),
                deleted=bool(deleted),
                flags=_text(flags),
            )


def _text(value: object) -> str:
    """Return a value as text: SQLite keeps what it was given, whatever the column says."""
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return "" if value is None else str(value)
