"""The fast way for well-formed feeds, which most are: expat's tree in C, and one pass over its elements.

It answers only where it is sure to find what feedparser finds. Anything out of the ordinary (broken XML,
entity declarations, markup inside fields, repeated fields, odd dates, unknown elements that feedparser may
give a meaning) raises `Unsure`, and feedparser reads the feed.
"""

import re
from collections.abc import Callable, Iterable
from typing import ClassVar, NamedTuple
from xml.etree.ElementTree import Element, ParseError, XMLParser

from tuinews.sources.fields import (
    XML_BASE,
    XML_LANG,
    Unsure,
    based,
    guessed_text,
    identity,
    is_html,
    markup_of,
    moment_of,
    name_of,
    name_of_author,
    page_address,
    resolved,
    text_of,
    typed_text,
)
from tuinews.sources.raw import Markup, RawEntry, RawFeed
from tuinews.sources.reference import interval

_ATOM_FEEDS = frozenset({"{http://www.w3.org/2005/Atom}feed", "{http://purl.org/atom/ns#}feed"})
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_ABOUT = f"{_RDF}about"

_UTF_8 = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
_HIGH_CONTROLS = re.compile(rb"[\x80-\x9f]")
_DECLARED = re.compile(rb"""\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)""")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.-]+)", re.IGNORECASE)


def parse_well_formed(data: bytes, url: str, content_type: str = "") -> RawFeed:
    """Return the feed in `data`, which came from `url`; raise Unsure when feedparser should read it."""
    _check_encoding(data, content_type)
    if b"<!ENTITY" in data:
        raise Unsure("entities of its own")
    parser = XMLParser()
    try:
        parser.feed(data)
        root: Element = parser.close()
    except (ParseError, ValueError, LookupError):
        raise Unsure("not well-formed") from None
    base = based(root, url)
    if root.tag in _ATOM_FEEDS:
        entries = (child for child in root if name_of(child.tag) == "entry")
        return _feed(root, entries, _AtomEntry, Scope(base, root.get(XML_LANG, "")), root.get(XML_LANG, ""))
    if root.tag != f"{_RDF}RDF" and name_of(root.tag) != "rss":
        raise Unsure("another format")
    channel = next((child for child in root if name_of(child.tag) == "channel"), None)
    if channel is None or any(name_of(child.tag) not in {"channel", "item", "image"} for child in root):
        raise Unsure("not the usual elements")
    if XML_BASE in channel.attrib and root.tag == f"{_RDF}RDF":
        raise Unsure("a base that holds for the channel and not for the items")
    items = (child for child in [*channel, *root] if name_of(child.tag) == "item")
    language = root.get(XML_LANG, "")
    scope = Scope(based(channel, base), channel.get(XML_LANG) or language)
    return _feed(channel, items, _RssItem, scope, language)


def _check_encoding(data: bytes, content_type: str) -> None:
    """Raise Unsure where header, declaration and bytes may disagree about the encoding."""
    declared = _DECLARED.match(data[:200].removeprefix(b"\xef\xbb\xbf"))
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    told = _CHARSET.search(content_type)
    if told and told[1].lower() != name:
        raise Unsure("the header names another encoding")
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"} or b"\0" in data[:4]:
        raise Unsure("two bytes a character")
    # Where Latin-1 is declared, `text_of` decodes each text again that was UTF-8.
    if name not in {"utf-8", "iso-8859-1"} and _UTF_8.search(data):
        raise Unsure("it may be UTF-8 all the same")
    # What would be controls are the quotation marks of Windows: `text_of` puts them right.
    if name not in {"utf-8", "iso-8859-1", "windows-1252", "cp1252"} and _HIGH_CONTROLS.search(data):
        raise Unsure("controls where Windows has quotation marks")


class Scope(NamedTuple):
    """What holds around an entry: the base of its relative addresses, and the language of its texts."""

    base: str
    tongue: str


def _feed(
    channel: Element, items: Iterable[Element], kind: "type[_Entry]", scope: Scope, language: str
) -> RawFeed:
    feed = RawFeed(language=language)
    hints: dict[str, str] = {}
    for child in channel:
        name = name_of(child.tag)
        if name == "title":
            feed.title = kind.text(child, scope.base)
        elif name == "link":
            feed.site = _page(child, based(child, scope.base)) or feed.site
        elif name in {"language", "dc:language"}:
            feed.language = text_of(child)
        elif name in {"ttl", "sy:updateperiod", "sy:updatefrequency"}:
            hints[name] = text_of(child)
    feed.interval = interval(hints.get("ttl"), hints.get("sy:updateperiod"), hints.get("sy:updatefrequency"))
    feed.entries = [kind(item, feed.language, scope).entry for item in items]
    return feed


def _page(link: Element, base: str) -> str:
    """Return the page that a link element of either family leads to, "" for links to something else."""
    href = link.get("href")
    if href is None:
        return page_address(text_of(link), base)
    is_page = link.get("type", "text/html").lower() in {"text/html", "application/xhtml+xml"}
    is_alternate = link.get("rel", "alternate").lower() == "alternate"
    return resolved(href, base) if is_page and is_alternate else ""


class _Entry:
    """One entry being read: each child goes to the function that the table has for its name."""

    fields: ClassVar[dict[str, Callable[..., None]]]
    text: Callable[..., Markup]  # how a text of this format is read

    # Fields that feedparser reads by rules of their own when they come twice.
    once: ClassVar[frozenset[str]]
    alone: ClassVar[str] = ""  # likewise, beside other texts

    def __init__(self, element: Element, language: str, scope: Scope) -> None:
        self._language = language
        self.base, self.tongue = scope
        self.entry = RawEntry()
        if element.attrib:
            self.base = based(element, scope.base)
            self.tongue = element.get(XML_LANG) or scope.tongue
            self.entry.guid = element.get(_ABOUT, "")
        self.bodies: list[Markup] = []
        self.permalink = ""  # the first id that is an address to open
        self.content_language = ""
        self._seen: set[str] = set()
        self.read(element)
        entry, bodies = self.entry, self.bodies
        entry.published = entry.published or entry.updated
        entry.language = entry.language or self.content_language
        if len(bodies) > 1:
            if self.alone in self._seen:
                raise Unsure(f"a {self.alone} beside other texts")
            entry.body = max(bodies, key=_length)
        elif bodies:
            entry.body = bodies[0]
        entry.link = entry.link or self.permalink

    def read(self, element: Element) -> None:
        """Read the children of an item, or of a group within it."""
        fields, seen = self.fields, self._seen
        for child in element:
            name = name_of(child.tag)
            if name in seen and name in self.once:
                raise Unsure(f"more than one {name}")
            seen.add(name)
            field = fields.get(name)
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

    def speak(self, child: Element) -> None:
        """Take the language of a content for the entry's, unless the entry names one."""
        self.content_language = self.content_language or child.get(XML_LANG) or self.tongue

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
        self.bodies.append(Markup(text, is_html(text) if plain else True, self.base))

    def itunes_category(self, child: Element) -> None:
        if text_of(child):
            raise Unsure("a category with a text")
        self.entry.tags.append(child.get("text", ""))

    modules: ClassVar[dict[str, Callable[..., None]]] = {
        "dc:creator": creator,
        "dc:author": creator,
        "itunes:author": creator,
        "dc:language": language,
        "itunes:keywords": keywords,
        "itunes:category": itunes_category,
        "media:keywords": keywords,
        "media:group": media,
        "media:content": media,
        "media:thumbnail": thumbnail,
        "media:description": media_description,
    }


def _length(body: Markup) -> int:
    return len(body.value)


class _RssItem(_Entry):
    text = staticmethod(guessed_text)

    def title(self, child: Element) -> None:
        self.entry.title = guessed_text(child, self.base)

    def link(self, child: Element) -> None:
        if child.get("href") is None and self.entry.link:
            raise Unsure("more than one link")
        self.entry.link = _page(child, based(child, self.base)) or self.entry.link

    def guid(self, child: Element) -> None:
        attributes = {name.lower(): value for name, value in child.items()}
        is_link = attributes.get("ispermalink", "true") == "true"
        text = text_of(child)
        self.entry.guid = identity(text, based(child, self.base)) if is_link else text
        if is_link:
            self.permalink = self.permalink or self.entry.guid

    def description(self, child: Element) -> None:
        if child.attrib.keys() - {XML_BASE, XML_LANG}:
            raise Unsure("a text with attributes")
        text = markup_of(child) if len(child) else text_of(child)
        self.bodies.append(Markup(text, True, based(child, self.base)))

    def content(self, child: Element) -> None:
        self.description(child)
        self.speak(child)

    def summary(self, child: Element) -> None:
        self.bodies.append(guessed_text(child, self.base))

    def category(self, child: Element) -> None:
        self.entry.tags.append(text_of(child))

    def enclosure(self, child: Element) -> None:
        self.add_file(child.get("url", ""), child.get("type", "").lower(), child.get("length", ""))

    fields: ClassVar = _Entry.modules | {
        "title": title,
        "link": link,
        "guid": guid,
        "description": description,
        "content:encoded": content,
        "fullitem": content,
        "dc:description": description,
        "itunes:summary": summary,
        "summary": summary,
        "pubdate": _Entry.published,
        "dc:date": _Entry.updated,
        "updated": _Entry.updated,
        "published": _Entry.published,
        "dcterms:issued": _Entry.published,
        "author": _Entry.creator,
        "category": category,
        "dc:subject": category,
        "enclosure": enclosure,
    }
    alone: ClassVar = "summary"
    once: ClassVar = frozenset(
        {
            "title",
            "summary",
            "updated",
            "published",
            "description",
            "content:encoded",
            "dc:description",
            "media:description",
        }
        | {"itunes:summary", "pubdate", "dc:date", "dc:language", "dcterms:issued"}
    )


class _AtomEntry(_Entry):
    text = staticmethod(typed_text)

    def title(self, child: Element) -> None:
        self.entry.title = typed_text(child, self.base)

    def summary(self, child: Element) -> None:
        self.bodies.append(typed_text(child, self.base))

    def content(self, child: Element) -> None:
        self.bodies.insert(0, typed_text(child, self.base))  # of two that are as long, it is the body
        self.speak(child)

    def atom_id(self, child: Element) -> None:
        self.entry.guid = self.permalink = identity(text_of(child), based(child, self.base))

    def link(self, child: Element) -> None:
        self.entry.link = _page(child, based(child, self.base)) or self.entry.link
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
        "summary": summary,
        "content": content,
        "id": atom_id,
        "link": link,
        "published": _Entry.published,
        "updated": _Entry.updated,
        "issued": _Entry.published,  # as Atom 0.3 calls the two
        "modified": _Entry.updated,
        "author": author,
        "category": category,
    }
    once: ClassVar = frozenset(
        {"title", "summary", "content", "id", "published", "updated", "issued", "modified"}
    )


_IGNORED = frozenset(
    """comments rights copyright generator docs cloud image keywords dc:publisher dc:rights dc:identifier
    dc:type dc:format dc:source dc:relation dc:coverage dcterms:created created""".split()  # noqa: SIM905
)
# feedparser takes the title of an entry's image for the entry's.
_IGNORED_WITH_CHILDREN = frozenset({"source", "contributor", "itunes:owner", "image"})
_MEANINGFUL = frozenset({"itunes:name", "itunes:email", "media:category"})


def _is_without_meaning(name: str, element: Element) -> bool:
    """Tell an element that changes nothing about an article, whoever reads it."""
    if name in _IGNORED_WITH_CHILDREN:
        return True
    if len(element):  # somebody's own box: without meaning while nothing in it has one
        return all(name_of(part.tag).startswith("?:") for part in element.iter())
    if name in _MEANINGFUL:
        return False
    return name in _IGNORED or name.startswith(("media:", "itunes:", "sy:", "?:"))
