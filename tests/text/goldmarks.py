"""Braces that mark spans of a plain text in place: `{words}`, `{words|value}`, `{words@value}`; they nest.

The last bar or at-sign of a pair of braces divides words from value; braces without one are `|` with the
words themselves as value. A backslash takes the meaning from a following brace, bar, at-sign or backslash.
"""

from dataclasses import dataclass


class MarkError(ValueError):
    """Braces do not balance; the message quotes the place."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One pair of braces: `text[start:end]` (code points) is marked with `sign` (`|` or `@`) and `value`."""

    start: int
    end: int
    sign: str
    value: str


@dataclass(slots=True)
class _Open:
    """An open brace: its place in the text and among the marks, its last sign and where that is."""

    start: int
    index: int
    sign: str = ""
    cut: int = 0


def strip_marks(marked: str) -> tuple[str, list[Marked]]:
    """Return the plain text and its marks, outer first; raise MarkError if the braces do not balance."""
    text: list[str] = []
    marks: dict[int, Marked] = {}
    stack: list[_Open] = []
    opened = 0
    characters = iter(marked)
    for char in characters:
        if char == "{":
            stack.append(_Open(len(text), opened))
            opened += 1
        elif char == "}":
            if not stack:
                raise MarkError(f"a brace closes that never opened, after {''.join(text[-40:])!r}")
            brace = stack.pop()
            words = "".join(text[brace.start :])
            if brace.sign:
                words = "".join(text[brace.cut + 1 :])
                del text[brace.cut :]
            marks[brace.index] = Marked(brace.start, len(text), brace.sign or "|", words)
        else:
            if char in "|@" and stack:
                stack[-1].sign, stack[-1].cut = char, len(text)
            text.append(next(characters, "\\") if char == "\\" else char)
    if stack:
        raise MarkError(f"a brace never closes, before {''.join(text[stack[-1].start :][:40])!r}")
    return "".join(text), [marks[index] for index in range(opened)]


def add_marks(text: str, marks: list[Marked]) -> str:
    """Write marks into a plain text: the inverse of `strip_marks`."""
    before: dict[int, list[str]] = {}
    after: dict[int, list[str]] = {}
    for mark in marks:
        before.setdefault(mark.start, []).append("{")
        after.setdefault(mark.end, []).insert(0, f"{mark.sign}{_escape(mark.value)}}}")
    pieces = []
    for position in range(len(text) + 1):
        pieces += after.get(position, []) + before.get(position, [])
        pieces.append(_escape(text[position : position + 1]))
    return "".join(pieces)


def _escape(text: str) -> str:
    return "".join("\\" + char if char in "\\{}|@" else char for char in text)
