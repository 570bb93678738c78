"""Entries a second: the fast parser against feedparser as it is, medians of five.

python -m tests.benchmarks.parsing
"""

from collections.abc import Callable
from statistics import median
from time import perf_counter

import feedparser  # type: ignore[import-untyped]  # it ships no types

from tests.sources.corpus import NAMESPACES
from tuinews.sources.feed import read_feed
from tuinews.sources.wellformed import parse_well_formed

ENTRIES = 100
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


def seconds(parse: Callable[[bytes], object], data: list[bytes]) -> float:
    times = []
    for _ in range(5):
        start = perf_counter()
        for feed in data:
            parse(feed)
        times.append(perf_counter() - start)
    return median(times)


def main() -> None:
    """Print entries a second and the ratio to feedparser."""
    data = feeds()
    count = ENTRIES * len(data)
    reference = seconds(feedparser.parse, data)
    for name, parse in {
        "feedparser": feedparser.parse,
        "fast parser": parse_well_formed,
        "fast parser, washed and cleaned": lambda feed: read_feed(feed, "https://kelm.example/"),
    }.items():
        taken = seconds(parse, data)
        print(f"{name:32} {count / taken:10,.0f} entries/s {reference / taken:6.1f} times")


if __name__ == "__main__":
    main()
