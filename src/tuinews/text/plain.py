"""Plain text, as typed or hard-wrapped by a program, becomes paragraphs with marks."""

import re
from collections.abc import Iterator

from tuinews.model import Mark, MarkKind
from tuinews.text.scribe import Scribe
from tuinews.text.wash import wash

# Nobody wraps narrower than this; in such a text every line end is meant (a poem, an address, a list).
_NARROWEST_WRAP = 45
# Nobody wraps wider than this; in such a text each line is a paragraph.
_WIDEST_WRAP = 130

_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\U00020000-\U0003fffd]"
)
_ITEM = re.compile(r"\s{0,8}(?:(?P<bullet>[-*•‣–·])|(?P<number>\d{1,3}[.)]))\s+(?=\S)")
_RULE = re.compile(r"\s*([-*_=~—·•]\s*){3,}")
_QUOTED = re.compile(r"\s{0,3}>\s?")
_DEEPEST_QUOTE = 20


def plain(text: str) -> tuple[str, tuple[Mark, ...]]:
    """Return `text` washed, its hard-wrapped lines joined, with marks for its lists, quotations and rules.

    Blank lines part paragraphs. A line end inside a paragraph is dropped where the next word would not
    have fitted any more, which is what a wrapping program does, and kept where it would.
    """
    lines = wash(text).expandtabs(4).split("\n")
    width = wrap_width(lines)
    scribe = Scribe()
    for block in _blocks(lines):
        _write_block(scribe, block, width)
    return scribe.done()


def wrap_width(lines: list[str]) -> int:
    """Return the width that `lines` were wrapped at, 0 if they were not wrapped at all."""
    widths = [_width(line) for line in lines if line.strip()]
    widest = max(widths, default=0)
    if widest > _WIDEST_WRAP:
        # A few long lines (addresses, tables) do not make a wrapped text an unwrapped one.
        wrapped = [width for width in widths if width <= _WIDEST_WRAP]
        full = sum(width >= _NARROWEST_WRAP for width in wrapped)
        if full < 0.8 * len(widths):
            return 0
        widest = max(wrapped)
    return widest if widest >= _NARROWEST_WRAP else 0


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    """Yield the runs of lines between blank ones; an indented line among flush ones begins a run, too."""
    block: list[str] = []
    for line in lines:
        if not line.strip():
            if block:
                yield block
            block = []
            continue
        if _RULE.fullmatch(line):
            yield from ([block, [line]] if block else [[line]])
            block = []
            continue
        if block and bool(_QUOTED.match(line)) is not bool(_QUOTED.match(block[-1])):
            yield block
            block = []
        if block and _is_indented(line) and not _is_indented(block[-1]) and not _ITEM.match(block[0]):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_indented(line: str) -> bool:
    return line[0] in " \u3000"


def _write_block(scribe: Scribe, block: list[str], width: int, depth: int = 0) -> None:
    if len(block) == 1 and _RULE.fullmatch(block[0]):
        scribe.gap(2)
        scribe.point(MarkKind.RULE)
        return
    if all(_QUOTED.match(line) for line in block):
        mark = scribe.open_block(MarkKind.BLOCKQUOTE)
        for inner in _blocks([_QUOTED.sub("", line, count=1) for line in block]):
            if depth < _DEEPEST_QUOTE:
                _write_block(scribe, inner, width, depth + 1)
            else:
                _write_lines(scribe, inner, width)
        scribe.close_block(mark)
    elif _ITEM.match(block[0]):
        _write_items(scribe, block)
    else:
        _write_lines(scribe, block, width)


def _write_items(scribe: Scribe, block: list[str]) -> None:
    scribe.gap(2)
    items: list[list[str]] = []
    for line in block:
        if _ITEM.match(line):
            items.append([line])
        else:
            items[-1].append(line)
    for lines in items:
        match = _ITEM.match(lines[0])
        assert match is not None
        value = match["number"].replace(")", ".") if match["number"] else "•"
        mark = scribe.open_line(MarkKind.ITEM, value)
        for line in (lines[0][match.end() :], *lines[1:]):
            scribe.text(line.strip())
            scribe.space()
        scribe.close_line(mark)
    scribe.gap(2)


def _write_lines(scribe: Scribe, lines: list[str], width: int) -> None:
    scribe.gap(2)
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        scribe.text(line.strip())
        if not following:
            break
        if not is_wrapped(line, following, width):
            scribe.gap(1 if width or _width(line) <= _WIDEST_WRAP else 2)
        elif not _joins_tightly(line.rstrip(), following.lstrip()):
            scribe.space()
    scribe.gap(2)


def is_wrapped(line: str, following: str, width: int) -> bool:
    """Tell a line end made by wrapping at `width` from one that its author meant."""
    line, following = line.rstrip(), following.lstrip()
    word = following[:1] if _WIDE.match(following) else following.split(None, 1)[0]
    if not width:
        return False
    needed = _width(line) + 1 + _width(word)
    # People who wrap by hand stop a little short; lines of verse begin with capitals.
    return needed > width or (needed > 0.8 * width and not following[0].isupper())


def _joins_tightly(line: str, following: str) -> bool:
    """Tell whether two halves of a wrapped line belong together without a blank."""
    if _WIDE.match(line[-1]) and _WIDE.match(following[0]):
        return True
    return line[-1] == "-" and len(line) > 1 and line[-2].isalpha() and following[0].islower()


def _width(text: str) -> int:
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))
