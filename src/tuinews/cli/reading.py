"""`tuinews search, show`: finding articles and printing them."""

import re
import sys
from collections.abc import Iterator
from threading import Event
from typing import TYPE_CHECKING, Any

from tuinews.cli.command import Command, add_json, day, print_json
from tuinews.errors import AnalysisError, TuinewsError
from tuinews.home import Home

if TYPE_CHECKING:
    import argparse

    from tuinews.library import Library
    from tuinews.model import Analysis, Article, Headline

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


def _search(chosen: Any, home: Home) -> int:
    found, sought = 0, " ".join(chosen.query)
    with open_library(home) as library:
        if _WHO.search(sought):
            analyse(library)
        listed = headlines(library, sought)
        if chosen.json:
            found = print_json(map(telling, listed))
        else:
            for headline in listed:
                found += 1
                print(f"{headline.id}\t{day(headline.published)}\t{headline.source}\t{headline.title}")
    return 0 if found else 1


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
    ),
    arguments=_search_arguments,
    run=_search,
    more=(
        " One line an article: its number (for `tuinews show`), date, source, title, parted by tabs. "
        "The exit status is 1 when nothing is found. A query that begins with a minus follows `--`."
    ),
)


def _show_arguments(parser: "argparse.ArgumentParser") -> None:
    parser.add_argument(
        "id", type=int, nargs="+", metavar="ID", help="an article's number, from `tuinews search`"
    )
    parser.add_argument("--full", action="store_true", help="fetch the whole article from its page first")
    parser.add_argument("--earlier", action="store_true", help="what it said before its source changed it")
    parser.add_argument("--plain", action="store_true", help="mark quotations and people in words")
    form = parser.add_mutually_exclusive_group()
    add_json(form, "the article with its quotations and people")
    form.add_argument("--format", choices=("markdown", "html", "text"), help="print it in this format")
    form.add_argument(
        "--output",
        metavar="FILE|DIR",
        help="write it to a new file, its format told by .md, .html or .txt; in a folder, named by its title",
    )
    parser.add_argument("--force", action="store_true", help="let --output write over a file that is there")


def _show(chosen: Any, home: Home) -> int:
    import json

    from tuinews.cli.plain import linear
    from tuinews.model import Analysis

    with open_library(home) as library:
        for number, article_id in enumerate(chosen.id):
            if chosen.full:
                _fetch_page(library, article_id)
            article = library.articles.get(article_id)
            if article is None:
                raise TuinewsError(
                    f"There is no article {article_id}; `tuinews search` prints the numbers there are."
                )
            # Who said what is known of the text that is shown, and of no other.
            analysis = Analysis()
            if chosen.earlier:
                article = _earlier(library, article)
            elif chosen.json or chosen.plain:
                analysis = library.analysis(article_id)
            if chosen.output:
                print(_save(article, chosen.output, chosen.force))
                continue
            if chosen.format:
                from tuinews.sharing import FORMATS

                print(FORMATS[chosen.format][1](article), end="")
                continue
            if chosen.json:
                print(json.dumps(_article_fields(article, analysis), ensure_ascii=False))
                continue
            if number:
                print("\n")
            for line in linear(article, analysis if chosen.plain else None):
                print(line)
    return 0


def _save(article: "Article", output: str, over: bool) -> str:
    """Write an article to a file, or into a folder; return the path, raise TuinewsError if it is there."""
    from pathlib import Path

    from tuinews import sharing

    path = Path(output).expanduser()
    if path.is_dir():
        path /= sharing.file_name(article.title, ".md")
    text = sharing.FORMATS[sharing.form_of(path.name)][1](article)
    try:
        sharing.save(path, text, over=over)
    except sharing.ExistsError as error:
        raise TuinewsError(f"{error} --force writes over it.") from None
    return str(path)


def _earlier(library: "Library", article: "Article") -> "Article":
    """Return the article as it was; raises TuinewsError if its source never changed it."""

    from tuinews.store.versions import Kind

    version = library.versions.get(article.id, Kind.EARLIER)
    if version is None:
        raise TuinewsError(f"Article {article.id} has not been changed by its source since it came.")
    return article._replace(title=version.title, text=version.text, marks=version.marks)


def _fetch_page(library: "Library", article_id: int) -> None:
    """Show the page's text from now on, if it is not shown already."""
    from tuinews.library import Text

    outcome = library.full_text(article_id)
    if outcome.share:
        print(f"The page has only {outcome.share:.0%} of the feed's text; it is kept.", file=sys.stderr)
    elif outcome.shown is Text.FEED:
        library.full_text(article_id)


SHOW = Command(
    name="show",
    help="print articles, or save them as Markdown, HTML or text",
    examples=(
        "tuinews show 17922378000000",
        "tuinews show 17922378000000 --plain | less",
        "tuinews show 17922378000000 --output article.html",
        "tuinews show 17922378000000 --json | jq '.quotes[].speaker'",
    ),
    arguments=_show_arguments,
    run=_show,
)


def telling(headline: "Headline") -> dict[str, object]:
    """Return a headline as JSON has it."""
    return {
        "id": headline.id,
        "title": headline.title,
        "source": headline.source,
        "published": headline.published,
        "read": headline.read,
        "starred": headline.starred,
        "also": headline.also,
        "changed": headline.changed,
    }


def _article_fields(article: "Article", analysis: "Analysis") -> dict[str, object]:
    from tuinews.text.jsonl import plain

    return {
        "id": article.id,
        "title": article.title,
        "author": article.author,
        "source": article.source,
        "url": article.url,
        "published": article.published,
        "language": article.language,
        "tags": article.tags,
        "read": article.read,
        "starred": article.starred,
        "also": article.also,
        "changed": article.changed,
        "enclosures": [
            {"url": file.url, "type": file.type, "length": file.length} for file in article.enclosures
        ],
        "text": article.text,
        **plain(article.text, analysis),
    }
