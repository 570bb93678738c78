"""Articles that are in no list and no count: what lists need of them, and hiding and showing them.

A hidden article leaves the row that it shares with other feeds' copies, so that hiding one feed's article
takes nothing away of another's; shown again, it joins them again.
"""

from array import array
from collections.abc import Iterable

import apsw

from tuinews.store.connection import Database

SHOWN = "NOT EXISTS (SELECT 1 FROM hidden x WHERE x.id = {id})"
FOLLOWED = "NOT EXISTS (SELECT 1 FROM hidden x WHERE x.id = {id} AND x.removed)"  # what `is:hidden` may show
IS_HIDDEN = "a.id IN (SELECT id FROM hidden WHERE NOT removed)"


def any_hidden(db: apsw.Connection) -> bool:
    """Tell whether any article is hidden: without one, no list need look."""
    return db.execute("SELECT 1 FROM hidden LIMIT 1").get is not None


def hide(
    database: Database, db: apsw.Connection, ids: Iterable[int], *, removed: bool = False
) -> "array[int]":
    """Hide articles, within a transaction; return those that were not hidden, for undoing it.

    With `removed`, since their feed is: not even `is:hidden` shows them.
    """
    changed = array("q")
    wanted = list(ids)
    database.tally.touch(db, wanted)
    for article_id in wanted:
        known = db.execute(
            "SELECT NOT EXISTS (SELECT 1 FROM hidden WHERE id = a.id) FROM articles a WHERE a.id = ?",
            (article_id,),
        ).get
        if known:
            story = _part(db, article_id)
            db.execute("INSERT INTO hidden VALUES (?, ?, ?)", (article_id, story, removed))
            changed.append(article_id)
    return changed


def show(database: Database, db: apsw.Connection, ids: Iterable[int]) -> "array[int]":
    """Show hidden articles again, within a transaction; return those that were hidden.

    Those of a removed feed are shown when it comes back.
    """
    changed = array("q")
    wanted = list(ids)
    database.tally.touch(db, wanted)
    for article_id in reversed(wanted):  # the last to leave a story is the first to come back
        row = db.execute("SELECT story, removed FROM hidden WHERE id = ?", (article_id,)).fetchone()
        if row is None or row[1] == 1:
            continue
        if row[1]:
            db.execute("UPDATE hidden SET removed = 1 WHERE id = ?", (article_id,))
        else:
            db.execute("DELETE FROM hidden WHERE id = ?", (article_id,))
            _rejoin(db, article_id, int(row[0]))
        changed.append(article_id)
    return changed


def _part(db: apsw.Connection, article_id: int) -> int:
    """Take an article out of its story; return one that stays in it, 0 for none."""
    original = db.execute("SELECT original FROM copies WHERE id = ?", (article_id,)).get
    if original is not None:
        db.execute("DELETE FROM copies WHERE id = ?", (article_id,))
        return int(original)
    heir = db.execute("SELECT min(id) FROM copies WHERE original = ?", (article_id,)).get
    if heir is None:
        return 0
    db.execute("DELETE FROM copies WHERE id = ?", (heir,))
    db.execute("UPDATE copies SET original = ? WHERE original = ?", (heir, article_id))
    return int(heir)


def _rejoin(db: apsw.Connection, article_id: int, story: int) -> None:
    original = db.execute("SELECT original FROM copies WHERE id = ?", (story,)).get or story
    stands = db.execute(
        """SELECT 1 FROM articles WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM hidden WHERE id = ?1)
           AND NOT EXISTS (SELECT 1 FROM articles WHERE id = ?2 AND starred)""",
        (original, article_id),
    ).get
    if stands:
        db.execute("INSERT INTO copies VALUES (?, ?)", (article_id, original))
