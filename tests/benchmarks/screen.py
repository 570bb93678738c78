"""A program in a pseudo-terminal, and the time until it shows something; what it shows is not interpreted."""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType

PATIENCE = 10  # seconds
_STYLES = re.compile(rb"\x1b\[[0-9;:?]*[ -/]*[@-~]|\x1b[()][A-Z0-9]|\x1b[=>]")


class Screen:
    """Runs Python with these arguments in a terminal; from compiled modules, kept in `compiled`."""

    def __init__(
        self, arguments: list[str], compiled: Path, size: tuple[int, int] = (120, 36), **variables: str
    ) -> None:
        self._outside, inside = pty.openpty()
        os.set_blocking(self._outside, False)
        environment = os.environ | {
            "TERM": "xterm-256color",
            "COLUMNS": str(size[0]),
            "LINES": str(size[1]),
            "PYTHONPYCACHEPREFIX": str(compiled),
            **variables,
        }
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self.shown = b""
        self.began = time.perf_counter()
        self._child = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            env=environment,
            start_new_session=True,
        )
        os.close(inside)

    def __enter__(self) -> "Screen":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.killpg(self._child.pid, signal.SIGKILL)
        self._child.wait()
        os.close(self._outside)

    @property
    def memory(self) -> float:
        """Megabytes of the program that are its own: without the code it shares with others (Linux)."""
        lines = Path(f"/proc/{self._child.pid}/status").read_text(encoding="ascii").splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("RssAnon")) / 1024

    @property
    def resident(self) -> float:
        """Megabytes of the program in memory, the code it shares with others too (Linux)."""
        lines = Path(f"/proc/{self._child.pid}/status").read_text(encoding="ascii").splitlines()
        return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024

    def until(self, sign: str) -> float:
        """Return the seconds from the start or the last key until the program writes `sign`, or anything.

        Styles within the sign do not matter. What was written meanwhile is `shown`, without them.
        """
        raw, wanted = b"", sign.encode()
        self.shown = b""
        while not raw or wanted not in self.shown:
            written = self.read(self.began + PATIENCE - time.perf_counter())
            if not written:
                raise TimeoutError(f"{sign!r} did not come, but {self.shown[-500:]!r}")
            raw += written
            self.shown = _STYLES.sub(b"", raw)
        return time.perf_counter() - self.began

    def read(self, seconds: float) -> bytes:
        """Return what the program writes next, nothing if it writes nothing for so long."""
        if not select.select([self._outside], [], [], max(seconds, 0))[0]:
            return b""
        return os.read(self._outside, 1 << 20)

    def quiet(self, seconds: float) -> None:
        """Wait until the program has written nothing for so long."""
        while self.read(seconds):
            pass

    def press(self, keys: str) -> None:
        """Type."""
        self.began = time.perf_counter()
        os.write(self._outside, keys.encode())
