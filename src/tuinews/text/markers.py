"""What stands before the items of a list that is counted."""

import re

from selectolax.lexbor import LexborNode

from tuinews.text.elements import integer

# As an attribute of the list or in its style: "point (b)" of a law is not its point 2.
_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]{0,80}?\b(lower|upper)-(alpha|latin|roman)", re.IGNORECASE)
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


class Markers:
    """Counts the items of one list."""

    def __init__(self, node: LexborNode) -> None:
        attributes = node.attributes
        self._last = integer(attributes.get("start"), 1) - 1
        self._style = _style(attributes.get("type") or "", attributes.get("style") or "")

    def next(self, item: LexborNode) -> str:
        """Return the marker of the next item."""
        self._last = integer(item.attrs.get("value"), self._last + 1)
        return f"{_written(self._last, self._style)}."


def _style(kind: str, style: str) -> str:
    if match := _STYLE.search(style):
        letter = "i" if match[2].lower() == "roman" else "a"
        return letter.upper() if match[1].lower() == "upper" else letter
    return kind if kind in {"a", "A", "i", "I"} else ""


def _written(number: int, style: str) -> str:
    """Return a number as letters or in Roman figures, where its list is counted so."""
    if not style or not 0 < number < 4000:
        return str(number)
    letters = _roman(number) if style in "iI" else _letters(number)
    return letters.upper() if style.isupper() else letters


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("a") + place) + letters
    return letters


def _roman(number: int) -> str:
    written = ""
    for value, figure in _ROMAN:
        written += figure * (number // value)
        number %= value
    return written
