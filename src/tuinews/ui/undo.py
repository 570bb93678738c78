"""What can be taken back: the last changes, newest last."""

from collections import deque
from collections.abc import Callable
from typing import NamedTuple

MOST = 100


class Change(NamedTuple):
    """A change that was made: what to say when it is undone, and how it is."""

    sentence: str
    revert: Callable[[], object]


class Undo:
    """The last 100 changes of this session."""

    def __init__(self) -> None:
        self._changes: deque[Change] = deque(maxlen=MOST)

    def did(self, sentence: str, revert: Callable[[], object]) -> None:
        """Remember a change."""
        self._changes.append(Change(sentence, revert))

    def happened(self, sentence: str, revert: Callable[[], object]) -> None:
        """Remember a change that nobody asked for just now: it is undone after those of the user's own."""
        if len(self._changes) < MOST:
            self._changes.appendleft(Change(sentence, revert))

    def undo(self) -> str:
        """Take the last change back; return what to say."""
        if not self._changes:
            return "Nothing to undo"
        change = self._changes.pop()
        change.revert()
        return change.sentence
