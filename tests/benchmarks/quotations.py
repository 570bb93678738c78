"""How the analysis fares with text that is written to be slow: `python -m tests.benchmarks.quotations`.

Each text is analysed at one size and at twice that size; the second number over the first tells whether
the work is linear (2 is), and the third how long a megabyte takes.
"""

import time
from collections.abc import Callable

from tuinews.text.analysis import analyse

PARAGRAPH = "“We go,” said Ruth Okafor. Mr Bech, who was there, called it “a mess”, and she agreed.\n"

TEXTS: dict[str, Callable[[int], str]] = {
    "opening marks": lambda n: "“" * n,
    "opening marks and words": lambda n: "“no way out of here " * (n // 20),
    "straight marks": lambda n: '"' * n,
    "quotations": lambda n: "“a” " * (n // 4),
    "quotations within a line": lambda n: "“We go there,” said Ann Poe and " * (n // 32),
    "nested": lambda n: "“we said ‘go " * (n // 26) + "out’ now” " * (n // 26),
    "paragraphs": lambda n: PARAGRAPH * (n // len(PARAGRAPH)),
    "running over paragraphs": lambda n: "“One more of them\n\n" * (n // 19),
    "no full stop": lambda n: "Ruth Okafor said that it rained and " * (n // 36),
    "pronouns": lambda n: "She said “so it goes” to him " * (n // 29),
    "offices": lambda n: "Mayor Ruth Okafor left. “No way out,” the mayor said. " * (n // 54),
    "cues": lambda n: "said " * (n // 10) + "“no way out” " + "said " * (n // 10),
}


def seconds(text: str) -> float:
    """How long one analysis takes, the better of two."""
    best = float("inf")
    for _ in range(2):
        started = time.perf_counter()
        analyse(text, "en")
        best = min(best, time.perf_counter() - started)
    return best


def main() -> None:
    """Print one line a text."""
    analyse(PARAGRAPH, "en")
    size = 200_000
    print(f"{'':26}{size:>10,}{2 * size:>10,}  growth  s/MB")
    for name, make in TEXTS.items():
        once, twice = seconds(make(size)), seconds(make(2 * size))
        print(f"{name:26}{once:10.3f}{twice:10.3f}{twice / once:8.2f}{twice / (2 * size) * 1e6:6.2f}")


if __name__ == "__main__":
    main()
