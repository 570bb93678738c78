"""Where the cells of a table stand."""

from selectolax.lexbor import LexborNode

from tuinews.text.elements import integer
from tuinews.text.scribe import OpenMark

# Nobody reads so many columns; beyond them a cell is one column wide, so rows stay as short as their source.
_COLUMNS = 60


class Grid:
    """Counts the columns of a table, some of whose cells reach over several columns or rows."""

    def __init__(self, reaching: frozenset[int]) -> None:
        """Begin a table; `reaching` are the identities of the cells that say how far they reach."""
        self._reaching = reaching
        self.row: OpenMark | None = None
        self._column = 0  # the first that is free in this row
        self._last = 0
        self._number = 0
        self._taken: dict[int, int] = {}  # the first row again free below each cell that reaches down

    def begin(self, row: OpenMark) -> None:
        """Begin a row."""
        self.row = row
        self._column = self._last = 0
        self._number += 1

    def place(self, cell: LexborNode) -> int:
        """Return how many columns a cell stands behind the last one, or behind the margin."""
        if not self._reaching:
            self._column += 1
            return 1 if self._column > 1 else 0
        while self._taken.get(self._column, 0) > self._number:
            self._column += 1
        place, before = self._column, self._last
        wide = self._reach(cell, place) if cell.mem_id in self._reaching else 1
        self._column, self._last = place + wide, place
        return place - before

    def _reach(self, cell: LexborNode, place: int) -> int:
        attributes = cell.attributes
        wide = min(max(1, integer(attributes.get("colspan"), 1)), max(1, _COLUMNS - place))
        deep = integer(attributes.get("rowspan"), 1)
        if deep > 1:
            self._taken |= dict.fromkeys(range(place, min(place + wide, _COLUMNS)), self._number + deep)
        return wide
