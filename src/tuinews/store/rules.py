"""The room of the rules: a search, and what is done to each article that it finds as it comes or changes.

    stored   -> arrived:  the rules about what a source gives
    analysed -> analysed: those about people and quotations

A rule is asked about the articles of the delivery only: their ids are joined with its query, so it costs the
same in a library of a thousand and of a million. Whatever its expression, it has `SECONDS` for a delivery;
then what is left is passed over, and told.
"""

import threading
import time
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence

import apsw

from tuinews.errors import StoreError
from tuinews.model import Caught, Deeds, Rule
from tuinews.query import And, Has, Measure, Measured, Node, Not, Or, Person, Quoted, Said, Thing, parse
from tuinews.store.connection import Database
from tuinews.store.hiding import hide, show
from tuinews.store.pending import catch_up
from tuinews.store.plan import Planner, among
from tuinews.store.tags import give_tag
from tuinews.store.walk import newest_first
from tuinews.text.fold import fold

SECONDS = 2.0  # that one rule may take for one delivery
AT_ONCE = 200  # articles that it is asked about in one statement
APPLIED_AT_ONCE = 500  # articles that one transaction changes when a rule is applied to what is there

_COLUMNS = "id, sought, read, star, hide, notify, tag, active, caught"


class _Deadline(threading.Event):
    """An event that is set when its time is over."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._end = time.monotonic() + seconds

    def is_set(self) -> bool:
        return time.monotonic() > self._end


class Rules:
    """The rules in their order, and what they did."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # The list of rules

    def all(self) -> list[Rule]:
        """Return the rules in the order in which they are followed."""
        with self._database.reading() as db:
            return _rules(db)

    def get(self, rule_id: int) -> Rule:
        """Return one rule; raises StoreError if there is none of this number."""
        with self._database.reading() as db:
            found = _rules(db, "WHERE id = ?", rule_id)
        if not found:
            raise StoreError(f"There is no rule number {rule_id}.")
        return found[0]

    def add(self, sought: str, deeds: Deeds) -> Rule:
        """Add a rule behind the others; raises StoreError when it asks for nothing or does nothing."""
        _check(sought, deeds)
        with self._database.writing() as db:
            db.execute(
                """INSERT INTO rules (place, sought, read, star, hide, notify, tag)
                   VALUES ((SELECT coalesce(max(place), 0) + 1 FROM rules), ?, ?, ?, ?, ?, ?)""",
                (sought.strip(), *deeds),
            )
            return _rules(db, "WHERE id = ?", db.last_insert_rowid())[0]

    def change(self, rule_id: int, sought: str, deeds: Deeds) -> None:
        """Give a rule another search and other deeds; raises StoreError as `add`."""
        _check(sought, deeds)
        with self._database.writing() as db:
            db.execute(
                "UPDATE rules SET sought = ?, read = ?, star = ?, hide = ?, notify = ?, tag = ? WHERE id = ?",
                (sought.strip(), *deeds, rule_id),
            )

    def switch(self, rule_id: int, active: bool) -> None:
        """Let a rule rest, or hold again."""
        with self._database.writing() as db:
            db.execute("UPDATE rules SET active = ? WHERE id = ?", (active, rule_id))

    def remove(self, rule_id: int) -> None:
        """Forget a rule; what it did stays."""
        with self._database.writing() as db:
            db.execute("DELETE FROM rules WHERE id = ?", (rule_id,))

    def put_back(self, rules: Sequence[Rule]) -> None:
        """Have exactly these rules, in this order: for undoing a removal and for another order."""
        with self._database.writing() as db:
            db.execute("DELETE FROM rules")
            db.executemany(
                f"INSERT INTO rules (place, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (place, rule.id, rule.sought, *rule.deeds, rule.active, rule.caught)
                    for place, rule in enumerate(rules)
                ],
            )

    # What they do

    def arrived(self, ids: Sequence[int]) -> list[Caught]:
        """Follow the rules about what a source gives for articles that came or changed.

        Returns what each did that caught any. Those about people and quotations wait for the analysis.
        """
        with self._database.writing() as db:
            rules = [rule for rule in _rules(db) if rule.active]
            if not rules or not ids:
                return []
            if any(_waits(db, rule) for rule in rules):
                db.executemany("INSERT OR IGNORE INTO awaited VALUES (?)", [(number,) for number in ids])
            return self._follow(db, [rule for rule in rules if not _waits(db, rule)], ids)

    def analysed(self, ids: Iterable[int]) -> list[Caught]:
        """Follow the rules about people and quotations for articles that came and are analysed now."""
        came = []
        with self._database.writing() as db:
            for article_id in ids:
                db.execute("DELETE FROM awaited WHERE id = ?", (article_id,))
                if db.changes():
                    came.append(article_id)
            if not came:
                return []
            rules = [rule for rule in _rules(db) if rule.active and _waits(db, rule)]
            return self._follow(db, rules, came)

    def apply(
        self,
        rule: Rule,
        stop: threading.Event | None = None,
        tell: Callable[[int], object] = lambda number: None,
    ) -> Caught:
        """Do what a rule says to all that it finds in the library; nobody is notified.

        In transactions of `APPLIED_AT_ONCE` articles; `tell` gets the number looked at after each. Soon
        left when `stop` is set, with what was done until then.
        """
        catch_up(self._database, stop)
        with self._database.reading(stop) as db:
            plan = Planner(db).plan(parse(rule.sought).where, folding=False)
        found = array("q")
        try:
            for part in newest_first(self._database, plan, None, stop):
                found += part
        except apsw.InterruptError:
            return Caught(rule)
        whole = Caught(rule, array("q"), array("q"), array("q"), array("q"), array("q"))
        for start in range(0, len(found), APPLIED_AT_ONCE):
            if stop is not None and stop.is_set():
                break
            with self._database.writing() as db:
                done = self._do(db, rule, found[start : start + APPLIED_AT_ONCE])
            for kept, more in zip(whole[1:6], done[1:6], strict=True):
                kept.extend(more)
            tell(start + len(done.ids))
        return whole

    def revert(self, caught: Caught) -> None:
        """Take back what a rule did."""
        with self._database.writing() as db:
            show(self._database, db, caught.hidden)
            for column, ids, value in (("unread", caught.read, True), ("starred", caught.starred, False)):
                _set(self._database, db, column, ids, value)
            self._database.tally.touch(db, caught.tagged)
            db.executemany(
                """DELETE FROM article_tags
                   WHERE tag_id = (SELECT id FROM tags WHERE folded = ?) AND article_id = ?""",
                [(fold(caught.rule.deeds.tag), number) for number in caught.tagged],
            )
            db.execute(
                "UPDATE rules SET caught = max(caught - ?, 0) WHERE id = ?", (len(caught.ids), caught.rule.id)
            )

    def _follow(self, db: apsw.Connection, rules: Sequence[Rule], ids: Sequence[int]) -> list[Caught]:
        if not rules:
            return []
        self._database.index.write(db)  # what has just come is found by its words
        followed = []
        for rule in rules:
            found, late = self._matched(db, rule.sought, ids)
            if found or late:
                followed.append(self._do(db, rule, found)._replace(late=late, notify=rule.deeds.notify))
        return followed

    def _matched(self, db: apsw.Connection, sought: str, ids: Sequence[int]) -> "tuple[array[int], bool]":
        """Return which of some articles a search finds, and whether its time was over before the last."""
        found, deadline, ordered = array("q"), _Deadline(SECONDS), sorted(ids)
        plan = Planner(db).plan(parse(sought).where, folding=False)
        try:
            with self._database.reading(deadline):
                for start in range(0, len(ordered), AT_ONCE):
                    part = among(plan, ordered[start : start + AT_ONCE])
                    sql = f"SELECT DISTINCT {part.id} FROM {part.source} {part.where}"
                    found.extend(row[0] for row in db.execute(sql, part.bindings))
        except apsw.InterruptError:
            return found, True
        return found, False

    def _do(self, db: apsw.Connection, rule: Rule, ids: "array[int]") -> Caught:
        database, deeds, none = self._database, rule.deeds, array("q")
        read = _set(database, db, "unread", ids, False) if deeds.read else none
        starred = _set(database, db, "starred", ids, True) if deeds.star else none
        tagged = none
        if deeds.tag:
            database.tally.touch(db, ids)
            tagged = array("q", [number for number in ids if give_tag(db, number, deeds.tag)])
        hidden = hide(database, db, ids) if deeds.hide else none
        db.execute("UPDATE rules SET caught = caught + ? WHERE id = ?", (len(ids), rule.id))
        return Caught(rule, ids, read, starred, tagged, hidden)


def _check(sought: str, deeds: Deeds) -> None:
    if parse(sought).where == And():
        raise StoreError("A rule needs a search: without one it would be about every article.")
    if not any(deeds):
        raise StoreError("A rule has to do something: mark read, star, tag, hide or notify.")


def _rules(db: apsw.Connection, where: str = "", *bindings: object) -> list[Rule]:
    rows = db.execute(f"SELECT {_COLUMNS} FROM rules {where} ORDER BY place, id", bindings)
    return [
        Rule(number, sought, Deeds(bool(read), bool(star), bool(hides), bool(notify), tag), bool(on), caught)
        for number, sought, read, star, hides, notify, tag, on, caught in rows
    ]


def _waits(db: apsw.Connection, rule: Rule) -> bool:
    """Tell whether a rule asks what only the analysis knows."""
    return any(_is_of_people(node) for node in _nodes(Planner(db).opened(parse(rule.sought).where)))


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _nodes(part)
        case Not(part):
            yield from _nodes(part)


def _is_of_people(node: Node) -> bool:
    match node:
        case Person() | Said() | Quoted() | Has(Thing.QUOTE | Thing.PERSON) | Measured(Measure.QUOTES):
            return True
    return False


def _set(
    database: Database, db: apsw.Connection, column: str, ids: "array[int]", value: bool
) -> "array[int]":
    """Set one state of just these articles, not of their copies; return those that changed."""
    if not ids:
        return array("q")
    rows = db.execute(
        f"SELECT a.id FROM carray(?) c CROSS JOIN articles a ON a.id = c.value WHERE a.{column} = ?",
        (apsw.carray(ids), not value),
    )
    changed = array("q", (row[0] for row in rows))
    if changed:
        database.tally.touch(db, changed)
        db.execute(
            f"UPDATE articles SET {column} = ? WHERE id IN (SELECT value FROM carray(?))",
            (value, apsw.carray(changed)),
        )
    return changed
