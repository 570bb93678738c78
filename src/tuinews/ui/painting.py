"""What the words of an article wear: looks of the theme, and what the mouse finds under it."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.style import Style

from tuinews.model import Analysis, Article, MarkKind, QuoteKind, Span
from tuinews.ui.looks import look
from tuinews.ui.overlay import Painted

if TYPE_CHECKING:
    from textual.widget import Widget

_INLINE = {
    MarkKind.LINK: "link",
    MarkKind.IMAGE: "image",
    MarkKind.EMPHASIS: "emphasis",
    MarkKind.STRONG: "strong-words",
    MarkKind.MONO: "mono",
    MarkKind.DELETED: "deleted",
}
_ORDER = (
    "comment", "string", "number", "keyword",
    "emphasis", "strong-words", "mono", "deleted", "image", "link",
    "quote", "person", "match", "current-quote", "here",
)  # fmt: skip
"""Looks are laid over each other in this order, the last on top."""

_OPENED = re.compile(r"(https?://|mailto:)[^\s\x00-\x1f\x7f-\x9f]+$", re.IGNORECASE)


def marked(article: Article) -> Iterator[Painted]:
    """What the source marked; the address of a link behind a sign."""
    for mark in article.marks:
        if mark.kind in _INLINE:
            yield mark.start, mark.end, _INLINE[mark.kind]
        if mark.kind is MarkKind.LINK:
            yield mark.start, mark.end, f"@{mark.value}"


def said(analysis: Analysis) -> Iterator[Painted]:
    """Quotations and names; a sign and the number in the analysis are for the mouse."""
    for number, quote in enumerate(analysis.quotes):
        if quote.kind is not QuoteKind.OTHER:
            yield quote.start, quote.end, "quote"
        if quote.is_spoken:
            yield quote.start, quote.end, f"”{number}"
    for number, person in enumerate(analysis.people):
        for span in person.mentions:
            yield span.start, span.end, "person"
            yield span.start, span.end, f"#{number}"


def found(hits: Sequence[Span]) -> Iterator[Painted]:
    """What was searched for."""
    for span in hits:
        yield span.start, span.end, "match"


def worn(widget: "Widget", base: Style, names: tuple[str, ...]) -> Style:
    """Return the style of a run that wears all these names at once."""
    style = base
    for name in _ORDER:
        if name in names:
            style += look(widget, name)
    for name in names:
        if name.startswith("#"):
            style += Style.from_meta({"person": int(name[1:])})
        if name.startswith("”"):
            style += Style.from_meta({"quotation": int(name[1:])})
        if name.startswith("@"):  # for the terminal (OSC 8) only where the program would open it too
            link = Style(link=name[1:]) if _OPENED.match(name, 1) else Style()
            style += link + Style.from_meta({"link": name[1:]})
    return style
