"""The values in a feed's elements, read as feedparser reads them, or not at all."""

import re
from base64 import b64decode
from contextlib import suppress
from datetime import UTC, datetime
from functools import lru_cache
from html import escape as quoted
from html.entities import html5
from io import BytesIO
from urllib.parse import urljoin
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from tuinews.sources.raw import Markup, seconds
from tuinews.text.dates import parse_date


class Unsure(Exception):  # noqa: N818 - not an error: the other parser takes over
    """This feed is for feedparser to read; the text says why."""


_XHTML = "{http://www.w3.org/1999/xhtml}"
_IN_XHTML = frozenset(
    {"{http://www.w3.org/1999/xhtml", "{http://www.w3.org/2000/svg", "{http://www.w3.org/1998/Math/MathML"}
)
# Elements that feedparser takes for markup and nothing else, wherever they stand.
_SIMPLE = frozenset(
    "a b blockquote br code em h1 h2 h3 h4 h5 h6 hr i img li ol p pre small strong sub sup u ul".split()  # noqa: SIM905
)
_MODES = frozenset({"", "escaped", "xml", "base64"})
_ESCAPED = re.compile("[<>&]")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_NO_BASE = re.compile("(?:javascript|data|vbscript):", re.IGNORECASE)
_OF_TEXTS = frozenset({"type", XML_LANG, XML_BASE})

_NAMESPACES = {
    "": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://www.w3.org/2005/atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://search.yahoo.com/mrss/": "media:",
    "http://search.yahoo.com/mrss": "media:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://purl.org/rss/1.0/modules/syndication/": "sy:",
}

_URL = re.compile(
    r"https?://[\w.-]+(?::\d+)?(?:/[\w.~!$'()*+,:@%/=-]*)?(?:\?[\w.~!$'()*+,:@%/=?&-]+)?(?:#[\w.~=/-]+)?",
    re.ASCII,
)
_NAMED = re.compile(r"(?:tag|urn):[\w.,:/@-]+", re.ASCII)
_MAIL_DATE = re.compile(
    r"(?:[A-Za-z]{3}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))?"
    r" (?:([+-])(\d\d)(\d\d)|GMT|UTC|UT|Z|([ECMP])([SD])T)"
)
_AMERICA = {"E": -5, "C": -6, "M": -7, "P": -8}
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)?)?")
_MONTHS = {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "May": 5, "Jun": 6}
_MONTHS |= {"Jul": 7, "Aug": 8, "Sep": 9, "Oct": 10, "Nov": 11, "Dec": 12}
_EMAIL = re.compile(r"[\w.+-]+@(?:[a-zA-Z0-9-]+\.)+(?:[a-zA-Z]{2,24}|\d{1,3})\b", re.ASCII)
_VOID = frozenset(
    """area base basefont br col embed frame hr img input isindex link meta param source track
    wbr""".split()  # noqa: SIM905 - a list of words reads as one
)
_DEEPEST = 200  # elements within one another; each takes a call
_UNQUOTED = frozenset({"script", "style"})
_HTML_TYPES = frozenset({"html", "text/html"})
_TEXT_TYPES = _HTML_TYPES | {"text", "text/plain"}
# As feedparser has it: slashes too many after the scheme, and entities within an address.
_SLASHES = re.compile("^([A-Za-z][A-Za-z0-9+-.]*://)/+")
_ENTITY_IN_ADDRESS = re.compile("&([A-Za-z0-9_]+);")
_CONTROLS = re.compile("[\x80-\x9f]")
_WINDOWS = {
    n: bytes([n]).decode("cp1252") for n in range(0x80, 0xA0) if n not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}
}
_TWICE_ENCODED = re.compile("[\xc2-\xf4][\x80-\xbf]")
_CLOSING_OR_ENTITY = re.compile(r"</\w+>|&#?\w+;")
_ELEMENT = re.compile(r"</?(\w+)")
_ENTITY = re.compile(r"&(\w+);")
# The elements that feedparser knows, 6.0.14.
_HTML_ELEMENTS = frozenset(
    """a abbr acronym address area article aside audio b big blockquote br button canvas caption center cite
    code col colgroup command datagrid datalist dd del details dfn dialog dir div dl dt em event-source
    fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i img input ins kbd keygen
    label legend li m map menu meter multicol nav nextid noscript ol optgroup option output p pre
    progress q s samp section select small sound source spacer span strike strong sub sup table tbody td
    textarea tfoot th thead time tr tt u ul var video""".split()  # noqa: SIM905 - a list of words reads as one
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
    text = element.text
    if not text:
        return ""
    text = text.strip()
    return text if text.isascii() else _mended(text)


def _mended(text: str) -> str:
    """Return a text with Windows' quotation marks for controls, decoded again where it was encoded twice."""
    if _TWICE_ENCODED.search(text):
        with suppress(UnicodeError):
            text = text.encode("latin-1").decode("utf-8")
    return text.translate(_WINDOWS) if _CONTROLS.search(text) else text


def guessed_text(element: Element, base: str = "") -> Markup:
    """Return a text that is nominally plain, and HTML as often as not."""
    if len(element):
        return Markup(markup_of(element), True, based(element, base))
    text = text_of(element)
    if not element.attrib:
        return Markup(text, is_html(text), base)
    kind = element.get("type", "text").lower()
    if element.attrib.keys() - _OF_TEXTS or kind not in _TEXT_TYPES:
        raise Unsure(f"attributes of {element.tag}")
    return Markup(text, kind in _HTML_TYPES or is_html(text), based(element, base))


def typed_text(element: Element, base: str = "") -> Markup:
    """Return an Atom text construct or content (RFC 4287 3.1 and 4.1.3)."""
    kind = element.get("type", "text").lower()
    if "src" in element.attrib and not text_of(element):
        return Markup()  # a picture, say, that stands elsewhere
    mode = element.get("mode", "")  # of Atom 0.3
    if element.attrib.keys() - _OF_TEXTS - {"mode"} or mode not in _MODES:
        raise Unsure("a text with attributes of its own")
    base = based(element, base)
    if kind == "xhtml" or (kind == "application/xhtml+xml" and mode == "xml"):
        return Markup(_xhtml(element), True, base)
    if kind not in _TEXT_TYPES:
        raise Unsure(f"content of type {kind}")
    text = text_of(element)
    return Markup(_decoded(text) if mode == "base64" else text, kind in _HTML_TYPES, base)


def _decoded(text: str) -> str:
    try:
        return b64decode(text).decode()
    except ValueError:
        raise Unsure("a text that is no Base64") from None


def markup_of(element: Element) -> str:
    """Return what stands in a text whose markup was not escaped: simple HTML in no namespace."""
    if element.attrib.keys() - {XML_BASE, XML_LANG}:
        raise Unsure(f"markup and attributes in {element.tag}")
    for part in element.iter():
        if part is not element and part.tag not in _SIMPLE:
            raise Unsure(f"an element {part.tag} inside {element.tag}")
        if _ESCAPED.search(f"{part.text}{part.tail}"):
            raise Unsure("markup, some of it escaped")
    written = [element.text or ""]
    _write_parts(element, written)
    text = "".join(written).strip()
    return text if text.isascii() else _mended(text)


def _xhtml(element: Element) -> str:
    """Return the markup of content that is XHTML, written as HTML."""
    wrapper = element[0] if len(element) == 1 else None
    if wrapper is None or wrapper.tag != f"{_XHTML}div" or (element.text or "").strip():
        raise Unsure("XHTML without its div")
    written: list[str] = []
    _write_html(wrapper, written)
    html = "".join(written)
    return html if html.isascii() else _mended(html)


def _write_html(element: Element, written: list[str], depth: int = 0) -> None:
    """Write an element without its tail. ElementTree's own writer takes twice the time."""
    tag = element.tag
    space, _, name = tag.rpartition("}")
    if (space not in _IN_XHTML and tag not in _SIMPLE) or depth > _DEEPEST:
        raise Unsure("other markup within XHTML")
    attributes = ""
    for key, value in element.items():
        if key == XML_BASE:
            raise Unsure("bases within XHTML")
        if key[0] != "{":
            attributes += f' {key}="{quoted(value)}"'
    written.append(f"<{name}{attributes}>")
    text = element.text
    if text:
        written.append(text if name in _UNQUOTED else quoted(text))
    _write_parts(element, written, depth)
    if name not in _VOID:
        written.append(f"</{name}>")


def _write_parts(element: Element, written: list[str], depth: int = 0) -> None:
    for child in element:
        _write_html(child, written, depth + 1)
        if child.tail:
            written.append(quoted(child.tail))


def is_html(text: str) -> bool:
    """Tell HTML from plain text as feedparser does: a closing tag or an entity, and no unknown ones."""
    if ("<" not in text and "&" not in text) or not _CLOSING_OR_ENTITY.search(text):
        return False
    if not {name.lower() for name in _ELEMENT.findall(text)} <= _HTML_ELEMENTS:
        return False
    return all(f"{name};" in html5 for name in _ENTITY.findall(text))


def is_address(text: str) -> bool:
    """Tell an address that is absolute and stays as it is when it is resolved."""
    return bool(_URL.fullmatch(text)) and "/." not in text


def resolved(text: str, base: str) -> str:
    """Return the absolute address that `text` means where addresses are relative to `base` (RFC 3986)."""
    if not text or is_address(text):
        return text
    try:
        return urljoin(base, _SLASHES.sub(r"\1", text))
    except ValueError:  # brackets that are no IPv6 address, and the like
        return ""


def page_address(text: str, base: str) -> str:
    """Return the address in the text of a link, entities that were escaped twice put right."""
    address = resolved(text, base)
    return _ENTITY_IN_ADDRESS.sub(r"&\1", address.replace("&amp;", "&")) if ";" in address else address


def identity(text: str, base: str) -> str:
    """Return an id that may be an address; feedparser resolves those that are relative."""
    return text if _NAMED.fullmatch(text) else resolved(text, base)


def based(element: Element, base: str) -> str:
    """Return what addresses within an element are relative to: its own xml:base, or that around it."""
    found = element.get(XML_BASE) if element.attrib else None
    if not found or _NO_BASE.match(found):
        return base
    joined = resolved(found, base)
    if not is_address(joined):
        raise Unsure("a base that is no plain address")
    return joined


def moment_of(element: Element, language: str) -> int | None:
    """Return a date in seconds: the two standard forms here, others as feedparser and `parse_date` do."""
    text = text_of(element)
    if not text:
        return None
    mail = _MAIL_DATE.fullmatch(text)
    try:
        if mail:
            day, month, year, hour, minute, second, sign, ahead, minutes, coast, summer = mail.groups()
            date = int(year), _MONTHS[month], int(day)
            moment = datetime(*date, int(hour), int(minute), int(second or 0), tzinfo=UTC)
            offset = (int(ahead or 0) * 60 + int(minutes or 0)) * (-60 if sign == "-" else 60)
            if coast:
                offset = (_AMERICA[coast] + (summer == "D")) * 3600
            return int(moment.timestamp()) - offset
        if _ISO_DATE.fullmatch(text):
            found = datetime.fromisoformat(text)
            return int((found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp())
    except (ValueError, KeyError, OverflowError):
        pass
    return _odd_moment(text, language)


@lru_cache(maxsize=512)
def _odd_moment(text: str, language: str) -> int | None:
    # 47 ms to import, and rarely needed. Its reading of dates is public only as part of a feed.
    import feedparser  # type: ignore[import-untyped]  # it ships no types

    feed = f"<rss><channel><item><pubDate>{escape(text)}</pubDate></item></channel></rss>"
    [entry] = feedparser.parse(BytesIO(feed.encode("utf-8", "replace"))).entries
    moment = seconds(entry.get("published_parsed"))
    return moment if moment is not None else parse_date(text, language)


def name_of_author(text: str) -> str:
    """Return the name in "ada@kelm.example (Ada Vell)" and "Ada Vell <ada@...>", or else the address."""
    match = _EMAIL.search(text)
    if match is None:
        return text
    name = text.replace(match[0], "").replace("()", "").replace("<>", "").strip()
    return name.removeprefix("(").removesuffix(")").strip() or match[0]
