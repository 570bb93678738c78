"""Time from each key to the screen that answers it, with 100,000 articles.

`python -m tests.benchmarks.keys [LIBRARY.db]` presses the keys of the list and of the article in pairs that
undo each other, each when the screen has been quiet, and prints the median and the 95th percentile of the
time to the first thing that is written after it. `LIBRARY.db` is copied; without it a library of short
articles is made.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.holding import ARTICLES, fill
from tests.benchmarks.screen import Screen

TIMES = 40
QUIET = 0.12  # seconds without a change of the screen, before a key is pressed
LATE = 2.0  # seconds after which a key counts as one that shows nothing
BUDGET = 50.0  # ms
ESC = "\x1b"
DOWN_PAGE, UP_PAGE = "\x1b[6~", "\x1b[5~"

LIST = [
    ("j", "k"), (DOWN_PAGE, UP_PAGE), ("\x04", "\x15"), ("G", "g"), ("m", "m"), ("s", "s"), ("2", "1"),
    ("]", "["), ("S", "S"), ("/", ESC), ('"', ESC), ("@", ESC), ("\t", "\t"), ("H", "H"), ("?", ESC),
    (">", "<"), ("z", "z"), ("l", ESC),
]  # fmt: skip
ARTICLE = [
    ("J", "K"), ("}", "{"), (")", "("), ("G", "g"), (" ", "b"), ("+", "-"), ("C", "C"), ("H", "H"),
    ("U", ESC), ('"', ESC), ("@", ESC), ("\x06", ESC), ("t", ESC), ("z", "z"),
    ("J", "\x0f"), ("\x0e", "\x0f"), ("n", "n"),
]  # fmt: skip
# What was opened is read: only from the end of the list, behind which none was, `p` finds one each time.
LAST = [("p", "p")]
PLACES = {"list": ("jjjj", LIST), "article": ("jjjjl", ARTICLE), "last": ("Gl", LAST)}
NAMES = {
    ESC: "Esc", DOWN_PAGE: "PgDn", UP_PAGE: "PgUp", "\t": "Tab", " ": "Space",
    **{chr(code): f"Ctrl+{chr(code + 64)}" for code in (4, 6, 14, 15, 21)},
}  # fmt: skip


def answer(screen: Screen, key: str) -> float | None:
    """Return the milliseconds until something is written after a key, None if nothing is."""
    screen.quiet(QUIET)
    screen.press(key)
    written = screen.read(LATE)
    return 1000 * (time.perf_counter() - screen.began) if written else None


def measure(screen: Screen, pair: tuple[str, str]) -> list[list[float | None]]:
    """Press two keys in turn; return the times of each."""
    times: list[list[float | None]] = [[], []]
    for _ in range(TIMES):
        for key, measured in zip(pair, times, strict=True):
            measured.append(answer(screen, key))
    return times


def told(place: str, key: str, after: str, times: list[float | None]) -> str:
    """Return a row of the table."""
    seen = sorted(one for one in times if one is not None)
    name = f"{place:8}{NAMES.get(key, key):7}after {NAMES.get(after, after):7}"
    if not seen:
        return f"{name}  shows nothing"
    last = seen[min(round(0.95 * len(seen)), len(seen) - 1)]
    silent = f"   {len(times) - len(seen)} times nothing" if len(seen) < len(times) else ""
    return f"{name}{seen[len(seen) // 2]:8.1f}{last:8.1f} ms{'  OVER' if last > BUDGET else ''}{silent}"


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as named:
        home = Path(named) / "home"
        if len(sys.argv) > 1:
            home.mkdir()
            shutil.copyfile(sys.argv[1], home / "tuinews.db")
        else:
            fill(home, ARTICLES)
        print(f"{'':29}  median     p95")
        for place, (way, pairs) in PLACES.items():
            with Screen(["-m", "tuinews", "--home", str(home)], Path(named) / "compiled") as screen:
                screen.until("help")
                screen.quiet(3)
                for key in way:
                    answer(screen, key)
                for pair in pairs:
                    for key, after, times in zip(pair, pair[::-1], measure(screen, pair), strict=True):
                        print(told(place, key, after, times), flush=True)


if __name__ == "__main__":
    main()
