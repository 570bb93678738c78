"""`tuinews show`: articles by their numbers, printed, marked in words, or written to files."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tuinews.cli.command import Command, add_json
from tuinews.cli.reading import open_library
from tuinews.cli.writing import ARTICLE_FORMS, add_output, form_for, put, save_to
from tuinews.errors import TuinewsError
from tuinews.home import Home
from tuinews.plural import counted

if TYPE_CHECKING:
    import argparse

    from tuinews.library import Library
    from tuinews.model import Analysis, Article
    from tuinews.sharing import Form

    Read = tuple[Article, Analysis | None]


def _arguments(parser: "argparse.ArgumentParser") -> None:
    parser.add_argument(
        "id", type=int, nargs="+", metavar="ID", help="an article's number, from `tuinews search`"
    )
    parser.add_argument("--full", action="store_true", help="fetch the whole article from its page first")
    parser.add_argument("--earlier", action="store_true", help="what it said before its source changed it")
    parser.add_argument("--plain", action="store_true", help="mark quotations and people in words")
    add_json(parser, "the article with its quotations and people")
    add_output(parser, ARTICLE_FORMS, "it", "FILE|DIR")


def _run(chosen: Any, home: Home) -> int:
    from tuinews.sharing import FORMS

    is_folder = bool(chosen.output) and Path(chosen.output).expanduser().is_dir()
    if is_folder and not (chosen.format or chosen.json):
        chosen.format = "markdown"
    name = form_for(chosen, FORMS) if chosen.output or chosen.format or chosen.json else ""
    with open_library(home) as library:
        form = FORMS[name] if name else None
        articles = _articles(library, chosen, analysed=form.analysed if form else chosen.plain)
        if form is None:
            _print(articles, plain=chosen.plain)
        elif is_folder:
            _save_each(articles, Path(chosen.output).expanduser(), form, over=chosen.force)
        elif chosen.output and len(chosen.id) > 1:
            put(form.whole(counted(len(chosen.id), "article"), articles), chosen)
        else:
            put((form.one(*read) for read in articles), chosen)
    return 0


def _articles(library: "Library", chosen: Any, *, analysed: bool) -> "Iterator[Read]":
    """Yield the articles; raises TuinewsError at a number that is none."""
    for article_id in chosen.id:
        if chosen.full:
            _fetch_page(library, article_id)
        article = library.articles.get(article_id)
        if article is None:
            raise TuinewsError(
                f"There is no article {article_id}; `tuinews search` prints the numbers there are."
            )
        # Who said what is known of the text that is shown, and of no other.
        if chosen.earlier:
            yield _earlier(library, article), None
        else:
            yield article, library.analysis(article_id) if analysed else None


def _print(articles: "Iterator[Read]", *, plain: bool) -> None:
    from tuinews.cli.pager import page
    from tuinews.sharing.linear import linear

    lines: Iterator[str] = (
        line
        for number, read in enumerate(articles)
        for line in (*(["", ""] if number else []), *linear(*read))
    )
    if plain:
        page(lines)
    else:
        for line in lines:
            print(line)


def _save_each(articles: "Iterator[Read]", folder: Path, form: "Form", *, over: bool) -> None:
    """Write each article to a file of its own; of two with one title the second gets a number."""
    from tuinews.sharing import file_name

    taken: set[str] = set()
    for article, analysis in articles:
        name, number = file_name(article.title, form.suffix), 1
        while name.casefold() in taken:
            number += 1
            name = file_name(article.title, f" ({number}){form.suffix}")
        taken.add(name.casefold())
        save_to(folder / name, [form.one(article, analysis)], over=over)


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
    help="print articles, or save them as Markdown, text, HTML or JSON",
    examples=(
        "tuinews show 17922378000000",
        "tuinews show 17922378000000 --plain",
        "tuinews show 17922378000000 17922378000001 --output both.html",
        "tuinews show 17922378000000 --json | jq '.quotes[].speaker'",
    ),
    arguments=_arguments,
    run=_run,
)
