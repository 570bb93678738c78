"""Bytes of any feed format become entries."""

import re

from tuinews.model import Failed, Fetched
from tuinews.sources.jsonfeed import parse_json_feed
from tuinews.sources.raw import finish
from tuinews.sources.reference import parse_xml_feed

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+html|<html)", re.IGNORECASE | re.DOTALL
)


def read_feed(data: bytes, url: str, content_type: str = "") -> Fetched | Failed:
    """Return the feed in `data`, which came from `url` (an address or a path), or why it cannot be read."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    if not start:
        return Failed(url, f"{url} is empty.")
    try:
        if start.startswith((b"{", b"[")):
            return finish(parse_json_feed(data), url)
        if looks_like_html(start):
            return Failed(url, f"{url} is a web page, not a feed. Add the address of its feed instead.")
        if b"<" not in start.replace(b"\0", b""):
            raise ValueError("there is no feed in it")
        return finish(parse_xml_feed(data, url, content_type), url)
    except ValueError as error:
        return Failed(url, f"{url} cannot be read as a feed: {error}.")


def looks_like_html(start: bytes) -> bool:
    """Tell a web page from a feed by its first bytes."""
    return bool(_HTML.match(start))


def looks_like_feed(start: bytes) -> bool:
    """Tell whether a document whose first bytes are `start` claims to be a feed of some kind."""
    head = start[:4096].lower()
    roots = (b"<rss", b"<feed", b"<rdf:rdf", b"<channel", b"jsonfeed.org/version")
    return any(root in head for root in roots) and not looks_like_html(start)
