"""How much of an article is found on its page, how much else, and how fast: the extractors side by side.

    python -m tests.benchmarks.fulltext

F1 is over words, counted as often as they stand, with the mean over the pages and the worst kind of page.
"""

from collections import Counter, defaultdict
from collections.abc import Callable
from importlib.util import find_spec
from statistics import mean, median
from time import perf_counter

from tests.benchmarks.pages import Page, pages
from tuinews.sources.page import extract
from tuinews.text.clean import clean
from tuinews.text.fold import words


def f1(found: str, wanted: str) -> float:
    """Return the harmonic mean of precision and recall over words."""
    have, want = Counter(words(found)), Counter(words(wanted))
    common = sum((have & want).values())
    return 2 * common / (sum(have.values()) + sum(want.values())) if common else 0.0


def readability(html: str) -> str:
    """Return what readability-lxml finds."""
    from readability import Document  # type: ignore[import-not-found, import-untyped, unused-ignore]

    return clean(Document(html).summary())[0]


def trafilatura(html: str) -> str:
    """Return what trafilatura finds, as it comes."""
    import trafilatura

    return trafilatura.extract(html, include_comments=False) or ""


def measure(name: str, read: Callable[[str], str], made: list[Page]) -> None:
    """Print one extractor's figures."""
    read(made[0].html)
    scores, times = defaultdict(list), []
    for page in made:
        start = perf_counter()
        found = read(page.html)
        times.append(perf_counter() - start)
        scores[page.kind].append(f1(found, page.text))
    means = {kind: mean(values) for kind, values in scores.items()}
    worst = min(means, key=lambda kind: means[kind])
    whole = f"F1 {mean(means.values()):.3f}, worst {means[worst]:.3f} ({worst})"
    print(f"{name:18} {whole:40} {median(times) * 1000:6.1f} ms a page of {len(made[0].html) // 1000} KB")


def main() -> None:
    """Compare what is installed."""
    made = pages()
    measure("tuinews", lambda html: extract(html, "https://kelm.example/")[0], made)
    measure("the whole page", lambda html: clean(html)[0], made)
    for name, read in {"trafilatura": trafilatura, "readability": readability}.items():
        if find_spec(name):
            measure(name, read, made)


if __name__ == "__main__":
    main()
