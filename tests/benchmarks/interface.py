"""How the program answers at a thousand, a hundred thousand and a million articles: from key to screen.

    python -m tests.benchmarks.interface FOLDER [--sizes 1000,100000,1000000]

prints one table of milliseconds, each from a key pressed in a pseudo-terminal to the row it leads to being
written there; of views the medians of nine. The libraries are those of tests/benchmarks/scale.py; what is
marked is unmarked again. A search is typed but for its last letter; the time is that from it to the first of
the hits on the screen.
"""

import argparse
import tempfile
import time
from array import array
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from tests.benchmarks import world
from tests.benchmarks.scale_asked import searches, views
from tests.benchmarks.screen import Screen
from tuinews.store import Store

RUNS = 9
KEYS = {"all": "1", "unread": "2", "starred": "3"}
HELD = 1 / 30  # seconds between two keys of one held

Figure = tuple[str, float]


class Reader:
    """The program on a library, and a store on the same to know what it must show."""

    def __init__(self, store: Store, screen: Screen) -> None:
        self.store, self.screen = store, screen

    def first(self, sought: str, *, typing: bool = False) -> str:
        """Return how the first row of an answer begins."""
        return self.title(next(iter(self.store.search.ids(sought, typing=typing)), array("q"))[:1])

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
        """Return the milliseconds from the last letter of a search to its first hit on the screen."""
        self.screen.press("\x15")  # all that was typed goes
        self.screen.quiet(0.06)
        self.screen.press(sought[:-1])
        self.screen.quiet(0.2)
        return self.took(sought[-1], self.first(sought, typing=True))


def measure(path: Path, folder: Path) -> Iterator[Figure]:
    """Yield the figures of one library."""
    home = folder / "home"
    home.mkdir(exist_ok=True)
    (home / "tuinews.db").unlink(missing_ok=True)
    (home / "tuinews.db").symlink_to(path.resolve())
    command = ["-m", "tuinews", "--home", str(home)]
    with Store(path) as store:
        made = world.World()
        store.saved.put("followed", made.words[300])
        newest = store.articles.headlines(store.articles.newest(1))[0].title[:20]
        starts = []
        for _ in range(RUNS):
            with Screen(command, folder / "compiled") as screen:
                starts.append(screen.until(newest) * 1000)
        yield "launch to first headline, median", median(starts[1:])
        with Screen(command, folder / "compiled") as screen:
            screen.until(newest)
            screen.quiet(3)
            reader = Reader(store, screen)
            yield from _views(reader, made)
            yield from _searches(reader, made)
            yield from _marked(reader)
            yield "resident memory, MB", screen.resident
            yield "of it the program's own, MB", screen.memory


def _views(reader: Reader, made: world.World) -> Iterator[Figure]:
    number = f"{reader.store.search.count() or 0:,}"
    for asked in views(made):
        if asked.kind in KEYS:
            first = reader.first(asked.sought)
            times = []
            for _ in range(RUNS):
                reader.took("4", "no articles")
                times.append(reader.took(KEYS[asked.kind], first))
        else:
            reader.open_bar()
            times = [reader.seek(asked.sought) for _ in range(RUNS)]
            reader.took("\x1b", " of ")
        yield f"{asked.kind}: first page", median(times)
    reader.took("1", reader.first(""))
    reader.screen.quiet(2.5)
    last = reader.title(reader.store.search.tail(""))
    moves = [(reader.took("G", last), reader.took("g", f"1 of {number}")) for _ in range(RUNS)]
    yield "to the end", median(move[0] for move in moves)
    yield "and back", median(move[1] for move in moves)


def _searches(reader: Reader, made: world.World) -> Iterator[Figure]:
    reader.open_bar()
    every = searches(made)
    times = [reader.seek(asked.sought) for asked in every]
    yield "200 searches, a key: median", median(times)
    yield "200 searches, a key: p95", quantiles(times, n=20)[-1]
    yield "200 searches, a key: worst", max(times)
    ranked = [reader.seek(f"{made.words[number]} sort:relevance") for number in (0, 3, 50, 900)]
    yield "sort:relevance, a key: worst of 4", max(ranked)
    reader.took("\x1b", " of ")


def _marked(reader: Reader) -> Iterator[Figure]:
    reader.open_bar()
    reader.seek("limit:100000")
    reader.took("\r", " of ")
    reader.screen.quiet(2)
    reader.screen.press("A")
    begun, held = time.perf_counter(), []
    shown = b""
    row = 1
    while b"marked read" not in shown:
        row += 1
        reader.screen.press("j")
        held.append(reader.screen.until(f" {row} of ") * 1000)
        shown += reader.screen.shown
        shown += reader.screen.read(HELD)
    yield "marking 100,000 (or all) read", (time.perf_counter() - begun) * 1000
    yield "a key meanwhile, worst", max(held)
    yield "undoing it", reader.took("u", "unread again")
    reader.took("\x1b", " of ")


def main() -> None:
    """Measure each library, print the table with the ratios to the first."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", default="1000,100000,1000000")
    chosen = parser.parse_args()
    sizes = [int(size) for size in chosen.sizes.split(",")]
    columns: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory() as named:
        for size in sizes:
            path = chosen.folder / f"{size}.db"
            if not path.exists():
                world.build(path, size)
            columns.append(dict(measure(path, Path(named))))
    print(f"{'':44}" + "".join(f"{size:>20,}" for size in sizes))
    for name, floor in columns[0].items():
        cells = [f"{column[name]:,.0f} ({column[name] / floor:.2f}×)" for column in columns]
        print(f"{name:44}" + "".join(f"{cell:>20}" for cell in cells))


if __name__ == "__main__":
    main()
