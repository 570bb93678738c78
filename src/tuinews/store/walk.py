"""Newest first: down by number, in parts, each a statement of its own; nothing stays open between them.

A walk that may be long (a regular expression is looked for in each text: a minute at a million) goes in
stretches of time, each longer than the one before, so that what is found is given out before it is over.
Where the index of words answers it has none: FTS5 looks at the bounds of a stretch only where it has found
something, and goes on behind its end. Its longest walk, a phrase of two words that are everywhere and never
side by side, is over in 0.6 s at a million articles, the beginning of a word in 60 ms.
"""

import threading
import time
from array import array
from collections.abc import Iterator

import apsw

from tuinews.store.connection import Database
from tuinews.store.plan import Plan

FIRST, FURTHER = 64, 50_000  # ids in the first chunk, a tall screen of them at once, and in each that follows
STRETCH, LONGER = 20_000, 4  # articles in the first stretch; how many times as long is the next
SOON = 0.1  # seconds after which what is found is given out


def newest_first(
    database: Database, plan: Plan, limit: int | None, stop: threading.Event | None
) -> Iterator["array[int]"]:
    """Yield the ids of a plan in chunks; raises apsw.InterruptError soon after `stop` is set."""
    left, size = limit, FIRST
    with database.reading(stop) as db:
        top, span = _stretch(db) if plan.far else (None, None)
    found, begun, over = array("q"), time.monotonic(), False
    while not over and left != 0:
        wanted = size if left is None else min(size, left)
        bottom = top - span if top is not None and span is not None else None
        with database.reading(stop) as db:
            part, is_full = _part(db, plan, top, bottom, wanted - len(found))
        found += part
        if is_full:
            top = part[-1]
        elif bottom is not None and bottom > 0 and span is not None:
            top, span = bottom, span * LONGER
        else:
            over = True
        if found and (over or len(found) == wanted or time.monotonic() - begun > SOON):
            yield found
            left = None if left is None else left - len(found)
            found, size, begun = array("q"), FURTHER, time.monotonic()


def _stretch(db: apsw.Connection) -> tuple[int | None, int | None]:
    """Return where a walk begins and how far it goes at first; None twice in a small library."""
    newest = db.execute("SELECT max(id) FROM articles").get
    last = db.execute("SELECT id FROM articles ORDER BY id DESC LIMIT 1 OFFSET ?", (STRETCH,)).get
    return (newest + 1, newest + 1 - last) if last is not None else (None, None)


def _part(
    db: apsw.Connection, plan: Plan, top: int | None, bottom: int | None, room: int
) -> tuple["array[int]", bool]:
    """Return the next ids below `top`, not below `bottom`, and whether there may be more of them."""
    bounds = [] if top is None else [f"{plan.key} < {top * plan.scale:d}"]
    bounds += [] if bottom is None else [f"{plan.key} >= {bottom * plan.scale:d}"]
    where = " AND ".join([*plan.conditions, *bounds]) or "1"
    sql = f"SELECT {plan.id} FROM {plan.source} WHERE {where} ORDER BY {plan.key} DESC LIMIT ?"
    # Into an array at once: 50,000 numbers as objects are 2 MB, in small pieces that are not all given back.
    ids = array("q", (article_id for (article_id,) in db.execute(sql, (*plan.bindings, room))))
    return array("q", dict.fromkeys(ids)) if plan.repeats else ids, len(ids) == room
