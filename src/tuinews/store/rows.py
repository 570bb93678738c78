"""An article as rows of tables: written, rewritten, taken apart, forgotten."""

import json
from typing import TYPE_CHECKING

import apsw

from tuinews.model import Enclosure, Mark, MarkKind
from tuinews.store.connection import Database
from tuinews.store.ids import quote_range

if TYPE_CHECKING:
    from tuinews.store.prepared import Prepared


def insert(db: apsw.Connection, row: tuple[int, int, int, bool, int], prepared: "Prepared") -> None:
    """Write a new article; `row` is its id, feed, arrival, whether it is local, and its words."""
    entry, (article_id, feed_id) = prepared.entry, row[:2]
    db.execute("INSERT INTO articles (id, feed_id, added, local, words) VALUES (?, ?, ?, ?, ?)", row)
    db.execute(
        "INSERT INTO heads VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article_id,
            feed_id,
            entry.guid,
            entry.title,
            entry.url,
            entry.author,
            entry.language,
            prepared.digest,
        ),
    )
    db.execute("INSERT INTO bodies VALUES (?, ?, ?)", (article_id, entry.text, prepared.extras))
    from tuinews.store.tags import give_tag  # here, since reading never needs it

    for tag in entry.tags:
        give_tag(db, article_id, tag)


def rewrite(db: apsw.Connection, article_id: int, prepared: "Prepared", now: int, *, differs: bool) -> bool:
    """Write what a feed has now over what it had; return whether that is what is shown.

    With `differs`, the article counts as changed from `now` on, and what it said before is kept.
    """
    entry = prepared.entry
    of_page = db.execute("SELECT 1 FROM versions WHERE id = ? AND kind = 'feed'", (article_id,)).get
    if differs:
        source = "versions WHERE kind = 'feed' AND" if of_page else "bodies WHERE"
        db.execute(
            f"""INSERT OR REPLACE INTO versions SELECT id, 'earlier', :now,
                (SELECT title FROM heads WHERE id = :id), text, extras FROM {source} id = :id""",
            {"id": article_id, "now": now},
        )
        db.execute("UPDATE articles SET changed = ? WHERE id = ?", (now, article_id))
    db.execute(
        "UPDATE heads SET guid = ?, title = ?, url = ?, author = ?, language = ?, digest = ? WHERE id = ?",
        (entry.guid, entry.title, entry.url, entry.author, entry.language, prepared.digest, article_id),
    )
    table = "versions" if of_page else "bodies"
    condition = " AND kind = 'feed'" if of_page else ""
    db.execute(
        f"UPDATE {table} SET text = ?, extras = ? WHERE id = ?{condition}",
        (entry.text, prepared.extras, article_id),
    )
    return not of_page


def reindex(database: Database, db: apsw.Connection, article_id: int) -> None:
    """Index the text that an article has now; the analysis of another one goes."""
    from tuinews.text.fold import words  # here, since reading never needs it

    shown = shown_of(db, article_id)
    assert shown is not None
    title, text, facts = shown
    database.index.forget_quotes(db, article_id)
    forget_analysis(db, article_id)
    body = words(text)
    database.index.put_article(db, article_id, title, body, facts)
    db.execute(
        "UPDATE articles SET words = ?, quotes = 0, analysed = 0, position = min(position, ?) WHERE id = ?",
        (len(body), len(text), article_id),
    )


def shown_of(db: apsw.Connection, article_id: int) -> tuple[str, str, str] | None:
    """Return title, text and the source's facts of an article as it is shown, None if it is gone."""
    from tuinews.store.words import source_facts  # here, since reading never needs it

    row = db.execute(
        """SELECT h.feed_id, h.title, h.url, h.author, h.language, b.text, b.extras
           FROM heads h JOIN bodies b USING (id) WHERE h.id = ?""",
        (article_id,),
    ).fetchone()
    if row is None:
        return None
    feed_id, title, url, author, language, text, data = row
    return title, text, source_facts(feed_id, url, author, language, *extras(data))


def forget_analysis(db: apsw.Connection, article_id: int) -> None:
    """Delete the rows kept of an article's quotations and people."""
    db.execute("DELETE FROM analyses WHERE id = ?", (article_id,))
    db.execute("DELETE FROM failures WHERE id = ?", (article_id,))
    db.execute("DELETE FROM mentions WHERE article_id = ?", (article_id,))
    db.execute("DELETE FROM quotes WHERE id BETWEEN ? AND ?", quote_range(article_id))


def forget(database: Database, db: apsw.Connection, article_id: int) -> None:
    """Delete an article with all that hangs on it."""
    database.index.forget_article(db, article_id)
    forget_analysis(db, article_id)
    row = db.execute(
        """SELECT h.url, coalesce(v.text, b.text) FROM heads h JOIN bodies b USING (id)
           LEFT JOIN versions v ON v.id = h.id AND v.kind = 'feed' WHERE h.id = ?""",
        (article_id,),
    ).fetchone()
    if row is not None:
        from tuinews.store.traces import forget_traces  # here, since reading never needs it

        forget_traces(db, article_id, *row)
    db.execute("DELETE FROM articles WHERE id = ?", (article_id,))


def packed(marks: tuple[Mark, ...], enclosures: tuple[Enclosure, ...]) -> bytes:
    """Return marks and enclosures as `bodies.extras` keeps them: as JSON, nothing for none."""
    if not marks and not enclosures:
        return b""
    spans = [[str(mark.kind), mark.start, mark.end, mark.value] for mark in marks]
    files = [[item.url, item.type, item.length] for item in enclosures]
    return json.dumps([spans, files], ensure_ascii=False, separators=(",", ":")).encode()


def extras(data: bytes) -> tuple[tuple[Mark, ...], tuple[Enclosure, ...]]:
    """Return the marks and enclosures that `bodies.extras` keeps."""
    if not data:
        return (), ()
    marks, enclosures = json.loads(data)
    return (
        tuple(Mark(MarkKind(kind), start, end, value) for kind, start, end, value in marks),
        tuple(Enclosure(*parts) for parts in enclosures),
    )
