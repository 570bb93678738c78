"""A list of quotations: their numbers only; what they say is fetched for the rows in sight."""

from array import array
from collections.abc import Callable, Sequence
from itertools import islice, zip_longest
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.strip import Strip
from textual.style import Style

from tuinews.model import QuoteRow
from tuinews.ui.fit import fill, lines
from tuinews.ui.when import age
from tuinews.ui.widgets.lines import Lines

WIDEST = 118
"""Beyond this width in cells lines of text are hard to follow, and the rest stays empty."""


class QuoteList(Lines):
    """Three lines a quotation: at the left who and when, at the right what in up to two lines, then where."""

    row_height = 3
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--quote", "list--person", "list--dim", "list--cursor", "list--bar",
    }  # fmt: skip

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], list[QuoteRow]],
        now: Callable[[], float],
    ) -> None:
        super().__init__()
        self.numbers = array("q")
        self._fetch, self._now = fetch, now
        self._rows: dict[int, QuoteRow] = {}

    @property
    def count(self) -> int:
        """How many quotations there are."""
        return len(self.numbers)

    def put(self, numbers: "array[int]") -> None:
        """List these quotations, from the first."""
        self.numbers = numbers[:]
        self._rows.clear()
        self.changed()
        self.place(0, 0)

    def add(self, numbers: "array[int]") -> None:
        """List further quotations below."""
        self.numbers.extend(numbers)
        self.changed()

    def row(self, index: int) -> QuoteRow | None:
        """What a quotation says, fetched with those around it; None if it is gone."""
        number = self.numbers[index]
        if number not in self._rows:
            window = self.numbers[max(index - 20, 0) : index + 40]
            if len(self._rows) > 1000:
                self._rows.clear()
            self._rows.update((row.number, row) for row in self._fetch(window))
        return self._rows.get(number)

    def row_key(self, index: int) -> object:
        """A quotation looks the same wherever it stands."""
        return self.numbers[index]

    def draw(self, index: int, width: int, selected: bool) -> Sequence[Strip]:
        """Draw a quotation."""
        row = self.row(index)
        base = self.get_visual_style("list--cursor") if selected else self.visual_style
        if row is None:
            return [Strip.blank(width, base.rich_style)] * self.row_height
        inner = min(width, WIDEST) - 2
        beside = min(max(inner // 4, 14), 26)
        room = inner - beside - 1
        left = self._left(row, beside, base)
        right = self._said(row, room, base)
        about = " · ".join(part for part in (row.source, row.title) if part)
        right.append([Segment(fill(about, room), self._style(base, "dim"))])
        nothing: list[Segment] = []
        bar = Segment("▌ " if selected else "  ", self._style(base, "bar"))
        return [
            Strip([bar, *who, *what]).adjust_cell_length(width, base.rich_style)
            for who, what in islice(zip_longest(left, right, fillvalue=nothing), self.row_height)
        ]

    def _left(self, row: QuoteRow, width: int, base: Style) -> list[list[Segment]]:
        """Who and when, as high as the row."""
        names = lines(row.speaker or "speaker not named", width, 2)
        shown = [(name, "person" if row.speaker else "dim") for name in names]
        shown.append((age(row.published, int(self._now())), "dim"))
        shown += [("", "dim")] * (self.row_height - len(shown))
        return [[Segment(fill(text, width) + " ", self._style(base, look))] for text, look in shown]

    def _said(self, row: QuoteRow, room: int, base: Style) -> list[list[Segment]]:
        """The quotation on one line or two."""
        return [[Segment(fill(line, room), self._style(base, "quote"))] for line in lines(row.text, room, 2)]

    def _style(self, base: Style, look: str) -> RichStyle:
        return (base + self.get_visual_style(f"list--{look}", partial=True)).rich_style
