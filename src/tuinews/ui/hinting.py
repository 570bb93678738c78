"""Letters over the links in sight: typing a link's opens it."""

from collections.abc import Sequence
from itertools import islice, product

from rich.segment import Segment
from textual.strip import Strip
from textual.style import Style

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""Those under the fingers first."""


def labels(count: int) -> list[str]:
    """Return so many labels of equal length, as short as they can be: none begins another."""
    length = 1
    while len(LETTERS) ** length < count:
        length += 1
    return ["".join(letters) for letters in islice(product(LETTERS, repeat=length), count)]


class Hints:
    """The links in sight as `(offset, address)`, each with its label, and what has been typed of one."""

    def __init__(self, links: Sequence[tuple[int, str]]) -> None:
        self.typed = ""
        self._links = [(label, at, url) for label, (at, url) in zip(labels(len(links)), links, strict=True)]

    @property
    def left(self) -> list[tuple[str, int, str]]:
        """The links that what was typed leaves: label, offset, address."""
        return [link for link in self._links if link[0].startswith(self.typed)]

    def type(self, letter: str) -> str | None:
        """Take a letter; return the address it completes, "" while it is one of several, None for none."""
        self.typed += letter.casefold()
        left = self.left
        if not left:
            return None
        return left[0][2] if left[0][0] == self.typed else ""

    def drawn(self, strip: Strip, places: Sequence[int], style: Style) -> Strip:
        """Return a line with the labels over the links that begin in it; `places` as in `copying.Row`."""
        for label, at, _ in self.left:
            if at in places:
                shown = label[len(self.typed) :]
                cell = strip.index_to_cell_position(places.index(at))
                cell = min(cell, max(strip.cell_length - len(shown), 0))
                before, _, after = strip.divide([cell, cell + len(shown), strip.cell_length])
                strip = Strip.join([before, Strip([Segment(shown, style.rich_style)]), after])
        return strip
