"""The base of the panels: a heading, a filter that is typed into at once, rows, and the keys."""

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tuinews.errors import TuinewsError
from tuinews.plural import counted
from tuinews.ui.commands import bindings
from tuinews.ui.messages import Listed, RowChosen
from tuinews.ui.screens.over import Over
from tuinews.ui.widgets.lines import Lines

if TYPE_CHECKING:
    from array import array

    from tuinews.ui.screens.visiting import Visiting


class Panel(Over):
    """Rows that a filter leaves, of some articles."""

    CSS = """
    Panel Input { margin: 0 0 1 0; }
    Panel Lines { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("panel")]
    PLACE = "panel"
    PLACEHOLDER = "Type to filter"
    WITHOUT = "panel.copy"
    """The command of the footer that is nothing here."""

    def __init__(self, main: "Visiting", title: str, of: str, rows: Lines) -> None:
        super().__init__(title, of)
        self.main, self.rows = main, rows
        self._empty = Static("", id="empty", markup=False)
        self._question = 0
        self._answered = 0  # the question that the rows shown answer
        self._hasty = False  # whether Enter came before any of them
        self._is_choosing = False

    @property
    def pointed(self) -> Lines | None:
        """The rows, while one is being chosen, though the filter has the focus."""
        return self.rows if self._is_choosing else None

    def compose(self) -> ComposeResult:
        """Heading, filter, rows, state, keys."""
        yield self.heading
        with Vertical():
            yield Input(placeholder=self.PLACEHOLDER, compact=True, select_on_focus=False)
            yield from self.above()
            yield self._empty
            yield self.rows
        yield self.status
        yield self.footer(self.PLACE, self.WITHOUT)

    def above(self) -> ComposeResult:
        """What stands between the filter and the rows."""
        yield from ()

    def on_mount(self) -> None:
        """Ask for the rows."""
        self.ask("")

    # Rows

    def ask(self, typed: str) -> None:
        """Ask for the rows that what was typed leaves."""
        self._question += 1
        self._hasty = False
        self.list_rows(self._question, typed)

    def study_single(self, ids: "array[int]", typed: str) -> None:
        """Look through an article that is alone, so that its rows are whole; to be called in a thread."""
        if len(ids) == 1 and not typed:
            try:
                self.main.library.analysis(ids[0])
            except TuinewsError as error:
                self.app.call_from_thread(self.status.say, str(error), warning=True)

    def list_rows(self, question: int, typed: str) -> object:
        """Find the rows in a thread, and post them as `Listed`."""
        raise TypeError("a panel lists its own rows")

    def take(self, event: Listed) -> None:
        """Show a part of the rows."""
        raise TypeError("a panel takes its own rows")

    def none_found(self, typed: str) -> str:
        """What to say when there is no row."""
        raise TypeError("a panel knows what it lacks")

    def numbered(self) -> str:
        """How many rows there are, in words."""
        raise TypeError("a panel counts its rows")

    @on(Listed)
    def _listed(self, event: Listed) -> None:
        if event.question != self._question:
            return
        self.take(event)
        number = self.numbered()
        if event.waiting:
            number += f" · {counted(event.waiting, 'article')} still to be looked through"
        self.heading.number = number if event.last else number + " …"
        nothing = event.last and not self.rows.count
        if nothing:
            self._empty.update(Content(self.none_found(self.query_one(Input).value)))
        self._empty.display = nothing
        self.rows.display = not nothing
        self._answered = self._question if self.rows.count else 0
        if self._hasty and self._answered:
            self._hasty = False
            self.rows.action_choose()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._is_choosing = False
        self.ask(event.value)

    # Keys

    @on(Input.Submitted)
    def _submitted(self) -> None:
        """Go on; when the words were typed faster than they were answered, with the first row that comes."""
        self._hasty = self._answered != self._question
        if not self._hasty:
            self.rows.action_choose()

    @on(RowChosen)
    def _chosen(self, event: RowChosen) -> None:
        event.stop()
        self.go(event.index)

    def go(self, index: int) -> None:
        """Go to what a row tells of."""
        raise TypeError("a panel knows where its rows lead")

    def action_choose(self) -> None:
        """Go to what the row under the cursor tells of."""
        self.rows.action_choose()

    def action_move(self, by: int) -> None:
        """Move the cursor while the filter keeps the focus."""
        self._is_choosing = True
        self.rows.action_move(by)

    def action_page(self, by: int) -> None:
        """Move the cursor by screenfuls."""
        self._is_choosing = True
        self.rows.action_page(by)

    def action_switch(self) -> None:
        """From the filter to the rows and back."""
        box = self.query_one(Input)
        (self.rows if box.has_focus else box).focus()

    def action_save(self) -> None:
        """Save what is listed, if it is quotations."""
        self.status.say("Only quotations can be saved from here")

    def action_copy(self) -> None:
        """Copy what is under the cursor, if it is a quotation."""
        self.status.say("Only quotations can be copied")
