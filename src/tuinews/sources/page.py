"""The article on a web page, without what stands around it.

trafilatura finds it. Over 40 pages of eight kinds (`python -m tests.benchmarks.fulltext`) its F1 was 0.990,
the worst kind 0.970, in 7 to 14 ms a page; that of readability-lxml 0.989 and 0.965 in 7 ms, of the whole
page 0.815 and 0.529. On public sets trafilatura varies less. It weighs 65 MB with all it needs, and so comes
as an extra.
"""

from threading import Event

from tuinews.errors import SourceError
from tuinews.limits import DEFAULT_LIMITS, Limits
from tuinews.model import Mark, MarkKind
from tuinews.sources.address import shown
from tuinews.sources.decode import decode, is_binary
from tuinews.sources.fetching import fetch_alone
from tuinews.text.clean import clean
from tuinews.text.tame import tamed
from tuinews.text.wash import wash_line

Body = tuple[str, tuple[Mark, ...]]


def fetch_page(
    url: str, stop: Event, *, title: str = "", subscribed: str = "", limits: Limits = DEFAULT_LIMITS
) -> Body:
    """Return text and marks of the article at `url`; a heading that only repeats `title` is left out.

    `subscribed` is the address of the feed that named the page: its host may be in a private network. Raises
    SourceError when the page cannot be read, or there is no article on it.
    """
    accept = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"
    answer = fetch_alone(url, accept, stop, subscribed, limits)
    if is_binary(answer.body):
        raise SourceError(f"{shown(url)} is not a web page.")
    text, marks = extract(decode(answer.body[: limits.article_length]), answer.url, title)
    if not text:
        raise SourceError(f"No article was found on the page {shown(url)}.")
    return text, marks


def extract(html: str, url: str, title: str = "") -> Body:
    """Return text and marks of the article on a page; ("", ()) when there is none."""
    try:
        from trafilatura import extract as find  # 0.25 s to import
    except ImportError:
        raise SourceError(
            "Reading whole pages needs trafilatura: install it with `pip install 'tuinews[fulltext]'`."
        ) from None
    found = find(
        tamed(html),
        output_format="html",
        include_comments=False,
        include_links=True,
        include_images=True,
        include_formatting=True,
    )
    return _without_title(clean(found or "", url), title)


def _without_title(body: Body, title: str) -> Body:
    text, marks = body
    first = next((mark for mark in marks if mark.kind is MarkKind.HEADING and mark.start == 0), None)
    if first is None or wash_line(text[: first.end]).casefold() != title.casefold():
        return body
    rest = text[first.end :].lstrip("\n")
    cut = len(text) - len(rest)
    kept = (mark for mark in marks if mark.start >= cut)
    return rest, tuple(Mark(mark.kind, mark.start - cut, mark.end - cut, mark.value) for mark in kept)
