"""From the words typed after `tuinews` to the command to run: the parser, made from the table of commands."""

import argparse
from collections.abc import Sequence
from typing import NoReturn

from tuinews import __version__
from tuinews.cli.command import Chosen
from tuinews.cli.opening import OPEN


class _Parser(argparse.ArgumentParser):
    """An argument parser whose complaint is one sentence and a way on."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}; `{self.prog} --help` shows how it is used.\n")


def parse(arguments: Sequence[str]) -> Chosen:
    """Return what was typed; `tuinews PATH...` is short for `tuinews open PATH...`.

    Raises SystemExit with status 0 after --help or --version, 2 after a misuse.
    """
    from tuinews.cli.commands import COMMANDS

    words = list(arguments)
    parser = build()
    place = _first_word(words)
    names = {command.name for command in COMMANDS}
    asks = any(word in ("-h", "--help", "--version") for word in words[:place])
    if not asks and (place == len(words) or words[place] not in names):
        words.insert(0, OPEN.name)
    return parser.parse_args(words, namespace=Chosen())


def _first_word(words: Sequence[str]) -> int:
    """Return the place of the first word that is neither an option nor the value of --home."""
    place = 0
    while place < len(words):
        word = words[place]
        if word == "--home":
            place += 2
        elif word.startswith("-") and word != "-":
            place += 1
        else:
            return place
    return len(words)


def build() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    from tuinews.cli.commands import COMMANDS

    parser = _Parser(
        prog="tuinews",
        description="The terminal news reader that knows who said what.",
        usage="tuinews [--home DIR] [--plain] [PATH|URL|- ...]\n       tuinews [--home DIR] COMMAND ...",
        epilog=_examples(OPEN.examples) + "\n\n`tuinews COMMAND --help` explains a command.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"tuinews {__version__}")
    _add_home(parser)
    places = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser, prog="tuinews")
    for command in COMMANDS:
        one = places.add_parser(
            command.name,
            help=command.help,
            description=command.help[0].upper() + command.help[1:] + "." + command.more,
            epilog=_examples(command.examples),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        _add_home(one)
        command.arguments(one)
        one.set_defaults(command=command)
    return parser


def _add_home(parser: argparse.ArgumentParser) -> None:
    # SUPPRESS, so that a subcommand's default does not undo `tuinews --home DIR search`.
    parser.add_argument(
        "--home",
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="keep everything in DIR (or in $TUINEWS_HOME) instead of the platform's folders",
    )


def _examples(examples: Sequence[str]) -> str:
    return "examples:\n" + "\n".join(f"  {example}" for example in examples)
