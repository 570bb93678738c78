"""Time from Enter to the article on the screen, for one of 600 words and one of 100,000.

`python -m tests.benchmarks.opening` prints the medians of five, in milliseconds.
"""

import statistics
import tempfile
from pathlib import Path

from tests.benchmarks.screen import Screen
from tuinews.library import Library
from tuinews.model import Entry, FeedKind

RUNS = 5
END = 1_790_000_000
SIZES = {600: "Sixhundred", 100_000: "Hundredthousand"}
PARAGRAPH = (
    "“The ferry will sail on Monday,” said Ruth Okafor, the engineer of the port, and the harbour office in "
    "Corvalette agreed with her for once; nobody on the quay, where the wind had come up in the night and "
    "taken the awning of the fish hall with it, could remember when that had happened before. "
)


def fill(home: Path) -> None:
    """Write a library of the two articles, the shorter first."""
    entries = []
    for order, (number, sign) in enumerate(SIZES.items()):
        paragraphs = number // len(PARAGRAPH.split())
        text = "\n\n".join([f"{sign} begins here."] + [PARAGRAPH] * paragraphs)
        entries.append(
            Entry(sign, f"https://courier.example/{sign}", f"{number} words", text, published=END - order)
        )
    with Library(home, with_samples=False) as library:
        feed = library.feeds.add(str(home / "no.rss"), "Ardmouth Courier", FeedKind.SAMPLE)
        library.articles.put(feed.id, entries, END)


def main() -> None:
    """Measure and print."""
    times: dict[int, list[float]] = {number: [] for number in SIZES}
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        fill(folder / "home")
        # One pane at a time: Enter opens at once, where beside the list a preview comes first.
        with Screen(
            ["-m", "tuinews", "--home", str(folder / "home")], folder / "compiled", (80, 24)
        ) as screen:
            screen.until("600 words")
            screen.quiet(3)
            for _ in range(RUNS):
                for number, sign in SIZES.items():
                    screen.press("\r")
                    times[number].append(screen.until(sign))
                    screen.quiet(1)
                    screen.press("h")
                    screen.quiet(0.3)
                    screen.press("j" if number == 600 else "k")
                    screen.quiet(0.3)
    for number, measured in times.items():
        runs = " ".join(f"{1000 * one:.1f}" for one in measured)
        print(f"{number:8,} words{1000 * statistics.median(measured):8.1f} ms    ({runs})")


if __name__ == "__main__":
    main()
