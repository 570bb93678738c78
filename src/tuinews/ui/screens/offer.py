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
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

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
    Offer { align: center middle; background: $background 0%; }
    Offer > Vertical { width: 64; max-width: 100%; height: auto; max-height: 100%; background: $panel; padding: 1 2; }
    Offer .title { color: $primary; text-style: bold; }
    Offer Static { color: $muted; height: 1; }
    Offer OptionList { height: auto; max-height: 1fr; background: $panel; margin: 1 0; }
    Offer OptionList > .option-list--option-disabled { color: $foreground; text-style: bold; }
    """  # noqa: E501
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,q,h,left", "leave", "leave"),
        ("j", "move(1)", "down"),
        ("k", "move(-1)", "up"),
    ]

    def __init__(self, things: Sequence[Thing]) -> None:
        super().__init__()
        self._choices = [(thing, name) for thing in things for name in thing.forms]

    def compose(self) -> ComposeResult:
        """The list, and under it how to choose."""
        options: list[Option] = []
        before = None
        for number, (thing, name) in enumerate(self._choices):
            if thing is not before:
                options.append(Option(Content(thing.what), disabled=True))
                before = thing
            form = thing.forms[name]
            options.append(Option(Content(f"  {form.title}  ({form.suffix})"), id=str(number)))
        with Vertical():
            yield Static(Content("Save"), classes="title")
            yield OptionList(*options, compact=True)
            yield Static(Content("Enter goes on to the file's name · Esc leaves"))

    def on_mount(self) -> None:
        """The first format is under the cursor."""
        self.query_one(OptionList).highlighted = 1

    def action_move(self, by: int) -> None:
        """Another row."""
        rows = self.query_one(OptionList)
        if by > 0:
            rows.action_cursor_down()
        else:
            rows.action_cursor_up()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._choices[int(event.option.id or 0)])

    def action_leave(self) -> None:
        """Nothing is saved."""
        self.dismiss(None)
