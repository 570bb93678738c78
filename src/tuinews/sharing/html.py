"""Articles as HTML pages that load nothing from anywhere; quotations and people are elements with a class."""

from collections.abc import Iterator
from html import escape

from tuinews.model import Analysis, Article, Mark, MarkKind
from tuinews.sharing.lines import PERSON, QUOTATION, Line, Stretch, byline, lines, pieces, web

_TAGS: dict[str, str] = {
    MarkKind.EMPHASIS: "em",
    MarkKind.STRONG: "strong",
    MarkKind.MONO: "code",
    MarkKind.DELETED: "del",
}
# Italic and bold besides the colours, so that these carry no meaning alone.
_STYLE = """
body { max-width: 42em; margin: 2em auto; padding: 0 1em; font: 1.1em/1.6 Georgia, serif; color: #222; background: #fff }
article + article { border-top: 1px solid #999; margin-top: 3em }
pre { overflow-x: auto } td, th { padding: .2em .8em .2em 0; text-align: left; vertical-align: top }
.quotation { font-style: italic; color: #0b5a3c } .person { font-weight: bold; color: #7a2e00 }
@media (prefers-color-scheme: dark) {
  body { color: #ddd; background: #181818 } a { color: #8ab4f8 }
  .quotation { color: #7fd1ae } .person { color: #f0a878 }
}
"""  # noqa: E501  # written into each page as it is

Element = tuple[str, int, str]
"""An element around a line: its tag, what tells it from its like, and its attributes."""


def head(title: str, language: str = "") -> str:
    """Return the beginning of a page, up to its body."""
    of = f' lang="{escape(language)}"' if language else ""
    return (
        f'<!DOCTYPE html>\n<html{of}>\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    )


FOOT = "</body>\n</html>\n"


def as_element(article: Article, analysis: Analysis | None = None, level: int = 1) -> str:
    """Return the article as an element, its title a heading of a level from 1 to 6."""
    of = f' lang="{escape(article.language)}"' if article.language else ""
    address = escape(web(article.url))
    source = f'<p><a href="{address}">{address}</a></p>\n' if address else ""
    return (
        f"<article{of}>\n<h{level}>{escape(article.title)}</h{level}>\n<p>{escape(byline(article))}</p>\n"
        f"{source}{''.join(_body(article, analysis, level))}</article>\n"
    )


def _body(article: Article, analysis: Analysis | None, level: int) -> Iterator[str]:
    """Each line closes the elements that it is not in, and opens those that the one before was not in."""
    opened: list[Element] = []
    tables = 0
    for line in lines(article, analysis):
        yield from _close(opened, 0) if line.rules else ()
        yield "<hr>\n" * line.rules
        tables += not line.text
        if not line.text and not line.block(MarkKind.CODE) and not _has_image(line):
            continue
        wanted = [element for block in line.blocks for element in _elements(block, tables)]
        same = 0
        while same < min(len(opened), len(wanted)) and opened[same][:2] == wanted[same][:2]:
            same += 1
        first = same < len(wanted)
        yield from _close(opened, same)
        for element in wanted[same:]:
            yield f"<{element[0]}{element[2]}>"
            yield "\n" if element[0] in ("ul", "ol", "table", "blockquote") else ""
        opened += wanted[same:]
        yield _content(line, level, first=first)
    yield from _close(opened, 0)


def _close(opened: list[Element], down_to: int) -> Iterator[str]:
    while len(opened) > down_to:
        yield f"</{opened.pop()[0]}>\n"


def _has_image(line: Line) -> bool:
    return any(mark.kind == MarkKind.IMAGE for mark in line.inline)


def _elements(block: Mark, table: int) -> tuple[Element, ...]:
    """The elements a block stands in. Items that follow each other are in one list, so that has no place."""
    if block.kind is MarkKind.BLOCKQUOTE:
        return (("blockquote", block.start, ""),)
    if block.kind is MarkKind.CODE:
        return (("pre", block.start, ""),)
    if block.kind is MarkKind.ROW:
        return (("table", table, ""),)
    if block.kind is MarkKind.ITEM:
        number = block.value.rstrip(".")
        if not number.isascii() or not number.isdigit():
            return (("ul", 0, ""), ("li", block.start, ""))
        return (("ol", 0, f' start="{number}"' if number != "1" else ""), ("li", block.start, ""))
    return ()


def _content(line: Line, level: int, *, first: bool) -> str:
    """What a line holds; `first` is whether it stands first in the innermost element around it."""
    if line.block(MarkKind.CODE):
        return ("" if first and line.text else "\n") + escape(line.text)
    if row := line.block(MarkKind.ROW):
        tag = "th" if row.value == "head" else "td"
        cells = _inline(line).split("\t")
        return "<tr>" + "".join(f"<{tag}>{cell}</{tag}>" for cell in cells) + "</tr>\n"
    if heading := line.block(MarkKind.HEADING):
        tag = f"h{min(int(heading.value) + level, 6)}"
        return f"<{tag}>{_inline(line)}</{tag}>\n"
    if line.blocks and line.blocks[-1].kind is MarkKind.ITEM and first:
        return _inline(line)
    return f"<p>{_inline(line)}</p>\n"


def _inline(line: Line) -> str:
    return "".join(_piece(text, marks) for text, marks in pieces(line))


def _piece(text: str, marks: list[Stretch]) -> str:
    if text == "\t":
        return text
    piece = escape(text)
    for mark in marks:
        if mark.kind in _TAGS:
            piece = f"<{_TAGS[mark.kind]}>{piece}</{_TAGS[mark.kind]}>"
        elif mark.kind in (QUOTATION, PERSON):
            told = f' title="{escape(mark.value)}"' if mark.value else ""
            piece = f'<span class="{mark.kind}"{told}>{piece}</span>'
    image = next((web(mark.value) for mark in marks if mark.kind == MarkKind.IMAGE), "")
    if image:
        # A link and no picture: a page that is kept asks no server whenever it is looked at.
        return f'<a class="image" href="{escape(image)}">{piece or "image"}</a>'
    link = next((web(mark.value) for mark in marks if mark.kind == MarkKind.LINK), "")
    return f'<a href="{escape(link)}">{piece}</a>' if link else piece
