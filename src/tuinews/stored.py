"""All that is stored of an article, as text to be looked at: what its source said of it, and its marks."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from tuinews.library import Library
from tuinews.model import Article, MarkKind
from tuinews.sharing import as_markdown
from tuinews.text.links import without_credentials


def stored(library: Library, article_id: int) -> str:
    """Return what the library holds of an article, a line for each thing, then its text as Markdown.

    Passwords in the feed's address are left out. Empty when there is no article of this id.
    """
    article = library.articles.get(article_id)
    if article is None:
        return ""
    feed = without_credentials(library.feeds.get(article.feed_id).url)
    told = [
        f"{name}: {value}" for name, value in _told(article, feed, library.articles.guid(article_id)) if value
    ]
    return "\n".join([*told, "", as_markdown(article)])


def _told(article: Article, feed: str, guid: str) -> Iterator[tuple[str, str]]:
    yield "title", article.title
    yield "address", article.url
    yield "author", article.author
    yield "source", article.source
    yield "feed", feed
    yield "guid", guid
    yield "published", _moment(article.published)
    yield "changed", _moment(article.changed) if article.changed else ""
    yield "language", article.language
    yield "also in", ", ".join(article.also)
    yield "tags", ", ".join(article.tags)
    yield "length", f"{len(article.text):,} characters"
    counts = Counter(str(mark.kind) for mark in article.marks)
    yield "marks", ", ".join(f"{kind} {number:,}" for kind, number in sorted(counts.items()))
    for file in article.enclosures:
        about = (file.url, file.type, f"{file.length:,} bytes" if file.length else "")
        yield "enclosure", "  ".join(part for part in about if part)
    for mark in article.marks:
        if mark.kind is MarkKind.IMAGE:
            yield "image", mark.value


def _moment(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds).astimezone():%Y-%m-%d %H:%M:%S %z}"
