"""`tuinews quotes, people`: the index of who said what, for scripts and notebooks."""

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from tuinews.cli.command import Command, add_json, day, print_json
from tuinews.cli.reading import add_query, analyse, open_library
from tuinews.home import Home

if TYPE_CHECKING:
    import argparse

    from tuinews.model import QuoteRow

FIELDS = ("speaker", "text", "published", "source", "title", "article_id", "start", "end")


def _quotes_arguments(parser: "argparse.ArgumentParser") -> None:
    add_query(parser)
    parser.add_argument("--person", default="", metavar="NAME", help="only what this person said")
    form = parser.add_mutually_exclusive_group()
    add_json(form, "the quotations")
    form.add_argument("--csv", action="store_true", help="print them as CSV with a header")
    form.add_argument("--markdown", action="store_true", help="print them as Markdown, with their sources")


def _quotes(chosen: Any, home: Home) -> int:
    sought = " ".join(chosen.query)
    if chosen.person:
        name = chosen.person.replace('"', " ")
        sought = f'({sought}) said:"{name}"' if sought else f'said:"{name}"'
    with open_library(home) as library:
        analyse(library)
        rows = library.search.quotes(sought)
        if chosen.json:
            found = print_json(map(_fields, rows))
        elif chosen.csv:
            found = _print_csv(rows)
        else:
            found = _print_lines(_markdown(rows) if chosen.markdown else _lines(rows))
    return 0 if found else 1


QUOTES = Command(
    name="quotes",
    help="print quotations with their speakers and sources, newest first",
    examples=(
        "tuinews quotes --person okafor",
        "tuinews quotes 'quote:\"the bridge\" after:2026-08' --csv > bridge.csv",
        "tuinews quotes feed:courier --json | jq -r '.[] | [.speaker, .text] | @tsv'",
    ),
    arguments=_quotes_arguments,
    run=_quotes,
    more=(
        " Where the query has said: or quote:, only the quotations that fulfil it. "
        "The exit status is 1 when there is none."
    ),
)


def _people_arguments(parser: "argparse.ArgumentParser") -> None:
    add_query(parser)
    add_json(parser, "the people")


def _people(chosen: Any, home: Home) -> int:
    with open_library(home) as library:
        analyse(library)
        rows = library.search.people(" ".join(chosen.query))
    if chosen.json:
        print_json({"name": row.name, "articles": row.articles, "quotes": row.quotes} for row in rows)
    else:
        for row in rows:
            print(f"{row.articles}\t{row.quotes}\t{row.name}")
    return 0 if rows else 1


PEOPLE = Command(
    name="people",
    help="print the people named, with their numbers of articles and quotations",
    examples=(
        "tuinews people",
        "tuinews people 'harbour after:2026-09'",
        "tuinews people --json | jq '.[:10]'",
    ),
    arguments=_people_arguments,
    run=_people,
    more=" With a query, those named in the articles it finds.",
)


def _fields(row: "QuoteRow") -> dict[str, object]:
    return {name: getattr(row, name) for name in FIELDS}


def _print_lines(lines: Iterator[str]) -> int:
    count = 0
    for line in lines:
        print(line)
        count += 1
    return count


def _lines(rows: "Iterable[QuoteRow]") -> Iterator[str]:
    for row in rows:
        yield f"{day(row.published)}\t{row.speaker or '?'}\t{' '.join(row.text.split())}\t{row.source}"


def _markdown(rows: "Iterable[QuoteRow]") -> Iterator[str]:
    from tuinews.citing import escaped

    for row in rows:
        text, speaker, title, source = map(escaped, (row.text, row.speaker, row.title, row.source))
        yield from (f"> {line}".rstrip() for line in text.splitlines())
        yield f">\n> — {speaker or 'speaker not named'}, *{title}*, {source}, {day(row.published)}\n"


def _print_csv(rows: "Iterable[QuoteRow]") -> int:
    import csv

    writer = csv.DictWriter(sys.stdout, FIELDS)
    writer.writeheader()
    count = 0
    for row in rows:
        count += 1
        writer.writerow({name: _harmless(value) for name, value in _fields(row).items()})
    return count


def _harmless(value: object) -> object:
    """Return a cell that no spreadsheet runs as a formula (OWASP, CSV injection)."""
    return (
        f"'{value}"
        if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
        else value
    )
