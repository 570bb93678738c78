"""`tuinews search`: finding articles, and writing what was found."""

import re
import sys
from array import array
from collections.abc import Iterator
from threading import Event
from typing import TYPE_CHECKING, Any

from tuinews.citing import day
from tuinews.cli.command import Command, add_json, print_json, with_progress
from tuinews.cli.writing import ARTICLE_FORMS, add_output, form_for, put, tell_nothing
from tuinews.errors import AnalysisError
from tuinews.home import Home

if TYPE_CHECKING:
    import argparse

    from tuinews.library import Library
    from tuinews.model import Headline

LATE = 1000  # articles to be indexed before an answer, at which that is told: half a second
PAGE = 500  # headlines read at a time: a long answer streams and memory stays flat

# Operators that ask the analysis: they wait for it, where words alone do not.
_WHO = re.compile(r"\b(person|who|said|speaker|quote|q|quotes|has|saved):")


def open_library(home: Home) -> "Library":
    """Open the user's library; one that was never opened before reads its samples first."""
    from tuinews.cli.library import opened

    library = opened(home)
    if library.is_samples_only and not library.articles.counts().all:
        for _ in library.refresh(due_only=True):
            pass
    return library


def analyse(library: "Library") -> None:
    """Analyse what is still waiting, so that an answer about people and quotations is whole."""
    for done in library.analyse_pending(Event()):
        if isinstance(done, AnalysisError):
            print(f"tuinews: {done}", file=sys.stderr)


def add_query(parser: "argparse.ArgumentParser") -> None:
    """Add the QUERY argument: words of the search language, joined by spaces."""
    parser.add_argument("query", nargs="*", metavar="QUERY", help="a search (the README has the language)")


def _search_arguments(parser: "argparse.ArgumentParser") -> None:
    add_query(parser)
    add_json(parser, "the articles found, without their texts,")
    add_output(parser, ARTICLE_FORMS, "the articles found, whole,")


def _search(chosen: Any, home: Home) -> int:
    found, sought = 0, " ".join(chosen.query)
    with open_library(home) as library:
        if _WHO.search(sought):
            analyse(library)
        if chosen.format or chosen.output:
            return _write(library, sought, chosen)
        tell_late(library, sought)
        listed = headlines(library, sought)
        if chosen.json:
            from tuinews.sharing.values import of_headline

            found = print_json(map(of_headline, listed))
        else:
            for headline in listed:
                found += 1
                print(f"{headline.id}\t{day(headline.published)}\t{headline.source}\t{headline.title}")
    return 0 if found else 1


def tell_late(library: "Library", sought: str) -> None:
    """Say, where somebody looks on, why an answer takes seconds: much came, and is to be indexed first."""
    late = library.search.waiting(sought)
    if late >= LATE and sys.stderr.isatty():
        print(f"Indexing {late:,} new articles…", file=sys.stderr, flush=True)


def _write(library: "Library", sought: str, chosen: Any) -> int:
    """Write the articles found, whole; raises TuinewsError before the search for what cannot be written."""
    from tuinews.exporting import articles
    from tuinews.sharing import FORMS

    form = form_for(chosen, FORMS)
    ids = array("q")
    for chunk in library.search.ids(sought):
        ids += chunk
    if not ids:
        return tell_nothing(chosen)
    steps = with_progress(iter(ids), len(ids), "Writing") if chosen.output else ids
    put(articles(library, steps, form, sought or "All articles", Event()), chosen)
    return 0


def headlines(library: "Library", sought: str) -> "Iterator[Headline]":
    """Give the headlines of what a search finds, a page at a time."""
    for ids in library.search.ids(sought):
        for start in range(0, len(ids), PAGE):
            yield from library.articles.headlines(ids[start : start + PAGE])


SEARCH = Command(
    name="search",
    help="print the articles that a search finds, newest first",
    examples=(
        "tuinews search ferry harbour",
        "tuinews search 'said:okafor quote:\"the bridge\" after:2026-08'",
        "tuinews search 'is:unread limit:20' --json | jq -r '.[].title'",
        "tuinews search tag:dossier --output dossier.html",
    ),
    arguments=_search_arguments,
    run=_search,
    more=(
        " One line an article: its number (for `tuinews show`), date, source, title, parted by tabs; "
        "with --output or --format, the articles themselves. "
        "The exit status is 1 when nothing is found. A query that begins with a minus follows `--`."
    ),
)
