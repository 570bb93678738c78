"""What can be taken back: the last changes, newest last."""

from collections import deque
from collections.abc import Callable
from typing import NamedTuple


class Change(NamedTuple):
    """A change that was made: what to say when it is undone, and how it is."""

    sentence: str
    revert: Callable[[], object]


class Undo:
    """The last 100 changes of this session."""

    def __init__(self) -> None:
        self._changes: deque[Change] = deque(maxlen=100)

    def did(self, sentence: str, revert: Callable[[], object]) -> None:
        """Remember a change."""
        self._changes.append(Change(sentence, revert))

    def undo(self) -> str:
        """Take the last change back; return what to say."""
        if not self._changes:
            return "Nothing to undo"
        change = self._changes.pop()
        change.revert()
        return change.sentence
