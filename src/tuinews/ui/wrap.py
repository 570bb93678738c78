"""Breaking a line of text to a width in terminal cells, by offsets only: nothing is copied, nothing lost.

Widths are those of `rich.cells`, which are also the ones Textual draws with. Breaks come at spaces, after
dashes, and between characters of scripts written without spaces (with the usual rules for what may not
begin or end a line); a word longer than the line is cut between graphemes.
"""

import re

from rich.cells import split_graphemes

# Characters one cell wide and complete in themselves: most of what is written in Latin, Greek and Cyrillic.
# For them a line is one `rfind` and a text of 100,000 words takes 15 ms instead of 600.
NARROW = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u2190-\u2193]*"
)

_DASHES = "—–"
_SPACES = " \t\u3000"
# Line breaking in East Asian text, after the prohibition classes of JIS X 4051.
_NOT_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー）］｝」』】〉》〕’”…‥,.:;?!)]}％%ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
)
_NOT_LAST = frozenset("（［｛「『【〈《〔‘“([{￥＄$")

Stretch = tuple[int, int]


def wrap(text: str, start: int, end: int, first: int, rest: int) -> list[Stretch]:
    """Break `text[start:end]`, which holds no newline, into stretches that fit.

    `first` is the width in cells of the first line and `rest` of the following ones (each at least 2,
    so that a wide character always finds room). Spaces at a break belong to no stretch; every other
    character belongs to exactly one, in order.
    """
    if NARROW.fullmatch(text, start, end):
        return _wrap_narrow(text, start, end, first, rest)
    return _wrap_any(text, start, end, first, rest)


def chop(text: str, start: int, end: int, width: int) -> list[Stretch]:
    """Cut `text[start:end]` every `width` cells, spaces and all: for code, where every column counts."""
    if NARROW.fullmatch(text, start, end):
        return [(at, min(at + width, end)) for at in range(start, max(end, start + 1), width)]
    stretches: list[Stretch] = []
    begin, used = start, 0
    for from_, _, cells in _graphemes(text, start, end):
        if used + cells > width:
            stretches.append((begin, start + from_))
            begin, used = start + from_, 0
        used += cells
    stretches.append((begin, end))
    return stretches


def _wrap_narrow(text: str, start: int, end: int, first: int, rest: int) -> list[Stretch]:
    """`wrap` where every character is one cell, so that cells are offsets."""
    stretches: list[Stretch] = []
    at, width = start, first
    while end - at > width:
        limit = at + width
        cut = text.rfind(" ", at, limit + 1)
        for dash in _DASHES:
            cut = max(cut, text.rfind(dash, at, limit) + 1)
        if cut <= at:
            cut = max(text.rfind("-", at, limit), text.rfind("/", at, limit)) + 1
        if cut <= at:
            cut = limit
        stretches.append((at, _trimmed(text, at, cut)))
        at, width = _skip(text, cut, end), rest
    if at < end or not stretches:
        stretches.append((at, _trimmed(text, at, end)))
    return stretches


def _wrap_any(text: str, start: int, end: int, first: int, rest: int) -> list[Stretch]:
    """`wrap` grapheme by grapheme, for text of any script."""
    stretches: list[Stretch] = []
    graphemes = _graphemes(text, start, end)
    begin = index = 0
    width = first
    while True:
        used, best = 0, -1  # best: the last grapheme before which this line may end
        index = begin
        while index < len(graphemes):
            cells = graphemes[index][2]
            space = _blank(text, start, graphemes[index])
            if index > begin and (space or _may_break(text, start, graphemes, index)):
                best = index
            if used + cells > width and not space:
                break
            used += cells
            index += 1
        if index >= len(graphemes):
            break
        cut = best if best > begin else max(index, begin + 1)
        line = start + graphemes[begin][0]
        stretches.append((line, _trimmed(text, line, start + graphemes[cut][0])))
        while cut < len(graphemes) and _blank(text, start, graphemes[cut]):
            cut += 1
        begin, width = cut, rest
        if begin >= len(graphemes):
            return stretches
    line = start + graphemes[begin][0] if begin < len(graphemes) else start
    stretches.append((line, _trimmed(text, line, end)))
    return stretches


def _graphemes(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """The graphemes `(from, to, cells)` of `text[start:end]`; a tab is drawn as one blank."""
    return split_graphemes(text[start:end].replace("\t", " "))[0]


def _blank(text: str, start: int, grapheme: tuple[int, int, int]) -> bool:
    """Whether the grapheme is a space and nothing joined to it."""
    from_, to, _ = grapheme
    return to - from_ == 1 and text[start + from_] in _SPACES


def _may_break(text: str, start: int, graphemes: list[tuple[int, int, int]], index: int) -> bool:
    """Whether a line may end between grapheme `index - 1` and grapheme `index`."""
    from_, to, cells = graphemes[index - 1]
    before, after = text[start + from_], text[start + to]
    if before in _SPACES or before in _DASHES:
        return True
    if after in _NOT_FIRST or before in _NOT_LAST:
        return False
    wide_before = cells == 2 and not _hangul(before)
    wide_after = graphemes[index][2] == 2 and not _hangul(after)
    return wide_before or wide_after


def _hangul(character: str) -> bool:
    """Korean is wide but written with spaces, and reads better broken there."""
    return "\uac00" <= character <= "\ud7a3"


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of `text[start:end]` without its trailing spaces."""
    while end > start and text[end - 1] in _SPACES:
        end -= 1
    return end


def _skip(text: str, at: int, end: int) -> int:
    """The first place from `at` on that is not a space."""
    while at < end and text[at] in _SPACES:
        at += 1
    return at
