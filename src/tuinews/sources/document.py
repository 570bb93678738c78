"""One file with one article in it (text, Markdown, HTML) becomes an entry."""

from pathlib import PurePath

from selectolax.lexbor import LexborHTMLParser

from tuinews.model import Entry, Mark, MarkKind
from tuinews.sources.decode import decode
from tuinews.sources.head import Head, front_matter, text_head
from tuinews.sources.raw import MAX_AUTHOR, first_words, language_tag
from tuinews.text.clean import clean
from tuinews.text.dates import parse_date
from tuinews.text.links import absolute
from tuinews.text.plain import plain
from tuinews.text.tame import tamed
from tuinews.text.wash import wash, wash_line

Body = tuple[str, tuple[Mark, ...]]

_TITLE_META = ("og:title", "twitter:title", "dc.title", "title")
_AUTHOR_META = ("author", "article:author", "dc.creator", "byl", "parsely-author")
_DATE_META = (
    "article:published_time",
    "date",
    "dc.date",
    "dcterms.created",
    "pubdate",
    "datepublished",
    "sailthru.date",
)


def read_document(data: bytes, name: str, guid: str, url: str = "") -> Entry:
    """Return the article in a file called `name`; `url` is where it can be opened."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    suffix = PurePath(name).suffix.lower()
    if suffix in {".html", ".htm", ".xhtml"} or (
        suffix not in {".txt", ".md", ".markdown"} and _is_html(text)
    ):
        head, (body, marks) = _html(text, url)
    elif suffix in {".md", ".markdown"}:
        head, (body, marks) = _markdown(text, url)
    else:
        head, rest = text_head(wash(text))
        body, marks = plain(rest)
    return Entry(
        guid=guid,
        url=url or absolute(head.link),
        title=wash_line(head.title) or first_words(body) or wash_line(PurePath(name).stem) or wash_line(name),
        text=body,
        marks=marks,
        author=wash_line(head.author, MAX_AUTHOR),
        published=head.published,
        language=language_tag(head.language),
        tags=tuple(dict.fromkeys(wash_line(tag, 100) for tag in head.tags)),
    )


def _is_html(text: str) -> bool:
    start = text[:1000].lstrip().lower()
    return start.startswith(("<!doctype html", "<html", "<head", "<body"))


def _markdown(text: str, url: str) -> tuple[Head, Body]:
    from markdown_it import MarkdownIt  # 25 ms to import, when there is Markdown to read

    head, rest = front_matter(wash(text))
    # "js-default" escapes raw HTML; "commonmark" lets it through to `clean`, which knows what to do with it.
    html = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"]).render(rest)
    body = clean(html, url)
    return _titled_by_heading(head, body)


def _titled_by_heading(head: Head, body: Body) -> tuple[Head, Body]:
    """Take a heading at the very start as the title, unless the head has another one; then both stay."""
    text, marks = body
    first = next((mark for mark in marks if mark.kind is MarkKind.HEADING and mark.start == 0), None)
    if first is None:
        return head, body
    heading = text[: first.end]
    if head.title and wash_line(head.title).casefold() != heading.casefold():
        return head, body
    head.title = heading
    return head, _without_start(text, marks, first.end)


def _without_start(text: str, marks: tuple[Mark, ...], end: int) -> Body:
    """Cut the text before `end` and the blank lines after it; marks that began there go with it."""
    rest = text[end:].lstrip("\n")
    cut = len(text) - len(rest)
    kept = (mark for mark in marks if mark.start >= cut)
    return rest, tuple(Mark(mark.kind, mark.start - cut, mark.end - cut, mark.value) for mark in kept)


def _html(text: str, url: str) -> tuple[Head, Body]:
    page = LexborHTMLParser(tamed(text))
    head = Head()
    metas: dict[str, str] = {}
    for meta in page.css("meta[content]"):
        key = (meta.attributes.get("property") or meta.attributes.get("name") or "").lower()
        metas.setdefault(key, meta.attributes.get("content") or "")
    root = page.css_first("html")
    head.language = (root.attributes.get("lang") or "") if root else ""
    title = page.css_first("title")
    head.title = next((metas[name] for name in _TITLE_META if metas.get(name)), "") or (
        title.text() if title else ""
    )
    head.author = next((metas[name] for name in _AUTHOR_META if metas.get(name)), "")
    moments = [metas[name] for name in _DATE_META if metas.get(name)]
    moments += [time.attributes.get("datetime") or time.text() for time in page.css("time")[:3]]
    head.published = next(
        (m for m in (parse_date(moment, head.language) for moment in moments) if m is not None), None
    )
    articles = page.css("article, main")
    content = articles[0].html if len(articles) == 1 else text
    return _titled_by_heading(head, clean(content or "", url))
