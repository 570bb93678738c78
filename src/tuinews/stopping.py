"""A sign to stop that is heard at once, also by what runs in C and looks at nothing meanwhile."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Lock


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
