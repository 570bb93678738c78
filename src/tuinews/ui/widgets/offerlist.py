"""The rows of the palette: a name, what it is about, and its keys or its kind."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.strip import Strip

from tuinews.ui.bidi import seen
from tuinews.ui.fit import fill, fit
from tuinews.ui.looks import look
from tuinews.ui.matching import marked
from tuinews.ui.offers import Offer
from tuinews.ui.overlay import Overlay
from tuinews.ui.widgets.lines import Lines

NAME = 20
"""Cells of a command's name, so that the sentences stand below each other."""


class OfferList(Lines):
    """Offers, one a row; the letters that were typed are marked in them."""

    def __init__(self) -> None:
        super().__init__()
        self.offers: list[Offer] = []
        self._typed = ""

    @property
    def count(self) -> int:
        """How many are offered."""
        return len(self.offers)

    def put(self, offers: list[Offer], typed: str) -> None:
        """Offer these; one that the cursor was moved to stays under it."""
        chosen = self.offers[self.cursor] if self.cursor and typed == self._typed else None
        self.offers, self._typed = offers, typed
        at = offers.index(chosen) if chosen in offers else 0
        self.changed()
        self.place(at, self.scroll_y if at else 0)

    def draw(self, index: int, width: int, selected: bool) -> Sequence[Strip]:
        """Draw an offer."""
        offer = self.offers[index]
        base = self.base(selected)
        plain, dim, key, hit = (
            (base + look(self, name)).rich_style for name in ("strong-words", "dim", "key", "hit")
        )
        command = offer.kind == "command"
        sign = f"  {fit(offer.sign, width // 3)} "
        room = width - 2 - cell_len(sign)
        about = offer.about if command else fit(offer.about, room // 2)
        cells = min(NAME, room) if command else room - cell_len(about)
        name = fill(offer.name, cells - 1) + " "
        hits = [(start, end, "hit") for start, end in marked(self._typed, offer.name)]
        words = [
            Segment(name[start:end], hit if names else plain)
            for start, end, names in Overlay(hits).runs(0, len(name))
        ]
        return [
            Strip(
                [
                    self.bar(base, selected),
                    *seen(words),
                    Segment(fill(about, room - cells), dim),
                    Segment(sign, key if command else dim),
                ]
            ).adjust_cell_length(width, base.rich_style)
        ]

    def on_click(self, event: events.Click) -> None:
        """One click does it: that is what the rows are for."""
        super().on_click(event)
        offset = event.get_content_offset(self)
        if event.chain == 1 and offset and self.row_at(offset.y) is not None:
            self.action_choose()
