"""Time from launch to the first readable headline, beside a bare three-pane Textual application.

`python -m tests.benchmarks.startup` runs each in a pseudo-terminal of its own, in turn, five times,
and prints the medians in milliseconds and their ratio. "first" is a launch with an empty home. All run
from compiled modules, as an installed program does.
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
SIGN = b"Harbour sale"  # in the headline of the newest sample
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


def seconds_until(sign: bytes, command: list[str], home: Path, compiled: Path) -> float:
    """Return the seconds from the start of `command` until its screen shows `sign`; end it then."""
    outside, inside = pty.openpty()
    os.set_blocking(outside, False)
    environment = os.environ | {"TUINEWS_HOME": str(home), "TERM": "xterm-256color"}
    environment |= {"COLUMNS": "120", "LINES": "36", "PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
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
    times: dict[str, list[float]] = {"bare": [], "reader": [], "first": []}
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        for run in range(RUNS + 1):  # the first round compiles and is not counted
            for name, measured in times.items():
                command = ["-c", BARE] if name == "bare" else ["-m", "tuinews"]
                home = folder / (f"first{run}" if name == "first" else "home")
                measured.append(seconds_until(SIGN, [sys.executable, *command], home, folder / "compiled"))
    for measured in times.values():
        del measured[0]
    bare = statistics.median(times["bare"])
    for name, measured in times.items():
        median = statistics.median(measured)
        print(f"{name:8}{1000 * median:8.0f} ms{median / bare:8.2f} times bare")


if __name__ == "__main__":
    main()
