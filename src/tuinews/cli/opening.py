"""`tuinews` and `tuinews PATH...`: the reader itself, on the library or on what is named."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tuinews.cli.command import Command
from tuinews.errors import SourceError, TuinewsError
from tuinews.home import Home

if TYPE_CHECKING:
    import argparse

    from tuinews.library import Library


def _arguments(parser: "argparse.ArgumentParser") -> None:
    parser.add_argument(
        "sources",
        nargs="*",
        metavar="PATH|URL",
        help="files, folders or feeds to read without subscribing; - is standard input; none is the library",
    )
    parser.add_argument(
        "--plain",
        action="store_true",
        help="read without a full screen: linear text, quotations and people marked in words",
    )


def _run(chosen: Any, home: Home) -> int:
    if chosen.plain:
        return _read_plain(chosen.sources, home)
    import gc

    _require_terminal()
    gc.disable()
    from tuinews.library import Library
    from tuinews.ui import run

    if not chosen.sources:
        with Library(home.data) as library:
            _take_terminal()
            return run(library, settings=home.settings)
    with _passing(chosen.sources) as library:
        _take_terminal()
        return run(library, settings=home.settings)


@contextmanager
def _passing(sources: Sequence[str]) -> "Iterator[Library]":
    """Give a library of these sources that goes when it is left."""
    import tempfile

    from tuinews.library import Library

    with (
        tempfile.TemporaryDirectory(prefix="tuinews-") as folder,
        Library(Path(folder), with_samples=False, is_passing=True) as library,
    ):
        load(library, sources)
        yield library


def _read_plain(sources: Sequence[str], home: Home) -> int:
    """Read the library, or what is named, as linear text."""
    from tuinews.cli.linear import read_all
    from tuinews.cli.reading import open_library

    if not sources:
        with open_library(home) as library:
            return read_all(library)
    with _passing(sources) as library:
        for answer in library.refresh(due_only=True):
            if reason := getattr(answer, "reason", ""):
                print(f"tuinews: {reason}", file=sys.stderr)
        return read_all(library)


def load(library: "Library", named: Sequence[str]) -> None:
    """Read each source into `library`; a source that cannot be read is told on standard error.

    An address is only noted: the reader fetches it, so that its screen does not wait for a server.
    Raises SourceError when nothing could be read.
    """
    from tuinews.model import FeedKind
    from tuinews.sources.locate import locate

    failures: list[str] = []
    for source in named:
        try:
            if source == "-":
                _load_standard_input(library)
                continue
            url, kind = locate(source)
            if kind is FeedKind.WEB:
                library.feeds.add(url, url, kind)
            else:
                library.subscribe(source)
        except SourceError as error:
            failures.append(str(error))
    if len(failures) == len(named):
        raise SourceError(" ".join(failures))
    for failure in failures:
        print(f"tuinews: {failure}", file=sys.stderr)


def _load_standard_input(library: "Library") -> None:
    from tuinews.model import Failed, FeedKind
    from tuinews.sources.local import read_bytes

    if sys.stdin.isatty():
        print("tuinews reads standard input; end it with Ctrl+D.", file=sys.stderr)
    answer = read_bytes(sys.stdin.buffer.read(), "standard input", library.limits)
    if isinstance(answer, Failed):
        raise SourceError(answer.reason)
    library.take(answer, FeedKind.LOCAL)


def _is_served() -> bool:
    """Whether the screen is in a browser (`tuinews serve`): Textual then draws on standard output."""
    return "web_driver" in os.environ.get("TEXTUAL_DRIVER", "")


def _take_terminal() -> None:
    """Make the terminal what Textual draws on and reads keys from, unless the screen is in a browser."""
    if _is_served():
        return
    if not sys.stderr.isatty():  # `tuinews 2>log`: it draws on standard error
        os.dup2(sys.stdout.fileno(), sys.stderr.fileno())
    if sys.stdin.isatty():
        return
    try:  # after a pipe or a file, as `less` does
        terminal = os.open("CON" if os.name == "nt" else "/dev/tty", os.O_RDONLY)
    except OSError as error:
        raise TuinewsError("tuinews has no terminal to read keys from.") from error
    os.dup2(terminal, 0)
    os.close(terminal)


def _require_terminal() -> None:
    if _is_served():
        return
    if not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        raise TuinewsError(
            "the reader needs a terminal that can move its cursor; `tuinews --plain` reads without one, "
            "`tuinews search` and `tuinews show` print plain text (`tuinews --help`)."
        )


OPEN = Command(
    name="open",
    help="read: the library, or files, folders and feeds without subscribing",
    examples=(
        "tuinews                                   your feeds (the samples at first)",
        "tuinews article.txt ~/articles            files and folders, straight away",
        "tuinews https://example.org/feed.xml      a feed, without subscribing",
        "curl -s https://example.org/feed | tuinews -",
        "tuinews --plain                           without a full screen, for a screen reader",
        "tuinews add https://example.org/feed.xml  subscribe",
        "tuinews search 'said:okafor after:2026-08' --json",
    ),
    arguments=_arguments,
    run=_run,
)
