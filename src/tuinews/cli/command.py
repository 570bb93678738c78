"""What a command is: one row of a table, from which the parser, the help and the README are made."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, TypeVar

from tuinews.errors import SourceError
from tuinews.home import Home

if TYPE_CHECKING:
    import argparse

T = TypeVar("T")


class Command(NamedTuple):
    """A command: its name, what it does in a line, examples, its arguments, and the function that does it.

    `run` takes the parsed arguments and the home, and returns the exit status. `more` is said after
    `help` in the command's own help.
    """

    name: str
    help: str
    examples: tuple[str, ...]
    arguments: "Callable[[argparse.ArgumentParser], None]"
    run: Callable[[Any, Home], int]
    more: str = ""


class Chosen(SimpleNamespace):
    """What was typed: the command, the home, and the command's own arguments."""

    command: Command
    home: str | None = None


@contextmanager
def reading(name: str) -> Iterator[BinaryIO]:
    """Give the bytes of a file, or of standard input for "-"; raises SourceError when it cannot be opened."""
    if name == "-":
        yield sys.stdin.buffer
        return
    try:
        file = Path(name).expanduser().open("rb")
    except OSError as error:
        raise SourceError(f"{name} cannot be read: {error.strerror or error}.") from error
    with file:
        yield file


def add_json(parser: "argparse._ActionsContainer", what: str) -> None:
    """Add the --json option; `what` says what is printed then."""
    parser.add_argument("--json", action="store_true", help=f"print {what} as JSON")


def print_json(rows: Iterable[Mapping[str, object]]) -> int:
    """Print a JSON array with one object a line, each as soon as it is known; return how many."""
    from tuinews.sharing.values import array

    count = -1  # the array's end is a part too
    for part in array(rows):
        print(part, end="")
        count += 1
    return count


def with_progress(steps: Iterator[T], total: int, what: str) -> Iterator[T]:
    """Pass the steps on, with a progress bar where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield from steps
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=total)
        for step in steps:
            yield step
            progress.advance(task)
