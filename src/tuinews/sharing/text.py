"""Articles as plain text for a mail: 72 columns, addresses and speakers in notes at the end."""

import unicodedata
from collections.abc import Iterator

from tuinews.model import Analysis, Article, MarkKind
from tuinews.sharing.lines import QUOTATION, Line, Stretch, byline, lines

WIDTH = 72  # columns, as e-mail is written (RFC 3676, 4.2)


def as_text(article: Article, analysis: Analysis | None = None, level: int = 1) -> str:
    """Return the article in lines of `WIDTH` columns; code and tables keep theirs.

    A link is followed by the number of its address in the notes, and a quotation by that of its speaker.
    """
    notes: dict[str, int] = {}
    body = [written for line in lines(article, analysis) for written in _written(line, notes)]
    told = [byline(article), article.url] if article.url else [byline(article)]
    out = [*wrapped(article.title, "", ""), *told, "", *body]
    if notes:
        out += ["", *(f"[{number}] {note}" for note, number in notes.items())]
    return "\n".join(out) + "\n"


def _written(line: Line, notes: dict[str, int]) -> Iterator[str]:
    if line.rules:
        yield from ("* * *", "")
    text = _noted(line, notes)
    first = rest = ""
    for block in line.blocks:
        if block.kind is MarkKind.BLOCKQUOTE:
            first, rest = first + "> ", rest + "> "
        elif block.kind is MarkKind.ITEM:
            sign = block.value.replace("•", "-") + " "
            first += sign if line.begins(block) else " " * len(sign)
            rest += " " * len(sign)
    if line.block(MarkKind.CODE):
        yield f"{first}    {line.text}".rstrip()
    elif line.block(MarkKind.ROW):
        yield f"{first}{' | '.join(text.split(chr(9)))}".rstrip()
    else:
        yield from wrapped(text, first, rest) if text else [first.rstrip()]


def _noted(line: Line, notes: dict[str, int]) -> str:
    """Return a line with the numbers of its notes behind what they belong to."""
    ended = [(mark.end, _note(mark)) for mark in line.inline if line.start < mark.end <= line.end]
    parts, done = [], line.start
    for end, note in sorted((place, note) for place, note in ended if note):
        number = notes.setdefault(note, len(notes) + 1)
        parts += [line.text[done - line.start : end - line.start], f"[{number}]"]
        done = end
    return "".join([*parts, line.text[done - line.start :]])


def _note(mark: Stretch) -> str:
    if mark.kind in (MarkKind.LINK, MarkKind.IMAGE):
        return mark.value
    return f"said by {mark.value}" if mark.kind == QUOTATION and mark.value else ""


def wrapped(text: str, first: str, rest: str) -> Iterator[str]:
    """Break a line of text at spaces, and between characters of scripts that have none; longer words stay."""
    line, used, gap = first, columns(first), ""
    empty = True
    for word in _words(text):
        if _is_gap(word):
            gap = "" if empty else " "
            continue
        size = columns(word)
        if not empty and used + len(gap) + size > WIDTH:
            yield line.rstrip()
            line, used, gap = rest, columns(rest), ""
        line, used, gap, empty = f"{line}{gap}{word}", used + len(gap) + size, "", False
    yield line.rstrip()


def _words(text: str) -> Iterator[str]:
    """Cut text into spaces, words, and single wide characters with the marks that may not begin a line."""
    word = ""
    for sign in text:
        category = unicodedata.category(sign)
        wide = unicodedata.east_asian_width(sign) in "WF"
        joins = category in ("Mn", "Me", "Mc", "Pe", "Pf", "Po", "Cf", "Sk")
        opened = word[-1:] and unicodedata.category(word[-1]) in ("Ps", "Pi", "Cf")
        cuts = _is_gap(sign) or _is_gap(word[-1:]) or (wide and not joins) or _is_wide(word[-1:])
        if word and cuts and not (joins and not _is_gap(word)) and not (opened and not _is_gap(sign)):
            yield word
            word = ""
        word += sign
    if word:
        yield word


def _is_gap(word: str) -> bool:
    return word.isspace() and word not in "\u00a0\u202f\u2007"  # those that are not to be broken


def _is_wide(sign: str) -> bool:
    return bool(sign) and unicodedata.east_asian_width(sign) in "WF"


def columns(text: str) -> int:
    """Return how many columns a text takes: two for wide characters, none for marks upon others."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.category(sign) in ("Mn", "Me", "Cf") else 2 if _is_wide(sign) else 1 for sign in text
    )
