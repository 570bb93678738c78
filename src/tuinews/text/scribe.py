"""The scribe: writes a text block by block while keeping account of the spans that lie over it."""

from dataclasses import dataclass

from tuinews.model import Mark, MarkKind
from tuinews.text.wash import wash

_GAPS = ("", "\n", "\n\n")
_BLANK = " \t\n\r\f"


@dataclass(slots=True)
class OpenMark:
    """A span whose end is not known yet, -1 till then; `start` is -1 until there is text in it."""

    kind: MarkKind
    value: str = ""
    start: int = -1
    end: int = -1


class Scribe:
    """Collects pieces of text and marks.

    Blanks and gaps are written late, so no span begins or ends with one.

    A gap is what parts two blocks: 1 a newline, 2 an empty line. The stronger request wins.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._gap = 0
        self._space = False
        self._tabs = 0
        self._trail = ""  # blanks at the end of a code block so far
        self._verbatim = 0
        self._flat = 0
        self._at_item_start = False
        self._unset: list[OpenMark] = []
        self._floating: list[OpenMark] = []
        self._marks: list[OpenMark] = []  # in the order in which they were begun

    def text(self, data: str) -> None:
        """Write `data`, its blanks collapsed as between tags (or kept, inside `verbatim`)."""
        if self._verbatim:
            self._write_verbatim(data)
            return
        words = data.strip(_BLANK)
        if not words.isprintable() or "  " in words or not (words.isascii() or _is_plain(words)):
            data = _collapsed(words if len(words) == len(data) else data)
            words = data.strip(" ")
            if words[:1] == "\xa0" and words.isspace():  # an "empty" paragraph of many editors
                words = ""
        if not words:  # between two tags, as most text nodes of laid-out markup are
            self._space = self._space or bool(data)
            return
        if data[0] in _BLANK:
            self._space = True
        self._write(words)
        self._space = data[-1] in _BLANK

    def _write_verbatim(self, data: str) -> None:
        data = self._trail + wash(data).expandtabs(4)
        words = data.rstrip(" \n")
        self._trail = data[len(words) :]
        if words:
            self._space = False
            self._write(words if not self._gap else words.lstrip("\n"))

    def _write(self, words: str) -> None:
        start = row_start = self._length
        parts = self._parts
        if self._gap:
            if start:
                parts.append(_GAPS[self._gap])
                start += self._gap
            self._gap = 0
            row_start = start
        elif self._space and start and not self._tabs:
            parts.append(" ")
            start += 1
            row_start = start
        if self._tabs:
            parts.append("\t" * self._tabs)
            start += self._tabs
            self._tabs = 0
        if self._unset:
            for mark in self._unset:
                mark.start = row_start if mark.kind is MarkKind.ROW else start
            self._unset.clear()
        if self._floating:
            self._land(start)
        parts.append(words)
        self._length = start + len(words)
        self._at_item_start = False

    def gap(self, strength: int) -> None:
        """Ask for a gap before the next text; in a heading or a row it is a blank."""
        if self._flat:
            self._space = True
        elif not self._at_item_start and strength > self._gap:
            self._gap = strength

    def tighten(self) -> None:
        """Make the gap asked for so far a newline: a list within an item keeps close to it."""
        self._gap = min(self._gap, 1)

    def line_break(self) -> None:
        """Break the line; a second break in a row parts paragraphs."""
        if self._verbatim:
            self._trail += "\n"
        else:
            self.gap(min(2, self._gap + 1))

    def space(self) -> None:
        """Ask for a blank before the next text of this block."""
        self._space = True

    def open(self, kind: MarkKind, value: str = "") -> OpenMark:
        """Begin a span at the next text that is written."""
        mark = OpenMark(kind, value)
        self._marks.append(mark)
        self._unset.append(mark)
        return mark

    def close(self, mark: OpenMark) -> None:
        """End a span after the last text written; one without text leaves no mark."""
        if mark.start >= 0:
            mark.end = self._length
        else:
            self._unset.pop()  # spans end in the reverse order of their beginning

    def point(self, kind: MarkKind, value: str = "") -> None:
        """Set an empty mark: here inside a block, or where the next block begins."""
        mark = OpenMark(kind, value)
        self._marks.append(mark)
        if self._gap or not self._length:
            self._floating.append(mark)
        else:
            mark.start = mark.end = self._length

    def open_block(self, kind: MarkKind, value: str = "") -> OpenMark:
        """Begin a block of its own."""
        self.gap(2)
        return self.open(kind, value)

    def close_block(self, mark: OpenMark) -> None:
        """End a block of its own."""
        self.close(mark)
        self.gap(2)

    def open_line(self, kind: MarkKind, value: str = "") -> OpenMark:
        """Begin an item or row; a paragraph at its very start asks for no gap of its own."""
        self.gap(1)
        self._at_item_start = True
        return self.open(kind, value)

    def close_line(self, mark: OpenMark) -> None:
        """End an item or row; what follows stands on the next line, however loose its paragraphs were."""
        self._at_item_start = False
        self._tabs = 0
        if mark.start >= 0 and not self._flat:
            self._gap = 1
        self.close(mark)

    def next_cell(self) -> None:
        """Part two cells of a row."""
        self._tabs += 1
        self._space = False

    def flat(self, on: bool) -> None:
        """From here (until switched off as often as on) all stays on one line."""
        self._flat += 1 if on else -1

    def verbatim(self, on: bool) -> None:
        """From here (until switched off as often as on) lines and blanks are kept."""
        self._verbatim += 1 if on else -1
        self._trail = ""

    def done(self) -> tuple[str, tuple[Mark, ...]]:
        """Return the text and its marks, sorted by start, outer before inner."""
        self._land(self._length)
        kept = [mark for mark in self._marks if mark.end >= 0]
        kept.sort(key=_place)  # marks over the same words stay in the order of their beginning
        return "".join(self._parts), tuple(
            [_made(Mark, (mark.kind, mark.start, mark.end, mark.value)) for mark in kept]
        )

    def _land(self, place: int) -> None:
        for mark in self._floating:
            mark.start = mark.end = place
        self._floating.clear()


def _is_plain(text: str) -> bool:
    """Whether a printable text is ASCII but for the usual signs of print, which no washing changes."""
    for sign in "’“”–—…‘":
        text = text.replace(sign, "")
    return text.isascii()


_made = tuple.__new__  # a named tuple's own constructor is a Python function around this


def _place(mark: OpenMark) -> tuple[int, int]:
    return mark.start, -mark.end


def _collapsed(text: str) -> str:
    """Return the text washed, every run of blanks one blank."""
    if not (text.isascii() and text.isprintable()):
        text = wash(text).replace("\n", " ").replace("\t", " ")
    while "  " in text:  # each round halves the blanks; a pattern is five times slower
        text = text.replace("  ", " ")
    return text
