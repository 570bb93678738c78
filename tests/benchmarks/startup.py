"""Time from launch to the first readable headline, beside a bare three-pane Textual application.

`python -m tests.benchmarks.startup` runs each in a pseudo-terminal of its own, in turn, and prints the
medians in milliseconds and the median of the ratios. "first" is a launch with an empty home. All run from
compiled modules, as an installed program does.
"""

import statistics
import tempfile
from pathlib import Path

from tests.benchmarks.screen import Screen

RUNS = 15
SIGN = "Harbour sale"  # in the headline of the newest sample
BARE = """
from textual.app import App
from textual.containers import Horizontal
from textual.widgets import Footer, Header, Input, Static

class Bare(App):
    CSS = "Static { width: 1fr; }"

    def compose(self):
        yield Header()
        yield Input()
        with Horizontal():
            yield Static("left")
            yield Static("Harbour sale")
        yield Footer()

Bare().run()
"""


def main() -> None:
    """Measure and print."""
    times: dict[str, list[float]] = {"bare": [], "reader": [], "first": []}
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        for run in range(RUNS + 1):  # the first round compiles and is not counted
            for name, measured in times.items():
                home = folder / (f"first{run}" if name == "first" else "home")
                command = ["-c", BARE] if name == "bare" else ["-m", "tuinews"]
                with Screen(command, folder / "compiled", TUINEWS_HOME=str(home)) as screen:
                    measured.append(screen.until(SIGN))
    for name, measured in times.items():
        median = 1000 * statistics.median(measured[1:])
        ratio = statistics.median(
            one / bare for one, bare in zip(measured[1:], times["bare"][1:], strict=True)
        )
        print(f"{name:8}{median:8.0f} ms{ratio:8.2f} times bare")


if __name__ == "__main__":
    main()
