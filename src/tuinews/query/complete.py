"""What can be completed in the search bar at the cursor: an operator, or the value of one."""

import re
from dataclasses import dataclass

from tuinews.query.operators import BY_NAME, OPERATORS, Operator

_AT_CURSOR = re.compile(
    r"""[-!(]*(?:(?P<name>[^\W\d_]+):(?:\([^)]*?)?(?P<open>["“„]?)(?P<value>[^"“”„]*)|(?P<tag>\#)(?P<tagged>\S*)|(?P<word>\w*))$"""
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands before the cursor: `text[start:cursor]` is the beginning of an operator's name or value.

    `operator` is None where an operator itself may be completed.
    """

    start: int
    begun: str
    operator: Operator | None


def asked(text: str, cursor: int) -> Asked | None:
    """Return what may be completed at `cursor`, None if nothing can."""
    before = text[:cursor]
    start = max(_word_start(before), 0)
    match = _AT_CURSOR.match(before, start)
    if match is None:
        return None
    if match["tag"]:
        return Asked(match.start("tag"), match["tagged"], BY_NAME["tag"])
    if match["name"]:
        operator = BY_NAME.get(match["name"].lower())
        return Asked(match.start("open"), match["value"], operator) if operator else None
    return Asked(match.start("word"), match["word"], None) if match["word"] else None


def operators(begun: str) -> list[str]:
    """Return the operators whose name begins so, each with its colon."""
    return [f"{operator.name}:" for operator in OPERATORS if operator.name.startswith(begun.lower())]


def quoted(value: str) -> str:
    """Return a value as it must be typed behind the colon."""
    return f'"{value}"' if re.search(r'[\s()|"“”]', value) or not value else value


def _word_start(before: str) -> int:
    """Return where the word at the end of `before` begins; blanks within quotation marks part nothing."""
    start, inside = 0, False
    for place, character in enumerate(before):
        if character in '"“”„':
            inside = not inside
        elif not inside and (character.isspace() or character == "|"):
            start = place + 1
    return start
