"""Lists, terms and tables: what is arranged in lines."""

from selectolax.lexbor import LexborNode

from tuinews.model import MarkKind
from tuinews.text.elements import before, is_layout
from tuinews.text.grid import Grid
from tuinews.text.markers import Markers
from tuinews.text.walk import Leave, Walk


def listing(walk: Walk, node: LexborNode) -> Leave:
    """Enter a list; one within an item, or right behind another, keeps close."""
    tag = node.tag
    strength = 1 if walk.lists else 2
    if walk.lists or (walk.ended == walk.scribe.length and walk.ended_list == tag):  # a list for each item
        walk.scribe.tighten()
        walk.scribe.gap(1)
    else:
        walk.scribe.gap(2)
    walk.lists.append(Markers(node) if tag == "ol" else None)

    def leave() -> None:
        walk.lists.pop()
        walk.ended, walk.ended_list = walk.scribe.length, tag
        walk.scribe.gap(strength)

    return leave


def item(walk: Walk, node: LexborNode) -> Leave:
    """Begin an item."""
    markers = walk.lists[-1] if walk.lists else None
    mark = walk.scribe.open_line(MarkKind.ITEM, "•" if markers is None else markers.next(node))
    return lambda: walk.scribe.close_line(mark)


def term(walk: Walk, node: LexborNode) -> Leave:
    """Begin a term; what means the same stands on the next line."""
    if before(node) == "dt":
        walk.scribe.hug()
    return walk.block(MarkKind.STRONG)


def detail(walk: Walk, node: LexborNode) -> Leave:
    """Explain a term on the line below it."""
    walk.scribe.gap(2)
    if before(node) == "dt":
        walk.scribe.hug()
    return 2


def table(walk: Walk, node: LexborNode) -> Leave:
    """Enter a table, which may be there for the looks of the page only."""
    walk.tables.append(None if is_layout(node) else Grid(_reaching(node) if walk.reaching else frozenset()))
    walk.scribe.gap(2)

    def leave() -> None:
        walk.tables.pop()
        walk.scribe.gap(2)

    return leave


def row(walk: Walk, node: LexborNode) -> Leave:
    """Begin a row; one of headings only is a head."""
    grid = walk.tables[-1] if walk.tables else None
    if grid is None:
        return walk.paragraph(node)
    mark = walk.scribe.open_line(MarkKind.ROW, "head")
    walk.scribe.flat(True)
    grid.begin(mark)

    def leave() -> None:
        grid.row = None
        walk.scribe.flat(False)
        walk.scribe.close_line(mark)

    return leave


def cell(walk: Walk, node: LexborNode) -> Leave:
    """Part a cell from the one before it."""
    grid = walk.tables[-1] if walk.tables else None
    if grid is None or grid.row is None:
        return walk.paragraph(node)
    if columns := grid.place(node):
        walk.scribe.next_cell(columns)
    if node.tag == "td":
        walk.scribe.set_value(grid.row, "")  # a row of headings has nothing else
    return None


def _reaching(table: LexborNode) -> frozenset[int]:
    return frozenset(cell.mem_id for cell in table.css("[colspan], [rowspan]"))
