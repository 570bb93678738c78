"""How an analysis comes into the store: whole with its article, and spread over the indexes."""

import json
from collections import Counter
from collections.abc import Sequence

import apsw

from tuinews.model import Analysis, Person, QuoteKind
from tuinews.store.connection import Database
from tuinews.store.corrections import corrected
from tuinews.store.ids import PER_ARTICLE, quote_range
from tuinews.store.pending import settle
from tuinews.store.rows import forget_analysis, shown_of
from tuinews.store.words import BREAK, analysis_facts, forms
from tuinews.text.fold import fold, spaced, words


def annotate(database: Database, db: apsw.Connection, analyses: Sequence[tuple[int, Analysis, int]]) -> None:
    """Keep analyses, each of an article and by a version, and index them, in place of those there are.

    Part of a transaction. An article that is gone is passed over.
    """
    ids = [article_id for article_id, _, _ in analyses]
    settle(database, db, ids)
    database.tally.touch(db, ids)
    for article_id, analysis, version in analyses:
        _annotate(database, db, article_id, analysis, version)


def _annotate(
    database: Database, db: apsw.Connection, article_id: int, analysis: Analysis, version: int
) -> None:
    shown = shown_of(db, article_id)
    if shown is None:
        return
    title, text, facts = shown
    if db.execute("SELECT 1 FROM analyses WHERE id = ?", (article_id,)).get is not None:
        database.index.forget_quotes(db, article_id)
        forget_analysis(db, article_id)
        db.execute("DELETE FROM corrected WHERE article_id = ?", (article_id,))
    db.execute("INSERT INTO analyses VALUES (?, ?)", (article_id, packed(analysis)))
    analysis, used = corrected(db, article_id, analysis)
    db.executemany("INSERT INTO corrected VALUES (?, ?)", ((number, article_id) for number in used))
    speeches = sum(quote.kind is QuoteKind.SPEECH for quote in analysis.quotes)
    db.execute("UPDATE articles SET analysed = ?, quotes = ? WHERE id = ?", (version, speeches, article_id))
    people = {person.name: _person_id(db, person) for person in analysis.people if person.key}
    times: Counter[int] = Counter()
    for person in analysis.people:
        if person.name in people:
            times[people[person.name]] += len(person.mentions)
    db.executemany(
        "INSERT INTO mentions VALUES (?, ?, ?)",
        ((person, article_id, number) for person, number in times.items()),
    )
    speakers = {quote.speaker for quote in analysis.quotes}
    called = {
        person.name: BREAK.join(map(spaced, forms(text, person)))
        for person in analysis.people
        if person.name in speakers
    }
    quotes = []
    for place, quote in enumerate(analysis.quotes[:PER_ARTICLE], quote_range(article_id)[0]):
        speaker = quote.speaker or ""
        quotes.append((place, people.get(speaker), quote.start, quote.end, str(quote.kind), speaker))
        said_by = called[speaker] if speaker in called else spaced(speaker)
        database.index.put_quote(place, text[quote.start : quote.end], said_by)
    db.executemany("INSERT INTO quotes VALUES (?, ?, ?, ?, ?, ?)", quotes)
    facts += BREAK + analysis_facts(text, analysis)
    if not database.index.tell_article(article_id, facts):
        database.index.put_article(db, article_id, title, words(text), facts)


def _person_id(db: apsw.Connection, person: Person) -> int:
    known = db.execute("SELECT id FROM people WHERE key = ?", (person.key,)).get
    if known is None:
        folded = " ".join(words(person.name)) or fold(person.name)
        db.execute(
            "INSERT INTO people (key, name, folded) VALUES (?, ?, ?)", (person.key, person.name, folded)
        )
        known = db.last_insert_rowid()
    return int(known)


def packed(analysis: Analysis) -> bytes:
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
