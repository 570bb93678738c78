"""What a command wrote, to be read and left."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static

from tuinews.ui.commands import bindings
from tuinews.ui.screens.over import Over
from tuinews.ui.widgets.pane import Pane


class Output(Over):
    """Its text without the sequences for terminals, in which a stranger's words could do things."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("output")]
    CSS = "Output Pane { height: 1fr; padding: 1 2; }"

    def __init__(self, command: str, text: str, told: str) -> None:
        super().__init__("Output", f"of {command}")
        shown = "".join(sign for sign in text.expandtabs(4) if sign == "\n" or sign.isprintable())
        self._text, self._told = shown, told

    def compose(self) -> ComposeResult:
        """Heading, text, state, keys."""
        yield self.heading
        with Pane():
            yield Static(Content(self._text), markup=False)
        yield self.status
        yield self.footer("output")

    def on_mount(self) -> None:
        """The text has the keys."""
        self.query_one(Pane).focus()
        self.status.say(self._told)

    def action_scroll(self, by: int) -> None:
        """Further down or up."""
        self.query_one(Pane).scroll_relative(y=by, animate=False)
