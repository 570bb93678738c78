"""Where paragraphs lie: split at blank lines, or at every newline unless the text is hard-wrapped."""

import re
from statistics import median

_LINE = re.compile(r"[^\n]+")
_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_WRAP_WIDTH = range(45, 101)  # the usual widths of plain text; longer lines are paragraphs of their own
_SAMPLE = 200  # lines looked at: the habit of a text shows at its beginning


def is_wrapped(text: str) -> bool:
    """Whether single newlines only end lines: blocks of several lines of nearly the same, usual width."""
    lengths = []
    blocks = 0
    for block in _BLOCK.finditer(text):
        lines = block[0].split("\n")
        if len(lines) > 1:
            blocks += 1
            lengths += [len(line) for line in lines[:-1]]
        if len(lengths) > _SAMPLE:
            break
    if len(lengths) < 3 or max(lengths) not in _WRAP_WIDTH:
        return False
    return median(lengths) >= 0.8 * max(lengths)


def blocks(text: str, wrapped: bool) -> list[tuple[int, int]]:
    """The paragraphs as (start, end) offsets, without the newlines around them."""
    return [match.span() for match in (_BLOCK if wrapped else _LINE).finditer(text)]
