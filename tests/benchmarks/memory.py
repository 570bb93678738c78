"""Memory of the reader with 100,000 articles, beside the same program with 10 (Linux).

`python -m tests.benchmarks.memory` prints the megabytes after some reading, medians of five.
"""

import statistics
import tempfile
from pathlib import Path

from tests.benchmarks.holding import ARTICLES, RUNS, fill
from tests.benchmarks.screen import Screen


def main() -> None:
    """Measure and print."""
    found: dict[int, list[float]] = {10: [], ARTICLES: []}
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        for number in found:
            fill(folder / str(number), number)
        for _ in range(RUNS):
            for number, measured in found.items():
                home = str(folder / str(number))
                with Screen(["-m", "tuinews", "--home", home], folder / "compiled") as screen:
                    screen.until("Article")
                    screen.quiet(2)
                    for _ in range(50):
                        screen.press("j")
                        screen.quiet(0.02)
                    screen.press("G")
                    screen.quiet(1)
                    measured.append(screen.memory)
    for number, measured in found.items():
        print(f"{number:8,} articles{statistics.median(measured):8.1f} MB")
    print(f"difference {statistics.median(found[ARTICLES]) - statistics.median(found[10]):.1f} MB")


if __name__ == "__main__":
    main()
