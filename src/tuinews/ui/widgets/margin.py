"""What stands beside the text: a bar along the present quotation, and the name of its speaker.

The name stands in the margin where that is wide enough, else on the empty line next to the paragraph. The
text itself never moves.
"""

from typing import NamedTuple

from rich.cells import cell_len

from tuinews.model import Span
from tuinews.ui.fit import fit
from tuinews.ui.layout import Layout

_ROOM = 18
"""From this width on, in cells, the margin takes a name."""

_REACH = 6
"""Lines between a quotation and its speaker's name at most; farther off, the status line alone tells it."""


class Margin(NamedTuple):
    """The margin at the left of a text, `left` cells wide, beside the lines `first` to `last` of its layout.

    `label` is the line that takes the name when the margin does not; -1 is the one above the text, None none.
    """

    layout: Layout
    name: str
    left: int
    first: int
    last: int
    label: int | None

    def beside(self, line: int) -> str:
        """What to draw in the margin of a line, `left` cells wide."""
        if not self.first <= line <= self.last or self.left < 2:
            return " " * self.left
        bar = "▌ " if self.left > 2 else "▌"
        room = self.left - len(bar)
        if line == self.first and self.left >= _ROOM:
            name = fit(self.name, room - 2)
            return " " * (room - cell_len(name) - 1) + name + " " + bar
        return " " * room + bar

    def above(self, line: int, measure: int) -> str:
        """What to draw on an empty line of the text: the name at its right end, or nothing."""
        if line != self.label or self.left >= _ROOM:
            return ""
        name = f"— {fit(self.name, measure - 2)}"
        return " " * (measure - cell_len(name)) + name


def margin(layout: Layout, span: Span, name: str, left: int) -> Margin:
    """The margin for the lines that show `span`."""
    first, last = layout.line_at(span.start), layout.line_at(max(span.end - 1, span.start))
    layout.reach(last + _REACH + 1)
    empty = [not line.pieces and not line.lead for line in layout.lines[: last + _REACH + 2]]
    above = next((line for line in range(first - 1, -1, -1) if empty[line]), -1)
    below = next((line for line in range(last + 1, len(empty)) if empty[line]), None)
    label: int | None = above
    if first - above > _REACH or (below is not None and below - last < first - above):
        label = below if below is not None and below - last <= _REACH else None
    return Margin(layout, name, left, first, last, label)
