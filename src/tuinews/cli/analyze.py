"""`tuinews analyze`: the quotations and people of any text, for scripts, and for the reader itself."""

import json
import sys
from collections.abc import Mapping
from io import TextIOWrapper
from typing import TYPE_CHECKING, Any

from tuinews.cli.command import Command, reading
from tuinews.home import Home

if TYPE_CHECKING:
    import argparse


def _arguments(parser: "argparse.ArgumentParser") -> None:
    parser.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="a text file; - is standard input"
    )
    parser.add_argument("--language", default="", metavar="TAG", help="the text's language (en, de, ...)")
    form = parser.add_mutually_exclusive_group()
    form.add_argument(
        "--json", action="store_true", help="print one JSON object with the text and all offsets"
    )
    form.add_argument(
        "--jsonl",
        action="store_true",
        help='read lines of {"id", "text"}, write a line of {"id", "quotes", "people"} for each, in order',
    )


def _run(chosen: Any, home: Home) -> int:
    from tuinews.text import jsonl

    with reading(chosen.file) as file:
        # newline="": offsets are into exactly the given text, so its line ends stay as they are.
        source = TextIOWrapper(file, encoding="utf-8", errors="replace", newline="")
        if chosen.jsonl:
            return jsonl.analyze_jsonl(source, sys.stdout, sys.stderr)
        answer = jsonl.analyze_json(source.read(), chosen.language)
    if chosen.json:
        print(json.dumps(answer, ensure_ascii=False))
    else:
        _print(answer)
    return 0


def _print(answer: Mapping[str, Any]) -> None:
    from tuinews.text.wash import wash, wash_line

    for quote in answer["quotes"]:
        print(f"{quote['speaker'] or '?'}: {' '.join(wash(quote['text']).split())}")
    for person in answer["people"]:
        print(f"@ {wash_line(person['name'])} ({len(person['mentions'])})")


ANALYZE = Command(
    name="analyze",
    help="find the quotations, their speakers and the people in a text",
    examples=(
        "tuinews analyze article.txt",
        "tuinews analyze article.txt --json | jq '.quotes[] | select(.speaker)'",
        """echo '{"id": 1, "text": "\\u201cYes,\\u201d said Ada Brook."}' | tuinews analyze --jsonl""",
    ),
    arguments=_arguments,
    run=_run,
    more=" Offsets are code points into exactly the given text.",
)
