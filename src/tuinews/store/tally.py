"""Keeps the unread counts of saved searches true while articles change, without searching the library.

A transaction tells which articles it is about to change. How many of just these each saved search finds
unread is counted before and after, and the difference is added. When very many change at once the counts are
forgotten instead, to be counted anew in the background (`Saved.recount`).
"""

from array import array
from collections.abc import Collection
from dataclasses import dataclass, field

import apsw

from tuinews.query import And, Is, Node, State, parse
from tuinews.store.copies import group_of
from tuinews.store.plan import Planner, among

MOST = 1_000  # articles of one transaction that are looked at


@dataclass(slots=True)
class Tally:
    """What one transaction changes."""

    touched: set[int] = field(default_factory=set)
    before: dict[int, int] = field(default_factory=dict)
    overflown: bool = False

    def touch(self, db: apsw.Connection, ids: Collection[int], *, new: bool = False) -> None:
        """Note that these articles are about to change, or (`new`) have just come."""
        if self.overflown or not ids:
            return
        # With those of their stories: another one of them may take the row.
        known = ids if new else dict.fromkeys([*ids, *group_of(db, array("q", ids))])
        # What waits to be indexed is counted when it is: until then nothing of it changes a count.
        waiting = set() if new else _waiting(db, array("q", known))
        fresh = [one for one in known if one not in self.touched and one not in waiting]
        self.overflown = len(self.touched) + len(fresh) > MOST
        if self.overflown:
            return
        self.touched.update(fresh)
        if not new and fresh:
            for number, sought in _counted(db):
                self.before[number] = self.before.get(number, 0) + count_unread(db, sought, fresh)

    def settle(self, db: apsw.Connection) -> None:
        """Bring the counts up to date; the last thing in the transaction."""
        if self.overflown:
            db.execute("UPDATE saved SET unread = NULL")
        elif self.touched:
            for number, sought in _counted(db):
                change = count_unread(db, sought, self.touched) - self.before.get(number, 0)
                if change:
                    db.execute("UPDATE saved SET unread = unread + ? WHERE id = ?", (change, number))
        self.clear()

    def clear(self) -> None:
        """Begin anew."""
        self.touched.clear()
        self.before.clear()
        self.overflown = False


def unread_of(sought: str) -> Node:
    """Return the query for the unread articles that a search finds."""
    return And((parse(sought).where, Is(State.UNREAD)))


def count_unread(db: apsw.Connection, sought: str, ids: Collection[int] | None = None) -> int:
    """Return how many unread articles a search finds, of all that do not wait to be indexed, or of these."""
    plan = Planner(db).plan(unread_of(sought))
    if ids is not None:
        plan = among(plan, ids)
    elif db.execute("SELECT 1 FROM unindexed LIMIT 1").get:
        plan.conditions.append(f"{plan.id} NOT IN (SELECT id FROM unindexed)")
    what = f"count(DISTINCT {plan.id})" if plan.repeats else "count(*)"
    return int(db.execute(f"SELECT {what} FROM {plan.source} {plan.where}", plan.bindings).get)


def _waiting(db: apsw.Connection, ids: "array[int]") -> set[int]:
    rows = db.execute(
        "SELECT u.id FROM carray(?) c CROSS JOIN unindexed u ON u.id = c.value", (apsw.carray(ids),)
    )
    return {row[0] for row in rows}


def _counted(db: apsw.Connection) -> list[tuple[int, str]]:
    return [(row[0], row[1]) for row in db.execute("SELECT id, sought FROM saved WHERE unread IS NOT NULL")]
