"""The keys: those of what has the focus first, all of them searchable."""

from collections.abc import Callable, Sequence
from textwrap import wrap
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tuinews.ui.commands import COMMANDS, PLACES, Command, signs
from tuinews.ui.widgets.pane import Pane


class Help(ModalScreen[None]):
    """Every command of these places with its keys, filtered by typing."""

    WIDTH = 76  # cells of the panel, with a padding of two and the scrollbar
    COLUMN = 21  # cells before the sentences
    CSS = """
    Help { align: center middle; background: $background 60%; }
    Help:ansi { background: transparent; }  /* nothing can be mixed with the terminal's own ground */
    Help > Vertical { width: 76; max-width: 100%; height: 90%; background: $panel; padding: 1 2; }
    Help:ansi > Vertical { border: round $rule; }
    Help Input { background: $panel; margin-bottom: 1; }
    Help Pane { background: $panel; scrollbar-background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape,f1", "leave", "close"),
        ("down,pagedown", "scroll(1)", "down"),
        ("up,pageup", "scroll(-1)", "up"),
    ]

    def __init__(self, places: Sequence[str], keys_of: Callable[[Command], Sequence[str]]) -> None:
        super().__init__()
        self._is_reading = False
        # What every list has stands below what this one has besides, but in the list of articles.
        self._places = sorted(places, key=lambda place: place == "list" and "main" not in places)
        self._keys_of = keys_of
        self._pane = Pane(can_focus=False)

    @property
    def pointed(self) -> Pane | None:
        """The commands, while one goes through them, though the filter has the focus."""
        return self._pane if self._is_reading else None

    def compose(self) -> ComposeResult:
        """The filter, and the commands below."""
        with Vertical():
            yield Input(
                placeholder="Type to find a command · Esc closes", compact=True, select_on_focus=False
            )
            with self._pane:
                yield Static(self._listed(""))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.query_one(Static).update(self._listed(event.value))
        self._is_reading = False
        self._pane.scroll_home(animate=False)

    def _listed(self, wanted: str) -> Content:
        words = wanted.casefold().split()
        lines: list[Content] = []
        for title, commands in self._groups():
            chosen = [one for one in commands if all(word in self._text(one) for word in words)]
            if chosen:
                lines += (
                    [Content(""), Content.styled(title, "$primary bold")]
                    if lines
                    else [Content.styled(title, "$primary bold")]
                )
                lines += [self._line(command) for command in chosen]
        return Content("\n").join(lines) if lines else Content("No such command")

    def _groups(self) -> list[tuple[str, list[Command]]]:
        groups: dict[str, list[Command]] = {}
        for place in self._places:
            for command in COMMANDS:
                if command.where == place:
                    groups.setdefault(PLACES.get(place, command.group), []).append(command)
        return list(groups.items())

    def action_scroll(self, by: int) -> None:
        """Scroll the commands."""
        pane, self._is_reading = self._pane, True
        pane.scroll_to(y=pane.scroll_y + by * max(pane.size.height - 2, 1), animate=False)

    def action_leave(self) -> None:
        """Close the help."""
        self.dismiss(None)

    def _text(self, command: Command) -> str:
        return f"{self._keys(command)} {command.title} {command.help} {command.id}".casefold()

    def _line(self, command: Command) -> Content:
        room = max(min(self.WIDTH, self.app.size.width - self._edge) - 5 - self.COLUMN, 12)
        told = f"\n{' ' * self.COLUMN}".join(wrap(command.help, room))
        keys = f"  {self._keys(command)}".ljust(self.COLUMN - 1) + " "
        return Content.assemble((keys, "bold"), Content(told))

    @property
    def _edge(self) -> int:
        """The cells of the line around the panel, which it has where there are but the terminal's colours."""
        return 2 if self.app.native_ansi_color else 0

    def on_resize(self) -> None:
        """Fit panel and sentences to the room there is; no slivers of what is behind beside them."""
        width = self.app.size.width
        is_wide = width >= self.WIDTH + 12
        self.query_one(Vertical).styles.width = self.WIDTH + self._edge if is_wide else width
        self.query_one(Static).update(self._listed(self.query_one(Input).value))

    def _keys(self, command: Command) -> str:
        return signs(self._keys_of(command))
