"""What can be saved from here, and in which formats: a short list to choose from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from threading import Event
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tuinews.ui.messages import RowChosen
from tuinews.ui.widgets.choices import Choice, Choices

if TYPE_CHECKING:
    from tuinews.sharing import Form
    from tuinews.sharing.quotations import QuoteForm


class Thing(NamedTuple):
    """Something that can be saved: what it is called, the title that names its file, how many it holds.

    `parts` is called in a thread with the name of a format, an event that stops it, and what it tells how
    many are done.
    """

    what: str
    title: str
    total: int
    forms: "Mapping[str, Form] | Mapping[str, QuoteForm]"
    parts: Callable[[str, Event, Callable[[int], object]], Iterable[str]]


class Offer(ModalScreen[tuple[Thing, str] | None]):
    """The things, each with its formats below; None when left with Esc."""

    CSS = """
    Offer { align: center middle; background: transparent; }
    Offer > Vertical {
        width: 64; max-width: 100%; height: auto; max-height: 100%; background: $panel;
        border: round $rule; padding: 0 1;  /* in some themes a panel is as black as what is behind it */
    }
    Offer .title { color: $primary; text-style: bold; }
    Offer Static { color: $muted; height: 1; }
    Offer Choices {
        height: auto; max-height: 1fr; margin: 1 0; background: $panel; scrollbar-background: $panel;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,h,left", "leave", "leave"),
    ]

    def __init__(self, things: Sequence[Thing]) -> None:
        super().__init__()
        self._choices = [(thing, name) for thing in things for name in thing.forms]

    def compose(self) -> ComposeResult:
        """The list, and under it how to choose."""
        rows: list[Choice] = []
        before = None
        for number, (thing, name) in enumerate(self._choices):
            if thing is not before:
                rows.append(Choice(thing.what, is_heading=True))
                before = thing
            form = thing.forms[name]
            rows.append(Choice(f"  {form.title}  ({form.suffix})", str(number)))
        with Vertical():
            yield Static(Content("Save"), classes="title")
            yield Choices(rows)
            yield Static(Content("Enter goes on to the file's name · Esc leaves"))

    @on(RowChosen)
    def _chosen(self) -> None:
        self.dismiss(self._choices[int(self.query_one(Choices).value)])

    def action_leave(self) -> None:
        """Nothing is saved."""
        self.dismiss(None)
