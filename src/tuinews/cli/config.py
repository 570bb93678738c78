"""`tuinews config`: the file of settings, written on demand and checked."""

import sys
from typing import TYPE_CHECKING, Any

from tuinews.cli.command import Command
from tuinews.errors import SettingsError
from tuinews.home import Home

if TYPE_CHECKING:
    import argparse


def _arguments(parser: "argparse.ArgumentParser") -> None:
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--init", action="store_true", help="write the file with every setting explained")
    what.add_argument("--check", action="store_true", help="tell what is wrong in it, by line and key")
    what.add_argument("--path", action="store_true", help="print where it is")


def _run(chosen: Any, home: Home) -> int:
    if chosen.path:
        print(home.settings)
        return 0
    if chosen.init:
        return _init(home)
    if chosen.check:
        return _check(home)
    from tuinews.settings import commented

    if home.settings.is_file():
        print(home.settings.read_text(encoding="utf-8", errors="replace"), end="")
    else:
        print(commented(), end="")
    return 0


def _init(home: Home) -> int:
    from tuinews.settings import commented

    try:
        home.settings.parent.mkdir(parents=True, exist_ok=True)
        with home.settings.open("x", encoding="utf-8") as file:
            file.write(commented())
    except FileExistsError as error:
        raise SettingsError(f"{home.settings} is there already; it is left as it is.") from error
    except OSError as error:
        raise SettingsError(f"{home.settings} cannot be written: {error.strerror or error}.") from error
    print(f"{home.settings} is written; every line in it is a comment until you change it.")
    return 0


def _check(home: Home) -> int:
    from tuinews.ui.wishes import read

    _, problems = read(home.settings)
    for problem in problems:
        print(problem, file=sys.stderr)
    if not problems:
        there = home.settings.is_file()
        print(f"{home.settings} is {'in order' if there else 'not there; the defaults hold'}.")
    return 1 if problems else 0


CONFIG = Command(
    name="config",
    help="print, write or check the file of settings",
    examples=(
        "tuinews config --init",
        "tuinews config --check",
        "$EDITOR $(tuinews config --path)",
    ),
    arguments=_arguments,
    run=_run,
    more=" Without an option it is printed; before it is written, what it would be.",
)
