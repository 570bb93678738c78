"""A real pseudo-terminal with the program in it, and what it shows."""

import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from fcntl import ioctl
from pathlib import Path
from types import TracebackType

import pyte

PATIENCE = 60  # seconds: a machine busy with other work is slow, not wrong


def lines_of(screen: pyte.Screen) -> list[str]:
    """Return the lines of a screen; the second half of a wide sign is nothing, whatever the first became.

    `pyte.Screen.display` fails when the first half was written over and the second not yet.
    """
    lines = (screen.buffer[row] for row in range(screen.lines))
    return ["".join(line[column].data for column in range(screen.columns)) for line in lines]


class Terminal:
    """Runs a command in a terminal of its own; `screen` is what a user would see."""

    def __init__(self, command: list[str], width: int = 120, height: int = 36, **environment: str) -> None:
        self._screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""
        self.status: int | None = None
        self.pid, self._file = pty.fork()
        if self.pid == 0:
            ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
            size = {"COLUMNS": str(width), "LINES": str(height)}  # these win over the terminal's own size
            os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor", **size, **environment})
            os.execvp(command[0], command)

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.status is None:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._file)

    @property
    def screen(self) -> str:
        """The screen as lines of text."""
        return "\n".join(line.rstrip() for line in lines_of(self._screen))

    @property
    def cursor(self) -> tuple[int, int]:
        """The column and the line of the terminal's cursor, from 0."""
        return self._screen.cursor.x, self._screen.cursor.y

    @property
    def is_cursor_hidden(self) -> bool:
        """Whether the program has hidden it."""
        return bool(self._screen.cursor.hidden)

    @property
    def times_taken(self) -> int:
        """How often the program has taken the terminal: it asks for marked pastes once it reads each key."""
        return self.raw.count(b"\x1b[?2004h")

    def press(self, keys: str) -> None:
        """Type."""
        self.press_bytes(keys.encode())

    def press_bytes(self, data: bytes) -> None:
        """Type what need not be text."""
        os.write(self._file, data)

    def hang_up(self) -> None:
        """Go away, as a terminal whose window is closed; what stays to be awaited is the end."""
        nothing = os.open(os.devnull, os.O_RDONLY)
        os.dup2(nothing, self._file)
        os.close(nothing)

    def wait_for(self, words: str, seconds: float = PATIENCE) -> None:
        """Read on until the screen shows `words`; fail when they do not come."""
        self.wait_until(lambda: words in self.screen, seconds, f"{words!r} did not come")

    def wait_until(
        self, holds: Callable[[], bool], seconds: float = PATIENCE, told: str = "it never held"
    ) -> None:
        """Read on until something holds; fail when it does not come to that."""
        deadline = time.monotonic() + seconds
        while not holds():
            if not self._read(deadline):
                raise AssertionError(f"{told}:\n{self.screen}")

    def wait_for_end(self, seconds: float = PATIENCE) -> int:
        """Read on until the program has ended, and return its exit status."""
        deadline = time.monotonic() + seconds
        while self._read(deadline):
            pass
        while not (ended := os.waitpid(self.pid, os.WNOHANG))[0]:
            if time.monotonic() >= deadline:
                raise AssertionError(f"the program did not end:\n{self.screen}")
            time.sleep(0.01)  # nothing tells the end of a process on every system
        self.status = os.waitstatus_to_exitcode(ended[1])
        return self.status

    def _read(self, deadline: float) -> bool:
        ready, _, _ = select.select([self._file], [], [], max(deadline - time.monotonic(), 0))
        if not ready:
            return False
        try:
            data = os.read(self._file, 65_536)
        except OSError:  # Linux says so when the other side has closed
            return False
        self.raw += data
        self._stream.feed(data)
        return bool(data)


def tuinews(home: Path, *arguments: str, width: int = 120, height: int = 36, **environment: str) -> Terminal:
    """The program in a terminal, with a home of its own."""
    command = [sys.executable, "-m", "tuinews", "--home", str(home), *arguments]
    return Terminal(command, width, height, **environment)
