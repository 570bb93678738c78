"""An article line by line, each with the blocks around it and the stretches within it."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tuinews.citing import day
from tuinews.model import Analysis, Article, Mark, MarkKind

BLOCKS = frozenset({MarkKind.HEADING, MarkKind.ITEM, MarkKind.BLOCKQUOTE, MarkKind.CODE, MarkKind.ROW})
_INLINE = frozenset(
    {MarkKind.EMPHASIS, MarkKind.STRONG, MarkKind.MONO, MarkKind.DELETED, MarkKind.LINK, MarkKind.IMAGE}
)
QUOTATION, PERSON = "quotation", "person"

_SAFE = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
_ADDRESS = str.maketrans({sign: f"%{ord(sign):02X}" for sign in " <>()\\\n"})


class Stretch(NamedTuple):
    """A part of the text that is something: a kind of mark, a QUOTATION by or a PERSON named `value`."""

    kind: str
    start: int
    end: int
    value: str = ""


class Line(NamedTuple):
    """A line of the text with the blocks around it, outer before inner, and the stretches that touch it."""

    start: int
    text: str
    blocks: tuple[Mark, ...]
    inline: list[Stretch]
    rules: int = 0  # how many horizontal rules stand before it

    @property
    def end(self) -> int:
        """The place after its last character."""
        return self.start + len(self.text)

    def block(self, kind: MarkKind) -> Mark | None:
        """The outermost block of a kind, if there is one."""
        return next((mark for mark in self.blocks if mark.kind is kind), None)

    def begins(self, block: Mark) -> bool:
        """Whether a block begins in this line."""
        return block.start >= self.start


def lines(article: Article, analysis: Analysis | None = None) -> Iterator[Line]:
    """Yield the lines in order; reads each mark once, since a page may have 50,000 of them."""
    kept = BLOCKS | _INLINE | {MarkKind.RULE}
    # Marks come outer before inner, and so they stay among those that begin at one place.
    coming: list[Mark | Stretch] = [mark for mark in article.marks if mark.kind in kept]
    coming += _said(analysis) if analysis else []
    coming.sort(key=lambda mark: (-mark.start, mark.end))
    around: list[Mark | Stretch] = []
    start = 0
    for text in article.text.split("\n"):
        end = start + len(text)
        while coming and coming[-1].start <= end:
            around.append(coming.pop())
        around = [mark for mark in around if mark.end > start or mark.start >= start]
        blocks = tuple(mark for mark in around if isinstance(mark, Mark) and mark.kind in BLOCKS)
        inline = [
            mark if isinstance(mark, Stretch) else Stretch(*mark)
            for mark in around
            if isinstance(mark, Stretch) or mark.kind in _INLINE
        ]
        yield Line(start, text, blocks, inline, sum(mark.kind is MarkKind.RULE for mark in around))
        start = end + 1


def _said(analysis: Analysis) -> list[Mark | Stretch]:
    said = [
        Stretch(QUOTATION, quote.start, quote.end, quote.speaker or "")
        for quote in analysis.quotes
        if quote.is_spoken
    ]
    people = [
        Stretch(PERSON, mention.start, mention.end, person.name)
        for person in analysis.people
        for mention in person.mentions
    ]
    return [*said, *people]


def pieces(line: Line) -> Iterator[tuple[str, list[Stretch]]]:
    """Cut a line where a stretch begins or ends: no two overlap, so what is made of them nests.

    The cells of a row are cut as well, and so is the tab between them; an empty stretch is an empty piece.
    """
    edges = {line.start, line.end}.union(*((mark.start, mark.end) for mark in line.inline))
    if line.block(MarkKind.ROW):
        edges |= {line.start + at + by for at, sign in enumerate(line.text) if sign == "\t" for by in (0, 1)}
    cuts = sorted(edge for edge in edges if line.start <= edge <= line.end)
    coming, around = line.inline[::-1], list[Stretch]()
    for start, stop in pairwise([*cuts, line.end]):
        while coming and coming[-1].start <= start:
            mark = coming.pop()
            if mark.start == mark.end:
                yield "", [mark]
            else:
                around.append(mark)
        around = [mark for mark in around if mark.end > start]
        if start < stop:
            yield line.text[start - line.start : stop - line.start], around


def byline(article: Article) -> str:
    """Return author, source and date in a line."""
    return ", ".join(part for part in (article.author, article.source, day(article.published)) if part)


def web(address: str) -> str:
    """Return an address that may be written as a link, with nothing that ends one; "" for any other."""
    return address.translate(_ADDRESS) if _SAFE.match(address) else ""
