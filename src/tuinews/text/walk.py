"""One pass over the tree of a page, without recursion."""

from collections.abc import Callable

from selectolax.lexbor import LexborNode

from tuinews.model import MarkKind
from tuinews.text.grid import Grid
from tuinews.text.markers import Markers
from tuinews.text.scribe import Scribe

#: What is to be done at an element's end: ask for a gap of this strength, or close a mark, which is told by
#: the complement of its number and so below zero, or call the function.
Ending = int | Callable[[], None]
Leave = Ending | None  # nothing, for most


def skip() -> None:
    """Stand for an element whose inside is not visited: it is empty, written already, or for nobody."""


class Walk:
    """One pass over a tree: what each element means to the scribe."""

    def __init__(self, base_url: str, scribe: Scribe, reaching: bool = False) -> None:
        """Begin a pass; `reaching` says that cells of tables may reach over several columns or rows."""
        self.scribe = scribe
        self.reaching = reaching
        self.base_url = base_url
        self.lists: list[Markers | None] = []  # those open, None for one without numbers
        self.ended = 0  # where the last list did, and its tag
        self.ended_list: str | None = None
        self.in_code = 0
        self.tables: list[Grid | None] = []  # None for one that is there for the looks of the page only

    def over(self, root: LexborNode, hidden: frozenset[int], meanings: "Meanings") -> None:
        """Visit every node below `root` in order, each element once on the way in and once on the way out.

        Elements whose memory identity is among `hidden` are passed over. What most elements need, a gap or
        a span, is done here and needs no function of its own.
        """
        scribe = self.scribe
        text, gap, close = scribe.text, scribe.gap, scribe.close
        leave: Ending
        parents: list[tuple[LexborNode, Ending]] = []
        node = root.first_child
        while True:
            while node is None:
                if not parents:
                    return
                node, leave = parents.pop()
                if not isinstance(leave, int):
                    leave()
                elif leave < 0:
                    close(~leave)
                elif leave:
                    gap(leave)
                node = node.next
            tag = node.tag or ""
            if tag == "-text":
                text(node.text_content or "")
                node = node.next
                continue
            meaning = meanings.get(tag)
            leave = 0
            if hidden and node.mem_id in hidden:
                leave = skip
            elif isinstance(meaning, int):
                gap(meaning)
                leave = meaning
            elif meaning is not None:
                leave = self.span(meaning) if isinstance(meaning, str) else meaning(self, node) or 0
            if leave is skip:
                node = node.next
            else:
                parents.append((node, leave))
                node = node.first_child

    def span(self, kind: MarkKind) -> int:
        """Begin a span; code has none."""
        return 0 if self.in_code else ~self.scribe.open(kind)

    def paragraph(self, node: LexborNode) -> Leave:
        """Begin a paragraph."""
        self.scribe.gap(2)
        return 2

    def block(self, kind: MarkKind, value: str = "") -> Leave:
        """Begin a block that has a mark."""
        mark = self.scribe.open_block(kind, value)
        return lambda: self.scribe.close_block(mark)

    def write(self, kind: MarkKind, value: str, text: str) -> None:
        """Write words that have a mark."""
        mark = self.scribe.open(kind, value)
        self.scribe.text(text)
        self.scribe.close(mark)


#: What an element does when it is entered: ask for a gap before and after it, begin a span, or what the
#: function does.
Meanings = dict[str, int | MarkKind | Callable[[Walk, LexborNode], Leave]]
