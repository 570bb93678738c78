"""Long text on a terminal is given to the user's pager; in a pipe it is printed as it is."""

import os
import shlex
import subprocess
import sys
from collections.abc import Iterable
from contextlib import suppress
from shutil import get_terminal_size, which


def page(lines: Iterable[str]) -> None:
    """Print lines, through `$PAGER` (or less, or more) where they are more than the terminal shows."""
    kept = list[str]()
    lines = iter(lines)
    command = _command()
    if command:
        width, height = get_terminal_size()
        rows = 0
        for line in lines:
            kept.append(line)
            rows += 1 + len(line) // max(width, 1)
            if rows >= height:
                if _through(command, kept, lines):
                    return
                break
    for part in (kept, lines):
        for line in part:
            print(line)


def _through(command: list[str], kept: list[str], lines: Iterable[str]) -> bool:
    """Whether the pager could be started; what it was not given by then was not wanted."""
    # UTF-8 whatever the locale, as everything printed here is.
    environment = {**os.environ, "LESSCHARSET": "utf-8"}
    try:
        child = subprocess.Popen(command, stdin=subprocess.PIPE, env=environment)
    except OSError:
        return False
    assert child.stdin is not None
    with suppress(BrokenPipeError), child.stdin as pipe:
        for part in (kept, lines):
            for line in part:
                pipe.write(f"{line}\n".encode("utf-8", "replace"))
    child.wait()
    return True


def _command() -> list[str]:
    """The pager's words; empty where there is no terminal to page on, or the user wants none."""
    if not (sys.stdout.isatty() and sys.stdin.isatty()) or os.environ.get("TERM", "dumb") == "dumb":
        return []
    wanted = os.environ.get("PAGER")
    if wanted is None:
        return next(([name] for name in ("less", "more") if which(name)), [])
    try:
        return shlex.split(wanted)
    except ValueError:  # a quotation mark without its fellow
        return []
