"""The line in which words are typed that are looked for in the article, and how many there are."""

import re
from functools import cache
from typing import ClassVar
from unicodedata import normalize

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tuinews.model import Span
from tuinews.ui.commands import bindings

MOST = 10_000
"""Places that are found at most; nobody goes through more."""


class FindBar(Horizontal):
    """Tells every change of the words; Enter keeps what is found, Esc leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("find")]
    DEFAULT_CSS = """
    FindBar { height: 1; background: $panel; padding: 0 1; }
    FindBar Input { background: $panel; width: 1fr; }
    FindBar Static { width: auto; color: $muted; }
    """

    class Typed(Message):
        """The words changed."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Stepped(Message):
        """The next place is wanted, or the one before."""

        def __init__(self, by: int) -> None:
            super().__init__()
            self.by = by

    class Left(Message):
        """The words are typed: what is found stays, or it is over."""

        def __init__(self, *, keep: bool) -> None:
            super().__init__()
            self.keep = keep

    def compose(self) -> ComposeResult:
        """The words, and how many places there are."""
        yield Input(placeholder="Find in this article", compact=True, select_on_focus=False)
        yield Static("", markup=False)

    def open(self) -> None:
        """Show the line, empty and ready to type; it stays there, hidden, when it is left.

        Textual keeps each input that was ever on a screen: one of 120 objects for each time it was opened.
        """
        self.display = True
        box = self.query_one(Input)
        with box.prevent(Input.Changed):
            box.value = ""
        self.tell("")

    def tell(self, sentence: str) -> None:
        """Show how many there are."""
        self.query_one(Static).update(Content(sentence))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_keep()

    def action_step(self, by: int) -> None:
        """To another place."""
        self.post_message(self.Stepped(by))

    def action_keep(self) -> None:
        """What is found stays marked."""
        self.post_message(self.Left(keep=True))

    def action_leave(self) -> None:
        """Back to where one was."""
        self.post_message(self.Left(keep=False))


def occurrences(words: str, text: str) -> list[Span]:
    """Where words stand in a text, whatever their case, accents and blanks, parts of words too."""
    pattern = r"\s+".join("".join(map(_alike, word)) for word in words.split())
    if not pattern:
        return []
    found: list[Span] = []
    for match in re.finditer(pattern, text, re.IGNORECASE):
        found.append(Span(*match.span()))
        if len(found) == MOST:
            break
    return found


def _alike(sign: str) -> str:
    """A pattern for a character as it was typed; a bare letter stands for those with accents too."""
    accented = _accented().get(sign.lower(), "")
    return f"[{re.escape(sign)}{accented}]" if accented else re.escape(sign)


@cache
def _accented() -> dict[str, str]:
    """The letters with accents, by the letter without, in small letters."""
    found: dict[str, str] = {}
    for code in (*range(0xC0, 0x250), *range(0x370, 0x530), *range(0x1E00, 0x2000)):
        letter = chr(code)
        base = normalize("NFD", letter)[0]
        if base != letter and letter.islower():
            found[base] = found.get(base, "") + letter
    return found
