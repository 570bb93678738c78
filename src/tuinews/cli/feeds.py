"""`tuinews add, list, remove, refresh`: the feeds from the command line."""

import sys
from collections.abc import Iterable
from threading import Event
from typing import TYPE_CHECKING, Any

from tuinews.cli.command import Command, add_json, print_json, with_progress
from tuinews.cli.reading import open_library
from tuinews.errors import PageError, SourceError, TuinewsError
from tuinews.home import Home
from tuinews.plural import counted

if TYPE_CHECKING:
    import argparse

    from tuinews.library import Library, Refreshed, Unanswered
    from tuinews.model import Feed


def _add_arguments(parser: "argparse.ArgumentParser") -> None:
    parser.add_argument(
        "sources",
        nargs="+",
        metavar="URL|PATH",
        help="the address of a feed or of a page that has one, or a file or folder",
    )
    parser.add_argument("--folder", default="", help="the folder of the feed list to put them in")
    from argparse import BooleanOptionalAction

    parser.add_argument(
        "--full-text",
        action=BooleanOptionalAction,
        help="fetch new articles whole from their pages (for a feed already there, too)",
    )
    parser.add_argument(
        "--every",
        type=int,
        metavar="MINUTES",
        help="look for news so often, 0 as often as the feed wants (for a feed already there, too)",
    )
    add_json(parser, "the feeds added")


def _add(chosen: Any, home: Home) -> int:
    from tuinews.cli.library import opened

    if chosen.every is not None and chosen.every < 0:
        raise TuinewsError(f"--every {chosen.every} is no number of minutes: give 0 or more.")
    added: list[Feed] = []
    failed = False
    with opened(home) as library:
        for source in chosen.sources:
            try:
                feed = _subscribe(library, source, chosen.folder)
            except SourceError as error:
                failed = True
                print(f"tuinews: {error}", file=sys.stderr)
                continue
            if chosen.full_text is not None:
                library.feeds.set_full(feed.id, chosen.full_text)
            if chosen.every is not None:
                library.feeds.set_every(feed.id, 60 * chosen.every)
            feed = bare(feed)
            added.append(feed)
            if not chosen.json:
                print(f"{feed.id}\t{feed.title}\t{counted(feed.total, 'article')}\t{feed.url}")
    if chosen.json:
        print_json(map(_fields, added))
    return 1 if failed else 0


def _subscribe(library: "Library", source: str, folder: str) -> "Feed":
    """Subscribe to a source, or to the feed of the page it is; of several feeds the user chooses."""
    try:
        return library.subscribe(source, folder)
    except PageError:
        found = library.discover(source)
    address = found[0][0] if len(found) == 1 else _chosen(source, found)
    print(f"{source} is a page; its feed is {address}", file=sys.stderr)
    return library.subscribe(address, folder)


def _chosen(page: str, found: list[tuple[str, str]]) -> str:
    """Ask which of a page's feeds is meant; raises SourceError, naming them, where nobody can be asked."""
    lines = [f"  {number}  {address}  {title}".rstrip() for number, (address, title) in enumerate(found, 1)]
    if not sys.stdin.isatty():
        raise SourceError("\n".join([f"{page} offers several feeds; add the one you want:", *lines]))
    print("\n".join([f"{page} offers several feeds:", *lines]), file=sys.stderr)
    print(f"Which one (1 to {len(found)}, Enter for 1)? ", end="", file=sys.stderr, flush=True)
    answer = sys.stdin.readline().strip() or "1"
    if not (answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(found)):
        raise SourceError(f"There is no feed number {answer} among those of {page}; nothing was added.")
    return found[int(answer) - 1][0]


ADD = Command(
    name="add",
    help="subscribe to feeds, pages with feeds, files or folders",
    examples=(
        "tuinews add https://example.org/feed.xml",
        "tuinews add example.org",
        "tuinews add ~/articles --folder Local",
        "tuinews add https://example.org/feed.xml --full-text --every 90",
    ),
    arguments=_add_arguments,
    run=_add,
)


def _list_arguments(parser: "argparse.ArgumentParser") -> None:
    add_json(parser, "the feeds")
    add_passwords(parser)


def add_passwords(parser: "argparse.ArgumentParser") -> None:
    """Add the option that shows addresses whole."""
    parser.add_argument(
        "--passwords",
        action="store_true",
        help="keep users and passwords in the addresses (for a full backup; they are left out otherwise)",
    )


def bare(feed: "Feed") -> "Feed":
    """Return a feed whose addresses show no user and no password."""
    from tuinews.text.links import without_credentials

    return feed._replace(url=without_credentials(feed.url), site=without_credentials(feed.site))


def _list(chosen: Any, home: Home) -> int:
    with open_library(home) as library:
        only_samples, feeds = library.is_samples_only, library.feeds.all()
    if not chosen.passwords:
        feeds = list(map(bare, feeds))
    if chosen.json:
        print_json(map(_fields, feeds))
        return 0
    if only_samples:
        print(
            "No feeds yet: these are the built-in samples; `tuinews add URL|PATH` adds one.", file=sys.stderr
        )
    for feed in feeds:
        print(f"{feed.id}\t{feed.unread}/{feed.total}\t{feed.title}\t{feed.url}", end="")
        print(f"\t{feed.trouble}: {feed.error}" if feed.error else "")
    return 0


LIST = Command(
    name="list",
    help="list the feeds with their unread and total counts",
    examples=("tuinews list", "tuinews list --json | jq '.[] | select(.error != \"\")'"),
    arguments=_list_arguments,
    run=_list,
)


def _feed_arguments(parser: "argparse.ArgumentParser") -> None:
    parser.add_argument(
        "feeds", nargs="+", metavar="FEED", help="a feed's number (from `tuinews list`), address or path"
    )


def _remove(chosen: Any, home: Home) -> int:
    from tuinews.cli.library import opened

    with opened(home) as library:
        for feed in _find(library, chosen.feeds):
            library.unsubscribe(feed.id)
            print(f"Removed {feed.title} and its {counted(feed.total, 'article')}.", end=" ")
            print("Added again within a day, it comes back with them.")
    return 0


REMOVE = Command(
    name="remove",
    help="remove feeds together with their articles",
    examples=("tuinews remove 3", "tuinews remove https://example.org/feed.xml"),
    arguments=_feed_arguments,
    run=_remove,
)


def _refresh_arguments(parser: "argparse.ArgumentParser") -> None:
    parser.add_argument(
        "feeds", nargs="*", metavar="FEED", help="only these feeds, by number, address or path"
    )
    add_json(parser, "one result a feed")


def _refresh(chosen: Any, home: Home) -> int:
    from tuinews.cli.library import opened
    from tuinews.cli.rules import notices
    from tuinews.library import Unanswered

    stop = Event()
    results: list[dict[str, object]] = []
    with opened(home) as library:
        feeds = _find(library, chosen.feeds) if chosen.feeds else library.feeds.all()
        news = library.refresh([feed.id for feed in feeds], stop=stop)
        failed = new = 0
        for result in with_progress(news, len(feeds), "Refreshing"):
            if isinstance(result, Unanswered):
                failed += 1
                print(f"{result.feed.title or bare(result.feed).url}: {result.reason}", file=sys.stderr)
            else:
                new += result.new
                if result.notice:
                    print(f"{result.feed.title or bare(result.feed).url}: {result.notice}", file=sys.stderr)
            results.append(_result_fields(result))
        told = list(notices(library, library.caught()))
    if chosen.json:
        print_json(results)
    else:
        for line in told:
            print(line)
        told_of = f"{counted(new, 'new article')} from {counted(len(feeds), 'feed')}"
        print(told_of + (f", {failed} failed" if failed else ""))
    return 1 if failed else 0


REFRESH = Command(
    name="refresh",
    help="fetch the feeds and store what is new",
    examples=("tuinews refresh", "tuinews refresh 3 7", "tuinews refresh --json > results.json"),
    arguments=_refresh_arguments,
    run=_refresh,
    more=" The exit status is 1 when a feed failed; each failure is a line on standard error.",
)


def _find(library: "Library", named: Iterable[str]) -> "list[Feed]":
    feeds = library.feeds.all()
    found: list[Feed] = []
    for name in named:
        same = [feed for feed in feeds if name in (str(feed.id), feed.url, feed.title)]
        if not same:
            raise TuinewsError(
                f"There is no feed {name!r}; `tuinews list` shows the feeds and their numbers."
            )
        found += same
    return found


def _fields(feed: "Feed") -> dict[str, object]:
    return {
        "id": feed.id,
        "url": feed.url,
        "title": feed.title,
        "kind": feed.kind.value,
        "folder": feed.folder,
        "full_text": feed.full,
        "every": feed.every // 60,
        "site": feed.site,
        "unread": feed.unread,
        "total": feed.total,
        "checked": feed.checked,
        "error": feed.error,
    }


def _result_fields(result: "Refreshed | Unanswered") -> dict[str, object]:
    from tuinews.library import Unanswered

    feed = bare(result.feed)
    told: dict[str, object] = {"id": feed.id, "url": feed.url, "title": feed.title}
    if isinstance(result, Unanswered):
        return told | {"error": result.reason}
    told |= {"new": result.new, "changed": result.changed}
    return told | {"notice": result.notice} if result.notice else told
