"""Entries a second, side by side in one run: feedparser, what lxml can do, and ours; medians of five.

    feedparser   as it comes: bodies sanitised, relative links resolved by the address that the feed came from
    bare         feedparser without either
    lxml         fastfeedparser, where it is installed (`pip install fastfeedparser`); it loses fields
    fields       ours: all fields of all entries, bodies still HTML
    whole        ours: washed, bodies as text and marks, which is the work of tuinews.text.clean

Three lots: the well-formed feeds of the corpus as they are, with one entry each, which measures what a feed
costs; the same with each entry twenty times; and feeds of real size, 50 entries with real-life bodies, in the
formats that are common.

python -m tests.benchmarks.parsing
"""

# ruff: noqa: E501 - an entry is clearer on one line than broken to fit

import gc
import re
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from importlib import import_module
from statistics import median
from time import process_time
from xml.etree import ElementTree

import feedparser  # type: ignore[import-untyped]  # it ships no types

from tests.sources.corpus import NAMESPACES, corpus
from tuinews.sources.feed import parse_xml, read_feed
from tuinews.sources.fields import Unsure
from tuinews.sources.wellformed import parse_well_formed

URL = "https://kelm.example/"
ENTRIES = 50
TIMES = 20  # entries in each feed of the corpus
_ENTRIES = re.compile(rb"<((?:\w+:)?(?:item|entry))[ >].*</\1>", re.DOTALL | re.IGNORECASE)
PARAGRAPH = (
    '<p>The <em>ferry</em> left at ten, said <a href="https://kelm.example/ada">Ada Vell</a>, who keeps the quay,'
    " and it was as full as it had ever been on a Monday in March.</p>\n"
)
ESCAPED = PARAGRAPH.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
XHTML = f"<div xmlns='http://www.w3.org/1999/xhtml'>{PARAGRAPH * 6}</div>"

# By format: one entry, its number and the minute of its date still to be filled in.
REAL = {
    "rss, long": (
        "<item><title>Ferry {n} sails &amp;amp; returns</title><link>https://kelm.example/2026/{n}/?a=1&amp;b=2</link>"
        "<guid isPermaLink='false'>https://kelm.example/?p={n}</guid><pubDate>Mon, 23 Nov 2026 10:{m}:00 +0100</pubDate>"
        "<dc:creator><![CDATA[Ada Vell]]></dc:creator><category><![CDATA[Sea]]></category><category>Ships</category>"
        "<comments>https://kelm.example/{n}#c</comments><slash:comments>3</slash:comments>"
        f"<description>A short word on it</description><content:encoded><![CDATA[{PARAGRAPH * 8}]]></content:encoded></item>"
    ),
    "rss, short": (
        "<item><title>Ferry {n}</title><link>https://kelm.example/{n}</link><guid>https://kelm.example/{n}</guid>"
        "<pubDate>Mon, 23 Nov 2026 09:{m}:00 GMT</pubDate><description>The ferry left at ten and was full.</description>"
        '<media:thumbnail url="https://kelm.example/{n}.jpg" width="240" height="135"/></item>'
    ),
    "podcast": (
        "<item><title>Episode {n}</title><guid isPermaLink='false'>ep-{n}</guid><itunes:author>Ada Vell</itunes:author>"
        "<pubDate>Mon, 23 Nov 2026 04:{m}:00 EST</pubDate><itunes:duration>12:00</itunes:duration>"
        f'<enclosure url="https://kelm.example/{{n}}.mp3" length="123456" type="audio/mpeg"/><description>{ESCAPED * 2}'
        "</description><itunes:explicit>no</itunes:explicit><itunes:summary>Of ferries</itunes:summary></item>"
    ),
    "atom, long": (
        "<entry><id>tag:kelm.example,2026:{n}</id><title type='html'>Ferry {n}</title><author><name>Ada Vell</name></author>"
        "<link rel='alternate' type='text/html' href='https://kelm.example/{n}'/><published>2026-11-23T09:{m}:00Z</published>"
        f"<updated>2026-11-23T10:{{m}}:00+01:00</updated><category term='sea'/><content type='html'>{ESCAPED * 8}</content></entry>"
    ),
    "atom, xhtml": (
        "<entry><id>https://kelm.example/{n}</id><title>Ferry {n}</title><link href='https://kelm.example/{n}'/>"
        f"<updated>2026-11-23T09:{{m}}:00Z</updated><content type='xhtml'>{XHTML}</content></entry>"
    ),
}


def feeds() -> list[bytes]:
    """Return feeds of real size."""
    made = []
    for name, entry in REAL.items():
        body = "".join(entry.replace("{n}", str(n)).replace("{m}", f"{n % 60:02}") for n in range(ENTRIES))
        feed = (
            f'<rss version="2.0"{NAMESPACES}><channel><title>K</title><link>{URL}</link>{body}</channel></rss>'
            if not name.startswith("atom")
            else f'<feed xmlns="http://www.w3.org/2005/Atom"><title>K</title><link href="{URL}"/>{body}</feed>'
        )
        made.append(f'<?xml version="1.0" encoding="UTF-8"?>{feed}'.encode())
    return made


def repeated(data: bytes, times: int = TIMES) -> bytes | None:
    """Return a feed of the corpus with its entries many times over, None if it is broken or has none."""
    try:
        ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError):
        return None
    match = _ENTRIES.search(data)
    return data[: match.start()] + match[0] * times + data[match.end() :] if match else None


def is_fast(data: bytes) -> bool:
    """Tell whether the fast parser takes a feed."""
    try:
        return bool(parse_well_formed(data, URL))
    except Unsure:
        return False


def seconds(ways: dict[str, Callable[[bytes], object]], data: list[bytes]) -> dict[str, float]:
    """Return what it takes each parser to parse all feeds, medians of five rounds in which all have a turn."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(5):
        for name, parse in ways.items():
            gc.collect()  # what another left behind
            start = process_time()
            for feed in data:
                parse(feed)
            times[name].append(process_time() - start)
    return {name: median(taken) for name, taken in times.items()}


def parsers() -> dict[str, Callable[[bytes], object]]:
    """Return the parsers by name, feedparser first."""
    from_url = partial(feedparser.parse, response_headers={"content-location": URL})
    found: dict[str, Callable[[bytes], object]] = {
        "feedparser": from_url,
        "bare": partial(from_url, sanitize_html=False, resolve_relative_uris=False),
    }
    with suppress(ImportError):
        lxml_based = import_module("fastfeedparser").parse

        def parse(feed: bytes) -> None:
            with suppress(ValueError, KeyError):  # what it cannot read
                lxml_based(feed)

        found["lxml"] = parse
    found["fields"] = lambda feed: parse_xml(feed, URL)
    found["whole"] = lambda feed: read_feed(feed, URL)
    return found


def main() -> None:
    """Print entries a second, and how many times feedparser's that is."""
    well_formed = [feed for data in corpus().values() if (feed := repeated(data))]
    single = [feed for data in corpus().values() if (feed := repeated(data, 1))]
    fast = sum(map(is_fast, single))
    print(f"{len(single)} well-formed feeds in the corpus, {fast} of them read fast; entries a second")
    lots = {
        "corpus, 1 entry": (single, len(single)),
        f"corpus, {TIMES} entries": (well_formed, TIMES * len(well_formed)),
        f"real, {ENTRIES} entries": (feeds(), ENTRIES * len(REAL)),
    }
    for lot, (data, count) in lots.items():
        taken = seconds(parsers(), data)
        print(f"{lot:20}", end="")
        for name, time in taken.items():
            print(f" {name} {count / time:,.0f} ({taken['feedparser'] / time:.1f}×)", end="")
        print()


if __name__ == "__main__":
    main()
