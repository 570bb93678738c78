"""Articles, headlines and quotations as plain values, and these as JSON: for the shell and for files."""

import json
from collections.abc import Iterable, Iterator, Mapping

from tuinews.model import Analysis, Article, Headline, QuoteRow

QUOTE_FIELDS = ("speaker", "text", "published", "source", "title", "url", "article_id", "start", "end")


def of_article(article: Article, analysis: Analysis | None = None) -> dict[str, object]:
    """Return an article with its quotations and people; offsets are code points of its text."""
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
        **plain(article.text, analysis or Analysis()),
    }


def of_headline(headline: Headline) -> dict[str, object]:
    """Return what a list shows of an article."""
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


def of_quotation(row: QuoteRow) -> dict[str, object]:
    """Return a quotation with its speaker and where it stands."""
    return {name: getattr(row, name) for name in QUOTE_FIELDS}


def line(value: Mapping[str, object]) -> str:
    """Return an object as one line of JSON; half a character (a lone surrogate) is escaped."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace").decode()


def array(rows: Iterable[Mapping[str, object]]) -> Iterator[str]:
    """Yield a JSON array with one object a line, each as soon as it is known."""
    before = "["
    for row in rows:
        yield f"{before}{line(row)}\n"
        before = ","
    yield "[]\n" if before == "[" else "]\n"
