"""The table of scale: how the program answers at a thousand, a hundred thousand and a million articles.

    python -m tests.benchmarks.interface FOLDER [--million FILE] [--runs 5]

prints one table, each figure the median of five runs, with what is asked of a million. What is timed on the
screen is timed in a pseudo-terminal, from a key to the row it leads to being written there; a search is typed
but for its last letter. The engine's part is beside the best query by hand for the same answer, and what is
added beside bare rows, each in turn in one process (`scale.py`). The libraries are made in FOLDER where they
are not there yet (21 KB an article; a million, as FILE, take half an hour); what is marked is unmarked again.
"""

import argparse
import tempfile
import time
from array import array
from collections.abc import Iterator
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from statistics import median, quantiles

from tests.benchmarks import scale, world
from tests.benchmarks.scale_asked import searches, views
from tests.benchmarks.screen import Screen
from tuinews.store import Store

KEYS = {"all": "1", "unread": "2", "starred": "3"}
TRIES = 3
PRESSES = 5  # of each key of a view a run: between two of one's medians of five lay a third
HELD = 1 / 30  # seconds between two keys of one held

LISTS = ("all", "unread", "starred", "one feed", "feed, unread", "one folder", "one tag", "one person")
#: What is asked of a million, and whether that is a number or so many times the figure at a thousand.
LAUNCH = "launch to first headline"
ASKED = {
    LAUNCH: "1.1×",
    **{f"{kind}: first page": "50, 1.2×" for kind in LISTS},
    "first page of any view, p95": "50",
    "saved search: first page": "100",
    "200 searches, a key: p95": "60",
    "200 searches: p95": "1.5×",
    "best first with number: worst": "100",
    "sort:relevance, a key: worst of 4": "100",
    "marking 100,000 (or all) read": "2,000",
    "undoing it": "2,000",
    "resident memory, MB": "120",
    "articles added a second": "0.8×",
}

Figure = tuple[str, float]
Cell = tuple[float, float | None]  # a figure, and how many times its floor it is


class Reader:
    """The program on a library, and a store on the same to know what it must show."""

    def __init__(self, store: Store, screen: Screen) -> None:
        self.store, self.screen = store, screen

    def first(self, sought: str, *, typing: bool = False) -> str:
        """Return how the first row of an answer begins; a space at the end asks nothing."""
        found = self.store.search.ids(sought.strip(), typing=typing)
        return self.title(next(iter(found), array("q"))[:1])

    def title(self, ids: "array[int]") -> str:
        """Return how the row of the last of these articles begins."""
        found = self.store.articles.headlines(ids[-1:])
        return found[0].title[:20] if found else "nothing found"

    def took(self, keys: str, sign: str) -> float:
        """Return the milliseconds from these keys until `sign` is written."""
        self.screen.press(keys)
        taken = self.screen.until(sign) * 1000
        self.screen.quiet(0.12)
        return taken

    def open_bar(self) -> None:
        """Open the search bar over all articles."""
        self.took("1", self.first(""))
        self.took("/", "as you type")

    def seek(self, sought: str) -> float:
        """Return the milliseconds from the last letter of a search to its first hit on the screen.

        Or from the last one that changes what stands first: else there is nothing to wait for.
        """
        sign = self.first(sought, typing=True)
        while len(sought) > 1 and self.first(sought[:-1], typing=True) == sign:
            sought = sought[:-1]
        for _ in range(TRIES):
            self.screen.press("\x15")  # all that was typed goes
            self.screen.quiet(0.06)
            self.screen.press(sought[:-1])
            self.screen.quiet(0.2)
            # On a busy machine its answer may yet be to come; never shown, it leaves the sign where it was.
            with suppress(TimeoutError):
                return self.took(sought[-1], sign)
        raise TimeoutError(f"{sought!r} is never answered by {sign!r}")


def measure(path: Path, folder: Path, runs: int) -> Iterator[Figure]:
    """Yield the figures of one library on the screen."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    (home / "tuinews.db").unlink(missing_ok=True)
    (home / "tuinews.db").symlink_to(path.resolve())
    command = ["-m", "tuinews", "--home", str(home)]
    with Store(path) as store:
        store.upkeep.seal()
        made = world.World()
        store.saved.put("followed", made.words[300])
        newest = store.articles.headlines(store.articles.newest(1))[0].title[:20]
        starts = []
        for _ in range(runs + 1):
            with Screen(command, folder / "compiled") as screen:
                starts.append(screen.until(newest) * 1000)
        yield LAUNCH, median(starts[1:])
        with Screen(command, folder / "compiled") as screen:
            screen.until(newest)
            screen.quiet(3)
            reader = Reader(store, screen)
            yield from _views(reader, made, runs)
            yield from _searches(reader, made, runs)
            yield "resident memory, MB", screen.resident
            yield from _marked(reader, runs)
            yield "resident memory after marking, MB", screen.resident


def _views(reader: Reader, made: world.World, runs: int) -> Iterator[Figure]:
    number = f"{reader.store.search.count() or 0:,}"
    every: list[float] = []
    for asked in views(made):
        if asked.kind in KEYS:
            first = reader.first(asked.sought)
            times = []
            for _ in range(PRESSES * runs):
                reader.took("4", "no articles")
                times.append(reader.took(KEYS[asked.kind], first))
        else:
            reader.open_bar()
            times = [reader.seek(asked.sought) for _ in range(PRESSES * runs)]
            reader.took("\x1b", " of ")
        every += times
        yield f"{asked.kind}: first page", median(times)
    yield "first page of any view, p95", _p95(every)
    reader.took("1", reader.first(""))
    reader.screen.quiet(2.5)
    last = reader.title(reader.store.search.tail(""))
    moves = [(reader.took("G", last), reader.took("g", f"1 of {number}")) for _ in range(runs)]
    yield "to the end", median(move[0] for move in moves)
    yield "and back", median(move[1] for move in moves)


def _searches(reader: Reader, made: world.World, runs: int) -> Iterator[Figure]:
    reader.open_bar()
    every = searches(made)
    times = [[reader.seek(asked.sought) for asked in every] for _ in range(runs)]
    yield "200 searches, a key: median", median(map(median, times))
    yield "200 searches, a key: p95", median(map(_p95, times))
    yield "200 searches, a key: worst", median(map(max, times))
    ranked = [
        [reader.seek(f"{made.words[number]} sort:relevance") for _ in range(runs)]
        for number in (0, 3, 50, 900)
    ]
    yield "sort:relevance, a key: worst of 4", max(map(median, ranked))
    reader.took("\x1b", " of ")


def _marked(reader: Reader, runs: int) -> Iterator[Figure]:
    reader.open_bar()
    reader.seek("limit:100000")
    reader.took("\r", " of ")
    reader.screen.quiet(2)
    marking, undoing, held = [], [], []
    row = 1
    for _ in range(runs):
        reader.screen.press("A")
        begun = time.perf_counter()
        shown = b""
        while b"marked read" not in shown:
            row += 1
            reader.screen.press("j")
            held.append(reader.screen.until(f" {row} of ") * 1000)
            shown += reader.screen.shown
            shown += reader.screen.read(HELD)
        marking.append((time.perf_counter() - begun) * 1000)
        undoing.append(reader.took("u", "unread again"))
    yield "marking 100,000 (or all) read", median(marking)
    yield "a key meanwhile, worst", max(held)
    yield "undoing it", median(undoing)
    reader.took("\x1b", " of ")


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def main() -> None:
    """Measure each library, print the table with the ratios to the first."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--million", type=Path, help="a library of a million articles, to be measured too")
    parser.add_argument("--runs", type=int, default=5)
    chosen = parser.parse_args()
    paths = {size: chosen.folder / f"{size}.db" for size in (1_000, 100_000)}
    if chosen.million:
        paths[1_000_000] = chosen.million
    columns: list[dict[str, Cell]] = []
    with tempfile.TemporaryDirectory() as named:
        for size, path in paths.items():
            if not path.exists():
                world.build(path, size)
            column: dict[str, Cell] = {}
            for name, value in measure(path, Path(named), chosen.runs):
                floor = columns[0][name][0] if columns else value
                column[name] = value, value / floor
            with get_context("spawn").Pool(1) as pool:
                for name, value, by_hand in pool.apply(scale.against_floors, (path,)):
                    column[name] = value, value / by_hand if by_hand else None
            columns.append(column)
    print(f"{'':36}{'asked':>10}" + "".join(f"{size:>20,}" for size in paths))
    for name in columns[0]:
        print(f"{name:36}{ASKED.get(name, ''):>10}" + "".join(f"{_told(c[name]):>20}" for c in columns))


def _told(cell: Cell) -> str:
    value, ratio = cell
    return f"{value:,.0f}" if ratio is None else f"{value:,.0f} ({ratio:.2f}×)"


if __name__ == "__main__":
    main()
