"""The scribe: writes a text block by block while keeping account of the spans that lie over it."""

from tuinews.model import Mark, MarkKind
from tuinews.text.wash import wash

_GAPS = ("", "\n", "\n\n")
_BLANK = " \t\n\r\f"


#: A mark whose end is not known yet, by its number among the marks begun so far.
OpenMark = int


class Scribe:
    """Collects pieces of text and marks.

    Blanks and gaps are written late, so no span begins or ends with one.

    A gap is what parts two blocks: 1 a newline, 2 an empty line. The stronger request wins.
    """

    def __init__(self, washed: bool = False) -> None:
        """Begin an empty text; `washed` says that nothing but blanks is left to be washed in what comes."""
        self._washed = washed
        self._parts: list[str] = []
        self.length = 0
        self._gap = 0
        self._space = False
        self._tabs = 0
        self._trail = ""  # blanks at the end of a code block so far
        self._verbatim = 0
        self._flat = 0
        self._at_item_start = False
        self._unset: list[OpenMark] = []  # without a text so far
        self._floating: list[OpenMark] = []
        # The marks in the order in which they were begun, one list for each of their fields: a list takes a
        # number in a fifth of the time that an object takes to be made. Start and end are -1 while unknown.
        self._kinds: list[MarkKind] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._values: list[str] = []
        self._in_order = True

    def text(self, data: str) -> None:
        """Write `data`, its blanks collapsed as between tags (or kept, inside `verbatim`)."""
        if self._verbatim:
            self._write_verbatim(data)
            return
        words = data.strip(_BLANK)
        if words and not self._washed and not (words.isascii() and words.isprintable()):
            data = wash(words if len(words) == len(data) else data)
            words = data.strip(_BLANK)
        if "\n" in words or "  " in words or "\t" in words:
            words = _collapsed(words)
        if not words or (words[0] == "\xa0" and words.isspace()):
            if data:  # between two tags, as most text nodes of laid-out markup are, or "empty" on purpose
                self._space = True
            return
        if len(words) == len(data):
            self._write(words)
            self._space = False
        else:
            if data[0] in _BLANK:
                self._space = True
            self._write(words)
            self._space = data[-1] in _BLANK

    def _write_verbatim(self, data: str) -> None:
        data = self._trail + wash(data).expandtabs(4)
        words = data.rstrip(" \n")
        self._trail = data[len(words) :]
        if not words:
            return
        self._space = False
        if self._gap:
            words = words.lstrip("\n")
        elif self._unset and all(self._kinds[mark] is not MarkKind.CODE for mark in self._unset):
            inner = words.lstrip(" \n")  # a span begins with its words
            waiting, self._unset = self._unset, []
            self._write(words[: len(words) - len(inner)])
            words, self._unset = inner, waiting
        self._write(words)

    def _write(self, words: str) -> None:
        start = self.length
        if self._gap:
            if start:
                self._parts.append(_GAPS[self._gap])
                start += self._gap
            self._gap = 0
        elif self._space and start and not self._tabs:
            self._parts.append(" ")
            start += 1
        row_start = start
        if self._tabs:
            self._parts.append("\t" * self._tabs)
            start += self._tabs
            self._tabs = 0
        if self._unset:
            if start != row_start:
                self._in_order = False  # a row begins before its first words, and before what it stands in
            for mark in self._unset:
                self._starts[mark] = row_start if self._kinds[mark] is MarkKind.ROW else start
            self._unset.clear()
        if self._floating:
            self._land(start)
        self._parts.append(words)
        self.length = start + len(words)
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

    def hug(self) -> None:
        """Begin the next block on the very next line, whatever gap it asks for itself."""
        self.tighten()
        self._at_item_start = True

    def ends_with(self, sign: str) -> bool:
        """Whether the next words would stand right behind this sign."""
        return not self._gap and not self._space and bool(self._parts) and self._parts[-1].endswith(sign)

    def last(self) -> str:
        """Return the piece of text written last, "" where a gap or blank parts it from what comes."""
        return self._parts[-1] if self._parts and not self._gap and not self._space else ""

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
        mark = len(self._starts)
        self._unset.append(mark)
        self._kinds.append(kind)
        self._starts.append(-1)
        self._ends.append(-1)
        self._values.append(value)
        return mark

    def close(self, mark: OpenMark) -> None:
        """End a span after the last text written; one without text leaves no mark."""
        if self._starts[mark] >= 0:
            self._ends[mark] = self.length
        else:
            self._unset.pop()  # spans end in the reverse order of their beginning

    def point(self, kind: MarkKind, value: str = "") -> None:
        """Set an empty mark: here inside a block, or where the next block begins."""
        mark = self.open(kind, value)
        self._unset.pop()
        self._in_order = False
        if self._gap or not self.length:
            self._floating.append(mark)
        else:
            self._starts[mark] = self._ends[mark] = self.length

    def set_value(self, mark: OpenMark, value: str) -> None:
        """Change the value of a mark."""
        self._values[mark] = value

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
        if self._starts[mark] >= 0 and not self._flat:
            self._gap = 1
        self.close(mark)

    def next_cell(self, columns: int) -> None:
        """Part two cells of a row that are so many columns apart."""
        self._tabs += columns
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
        self._land(self.length)
        kept = [
            _made(Mark, fields)
            for fields in zip(self._kinds, self._starts, self._ends, self._values, strict=True)
            if fields[2] >= 0
        ]
        if not self._in_order:
            kept.sort(key=_place)  # marks over the same words stay in the order of their beginning
        return "".join(self._parts), tuple(kept)

    def _land(self, place: int) -> None:
        for mark in self._floating:
            self._starts[mark] = self._ends[mark] = place
        self._floating.clear()


_made = tuple.__new__  # a named tuple's own constructor is a Python function around this


def _place(mark: Mark) -> tuple[int, int]:
    return mark.start, -mark.end


def _collapsed(text: str) -> str:
    """Return a washed text, every run of blanks one blank."""
    text = text.replace("\n", " ").replace("\t", " ")
    while "  " in text:  # each round halves the blanks; a pattern is five times slower
        text = text.replace("  ", " ")
    return text
