"""Time from launch to the first readable headline, beside a bare three-pane Textual application.

`python -m tests.benchmarks.startup` runs each in a pseudo-terminal of its own, in turn, five times,
and prints the medians in milliseconds and their ratio. "first" is a launch with an empty home.
"""

import os
import pty
import select
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 5
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


def seconds_until(sign: bytes, command: list[str], home: Path) -> float:
    """Return the seconds from the start of `command` until its screen shows `sign`; end it then."""
    outside, inside = pty.openpty()
    os.set_blocking(outside, False)
    environment = os.environ | {"TUINEWS_HOME": str(home), "TERM": "xterm-256color"}
    environment |= {"COLUMNS": "120", "LINES": "36"}
    began = time.perf_counter()
    child = subprocess.Popen(
        command, stdin=inside, stdout=inside, stderr=inside, env=environment, start_new_session=True
    )
    os.close(inside)
    shown = b""
    try:
        while sign not in shown:
            if time.perf_counter() - began > 30:
                raise TimeoutError(f"{command[-1]!r} showed no {sign!r}")
            if select.select([outside], [], [], 1)[0]:
                shown += os.read(outside, 65536)
        return time.perf_counter() - began
    finally:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        os.close(outside)


def main() -> None:
    """Measure and print."""
    reader = [sys.executable, "-m", "tuinews"]
    times: dict[str, list[float]] = {"bare": [], "reader": [], "first": []}
    with tempfile.TemporaryDirectory() as folder:
        warm = Path(folder) / "warm"
        seconds_until(b"Harbour sale", reader, warm)
        for run in range(RUNS):
            times["bare"].append(seconds_until(b"Harbour sale", [sys.executable, "-c", BARE], warm))
            times["reader"].append(seconds_until(b"Harbour sale", reader, warm))
            times["first"].append(seconds_until(b"Harbour sale", reader, Path(folder) / str(run)))
    bare = statistics.median(times["bare"])
    for name, measured in times.items():
        median = statistics.median(measured)
        print(f"{name:8}{1000 * median:8.0f} ms{median / bare:8.2f} times bare")


if __name__ == "__main__":
    main()
