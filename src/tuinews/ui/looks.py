"""The looks of words on the screen, one row each, in the colours of the theme.

Not component classes: Textual works out the styles of each of those at the start and whenever the focus
moves, 29 of them for list, article and lines in 10 ms, where a look is read when it is first drawn.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.style import Style
    from textual.widget import Widget

LOOKS = {
    # Lists and lines
    "strong": "bold $primary",
    "dim": "$muted",
    "key": "bold $foreground",
    "warn": "bold $error",
    "current": "bold $foreground on $background",
    "hit-words": "bold $match",
    "section": "bold $foreground on $cursor",
    "plain": "$foreground",
    "unread": "bold $foreground",
    "star": "$primary",
    "hit": "reverse",
    "cursor": "$foreground on $cursor",
    "cursor-away": "$foreground on $panel",
    "group": "bold $muted",
    "tip": "bold $primary on $panel",
    # The article
    "title": "bold $foreground",
    "heading": "bold $primary",
    "code": "on $panel",
    "caption": "italic $muted",
    "head": "bold",
    "rule": "$rule",
    "comment": "italic $muted",
    "string": "$quote",
    "number": "$person",
    "keyword": "bold $primary",
    "emphasis": "italic",
    "strong-words": "bold",
    "mono": "on $panel",
    "deleted": "strike",
    "image": "italic $muted",
    "link": "underline $primary",
    "quote": "italic $quote",
    "person": "bold $person",
    "match": "reverse $match",
    "current-quote": "bold on $cursor",
    "hint": "bold $foreground on $cursor reverse",
    "here": "bold reverse underline",
}
"""What each look adds to what is around it, as Textual writes styles; each has a sign besides its colour."""

PLAIN = {
    "current": "bold underline",
    "section": "bold reverse",
    "hit": "reverse underline",
    "cursor": "reverse",
    "cursor-away": "$foreground",
    "current-quote": "bold",
    "hint": "bold reverse",
}
"""The looks that differ where there are only the terminal's own colours: of none is it known whether letters
can be read on it, so that what is chosen is reversed."""


def look(widget: "Widget", name: str) -> "Style":
    """Return the style of a look in the theme of now, to be added to the style of what surrounds it."""
    is_plain = widget.app.native_ansi_color
    return widget.app.stylesheet.parse_style(PLAIN.get(name, LOOKS[name]) if is_plain else LOOKS[name])


class Colours:
    """What all looks of a widget depend on, to know whether what it drew can stay.

    Textual tells of new styles with each focus; drawing both panes anew took a third of the time of Tab.
    """

    def __init__(self, widget: "Widget") -> None:
        self._widget = widget
        self._known: object = None
        self._is_doubtful = True

    def doubt(self) -> None:
        """There are new styles, perhaps with the same colours."""
        self._is_doubtful = True

    def changed(self) -> bool:
        """Whether they are others than when this was asked last."""
        if not self._is_doubtful:
            return False
        self._is_doubtful = False
        widget, before = self._widget, self._known
        self._known = widget.visual_style, widget.app.theme, widget.app.native_ansi_color
        return self._known != before
