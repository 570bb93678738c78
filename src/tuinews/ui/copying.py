"""What is selected with the mouse, as it is written: without the breaks of the screen, in its own order.

Each row of the screen knows where its characters stand in the text, so that what is highlighted is what is
copied, in scripts written from the right as well.
"""

from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len
from textual.strip import Strip
from textual.style import Style

from tuinews.ui.bidi import paragraph_level, places
from tuinews.ui.layout import BAR, Line

Stretch = tuple[int, int]
"""The first character of a row that is selected, and the one after the last, -1 for the end of the row."""


class Row(NamedTuple):
    """A row of the screen: the text it shows [`start`, `end`) of, and where its characters stand there.

    Of `places`, -1 is no part of the text: margins, bullets. `sign` is the bullet or number before it.
    """

    text: str
    start: int
    end: int
    places: list[int]
    sign: str = ""


def row_of(line: Line, text: str, margin: int, width: int) -> Row:
    """Return the row that shows a line of a layout, after a margin of so many characters.

    It follows the drawing of the line: read from the right, a line's bullet stands at its right.
    """
    level = paragraph_level(text, line.start) if line.pieces else None
    found: list[int] = []
    used = cell_len(line.lead)
    for column, start, end in line.pieces:
        found += [-1] * (column - used)
        used = column + cell_len(text[start:end].replace("\t", " "))
        found += [start + at for at in places(text[start:end], level)]
    if level and line.kind != "code" and len(line.pieces) == 1:
        found = [-1] * (width - used) + found
    else:
        found = [-1] * len(line.lead) + found
    sign = line.lead.replace(BAR.strip(), "").strip() if line.kind != "rule" else ""
    return Row(text, line.start, line.end, [-1] * margin + found, sign)


def copied(rows: Iterable[tuple[Row, Stretch]]) -> str:
    """Return what is selected of these rows, which follow each other."""
    made: list[str] = []
    before: Row | None = None
    for row, (first, last) in rows:
        if before is not None:
            # What stands between two rows of a text: the blank at which it was wrapped, or its newlines.
            joined = row.text is before.text and before.end <= row.start
            made.append(row.text[before.end : row.start] if joined else "\n")
        chosen = sorted(at for at in row.places[first : None if last == -1 else last] if at >= 0)
        if row.sign and row.start in chosen:
            made.append(row.sign + " ")
        made += [row.text[at] for at in chosen]
        before = row
    return "".join(made)


def shown_selected(strip: Strip, span: Stretch, style: Style) -> Strip:
    """Return a row of the screen with what is selected of it in another style."""
    start, end = span
    length = len(strip.text)
    cuts = [start, length if end == -1 else min(end, length), length]
    before, inside, after = strip.divide([strip.index_to_cell_position(cut) for cut in cuts])
    return Strip.join([before, inside.apply_style(style.rich_style), after])
