"""Megabytes of HTML a second to text and marks, on one core: seconds of processor, medians of nine.

Beside it what costs less than any cleaning can: parsing, and a walk over all nodes that only collects texts.

python -m tests.benchmarks.cleaning
"""

# ruff: noqa: E501 - real pages have long lines

from collections.abc import Callable
from statistics import median
from time import process_time

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.benchmarks.entries import KINDS, entries
from tuinews.text.clean import clean

WORDS = (
    "The harbour master looked at the water for a long time, said nothing, and went back to his tea. “It will"
    " rain,” he told the gulls, who had known it since the morning and were not impressed at all. "
)
PROSE = "".join(f'<p class="wp-block-paragraph">{WORDS * 3}</p>\n\n' for _ in range(8))
REPORT = (
    '<div class="entry-content"><figure class="wp-block-image size-large"><img decoding="async" width="1024"'
    ' height="683" src="https://kelm.example/wp-content/uploads/2026/11/quay-1024x683.jpg" alt="The quay at dawn"'
    ' srcset="https://kelm.example/quay-1024x683.jpg 1024w, https://kelm.example/quay-300x200.jpg 300w"'
    ' sizes="(max-width: 1024px) 100vw, 1024px" /><figcaption>The quay at dawn</figcaption></figure>'
    + "".join(
        f'<p>{WORDS}<a href="https://kelm.example/{n}?utm_source=rss" target="_blank" rel="noopener">More on'
        f" this</a> and <em>that</em>. {WORDS}</p>\n<h2>Part {n}</h2>\n<ul>\n<li>{WORDS}</li>\n<li>{WORDS}</li></ul>\n"
        for n in range(4)
    )
    + "<blockquote><p>Nobody asked me.</p></blockquote></div>"
)
DENSE = (
    '<p>The <b>master</b> of <a href="https://kelm.example/x">the quay</a> <i>slept</i>.</p><ul><li>one</li></ul>'
    * 30
)


def walk(html: str) -> list[str]:
    """Return the texts of a page: the least that a program in Python must do with each node."""
    texts: list[str] = []
    parents: list[LexborNode] = []
    parser = LexborHTMLParser(html)
    node = parser.body.first_child if parser.body else None
    while True:
        while node is None:
            if not parents:
                return texts
            node = parents.pop().next
        if node.tag == "-text":
            texts.append(node.text_content or "")
            node = node.next
        else:
            parents.append(node)
            node = node.first_child


def main() -> None:
    """Print the speed for kinds of entries, each a few kilobytes as entries are."""
    mixed = [html for kind in entries().values() for html in kind]
    kinds = {"prose": [PROSE], "report": [REPORT], "dense markup": [DENSE], f"{len(KINDS)} kinds": mixed}
    ways: dict[str, Callable[[str], object]] = {
        "parsed": LexborHTMLParser,
        "walked": walk,
        "cleaned": lambda html: clean(html, "https://kelm.example/"),
    }
    for name, group in kinds.items():
        size = sum(len(html.encode()) for html in group)
        turns = 100_000 // size + 1
        taken: dict[str, list[float]] = {way: [] for way in ways}
        for _ in range(9):
            for way, run in ways.items():
                start = process_time()
                for html in group * turns:
                    run(html)
                taken[way].append(process_time() - start)
        speeds = "".join(f" {way} {turns * size / median(taken[way]) / 1e6:6.1f}" for way in ways)
        print(f"{name:14} {size / len(group) / 1000:6.1f} kB an entry {speeds} MB/s")


if __name__ == "__main__":
    main()
