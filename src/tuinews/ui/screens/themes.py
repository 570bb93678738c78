"""The choice of a theme: the one under the cursor is shown at once, on everything behind."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tuinews.ui.commands import bindings
from tuinews.ui.messages import RowChosen
from tuinews.ui.themes import available, load, names
from tuinews.ui.widgets.choices import Choice, Choices

if TYPE_CHECKING:
    from tuinews.ui.app import Tuinews


class Themes(ModalScreen[str | None]):
    """All themes, ours first; None and the old one again when left with Esc."""

    CSS = """
    Themes { align: right middle; background: transparent; }
    Themes > Vertical {
        width: 42; max-width: 100%; height: 100%; background: $panel; padding: 1; border-left: vkey $rule;
    }
    Themes .title { color: $primary; text-style: bold; }
    Themes Static { color: $muted; height: 1; padding: 0 2; }
    Themes Choices { height: 1fr; background: $panel; margin: 1 0; scrollbar-background: $panel; }
    """
    # Of what is everywhere only the help: a palette over a choice would be one too many.
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("themes"),
        *(binding for binding in bindings("app") if binding.id == "help"),
    ]

    def compose(self) -> ComposeResult:
        """The names, and under them how to choose."""
        self._before = self.app.theme
        known = available()
        rows = [Choice(self._line(name), name) for name in known]
        with Vertical():
            yield Static(Content("Theme"), classes="title")
            yield Choices(rows, known.index(self._before))  # the theme in force is under the cursor
            yield Static(Content("Enter keeps it · Esc goes back"))

    def on_mount(self) -> None:
        """Show the theme under the cursor."""
        self.watch(self.query_one(Choices), "cursor", self._show, init=False)

    def _line(self, name: str) -> str:
        """The name; of ours, also whether it is light or dark."""
        if name not in names():
            return name
        theme = load(name)
        kind = "your terminal's colours" if theme.ansi else "dark" if theme.dark else "light"
        return f"{name} · {kind}"

    def _show(self) -> None:
        cast("Tuinews", self.app).use_theme(self.query_one(Choices).value)

    @on(RowChosen)
    def action_choose(self) -> None:
        """Keep the theme under the cursor."""
        self.dismiss(self.query_one(Choices).value)

    def action_move(self, by: int) -> None:
        """Go on in the list."""
        self.query_one(Choices).action_move(by)

    def action_leave(self) -> None:
        """Back to the theme that was in force."""
        cast("Tuinews", self.app).use_theme(self._before)
        self.dismiss(None)
