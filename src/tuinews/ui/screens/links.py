"""The list of an article's links: numbered, opened or copied from here."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import on
from textual.binding import BindingType
from textual.strip import Strip

from tuinews.plural import counted
from tuinews.ui.bidi import seen
from tuinews.ui.commands import bindings
from tuinews.ui.fit import fill
from tuinews.ui.looks import look
from tuinews.ui.messages import RowChosen
from tuinews.ui.screens.over import Listing
from tuinews.ui.widgets.lines import Lines

if TYPE_CHECKING:
    from tuinews.ui.screens.linking import Linking


class LinkList(Lines):
    """Two lines a link: its number and words, and below where it leads."""

    row_height = 2

    def __init__(self, links: list[tuple[str, str]]) -> None:
        super().__init__()
        self.links = links

    @property
    def count(self) -> int:
        """How many links there are."""
        return len(self.links)

    def draw(self, index: int, width: int, selected: bool) -> Sequence[Strip]:
        """The words, which may be of any script, and the address."""
        words, url = self.links[index]
        base = self.base(selected)
        number = f"{index + 1:>2}  "
        room = width - cell_len(number) - 3
        dim = (base + look(self, "dim")).rich_style
        lines = (
            [Segment(number, dim), *seen([Segment(fill(words, room), base.rich_style)])],
            [Segment(" " * cell_len(number) + fill(url, room), dim)],
        )
        return [
            Strip([self.bar(base, selected), *line]).adjust_cell_length(width, base.rich_style)
            for line in lines
        ]


class Links(Listing[LinkList]):
    """Enter opens, y copies, a digit opens at once."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("links")]
    PLACE = "links"

    def __init__(self, main: "Linking", links: list[tuple[str, str]]) -> None:
        title = main.reader.article.title if main.reader.article else ""
        super().__init__("Links", f"of “{title}”", LinkList(links))
        self._main = main
        self.heading.number = counted(len(links), "link")

    @on(RowChosen)
    def _chosen(self, event: RowChosen) -> None:
        event.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Open the link under the cursor."""
        self.status.say(self._main.open_link(self.rows.links[self.rows.cursor][1]))

    def action_number(self, number: int) -> None:
        """Open a link by its number."""
        if number <= self.rows.count:
            self.rows.cursor = number - 1
            self.action_choose()

    def action_copy(self) -> None:
        """Copy the address under the cursor."""
        url = self.rows.links[self.rows.cursor][1]
        self.app.copy_to_clipboard(url)
        self.status.say(f"Copied {url}")
