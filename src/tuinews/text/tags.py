"""What most elements are, by their tag alone."""

from tuinews.model import MarkKind

PARAGRAPHS = frozenset(
    """p div section article header footer main aside nav address details summary center body form fieldset
    dl figure hgroup legend search""".split()  # noqa: SIM905 - a list of words reads as one
)
DROPPED = frozenset(
    """script style template head title noscript svg canvas select textarea button datalist meta link
    base applet frameset annotation annotation-xml -comment dialog area map progress meter xml
    """.split()  # noqa: SIM905
)
SPANS = {
    "em": MarkKind.EMPHASIS,
    "i": MarkKind.EMPHASIS,
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
HEADINGS = {f"h{level}": str(level) for level in range(1, 7)}
