"""Garbage is collected while nobody waits: when a key is answered and no other has come for a moment.

A screen drawn anew leaves some ten thousand objects in cycles, a closed panel more than a hundred thousand at
times. Python looks for them in the midst of whatever makes the next object: of keys that change panes every
fourth took 5 to 15 ms longer, the one after a large panel of people 96.
"""

import asyncio
import gc

REST = 0.1
"""Seconds without a key after which nobody waits; who types fast leaves less between two."""

WORTH = 5_000
"""Objects made since the last look that are worth another, of 4 to 15 ms: every second move in a list is."""

MOST = 50_000
"""Objects made after which Python looks by itself, without keys too: 5 to 10 ms each time."""


class Leisure:
    """The collector's hours."""

    def __init__(self) -> None:
        self._due: asyncio.TimerHandle | None = None

    def begin(self) -> None:
        """Let the collector work, on what comes from now on."""
        gc.freeze()
        gc.set_threshold(MOST, 10, 10)
        gc.enable()

    def put_off(self) -> None:
        """A key has come: the collector waits until none has for a moment."""
        if self._due is not None:
            self._due.cancel()
        self._due = asyncio.get_running_loop().call_later(REST, self._collect)

    def _collect(self) -> None:
        self._due = None
        if gc.isenabled() and gc.get_count()[0] >= WORTH:
            gc.collect()
