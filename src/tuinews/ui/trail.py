"""The places one was at, as a browser keeps them: back to the one left last, and forward again."""

from typing import Generic, TypeVar

Place = TypeVar("Place")

MOST = 30
"""Places kept: each holds the list it was in, 0.8 MB where that has 100,000 articles."""


class Trail(Generic[Place]):
    """Places left, and places gone back from; a new way cuts off what was ahead."""

    def __init__(self) -> None:
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    @property
    def last(self) -> Place | None:
        """The place left last."""
        return self._behind[-1] if self._behind else None

    def leave(self, place: Place) -> None:
        """Keep a place that is left for another."""
        self._behind.append(place)
        del self._behind[:-MOST]
        self._ahead.clear()

    def go(self, by: int, now: Place) -> Place | None:
        """Return the place before (-1) or after (1), None if there is none; `now` can be gone back to."""
        source, target = (self._behind, self._ahead) if by < 0 else (self._ahead, self._behind)
        if not source:
            return None
        target.append(now)
        return source.pop()
