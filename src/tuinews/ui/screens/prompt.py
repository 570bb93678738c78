"""A question in the last lines of the screen: one for words, one for yes or no."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from tuinews.ui.when import whole

_CSS = """
Prompt, Confirm { align: center bottom; background: transparent; }
Prompt > Vertical, Confirm > Vertical { height: auto; background: $panel; padding: 0 1; }
Prompt Static, Confirm Static { color: $muted; height: auto; }
Prompt Input { background: $panel; }
"""


class Prompt(ModalScreen[str | None]):
    """Asks for a line of words; None when left with Esc."""

    CSS = _CSS
    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", "leave"), ("tab", "complete", "complete")]

    def __init__(
        self,
        question: str,
        placeholder: str = "",
        value: str = "",
        *,
        empty: bool = False,
        options: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._options = options  # what may be meant, offered behind what is typed: Tab or Right takes it
        self._empty = empty  # whether no word is an answer too
        self._asked, self._placeholder, self._value = question, placeholder, value

    def compose(self) -> ComposeResult:
        """The question, and room for the answer."""
        with Vertical():
            how = whole("Enter to go on, Esc to leave")  # on one line, whichever that is
            yield Static(Content(f"{self._asked}\u00a0· {how}"))
            offered = SuggestFromList(self._options, case_sensitive=False) if self._options else None
            yield Input(self._value, placeholder=self._placeholder, compact=True, suggester=offered)

    @on(Input.Submitted)
    def _answered(self, event: Input.Submitted) -> None:
        words = event.value.strip()
        self.dismiss(words if words or self._empty else None)

    def action_complete(self) -> None:
        """Take what is offered."""
        box = self.query_one(Input)
        box.cursor_position = len(box.value)
        box.action_cursor_right()

    def action_leave(self) -> None:
        """No answer."""
        self.dismiss(None)


class Question(Static):
    """A question that no input follows: the terminal's own cursor is at its beginning."""

    cursor_place = Offset(0, 0)


class Confirm(ModalScreen[bool]):
    """Asks whether to do it."""

    CSS = _CSS
    BINDINGS: ClassVar[list[BindingType]] = [("y", "sure", "yes"), ("n,escape,q", "leave", "no")]

    def __init__(self, question: str) -> None:
        super().__init__()
        self._asked = question

    def compose(self) -> ComposeResult:
        """The question."""
        with Vertical():
            yield Question(Content(f"{self._asked}  {whole('y yes · n no')}"))

    @property
    def pointed(self) -> Question:
        """The question, since nothing has the focus."""
        return self.query_one(Question)

    def action_sure(self) -> None:
        """Yes."""
        self.dismiss(True)

    def action_leave(self) -> None:
        """No."""
        self.dismiss(False)
