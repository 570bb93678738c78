"""The values in a feed's elements, read as feedparser reads them, or not at all."""

import re
from calendar import timegm
from datetime import UTC, datetime
from functools import lru_cache
from html.entities import html5
from xml.etree.ElementTree import Element, tostring

from tuinews.sources.raw import Markup, seconds
from tuinews.text.dates import parse_date


class Unsure(Exception):  # noqa: N818 - not an error: the other parser takes over
    """This feed is for feedparser to read; the text says why."""


_XHTML = "{http://www.w3.org/1999/xhtml}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_NAMESPACES = {
    "": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://www.w3.org/2005/atom": "",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://search.yahoo.com/mrss/": "media:",
    "http://search.yahoo.com/mrss": "media:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://purl.org/rss/1.0/modules/syndication/": "sy:",
}

_URL = re.compile(
    r"https?://[\w.-]+(?::\d+)?(?:/[\w.~!$'()*+,:@%/=-]*)?(?:\?[\w.~!$'()*+,:@%/=?&-]*)?(?:#[\w.~=/-]*)?",
    re.ASCII,
)
_NAMED = re.compile(r"(?:tag|urn):[\w.,:/@-]+", re.ASCII)
_MAIL_DATE = re.compile(
    r"(?:[A-Za-z]{3}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d)"
    r" (?:([+-])(\d\d)(\d\d)|GMT|UTC|UT|Z)"
)
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?(?:Z|[+-]\d\d:\d\d)")
_MONTHS = {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "May": 5, "Jun": 6}
_MONTHS |= {"Jul": 7, "Aug": 8, "Sep": 9, "Oct": 10, "Nov": 11, "Dec": 12}
_EMAIL = re.compile(r"[\w.+-]+@(?:[a-zA-Z0-9-]+\.)+(?:[a-zA-Z]{2,24}|\d{1,3})\b", re.ASCII)
_TWICE_ENCODED = re.compile("[\xc2-\xf4][\x80-\xbf]")
_CLOSING_OR_ENTITY = re.compile(r"</\w+>|&#?\w+;")
_ELEMENT = re.compile(r"</?(\w+)")
_ENTITY = re.compile(r"&(\w+);")
_HTML_ELEMENTS = frozenset(
    """a abbr acronym address article aside b big blockquote br button caption center cite code col dd del
    details dfn div dl dt em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i img
    input ins kbd li main mark nav ol p pre q s samp section small span strike strong sub sup table tbody td
    th thead time tr tt u ul var""".split()  # noqa: SIM905 - a list of words reads as one
)


@lru_cache(maxsize=512)
def name_of(tag: str) -> str:
    """Return an element's name in lower case, prefixed as usual for its namespace; "?:" for unknown ones."""
    space, _, local = tag.rpartition("}")
    prefix = _NAMESPACES.get(space[1:].lower(), "?:")
    if prefix == "?:" and local == "encoded":
        raise Unsure("content in an unknown namespace")
    return prefix + local.lower()


def text_of(element: Element) -> str:
    """Return an element's text, stripped."""
    if len(element):
        raise Unsure(f"markup inside {element.tag}")
    text = (element.text or "").strip()
    if not text.isascii() and _TWICE_ENCODED.search(text):
        try:
            text.encode("latin-1").decode("utf-8")
        except UnicodeError:
            return text
        raise Unsure("UTF-8 that was encoded twice")
    return text


def guessed_text(element: Element) -> Markup:
    """Return a text that is nominally plain, and HTML as often as not."""
    if element.attrib:
        raise Unsure(f"attributes of {element.tag}")
    text = text_of(element)
    return Markup(text, is_html(text))


def typed_text(element: Element) -> Markup:
    """Return an Atom text construct or content (RFC 4287 3.1 and 4.1.3)."""
    kind = element.get("type", "text").lower()
    if set(element.keys()) - {"type"}:
        raise Unsure("a text with attributes of its own")
    if kind == "xhtml":
        return Markup(_xhtml(element), True)
    if kind not in {"text", "html", "text/html", "text/plain"}:
        raise Unsure(f"content of type {kind}")
    return Markup(text_of(element), "html" in kind)


def _xhtml(element: Element) -> str:
    """Return the markup of content that is XHTML, written as HTML."""
    wrapper = element[0] if len(element) == 1 else None
    if wrapper is None or wrapper.tag != f"{_XHTML}div" or (element.text or "").strip():
        raise Unsure("XHTML without its div")
    for part in wrapper.iter():
        if not isinstance(part.tag, str) or not part.tag.startswith(_XHTML):
            raise Unsure("other markup within XHTML")
        part.tag = part.tag.removeprefix(_XHTML)
    wrapper.tail = None
    return tostring(wrapper, encoding="unicode", method="html")


def is_html(text: str) -> bool:
    """Tell HTML from plain text as feedparser does: a closing tag or an entity, and no unknown ones."""
    if not _CLOSING_OR_ENTITY.search(text):
        return False
    if not {name.lower() for name in _ELEMENT.findall(text)} <= _HTML_ELEMENTS:
        raise Unsure("a tag that may be meant literally")
    return all(f"{name};" in html5 for name in _ENTITY.findall(text))


def is_address(text: str) -> bool:
    """Tell an address that is absolute and stays as it is when it is resolved."""
    return bool(_URL.fullmatch(text)) and "/." not in text


def address(text: str) -> str:
    """Return an address that needs no resolving."""
    if text and not is_address(text):
        raise Unsure("an address to be resolved")
    return text


def identity(text: str) -> str:
    """Return an id that may be an address; feedparser resolves those that are relative."""
    return text if _NAMED.fullmatch(text) else address(text)


def moment_of(element: Element, language: str) -> int | None:
    """Return a date in seconds: the two standard forms here, others as feedparser and `parse_date` do."""
    text = text_of(element)
    if not text:
        return None
    mail = _MAIL_DATE.fullmatch(text)
    try:
        if mail:
            day, month, year, hour, minute, second, sign, ahead, minutes = mail.groups()
            moment = (int(year), _MONTHS[month], int(day), int(hour), int(minute), int(second))
            datetime(*moment)
            offset = (int(ahead or 0) * 60 + int(minutes or 0)) * (-60 if sign == "-" else 60)
            return timegm((*moment, 0, 0, 0)) - offset
        if _ISO_DATE.fullmatch(text):
            return int(datetime.fromisoformat(text).astimezone(UTC).timestamp())
    except (ValueError, KeyError, OverflowError):
        pass
    return _odd_moment(text, language)


@lru_cache(maxsize=512)
def _odd_moment(text: str, language: str) -> int | None:
    # 47 ms to import, and rarely needed.
    from feedparser.datetimes import _parse_date  # type: ignore[import-untyped]  # it ships no types

    moment = seconds(_parse_date(text))
    return moment if moment is not None else parse_date(text, language)


def name_of_author(text: str) -> str:
    """Return the name in "ada@kelm.example (Ada Vell)" and "Ada Vell <ada@...>", or else the address."""
    match = _EMAIL.search(text)
    if match is None:
        return text
    name = text.replace(match[0], "").replace("()", "").replace("<>", "").strip()
    return name.removeprefix("(").removesuffix(")").strip() or match[0]
