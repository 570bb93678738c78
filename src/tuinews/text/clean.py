"""HTML becomes a plain text and marks over it.

The parser is lexbor (through selectolax), which builds the same tree as a browser from any input.
This module walks that tree once, without recursion, and tells a `Scribe` where blocks and spans
begin and end; the scribe writes the text as a browser would lay it out: blanks collapsed, blocks
parted by an empty line, items and rows by a newline.
"""

import re
from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tuinews.model import Mark, MarkKind
from tuinews.text.links import absolute
from tuinews.text.scribe import OpenMark, Scribe
from tuinews.text.tame import tamed

_PARAGRAPHS = frozenset(
    """p div section article header footer main aside nav address details summary center body form fieldset
    dl figure hgroup legend search""".split()  # noqa: SIM905 - a list of words reads as one
)
_DROPPED = frozenset(
    """script style template head title noscript svg canvas select textarea button datalist meta link
    base object embed applet frameset annotation annotation-xml -comment dialog area map progress meter
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
_LANGUAGE = re.compile(
    r"(?:^|\s)(?:lang(?:uage)?|brush|highlight-source|sourceCode)[-: ]\s*([\w+#.-]+)", re.IGNORECASE
)
_EMOJI = re.compile(r"\b(?:emoji|smiley)", re.IGNORECASE)
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)

# Said to screen readers only, or asked of readers of the site only: nothing of the article.
_ASIDE = re.compile(r"\b(?:screen-reader-text|sr-only|visually-hidden|subscription-widget)", re.IGNORECASE)
# A page without any of these words hides nothing: sought as they stand in lower case, at 1 GB/s;
# one pattern of them, its case ignored, went at 15 MB/s and took two thirds of the time.
_MAY_HIDE = ("hidden", "display", "screen-reader-text", "sr-only", "subscription-widget")

_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")

#: What is to be done at an element's end: close the mark, or call the function.
Leave = OpenMark | Callable[[], None]


def _skip() -> None:
    """Stand for an element whose inside is not visited: it was written already, or is for nobody."""


def clean(html: str, base_url: str = "") -> tuple[str, tuple[Mark, ...]]:
    """Return the washed text of `html` and its marks, sorted by start, outer before inner.

    Links and images are made absolute with `base_url`; a link that is not to be opened (`javascript:`,
    `data:`, `file:`) leaves its text behind without a mark. Any string is accepted; time is linear
    in its length.
    """
    if "<" not in html and "&" not in html:
        return _plain(html)
    body = LexborHTMLParser(tamed(html.replace("\x00", ""))).body
    if body is None:
        return "", ()
    walk = _Walk(base_url)
    walk.over(body, _hidden(body, html.lower()))
    return walk.scribe.done()


def _plain(text: str) -> tuple[str, tuple[Mark, ...]]:
    scribe = Scribe()
    scribe.text(text)
    return scribe.done()


class _Walk:
    """One pass over a tree: what each element means to the scribe."""

    def __init__(self, base_url: str) -> None:
        self.scribe = Scribe()
        self.base_url = base_url
        self.counters: list[
            int | None
        ] = []  # the number of the last item of each open list; None: no numbers
        self.in_code = 0
        self.layout: list[bool] = []  # of each open table: is it there for the looks of the page only

    def over(self, root: LexborNode, hidden: frozenset[int]) -> None:
        """Visit every node below `root` in order, each element once on the way in and once on the way out.

        Elements whose memory identity is among `hidden` are passed over.
        """
        write, close, meanings = self.scribe.text, self.scribe.close, _MEANINGS
        parents: list[tuple[LexborNode, Leave | None]] = []
        node = root.first_child
        while True:
            while node is None:
                if not parents:
                    return
                done, leave = parents.pop()
                if isinstance(leave, OpenMark):  # most ends are: no function is made and called for them
                    close(leave)
                elif leave is not None:
                    leave()
                node = done.next
            tag = node.tag or ""
            if tag == "-text":
                write(node.text_content or "")
                node = node.next
                continue
            if tag in _DROPPED or (hidden and node.mem_id in hidden):
                node = node.next
                continue
            meaning = meanings.get(tag)
            leave = meaning(self, node) if meaning is not None else None
            parents.append((node, leave))
            node = None if leave is _skip else node.first_child

    def _paragraph(self, node: LexborNode) -> Leave:
        self.scribe.gap(2)
        return self._end_paragraph

    def _end_paragraph(self) -> None:
        self.scribe.gap(2)

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

    def _span(self, node: LexborNode) -> Leave | None:
        return None if self.in_code else self.scribe.open(_SPANS[node.tag or ""])

    def _link(self, node: LexborNode) -> Leave | None:
        address = node.attributes.get("href") or ""
        if address.startswith("#"):
            return self._footnote(node)
        target = absolute(address, self.base_url)
        if not target:
            return None
        return self.scribe.open(MarkKind.LINK, target)

    def _footnote(self, node: LexborNode) -> Leave | None:
        number = node.text().strip("[]() \n")
        if not number.isdecimal() or len(number) > 3:
            return None
        self.scribe.text(f"[{number}]")
        return _skip

    def _raised(self, node: LexborNode) -> Leave | None:
        return self._shifted(node, _RAISED)

    def _lowered(self, node: LexborNode) -> Leave | None:
        return self._shifted(node, _LOWERED)

    def _shifted(self, node: LexborNode, table: dict[int, int]) -> Leave | None:
        """Write a number as such letters: 10<sup>6</sup> is not 106. A note's number keeps its brackets."""
        text = node.text()
        if self.in_code or not text or not all(ord(sign) in table for sign in text):
            return None
        if any(tag == "a" for tag in _children(node)):
            self.scribe.text(f"[{text}]")
        else:
            self.scribe.text(text.translate(table))
        return _skip

    def _box(self, node: LexborNode) -> None:
        if (node.attributes.get("type") or "").lower() == "checkbox":
            self.scribe.text("☑ " if "checked" in node.attributes else "☐ ")

    def _term(self, node: LexborNode) -> Leave:
        return self._block(MarkKind.STRONG)

    def _detail(self, node: LexborNode) -> Leave:
        self.scribe.gap(2)
        before = node.prev
        while before is not None and before.tag == "-text":
            before = before.prev
        if before is not None and before.tag == "dt":
            self.scribe.tighten()
        return self._end_paragraph

    def _q(self, node: LexborNode) -> Leave:
        self.scribe.text("“")
        return lambda: self.scribe.text("”")

    def _br(self, node: LexborNode) -> None:
        self.scribe.line_break()

    def _rule(self, node: LexborNode) -> None:
        self.scribe.gap(2)
        self.scribe.point(MarkKind.RULE)

    def _pre(self, node: LexborNode) -> Leave:
        mark = self.scribe.open_block(MarkKind.CODE, _code_language(node))
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
        self.counters.append(_number(node.attributes.get("start"), 1) - 1 if node.tag == "ol" else None)

        def leave() -> None:
            self.counters.pop()
            self.scribe.gap(strength)

        return leave

    def _item(self, node: LexborNode) -> Leave:
        marker = "•"
        if self.counters and (last := self.counters[-1]) is not None:
            number = self.counters[-1] = _number(node.attributes.get("value"), last + 1)
            marker = f"{number}."
        mark = self.scribe.open_line(MarkKind.ITEM, marker)
        return lambda: self.scribe.close_line(mark)

    def _table(self, node: LexborNode) -> Leave:
        self.layout.append(_is_layout(node))
        self.scribe.gap(2)

        def leave() -> None:
            self.layout.pop()
            self.scribe.gap(2)

        return leave

    def _row(self, node: LexborNode) -> Leave:
        if not self.layout or self.layout[-1]:
            return self._paragraph(node)
        cells = [tag for tag in _children(node) if tag in {"td", "th"}]
        mark = self.scribe.open_line(MarkKind.ROW, "" if "td" in cells else "head")
        self.scribe.flat(True)

        def leave() -> None:
            self.scribe.flat(False)
            self.scribe.close_line(mark)

        return leave

    def _cell(self, node: LexborNode) -> Leave | None:
        if not self.layout or self.layout[-1]:
            return self._paragraph(node)
        before = node.prev
        while before is not None and before.tag not in {"td", "th"}:
            before = before.prev
        if before is not None:
            self.scribe.next_cell()
        return None

    def _image(self, node: LexborNode) -> None:
        attributes = node.attributes
        if _number(attributes.get("width"), 99) <= 2 or _number(attributes.get("height"), 99) <= 2:
            return  # a tracking pixel
        alt = " ".join((attributes.get("alt") or "").split())
        if _EMOJI.search(attributes.get("class") or "") and alt:
            self.scribe.text(alt)
            return
        source = absolute(_image_source(attributes), self.base_url)
        if not alt:
            if source:
                self.scribe.point(MarkKind.IMAGE, source)
            return
        inline = _is_words(node.prev) and _is_words(node.next)
        self.scribe.space() if inline else self.scribe.gap(2)
        self._over(MarkKind.IMAGE, source, alt)
        self.scribe.space() if inline else self.scribe.gap(2)

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
        mark: OpenMark = self.scribe.open(kind, value)
        self.scribe.text(text)
        self.scribe.close(mark)


#: What each element does when it is entered; the others only hold what is inside them.
_MEANINGS: dict[str, Callable[[_Walk, LexborNode], Leave | None]] = {
    **dict.fromkeys(_PARAGRAPHS, _Walk._paragraph),
    **dict.fromkeys(_SPANS, _Walk._span),
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


def _hidden(body: LexborNode, lowered: str) -> frozenset[int]:
    """Return the identities of the elements that no reader of the page sees."""
    if not any(word in lowered for word in _MAY_HIDE):
        return frozenset()
    return frozenset(node.mem_id for node in body.css("[hidden], [style], [class]") if _is_hidden(node))


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if "hidden" in attributes or _INVISIBLE.search(attributes.get("style") or ""):
        return True
    return bool(_ASIDE.search(attributes.get("class") or ""))


def _is_words(node: LexborNode | None) -> bool:
    return node is not None and node.tag == "-text" and bool((node.text_content or "").strip())


def _children(node: LexborNode) -> list[str]:
    return [child.tag or "" for child in node.iter()]


def _number(value: str | None, default: int) -> int:
    """Return the integer an attribute begins with, within reason, as browsers read it."""
    match = re.match(r"\s*(-?\d{1,7})", value or "")
    return int(match[1]) if match else default


def _code_language(node: LexborNode) -> str:
    """Return the language named by the usual classes on a `pre`, its `code` or what wraps it."""
    inner = node.first_child
    for place in (node, inner, node.parent):
        classes = (place.attributes.get("class") or "") if place is not None and place.is_element_node else ""
        if match := _LANGUAGE.search(classes):
            return match[1].lower()
    return ""


def _image_source(attributes: dict[str, str | None]) -> str:
    """Return the address of an image, looking behind the placeholder of pages that load images late."""
    source = attributes.get("src") or ""
    if source and not source.startswith("data:"):
        return source
    late = attributes.get("data-src") or attributes.get("data-lazy-src") or attributes.get("data-original")
    if late:
        return late
    return (attributes.get("srcset") or attributes.get("data-srcset") or "").strip().split(" ")[0].rstrip(",")


def _is_layout(table: LexborNode) -> bool:
    """Tell a table that only arranges the page (as mails do) from one with rows of data."""
    return (
        table.css_first("td table, td ul, td ol, td h1, td h2, td h3, td blockquote, td pre, td p + p, td hr")
        is not None
        or table.css_first("td + td, th + td, th + th, td + th") is None
    )
