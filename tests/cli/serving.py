"""A running `tuinews serve`, and the screen that the frames of its socket draw."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pyte

from tests.ui.terminal import lines_of


@asynccontextmanager
async def served(home: Path) -> AsyncIterator[str]:
    """The address that the command prints; it is ended afterwards."""
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tuinews", "--home", str(home), "serve", "--port", "0"),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert child.stdout is not None
    try:
        yield (await asyncio.wait_for(child.stdout.readline(), 30)).decode().strip()
        child.terminate()
        assert await asyncio.wait_for(child.wait(), 20) == 0
    finally:
        if child.returncode is None:
            child.kill()
            await child.wait()


class Shown:
    """What the browser's terminal shows."""

    def __init__(self, width: int = 120, height: int = 36) -> None:
        self._screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self._screen)

    def feed(self, data: bytes) -> None:
        self._stream.feed(data)

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in lines_of(self._screen))

    @property
    def first_headline(self) -> str:
        """The words of the first row that has the sign of an unread article."""
        row = next(line for line in self.text.splitlines() if "●" in line)
        return row.partition("●")[2].partition("▕")[0].strip(" …│")

    def is_italic(self, words: str) -> bool:
        """Whether the first place of `words` is set in italics."""
        for row, line in enumerate(lines_of(self._screen)):
            if (at := line.find(words)) >= 0:
                return bool(self._screen.buffer[row][at].italics)
        return False
