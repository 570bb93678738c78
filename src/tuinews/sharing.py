"""Articles as files: Markdown, HTML and plain text, under safe names, over nothing that is there.

One table of formats for the interface and the shell.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import datetime
from html import escape
from itertools import groupby, pairwise
from pathlib import Path
from textwrap import fill
from typing import NamedTuple

from tuinews.citing import escaped
from tuinews.errors import TuinewsError
from tuinews.model import Article, Mark, MarkKind

WIDTH = 72  # columns of plain text, as e-mail is written (RFC 3676, 4.2)
NAME_BYTES = 200  # of a file name; file systems take 255, and the suffix and a number want room

_BLOCKS = {MarkKind.HEADING, MarkKind.ITEM, MarkKind.BLOCKQUOTE, MarkKind.CODE, MarkKind.ROW}
_TAGS = {
    MarkKind.EMPHASIS: ("<em>", "</em>"),
    MarkKind.STRONG: ("<strong>", "</strong>"),
    MarkKind.MONO: ("<code>", "</code>"),
    MarkKind.DELETED: ("<del>", "</del>"),
}
_KNOWN = _BLOCKS | _TAGS.keys() | {MarkKind.LINK}
_SIGNS = {MarkKind.STRONG: "**", MarkKind.EMPHASIS: "*", MarkKind.DELETED: "~~"}
# What Windows keeps for devices, with any suffix, and the signs that a file system somewhere refuses.
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
_REFUSED = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"/\\|?*]+')
_SAFE = re.compile(r"(https?://|mailto:)", re.IGNORECASE)
_ADDRESS = str.maketrans({sign: f"%{ord(sign):02X}" for sign in " <>()\\\n"})
# What begins a block in Markdown where it stands first in a line.
_OPENER = re.compile(r"^(\s*)([-+=~|]|\d+(?=[.)]))")


class ExistsError(TuinewsError):
    """A file that would have been written over."""


class _Line(NamedTuple):
    """A line of the text with the blocks around it, and the marks that have a part of it, in order."""

    start: int
    text: str
    blocks: tuple[Mark, ...]
    inline: list[Mark]

    def block(self, kind: MarkKind) -> Mark | None:
        """The outermost block of a kind, if there is one."""
        return next((mark for mark in self.blocks if mark.kind is kind), None)


def as_text(article: Article) -> str:
    """Return the article as plain text in lines of `WIDTH` columns; code and tables keep theirs."""
    return "\n".join([article.title, *_byline(article), "", *map(_wrapped, _lines(article))]) + "\n"


def as_markdown(article: Article) -> str:
    """Return the article as CommonMark (with tables' cells parted by bars)."""
    told = [escaped(line) for line in _byline(article)[:1]]
    if address := _web(article.url):
        told.append(f"<{address}>")
    lines = (_markdown_line(line) for line in _lines(article))
    return "\n".join([f"# {escaped(article.title)}", "", "  \n".join(told), "", *lines]) + "\n"


def as_html(article: Article) -> str:
    """Return the article as a whole HTML page that loads nothing from anywhere."""
    title, address = escape(article.title), escape(_web(article.url))
    byline, *_ = _byline(article)
    language = f' lang="{escape(article.language)}"' if article.language else ""
    source = f'<p><a href="{address}">{address}</a></p>\n' if address else ""
    groups = groupby((line for line in _lines(article) if line.text), _html_group)
    body = "\n".join(_html_block(group, list(lines)) for group, lines in groups)
    return (
        f'<!DOCTYPE html>\n<html{language}>\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n</head>\n"
        f"<body>\n<h1>{title}</h1>\n<p>{escape(byline)}</p>\n{source}{body}\n</body>\n</html>\n"
    )


FORMATS: dict[str, tuple[str, Callable[[Article], str]]] = {
    "markdown": (".md", as_markdown),
    "html": (".html", as_html),
    "text": (".txt", as_text),
}
"""The formats by name: the suffix of their files, and what writes them."""


def form_of(name: str) -> str:
    """Return the format that the suffix of a file name means; text for any other."""
    suffix = Path(name).suffix.lower()
    return next((form for form, (own, _) in FORMATS.items() if own == suffix), "text")


def file_name(title: str, suffix: str) -> str:
    """Return a file name made of a title: one part, of any script, refused by no file system."""
    name = _REFUSED.sub(" ", unicodedata.normalize("NFC", title))
    name = " ".join(name.split()).strip(". ")
    name = name.encode()[: NAME_BYTES - len(suffix)].decode(errors="ignore").rstrip(". ")
    if not name or _RESERVED.match(name):
        name = f"article {name}".strip()
    return name + suffix


def save(path: Path, text: str, *, over: bool = False) -> None:
    """Write a file; raises ExistsError if it is there (unless `over`), TuinewsError if it cannot be."""
    try:
        with path.open("w" if over else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise ExistsError(f"{path} is there already, and was left as it is.") from None
    except OSError as error:
        raise TuinewsError(f"{path} cannot be written: {error.strerror or error}.") from None


def _byline(article: Article) -> list[str]:
    day = f"{datetime.fromtimestamp(article.published):%Y-%m-%d %H:%M}"
    told = ", ".join(part for part in (article.author, article.source, day) if part)
    return [told, article.url] if article.url else [told]


def _web(address: str) -> str:
    return address.translate(_ADDRESS) if _SAFE.match(address) else ""


def _lines(article: Article) -> Iterator[_Line]:
    """Yield the lines in order; reads each mark once, since a page may have 50,000 of them."""
    coming = sorted((mark for mark in article.marks if mark.kind in _KNOWN), key=lambda mark: -mark.start)
    around: list[Mark] = []
    start = 0
    for text in article.text.split("\n"):
        while coming and coming[-1].start <= start + len(text):
            around.append(coming.pop())
        around = [mark for mark in around if mark.end > start]
        blocks = tuple(mark for mark in around if mark.kind in _BLOCKS)
        yield _Line(start, text, blocks, [mark for mark in around if mark.kind not in _BLOCKS])
        start += len(text) + 1


def _wrapped(line: _Line) -> str:
    if line.block(MarkKind.CODE) or line.block(MarkKind.ROW):
        return line.text
    item = line.block(MarkKind.ITEM)
    first = f"{item.value} ".replace("•", "-") if item and item.start >= line.start else ""
    return fill(
        line.text, WIDTH, initial_indent=first, subsequent_indent=" " * len(first), break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip


def _pieces(line: _Line) -> Iterator[tuple[str, list[Mark]]]:
    """Cut a line where a mark within it begins or ends: no two overlap, so what is made nests."""
    end = line.start + len(line.text)
    edges = {line.start, end}.union(*((mark.start, mark.end) for mark in line.inline))
    cuts = sorted(edge for edge in edges if line.start <= edge <= end)
    coming, around = line.inline[::-1], []
    for start, stop in pairwise(cuts):
        while coming and coming[-1].start <= start:
            around.append(coming.pop())
        around = [mark for mark in around if mark.end > start]
        yield line.text[start - line.start : stop - line.start], around


def _html_inline(line: _Line) -> str:
    out = []
    for text, marks in _pieces(line):
        piece = escape(text)
        for mark in marks:
            if mark.kind is not MarkKind.LINK:
                piece = _TAGS[mark.kind][0] + piece + _TAGS[mark.kind][1]
        link = next((_web(mark.value) for mark in marks if mark.kind is MarkKind.LINK), "")
        out.append(f'<a href="{escape(link)}">{piece}</a>' if link else piece)
    return "".join(out)


def _html_group(line: _Line) -> tuple[str, int]:
    """What stands in one element together: a list, a table, a block of code or quotation; else one line."""
    for kind, tag in ((MarkKind.CODE, "pre"), (MarkKind.BLOCKQUOTE, "blockquote")):
        if block := line.block(kind):
            return tag, block.start
    if line.block(MarkKind.ROW):
        return "table", 0
    if item := line.block(MarkKind.ITEM):
        return ("ul" if "•" in item.value else "ol"), 0
    return "p", line.start


def _html_block(group: tuple[str, int], lines: list[_Line]) -> str:
    tag = group[0]
    if tag == "pre":
        return f"<pre>{escape(chr(10).join(line.text for line in lines))}</pre>"
    if tag == "p":
        heading = lines[0].block(MarkKind.HEADING)
        tag = f"h{min(int(heading.value) + 1, 6)}" if heading else "p"
        return f"<{tag}>{_html_inline(lines[0])}</{tag}>"
    if tag == "table":
        rows = ("".join(f"<td>{escape(cell)}</td>" for cell in line.text.split("\t")) for line in lines)
        return "<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"
    one = "p" if tag == "blockquote" else "li"
    inner = "\n".join(f"<{one}>{_html_inline(line)}</{one}>" for line in lines)
    return f"<{tag}>\n{inner}\n</{tag}>"


def _markdown_line(line: _Line) -> str:
    if line.block(MarkKind.CODE):
        return "    " + line.text
    prefix = "> " if line.block(MarkKind.BLOCKQUOTE) else ""
    if heading := line.block(MarkKind.HEADING):
        prefix += "#" * min(int(heading.value) + 1, 6) + " "
    if item := line.block(MarkKind.ITEM):
        sign = item.value.replace("•", "-") + " "
        prefix += sign if item.start >= line.start else " " * len(sign)
    text = "".join(_markdown_piece(text, marks) for text, marks in _pieces(line))
    if line.block(MarkKind.ROW):
        text = " | ".join(text.replace("|", r"\|").split("\t"))
    return (prefix + _OPENER.sub(_unopened, text)).rstrip()


def _unopened(match: re.Match[str]) -> str:
    before, sign = match.groups()
    return f"{before}{sign}\\" if sign.isdigit() else f"{before}\\{sign}"


def _markdown_piece(text: str, marks: list[Mark]) -> str:
    piece = escaped(text).replace("&", "&amp;")
    inner = piece.strip()
    if not inner:
        return piece
    before, _, after = piece.partition(inner)
    for mark in marks:
        sign = _SIGNS.get(mark.kind, "")
        inner = f"{sign}{inner}{sign}"
    link = next((_web(mark.value) for mark in marks if mark.kind is MarkKind.LINK), "")
    return before + (f"[{inner}]({link})" if link else inner) + after
