"""Many feeds fetched, read and prepared for the store beside the program, in a child process.

    parent --feeds--> [child: fetch -> read -> clean -> prepare] --one answer a feed--> parent: store

Storing waits for SQLite, which lets other threads run; all else that an answer costs is Python, and in a
thread it would hold up the interface and the writer. The child is a plain
subprocess, as the analyst's is and for the same reason. It ends by itself when its standard input closes,
however the parent ends.
"""

import os
import pickle
import subprocess
import sys
from collections.abc import Collection, Generator, Iterator
from contextlib import suppress
from queue import Empty, Queue
from threading import Event, Thread
from typing import IO, NamedTuple

from tuinews.limits import DEFAULT_LIMITS, Limits
from tuinews.model import Failed, Feed, Fetched
from tuinews.sources import fetch_all
from tuinews.store.prepared import Prepared, prepare_all
from tuinews.text.links import without_credentials

FEW = 8  # feeds: starting a child takes 0.3 s, reading so many here as long
AHEAD = 16  # answers that wait for the store, of some 300 KB each
AT_ONCE = 500  # articles: those that wait are stored together, up to so many
_GLANCE = 0.05  # seconds: how soon a stop is noticed
_COMMAND = (sys.executable, "-m", "tuinews.gathering")


class Gathered(NamedTuple):
    """What one feed answered; `entries` are those of the answer, prepared for the store."""

    feed: Feed
    answer: Fetched | Failed
    entries: tuple[Prepared, ...] = ()


_Came = Queue[Gathered | None]


def gather(
    feeds: Collection[Feed], stop: Event, limits: Limits = DEFAULT_LIMITS
) -> Generator[list[Gathered]]:
    """Yield what the feeds answer as it comes, what has come by then in one list.

    Ends soon after `stop` is set, leaving the rest out. When the child dies over a feed, another goes on with
    the feeds that are left; when one dies without any answer, these count as failed.
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


def _read(feeds: Collection[Feed], stop: Event, limits: Limits) -> Iterator[Gathered]:
    for feed, answer in fetch_all(feeds, stop, limits):
        if isinstance(answer, Failed):
            yield Gathered(feed, answer)
            continue
        prepared = prepare_all(answer.entries)
        # The same objects twice: the child sends them once.
        yield Gathered(feed, answer._replace(entries=tuple(one.entry for one in prepared)), prepared)


def _beside(feeds: dict[int, Feed], stop: Event, limits: Limits) -> Iterator[list[Gathered]]:
    """Yield what a child sends until it ends."""
    came: _Came = Queue(AHEAD)
    with subprocess.Popen(
        _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        receiving = Thread(target=_receive, args=(child.stdout, feeds.copy(), came), daemon=True)
        receiving.start()
        try:
            with suppress(OSError):  # it has ended: no answer will come
                pickle.dump((list(feeds.values()), limits), child.stdin)
                child.stdin.flush()
            yield from _groups(came, stop)
        finally:
            child.kill()
            while receiving.is_alive():  # it may wait for a place
                with suppress(Empty):
                    came.get(timeout=_GLANCE)
            with suppress(OSError):  # what was not yet written has nobody to go to
                child.stdin.close()


def _groups(came: _Came, stop: Event) -> Iterator[list[Gathered]]:
    """Yield what has come, up to `AT_ONCE` articles together, until None comes or `stop` is set."""
    group: list[Gathered] = []
    while not stop.is_set():
        try:
            more = came.get(timeout=0 if group else _GLANCE)
        except Empty:
            more = None
            if not group:
                continue
        else:
            if more is None:
                break
            group.append(more)
        if more is None or sum(len(one.entries) for one in group) >= AT_ONCE:
            yield group
            group = []
    if group and not stop.is_set():
        yield group


def _receive(stream: IO[bytes], feeds: dict[int, Feed], came: _Came) -> None:
    """Put what the child sends into the queue, and None at its end."""
    try:
        while True:
            feed_id, answer, entries = pickle.load(stream)
            came.put(Gathered(feeds[feed_id], answer, entries))
    except (EOFError, pickle.UnpicklingError):  # it ended, perhaps in the middle
        came.put(None)


def _end_with_parent() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


def main() -> None:
    """Be the child: read which feeds from standard input, write what they answer to standard output."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library may print is no answer
    feeds, limits = pickle.load(sys.stdin.buffer)
    Thread(target=_end_with_parent, daemon=True).start()
    for feed, answer, entries in _read(feeds, Event(), limits):
        pickle.dump((feed.id, answer, entries), answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()


if __name__ == "__main__":
    main()
