"""Ending what is under way: in a thread, within C code too, and in a child whose parent is gone."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock, Thread


class Stop(Event):
    """An event that interrupts what asked for it when it is set.

    SQLite looks at an event between steps of a statement only, and a step that sorts a million rows or walks
    the lists of a phrase takes up to a second. Its own interruption is heard within them.
    """

    def __init__(self) -> None:
        super().__init__()
        self._lock = Lock()
        self._interrupts: list[Callable[[], object]] = []

    def set(self) -> None:
        """Set it, and interrupt what is under way."""
        super().set()
        with self._lock:
            for interrupt in self._interrupts:
                interrupt()

    @contextmanager
    def interrupting(self, interrupt: Callable[[], object]) -> Iterator[None]:
        """Call `interrupt` when this is set within the block, never after it."""
        with self._lock:
            self._interrupts.append(interrupt)
        try:
            yield
        finally:
            with self._lock:
                self._interrupts.remove(interrupt)


def end_with_parent() -> None:
    """End this process when its standard input does: then its parent is gone, however it ended.

    The file itself is read, for a thread that waits in `sys.stdin` makes Python abort at its regular end.
    """
    Thread(target=_end_with_input, daemon=True).start()


def _end_with_input() -> None:
    while os.read(0, 4096):
        pass
    os._exit(0)
