"""The palette: everything that can be done or shown, found by typing."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import BindingType
from textual.worker import get_current_worker

from tuinews.ui import offers
from tuinews.ui.commands import bindings
from tuinews.ui.messages import Listed
from tuinews.ui.offers import Offer
from tuinews.ui.screens.panel import Panel
from tuinews.ui.widgets.offerlist import OfferList

if TYPE_CHECKING:
    from tuinews.ui.reach import AtHand
    from tuinews.ui.screens.main import MainScreen


class Palette(Panel):
    """The commands at hand where it was opened; with words, also what the library holds."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("palette")]
    PLACE = "palette"
    PLACEHOLDER = "Type a command, feed, person, saved search, tag or theme"

    def __init__(self, main: "MainScreen", hand: "AtHand") -> None:
        self._list = OfferList()
        super().__init__(main, "Commands", "and everything that can be shown", self._list)
        self._main = main
        self._commands = offers.commands(main.program, hand)
        self._library: list[Offer] | None = None

    @work(thread=True, exclusive=True, group="list", exit_on_error=True)
    def list_rows(self, question: int, typed: str) -> None:
        """Find what fits: first all but the people, who may be a million, then with them."""
        stop = get_current_worker().cancelled_event
        if not typed.strip():
            self._post(question, typed, self._commands, last=True)
            return
        if self._library is None:
            self._library = offers.of_library(self._main)
        known = [*self._commands, *self._library]
        # Letters alone may be meant for a name that is still to come.
        sure = offers.best(typed, known, letters=False)
        if sure and not stop.is_set():
            self._post(question, typed, sure, last=False)
        people = self._main.library.who.everybody(typed, limit=offers.MOST, stop=stop)
        if not stop.is_set():
            found = [*known, *(offers.person(self._main, row) for row in people)]
            self._post(question, typed, offers.best(typed, found), last=True)

    def _post(self, question: int, typed: str, found: list[Offer], *, last: bool) -> None:
        self.post_message(Listed(question, (typed, found), first=True, last=last))

    def take(self, event: Listed) -> None:
        """Show what fits."""
        typed, found = cast("tuple[str, list[Offer]]", event.rows)
        self._list.put(found, typed)

    def numbered(self) -> str:
        """How many there are."""
        return f"{self._list.count:,}" if self._list.count < offers.MOST else f"the first {offers.MOST}"

    def none_found(self, typed: str) -> str:
        """What was looked through."""
        return f"No command, feed, person, saved search, tag or theme fits “{typed.strip()}”."

    def go(self, index: int) -> None:
        """Do it, from where one was."""
        do = self._list.offers[index].do
        self.action_leave()
        self.app.call_later(do)
