"""The choice of a theme: the one under the cursor is shown at once, on everything behind."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tuinews.ui.commands import bindings
from tuinews.ui.themes import available, load, names

if TYPE_CHECKING:
    from tuinews.ui.app import Tuinews


class Themes(ModalScreen[str | None]):
    """All themes, ours first; None and the old one again when left with Esc."""

    CSS = """
    Themes { align: right middle; background: $background 0%; }
    Themes > Vertical { width: 40; max-width: 100%; height: 100%; background: $panel; padding: 1 2; }
    Themes .title { color: $primary; text-style: bold; }
    Themes Static { color: $muted; height: 1; }
    Themes OptionList { height: 1fr; background: $panel; margin: 1 0; }
    """
    # Of what is everywhere only the help: a palette over a choice would be one too many.
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("themes"),
        *(binding for binding in bindings("app") if binding.id == "help"),
    ]

    def compose(self) -> ComposeResult:
        """The names, and under them how to choose."""
        self._before = self.app.theme
        with Vertical():
            yield Static(Content("Theme"), classes="title")
            yield OptionList(
                *(Option(Content(self._line(name)), id=name) for name in available()), compact=True
            )
            yield Static(Content("Enter keeps it · Esc leaves it as it was"))

    def on_mount(self) -> None:
        """The theme in force is under the cursor."""
        self.query_one(OptionList).highlighted = available().index(self._before)

    def _line(self, name: str) -> str:
        """The name; of ours, also whether it is light or dark."""
        if name not in names():
            return f"{name} "
        theme = load(name)
        kind = "your terminal's colours" if theme.ansi else "dark" if theme.dark else "light"
        return f"{name} · {kind}"

    @on(OptionList.OptionHighlighted)
    def _shown(self, event: OptionList.OptionHighlighted) -> None:
        if event.option_id:
            cast("Tuinews", self.app).use_theme(event.option_id)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)

    def action_choose(self) -> None:
        """Keep the theme under the cursor."""
        self.query_one(OptionList).action_select()

    def action_move(self, by: int) -> None:
        """Go on in the list."""
        choice = self.query_one(OptionList)
        (choice.action_cursor_down if by > 0 else choice.action_cursor_up)()

    def action_leave(self) -> None:
        """Back to the theme that was in force."""
        cast("Tuinews", self.app).use_theme(self._before)
        self.dismiss(None)
