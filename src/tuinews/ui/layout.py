"""The text of an article and its structure become screen lines that know their offsets.

A line of the text (up to a newline) is laid out in the context of the block marks around it: bullets,
numbers, bars and indents are drawn beside the text and never part of it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from tuinews.model import Mark, MarkKind
from tuinews.ui.table import columns, row_lines
from tuinews.ui.wrap import chop, wrap

MINIMUM = 8
"""The narrowest measure in cells that text is set to, whatever the screen and the nesting."""

_BLOCKS = frozenset(
    {
        MarkKind.HEADING,
        MarkKind.ITEM,
        MarkKind.BLOCKQUOTE,
        MarkKind.CODE,
        MarkKind.CAPTION,
        MarkKind.IMAGE,
        MarkKind.ROW,
        MarkKind.RULE,
    }
)
BAR = "▎ "
_CODE_INDENT = "  "
_PICTURE = "▣ "
"""Stands before the words that an image on a line of its own is shown by."""


class Line(NamedTuple):
    """One screen line: `lead` drawn at column 0, then each piece `(column, start, end)` of the text.

    `start` is the offset the line stands for even where it shows no text; `kind` names its look:
    "" for running text, or heading, code, caption, head, row, rule.
    """

    start: int
    pieces: tuple[tuple[int, int, int], ...] = ()
    lead: str = ""
    kind: str = ""

    @property
    def end(self) -> int:
        """The offset after the last character shown."""
        return max((end for _, _, end in self.pieces), default=self.start)


class Layout:
    """The screen lines of one text at one measure, made only as far as they are asked for.

    A text of 100,000 words takes about 60 ms to lay out whole and 1 ms to its first screen.
    """

    def __init__(self, text: str, marks: Sequence[Mark], measure: int) -> None:
        self.text = text
        self.measure = max(measure, MINIMUM)
        self.lines: list[Line] = []
        self.done = False
        self._starts: list[int] = []
        self._source = _lay_out(text, [mark for mark in marks if mark.kind in _BLOCKS], self.measure)

    def reach(self, count: int) -> None:
        """Lay out until there are `count` lines, or the text ends."""
        while not self.done and len(self.lines) < count:
            self._step()

    def reach_offset(self, offset: int) -> None:
        """Lay out until the line that shows `offset`, or the text ends."""
        while not self.done and (not self._starts or self._starts[-1] <= offset):
            self._step()

    def line_at(self, offset: int) -> int:
        """The index of the line that shows `offset`, or of the last line before it."""
        self.reach_offset(offset)
        index = max(bisect_right(self._starts, offset) - 1, 0)
        start = self._starts[index] if self._starts else 0
        while index > 0 and self._starts[index - 1] == start:
            index -= 1  # the lines of one table row all start where the row does
        while index + 1 < len(self._starts) and self._starts[index + 1] == start:
            if any(begin <= offset < end for _, begin, end in self.lines[index].pieces):
                break
            index += 1
        return index

    def _step(self) -> None:
        line = next(self._source, None)
        if line is None:
            self.done = True
        else:
            self.lines.append(line)
            self._starts.append(line.start)


def _lay_out(text: str, marks: list[Mark], measure: int) -> Iterator[Line]:
    """Walk the lines of the text with the block marks that enclose each."""
    marks.sort(key=lambda mark: (mark.start, -mark.end))
    active: list[Mark] = []
    following = 0
    at = 0
    while at <= len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        active = [mark for mark in active if mark.end > at]
        rules = 0
        while following < len(marks) and marks[following].start <= end:
            mark = marks[following]
            if mark.kind is MarkKind.RULE:
                rules += 1
            elif mark.end > at:
                active.append(mark)
            following += 1
        for _ in range(rules):
            yield Line(at, kind="rule", lead="─" * measure)
            if at < end:
                yield Line(at)
        rows = _rows(text, at, end, active, marks[following:]) if _in_table(active, at) else []
        if rows:
            yield from _table(text, rows, active, measure)
            end = rows[-1][1]
            while following < len(marks) and marks[following].start <= end:
                following += 1
        elif at < end or not rules:
            yield from _line(text, at, end, active, measure)
        at = end + 1


def _line(text: str, start: int, end: int, active: list[Mark], measure: int) -> Iterator[Line]:
    """Lay out one line of the text within its blocks."""
    first, rest = _leads(start, active, measure)
    kind = _kind(active)
    if start == end:
        quoted = any(mark.kind is MarkKind.BLOCKQUOTE and mark.end > end for mark in active)
        inside = kind == "code" or quoted
        yield Line(start, lead=rest.rstrip() if inside else "", kind=kind if kind == "code" else "")
        return
    indent = cell_len(rest)
    width = measure - indent
    # Markdown is prose in which no column counts: its words stay whole.
    is_code = kind == "code" and not any(mark.value == "markdown" for mark in active)
    stretches = chop(text, start, end, width) if is_code else wrap(text, start, end, width, width)
    for number, (begin, stop) in enumerate(stretches):
        yield Line(begin, ((indent, begin, stop),), rest if number else first, kind)


def _leads(start: int, active: list[Mark], measure: int) -> tuple[str, str]:
    """The decoration before the first and before the following screen lines of a text line.

    Nesting so deep that the text would have no room is drawn flat.
    """
    first = rest = ""
    for mark in active:
        if mark.kind is MarkKind.BLOCKQUOTE:
            first, rest = first + BAR, rest + BAR
        elif mark.kind is MarkKind.ITEM:
            sign = f"{mark.value or '•'} "
            blank = " " * cell_len(sign)
            first += sign if mark.start == start else blank
            rest += blank
        elif mark.kind is MarkKind.IMAGE and mark.start == start:
            first, rest = first + _PICTURE, rest + " " * cell_len(_PICTURE)
        elif mark.kind is MarkKind.CODE:
            first, rest = first + _CODE_INDENT, rest + _CODE_INDENT
    return (first, rest) if cell_len(rest) <= measure - MINIMUM else ("", "")


def _kind(active: list[Mark]) -> str:
    """The look of a text line: the innermost block that has one."""
    for mark in reversed(active):
        if mark.kind in (MarkKind.HEADING, MarkKind.CODE, MarkKind.CAPTION):
            return mark.kind.value
    return ""


def _in_table(active: list[Mark], start: int) -> bool:
    """Whether a table row begins at `start`."""
    return any(mark.kind is MarkKind.ROW and mark.start == start for mark in active)


def _rows(
    text: str, start: int, end: int, active: list[Mark], later: list[Mark]
) -> list[tuple[int, int, str]]:
    """The rows `(start, end, look)` of the table that begins here: each one line of the text."""
    rows: list[tuple[int, int, str]] = []
    for mark in [*active, *later]:
        if mark.kind is MarkKind.ROW and mark.start == start:
            rows.append((start, end, "head" if mark.value == "head" else "row"))
            start = end + 1
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
        elif mark.start > start:
            break
    return rows


def _table(text: str, rows: list[tuple[int, int, str]], active: list[Mark], measure: int) -> Iterator[Line]:
    """Lay out the rows of a table in common columns."""
    around = [mark for mark in active if mark.kind is not MarkKind.ROW]
    lead = _leads(-1, around, measure)[1]
    indent = cell_len(lead)
    widths = columns(text, [(start, end) for start, end, _ in rows], measure - indent)
    for start, end, kind in rows:
        for pieces in row_lines(text, start, end, widths, measure - indent):
            shifted = tuple((column + indent, begin, stop) for column, begin, stop in pieces)
            yield Line(start, shifted, lead, kind)
