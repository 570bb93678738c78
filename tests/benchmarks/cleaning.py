"""Megabytes of HTML a second to text and marks, on one core, medians of five.

python -m tests.benchmarks.cleaning
"""

# ruff: noqa: E501 - real pages have long lines

from statistics import median
from time import perf_counter

from tests.benchmarks.entries import entries
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


def main() -> None:
    """Print the speed for kinds of entries, each a few kilobytes as entries are."""
    mixed = [html for kind in entries().values() for html in kind]
    kinds = {"prose": [PROSE], "report": [REPORT], "dense markup": [DENSE], "twenty kinds": mixed}
    for name, group in kinds.items():
        size, times = sum(len(html.encode()) for html in group), []
        turns = 400_000 // size + 1
        for _ in range(5):
            start = perf_counter()
            for html in group * turns:
                clean(html, "https://kelm.example/")
            times.append(perf_counter() - start)
        speed = turns * size / median(times) / 1e6
        print(f"{name:14} {size / len(group) / 1000:6.1f} kB an entry {speed:6.1f} MB/s")


if __name__ == "__main__":
    main()
