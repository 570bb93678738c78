"""How the library answers at a thousand, a hundred thousand and a million articles.

    python -m tests.benchmarks.scale FOLDER [--sizes 1000,100000,1000000]

prints one table of milliseconds, each the median of five, with the ratio to the floor: the best query by hand
for the same answer, in the same process. The libraries are made in FOLDER where they are not there yet
(tests/benchmarks/world.py; 21 KB an article), each is measured in a process of its own.
"""

import argparse
import resource
import threading
import time
from array import array
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from statistics import median, quantiles

import apsw

from tests.benchmarks import world
from tests.benchmarks.scale_asked import Asked, ranked, searches, views
from tuinews.store import Store

RUNS = 5
SCREEN = 40  # headlines
SNIPPETS = 20
MARKED = 100_000

Figure = tuple[str, float, float | None]  # what, measured, floor


def timed(run: Callable[[], object], runs: int = RUNS) -> float:
    """Return the median time of a call, ms."""
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        run()
        times.append((time.perf_counter() - begun) * 1000)
    return median(times)


def measure(path: Path) -> list[Figure]:
    """Return the figures of one library."""
    figures: list[Figure] = [("open and first page", timed(partial(_opened, path)), None)]
    made = world.World()
    with Store(path) as store:
        store.saved.put("followed", made.words[300])
        floor = apsw.Connection(str(path))
        floor.pragma("cache_size", -8000)
        figures += _views(store, floor, made)
        figures += _searches(store, floor, made)
        figures += _ranked(store, floor, made)
        figures.append(("resident memory, MB", _resident(), None))
        figures += _gathered(store, made)
        figures += _marked(store)
        figures += _added(store)
        figures.append(("most memory, MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, None))
    return figures


def against_floors(path: Path) -> list[Figure]:
    """Return the figures that are asked beside the best by hand, and the dearest question of all."""
    made = world.World()
    with Store(path) as store:
        floor = apsw.Connection(str(path))
        floor.pragma("cache_size", -8000)
        engine, by_hand, _ = _timed(store, floor, searches(made))
        figures: list[Figure] = [("200 searches: p95", _p95(engine), _p95(by_hand))]
        figures += [figure for figure in _ranked(store, None, made) if figure[0].endswith(": worst")]
        figures += _added(store)
    return figures


def _opened(path: Path) -> None:
    with Store(path) as store:
        store.articles.headlines(next(store.search.ids(""))[:SCREEN])


def _ids(store: Store, asked: Asked) -> "array[int]":
    return next(iter(store.search.ids(asked.sought, typing=asked.typing)), array("q"))


def _page(store: Store, asked: Asked) -> None:
    ids = _ids(store, asked)
    store.articles.headlines(ids[:SCREEN])
    list(store.search.snippets(asked.sought, ids[:SNIPPETS], typing=asked.typing))


def _by_hand(floor: apsw.Connection, sql: str, bindings: tuple[str | int, ...]) -> None:
    floor.execute(sql, bindings).fetchall()


def _views(store: Store, floor: apsw.Connection, made: world.World) -> Iterator[Figure]:
    for asked in views(made):
        by_hand = timed(partial(_by_hand, floor, asked.sql, asked.bindings))
        yield f"{asked.kind}: ids of the first page", timed(partial(_ids, store, asked)), by_hand
        yield f"{asked.kind}: first page", timed(partial(_page, store, asked)), None
        yield f"{asked.kind}: end", timed(partial(store.search.tail, asked.sought)), None
        yield f"{asked.kind}: count", timed(partial(store.search.count, asked.sought)), None


def _searches(store: Store, floor: apsw.Connection, made: world.World) -> Iterator[Figure]:
    every = searches(made)
    engine, by_hand, whole = _timed(store, floor, every)
    for kind in dict.fromkeys(asked.kind for asked in every):
        numbers = [number for number, asked in enumerate(every) if asked.kind == kind]
        worst = max(numbers, key=engine.__getitem__)
        yield f"search, {kind}: worst", engine[worst], by_hand[worst]
    yield "200 searches: median", median(engine), median(by_hand)
    yield "200 searches: p95", _p95(engine), _p95(by_hand)
    yield "200 searches with headlines and snippets: p95", _p95(whole), None


def _timed(
    store: Store, floor: apsw.Connection, every: list[Asked]
) -> tuple[list[float], list[float], list[float]]:
    """Return the time of each question: ours, by hand, and ours with headlines and snippets."""
    by_hand, engine, whole = [], [], []
    for asked in every:
        by_hand.append(timed(partial(_by_hand, floor, asked.sql, asked.bindings)))
        engine.append(timed(partial(_ids, store, asked)))
        whole.append(timed(partial(_page, store, asked)))
    return engine, by_hand, whole


def _ranked(store: Store, floor: apsw.Connection | None, made: world.World) -> Iterator[Figure]:
    store.upkeep.seal()
    sql = """SELECT rowid FROM article_index WHERE article_index MATCH ?
             ORDER BY bm25(article_index, 8.0, 1.0, 0.0) LIMIT 200"""
    worst = 0.0
    for asked in ranked(made):
        sought = f"{asked.sought} sort:relevance"

        def answer(sought: str = sought) -> None:
            told = array("q")
            next(iter(store.search.ids(sought, told=told.append)), None)
            if not told:
                store.search.count(sought)

        answer()
        took = timed(answer)
        worst = max(worst, took)
        by_hand = (
            timed(partial(_by_hand, floor, sql, asked.bindings), 1) if asked.bindings and floor else None
        )
        yield f"best first with number: {asked.kind}", took, by_hand
    yield "best first with number: worst", worst, None
    yield "best first, and left at once", timed(partial(_left, store, made)), None


def _left(store: Store, made: world.World) -> None:
    """Begin the dearest question, and take it back 5 ms later: as when the next key comes."""
    stop = threading.Event()
    sought = " OR ".join(made.words[:40]) + " sort:relevance"
    later = threading.Timer(0.005, stop.set)
    later.start()
    for _ in store.search.ids(sought, stop):
        pass
    later.join()


def _gathered(store: Store, made: world.World) -> Iterator[Figure]:
    word, usual = made.words[0], made.words[500]
    yield "all ids of a word in every article", timed(partial(_drained, store, word), 1), None
    yield "people of a usual word", timed(partial(store.search.people, usual), 1), None
    yield "first 200 quotations of a usual word", timed(partial(_quoted, store, usual)), None


def _quoted(store: Store, sought: str) -> None:
    list(islice(store.search.quotes(sought), 200))


def _drained(store: Store, sought: str) -> None:
    for _ in store.search.ids(sought):
        pass


def _marked(store: Store) -> Iterator[Figure]:
    ids = array("q")
    for chunk in store.search.ids(""):
        ids.extend(chunk)
        if len(ids) >= MARKED:
            break
    store.articles.set_read(ids[:MARKED], read=False)
    changed = store.articles.set_read([], read=True)

    def mark() -> None:
        nonlocal changed
        changed = store.articles.set_read(ids[:MARKED], read=True)

    yield "marking 100,000 (or all) read", timed(mark, 1), None
    yield "undoing it", timed(partial(store.articles.set_read, changed, read=False), 1), None
    store.articles.set_read(ids[len(ids) // 30 : MARKED], read=True)


def _added(store: Store) -> Iterator[Figure]:
    """Articles a second, added the whole way and as bare rows; they are taken out again."""
    feeds = sorted(feed.id for feed in store.feeds.all())
    number = (store.search.count() or 0) // world.BATCH + 1
    ours, raw = [], []
    for place in range(number, number + 6, 2):
        batch, rows = world.batch(place), world.rows(place + 1)
        begun = time.perf_counter()
        whole = world.fill(store, batch, feeds)
        ours.append(world.BATCH / (time.perf_counter() - begun))
        begun = time.perf_counter()
        bare = world.insert(store, [rows])
        raw.append(world.BATCH / (time.perf_counter() - begun))
        store.articles.remove(whole + bare)
    yield "articles added a second", median(ours), median(raw)


def _resident() -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def _p95(times: list[float]) -> float:
    return quantiles(times, n=20)[-1]


def main() -> None:
    """Make what libraries are missing, measure each, print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", default="1000,100000,1000000")
    chosen = parser.parse_args()
    sizes = [int(size) for size in chosen.sizes.split(",")]
    columns: list[dict[str, Figure]] = []
    for size in sizes:
        path = chosen.folder / f"{size}.db"
        if not path.exists():
            world.build(path, size)
        with get_context("spawn").Pool(1) as pool:
            columns.append({figure[0]: figure for figure in pool.apply(measure, (path,))})
    print(f"{'':52}" + "".join(f"{size:>20,}" for size in sizes))
    for name in dict.fromkeys(name for column in columns for name in column):
        print(f"{name:52}" + "".join(f"{_cell(column.get(name)):>20}" for column in columns))


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return ""
    _, value, floor = figure
    number = f"{value:,.1f}" if value < 1000 else f"{value:,.0f}"
    return number if not floor else f"{number} ({value / floor:.2f}×)"


if __name__ == "__main__":
    main()
