"""What changed from one text to another, word by word, and both in one text that tells it by signs.

The signs are those of wdiff and of `git diff --word-diff`: `[-taken out-]` and `{+put in+}`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple

from tuinews.model import Mark, MarkKind

BUDGET = 20_000_000
"""Pairs of words looked at in all, old times new in each stretch that differs; beyond, whole paragraphs.

20,000 words with an edit in each paragraph, or one stretch of 2,200. Words made to be slow take a thread 2 s.
"""

ALIKE = 0.4
"""The share of words that two stretches have in common, below which they are two texts and not one edited."""

MOST_JOINED = 4
"""Paragraphs compared as one stretch, so that words that moved over a break are found."""

_PARAGRAPH = re.compile(r"[^\n]+\n*|\n+")
_WORD = re.compile(r"\n+|[^\S\n]+|[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+|[^\w\s]")
_LINES = re.compile(r"\n+|[^\n]+")


class Change(Enum):
    """What became of a piece of text."""

    KEPT = ("", "")
    TAKEN = ("[-", "-]")
    ADDED = ("{+", "+}")


class Piece(NamedTuple):
    """A piece of the old text, of the new one, or of both."""

    change: Change
    text: str


def changes(old: str, new: str) -> list[Piece]:
    """Return both texts as one row of pieces: without those added it is `old`, without those taken `new`."""
    budget = BUDGET
    pieces: list[Piece] = []
    before, after = _PARAGRAPH.findall(old), _PARAGRAPH.findall(new)
    for tag, was, now in _differences(before, after, BUDGET):
        if tag != "replace":
            pieces += _replaced("".join(was), "".join(now), kept=tag == "equal")
            continue
        for one, other in _stretches(was, now):
            words = _WORD.findall(one), _WORD.findall(other)
            pairs = len(words[0]) * len(words[1])
            fits = pairs <= budget
            budget -= pairs if fits else 0
            pieces += _within(*words) if fits else _replaced(one, other)
    return pieces


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What to compare: all in one, or, of many paragraphs each edited where it stands, one by one."""
    if len(old) == len(new) > MOST_JOINED:
        yield from zip(old, new, strict=True)
    else:
        yield "".join(old), "".join(new)


def _differences(
    old: Sequence[str], new: Sequence[str], most: int
) -> Iterator[tuple[str, Sequence[str], Sequence[str]]]:
    """Stretches in order; of more than `most` pairs only what is the same at both ends is told apart."""
    shorter = min(len(old), len(new))
    first = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - first
    last = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    yield "equal", old[:first], new[:first]
    was, now = old[first : len(old) - last], new[first : len(new) - last]
    if len(was) * len(now) > most:
        yield "replace", was, now
    else:
        for tag, a, b, c, d in SequenceMatcher(None, was, now).get_opcodes():
            yield tag, was[a:b], now[c:d]
    yield "equal", old[len(old) - last :], new[len(new) - last :]


def _within(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    """Compare words; a blank between two changes belongs to both, so that a phrase is one change."""
    found = list(_differences(old, new, BUDGET))
    common = sum(len(word) for tag, was, _ in found if tag == "equal" for word in was if not word.isspace())
    if common < ALIKE * max(_solid(old), _solid(new)):
        yield from _replaced("".join(old), "".join(new))
        return
    was = now = ""
    for number, (tag, before, after) in enumerate(found):
        gone, come = "".join(before), "".join(after)
        between = (was or now) and number + 1 < len(found) and found[number + 1][0] != "equal"
        if tag != "equal" or (between and gone.isspace() and "\n" not in gone):
            was, now = was + gone, now + come
        else:
            yield from _replaced(was, now)
            was = now = ""
            yield from _replaced(gone, come, kept=True)
    yield from _replaced(was, now)


def _solid(words: Iterable[str]) -> int:
    return sum(len(word) for word in words if not word.isspace())


def _replaced(old: str, new: str, *, kept: bool = False) -> Iterator[Piece]:
    if kept:
        old, new = "", old
    if old:
        yield Piece(Change.TAKEN, old)
    if new:
        yield Piece(Change.KEPT if kept else Change.ADDED, new)


def told(pieces: Iterable[Piece], marks: Iterable[Mark] = ()) -> tuple[str, tuple[Mark, ...]]:
    """Return pieces as one text with signs, and its marks; `marks` are those of the new text.

    What was taken is marked as deleted, what was added as strong; signs stay within their line.
    """
    parts: list[str] = []
    changed: list[Mark] = []
    places: list[tuple[int, int]] = [(0, 0)]  # where an offset of the new text stands in this one
    length = source = 0
    for change, text in pieces:
        opening, closing = change.value
        for line in _LINES.findall(text):
            is_signed = change is not Change.KEPT and not line.isspace()
            if change is not Change.TAKEN:
                places.append((source, length + len(opening) * is_signed))
                source += len(line)
            part = f"{opening}{line}{closing}" if is_signed else line
            if change is not Change.KEPT:
                kind = MarkKind.DELETED if change is Change.TAKEN else MarkKind.STRONG
                changed.append(Mark(kind, length, length + len(part)))
            parts.append(part)
            length += len(part)
    moved = [_moved(mark, places) for mark in marks]
    return "".join(parts), tuple(sorted([*moved, *changed], key=lambda mark: (mark.start, -mark.end)))


def _moved(mark: Mark, places: Sequence[tuple[int, int]]) -> Mark:
    start = _place(mark.start, places)
    end = _place(mark.end - 1, places) + 1 if mark.end > mark.start else start
    return mark._replace(start=start, end=end)


def _place(offset: int, places: Sequence[tuple[int, int]]) -> int:
    source, place = places[bisect_right(places, offset, key=lambda known: known[0]) - 1]
    return place + offset - source
