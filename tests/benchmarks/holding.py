"""Time from a key to the changed screen while `j` is held in a list of 100,000 articles.

`python -m tests.benchmarks.holding` sends 30 keys a second, as a keyboard does, to the reader and to a bare
list on Textual's Line API, in turn, and prints the 95th percentile of each run and their medians.
"""

import statistics
import tempfile
import time
from pathlib import Path

from tests.benchmarks.screen import Screen
from tuinews.library import Library
from tuinews.model import Entry, FeedKind

ARTICLES = 100_000
RUNS = 5
KEYS = 150
PERIOD = 1 / 30  # seconds
END = 1_790_000_000  # seconds: the date of the newest
BARE = """
from rich.segment import Segment
from textual.app import App
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

class Rows(ScrollView, can_focus=True):
    BINDINGS = [("j", "down")]
    cursor = 0

    def on_mount(self):
        self.virtual_size = Size(80, 100_000)

    def action_down(self):
        self.cursor += 1
        self.refresh_lines(self.cursor - 1, 2)
        if self.cursor >= self.scroll_offset.y + self.size.height:
            self.scroll_to(y=self.cursor - self.size.height + 1, animate=False, force=True)

    def render_line(self, y):
        number = y + self.scroll_offset.y
        return Strip([Segment(f"{'>' if number == self.cursor else ' '} Article {number}".ljust(80))])

class Bare(App):
    def compose(self):
        yield Rows()

Bare().run()
"""


def fill(home: Path, number: int) -> None:
    """Write a library of so many short articles, a minute apart."""
    entries = [
        Entry(f"{at}", f"https://courier.example/{at}", f"Article {at} of the harbour", "So it goes.",
              published=END - 60 * at)
        for at in range(number)
    ]  # fmt: skip
    with Library(home, with_samples=False) as library:
        feed = library.feeds.add(str(home / "no.rss"), "Ardmouth Courier", FeedKind.SAMPLE)
        for start in range(0, number, 10_000):
            library.articles.put(feed.id, entries[start : start + 10_000], END)


def hold(screen: Screen) -> float:
    """Hold `j`; return the 95th percentile of the seconds until the screen changed."""
    screen.quiet(1.5)
    times = []
    for _ in range(KEYS):
        screen.press("j")
        times.append(screen.until(""))
        screen.quiet(0.005)
        time.sleep(max(screen.began + PERIOD - time.perf_counter(), 0))
    return sorted(times)[round(0.95 * KEYS)]


def main() -> None:
    """Measure and print."""
    times: dict[str, list[float]] = {"bare": [], "reader": []}
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        fill(folder / "home", ARTICLES)
        for _ in range(RUNS):
            for name, measured in times.items():
                reader = ["-m", "tuinews", "--home", str(folder / "home")]
                with Screen(["-c", BARE] if name == "bare" else reader, folder / "compiled") as screen:
                    screen.until("Article")
                    measured.append(hold(screen))
    for name, measured in times.items():
        runs = " ".join(f"{1000 * one:.1f}" for one in measured)
        print(f"{name:8}{1000 * statistics.median(measured):6.1f} ms    ({runs})")


if __name__ == "__main__":
    main()
