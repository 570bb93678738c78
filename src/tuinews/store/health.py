"""How the library is: its size, its counts, and whether all of it is whole and agrees."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import apsw

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
    unread: int
    starred: int
    feeds: int
    removed: int  # feeds that are no longer followed, and are deleted within a day
    failing: int  # feeds whose last answer was a failure
    people: int
    quotes: int
    unanalysed: int
    unanalysable: int  # articles that made the analysis fail
    unindexed: int  # stored, and not to be found by their words yet
    tended: int  # when upkeep was last done, seconds; 0: never
    sqlite: str
    problems: tuple[str, ...]


def health(db: apsw.Connection, path: Path, version: int, *, thorough: bool) -> Health:
    """Return the health of the file; `thorough` reads all of it."""
    log = path.with_name(path.name + "-wal")
    ((feeds, failing),) = db.execute("SELECT count(*), total(failures > 0) FROM feeds WHERE NOT removed")
    return Health(
        path=path,
        size=path.stat().st_size,
        waiting=log.stat().st_size if log.exists() else 0,
        unused=int(db.pragma("freelist_count")) * int(db.pragma("page_size")),
        segments=sum(_number(db, f"count(DISTINCT segid) FROM {index}_idx") for index in INDEXES),
        articles=_number(db, "count(*) FROM articles"),
        unread=_number(db, "count(*) FROM articles WHERE unread = 1"),
        starred=_number(db, "number FROM counts WHERE name = 'starred'"),
        feeds=feeds,
        removed=_number(db, "count(*) FROM feeds WHERE removed"),
        failing=int(failing),
        people=_number(db, "count(*) FROM people WHERE articles > 0"),
        quotes=_number(db, "count(*) FROM quotes"),
        unanalysed=_number(db, f"count(*) FROM articles WHERE analysed < {version:d}"),
        unanalysable=_number(db, "count(*) FROM failures"),
        unindexed=_number(db, "count(*) FROM unindexed"),
        tended=_number(db, "max(number) FROM upkeep WHERE name = 'tended'"),
        sqlite=apsw.sqlite_lib_version(),
        problems=tuple(_problems(db)) if thorough else (),
    )


def _number(db: apsw.Connection, sql: str) -> int:
    return int(db.execute(f"SELECT {sql}").get or 0)


def _problems(db: apsw.Connection) -> Iterator[str]:
    for (found,) in db.execute("PRAGMA quick_check(20)"):
        if found != "ok":
            yield f"The file is damaged: {found}."
    for table, *_ in db.execute("PRAGMA foreign_key_check"):
        yield f"A row of {table} belongs to nothing."
    yield from _miscounted(db)
    for index, source in (("article_index", "articles"), ("quote_index", "quotes")):
        known = f"SELECT id FROM {index}_docsize UNION ALL SELECT id FROM unindexed"
        missing = _number(db, f"count(*) FROM {source} WHERE id NOT IN ({known})")
        left = _number(db, f"count(*) FROM {index}_docsize WHERE id NOT IN (SELECT id FROM {source})")
        if missing:
            yield f"{missing} of the {source} cannot be found by their words."
        if left:
            yield f"The words of {left} {source} that are gone are still in the index."


def _miscounted(db: apsw.Connection) -> Iterator[str]:
    for name, kept, counted in db.execute(
        """SELECT c.name, c.number, CASE c.name WHEN 'all' THEN count(a.id) WHEN 'unread' THEN total(a.unread)
               WHEN 'starred' THEN total(a.starred) WHEN 'local' THEN total(a.local) ELSE count(a.id) END
           FROM counts c LEFT JOIN articles a
                ON CASE c.name WHEN 'hidden' THEN a.id IN (SELECT id FROM hidden WHERE NOT removed)
                   ELSE a.id NOT IN (SELECT id FROM hidden) END
                AND (c.name NOT IN ('all', 'unread') OR a.id NOT IN (SELECT id FROM copies))
           GROUP BY c.name"""
    ):
        if kept != counted:
            yield f"The count of {name} says {kept}, there are {counted:.0f}."
