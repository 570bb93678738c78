"""Tables: the widths of columns, and the cells of a row wrapped side by side."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from tuinews.ui.wrap import wrap

GAP = 2
"""Blank cells between two columns."""

_NARROWEST = 6

Piece = tuple[int, int, int]


def columns(text: str, rows: Sequence[tuple[int, int]], measure: int) -> list[int]:
    """The width of each column, so that all fit into `measure` cells; empty when they cannot.

    Cells are parted by tabs. The widest column gives way first, down to a width at which words
    can still be read.
    """
    widths: list[int] = []
    for start, end in rows:
        for index, cell in enumerate(text[start:end].split("\t")):
            if index == len(widths):
                widths.append(1)
            widths[index] = max(widths[index], cell_len(cell))
    room = measure - GAP * (len(widths) - 1)
    while sum(widths) > room:
        widest = max(widths)
        if widest <= _NARROWEST:
            return []
        # Down to the next widest in one go, or by what is missing, shared by all that are widest.
        many = widths.count(widest)
        below = max((width for width in widths if width < widest), default=0)
        target = max(below, widest - -(-(sum(widths) - room) // many), _NARROWEST)
        widths = [min(width, target) for width in widths]
    return widths


def row_lines(
    text: str, start: int, end: int, widths: Sequence[int], measure: int
) -> Iterator[tuple[Piece, ...]]:
    """The screen lines of one row as pieces `(column, start, end)`.

    Without widths (the table is too wide for the screen) the cells stand below each other.
    """
    cells: list[tuple[int, int]] = []
    at = start
    for cell in text[start:end].split("\t"):
        cells.append((at, at + len(cell)))
        at += len(cell) + 1
    if not widths:
        for begin, stop in cells:
            for from_, to in wrap(text, begin, stop, measure, measure):
                yield ((0, from_, to),)
        return
    column = 0
    wrapped: list[list[Piece]] = []
    for (begin, stop), width in zip(cells, widths, strict=False):
        lines = wrap(text, begin, stop, max(width, 2), max(width, 2))
        wrapped.append([(column, from_, to) for from_, to in lines])
        column += width + GAP
    for number in range(max(map(len, wrapped), default=0)):
        yield tuple(lines[number] for lines in wrapped if number < len(lines))
