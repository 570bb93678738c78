"""Lists of subscriptions: OPML in and out (http://opml.org/spec2.opml), and newsboat's `urls` file in."""

import re
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from typing import cast
from xml.etree.ElementTree import Element, ElementTree, ParseError, SubElement, XMLPullParser, indent

from tuinews.errors import SourceError
from tuinews.limits import DEFAULT_LIMITS
from tuinews.model import Feed, FeedKind
from tuinews.sources.address import requestable
from tuinews.sources.decode import decode
from tuinews.text.links import absolute, without_credentials
from tuinews.text.wash import wash_line

MAX_DEPTH = 20

# What XML knows by itself stays; other entities are from HTML, and a lone "&" is a slip of the writer.
_STRAY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)(\w{2,10};)?")
_PROLOGUE = re.compile(r"\A\s*(?:<\?xml[^>]*\?>)?\s*(?:<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Subscription:
    """A feed in a list; `folder` is its path of folders, parted by "/"."""

    url: str
    title: str = ""
    folder: str = ""
    site: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SubscriptionList:
    """What a list holds, each feed once; `skipped` has a sentence for each line that is no feed to fetch."""

    feeds: tuple[Subscription, ...]
    skipped: tuple[str, ...] = ()


def read_list(data: bytes, name: str, most: int = DEFAULT_LIMITS.feeds) -> SubscriptionList:
    """Return the feeds in `data`, OPML or newsboat's `urls`, by its looks; SourceError if neither."""
    start = data[:1000].lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")
    if start.startswith(b"<"):
        return read_opml(data, name, most)
    listed = read_newsboat_urls(data, most)
    if not listed.feeds:
        raise SourceError(
            f"{name} is not a list of feeds: neither OPML nor a file with an address on each line."
        )
    return listed


def read_opml(data: bytes, name: str, most: int = DEFAULT_LIMITS.feeds) -> SubscriptionList:
    """Return the feeds in an OPML file called `name`, folders kept; raise SourceError if it is none.

    Entity declarations are thrown away unread, so nothing can be expanded or fetched through them.
    """
    text = _PROLOGUE.sub("", decode(data), count=1)
    text = _STRAY.sub(lambda match: _plain_entity(match.group()), text)
    parser: XMLPullParser[Element] = XMLPullParser(events=("start", "end"))
    try:
        parser.feed(text)
        parser.close()
    except (ParseError, ValueError) as error:
        raise SourceError(f"{name} is not a readable list of feeds: its XML is broken ({error}).") from None
    collected = _Collector(most)
    root = ""
    for event, element in cast("Iterator[tuple[str, Element]]", parser.read_events()):
        tag = element.tag.rpartition("}")[2].lower()
        root = root or tag
        if tag == "outline":
            if event == "start":
                collected.enter({key.lower(): value for key, value in element.attrib.items()})
            else:
                collected.leave()
    if root != "opml":
        raise SourceError(
            f"{name} is not a list of feeds: OPML begins with <opml>, this with <{wash_line(root, 40)}>."
        )
    return collected.done()


def write_opml(feeds: Iterable[Feed], *, passwords: bool = True) -> bytes:
    """Return the web feeds as OPML 2.0, in nested outlines for their folders; `read_opml` gives them back.

    Without `passwords` the addresses have neither user nor password.
    """
    shown = (lambda url: url) if passwords else without_credentials
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = "Subscriptions"
    body = SubElement(root, "body")
    folders: dict[str, Element] = {"": body}
    for feed in feeds:
        if feed.kind is not FeedKind.WEB:
            continue
        title = feed.title or without_credentials(feed.url)
        outline = SubElement(
            _folder(folders, feed.folder),
            "outline",
            type="rss",
            text=title,
            title=title,
            xmlUrl=shown(feed.url),
        )
        if feed.site:
            outline.set("htmlUrl", shown(feed.site))
    indent(root)
    out = BytesIO()
    ElementTree(root).write(out, encoding="utf-8", xml_declaration=True)
    return out.getvalue()


def read_newsboat_urls(data: bytes, most: int = DEFAULT_LIMITS.feeds) -> SubscriptionList:
    """Return the feeds in newsboat's `urls` file: one a line, then tags, of which "~..." is a title.

    Feeds that newsboat makes by running a command, and its query feeds, are skipped with a sentence.
    """
    collected = _Collector(most)
    for number, line in enumerate(decode(data).splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        try:
            url, *tags = shlex.split(line, comments=False)
        except ValueError:
            url, *tags = line.split()
        title = next((tag[1:] for tag in tags if tag.startswith("~")), "")
        names = tuple(wash_line(tag, 100) for tag in tags if tag[:1] not in {"~", "!"})
        collected.add(url, title, "", names, place=f"line {number}")
    return collected.done()


class _Collector:
    """Gathers subscriptions in the order of the file, knows the folder it is in, and drops doubles."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._path: list[str] = []
        self._feeds: dict[str, Subscription] = {}
        self._skipped: list[str] = []

    def enter(self, outline: dict[str, str]) -> None:
        """Take an outline: a feed if it has the address of one, a folder otherwise."""
        name = wash_line(outline.get("title") or outline.get("text") or "", 200)
        url = outline.get("xmlurl", "").strip()
        if url:
            tags = (wash_line(tag, 100) for tag in outline.get("category", "").split(",") if tag.strip())
            self.add(url, name, outline.get("htmlurl", ""), tuple(tags), place=name or "an outline")
        self._path.append("" if url else name)

    def leave(self) -> None:
        """Leave the innermost outline."""
        self._path.pop()

    def add(self, url: str, title: str, site: str, tags: tuple[str, ...], *, place: str) -> None:
        """Keep a feed, or a sentence on why it cannot be one."""
        if len(self._feeds) >= self._most:
            raise SourceError(
                f"The list has more than {self._most:,} feeds, the limit for one import"
                " (the setting limits.feeds)."
            )
        if url.lower().startswith("feed:"):
            url = url[5:] if "://" in url[5:] and not url[5:].startswith("//") else "https:" + url[5:]
        try:
            requestable(url)
        except SourceError as error:
            self._skipped.append(f"{place}: {error}")
            return
        folder = "/".join(name for name in self._path[:MAX_DEPTH] if name)
        subscription = Subscription(url, wash_line(title), folder, absolute(site), tags)
        self._feeds.setdefault(url, subscription)

    def done(self) -> SubscriptionList:
        """Return everything gathered."""
        return SubscriptionList(tuple(self._feeds.values()), tuple(self._skipped))


def _folder(folders: dict[str, Element], path: str) -> Element:
    """Return the outline for a folder, made with all above it when it is new."""
    above, names = "", [name for name in path.split("/") if name][:MAX_DEPTH]
    for name in names:
        here = f"{above}/{name}" if above else name
        if here not in folders:
            folders[here] = SubElement(folders[above], "outline", text=name, title=name)
        above = here
    return folders[above]


def _plain_entity(entity: str) -> str:
    character = unescape(entity)
    return character if character != entity and character not in "<>&" else "&amp;" + entity[1:]
