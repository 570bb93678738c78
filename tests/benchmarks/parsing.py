"""Entries a second: ours against feedparser as it is, its sanitising and resolving on; medians of five.

Ours comes with texts washed and cleaned to text and marks, feedparser's with HTML made safe. Two lots: two
feeds of long entries, and every well-formed feed of the corpus, each with its entries repeated.

python -m tests.benchmarks.parsing
"""

import re
from collections.abc import Callable
from statistics import median
from time import process_time
from xml.etree import ElementTree

import feedparser  # type: ignore[import-untyped]  # it ships no types

from tests.sources.corpus import NAMESPACES, corpus
from tuinews.sources.feed import read_feed
from tuinews.sources.fields import Unsure
from tuinews.sources.wellformed import parse_well_formed

ENTRIES = 100
TIMES = 20  # entries in each feed of the corpus
_ENTRIES = re.compile(rb"<((?:\w+:)?(?:item|entry))[ >].*</\1>", re.DOTALL | re.IGNORECASE)
PARAGRAPH = (
    "&lt;p&gt;The &lt;em&gt;ferry&lt;/em&gt; left at ten, said &lt;a href=&quot;https://kelm.example/ada&quot;&gt;Ada"
    " Vell&lt;/a&gt;, who keeps the quay, and it was as full as it had ever been on a Monday.&lt;/p&gt;\n"
)


def rss(number: int) -> str:
    return (
        f"<item><title>Ferry {number}</title><link>https://kelm.example/{number}</link>"
        f"<guid>https://kelm.example/{number}</guid><pubDate>Mon, 23 Nov 2026 10:00:00 +0100</pubDate>"
        f"<dc:creator>Ada Vell</dc:creator><category>Sea</category><description>Short</description>"
        f"<content:encoded>{PARAGRAPH * 8}</content:encoded></item>"
    )


def atom(number: int) -> str:
    return (
        f"<entry><id>tag:kelm.example,2026:{number}</id><title>Ferry {number}</title>"
        f"<link href='https://kelm.example/{number}'/><updated>2026-11-23T09:00:00Z</updated>"
        f"<author><name>Ada Vell</name></author><content type='html'>{PARAGRAPH * 8}</content></entry>"
    )


def feeds() -> list[bytes]:
    items, entries = "".join(map(rss, range(ENTRIES))), "".join(map(atom, range(ENTRIES)))
    return [
        f'<rss version="2.0"{NAMESPACES}><channel><title>K</title>{items}</channel></rss>'.encode(),
        f'<feed xmlns="http://www.w3.org/2005/Atom"><title>K</title>{entries}</feed>'.encode(),
    ]


def repeated(data: bytes) -> bytes | None:
    """Return a feed of the corpus with its entries many times over, None if it is broken or has none."""
    try:
        ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError):
        return None
    match = _ENTRIES.search(data)
    return data[: match.start()] + match[0] * TIMES + data[match.end() :] if match else None


def is_fast(data: bytes) -> bool:
    try:
        return bool(parse_well_formed(data, "https://kelm.example/"))
    except Unsure:
        return False


def seconds(parse: Callable[[bytes], object], data: list[bytes]) -> float:
    times = []
    for _ in range(5):
        start = process_time()
        for feed in data:
            parse(feed)
        times.append(process_time() - start)
    return median(times)


def main() -> None:
    """Print entries a second and the ratio to feedparser."""
    well_formed = [feed for data in corpus().values() if (feed := repeated(data))]
    fast = [feed for feed in well_formed if is_fast(feed)]
    lots = {
        "two feeds of long entries": (feeds(), 2 * ENTRIES),
        f"corpus, {len(well_formed)} well-formed feeds": (well_formed, TIMES * len(well_formed)),
        f"corpus, the {len(fast)} read fast": (fast, TIMES * len(fast)),
    }
    for lot, (data, count) in lots.items():
        reference = seconds(feedparser.parse, data)
        ours = seconds(lambda feed: read_feed(feed, "https://kelm.example/"), data)
        print(
            f"{lot:32} feedparser {count / reference:8,.0f} ours {count / ours:8,.0f} entries/s"
            f" {reference / ours:6.1f} times"
        )


if __name__ == "__main__":
    main()
