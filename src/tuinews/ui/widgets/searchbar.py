"""The search bar: an input, below it what it means in words, and below that what may be put in."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event
from typing import ClassVar, Protocol

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tuinews.query import describe, hints, parse
from tuinews.ui.commands import bindings
from tuinews.ui.messages import SearchKept, SearchLeft, SearchTyped
from tuinews.ui.stopping import stop_of_worker


class Completions(Protocol):
    """What may be put in: each of `options` may stand in place of the words from `start` to `end`."""

    @property
    def start(self) -> int: ...  # noqa: D102  # as above
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def options(self) -> tuple[str, ...]: ...  # noqa: D102


class SearchBox(Input):
    """An input whose Right, at the end of the words, takes what is offered."""

    class Completed(Message):
        """What is offered is wanted."""

    def action_cursor_right(self, select: bool = False) -> None:
        """One place to the right, or where there is none, the completion."""
        if self.cursor_at_end and not select:
            self.post_message(self.Completed())
        else:
            super().action_cursor_right(select)


class SearchBar(Vertical):
    """Tells every change of the words; Enter keeps them, Esc leaves, Tab completes, Up goes to earlier ones.

    `complete` tells what may stand at a place, and is asked in a thread; `history` the searches made before
    that begin with some words.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]

    @dataclass(eq=False, repr=False)
    class Offered(Message):
        """What may be put into `sought`."""

        sought: str
        offer: Completions

    def __init__(
        self, complete: Callable[[str, int, Event], Completions], history: Callable[[str], list[str]]
    ) -> None:
        super().__init__()
        self._complete, self._history = complete, history
        self._offer: tuple[str, Completions] | None = None
        self._taken = -1  # which of the options is put in
        self._put = ""  # the words that a key of ours put in
        self._typed_words, self._back, self._earlier = "", 0, list[str]()
        self._meant, self._offered = Static("", markup=False), Static("", markup=False)
        self._shown = Content()  # what is offered on the screen

    def compose(self) -> ComposeResult:
        """The input and the lines below it."""
        # Selected on focus, what was typed ahead of the focus would be replaced by the next letter.
        words = "words, person:, said:, quote:, feed:, after: …"
        yield SearchBox(placeholder=words, compact=True, select_on_focus=False)
        yield self._meant
        yield self._offered

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(SearchTyped(event.value))
        self.tell()
        if event.value != self._put:
            self._back, self._typed_words = 0, event.value
            self._look(event.value)

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
        self._meant.update(Content(" · ".join(parts)), layout=False)

    def open(self, sought: str) -> None:
        """Show the bar with these words in it, ready to type."""
        self.display = True
        box = self.query_one(Input)
        with box.prevent(Input.Changed):
            box.value = sought
        box.cursor_position = len(sought)
        self._back, self._typed_words, self._put = 0, sought, sought
        box.focus()
        self.tell()
        self._forget_offer()

    def close(self) -> None:
        """Take the bar away; what is sought stays sought."""
        self.display = False

    def _enter(self, words: str, at: int) -> None:
        box = self.query_one(Input)
        self._put = words
        box.value = words
        box.cursor_position = at

    # Completion

    def _look(self, sought: str) -> None:
        self._offer = None  # it stays on the screen until the next is known, most often the same
        self._ask(sought, self.query_one(Input).cursor_position)

    @work(thread=True, exclusive=True, group="complete", exit_on_error=True)
    def _ask(self, sought: str, cursor: int) -> None:
        stop = stop_of_worker()
        offer = self._complete(sought, cursor, stop)
        if not stop.is_set():
            self.post_message(self.Offered(sought, offer))

    @on(Offered)
    def _take_offer(self, event: Offered) -> None:
        event.stop()
        if event.sought == self.query_one(Input).value:
            self._offer, self._taken = (event.sought, event.offer), -1
            self._show_offer()

    def _forget_offer(self) -> None:
        self._offer = None
        self._show_offer()

    def _show_offer(self) -> None:
        options = self._offer[1].options if self._offer else ()
        parts = [Content.styled("Tab ", "bold")] if options else [Content("↑ earlier searches")]
        for number, option in enumerate(options):
            parts.append(Content.styled(option, "bold reverse" if number == self._taken else ""))
            parts.append(Content("  "))
        shown = Content.assemble(*parts)
        if not shown.is_same(self._shown):
            # Its height is fixed: laying out the screen anew would double what this costs of a key's answer.
            self._offered.update(shown, layout=False)
            self._shown = shown

    @on(SearchBox.Completed)
    def action_complete(self) -> None:
        """Put in the first of what is offered; again, the next."""
        if self._offer is None or not self._offer[1].options:
            return
        typed, offer = self._offer
        self._taken = (self._taken + 1) % len(offer.options)
        option = offer.options[self._taken]
        words = typed[: offer.start] + option + typed[offer.end :]
        self._enter(words, offer.start + len(option))
        if option.endswith(":"):  # an operator wants its value next
            self._look(words)
        else:
            self._show_offer()

    # History

    def action_earlier(self, by: int) -> None:
        """Put in the search made before (by 1) or after (by -1); from the latest, go to the list."""
        if by < 0 and self._back == 0:
            self.action_keep()
            return
        if self._back == 0:
            begun = self._typed_words
            self._earlier = [sought for sought in self._history(begun) if sought != begun]
        self._back = min(self._back + by, len(self._earlier))
        words = self._earlier[self._back - 1] if self._back else self._typed_words
        self._enter(words, len(words))
        self._forget_offer()

    def action_keep(self) -> None:
        """Keep the search and go to the list."""
        self.post_message(SearchKept())

    def action_clear(self) -> None:
        """Leave the search."""
        self.post_message(SearchLeft())
