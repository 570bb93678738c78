"""Articles, views and quotations as files and as text for other programs.

One table of formats for the interface and the shell. Everything is made part by part, so that a view of
100,000 articles takes no more memory than one.
"""

from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import NamedTuple

from tuinews.model import Analysis, Article
from tuinews.sharing import html, values
from tuinews.sharing.files import ExistsError, save
from tuinews.sharing.markdown import as_markdown
from tuinews.sharing.names import file_name
from tuinews.sharing.quotations import QUOTE_FORMS
from tuinews.sharing.text import WIDTH, as_text

__all__ = [
    "FORMS",
    "QUOTE_FORMS",
    "WIDTH",
    "ExistsError",
    "Form",
    "as_markdown",
    "as_text",
    "file_name",
    "save",
]

Read = tuple[Article, Analysis | None]


class Form(NamedTuple):
    """A format of articles: its name for people, the suffix of its files, and what writes it.

    `analysed` says that it tells who said what, and wants the analysis for that. `whole` writes articles
    under the title of their view, part by part; one article by itself has no such title.
    """

    title: str
    suffix: str
    analysed: bool
    one: Callable[[Article, Analysis | None], str]
    whole: Callable[[str, Iterable[Read]], Iterator[str]]


def _markdown(title: str, articles: Iterable[Read]) -> Iterator[str]:
    from tuinews.citing import escaped

    yield f"# {escaped(' '.join(title.split()))}\n"
    for article, analysis in articles:
        yield "\n" + as_markdown(article, analysis, 2)


def _text(title: str, articles: Iterable[Read]) -> Iterator[str]:
    yield f"{title}\n"
    for article, analysis in articles:
        yield f"\n{'=' * WIDTH}\n\n{as_text(article, analysis)}"


def _html_one(article: Article, analysis: Analysis | None) -> str:
    return html.head(article.title, article.language) + html.as_element(article, analysis) + html.FOOT


def _html(title: str, articles: Iterable[Read]) -> Iterator[str]:
    yield html.head(title) + f"<h1>{escape(title)}</h1>\n"
    for article, analysis in articles:
        yield html.as_element(article, analysis, 2)
    yield html.FOOT


def _json_one(article: Article, analysis: Analysis | None) -> str:
    return values.line(values.of_article(article, analysis)) + "\n"


def _json(title: str, articles: Iterable[Read]) -> Iterator[str]:
    return values.array(values.of_article(*read) for read in articles)


FORMS: dict[str, Form] = {
    "markdown": Form("Markdown", ".md", False, as_markdown, _markdown),
    "text": Form("Text, as for a mail", ".txt", True, as_text, _text),
    "html": Form("HTML", ".html", True, _html_one, _html),
    "json": Form("JSON", ".json", True, _json_one, _json),
}
"""The formats of articles by name."""
