"""The part of the main screen that explains the panes, at the first launch only."""

import re

from tuinews.ui.commands import COMMANDS, sign
from tuinews.ui.screens.parts import Parts

NOTE = "welcomed"
"""The note in the library that this was done."""

LIST = (
    "The newest first. {list.open} reads an article, {search} searches all of them",
    "{list.open} reads, {search} searches them all",
    "{list.open} reads, {search} searches",
)
ARTICLE = (
    "Quotations in italics, people in bold: {quotation.next} and {name.next} go to the next",
    "{quotation.next} next quotation, {name.next} next person",
)


class Welcoming(Parts):
    """A line lies over the last one of its pane, so that nothing moves when it goes."""

    def welcome(self) -> None:
        """Explain list and article, if nobody did yet; what is opened in passing explains nothing."""
        if self.library.is_passing or self.library.notes.has(NOTE):
            return
        signs = {c.id: sign(keys[0]) for c in COMMANDS if (keys := self.program.keys_of(c))}
        self.headlines.tip = _worded(LIST, signs)
        self.reader.tip = _worded(ARTICLE, signs)

    def welcomed(self) -> None:
        """Do it never again: noted behind the first frame."""
        if self.headlines.tip:
            self.change(lambda: self.library.notes.make(NOTE))

    def move_on(self, where: str) -> None:
        """Take the line of the pane that was left, for the pane `where`."""
        if where != "list":
            self.headlines.tip = ()
        if self.reading and where != "reader":
            self.reader.tip = ()


def _worded(told: tuple[str, ...], signs: dict[str, str]) -> tuple[str, ...]:
    """Put the keys into the sentences; one whose command has no key is left out."""
    named = [(words, re.findall(r"\{([a-z.]+)\}", words)) for words in told]
    return tuple(
        re.sub(r"\{([a-z.]+)\}", lambda match: signs[match[1]], words)
        for words, ids in named
        if signs.keys() >= set(ids)
    )
