"""What a row of hits shows of an article: what was said, where somebody is named, or the words sought."""

import threading
from collections.abc import Iterator, Sequence

import apsw

from tuinews.model import Analysis, Snippet, Span, Term
from tuinews.query import Query, named, terms
from tuinews.store.connection import Database
from tuinews.store.ids import quote_range
from tuinews.store.plan import Planner
from tuinews.store.words import asked, forms
from tuinews.text.find import find
from tuinews.text.snippet import snippet

LONGEST = 100_000  # characters of a text that are looked at: the beginning of a book is enough for a line

_QUOTATION = """SELECT q.start, q.end, q.speaker FROM quote_index i CROSS JOIN quotes q ON q.id = i.rowid
    WHERE quote_index MATCH ? AND i.rowid BETWEEN ? AND ? ORDER BY i.rowid LIMIT 1"""


class Excerpts:
    """Cuts the lines of one query out of articles."""

    def __init__(self, database: Database, query: Query) -> None:
        self._database = database
        with database.reading() as db:
            planner = Planner(db)
            opened = Query(planner.opened(query.where))
            spoken = planner.spoken(opened.where)
        self._terms = terms(opened)
        self._names = named(opened)
        theirs = (asked(name, column="speaker") for name in self._names)
        self._quotations = [match for match in (spoken, *theirs) if match]

    def of(
        self, ids: Sequence[int], width: int, stop: threading.Event | None = None
    ) -> Iterator[tuple[int, Snippet]]:
        """Yield a line of at most `width` characters for each of these articles that is still there.

        Of an article without a hit in its body the beginning. Ends early when `stop` is set. Between two
        lines nothing stays open.
        """
        for article_id in ids:
            if stop is not None and stop.is_set():
                return
            try:
                with self._database.reading(stop) as db:
                    made = self._one(db, article_id, width)
            except apsw.InterruptError:
                return
            if made is not None:
                yield article_id, made

    def _one(self, db: apsw.Connection, article_id: int, width: int) -> Snippet | None:
        text = db.execute(f"SELECT substr(text, 1, {LONGEST}) FROM bodies WHERE id = ?", (article_id,)).get
        if text is None:
            return None
        for match in self._quotations:
            row = db.execute(_QUOTATION, (match, *quote_range(article_id))).fetchone()
            if row is not None and row[0] < len(text):
                return self._said(text, Span(*row[:2]), row[2], width)
        return snippet(text, find(text, self._terms) or self._mentions(db, article_id, text), width)

    def _said(self, text: str, quotation: Span, speaker: str, width: int) -> Snippet:
        """Cut the line out of a quotation; without a word sought in it, all of it counts as the hit."""
        words = text[quotation.start : quotation.end]
        made = snippet(words, find(words, self._terms), width)
        return made._replace(offset=quotation.start + made.offset, speaker=speaker)

    def _mentions(self, db: apsw.Connection, article_id: int, text: str) -> list[Span]:
        """Return where those stand in the text whose names are sought, under any form."""
        data = self._names and db.execute("SELECT data FROM analyses WHERE id = ?", (article_id,)).get
        if not data:
            return []
        from tuinews.store.corrections import corrected
        from tuinews.store.people import unpacked

        analysis = corrected(db, article_id, unpacked(data))[0]
        return _standing(analysis, text, self._names)


def _standing(analysis: Analysis, text: str, names: Sequence[Term]) -> list[Span]:
    found = [
        span
        for person in analysis.people
        if any(find(form, names) for form in forms(text, person))
        for span in person.mentions
        if span.end <= len(text)
    ]
    return sorted(found)
