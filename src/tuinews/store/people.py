"""The room of the people: who is named and who is quoted, in each article and over all of them."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import apsw

from tuinews.model import Analysis, Person, Quote, QuoteKind, Span
from tuinews.store.connection import Database
from tuinews.store.ids import PER_ARTICLE, PER_SECOND, quote_range
from tuinews.store.rows import extras, forget_analysis
from tuinews.store.words import BREAK, analysis_facts, forms, source_facts
from tuinews.text.fold import fold, spaced, words


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person of the index. `quotes` are the stretches of speech of theirs."""

    id: int
    name: str
    articles: int
    quotes: int


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quotation of the index: `text` is what stands at [start, end) in its article, marks included."""

    article_id: int
    start: int
    end: int
    text: str
    speaker: str
    title: str
    source: str
    published: int


class People:
    """The analyses, and the indexes made of them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, article_id: int, analysis: Analysis, version: int) -> None:
        """Keep the analysis of an article in place of the one there is; one that is gone is passed over."""
        self.put_all([(article_id, analysis)], version)

    def put_all(self, analyses: Iterable[tuple[int, Analysis]], version: int) -> None:
        """Keep several analyses in one transaction."""
        with self._database.writing() as db:
            for article_id, analysis in analyses:
                _put(self._database, db, article_id, analysis, version)

    def get(self, article_id: int, version: int = 0) -> Analysis | None:
        """Return the analysis of an article; None if there is none, or only one older than `version`."""
        with self._database.reading() as db:
            row = db.execute(
                """SELECT n.data FROM articles a JOIN analyses n ON n.id = a.id
                   WHERE a.id = ? AND a.analysed >= ?""",
                (article_id, version),
            ).fetchone()
        return _unpacked(row[0]) if row else None

    def stale(self, version: int, limit: int = 100) -> list[int]:
        """Return ids of articles without an analysis of this version, the newest first."""
        with self._database.reading() as db:
            found: list[int] = []
            kept = db.execute(
                "SELECT DISTINCT analysed FROM articles WHERE analysed < ?", (version,)
            ).fetchall()
            for (older,) in kept:  # a walk from the newest in each, where `< version` would sort them all
                rows = db.execute(
                    "SELECT id FROM articles WHERE analysed = ? ORDER BY id DESC LIMIT ?", (older, limit)
                )
                found += [article_id for (article_id,) in rows]
        return sorted(found, reverse=True)[:limit]

    def people(self, name: str = "", limit: int = 200) -> list[PersonRow]:
        """Return the people whose name holds words that begin like those of `name`, the most named first."""
        with self._database.reading() as db:
            wanted = words(name)
            condition = " AND ".join(["articles > 0"] + ["(' ' || folded) LIKE ?"] * len(wanted))
            return [
                PersonRow(*row)
                for row in db.execute(
                    f"""SELECT id, name, articles, quotes FROM people WHERE {condition}
                        ORDER BY articles DESC, id DESC LIMIT ?""",
                    (*(f"% {word}%" for word in wanted), limit),
                )
            ]

    def quotes(self, person_id: int | None = None, limit: int = 200, before: int = 0) -> list[QuoteRow]:
        """Return quotations, newest first: of one person or all, in articles older than the id `before`."""
        condition, bindings = ["q.kind = ?"], [str(QuoteKind.SPEECH)]
        with self._database.reading() as db:
            if person_id is not None:
                condition.append(f"q.person_id = {person_id:d}")
            if before:
                condition.append(f"q.id < {before * PER_ARTICLE:d}")
            return quote_rows(db, f"WHERE {' AND '.join(condition)} ORDER BY q.id DESC", bindings, limit)


def quote_rows(
    db: apsw.Connection, where: str, bindings: Sequence[int | str], limit: int = -1
) -> list[QuoteRow]:
    """Return the rows of the quote index that `where`, in terms of `quotes q`, asks for."""
    rows = db.execute(
        f"""SELECT q.id >> 16, q.start, q.end, substr(b.text, q.start + 1, q.end - q.start), q.speaker,
                   h.title, f.title, (q.id >> 16) / {PER_SECOND}
            FROM quotes q CROSS JOIN bodies b ON b.id = q.id >> 16 CROSS JOIN heads h ON h.id = q.id >> 16
                 CROSS JOIN feeds f ON f.id = h.feed_id {where} LIMIT ?""",
        (*bindings, limit),
    )
    return [QuoteRow(*row) for row in rows]


def _put(database: Database, db: apsw.Connection, article_id: int, analysis: Analysis, version: int) -> None:
    row = db.execute(
        """SELECT h.feed_id, h.title, h.url, h.author, h.language, b.text, b.extras
           FROM heads h JOIN bodies b ON b.id = h.id WHERE h.id = ?""",
        (article_id,),
    ).fetchone()
    if row is None:
        return
    feed_id, title, url, author, language, text, data = row
    database.tally.touch(db, [article_id])
    database.index.forget_quotes(db, article_id)
    forget_analysis(db, article_id)
    db.execute("INSERT INTO analyses VALUES (?, ?)", (article_id, _packed(analysis)))
    speeches = sum(quote.kind is QuoteKind.SPEECH for quote in analysis.quotes)
    db.execute("UPDATE articles SET analysed = ?, quotes = ? WHERE id = ?", (version, speeches, article_id))
    people = {person.name: _person_id(db, person) for person in analysis.people if person.key}
    db.executemany(
        "INSERT INTO mentions VALUES (?, ?) ON CONFLICT DO NOTHING",
        ((person, article_id) for person in people.values()),
    )
    names = {person.name: person for person in analysis.people}
    for number, quote in enumerate(analysis.quotes[:PER_ARTICLE]):
        place = quote_range(article_id)[0] + number
        speaker = quote.speaker or ""
        db.execute(
            "INSERT INTO quotes VALUES (?, ?, ?, ?, ?, ?)",
            (place, people.get(speaker), quote.start, quote.end, str(quote.kind), speaker),
        )
        said_by = names.get(speaker)
        called = BREAK.join(map(spaced, forms(text, said_by))) if said_by else spaced(speaker)
        database.index.put_quote(place, text[quote.start : quote.end], called)
    facts = source_facts(feed_id, url, author, language, *extras(data))
    facts += BREAK + analysis_facts(text, analysis)
    database.index.put_article(db, article_id, title, text, facts)


def _person_id(db: apsw.Connection, person: Person) -> int:
    known = db.execute("SELECT id FROM people WHERE key = ?", (person.key,)).get
    if known is None:
        folded = " ".join(words(person.name)) or fold(person.name)
        db.execute(
            "INSERT INTO people (key, name, folded) VALUES (?, ?, ?)", (person.key, person.name, folded)
        )
        known = db.last_insert_rowid()
    return int(known)


def _packed(analysis: Analysis) -> bytes:
    """Return the analysis as JSON; speakers as numbers of people, or as names of none of them."""
    numbers = {person.name: number for number, person in enumerate(analysis.people)}
    quotes = [
        [
            quote.start,
            quote.end,
            quote.kind,
            numbers.get(quote.speaker or "", quote.speaker),
            quote.confidence,
        ]
        for quote in analysis.quotes
    ]
    people = [
        [person.name, person.key, [place for span in person.mentions for place in (span.start, span.end)]]
        for person in analysis.people
    ]
    return json.dumps([quotes, people], ensure_ascii=False, separators=(",", ":")).encode()


def _unpacked(data: bytes) -> Analysis:
    quotes, people = json.loads(data)
    names = [name for name, _, _ in people]
    return Analysis(
        tuple(
            Quote(start, end, QuoteKind(kind), names[who] if isinstance(who, int) else who, confidence)
            for start, end, kind, who, confidence in quotes
        ),
        tuple(
            Person(name, tuple(Span(*pair) for pair in zip(places[::2], places[1::2], strict=True)), key)
            for name, key, places in people
        ),
    )
