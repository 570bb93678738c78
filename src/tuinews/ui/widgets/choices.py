"""A short list of words to choose from, under headings where there are any."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from tuinews.ui.fit import fill
from tuinews.ui.looks import look
from tuinews.ui.widgets.lines import Lines


class Choice(NamedTuple):
    """A row: its words, the value it stands for; a heading cannot be chosen."""

    words: str
    value: str = ""
    is_heading: bool = False


class Choices(Lines):
    """One line each; the cursor passes over headings."""

    def __init__(self, rows: Sequence[Choice], at: int = 0) -> None:
        super().__init__()
        self.rows = rows
        self.set_reactive(Lines.cursor, self.validate_cursor(at))

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @property
    def value(self) -> str:
        """What the row under the cursor stands for."""
        return self.rows[self.cursor].value

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor within the rows, on the one after a heading, or going up, before it."""
        found = super().validate_cursor(cursor)
        by = -1 if found < self.cursor and found else 1
        while found < self.count - 1 and self.rows[found].is_heading:
            found += by
        return found

    def on_mount(self) -> None:
        """The rows are there from the start."""
        self.changed()

    def draw(self, index: int, width: int, selected: bool) -> Sequence[Strip]:
        """The words, set in where there is a heading."""
        row = self.rows[index]
        base = self.base(selected)
        words = (base + look(self, "strong-words") if row.is_heading else base).rich_style
        bar = self.bar(base, selected)
        return [
            Strip([bar, Segment(fill(row.words, width - 3), words)]).adjust_cell_length(
                width, base.rich_style
            )
        ]
