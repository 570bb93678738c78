"""A list of quotations: their numbers only; what they say is fetched for the rows in sight."""

from array import array
from collections.abc import Callable, Sequence
from itertools import islice, pairwise, zip_longest

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.strip import Strip
from textual.style import Style

from tuinews.model import QuoteRow
from tuinews.ui.bidi import base_level, seen
from tuinews.ui.fit import fill, fit, lines
from tuinews.ui.looks import look
from tuinews.ui.when import age
from tuinews.ui.widgets.lines import Lines

WIDEST = 118
"""Beyond this width in cells lines of text are hard to follow, and the rest stays empty."""


class QuoteList(Lines):
    """Three lines a quotation: at the left who and when, at the right what in up to two lines, then where.

    Without `speakers`, as in a list of one person's, the words around a quotation are shown with it.
    """

    row_height = 3

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], list[QuoteRow]],
        now: Callable[[], float],
        *,
        speakers: bool = True,
    ) -> None:
        super().__init__()
        self.numbers = array("q")
        self._fetch, self._now, self._speakers = fetch, now, speakers
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
        base = self.base(selected)
        if row is None:
            return [Strip.blank(width, base.rich_style)] * self.row_height
        inner = min(width - 1, WIDEST) - 2  # the scroll bar covers the last cell
        beside = min(max(inner // 4, 14), 26) if self._speakers else 7
        room = inner - beside - 1
        left = self._left(row, beside, base)
        right = self._said(row, room, base)
        # A long source leaves half of the line to the title.
        source = fit(row.source, max(room // 2, room - cell_len(row.title) - 3))
        about = " · ".join(part for part in (source, row.title) if part)
        right.append(seen([Segment(fill(about, room), self._style(base, "dim"))]))
        nothing: list[Segment] = []
        bar = self.bar(base, selected)
        return [
            Strip([bar, *who, *what]).adjust_cell_length(width, base.rich_style)
            for who, what in islice(zip_longest(left, right, fillvalue=nothing), self.row_height)
        ]

    def _left(self, row: QuoteRow, width: int, base: Style) -> list[list[Segment]]:
        """Who and when, as high as the row."""
        names = lines(row.speaker or "speaker not named", width, 2) if self._speakers else []
        shown = [(name, "person" if row.speaker else "dim") for name in names]
        shown.append((age(row.published, int(self._now())), "dim"))
        shown += [("", "dim")] * (self.row_height - len(shown))
        return [seen([Segment(fill(text, width) + " ", self._style(base, name))]) for text, name in shown]

    def _said(self, row: QuoteRow, room: int, base: Style) -> list[list[Segment]]:
        """The quotation on one line or two, with what stands around it where there is room."""
        words = " ".join(row.text.split())
        before, after = ("", "") if self._speakers else _around(row, room)
        text = before + words + after
        made, at = [], 0
        for line in lines(text, room, 2):
            kept = line if line in text[at:] else line.removesuffix("…")
            start = text.index(kept, at)
            at = start + len(kept)
            first, last = len(before), len(before) + len(words)
            cuts = [start, min(max(first, start), at), min(max(last, start), at), at]
            looks = ("dim", "quote", "dim")
            pieces = [
                (text[begin:end], name) for (begin, end), name in zip(pairwise(cuts), looks, strict=True)
            ]
            pieces.append((line[len(kept) :], "dim"))
            styled = [Segment(piece, self._style(base, name)) for piece, name in pieces if piece]
            made.append(seen(styled, base_level(text)))
        return made

    def _style(self, base: Style, name: str) -> RichStyle:
        return (base + look(self, name)).rich_style


def _around(row: QuoteRow, room: int) -> tuple[str, str]:
    """What stands before and after a quotation, cut between words so that all three fill two lines."""
    left = max(2 * room - len(row.text) - 12, 0)
    before, after = " ".join(row.before.split()), " ".join(row.after.split())
    shown = fit(after, max(left * 2 // 3, left - len(before)))
    kept = before[-max(left - len(shown), 0) :] if left > len(shown) else ""
    if kept != before:
        kept = "…" + kept.partition(" ")[2] if " " in kept else ""
    gaps = (" " if kept and row.before[-1:].isspace() else "", " " if row.after[:1].isspace() else "")
    return kept + gaps[0], gaps[1] + shown
