"""Many feeds fetched, read and prepared for the store beside the program, in one or two child processes.

    parent --feeds--> [child: fetch -> read -> clean -> prepare] --one answer a feed--> parent: store

Storing waits for SQLite, which lets other threads run (2 ms for a feed of 150 KB); all else that an answer
costs is Python (2 ms to fetch it, 4 to read it), and in a thread it would hold up the interface and the
writer. Very many feeds are shared out to two children, those of one host to the same. A child is a plain
subprocess, as the analyst's is and for the same reason. It ends by itself when its standard input closes,
however the parent ends.
"""

import os
import pickle
import subprocess
import sys
from collections import defaultdict
from collections.abc import Collection, Generator, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from queue import Empty, Queue
from threading import Event, Thread
from typing import TYPE_CHECKING, NamedTuple

from tuinews.limits import DEFAULT_LIMITS, Limits
from tuinews.model import Failed, Feed, Fetched
from tuinews.sources.address import host_name
from tuinews.stopping import end_with_parent
from tuinews.text.links import without_credentials

if TYPE_CHECKING:
    from tuinews.store.prepared import Prepared

FEW = 8  # feeds: starting a child takes 0.3 s, reading so many here as long
AHEAD = 16  # answers that wait for the store, of some 300 KB each
VERY_MANY = 64  # feeds: another child pays for its start
AT_ONCE = 500  # articles: those that wait are stored together, up to so many
_GLANCE = 0.05  # seconds: how soon a stop is noticed
_COMMAND = (sys.executable, "-m", "tuinews.gathering")


class Gathered(NamedTuple):
    """What one feed answered; `entries` are those of the answer, prepared for the store."""

    feed: Feed
    answer: Fetched | Failed
    entries: "tuple[Prepared, ...]" = ()


_Came = Queue[Gathered | None]


def gather(
    feeds: Collection[Feed], stop: Event, limits: Limits = DEFAULT_LIMITS
) -> Generator[list[Gathered]]:
    """Yield what the feeds answer as it comes, what has come by then in one list.

    Ends soon after `stop` is set, leaving the rest out. When a child dies over a feed, another goes on with
    the feeds that are left; when all die without any answer, these count as failed.
    """
    if len(feeds) <= FEW:
        yield from ([answer] for answer in _read(feeds, stop, limits))
        return
    left = {feed.id: feed for feed in feeds}
    while left and not stop.is_set():
        before = len(left)
        for group in _beside(left, stop, limits):
            for gathered in group:
                del left[gathered.feed.id]
            yield group
        if len(left) == before and not stop.is_set():
            yield [Gathered(feed, Failed(feed.url, _unread(feed))) for feed in left.values()]
            return


def _unread(feed: Feed) -> str:
    return f"{without_credentials(feed.url)} was not read: the process that reads feeds ended too soon."


def _read(
    feeds: Collection[Feed], stop: Event, limits: Limits, trusted: frozenset[str] = frozenset()
) -> Iterator[Gathered]:
    from tuinews.sources import fetch_all  # parsers and all: 0.1 s that a program with children saves
    from tuinews.store.prepared import prepare_all

    for feed, answer in fetch_all(feeds, stop, limits, trusted):
        if isinstance(answer, Failed):
            yield Gathered(feed, answer)
            continue
        prepared = prepare_all(answer.entries)
        # The same objects twice: the child sends them once.
        yield Gathered(feed, answer._replace(entries=tuple(one.entry for one in prepared)), prepared)


def _beside(feeds: dict[int, Feed], stop: Event, limits: Limits) -> Iterator[list[Gathered]]:
    """Yield what children send until they end."""
    came: _Came = Queue(AHEAD)
    shares = _shares(feeds.values(), 2 if len(feeds) >= VERY_MANY and (os.cpu_count() or 1) > 1 else 1)
    trusted = frozenset(host_name(feed.url) for feed in feeds.values()) - {""}
    limits = limits._replace(at_once=-(-limits.at_once // len(shares)))
    with ExitStack() as children:
        for share in shares:
            children.enter_context(_child(share, (limits, trusted), came))
        yield from _groups(came, len(shares), stop)


def _shares(feeds: Iterable[Feed], number: int) -> list[list[Feed]]:
    """Return the feeds in at most as many parts, of much the same length, those of a host together."""
    of_host: dict[str, list[Feed]] = defaultdict(list)
    for feed in feeds:
        of_host[host_name(feed.url) or feed.url].append(feed)
    shares: list[list[Feed]] = [[] for _ in range(number)]
    for together in sorted(of_host.values(), key=len, reverse=True):
        min(shares, key=len).extend(together)
    return [share for share in shares if share]


@contextmanager
def _child(share: list[Feed], terms: tuple[Limits, frozenset[str]], came: _Came) -> Iterator[None]:
    """Let a child read these feeds, and put what it sends into the queue, until the block is left."""
    with subprocess.Popen(
        _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        talking = Thread(target=_talk, args=(child, share, terms, came), daemon=True)
        talking.start()
        try:
            yield
        finally:
            child.kill()
            while talking.is_alive():  # it may wait for a place
                with suppress(Empty):
                    came.get(timeout=_GLANCE)
            assert child.stdin is not None
            with suppress(OSError):  # what was not yet written has nobody to go to
                child.stdin.close()


def _talk(
    child: subprocess.Popen[bytes], share: list[Feed], terms: tuple[Limits, frozenset[str]], came: _Came
) -> None:
    """Tell a child what to read, put what it sends into the queue, and None at its end."""
    assert child.stdin is not None
    assert child.stdout is not None
    feeds = {feed.id: feed for feed in share}
    try:
        pickle.dump((share, *terms), child.stdin)
        child.stdin.flush()
        while True:
            feed_id, answer, entries = pickle.load(child.stdout)
            came.put(Gathered(feeds[feed_id], answer, entries))
    except (OSError, EOFError, pickle.UnpicklingError):  # it ended, perhaps in the middle
        came.put(None)


def _groups(came: _Came, children: int, stop: Event) -> Iterator[list[Gathered]]:
    """Yield what has come, up to `AT_ONCE` articles together, until all children ended or `stop` is set."""
    group: list[Gathered] = []
    while children and not stop.is_set():
        try:
            more = came.get(timeout=0 if group else _GLANCE)
        except Empty:
            full = bool(group)
        else:
            if more is None:
                children -= 1
                continue
            group.append(more)
            full = sum(len(one.entries) for one in group) >= AT_ONCE
        if full:
            yield group
            group = []
    if group and not stop.is_set():
        yield group


def main() -> None:
    """Be the child: read which feeds from standard input, write what they answer to standard output."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library may print is no answer
    feeds, limits, trusted = pickle.load(sys.stdin.buffer)
    end_with_parent()
    for feed, answer, entries in _read(feeds, Event(), limits, trusted):
        pickle.dump((feed.id, answer, entries), answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()


if __name__ == "__main__":
    main()
