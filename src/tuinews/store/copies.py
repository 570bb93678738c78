"""The same story from several feeds, shown in one row.

Nothing is deleted, and each feed's own list shows its own articles. What shares a row is found when it comes
(`traces.py`); this is what lists need of it.
"""

from array import array

import apsw

# A copy is in its original's row, if that is in the list: so it is where only the story is asked for.
FOLDED = "NOT EXISTS (SELECT 1 FROM copies c WHERE c.id = {id})"


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
