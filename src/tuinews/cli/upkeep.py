"""`tuinews doctor, keep, vacuum`: looking after the library."""

import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from tuinews.citing import day
from tuinews.cli.command import Command, add_json
from tuinews.home import Home
from tuinews.plural import counted

if TYPE_CHECKING:
    import argparse

    from tuinews.library import Library
    from tuinews.store.health import Health


def _doctor_arguments(parser: "argparse.ArgumentParser") -> None:
    parser.add_argument(
        "--quick", action="store_true", help="do not read the whole file to see if it is sound"
    )
    add_json(parser, "all of it")


def _doctor(chosen: Any, home: Home) -> int:
    from tuinews.cli.library import opened
    from tuinews.text import ANALYSIS_VERSION

    with opened(home, with_samples=False) as library:
        if not chosen.quick and sys.stderr.isatty():
            print("Reading the whole library…", end="\r", file=sys.stderr, flush=True)
        health = library.upkeep.health(ANALYSIS_VERSION, thorough=not chosen.quick)
        if chosen.json:
            _print_json(library, health)
        else:
            _print(library, health, checked=not chosen.quick)
    return 1 if health.problems else 0


def _print(library: "Library", health: "Health", *, checked: bool) -> None:
    rules = library.upkeep.rules()
    analysed = health.articles - health.unanalysed
    removed = f", {health.removed:,} removed (deleted after a day, or by vacuum)" if health.removed else ""
    found = f"{counted(health.people, 'person', 'people')}, {counted(health.quotes, 'quotation')}"
    rows = [
        ("library", str(health.path)),
        ("size", f"{_size(health.size + health.waiting)}, of which vacuum frees {_size(health.unused)}"),
        ("articles", f"{health.articles:,}, {health.unread:,} unread, {health.starred:,} starred"),
        (
            "analysed",
            f"{analysed:,} of {health.articles:,}: {found}",
        ),
        *([("waiting", f"{health.unindexed:,} to be found by their words")] if health.unindexed else []),
        ("feeds", f"{health.feeds:,}, {health.failing:,} failing{removed}"),
        ("index", f"{health.segments:,} segments, SQLite {health.sqlite}"),
        ("upkeep", f"last done {day(health.tended)}" if health.tended else "not done yet"),
        ("keeps", _rules(rules.days, rules.per_feed)),
    ]
    for name, value in rows:
        print(f"{name:<10}{value}")
    for feed in library.feeds.all():
        if feed.error:
            since = f"since {day(feed.failing_since)}, " if feed.failing_since else ""
            what = f"{feed.title or feed.url}: {feed.error}"
            print(f"{feed.trouble:<10}{what} ({since}tried again {day(feed.due)})")
    for failed in library.people.failed():
        print(f"{'skipped':<10}{failed.reason}")
    for problem in health.problems:
        print(f"PROBLEM   {problem}")
    if checked and not health.problems:
        print("The library is sound: the file, its counts, and the index of words.")


def _print_json(library: "Library", health: "Health") -> None:
    import json

    failing = [
        {"id": f.id, "url": f.url, "error": f.error, "since": f.failing_since, "due": f.due}
        for f in library.feeds.all()
        if f.error
    ]
    rules = asdict(library.upkeep.rules())
    told = asdict(health) | {"path": str(health.path), "failing": failing, "keeps": rules}
    told["unanalysed_because"] = {f.id: f.reason for f in library.people.failed()}
    print(json.dumps(told, ensure_ascii=False))


DOCTOR = Command(
    name="doctor",
    help="tell how the library is: size, counts, failing feeds, whether all is sound",
    examples=("tuinews doctor", "tuinews doctor --quick", "tuinews doctor --json | jq .problems"),
    arguments=_doctor_arguments,
    run=_doctor,
    more=" The exit status is 1 when there is a problem with the library; a failing feed is none.",
)


def _keep_arguments(parser: "argparse.ArgumentParser") -> None:
    parser.add_argument("--days", type=int, metavar="N", help="forget articles older than N days")
    parser.add_argument(
        "--per-feed", type=int, metavar="N", help="forget all but the newest N articles of each feed"
    )
    parser.add_argument("--all", action="store_true", help="forget nothing (the rule at first)")


def _keep(chosen: Any, home: Home) -> int:
    from tuinews.cli.library import opened
    from tuinews.errors import TuinewsError

    for name, number in (("--days", chosen.days), ("--per-feed", chosen.per_feed)):
        if number is not None and number < 1:
            raise TuinewsError(f"{name} {number} would keep nothing: give a number from 1.")
        if number is not None and chosen.all:
            raise TuinewsError(f"--all and {name} say different things: give one of them.")
    with opened(home, with_samples=False) as library:
        if chosen.all or chosen.days is not None or chosen.per_feed is not None:
            library.upkeep.set_rules(days=chosen.days, per_feed=chosen.per_feed)
        rules, old = library.upkeep.rules(), library.upkeep.count_old()
    print(f"tuinews keeps {_rules(rules.days, rules.per_feed)}.")
    if old:
        beyond = f"{counted(old, 'article')} {'is' if old == 1 else 'are'} beyond that"
        print(f"{beyond}: the reader forgets what is beyond it in the background.")
    return 0


KEEP = Command(
    name="keep",
    help="show or set how long articles are kept",
    examples=("tuinews keep", "tuinews keep --days 365 --per-feed 1000", "tuinews keep --all"),
    arguments=_keep_arguments,
    run=_keep,
    more=" Starred and tagged articles, and those of your own files, are always kept.",
)


def _vacuum_arguments(parser: "argparse.ArgumentParser") -> None:
    add_json(parser, "the sizes in bytes")


def _vacuum(chosen: Any, home: Home) -> int:
    from tuinews.cli.library import opened

    with opened(home, with_samples=False) as library:
        before, after = library.upkeep.vacuum()
    if chosen.json:
        import json

        print(json.dumps({"before": before, "after": after, "freed": before - after}))
    else:
        print(f"Freed {_size(before - after)}: {_size(before)} before, {_size(after)} now.")
    return 0


VACUUM = Command(
    name="vacuum",
    help="write the library's file anew without gaps, and tell what that freed",
    examples=("tuinews vacuum",),
    arguments=_vacuum_arguments,
    run=_vacuum,
    more=" Needs free space on the disk for a second copy of the library.",
)


def _rules(days: int | None, per_feed: int | None) -> str:
    parts = [] if days is None else [f"articles of the last {days:,} days"]
    parts += [] if per_feed is None else [f"the newest {per_feed:,} of each feed"]
    return ", of these ".join(parts) + (", and what is starred or tagged" if parts else "") or "all articles"


def _size(number: int) -> str:
    """Return a number of bytes as people read it."""
    size = float(number)
    for unit in ("bytes", "kB", "MB", "GB"):
        if abs(size) < 1000 or unit == "GB":
            return f"{size:,.0f} {unit}" if unit == "bytes" else f"{size:,.1f} {unit}"
        size /= 1000
    raise AssertionError(number)
