"""The base of the screens that lie over the main one, and of those that are one list."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Static

from tuinews.ui.commands import Command
from tuinews.ui.widgets.bars import Bar, Keys, Part, Status
from tuinews.ui.widgets.lines import Lines

Shown = TypeVar("Shown", bound=Lines)


class Heading(Bar):
    """What the panel shows, of what, and how many there are."""

    number: reactive[str] = reactive("")

    def __init__(self, title: str, of: str) -> None:
        super().__init__()
        self._title, self._of = title, of

    def parts(self, width: int) -> tuple[Sequence[Part], Sequence[Part]]:
        """Title and whereof at the left, the number at the right."""
        return [Part(f" {self._title}  ", "strong"), Part(self._of, "dim")], [
            Part(f"  {self.number} ", "dim")
        ]


class Over(Screen[None]):
    """Lies over the main screen, which does what is chosen here; Esc leads back to exactly where one was."""

    SCOPED_CSS = False  # the rules of a panel are for the panels made of it

    def __init__(self, title: str, of: str) -> None:
        super().__init__()
        self.heading = Heading(title, of)
        self.status = Status()

    def footer(self, where: str, without: str = "") -> Keys:
        """The line of the keys that this place has."""
        keys = Keys(self.key_name, without)
        keys.where = where
        return keys

    def key_name(self, command: Command) -> str:
        """What a key is called in the footer."""
        return command.title

    def action_leave(self) -> None:
        """Back to where one was."""
        self.app.pop_screen()
        if self.app.is_screen_installed(self):
            self.app.uninstall_screen(self)
            self.remove()


class Listing(Over, Generic[Shown]):
    """A heading, rows, and the keys; where there are no rows, a sentence that says so."""

    PLACE = ""
    NONE = ""

    def __init__(self, title: str, of: str, rows: Shown) -> None:
        super().__init__(title, of)
        self.rows = rows
        self._empty = Static(Content(self.NONE), id="empty", markup=False)

    def compose(self) -> ComposeResult:
        """Heading, rows, state, keys."""
        yield self.heading
        with Vertical():
            yield self._empty
            yield self.rows
            yield from self.below()
        yield self.status
        yield self.footer(self.PLACE)

    def below(self) -> ComposeResult:
        """What stands below the rows."""
        yield from ()

    def on_mount(self) -> None:
        """The rows have the keys."""
        self.rows.focus()
        self.rows.changed()

    def listed(self, number: str) -> None:
        """There are other rows now: tell how many."""
        self.rows.display = self.rows.count > 0
        self._empty.display = not self.rows.count
        self.heading.number = number
