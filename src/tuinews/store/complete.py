"""What the search bar offers at the cursor: operators, and the feeds, folders, tags, people there are."""

from dataclasses import dataclass

import apsw

from tuinews.query.complete import asked, operators, quoted
from tuinews.store.census import naming
from tuinews.text.fold import fold

MOST = 20


@dataclass(frozen=True, slots=True)
class Completions:
    """Each of `options` may stand in place of `text[start:end]`."""

    start: int
    end: int
    options: tuple[str, ...]


_VALUES = {
    "feed": "SELECT title, total FROM feeds WHERE NOT removed",
    "folder": "SELECT folder, sum(total) FROM feeds WHERE folder <> '' AND NOT removed GROUP BY folder",
    "tag": "SELECT name, articles FROM tags WHERE articles > 0",
    "saved": "SELECT name, 0 FROM saved",
}


def complete(db: apsw.Connection, text: str, cursor: int) -> Completions:
    """Return what may be put in at the cursor; no options when there is nothing to offer."""
    place = asked(text, cursor)
    if place is None:
        return Completions(cursor, cursor, ())
    if place.operator is None:
        options = operators(place.begun)
    elif place.operator.values:
        options = [value for value in place.operator.values if value.startswith(place.begun.lower())]
    elif place.operator.name in ("person", "said"):
        options = _people(db, place.begun, by="quotes" if place.operator.name == "said" else "articles")
    elif place.operator.name in _VALUES:
        options = _named(db, _VALUES[place.operator.name], place.begun)
    else:
        options = []
    if place.operator is not None:
        sign = "#" if text[place.start : place.start + 1] == "#" else ""
        options = [sign + quoted(option) for option in options]
    return Completions(place.start, cursor, tuple(options[:MOST]))


def _named(db: apsw.Connection, sql: str, begun: str) -> list[str]:
    """Return the names that begin so, then those with a later word that does; the fullest first."""
    wanted = fold(begun)
    found = [(not fold(name).startswith(wanted), -(number or 0), name) for name, number in db.execute(sql)]
    return [name for late, _, name in sorted(found) if not late or f" {wanted}" in fold(name)]


def _people(db: apsw.Connection, begun: str, by: str) -> list[str]:
    """Return the people whose names hold words that begin so, the most present first."""
    condition, bindings = naming(db, begun)
    rows = db.execute(
        f"SELECT name FROM people p WHERE {by} > 0 AND {condition} ORDER BY {by} DESC LIMIT {MOST}", bindings
    )
    return [row[0] for row in rows]
