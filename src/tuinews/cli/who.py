"""`tuinews quotes, people`: the index of who said what, for scripts and notebooks."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any

from tuinews.citing import day
from tuinews.cli.command import Command, add_json, print_json
from tuinews.cli.reading import add_query, analyse, open_library
from tuinews.cli.writing import QUOTE_FORMS, add_output, form_for, put, tell_nothing
from tuinews.home import Home

if TYPE_CHECKING:
    import argparse

    from tuinews.model import QuoteRow


def _quotes_arguments(parser: "argparse.ArgumentParser") -> None:
    add_query(parser)
    parser.add_argument("--person", default="", metavar="NAME", help="only what this person said")
    add_json(parser, "the quotations")
    add_output(parser, QUOTE_FORMS, "the quotations")


def _quotes(chosen: Any, home: Home) -> int:
    sought = " ".join(chosen.query)
    if chosen.person:
        name = chosen.person.replace('"', " ")
        sought = f'({sought}) said:"{name}"' if sought else f'said:"{name}"'
    with open_library(home) as library:
        analyse(library)
        rows = library.search.quotes(sought)
        if chosen.format or chosen.output:
            return _write(rows, chosen)
        if chosen.json:
            from tuinews.sharing.values import of_quotation

            found = print_json(map(of_quotation, rows))
        else:
            found = _print_lines(rows)
    return 0 if found else 1


def _write(rows: "Iterator[QuoteRow]", chosen: Any) -> int:
    from tuinews import sharing

    form = form_for(chosen, sharing.QUOTE_FORMS)
    first = next(rows, None)
    if first is None:
        return tell_nothing(chosen)
    put(sharing.QUOTE_FORMS[form].whole(chain([first], rows)), chosen)
    return 0


QUOTES = Command(
    name="quotes",
    help="print quotations with their speakers and sources, newest first",
    examples=(
        "tuinews quotes --person okafor",
        "tuinews quotes 'quote:\"the bridge\" after:2026-08' --output bridge.csv",
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


def _print_lines(rows: "Iterable[QuoteRow]") -> int:
    count = 0
    for row in rows:
        print(f"{day(row.published)}\t{row.speaker or '?'}\t{' '.join(row.text.split())}\t{row.source}")
        count += 1
    return count
