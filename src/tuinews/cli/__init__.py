"""The command line: reads the arguments, asks the library, prints; starts the interface to read."""

import sys
import time
from collections.abc import Sequence
from io import TextIOWrapper
from typing import TYPE_CHECKING

from tuinews.errors import TuinewsError
from tuinews.home import Home

if TYPE_CHECKING:
    from tuinews.cli.command import Chosen

OK, NOTHING, WRONG, INTERRUPTED = 0, 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 nothing found or something failed, 2 misuse.

    A failure is one sentence on standard error. A bug's traceback goes to the log file, never to the user.
    """
    _write_utf8()
    chosen = _chosen(sys.argv[1:] if arguments is None else arguments)
    home = Home.find(chosen.home)
    try:
        return chosen.command.run(chosen, home)
    except TuinewsError as error:
        print(f"tuinews: {error}", file=sys.stderr)
        return NOTHING
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output went away (`tuinews search x | head`): that is its right. Closing
        # here keeps the interpreter from complaining when it flushes at exit.
        sys.stderr.close()
        return OK
    except Exception:  # noqa: BLE001  the one place where a bug is caught, to keep its trace off the screen
        return _report_bug(home)


def _chosen(arguments: Sequence[str]) -> "Chosen":
    """Plain `tuinews` is the reader, whose start does not wait for the parser of the command line."""
    if arguments:
        from tuinews.cli.arguments import parse

        return parse(arguments)
    from tuinews.cli.command import Chosen
    from tuinews.cli.opening import OPEN

    return Chosen(command=OPEN, sources=[], plain=False)


def _write_utf8() -> None:
    """Print UTF-8 whatever the locale; half a character (a lone surrogate) is printed as JSON escapes it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _report_bug(home: Home) -> int:
    import traceback

    trace = traceback.format_exc()
    try:
        home.log.parent.mkdir(parents=True, exist_ok=True)
        with home.log.open("a", encoding="utf-8") as log:
            log.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')}\n{trace}\n")
        where = f"the details are in {home.log}"
    except OSError:
        where = trace.strip().splitlines()[-1]
    print(f"tuinews: this is a bug in tuinews, nothing stored is lost; {where}", file=sys.stderr)
    return NOTHING
