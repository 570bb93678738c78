"""Time from a key to the changed screen while `j` is held in a list of 100,000 articles.

`python -m tests.benchmarks.holding` sends 30 keys a second, as a keyboard does, to the reader and to a bare
list on Textual's Line API, in turn, whether or not the last one was answered, and prints the 95th
percentile of the time to the row it leads to, of each run and their medians.
"""

import re
import statistics
import tempfile
import time
from pathlib import Path

from tests.benchmarks.screen import PATIENCE, Screen
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
        return Strip([Segment(f"{'>' if number == self.cursor else ' '} Article {number + 1}".ljust(80))])

class Bare(App):
    def compose(self):
        yield Rows()

Bare().run()
"""
ROWS = {"bare": re.compile(rb"> Article (\d+) "), "reader": re.compile(rb" ([\d,]+) of 100,000 ")}
"""What tells the row under the cursor, in the list itself and in our status line, which is drawn after it."""


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


def hold(screen: Screen, row: re.Pattern[bytes]) -> float:
    """Hold `j`; return the 95th percentile of the seconds from a key to the row it leads to.

    A key is not kept back until the one before is answered; one whose row is passed over in a frame is
    answered by the row that is shown. `row` finds the number of the row under the cursor.
    """
    screen.quiet(1.5)
    sent: list[float] = []
    times: list[float] = []
    began, written = time.perf_counter(), b""
    while len(times) < KEYS:
        following = began + PERIOD * len(sent)
        if len(sent) < KEYS and time.perf_counter() >= following:
            screen.press("j")
            sent.append(screen.began)
            continue
        wait = following - time.perf_counter() if len(sent) < KEYS else PATIENCE
        written = written[-40:] + screen.read(wait)  # a sign may come in two pieces
        if found := row.findall(written):
            shown = time.perf_counter()
            reached = int(found[-1].replace(b",", b"")) - 1
            times += [shown - key for key in sent[len(times) : reached]]
    return sorted(times)[round(0.95 * KEYS)]


def main() -> None:
    """Measure and print."""
    times: dict[str, list[float]] = {"bare": [], "reader": []}
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        fill(folder / "home", ARTICLES)
        reader = ["-m", "tuinews", "--home", str(folder / "home")]
        for _ in range(RUNS):
            for name, measured in times.items():
                with Screen(["-c", BARE] if name == "bare" else reader, folder / "compiled") as screen:
                    screen.until("Article")
                    measured.append(hold(screen, ROWS[name]))
    for name, measured in times.items():
        runs = " ".join(f"{1000 * one:.1f}" for one in measured)
        print(f"{name:8}{1000 * statistics.median(measured):6.1f} ms    ({runs})")


if __name__ == "__main__":
    main()
