"""HTML becomes a plain text and marks over it.

The parser is lexbor (through selectolax), which builds the same tree as a browser from any input.
A `Walk` goes over that tree once and tells a `Scribe` where blocks and spans begin and end, as it is
said here of each element; the scribe writes the text as a browser would lay it out: blanks collapsed,
blocks parted by an empty line, items and rows by a newline.
"""

import re

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from tuinews.model import Mark, MarkKind
from tuinews.text import arranged, media
from tuinews.text.elements import (
    are_apart,
    children,
    code_language,
    hidden_in,
    is_attribution,
    is_caption,
    is_plain,
    is_verse,
    tags_with_attributes,
)
from tuinews.text.links import absolute
from tuinews.text.scribe import Scribe
from tuinews.text.tags import DROPPED, HEADINGS, PARAGRAPHS, SPANS
from tuinews.text.tame import tamed
from tuinews.text.walk import Leave, Meanings, Walk, skip
from tuinews.text.wash import is_washed

# What stands for "back to the text" in a note and for "link to this heading".
_BACK = frozenset(["↩", "↩︎", "↩️", "↑", "⤴", "⏎", "^", "#", "¶", "§", "🔗"])
_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")

# A character reference other than those to usual signs of print, which leave nothing to wash.
_OTHER_REFERENCE = re.compile(
    rb"&(?!(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[nm]dash|hellip|[rl]aquo|[rl]arr|bull|middot|copy"
    rb"|#(?:0?3[2-9]|160|171|187|82(?:1[12679]|2[0126]|30)|x27|x2F));)"
)


def clean(html: str, base_url: str = "") -> tuple[str, tuple[Mark, ...]]:
    """Return the washed text of `html` and its marks, sorted by start, outer before inner.

    Links and images are made absolute with `base_url`; a link that is not to be opened (`javascript:`,
    `data:`, `file:`) leaves its text behind without a mark. Any string is accepted; time is linear
    in its length.
    """
    if "<" not in html and "&" not in html:
        return _plain(html)
    source = tamed(html.replace("\x00", "")).encode("utf-8", "ignore")
    body = LexborHTMLParser(source, options=LexborDocumentOptions.WO_EVENTS).body
    if body is None:
        return "", ()
    plain = b"&" not in source or not _OTHER_REFERENCE.search(source)
    tags = tags_with_attributes(source)
    reaching = b"colspan" in tags or b"rowspan" in tags
    walk = Walk(base_url, Scribe(plain and is_washed(source)), reaching)
    walk.over(body, hidden_in(body, tags), _meanings(source, tags))
    return walk.scribe.done()


def _plain(text: str) -> tuple[str, tuple[Mark, ...]]:
    scribe = Scribe()
    scribe.text(text)
    return scribe.done()


def _bold(walk: Walk, node: LexborNode) -> Leave:
    return None if is_plain(node) else walk.span(MarkKind.STRONG)


def _apart(walk: Walk, node: LexborNode) -> Leave:
    """Part two words that only the looks of the page keep apart."""
    if not walk.in_code and are_apart(node, walk.scribe.last()):
        walk.scribe.space()
    return None


def _paragraph(walk: Walk, node: LexborNode) -> Leave:
    return _caption(walk, node) if is_caption(node) else walk.paragraph(node)


def _cell(walk: Walk, node: LexborNode) -> Leave:
    return _caption(walk, node) if is_caption(node) else arranged.cell(walk, node)


def _cite(walk: Walk, node: LexborNode) -> Leave:
    return walk.block(MarkKind.EMPHASIS) if is_attribution(node) else walk.span(MarkKind.EMPHASIS)


def _quote(walk: Walk, node: LexborNode) -> Leave:
    return walk.block(MarkKind.BLOCKQUOTE)


def _caption(walk: Walk, node: LexborNode) -> Leave:
    return walk.block(MarkKind.CAPTION)


def _heading(walk: Walk, node: LexborNode) -> Leave:
    mark = walk.scribe.open_block(MarkKind.HEADING, HEADINGS[node.tag or ""])
    walk.scribe.flat(True)

    def leave() -> None:
        walk.scribe.flat(False)
        walk.scribe.close_block(mark)

    return leave


def _dropped(walk: Walk, node: LexborNode) -> Leave:
    return skip


def _link(walk: Walk, node: LexborNode) -> Leave:
    address = node.attrs.get("href") or ""
    if address.startswith("#"):
        return _footnote(walk, node)
    target = absolute(address, walk.base_url)
    if not target:
        return None
    return ~walk.scribe.open(MarkKind.LINK, target)


def _footnote(walk: Walk, node: LexborNode) -> Leave:
    number = node.text().strip("[]() \n")
    if number.rstrip("0123456789²³⁴⁵⁶⁷⁸⁹") in _BACK:  # each of several ways back has a number
        return skip
    if not number.isdecimal() or len(number) > 3:
        return None
    walk.scribe.text(number if walk.scribe.ends_with("[") else f"[{number}]")
    return skip


def _raised(walk: Walk, node: LexborNode) -> Leave:
    return _shifted(walk, node, _RAISED)


def _lowered(walk: Walk, node: LexborNode) -> Leave:
    return _shifted(walk, node, _LOWERED)


def _shifted(walk: Walk, node: LexborNode, table: dict[int, int]) -> Leave:
    """Write a number as such letters: 10<sup>6</sup> is not 106. A note's number keeps its brackets."""
    text = node.text()
    if walk.in_code or not text or not all(ord(sign) in table for sign in text):
        return None
    if any(tag == "a" for tag in children(node)):
        walk.scribe.text(f"[{text}]")
    else:
        walk.scribe.text(text.translate(table))
    return skip


def _box(walk: Walk, node: LexborNode) -> Leave:
    if (node.attributes.get("type") or "").lower() == "checkbox":
        walk.scribe.text("☑ " if "checked" in node.attributes else "☐ ")
    return skip


def _q(walk: Walk, node: LexborNode) -> Leave:
    walk.scribe.text("“")
    return lambda: walk.scribe.text("”")


def _reading(walk: Walk, node: LexborNode) -> Leave:
    """Put how a word is said in brackets, unless the page brings its own."""
    before = node.prev
    if before is not None and before.tag == "rp":
        return None
    walk.scribe.text("(")
    return lambda: walk.scribe.text(")")


def _br(walk: Walk, node: LexborNode) -> Leave:
    walk.scribe.line_break()
    return skip


def _rule(walk: Walk, node: LexborNode) -> Leave:
    walk.scribe.gap(2)
    walk.scribe.point(MarkKind.RULE)
    walk.ended = -1  # a list behind it is another one
    return skip


def _pre(walk: Walk, node: LexborNode) -> Leave:
    if is_verse(node):
        return _verse(walk)
    mark = walk.scribe.open_block(MarkKind.CODE, code_language(node))
    walk.scribe.verbatim(True)
    walk.in_code += 1

    def leave() -> None:
        walk.in_code -= 1
        walk.scribe.verbatim(False)
        walk.scribe.close_block(mark)

    return leave


def _verse(walk: Walk) -> Leave:
    walk.scribe.gap(2)
    walk.scribe.verbatim(True)

    def leave() -> None:
        walk.scribe.verbatim(False)
        walk.scribe.gap(2)

    return leave


# What elements mean; the others only hold what is inside them.
_MEANINGS: Meanings = {
    **dict.fromkeys(PARAGRAPHS, 2),
    **dict.fromkeys(DROPPED, _dropped),
    **SPANS,
    **dict.fromkeys(HEADINGS, _heading),
    "a": _link,
    "blockquote": _quote,
    "br": _br,
    "caption": _caption,
    "cite": _cite,
    "figcaption": _caption,
    "hr": _rule,
    "embed": media.embedded,
    "iframe": media.embedded,
    "audio": media.embedded,
    "video": media.embedded,
    "dd": arranged.detail,
    "dt": arranged.term,
    "img": media.image,
    "amp-img": media.image,
    "math": media.mathematics,
    "rt": _reading,
    "input": _box,
    "sub": _lowered,
    "sup": _raised,
    "li": arranged.item,
    "ol": arranged.listing,
    "ul": arranged.listing,
    "menu": arranged.listing,
    "pre": _pre,
    "q": _q,
    "table": arranged.table,
    "td": arranged.cell,
    "th": arranged.cell,
    "tr": arranged.row,
}


def _meanings(source: bytes, tags: bytes) -> Meanings:
    """Return what elements mean on a page; some are looked at closely only where there is reason to."""
    closely: Meanings = {}
    # A search of the whole source is a fiftieth of the time.
    if b"</span><" in source and (b"</span><span" in source or b"</span><time" in source):
        closely |= {"span": _apart, "time": _apart}
    if b"<time" in tags and b"</time><span" in source:
        closely["span"] = _apart
    if b"tr-caption" in tags or b"wp-caption-text" in tags:
        closely |= {"p": _paragraph, "td": _cell}
    if b"font-weight" in tags:
        closely["b"] = _bold
    return _MEANINGS | closely if closely else _MEANINGS
