"""The search bar: an input, and below it what it means in words."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tuinews.query import describe, hints, parse
from tuinews.ui.commands import bindings
from tuinews.ui.messages import SearchKept, SearchLeft, SearchTyped


class SearchBar(Vertical):
    """Tells every change of the words; Enter keeps them, Esc leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]

    def compose(self) -> ComposeResult:
        """The input and the words below it."""
        # Selected on focus, what was typed ahead of the focus would be replaced by the next letter.
        words = "words, person:, said:, quote:, feed:, after: …"
        yield Input(placeholder=words, compact=True, select_on_focus=False)
        yield Static("", markup=False)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(SearchTyped(event.value))
        self.tell()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()  # the input takes Enter before any binding of ours
        self.action_keep()

    def tell(self, found: str = "") -> None:
        """Say in words what is sought, what was found, and what may have been meant."""
        sought = self.query_one(Input).value
        query = parse(sought, typing=True)
        words = describe(query) if sought.strip() else "titles and texts, as you type"
        parts = [part for part in (found, words, *hints(query)) if part]
        self.query_one(Static).update(Content(" · ".join(parts)))

    def open(self, sought: str) -> None:
        """Show the bar with these words in it, ready to type."""
        self.display = True
        box = self.query_one(Input)
        with box.prevent(Input.Changed):
            box.value = sought
        box.cursor_position = len(sought)
        self.screen.set_focus(box)
        self.tell()

    def close(self) -> None:
        """Take the bar away; what is sought stays sought."""
        self.display = False

    def action_keep(self) -> None:
        """Keep the search and go to the list."""
        self.post_message(SearchKept())

    def action_clear(self) -> None:
        """Leave the search."""
        self.post_message(SearchLeft())
