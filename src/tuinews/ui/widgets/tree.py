"""The tree of sources: folders and feeds with their unread numbers, saved searches, tags."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from tuinews.ui.commands import bindings
from tuinews.ui.fit import fit
from tuinews.ui.looks import look
from tuinews.ui.messages import RowChosen
from tuinews.ui.sources import Kind, Row
from tuinews.ui.widgets.lines import Lines


class SourceTree(Lines):
    """Rows of sources; headings are passed over by the cursor's news, since they are no source."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("sources")]
    PALES = True

    class Pointed(Message):
        """The cursor stands on another source."""

    class Picked(Message):
        """A source was chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def put(self, rows: list[Row]) -> None:
        """Show these rows; the cursor stays on its source where that is still there."""
        if rows == self.rows:
            return
        current = self.current
        self.rows = rows
        self.changed()
        same = [
            index
            for index, row in enumerate(rows)
            if current and (row.kind, row.source.asked) == (current.kind, current.source.asked)
        ]
        self.place(same[0] if same else self.cursor, self.scroll_y)

    def point(self, asked: str) -> None:
        """Put the cursor on the source with this question, silently."""
        for index, row in enumerate(self.rows):
            if row.kind is not Kind.HEADING and row.source.asked == asked:
                self.place(index, self.scroll_y)
                self._show(index)
                return

    def point_saved(self) -> None:
        """Put the cursor on the first saved search, if there is one; that chooses it."""
        self.cursor = next(
            (index for index, row in enumerate(self.rows) if row.kind is Kind.SAVED), self.cursor
        )

    def watch_cursor(self, old: int, new: int) -> None:
        """Tell the screen, in terms of sources."""
        super().watch_cursor(old, new)
        self.post_message(self.Pointed())

    def on_row_chosen(self, event: RowChosen) -> None:
        """Tell the screen, in terms of sources."""
        event.stop()
        self.post_message(self.Picked())

    def row_key(self, index: int) -> object:
        """A row looks as its source does."""
        return self.rows[index]

    def draw(self, index: int, width: int, selected: bool) -> Sequence[Strip]:
        """One line: its sign, its name, and the unread number at the right."""
        row = self.rows[index]
        base = self.base(selected)
        shown = "group" if row.kind is Kind.HEADING else "unread" if row.unread else "plain"
        number = f"{row.unread:,}" if row.unread else ""
        sign = "" if row.kind is Kind.HEADING else "  "  # a heading stands out to the left
        if row.kind is Kind.FOLDER:
            sign = "▸ " if row.folded else "▾ "
        elif row.trouble:
            sign = "! "
        indent = "  " * max(row.depth - 1, 0)
        room = width - cell_len(indent + sign) - len(number) - 3
        title = fit(row.source.title, room)
        parts = [
            (indent, "dim"),
            (sign, "warn" if row.trouble else "dim"),
            (title + " " * (room - cell_len(title)), shown),
            (f" {number} ", "dim"),
        ]
        return [
            Strip(
                [
                    self.bar(base, selected, 1),
                    *(Segment(text, (base + look(self, name)).rich_style) for text, name in parts),
                ]
            ).adjust_cell_length(width, base.rich_style)
        ]
