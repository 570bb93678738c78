"""Which quotation marks open, which close, and which are no quotation marks at all.

One pass over the marks of a text with one stack, paragraph by paragraph; every mark is pushed and
popped at most once, so the work is linear in the number of marks. What stays open at the end of a
paragraph is dropped, unless the next paragraph opens with the same kind of mark: then it is one
quotation running on.
"""

import re
from collections import Counter
from dataclasses import dataclass
from enum import IntFlag

_MARK = re.compile(r"''|``|‘‘|’’|,,(?=\w)|[\"“”„‟«»‹›‘’‚‛'`「」『』＂]")
_FAMILY = {
    **dict.fromkeys(('"', "''", "``", "＂"), "straight"),
    **dict.fromkeys(("“", "”", "„", "‟", "‘‘", "’’", ",,"), "curly"),
    **dict.fromkeys("«»", "guillemets"),
    **dict.fromkeys("‹›", "small guillemets"),
    **dict.fromkeys("‘’‚‛", "single"),
    **dict.fromkeys("'`", "apostrophe"),
    **dict.fromkeys("「」", "corners"),
    **dict.fromkeys("『』", "white corners"),
}
_SINGLES = frozenset({"single", "apostrophe"})
_OPENS_AFTER = frozenset("([{<—–-/¿¡\"“”„«»‹›‘’‚'=*|…:")
_ENDS = frozenset(".!?…")
_LOW = frozenset({"„", ",,", "‚"})
_ALWAYS_OPEN = _LOW | frozenset({"``", "‘‘", "「", "『"})
_ALWAYS_CLOSE = frozenset({"’’", "」", "』"})
_FEET_AND_INCHES = re.compile(r"\d['’′]\s?\d[\d½¼¾./]*$")
_DECADE = re.compile(r"\d0s?\b")
_WORD = re.compile(r"[^\W\d_]+")
_HISSING = frozenset("sSzZxX")  # after these letters an apostrophe alone may be a possessive
_MANY, _DENSE = (
    64,
    5,
)  # a paragraph with more marks than this, one in five characters, is decoration or an attack
_DEEPEST = 8  # quotations inside one another; what is deeper is an attack, and would be told as often


class Role(IntFlag):
    """What a mark may do, judged by the characters beside it."""

    NONE = 0
    OPEN = 1
    CLOSE = 2
    EITHER = 3


@dataclass(slots=True)
class Mark:
    """One mark; `before` and `after` are the characters beside it, "" at a paragraph's edge."""

    start: int
    end: int
    sign: str
    family: str
    before: str
    after: str
    role: Role = Role.NONE
    doubtful: bool = False  # a single mark that may be a possessive's apostrophe
    led: bool = False  # whether a comma or colon leads to it, as to speech
    next_role: Role = Role.NONE  # what the next mark of its family in the paragraph may do
    left: int = 0  # how many working marks of its family follow in the paragraph
    sure_closer: bool = (
        False  # whether a closing single mark beyond doubt follows before the next opening one
    )


@dataclass(slots=True)
class Pair:
    """A quotation as marked: from its first mark to the end of its last, marks included."""

    start: int
    end: int
    family: str


@dataclass(slots=True)
class _Open:
    """A mark on the stack; `crossed` once another of its family opened after it, `ran` when it ran on.

    `led` is that of its mark, `ended` whether the paragraph that left it open ended a sentence.
    """

    start: int
    sign: str
    family: str
    led: bool = False
    ended: bool = False
    crossed: bool = False
    ran: bool = False


def pair(text: str, blocks: list[tuple[int, int]], elisions: frozenset[str]) -> list[Pair]:
    """All quotations marked in the text, nested ones too, by start; `elisions` are words like *em* in ’em."""
    first = next((sign for sign in text if sign in "«»"), "«")
    pairing = _Pairing(first, "«" in text)
    for start, end in blocks:
        marks = _marks(text, start, end, elisions)
        running = pairing.resume(marks, start)
        for mark in marks:
            if mark.role:
                pairing.step(mark)
        pairing.suspend(running, end, text[end - 1 : end] in _ENDS)
    pairing.resume([], len(text))
    pairing.pairs.sort(key=lambda p: (p.start, -p.end))
    return pairing.pairs


def _marks(text: str, start: int, end: int, elisions: frozenset[str]) -> list[Mark]:
    """The marks of one paragraph with their roles."""
    count = sum(1 for _ in _MARK.finditer(text, start, end))
    if count > _MANY and count * _DENSE > end - start:
        return []
    marks = []
    for match in _MARK.finditer(text, start, end):
        a, b = match.span()
        before = text[a - 1] if a > start else ""
        after = text[b] if b < end else ""
        mark = Mark(a, b, match[0], _FAMILY[match[0]], before, after)
        mark.role = _role(text, mark, start, elisions)
        mark.led = text[max(0, a - 3) : a].rstrip()[-1:] in (",", ":")
        marks.append(mark)
    left: Counter[str] = Counter()
    following: dict[str, Role] = {}
    sure = dict.fromkeys(_SINGLES, False)
    for mark in reversed(marks):
        if not mark.role:
            continue
        mark.left = left[mark.family]
        left[mark.family] += 1
        mark.next_role = following.get(mark.family, Role.NONE)
        following[mark.family] = mark.role
        if mark.family in _SINGLES:
            mark.sure_closer = sure[mark.family]
            if mark.role == Role.OPEN:
                sure[mark.family] = False
            elif not mark.doubtful:
                sure[mark.family] = True
    return marks


def _role(text: str, mark: Mark, start: int, elisions: frozenset[str]) -> Role:
    """Judge a mark by what stands beside it."""
    sign, before, after = mark.sign, mark.before, mark.after
    if sign in _ALWAYS_OPEN:
        return Role.OPEN
    if sign in _ALWAYS_CLOSE:
        return Role.CLOSE
    role = Role.NONE
    if (not before or before.isspace() or before in _OPENS_AFTER) and after and not after.isspace():
        role |= Role.OPEN
    if before and not before.isspace() and not after.isalnum():
        role |= Role.CLOSE
    if mark.family in _SINGLES:
        return _single_role(text, mark, role, elisions)
    if mark.family == "straight" and before.isdigit():
        measure = _FEET_AND_INCHES.search(text, max(start, mark.start - 8), mark.start)
        if measure or sign == "''":
            return Role.NONE
    return role or Role.EITHER


def _single_role(text: str, mark: Mark, role: Role, elisions: frozenset[str]) -> Role:
    """A single mark is an apostrophe unless its place says otherwise."""
    if role & Role.OPEN:
        if _DECADE.match(text, mark.end):
            return Role.NONE
        word = _WORD.match(text, mark.end)
        if word and word[0].lower() in elisions:
            return Role.NONE
    if mark.sign in "‛‘" and not role & Role.CLOSE:
        return Role.OPEN if mark.after else Role.NONE
    if mark.sign == "’":
        role &= Role.CLOSE
    if mark.sign == "`":
        role &= Role.OPEN
    if mark.before.isdigit() and mark.family == "apostrophe" and mark.after.isdigit():
        return Role.NONE
    mark.doubtful = mark.before in _HISSING and mark.after.isspace()
    return role


class _Pairing:
    """The stack of open marks and the pairs found so far."""

    def __init__(self, first_guillemet: str, has_opening_guillemets: bool) -> None:
        self._opening = first_guillemet
        self._same = first_guillemet == "»" and not has_opening_guillemets
        self._stack: list[_Open] = []
        self._open: Counter[str] = Counter()
        self._running: _Open | None = None
        self._running_end = 0
        self.pairs: list[Pair] = []

    def resume(self, marks: list[Mark], start: int) -> _Open | None:
        """Take up a quotation running on from the paragraph before, if this one opens with the same mark."""
        running, self._running = self._running, None
        if running is None:
            return None
        if marks and marks[0].start == start and marks[0].family == running.family:
            marks[0].role = Role.NONE
            running.ran = True
            self._stack.append(running)
            self._open[running.family] += 1
            return running
        if running.ran or (running.led and running.ended):  # never closed: it ends with its paragraph
            self.pairs.append(Pair(running.start, self._running_end, running.family))
        return None

    def suspend(self, running: _Open | None, end: int, ended: bool) -> None:
        """Only the outermost open mark may run on over a paragraph's end, a double before a single one."""
        candidates = [item for item in self._stack if not item.crossed]
        candidates.sort(key=lambda item: item.family in _SINGLES)
        self._running = candidates[0] if candidates else None
        if self._running:
            self._running.ended = ended
        if running and running in self._stack and self._running is not running:
            self.pairs.append(Pair(running.start, end, running.family))
        self._running_end = end
        self._stack.clear()
        self._open.clear()

    def step(self, mark: Mark) -> None:
        """Let one mark open, close or do nothing."""
        family = mark.family
        if family in _SINGLES:
            self._single(mark)
        elif family == "guillemets" or family == "small guillemets":
            self._guillemet(mark)
        elif self._open[family]:
            self._while_open(mark)
        elif mark.role == Role.CLOSE:
            other = "curly" if family == "straight" else "straight"
            if self._open[other]:  # opened with one kind and closed with the other, by mistake
                self._close(other, mark.end)
            elif mark.led and mark.next_role == Role.CLOSE and mark.after.isspace():
                self._push(mark)  # the space on the wrong side: he said," We go."
        elif mark.sign != "”" or mark.role == Role.OPEN:
            self._push(mark)

    def _while_open(self, mark: Mark) -> None:
        """A double mark while its family is open: close, nest, or begin anew after one left unclosed."""
        family, sign = mark.family, mark.sign
        if family == "straight":
            if mark.role == Role.OPEN and mark.left % 2:
                self._abandon(family)
                self._push(mark)
            elif not (mark.before.isdigit() and mark.after.isspace() and mark.left % 2):
                self._close(family, mark.end)
        elif sign in _ALWAYS_OPEN:
            self._push(mark)
        elif sign in "“‟":
            opener = self._opener(family)
            if (opener in _LOW or opener == sign) and (
                mark.role == Role.CLOSE or (opener in _LOW and mark.role != Role.OPEN)
            ):
                self._close(family, mark.end)
            else:
                self._push(mark)
        elif sign == "”" and self._opener(family) == "”" and mark.role == Role.OPEN and mark.left % 2:
            self._abandon(family)
            self._push(mark)
        else:
            self._close(family, mark.end)

    def _guillemet(self, mark: Mark) -> None:
        """French and Russian point outwards, German and Danish inwards, Swedish both the same way."""
        family = mark.family
        if self._same:
            opens = not self._open[family] if mark.role != Role.OPEN else True
        else:
            opens = (mark.sign in "«‹") == (self._opening == "«")
        if opens:
            self._push(mark)
        elif self._open[family]:
            self._close(family, mark.end)

    def _single(self, mark: Mark) -> None:
        """Single marks close only what was opened last, and never where an apostrophe is likelier."""
        top = self._stack[-1] if self._stack else None
        closable = top is not None and (
            top.family == mark.family or (top.family == "single" and mark.sign == "'")
        )
        if closable and mark.role & Role.CLOSE and not (mark.doubtful and mark.sure_closer):
            self._close(top.family, mark.end)  # type: ignore[union-attr]
        elif mark.role & Role.OPEN:
            self._push(mark)

    def _push(self, mark: Mark) -> None:
        if len(self._stack) == _DEEPEST:
            self._open[self._stack.pop(0).family] -= 1
        if self._open[mark.family]:
            next(item for item in reversed(self._stack) if item.family == mark.family).crossed = True
        self._stack.append(_Open(mark.start, mark.sign, mark.family, mark.led))
        self._open[mark.family] += 1

    def _close(self, family: str, end: int) -> None:
        """Close the innermost quotation of this family; what was left open inside it was none."""
        while self._stack:
            item = self._stack.pop()
            self._open[item.family] -= 1
            if item.family == family:
                self.pairs.append(Pair(item.start, end, family))
                return

    def _abandon(self, family: str) -> None:
        """Drop the innermost open mark of this family and all after it."""
        self._close(family, 0)
        self.pairs.pop()

    def _opener(self, family: str) -> str:
        return next(item.sign for item in reversed(self._stack) if item.family == family)
