"""The fast way for well-formed feeds, which most are: expat's tree in C, and one pass over its elements.

It answers only where it is sure to find what feedparser finds. Anything out of the ordinary (broken XML,
entity declarations, markup inside fields, repeated fields, odd dates, unknown elements that feedparser may
give a meaning) raises `Unsure`, and feedparser reads the feed.
"""

import re
from collections.abc import Callable, Iterable
from typing import ClassVar
from xml.etree.ElementTree import Element, ParseError, XMLParser

from tuinews.sources.fields import (
    XML_LANG,
    Unsure,
    address,
    guessed_text,
    identity,
    is_address,
    is_html,
    moment_of,
    name_of,
    name_of_author,
    text_of,
    typed_text,
)
from tuinews.sources.raw import Markup, RawEntry, RawFeed
from tuinews.sources.reference import interval

_ATOM_FEED = "{http://www.w3.org/2005/Atom}feed"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"

_HARD = re.compile(rb"<!ENTITY|xml:base|&#(?:12[89]|1[345]\d|[xX]0*[89][0-9a-fA-F]);")
_WINDOWS_IN_UTF8 = re.compile(rb"\xc2[\x80-\x9f]")
_HIGH_CONTROLS = re.compile(rb"[\x80-\x9f]")
_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)""")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.-]+)", re.IGNORECASE)


def parse_well_formed(data: bytes, content_type: str = "") -> RawFeed:
    """Return the feed in `data`; raise Unsure when feedparser should read it."""
    _check_encoding(data, content_type)
    if _HARD.search(data):
        raise Unsure("entities, bases or codes of another time")
    parser = XMLParser()
    try:
        parser.feed(data)
        root: Element = parser.close()
    except (ParseError, ValueError, LookupError):
        raise Unsure("not well-formed") from None
    if root.tag == _ATOM_FEED:
        entries = (child for child in root if name_of(child.tag) == "entry")
        return _feed(root, entries, _AtomEntry, typed_text)
    if root.tag != f"{_RDF}RDF" and name_of(root.tag) != "rss":
        raise Unsure("another format")
    channel = next((child for child in root if name_of(child.tag) == "channel"), None)
    if channel is None or any(name_of(child.tag) not in {"channel", "item", "image"} for child in root):
        raise Unsure("not the usual elements")
    items = (child for child in [*channel, *root] if name_of(child.tag) == "item")
    return _feed(channel, items, _RssItem, guessed_text)


def _check_encoding(data: bytes, content_type: str) -> None:
    """Raise Unsure where header, declaration and bytes may disagree about the encoding."""
    declared = _DECLARED.match(data[:200].removeprefix(b"\xef\xbb\xbf"))
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    told = _CHARSET.search(content_type)
    if told and told[1].lower() != name:
        raise Unsure("the header names another encoding")
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\0" in data[:4]:
        raise Unsure("two bytes a character")
    if name in {"windows-1252", "cp1252"}:
        return  # what would be controls elsewhere are its quotation marks
    if (_WINDOWS_IN_UTF8 if name == "utf-8" else _HIGH_CONTROLS).search(data):
        raise Unsure("controls where Windows has quotation marks")


def _feed(
    channel: Element, items: Iterable[Element], kind: "type[_Entry]", title: Callable[[Element], Markup]
) -> RawFeed:
    feed = RawFeed(language=channel.get(XML_LANG, ""))
    hints: dict[str, str] = {}
    for child in channel:
        name = name_of(child.tag)
        if name == "title":
            feed.title = title(child)
        elif name == "link":
            feed.site = _page(child) or feed.site
        elif name in {"language", "dc:language"}:
            feed.language = text_of(child)
        elif name in {"ttl", "sy:updateperiod", "sy:updatefrequency"}:
            hints[name] = text_of(child)
    feed.interval = interval(hints.get("ttl"), hints.get("sy:updateperiod"), hints.get("sy:updatefrequency"))
    feed.entries = [kind(item, feed.language).entry for item in items]
    return feed


def _page(link: Element) -> str:
    """Return the page that a link element of either family leads to, "" for links to something else."""
    if link.get("href") is None:
        return address(text_of(link))
    is_page = link.get("type", "text/html").lower() in {"text/html", "application/xhtml+xml"}
    is_alternate = link.get("rel", "alternate").lower() == "alternate"
    return address(link.get("href", "")) if is_page and is_alternate else ""


class _Entry:
    """One entry being read: each child goes to the function that the table has for its name."""

    fields: ClassVar[dict[str, Callable[..., None]]]

    # Fields that feedparser reads by rules of their own when they come twice.
    once: ClassVar[frozenset[str]]

    def __init__(self, element: Element, language: str) -> None:
        self._language = language
        self.entry = RawEntry(guid=element.get(f"{_RDF}about", ""))
        self.bodies: list[Markup] = []
        self.guid_is_link = False
        self._seen: set[str] = set()
        self.read(element)
        entry = self.entry
        entry.published = entry.published or entry.updated
        entry.body = max(self.bodies, key=lambda body: len(body.value), default=entry.body)
        if not entry.link and self.guid_is_link and is_address(entry.guid):
            entry.link = entry.guid

    def read(self, element: Element) -> None:
        """Read the children of an item, or of a group within it."""
        for child in element:
            name = name_of(child.tag)
            if name in self._seen and name in self.once:
                raise Unsure(f"more than one {name}")
            self._seen.add(name)
            field = self.fields.get(name)
            if field is not None:
                field(self, child)
            elif not _is_without_meaning(name, child):
                raise Unsure(f"an element {name}")

    def published(self, child: Element) -> None:
        self.entry.published = moment_of(child, self._language)

    def updated(self, child: Element) -> None:
        self.entry.updated = moment_of(child, self._language)

    def language(self, child: Element) -> None:
        self.entry.language = text_of(child)

    def add_author(self, name: str) -> None:
        if name and name not in self.entry.author.split(", "):
            self.entry.author = f"{self.entry.author}, {name}" if self.entry.author else name

    def creator(self, child: Element) -> None:
        self.add_author(name_of_author(text_of(child)))

    def keywords(self, child: Element) -> None:
        self.entry.tags += [term.strip() for term in text_of(child).split(",") if term.strip()]

    def add_file(self, url: str, kind: str, length: str) -> None:
        if url:
            self.entry.enclosures.append((url, kind, length))

    def media(self, child: Element) -> None:
        medium = f"{child.get('medium')}/*" if child.get("medium") else ""
        self.add_file(
            child.get("url", ""), child.get("type", "").lower() or medium, child.get("fileSize", "")
        )
        self.read(child)

    def thumbnail(self, child: Element) -> None:
        self.add_file(child.get("url", ""), "image/*", "")

    def media_description(self, child: Element) -> None:
        text = text_of(child)
        plain = child.get("type", "html").lower() == "plain"
        self.bodies.append(Markup(text, is_html(text) if plain else True))

    modules: ClassVar[dict[str, Callable[..., None]]] = {
        "dc:creator": creator,
        "dc:author": creator,
        "itunes:author": creator,
        "dc:language": language,
        "itunes:keywords": keywords,
        "media:keywords": keywords,
        "media:group": media,
        "media:content": media,
        "media:thumbnail": thumbnail,
        "media:description": media_description,
    }


class _RssItem(_Entry):
    def title(self, child: Element) -> None:
        self.entry.title = guessed_text(child)

    def link(self, child: Element) -> None:
        if child.get("href") is None and self.entry.link:
            raise Unsure("more than one link")
        self.entry.link = _page(child) or self.entry.link

    def guid(self, child: Element) -> None:
        attributes = {name.lower(): value for name, value in child.items()}
        self.guid_is_link = attributes.get("ispermalink", "true") == "true"
        self.entry.guid = identity(text_of(child)) if self.guid_is_link else text_of(child)

    def description(self, child: Element) -> None:
        if child.attrib:
            raise Unsure("a text with attributes")
        self.bodies.append(Markup(text_of(child)))

    def summary(self, child: Element) -> None:
        self.bodies.append(guessed_text(child))

    def category(self, child: Element) -> None:
        self.entry.tags.append(text_of(child))

    def enclosure(self, child: Element) -> None:
        self.add_file(child.get("url", ""), child.get("type", "").lower(), child.get("length", ""))

    fields: ClassVar = _Entry.modules | {
        "title": title,
        "link": link,
        "guid": guid,
        "description": description,
        "content:encoded": description,
        "dc:description": description,
        "itunes:summary": summary,
        "pubdate": _Entry.published,
        "dc:date": _Entry.updated,
        "dcterms:issued": _Entry.published,
        "author": _Entry.creator,
        "category": category,
        "dc:subject": category,
        "enclosure": enclosure,
    }
    once: ClassVar = frozenset(
        {"title", "guid", "description", "content:encoded", "dc:description", "media:description"}
        | {"itunes:summary", "pubdate", "dc:date", "dc:language", "dcterms:issued"}
    )


class _AtomEntry(_Entry):
    def title(self, child: Element) -> None:
        self.entry.title = typed_text(child)

    def body(self, child: Element) -> None:
        self.bodies.append(typed_text(child))

    def atom_id(self, child: Element) -> None:
        self.guid_is_link = True
        self.entry.guid = identity(text_of(child))

    def link(self, child: Element) -> None:
        self.entry.link = _page(child) or self.entry.link
        if child.get("rel", "").lower() == "enclosure":
            self.add_file(child.get("href", ""), child.get("type", "").lower(), child.get("length", ""))

    def author(self, child: Element) -> None:
        parts = {name_of(part.tag): text_of(part) for part in child}
        if not parts:
            raise Unsure("an author without parts")
        self.add_author(parts.get("name") or parts.get("email") or "")

    def category(self, child: Element) -> None:
        self.entry.tags.append(child.get("label") or child.get("term") or "")

    fields: ClassVar = _Entry.modules | {
        "title": title,
        "summary": body,
        "content": body,
        "id": atom_id,
        "link": link,
        "published": _Entry.published,
        "updated": _Entry.updated,
        "author": author,
        "category": category,
    }
    once: ClassVar = frozenset({"title", "summary", "content", "id", "published", "updated"})


_IGNORED = frozenset(
    """comments rights copyright generator docs cloud image keywords dc:publisher dc:rights dc:identifier
    dc:type dc:format dc:source dc:relation dc:coverage dcterms:created""".split()  # noqa: SIM905
)
_IGNORED_WITH_CHILDREN = frozenset({"source", "contributor", "itunes:owner"})
_MEANINGFUL = frozenset({"itunes:category", "itunes:name", "itunes:email", "media:category"})


def _is_without_meaning(name: str, element: Element) -> bool:
    """Tell an element that changes nothing about an article, whoever reads it."""
    if name in _IGNORED_WITH_CHILDREN:
        return True
    if len(element):  # somebody's own box: without meaning while nothing in it has one
        return all(name_of(part.tag).startswith("?:") for part in element.iter())
    if name in _MEANINGFUL:
        return False
    return name in _IGNORED or name.startswith(("media:", "itunes:", "sy:", "?:"))
