"""No list the program shows is sorted or scanned: the query plans say so."""

import pytest

from tests.store.world import Shelf
from tuinews.query import parse
from tuinews.store.connection import Database
from tuinews.store.plan import Planner


def steps(shelf: Shelf, sought: str) -> list[str]:
    # With statistics too: of a library this small they would tell SQLite to walk anything.
    shelf.store.upkeep.run()
    database = Database(shelf.path)
    with database.reading() as db:
        plan = Planner(db).plan(parse(sought).where)
        sql = f"SELECT {plan.id} FROM {plan.source} {plan.where} ORDER BY {plan.key} DESC LIMIT 200"
        found = [str(row[3]) for row in db.execute("EXPLAIN QUERY PLAN " + sql, plan.bindings)]
    database.close()
    return found


@pytest.mark.parametrize(
    "sought",
    [
        "",
        "is:unread",
        "is:starred",
        "is:local",
        "is:read",
        "feed:courier",
        "feed:courier is:unread",
        "feed:courier is:unread after:2026",
        "folder:world",
        "folder:world is:unread",
        "#traffic",
        "#traffic is:unread",
        "person:petrov",
        "person:petrov is:unread",
        "said:petrov",
        "said:petrov quote:harbour",
        "said:petrov quote:harbour is:unread",
        "harbour",
        "harbour is:unread feed:courier",
        "-harbour",
        "has:quote lang:en",
        "words:>800",
        "after:2026-01 before:2026-03",
        "is:unread quotes:>2",
    ],
)
def test_lists_are_walks(shelf: Shelf, sought: str) -> None:
    plan = steps(shelf, sought)
    assert not [step for step in plan if "TEMP B-TREE" in step], plan
    # A virtual table is always "scanned"; with an index number and string it is asked, not read through.
    scans = [step for step in plan if step.startswith("SCAN") and "VIRTUAL TABLE" not in step]
    assert all("USING" in step or step == "SCAN a" for step in scans), plan


@pytest.mark.parametrize(
    ("sought", "index"),
    [
        ("is:unread", "articles_unread"),
        ("is:starred", "articles_starred"),
        ("is:local", "articles_local"),
        ("feed:courier", "articles_by_feed"),
        ("feed:courier is:unread", "articles_unread_by_feed"),
        ("#traffic", "PRIMARY KEY"),
    ],
)
def test_each_view_has_its_index(shelf: Shelf, sought: str, index: str) -> None:
    plan = steps(shelf, sought)
    # Whether an article is in another one's row is a look at one row of a small table.
    assert plan[1:] in ([], ["CORRELATED SCALAR SUBQUERY 1", "SEARCH c USING INTEGER PRIMARY KEY (rowid=?)"])
    assert f"INDEX {index} " in plan[0].replace("PRIMARY KEY", "INDEX PRIMARY KEY") + " ", plan
