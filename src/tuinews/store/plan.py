"""From a query to SQL: which walk gives its articles newest first, and what each on the way must fulfil.

A plan walks down one of four roads, each already in the order of ids: the index of words (all that never
changes about an article is a word there, so AND, OR and NOT of such things are one MATCH), the index of
quotations (what is said by one in one and the same quotation), a tag, or the articles. What may change (read,
starred, tags) and what is a number is looked up in the narrow row of each article on the way.
"""

from array import array
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from typing import assert_never

import apsw

from tuinews.model import Term, TermKind
from tuinews.query import (
    And,
    Dated,
    Field,
    FromFeed,
    Has,
    InFolder,
    Is,
    Measured,
    Node,
    Not,
    Or,
    Person,
    Quoted,
    Said,
    Saved,
    State,
    Tagged,
    Text,
    Written,
    parse,
)
from tuinews.store.begun import asked_of
from tuinews.store.copies import FOLDED
from tuinews.store.hiding import FOLLOWED, IS_HIDDEN, SHOWN, any_hidden
from tuinews.store.ids import PER_ARTICLE, PER_SECOND
from tuinews.store.traits import asks_hidden, bounds, flat, is_far, is_of_story, is_spoken, names_quoted
from tuinews.store.words import EVERY, NOTHING, Kind, all_but, all_of, asked, fact, language_words
from tuinews.text.fold import fold

Value = object  # str, int, or what apsw.carray makes of an array


@dataclass(slots=True)
class Plan:
    """A statement in parts: `SELECT {id} FROM {source} WHERE {conditions}`, to be ordered by `{id}`.

    `repeats`: an id may come several times, one after the other. `matched`: the walk is through the index of
    words, so there is something to rank. `far`: it may have to look at many articles before it finds one.
    """

    id: str = "a.id"
    source: str = "articles a"
    conditions: list[str] = field(default_factory=list)
    bindings: list[Value] = field(default_factory=list)
    repeats: bool = False
    matched: bool = False
    far: bool = False

    @property
    def asks_words(self) -> bool:
        """Whether it asks for what articles that wait to be indexed do not have yet."""
        return any("article_index" in part or "a.words" in part for part in [self.source, *self.conditions])

    @property
    def key(self) -> str:
        """What the walk is ordered by."""
        return self.id.removesuffix(" >> 16")

    @property
    def scale(self) -> int:
        """What an article's number is multiplied by to be compared with the key."""
        return PER_ARTICLE if self.id != self.key else 1

    @property
    def where(self) -> str:
        """The conditions, as a WHERE clause or nothing."""
        return f"WHERE {' AND '.join(self.conditions)}" if self.conditions else ""


class Planner:
    """Makes plans; reads the feeds and saved searches that a query names from `db`."""

    def __init__(self, db: apsw.Connection) -> None:
        self._db = db
        self._saved: list[str] = []  # being opened, so that one that names itself ends
        self._known: dict[FromFeed | InFolder, list[int]] = {}
        self._ranked = False

    def plan(self, where: Node, *, ranked: bool = False, folding: bool = True) -> Plan:
        """Return the plan for a query; `ranked`: the words are to be weighed, so they must be walked.

        Without `folding`, copies are found too that lists show in the row of their original.
        """
        self._ranked = ranked
        opened = self.opened(where)
        parts = list(flat(opened))
        low, high = bounds(parts)
        folded = self.folded(opened) if folding else None
        parts = [part for part in parts if not isinstance(part, Dated)]
        spoken = [part for part in parts if is_spoken(part)]
        parts = [part for part in parts if not is_spoken(part)]
        said_only = [part for part in spoken if not names_quoted(part)]
        if len(said_only) == len(
            spoken
        ):  # nothing asked about the words of a quotation: the index of words knows
            parts, spoken = parts + spoken, []
        matches = {number: match for number, part in enumerate(parts) if (match := self.match(part))}
        if not spoken and all(isinstance(parts[number], FromFeed) for number in matches):
            matches = {
                number: match for number, match in matches.items() if not self._one_feed(parts[number])
            }
        rest = [part for number, part in enumerate(parts) if number not in matches]
        plan = self._road(list(matches.values()), spoken, rest, None if ranked else self._few(rest))
        plan.far = any(map(is_far, rest))
        condition = FOLDED.format(id=plan.id)
        if low is not None:
            plan.conditions.append(f"{plan.key} >= {low * PER_SECOND * plan.scale:d}")
            condition = f"{condition[:-1]} AND c.original >= {low * PER_SECOND:d})"
        if high is not None:
            plan.conditions.append(f"{plan.key} < {high * PER_SECOND * plan.scale:d}")
            condition = f"{condition[:-1]} AND c.original < {high * PER_SECOND:d})"
        if folded is not None:
            plan.conditions.append(condition)
        if any_hidden(self._db):
            plan.conditions.append((FOLLOWED if asks_hidden(opened) else SHOWN).format(id=plan.id))
        return plan

    def folded(self, where: Node) -> tuple[int | None, int | None] | None:
        """Return the times, seconds, that an original must be of for its copies not to be listed.

        None if copies are listed in rows of their own.
        """
        parts = list(flat(self.opened(where)))
        return bounds(parts) if all(isinstance(part, Dated) or is_of_story(part) for part in parts) else None

    def _road(self, matches: list[str], spoken: list[Node], rest: list[Node], few: Is | None) -> Plan:
        plan = Plan()
        quotation = " AND ".join(f"({self._quotation(part)})" for part in spoken)
        if matches and few:
            plan.conditions = [_plain(few), _STANDS]
            plan.bindings = [all_of(matches)]
            rest = [part for part in rest if part is not few]
            if quotation:
                rest.append(And(tuple(spoken)))
        elif matches:
            plan = Plan(
                "f.rowid", "article_index f", ["article_index MATCH ?"], [all_of(matches)], matched=True
            )
            if quotation:
                plan.conditions.append(f"+f.rowid IN ({_IN_QUOTES})")
                plan.bindings.append(quotation)
        elif quotation:
            plan = Plan("q.rowid >> 16", "quote_index q", ["quote_index MATCH ?"], [quotation], repeats=True)
        else:
            tag = next((part for part in rest if isinstance(part, Tagged) and not part.begun), None)
            tag_id = self._tag_id(tag.name) if tag else None
            if tag and tag_id is not None:
                plan = Plan("t.article_id", "article_tags t", ["t.tag_id = ?"], [tag_id])
                rest = [part for part in rest if part is not tag]
        if rest and plan.id != "a.id":
            plan.source += f" CROSS JOIN articles a ON a.id = {plan.id}"
        plan.conditions += [self.condition(part, plan.bindings) for part in rest]
        return plan

    def _few(self, rest: list[Node]) -> Is | None:
        """Return a state that so few articles are in that walking them is quicker than walking the words.

        To see whether an article has the words takes 95 µs, to pass by one that has them 0.3. At a million
        articles, few are 700.
        """
        counts = {
            str(name): int(number) for name, number in self._db.execute("SELECT name, number FROM counts")
        }
        for part in rest:
            if isinstance(part, Is) and counts.get(part.state, counts["all"]) ** 2 < counts["all"] / 2:
                return part
        return None

    def match(self, node: Node) -> str | None:
        """Return the MATCH expression for what never changes about an article; None for anything else."""
        match node:
            case Text(term, where):
                return None if term.kind is TermKind.REGEX else self._asked(term, *_PLACES[where]) or EVERY
            case Person(term):
                return self._asked(term, Kind.PERSON) or EVERY
            case Said(term):
                return self._asked(term, Kind.SPEAKER) or EVERY
            case Has(thing):
                return f'"{fact(Kind.HAS, thing)}"'
            case Written(language):
                return f'"{language_words(language)[-1]}"' if language_words(language) else EVERY
            case FromFeed() | InFolder():
                return self._match_feeds(self._feeds(node))
            case Not(part):
                inner = self.match(part)
                return inner and all_but(inner)
            case And(parts):
                if len(parts) > 1 and any(map(names_quoted, parts)):
                    return None
                found = [self.match(part) for part in parts]
                return None if None in found else all_of([part for part in found if part])
            case Or(parts):
                found = [self.match(part) for part in parts]
                return None if None in found else f"({' OR '.join(part for part in found if part)})"
            case Quoted() | Is() | Tagged() | Dated() | Measured() | Saved():
                return None
            case _:
                assert_never(node)

    def condition(self, node: Node, bindings: list[Value]) -> str:
        """Return what `articles a` must fulfil, adding to `bindings`."""
        if isinstance(node, FromFeed | InFolder):
            return f"a.feed_id IN ({', '.join(map(str, self._feeds(node)))})"
        if is_spoken(node) and names_quoted(node):
            bindings.append(self._quotation(node))
            return f"a.id IN ({_IN_QUOTES})"
        expression = self.match(node)
        if expression is not None:
            bindings.append(expression)
            return "a.id IN (SELECT rowid FROM article_index WHERE article_index MATCH ?)"
        match node:
            case And(parts):
                return self._all_of(parts, bindings)
            case Or(parts):
                return f"({' OR '.join(self.condition(part, bindings) for part in parts)})"
            case Not(part):
                return f"NOT {self.condition(part, bindings)}"
            case Text() | Quoted():
                return _regex(node, bindings)
            case Tagged(name, begun):
                bindings.append(fold(name) + ("*" if begun else ""))
                return f"a.id IN ({_IN_TAGS} {'GLOB' if begun else '='} ?)"
            case Is() | Dated() | Measured():
                return _plain(node)
            case Saved():
                return "0"  # opened already, so this is one that does not exist or names itself
            case Person() | Said() | Has() | Written():
                raise AssertionError(node)  # these have a MATCH or are spoken
            case _:
                assert_never(node)

    def spoken(self, where: Node) -> str | None:
        """Return the MATCH over `quote_index` for what is asked of a quotation; None if nothing is."""
        asked_of = [part for part in flat(self.opened(where)) if is_spoken(part)]
        return " AND ".join(f"({self._quotation(part)})" for part in asked_of) or None

    def _asked(self, term: Term, kind: Kind, column: str = "") -> str | None:
        """Return the MATCH expression for a term; one to be weighed stays whole."""
        return asked(term, kind, column) if self._ranked else asked_of(self._db, term, kind, column)

    def _quotation(self, node: Node) -> str:
        """Return the MATCH expression over `quote_index` for a spoken node."""
        match node:
            case Said(term):
                return asked_of(self._db, term, column="speaker", index="quote_index") or NOTHING
            case Quoted(term):
                return asked_of(self._db, term, column="text", index="quote_index") or NOTHING
            case And(parts):
                return " AND ".join(f"({self._quotation(part)})" for part in parts)
            case Or(parts):
                return " OR ".join(f"({self._quotation(part)})" for part in parts)
        raise AssertionError(node)

    def _all_of(self, parts: tuple[Node, ...], bindings: list[Value]) -> str:
        spoken = [part for part in parts if is_spoken(part)]
        if len(spoken) > 1 and any(map(names_quoted, spoken)):
            together: list[Node] = [And(tuple(spoken)), *(part for part in parts if not is_spoken(part))]
        else:
            together = list(parts)
        return f"({' AND '.join(self.condition(part, bindings) for part in together) or '1'})"

    def opened(self, node: Node) -> Node:
        """Return the node with saved searches in place of their names."""
        match node:
            case Saved(name) if name not in self._saved:
                row = self._db.execute("SELECT sought FROM saved WHERE name = ?", (name,)).fetchone()
                if row is None:
                    return node
                self._saved.append(name)
                found = self.opened(parse(row[0]).where)
                self._saved.pop()
                return found
            case And(parts):
                return And(tuple(map(self.opened, parts)))
            case Or(parts):
                return Or(tuple(map(self.opened, parts)))
            case Not(part):
                return Not(self.opened(part))
        return node

    def _feeds(self, node: FromFeed | InFolder) -> list[int]:
        """Return the feeds meant: those of that very title or address, or else those whose hold the name."""
        if node not in self._known:
            self._known[node] = self._looked_up(node)
        return self._known[node]

    def _looked_up(self, node: FromFeed | InFolder) -> list[int]:
        name = fold(node.name)
        if isinstance(node, InFolder):
            rows = self._db.execute("SELECT id, folder FROM feeds")
            return [
                feed for feed, folder in rows if fold(folder) == name or fold(folder).startswith(name + "/")
            ]
        known = [
            (feed, fold(title), fold(url))
            for feed, title, url in self._db.execute("SELECT id, title, url FROM feeds")
        ]
        exact = [feed for feed, title, url in known if name in (title, url)]
        return exact or [feed for feed, title, url in known if name in title or name in url]

    def _one_feed(self, node: Node) -> bool:
        return isinstance(node, FromFeed) and len(self._feeds(node)) == 1

    def _match_feeds(self, ids: list[int]) -> str:
        return " OR ".join(f'"{fact(Kind.FEED, feed)}"' for feed in ids) or NOTHING

    def _tag_id(self, name: str) -> int | None:
        row = self._db.execute("SELECT id FROM tags WHERE folded = ?", (fold(name),)).fetchone()
        return row and row[0]


_STANDS = "EXISTS (SELECT 1 FROM article_index f WHERE article_index MATCH ? AND f.rowid = a.id)"
_IN_TAGS = "SELECT article_id FROM article_tags JOIN tags t ON t.id = tag_id WHERE t.folded"
_QUOTES_OF = """SELECT 1 FROM quotes q JOIN bodies b ON b.id = a.id
    WHERE q.id >= a.id << 16 AND q.id < (a.id + 1) << 16"""
_IN_QUOTES = "SELECT rowid >> 16 FROM quote_index WHERE quote_index MATCH ?"

_PLACES: dict[Field, tuple[Kind, str]] = {
    Field.ANY: (Kind.TEXT, ""),
    Field.TITLE: (Kind.TEXT, "title"),
    Field.BODY: (Kind.TEXT, "body"),
    Field.AUTHOR: (Kind.AUTHOR, ""),
    Field.URL: (Kind.URL, ""),
}

#: Where a regular expression looks.
_COLUMNS = {
    Field.ANY: ("h.title", "b.text"),
    Field.TITLE: ("h.title",),
    Field.BODY: ("b.text",),
    Field.AUTHOR: ("h.author",),
    Field.URL: ("h.url",),
}

_STATES = {
    State.UNREAD: "a.unread = 1",
    State.READ: "a.unread = 0",
    State.STARRED: "a.starred = 1",
    State.LOCAL: "a.local = 1",
    State.CHANGED: "a.changed > 0",
    State.HIDDEN: IS_HIDDEN,
}


def _regex(node: Text | Quoted, bindings: list[Value]) -> str:
    """Return the condition for a regular expression: words would have a MATCH or be spoken."""
    if isinstance(node, Quoted):
        bindings.append(node.term.text)
        return f"EXISTS ({_QUOTES_OF} AND regex_found(?, substr(b.text, q.start + 1, q.end - q.start)))"
    columns = _COLUMNS[node.field]
    bindings += [node.term.text] * len(columns)
    found = " OR ".join(f"regex_found(?, {column})" for column in columns)
    return f"EXISTS (SELECT 1 FROM heads h JOIN bodies b USING (id) WHERE h.id = a.id AND ({found}))"


def _plain(node: Is | Dated | Measured) -> str:
    match node:
        case Is(state, since):
            return _STATES[state] if state is not State.NEW else f"a.added >= {since:d}"
        case Dated(start, end):
            return _range("a.id", start and start * PER_SECOND, end and end * PER_SECOND - 1)
        case Measured(measure, low, high):
            return _range(f"a.{measure}", low, high)
        case _:
            assert_never(node)


def _range(column: str, low: int | None, high: int | None) -> str:
    bounds = [] if low is None else [f"{column} >= {low:d}"]
    bounds += [] if high is None else [f"{column} <= {high:d}"]
    return f"({' AND '.join(bounds) or '1'})"


def among(plan: Plan, ids: Collection[int]) -> Plan:
    """Return the plan for those of some articles, one at least, that it finds."""
    # The range first: what comes together has dates close together, so little of the index is walked.
    within = [f"{plan.key} BETWEEN ? AND ?", f"+{plan.id} IN (SELECT value FROM carray(?))"]
    bounds = [min(ids) * plan.scale, (max(ids) + 1) * plan.scale - 1, apsw.carray(array("q", ids))]
    return replace(plan, conditions=[*plan.conditions, *within], bindings=[*plan.bindings, *bounds])
