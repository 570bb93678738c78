"""The room of the tags: words given to articles by their feed or the user, whatever their case."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

import apsw

from tuinews.store.connection import Database
from tuinews.text.fold import fold


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag and how many articles have it."""

    name: str
    articles: int


class Tags:
    """The tags by name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def give(self, ids: Iterable[int], name: str) -> "array[int]":
        """Give articles a tag; return the ids of those that had it not, for undoing it."""
        changed = array("q")
        wanted = list(ids)
        with self._database.writing() as db:
            self._database.tally.touch(db, wanted)
            for article_id in wanted:
                if give_tag(db, article_id, name):
                    changed.append(article_id)
        return changed

    def take(self, ids: Iterable[int], name: str) -> "array[int]":
        """Take a tag from articles; return the ids of those that had it, for undoing it."""
        changed = array("q")
        wanted = list(ids)
        with self._database.writing() as db:
            self._database.tally.touch(db, wanted)
            for article_id in wanted:
                db.execute(
                    """DELETE FROM article_tags
                       WHERE tag_id = (SELECT id FROM tags WHERE folded = ?) AND article_id = ?""",
                    (fold(name), article_id),
                )
                if db.changes():
                    changed.append(article_id)
        return changed

    def all(self) -> list[TagRow]:
        """Return the tags that any article has, the most given first."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT name, articles FROM tags WHERE articles > 0 ORDER BY articles DESC, name"
            )
            return [TagRow(*row) for row in rows]


def give_tag(db: apsw.Connection, article_id: int, name: str) -> bool:
    """Give one article a tag, within a transaction; return whether it had it not."""
    name = name.strip().removeprefix("#").strip()
    if not name:
        return False
    folded = fold(name)
    db.execute("INSERT INTO tags (name, folded) VALUES (?, ?) ON CONFLICT DO NOTHING", (name, folded))
    db.execute(
        """INSERT INTO article_tags SELECT t.id, a.id FROM tags t, articles a WHERE t.folded = ? AND a.id = ?
           ON CONFLICT DO NOTHING""",
        (folded, article_id),
    )
    return db.changes() > 0
