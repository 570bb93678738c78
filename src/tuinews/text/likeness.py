"""Whether two texts are the same but for edits, and two addresses the same page.

A text is compared by its shingles, the hashes of every run of five words: the share that two texts have in
common (Jaccard) is 1 for copies, above 0.8 for an agency's report with another paper's first and last line,
and near 0 for two reports of one event. The three lowest of them are its traces: two texts that share 80 % of
their shingles share one of the three lowest as good as always (Broder, "On the resemblance and containment of
documents", 1997), so copies are found by looking a few numbers up. 0.3 ms for an article of 600 words.
"""

import re
from heapq import nsmallest
from itertools import accumulate
from urllib.parse import urlsplit
from zlib import crc32

from tuinews.text.fold import words

RUN = 5  # words of a shingle
TRACES = 3
FEWEST = 20  # words: what is shorter is alike by accident

_PORT = re.compile(r":(?:80|443)$")


def shingles(text: str) -> set[int]:
    """Return the hashes of all runs of five words of `text`; empty for one of fewer than 20 words."""
    found = words(text)
    if len(found) < FEWEST:
        return set()
    joined = " ".join(found).encode("utf-8", "surrogatepass")
    starts = list(accumulate((len(word) + 1 for word in joined.split(b" ")), initial=0))
    # Slices of one string: a third of the time that joining each run takes.
    return {crc32(joined[start : end - 1]) for start, end in zip(starts, starts[RUN:], strict=False)}


def traces(text: str) -> list[int]:
    """Return the numbers by which copies of `text` are found; none for one of fewer than 20 words."""
    return nsmallest(TRACES, shingles(text))


def likeness(one: str, other: str) -> float:
    """Return how much of two texts is the same, 0 to 1; texts of fewer than 20 words are the same or not."""
    if one == other:
        return 1.0
    first, second = shingles(one), shingles(other)
    if not first or not second:
        return float(words(one) == words(other))
    return len(first & second) / len(first | second)


def page(url: str) -> str:
    """Return what `url` stands for, however it is written: without scheme, `www.` and slash at the end.

    "" for what is no page of its own: no address of the web, or a site's front page.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https"}:
        return ""
    host = _PORT.sub("", parts.netloc.rpartition("@")[2].lower()).removeprefix("www.")
    path = parts.path.rstrip("/")
    if not path and not parts.query:
        return ""
    return (
        host
        + path
        + (f"?{parts.query}" if parts.query else "")
        + (f"#{parts.fragment}" if parts.fragment else "")
    )


def page_trace(url: str) -> int | None:
    """Return the number by which articles on a page are found; None for what is no page of its own."""
    address = page(url)
    return crc32(address.encode("utf-8", "surrogatepass"), 1) if address else None
