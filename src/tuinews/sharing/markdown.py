"""Articles as CommonMark, with the tables and the deleted words of GitHub's (GFM)."""

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from tuinews.citing import escaped
from tuinews.model import Analysis, Article, Mark, MarkKind
from tuinews.sharing.lines import Line, Stretch, byline, lines, pieces, web

_SIGNS: dict[str, str] = {MarkKind.STRONG: "**", MarkKind.EMPHASIS: "*", MarkKind.DELETED: "~~"}
# What begins a block in Markdown where it stands first in a line.
_OPENER = re.compile(r"^(?:[-+=~|]|\d+(?=[.)]))")
_TICKS = re.compile("`+")
_NO_NAME = re.compile(r"[`\s]")  # what the name of a language has not


def as_markdown(article: Article, analysis: Analysis | None = None, level: int = 1) -> str:
    """Return the article with its title as a heading of a level, 1 to 6, and its own headings below that."""
    told = [escaped(byline(article))]
    if address := web(article.url):
        told.append(f"<{address}>")
    title = " ".join(escaped(article.title).split())
    return "\n".join([f"{'#' * level} {title}", "", "  \n".join(told), "", *_body(article, level)]) + "\n"


def _body(article: Article, level: int) -> list[str]:
    out: list[str] = []
    before: Line | None = None
    for row, group in groupby(lines(article), lambda line: bool(line.block(MarkKind.ROW))):
        if row:
            out += _table(list(group))
            before = None
            continue
        for line in group:
            if before and _goes_on(before, line):
                out[-1] += "  "
            out += _written(line, article.text, level)
            before = line
    return out


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a line stands in one paragraph with the one before, which then keeps its end."""
    return bool(before.text and line.text and before.blocks == line.blocks and not line.rules) and not (
        line.block(MarkKind.CODE) or line.block(MarkKind.HEADING)
    )


def _written(line: Line, text: str, level: int) -> Iterator[str]:
    if line.rules:
        yield from ("* * *", "")
    prefix = "".join(map(_prefix(line), line.blocks))
    if code := line.block(MarkKind.CODE):
        fence = "`" * max(3, 1 + max(map(len, _TICKS.findall(text[code.start : code.end])), default=0))
        if line.begins(code):
            yield f"{prefix}{fence}{_NO_NAME.sub('', code.value)}"
            prefix = " " * len(prefix) if line.block(MarkKind.ITEM) else prefix
        yield f"{prefix}{line.text}".rstrip()
        if code.end <= line.end:
            yield prefix + fence
        return
    if heading := line.block(MarkKind.HEADING):
        prefix += "#" * min(int(heading.value) + level, 6) + " "
    words = "".join(_piece(part, marks) for part, marks in pieces(line))
    yield f"{prefix}{_OPENER.sub(_unopened, words.lstrip(), count=1)}".rstrip()


def _prefix(line: Line) -> Callable[[Mark], str]:
    def of(block: Mark) -> str:
        if block.kind is MarkKind.BLOCKQUOTE:
            return "> "
        if block.kind is not MarkKind.ITEM:
            return ""
        sign = block.value.replace("•", "-") + " "
        return sign if line.begins(block) else " " * len(sign)

    return of


def _table(rows: list[Line]) -> Iterator[str]:
    """A table has a head in GFM, if need be an empty one."""
    cells = [_cells(row) for row in rows]
    width = max(map(len, cells))
    head = rows[0].block(MarkKind.ROW)
    if head is None or head.value != "head":
        cells.insert(0, [])
    cells.insert(1, ["---"] * width)
    prefix = "".join(map(_prefix(rows[0]), rows[0].blocks))
    for row in cells:
        yield f"{prefix}| {' | '.join(row + [''] * (width - len(row)))} |"
        prefix = prefix if "> " in prefix else " " * len(prefix)


def _cells(row: Line) -> list[str]:
    cells = [""]
    for part, marks in pieces(row):
        if part == "\t":
            cells.append("")
        else:
            cells[-1] += _piece(part, marks).replace("|", r"\|")
    return cells


def _unopened(match: re.Match[str]) -> str:
    sign = match[0]
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


def _piece(text: str, marks: list[Stretch]) -> str:
    image = next((web(mark.value) for mark in marks if mark.kind == MarkKind.IMAGE), "")
    inner = text.strip()
    if not inner and not image:
        return text
    before, _, after = text.partition(inner) if inner else ("", "", text)
    inner = (
        _mono(inner) if any(m.kind == MarkKind.MONO for m in marks) else escaped(inner).replace("&", "&amp;")
    )
    for mark in marks:
        sign = _SIGNS.get(mark.kind, "")
        inner = f"{sign}{inner}{sign}"
    if image:
        inner = f"![{inner}]({image})"
    link = next((web(mark.value) for mark in marks if mark.kind == MarkKind.LINK), "")
    return before + (f"[{inner}]({link})" if link else inner) + after


def _mono(words: str) -> str:
    ticks = "`" * (1 + max(map(len, _TICKS.findall(words)), default=0))
    space = " " if words[:1] == "`" or words[-1:] == "`" else ""
    return f"{ticks}{space}{words}{space}{ticks}"
