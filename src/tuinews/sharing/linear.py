"""An article as linear text: for pipes, pagers and screen readers, with nothing told by colour or place.

Structure is written the way Markdown writes it; a paragraph is one line, however long.
"""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain

from tuinews.citing import day
from tuinews.model import Analysis, Article, Mark, MarkKind
from tuinews.sharing.lines import byline

_BLOCKS = {
    MarkKind.HEADING,
    MarkKind.ITEM,
    MarkKind.BLOCKQUOTE,
    MarkKind.CODE,
    MarkKind.ROW,
    MarkKind.RULE,
}

_Insertions = list[tuple[int, str]]


def linear(article: Article, analysis: Analysis | None = None) -> Iterator[str]:
    """Yield the article line by line: title, byline, source and date, address, text.

    With an analysis, quotations and people are marked in words, in square brackets.
    """
    yield article.title
    yield byline(article)
    if article.url:
        yield article.url
    if article.changed:
        yield f"changed {day(article.changed)}"
    if article.also:
        yield f"also in {', '.join(article.also)}"
    yield ""
    insertions = _of_marks(article.marks)
    if analysis is not None:
        insertions += _of_quotes(analysis) + _of_people(article.text, analysis)
    insertions.sort(key=lambda insertion: insertion[0])
    blocks = sorted((mark for mark in article.marks if mark.kind in _BLOCKS), key=lambda mark: mark.start)
    yield from _lines(article.text, blocks, insertions)


def _lines(text: str, blocks: list[Mark], insertions: _Insertions) -> Iterator[str]:
    places = [place for place, _ in insertions]
    open_blocks: list[Mark] = []
    start = coming = done = 0
    for line in text.split("\n"):
        end = start + len(line)
        while coming < len(blocks) and blocks[coming].start <= end:
            open_blocks.append(blocks[coming])
            coming += 1
        if any(block.kind is MarkKind.RULE and block.start >= start for block in open_blocks):
            yield from ("---", "")
        until = bisect_right(places, end)
        yield _prefix(open_blocks, start) + _insert(line, start, insertions[done:until], open_blocks)
        done = until
        start = end + 1
        open_blocks = [block for block in open_blocks if block.end > start]


def _prefix(blocks: list[Mark], start: int) -> str:
    prefix = ""
    for block in blocks:
        match block.kind:
            case MarkKind.HEADING:
                prefix += "#" * int(block.value) + " "
            case MarkKind.BLOCKQUOTE:
                prefix += "> "
            case MarkKind.CODE:
                prefix += "    "
            case MarkKind.ITEM:
                marker = block.value.replace("•", "-")
                prefix += marker + " " if block.start >= start else " " * (len(marker) + 1)
            case _:
                pass
    return prefix


def _insert(line: str, start: int, insertions: _Insertions, blocks: list[Mark]) -> str:
    parts: list[str] = []
    done = 0
    for place, words in insertions:
        parts += (line[done : place - start], words)
        done = place - start
    parts.append(line[done:])
    whole = "".join(parts)
    return " | ".join(whole.split("\t")) if any(block.kind is MarkKind.ROW for block in blocks) else whole


def _of_marks(marks: tuple[Mark, ...]) -> _Insertions:
    links = ((mark.end, f" <{mark.value}>") for mark in marks if mark.kind is MarkKind.LINK)
    images = (edge for mark in marks if mark.kind is MarkKind.IMAGE for edge in _image(mark))
    deleted = (
        edge
        for mark in marks
        if mark.kind is MarkKind.DELETED
        for edge in ((mark.start, "[deleted: "), (mark.end, "]"))
    )
    return list(chain(links, images, deleted))


def _image(mark: Mark) -> _Insertions:
    if mark.end == mark.start:
        return [(mark.start, "[image] ")]
    return [(mark.start, "[image: "), (mark.end, "]")]


def _of_quotes(analysis: Analysis) -> _Insertions:
    found: _Insertions = []
    for quote in analysis.quotes:
        found.append((quote.start, f"[quotation, {quote.speaker}] " if quote.speaker else "[quotation] "))
        found.append((quote.end, " [end of quotation]"))
    return found


def _of_people(text: str, analysis: Analysis) -> _Insertions:
    """Mark a person at the first mention, and after that wherever another form of the name stands."""
    found: _Insertions = []
    for person in analysis.people:
        for place, mention in enumerate(person.mentions):
            if place == 0:
                found.append((mention.end, " [person]"))
            elif text[mention.start : mention.end] != person.name:
                found.append((mention.end, f" [{person.name}]"))
    return found
