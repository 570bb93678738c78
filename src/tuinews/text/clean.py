"""HTML becomes a plain text and marks over it.

The parser is lexbor (through selectolax), which builds the same tree as a browser from any input.
This module walks that tree once, without recursion, and tells a `Scribe` where blocks and spans
begin and end; the scribe writes the text as a browser would lay it out: blanks collapsed, blocks
parted by an empty line, items and rows by a newline.
"""

import re
from collections.abc import Callable

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from tuinews.model import Mark, MarkKind
from tuinews.text.elements import (
    alternative,
    children,
    code_language,
    formula,
    hidden_in,
    image_source,
    integer,
    is_layout,
    is_words,
)
from tuinews.text.links import absolute
from tuinews.text.scribe import OpenMark, Scribe
from tuinews.text.tame import tamed
from tuinews.text.wash import is_washed

_PARAGRAPHS = frozenset(
    """p div section article header footer main aside nav address details summary center body form fieldset
    dl figure hgroup legend search""".split()  # noqa: SIM905 - a list of words reads as one
)
_DROPPED = frozenset(
    """script style template head title noscript svg canvas select textarea button datalist meta link
    base object embed applet frameset annotation annotation-xml -comment dialog area map progress meter xml
    """.split()  # noqa: SIM905
)
_SPANS = {
    "em": MarkKind.EMPHASIS,
    "i": MarkKind.EMPHASIS,
    "cite": MarkKind.EMPHASIS,
    "dfn": MarkKind.EMPHASIS,
    "var": MarkKind.EMPHASIS,
    "b": MarkKind.STRONG,
    "strong": MarkKind.STRONG,
    "code": MarkKind.MONO,
    "kbd": MarkKind.MONO,
    "samp": MarkKind.MONO,
    "tt": MarkKind.MONO,
    "del": MarkKind.DELETED,
    "s": MarkKind.DELETED,
    "strike": MarkKind.DELETED,
}
_HEADINGS = {f"h{level}": str(level) for level in range(1, 7)}
_EMOJI = re.compile(r"\b(?:emoji|smiley)", re.IGNORECASE)

# What stands for "back to the text" in a note and for "link to this heading".
_BACK = frozenset(["↩", "↩︎", "↩️", "↑", "⤴", "⏎", "^", "#", "¶", "§", "🔗"])
_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")

# A character reference other than those to usual signs of print, which leave nothing to wash.
_OTHER_REFERENCE = re.compile(
    rb"&(?!(?:amp|lt|gt|quot|apos|nbsp|[lr][sd]quo|[nm]dash|hellip|[rl]aquo|[rl]arr|bull|middot|copy"
    rb"|#(?:0?3[2-9]|160|171|187|82(?:1[12679]|2[0126]|30)|x27|x2F));)"
)

#: What is to be done at an element's end: ask for a gap of this strength, or close a mark, which is told by
#: the complement of its number and so below zero, or call the function.
Ending = int | Callable[[], None]
Leave = Ending | None  # nothing, for most


def _skip() -> None:
    """Stand for an element whose inside is not visited: it is empty, written already, or for nobody."""


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
    walk = _Walk(base_url, Scribe(plain and is_washed(source)))
    walk.over(body, hidden_in(body, source))
    return walk.scribe.done()


def _plain(text: str) -> tuple[str, tuple[Mark, ...]]:
    scribe = Scribe()
    scribe.text(text)
    return scribe.done()


class _Walk:
    """One pass over a tree: what each element means to the scribe."""

    def __init__(self, base_url: str, scribe: Scribe) -> None:
        self.scribe = scribe
        self.base_url = base_url
        self.counters: list[
            int | None
        ] = []  # the number of the last item of each open list; None: no numbers
        self.in_code = 0
        self.row: OpenMark | None = None  # the row of a table being read, and its cells so far
        self.cells = 0
        self.layout: list[bool] = []  # of each open table: is it there for the looks of the page only

    def over(self, root: LexborNode, hidden: frozenset[int]) -> None:
        """Visit every node below `root` in order, each element once on the way in and once on the way out.

        Elements whose memory identity is among `hidden` are passed over. What most elements need, a gap or
        a span, is done here and needs no function of its own.
        """
        scribe, meanings = self.scribe, _MEANINGS
        text, gap, close = scribe.text, scribe.gap, scribe.close
        leave: Ending
        parents: list[tuple[LexborNode, Ending]] = []
        node = root.first_child
        while True:
            while node is None:
                if not parents:
                    return
                node, leave = parents.pop()
                if not isinstance(leave, int):
                    leave()
                elif leave < 0:
                    close(~leave)
                elif leave:
                    gap(leave)
                node = node.next
            tag = node.tag or ""
            if tag == "-text":
                text(node.text_content or "")
                node = node.next
                continue
            meaning = meanings.get(tag)
            leave = 0
            if hidden and node.mem_id in hidden:
                leave = _skip
            elif isinstance(meaning, int):
                gap(meaning)
                leave = meaning
            elif meaning is not None:
                leave = self._span(meaning) if isinstance(meaning, str) else meaning(self, node) or 0
            if leave is _skip:
                node = node.next
            else:
                parents.append((node, leave))
                node = node.first_child

    def _span(self, kind: MarkKind) -> int:
        return 0 if self.in_code else ~self.scribe.open(kind)

    def _paragraph(self, node: LexborNode) -> Leave:
        self.scribe.gap(2)
        return 2

    def _block(self, kind: MarkKind, value: str = "") -> Leave:
        mark = self.scribe.open_block(kind, value)
        return lambda: self.scribe.close_block(mark)

    def _quote(self, node: LexborNode) -> Leave:
        return self._block(MarkKind.BLOCKQUOTE)

    def _caption(self, node: LexborNode) -> Leave:
        return self._block(MarkKind.CAPTION)

    def _heading(self, node: LexborNode) -> Leave:
        mark = self.scribe.open_block(MarkKind.HEADING, _HEADINGS[node.tag or ""])
        self.scribe.flat(True)

        def leave() -> None:
            self.scribe.flat(False)
            self.scribe.close_block(mark)

        return leave

    def _dropped(self, node: LexborNode) -> Leave:
        return _skip

    def _link(self, node: LexborNode) -> Leave:
        address = node.attrs.get("href") or ""
        if address.startswith("#"):
            return self._footnote(node)
        target = absolute(address, self.base_url)
        if not target:
            return None
        return ~self.scribe.open(MarkKind.LINK, target)

    def _footnote(self, node: LexborNode) -> Leave:
        number = node.text().strip("[]() \n")
        if number in _BACK:
            return _skip
        if not number.isdecimal() or len(number) > 3:
            return None
        self.scribe.text(f"[{number}]")
        return _skip

    def _raised(self, node: LexborNode) -> Leave:
        return self._shifted(node, _RAISED)

    def _lowered(self, node: LexborNode) -> Leave:
        return self._shifted(node, _LOWERED)

    def _shifted(self, node: LexborNode, table: dict[int, int]) -> Leave:
        """Write a number as such letters: 10<sup>6</sup> is not 106. A note's number keeps its brackets."""
        text = node.text()
        if self.in_code or not text or not all(ord(sign) in table for sign in text):
            return None
        if any(tag == "a" for tag in children(node)):
            self.scribe.text(f"[{text}]")
        else:
            self.scribe.text(text.translate(table))
        return _skip

    def _box(self, node: LexborNode) -> Leave:
        if (node.attributes.get("type") or "").lower() == "checkbox":
            self.scribe.text("☑ " if "checked" in node.attributes else "☐ ")
        return _skip

    def _term(self, node: LexborNode) -> Leave:
        return self._block(MarkKind.STRONG)

    def _detail(self, node: LexborNode) -> Leave:
        self.scribe.gap(2)
        before = node.prev
        while before is not None and before.tag == "-text":
            before = before.prev
        if before is not None and before.tag == "dt":
            self.scribe.tighten()
        return 2

    def _q(self, node: LexborNode) -> Leave:
        self.scribe.text("“")
        return lambda: self.scribe.text("”")

    def _reading(self, node: LexborNode) -> Leave:
        """Put how a word is said in brackets, unless the page brings its own."""
        before = node.prev
        if before is not None and before.tag == "rp":
            return None
        self.scribe.text("(")
        return lambda: self.scribe.text(")")

    def _formula(self, node: LexborNode) -> Leave:
        source = formula(node)
        if not source:
            return None
        self._over(MarkKind.MONO, "", source)
        return _skip

    def _br(self, node: LexborNode) -> Leave:
        self.scribe.line_break()
        return _skip

    def _rule(self, node: LexborNode) -> Leave:
        self.scribe.gap(2)
        self.scribe.point(MarkKind.RULE)
        return _skip

    def _pre(self, node: LexborNode) -> Leave:
        mark = self.scribe.open_block(MarkKind.CODE, code_language(node))
        self.scribe.verbatim(True)
        self.in_code += 1

        def leave() -> None:
            self.in_code -= 1
            self.scribe.verbatim(False)
            self.scribe.close_block(mark)

        return leave

    def _list(self, node: LexborNode) -> Leave:
        strength = 1 if self.counters else 2
        if self.counters:
            self.scribe.tighten()
        self.scribe.gap(strength)
        self.counters.append(integer(node.attrs.get("start"), 1) - 1 if node.tag == "ol" else None)

        def leave() -> None:
            self.counters.pop()
            self.scribe.gap(strength)

        return leave

    def _item(self, node: LexborNode) -> Leave:
        marker = "•"
        if self.counters and (last := self.counters[-1]) is not None:
            number = self.counters[-1] = integer(node.attrs.get("value"), last + 1)
            marker = f"{number}."
        mark = self.scribe.open_line(MarkKind.ITEM, marker)
        return lambda: self.scribe.close_line(mark)

    def _table(self, node: LexborNode) -> Leave:
        self.layout.append(is_layout(node))
        self.scribe.gap(2)

        def leave() -> None:
            self.layout.pop()
            self.scribe.gap(2)

        return leave

    def _row(self, node: LexborNode) -> Leave:
        if not self.layout or self.layout[-1]:
            return self._paragraph(node)
        mark = self.scribe.open_line(MarkKind.ROW, "head")
        self.scribe.flat(True)
        outer, self.row, self.cells = self.row, mark, 0

        def leave() -> None:
            self.row = outer
            self.scribe.flat(False)
            self.scribe.close_line(mark)

        return leave

    def _cell(self, node: LexborNode) -> Leave:
        if not self.layout or self.layout[-1] or self.row is None:
            return self._paragraph(node)
        if self.cells:
            self.scribe.next_cell()
        self.cells += 1
        if node.tag == "td":
            self.scribe.set_value(self.row, "")  # a row of headings has nothing else
        return None

    def _image(self, node: LexborNode) -> Leave:
        attributes = node.attributes
        if integer(attributes.get("width"), 99) <= 2 or integer(attributes.get("height"), 99) <= 2:
            return _skip  # a tracking pixel
        alt = alternative(attributes)
        if alt and _EMOJI.search(attributes.get("class") or ""):
            self.scribe.text(alt)
            return _skip
        source = absolute(image_source(attributes), self.base_url)
        if alt:
            inline = is_words(node.prev) and is_words(node.next)
            self.scribe.space() if inline else self.scribe.gap(2)
            self._over(MarkKind.IMAGE, source, alt)
            self.scribe.space() if inline else self.scribe.gap(2)
        elif source:
            self.scribe.point(MarkKind.IMAGE, source)
        return _skip

    def _embedded(self, node: LexborNode) -> Leave:
        """Show a link; what the element holds is for browsers that know no such element."""
        source = node.css_first("source[src]") if "src" not in node.attributes else None
        address = absolute((source or node).attributes.get("src") or "", self.base_url)
        if address:
            self.scribe.gap(2)
            self._over(MarkKind.LINK, address, node.attributes.get("title") or address)
            self.scribe.gap(2)
        return _skip

    def _over(self, kind: MarkKind, value: str, text: str) -> None:
        mark = self.scribe.open(kind, value)
        self.scribe.text(text)
        self.scribe.close(mark)


#: What each element does when it is entered: a gap before and after it, a span over it, or what the function
#: does. The others only hold what is inside them.
_MEANINGS: dict[str, int | MarkKind | Callable[[_Walk, LexborNode], Leave]] = {
    **dict.fromkeys(_PARAGRAPHS, 2),
    **dict.fromkeys(_DROPPED, _Walk._dropped),
    **_SPANS,
    **dict.fromkeys(_HEADINGS, _Walk._heading),
    "a": _Walk._link,
    "blockquote": _Walk._quote,
    "br": _Walk._br,
    "caption": _Walk._caption,
    "figcaption": _Walk._caption,
    "hr": _Walk._rule,
    "iframe": _Walk._embedded,
    "audio": _Walk._embedded,
    "video": _Walk._embedded,
    "dd": _Walk._detail,
    "dt": _Walk._term,
    "img": _Walk._image,
    "amp-img": _Walk._image,
    "math": _Walk._formula,
    "rt": _Walk._reading,
    "input": _Walk._box,
    "sub": _Walk._lowered,
    "sup": _Walk._raised,
    "li": _Walk._item,
    "ol": _Walk._list,
    "ul": _Walk._list,
    "menu": _Walk._list,
    "pre": _Walk._pre,
    "q": _Walk._q,
    "table": _Walk._table,
    "td": _Walk._cell,
    "th": _Walk._cell,
    "tr": _Walk._row,
}
