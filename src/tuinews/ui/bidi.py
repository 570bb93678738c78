"""Right-to-left text in the order in which it is seen.

Few terminals order text by themselves, and those that do take a screen line for one paragraph, across panes.
So lines are ordered here, by the Unicode Bidirectional Algorithm (UAX #9, revision 50) without its explicit
part: embeddings, overrides and isolates do not get past the door. No library tells which character went
where, and the looks of the text need to know.
"""

import os
import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from unicodedata import bidirectional

from rich.cells import split_graphemes
from rich.segment import Segment

RIGHTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""Characters of scripts written from the right: a text without one is seen as it stands."""

_CLOSES = dict(zip("([{<«‹（［｛《〈「『【", ")]}>»›）］｝》〉」』】", strict=True))
_MIRRORED = _CLOSES | {close: open_ for open_, close in _CLOSES.items()}
_PAIRED = {open_: close for open_, close in _CLOSES.items() if open_ not in "<«‹"}  # BidiBrackets.txt
_STRONG = frozenset({"L", "R", "AL"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "BN", ""})
_NESTING = 63  # BD16: the pairs that are looked for within each other


def paragraph_level(text: str, start: int) -> int | None:
    """Return the level of the paragraph at the offset `start`, None when nothing there is rightward."""
    begin = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    if not RIGHTWARD.search(text, begin, end):
        return None
    return base_level(text[begin:end])


def seen(segments: Sequence[Segment], base: int | None = None) -> list[Segment]:
    """Return the segments of one line in the order in which it is seen, every character in its own style.

    `base` is the level of the line's paragraph, by default that of the line itself. A letter and the marks on
    it stay together.
    """
    text = "".join(segment.text for segment in segments)
    if not RIGHTWARD.search(text) and not base:
        return list(segments)
    styles = [segment.style for segment in segments for _ in segment.text]
    made: list[Segment] = []
    for start, end, rightward in _as_seen(text, base):
        piece = mirrored(text[start:end]) if rightward else text[start:end]
        if made and made[-1].style == styles[start]:
            made[-1] = Segment(made[-1].text + piece, styles[start])
        else:
            made.append(Segment(piece, styles[start]))
    return made


def places(text: str, base: int | None) -> list[int]:
    """Return where each character that is seen on a line stands in its text, in the order of `seen`."""
    if base is None:
        return list(range(len(text)))
    return [at for start, end, _ in _as_seen(text, base) for at in range(start, end)]


def _as_seen(text: str, base: int | None) -> Iterator[tuple[int, int, bool]]:
    """Yield the letters of a line with their marks as they are seen, and whether each is read leftward."""
    found = levels(text, base_level(text) if base is None else base)
    letters = [(start, end) for start, end, _ in split_graphemes(text)[0]]
    for index in ordered([found[start] for start, _ in letters]):
        start, end = letters[index]
        yield start, end, found[start] % 2 == 1


def told_apart() -> tuple[str, str]:
    """Return what tells the terminal to leave the order of text to the program, and to take it back.

    ECMA-48 BDSM, as VTE has it (https://terminal-wg.pages.freedesktop.org/bidi/): the one terminal that is
    both known to order text by itself and to let go of it. Others get nothing.
    """
    return ("\x1b[8l", "\x1b[8h") if "VTE_VERSION" in os.environ else ("", "")


def base_level(text: str) -> int:
    """Return 1 when a paragraph's first letter is of a script written from the right, else 0 (P2, P3)."""
    for character in text:
        kind = bidirectional(character)
        if kind in _STRONG:
            return int(kind != "L")
    return 0


def mirrored(text: str) -> str:
    """Return a bracket as it looks in text written from the right, anything else as it is (L4)."""
    return _MIRRORED.get(text, text)


def levels(text: str, base: int) -> list[int]:
    """Return the embedding level of each character of a line: even ones are read from the left.

    `text` holds no newline; `base` is that of its paragraph.
    """
    kinds = [bidirectional(character) for character in text]
    edge = "R" if base else "L"
    _weak(kinds, edge)
    _brackets(text, kinds, edge)
    _neutral(kinds, edge)
    rise = ({"R": 1, "AN": 2, "EN": 2}, {"L": 1, "AN": 1, "EN": 1})[base]
    found = [base + rise.get(kind, 0) for kind in kinds]
    for index in range(len(text) - 1, -1, -1):  # L1: blanks at the end of a line stay there
        if not text[index].isspace():
            break
        found[index] = base
    return found


def ordered(found: list[int]) -> list[int]:
    """Return the indices of `found`, the levels of a line's parts, as they are seen (L2)."""
    indices = list(range(len(found)))
    for level in range(max(found, default=0), 0, -1):
        start = 0
        for is_high, run in groupby([found[index] >= level for index in indices]):
            end = start + len(list(run))
            if is_high:
                indices[start:end] = indices[start:end][::-1]
            start = end
    return indices


def _weak(kinds: list[str], edge: str) -> None:
    """Rules W1 to W7: marks, digits, and what stands between and beside digits."""
    before = strong = edge
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kind = before
        elif kind == "EN" and strong == "AL":
            kind = "AN"
        if kind in _STRONG:
            strong = kind
        kinds[index] = before = kind
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    _beside_digits(kinds)
    strong = edge
    for index, kind in enumerate(kinds):
        if kind in _STRONG:
            strong = kind
        elif kind in {"ES", "ET", "CS"}:
            kinds[index] = "ON"
        elif kind == "EN" and strong == "L":
            kinds[index] = "L"


def _beside_digits(kinds: list[str]) -> None:
    """Rules W4 and W5: one separator between two numbers, and any signs of currency and the like at one."""
    for index in range(1, len(kinds) - 1):
        one, kind, two = kinds[index - 1 : index + 2]
        if one == two and (kind, one) in {("CS", "EN"), ("CS", "AN"), ("ES", "EN")}:
            kinds[index] = one
    start = 0
    for kind, run in groupby(list(kinds)):
        end = start + len(list(run))
        if kind == "ET" and "EN" in (kinds[start - 1] if start else "", *kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * (end - start)
        start = end


def _direction(kind: str) -> str:
    """Return the direction in which a kind pulls the neutral ones beside it, or ""."""
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind, "")


def _brackets(text: str, kinds: list[str], edge: str) -> None:
    """Rule N0: both brackets of a pair go the way of what is inside, or of what comes before."""
    for start, end in _pairs(text, kinds):
        inside = {_direction(kind) for kind in kinds[start + 1 : end]} - {""}
        if not inside:
            continue
        way = edge
        if edge not in inside:
            before = next((found for kind in reversed(kinds[:start]) if (found := _direction(kind))), edge)
            way = before if before in inside else edge
        kinds[start] = kinds[end] = way


def _pairs(text: str, kinds: list[str]) -> list[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for index, character in enumerate(text):
        if kinds[index] != "ON":
            continue
        if close := _PAIRED.get(character):
            if len(waiting) == _NESTING:
                return []
            waiting.append((close, index))
            continue
        for depth in range(len(waiting) - 1, -1, -1):
            if waiting[depth][0] == character:
                found.append((waiting[depth][1], index))
                del waiting[depth:]
                break
    return sorted(found)


def _neutral(kinds: list[str], edge: str) -> None:
    """Rules N1 and N2: what has no direction goes with its neighbours when they agree, else with the line."""
    start, before = 0, edge
    for is_neutral, run in groupby(list(kinds), lambda kind: kind in _NEUTRAL):
        end = start + len(list(run))
        if is_neutral:
            after = _direction(kinds[end]) if end < len(kinds) else edge
            kinds[start:end] = [before if before == after else edge] * (end - start)
        else:
            before = _direction(kinds[end - 1])
        start = end
