"""The panel of the quotations of an article or a view: who said it, what, and where."""

from array import array
from typing import TYPE_CHECKING, cast

from textual import work
from textual.worker import get_current_worker

from tuinews.model import Span
from tuinews.plural import counted
from tuinews.ui.messages import Listed
from tuinews.ui.screens.panel import Panel
from tuinews.ui.screens.quoting import UNKNOWN, copied
from tuinews.ui.screens.visiting import Goal
from tuinews.ui.widgets.quotelist import QuoteList

if TYPE_CHECKING:
    from tuinews.ui.screens.quoting import Quoting
    from tuinews.ui.screens.saving import Saving


class Quotes(Panel):
    """The quotations in some articles, in the order of these; of a search for what was said, those found."""

    WITHOUT = ""
    PLACEHOLDER = "Type words that were said, or the name of who said them"

    def __init__(self, main: "Quoting", ids: "array[int]", of: str, sought: str = "") -> None:
        self._list = QuoteList(main.library.quotations.rows, main.now)
        self._saves, self._of = cast("Saving", main), of
        super().__init__(main, "Quotations", of, self._list)
        self._library, self._ids, self._sought, self._form = main.library, ids, sought, main.citation

    @work(thread=True, exclusive=True, group="list", exit_on_error=True)
    def list_rows(self, question: int, typed: str) -> None:
        """Find the quotations; those of one article wait until it has been looked through."""
        stop = get_current_worker().cancelled_event
        self.study_single(self._ids, typed)
        first = True
        for numbers in self._library.quotations.numbers(self._ids, typed, sought=self._sought, stop=stop):
            self.post_message(Listed(question, numbers, first, last=False))
            first = False
        if not stop.is_set():
            waiting = self._library.quotations.waiting(self._ids, stop)
            self.post_message(Listed(question, array("q"), first, last=True, waiting=waiting))

    def take(self, event: Listed) -> None:
        """Show further quotations."""
        numbers = cast("array[int]", event.rows)
        if event.first:
            self._list.put(numbers)
        else:
            self._list.add(numbers)

    def numbered(self) -> str:
        """How many quotations there are."""
        return f"{self._list.count:,} quotation{'s' if self._list.count != 1 else ''}"

    def none_found(self, typed: str) -> str:
        """Why there is nothing."""
        if typed.strip():
            return f"No quotation here holds “{typed.strip()}”, and nobody of that name is quoted."
        return "No quotations here. Nobody is quoted word for word in what is listed."

    def go(self, index: int) -> None:
        """Go to where the quotation stands."""
        row = self._list.row(index)
        if row is not None:
            span = Span(row.start, row.end)
            self.main.visit(Goal(row.article_id, span, row.speaker or UNKNOWN))

    def action_save(self) -> None:
        """Save the quotations that are listed, as many as are known by now."""
        numbers, of = self._list.numbers[:], self._of
        what = f"The {counted(len(numbers), 'quotation')} here"
        self._saves.offer([self._saves.quotations_in(lambda stop: [numbers], what, of, len(numbers))])

    def action_copy(self) -> None:
        """Copy the quotation under the cursor with its source."""
        row = self._list.row(self._list.cursor) if self._list.count else None
        if row is not None:
            self.status.say(copied(self.app, row, self._form))
