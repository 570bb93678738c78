"""A line over the last one of a pane, which says once what the pane is for."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tuinews.ui.fit import fill
from tuinews.ui.looks import look

Tip = Sequence[str]
"""The same told ever shorter; none is no tip."""


def tip(widget: Widget, told: Tip) -> Strip:
    """Draw the longest that there is room for."""
    width = widget.size.width
    shown = next((words for words in told if cell_len(words) <= width - 4), told[-1])
    style = (widget.visual_style + look(widget, "tip")).rich_style
    return Strip([Segment(fill(f" → {shown}", width), style)])
