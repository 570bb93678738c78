"""Bytes of any feed format become entries."""

import re
from itertools import islice

from tuinews.limits import DEFAULT_LIMITS, Limits
from tuinews.model import Failed, Fetched
from tuinews.sources.fields import Unsure
from tuinews.sources.jsonfeed import parse_json_feed
from tuinews.sources.raw import RawFeed, finish
from tuinews.sources.reference import parse_xml_feed
from tuinews.sources.wellformed import parse_well_formed

_HARMLESS_TAGS = 10_000

_ENTRY = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s/>]")
_TAG = re.compile(rb"<(/?)[\w:][^<>]*?(/?)>")
_CDATA = re.compile(rb"<!\[CDATA\[(?:.*?\]\]>|.*)", re.DOTALL)
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+html|<html)", re.IGNORECASE | re.DOTALL
)


def read_feed(
    data: bytes, url: str, content_type: str = "", limits: Limits = DEFAULT_LIMITS
) -> Fetched | Failed:
    """Return the feed in `data`, which came from `url` (an address or a path), or why it cannot be read."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        return Failed(url, f"{url} is empty.")
    try:
        if start.startswith((b"{", b"[")):
            return finish(parse_json_feed(data, limits.entries), url, limits)
        if looks_like_html(start):
            reason = f"{url} is a web page, not a feed. Add the address of its feed instead."
            return Failed(url, reason, is_page=True)
        if b"<" not in start.replace(b"\0", b""):
            raise ValueError("there is no feed in it")
        data, left_out = bounded(data, limits)
        raw = parse_xml(data, url, content_type)
        raw.left_out = left_out
        return finish(raw, url, limits)
    except ValueError as error:
        return Failed(url, f"{url} cannot be read as a feed: {error}.")


def parse_xml(data: bytes, url: str, content_type: str = "") -> RawFeed:
    """Return the feed, read the fast way where that is safe, by feedparser where it is not."""
    try:
        return parse_well_formed(data, url, content_type)
    except Unsure:
        return parse_xml_feed(data, url, content_type)


def bounded(data: bytes, limits: Limits) -> tuple[bytes, int]:
    """Return a feed in XML with as many entries as the limits allow, its end put back so that it stays whole,
    and how many entries were cut off.

    A parser would go through millions of entries before anybody could count them, and takes time quadratic
    in the depth of elements: ValueError for what no feed needs.
    """
    if data.count(b"<") > _HARMLESS_TAGS and _depth(data) > limits.depth:
        deepest = f"{limits.depth:,} deep (the setting limits.depth)"
        raise ValueError(f"its elements are nested more than {deepest}")
    starts = islice(_ENTRY.finditer(data), limits.entries, None)
    first_too_many = next(starts, None)
    if first_too_many is None:
        return data, 0
    end = data[max(data.rfind(b"</item>"), data.rfind(b"</entry>")) :].partition(b">")[2]
    return data[: first_too_many.start()] + end[-10_000:], 1 + sum(1 for _ in starts)


def _depth(data: bytes) -> int:
    """Return how deep the elements of an XML document are nested at most, roughly."""
    depth = deepest = 0
    for match in _TAG.finditer(_CDATA.sub(b"", data)):
        depth += -1 if match[1] else not match[2]
        deepest = max(depth, deepest)
    return deepest


def looks_like_html(start: bytes) -> bool:
    """Tell a web page from a feed by its first bytes."""
    return bool(_HTML.match(start))


def looks_like_feed(start: bytes) -> bool:
    """Tell whether a document whose first bytes are `start` claims to be a feed of some kind."""
    head = start[:4096].lower()
    roots = (b"<rss", b"<feed", b"<rdf:rdf", b"<channel", b"jsonfeed.org/version")
    return any(root in head for root in roots) and not looks_like_html(start)
