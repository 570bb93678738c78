"""A list of people in columns: in how many articles, how often quoted and named, since when, a line of it."""

from collections.abc import Callable, Sequence

from rich.cells import set_cell_size
from rich.segment import Segment
from textual import work
from textual.strip import Strip
from textual.widget import Widget

from tuinews.model import PersonRow
from tuinews.ui.bidi import seen
from tuinews.ui.fit import fill
from tuinews.ui.looks import look
from tuinews.ui.spark import sparkline
from tuinews.ui.when import age
from tuinews.ui.widgets.lines import Lines

Activity = Callable[[list[int], int, int, int], dict[int, list[int]]]
"""Gives the articles of each of some people, from a start to an end, in so many columns (`Who.activity`)."""

WIDEST = 118
COLUMNS = {"articles": 10, "quoted": 8, "named": 7, "first": 8, "last": 8}
LEAST = 16
"""Cells that a name has at least, if columns that can be done without have to go for it."""
_WINDOW = 60
"""Rows whose line of activity is asked for at a time."""


def cells(width: int) -> tuple[int, dict[str, int], int]:
    """The widths of the name, the columns and the line of activity in a list `width` cells wide."""
    columns = dict(COLUMNS)
    room = min(width - 1, WIDEST) - 2 - sum(columns.values()) - 2
    line = 24 if room >= 56 else 8
    name = room - line
    for spared in ("first", "named"):
        if name < LEAST:
            name += columns.pop(spared)
    return max(name, 8), columns, line


class Titles(Widget):
    """The line above the columns."""

    def render_line(self, y: int) -> Strip:
        """Draw the titles where the columns are."""
        width = self.size.width
        name, columns, line = cells(width)
        titles = "".join(f"{title:>{room}}" for title, room in columns.items())
        told = "  " + set_cell_size("name", name) + titles
        told += "  " + set_cell_size("activity", line)
        return Strip([Segment(told, self.visual_style.rich_style)]).adjust_cell_length(
            width, self.visual_style.rich_style
        )


class PeopleList(Lines):
    """People, one a row."""

    def __init__(self, activity: Activity, now: Callable[[], float]) -> None:
        super().__init__()
        self.people: list[PersonRow] = []
        self._find, self._now = activity, now
        self._activity: dict[int, str] = {}
        self._asked: set[int] = set()

    @property
    def count(self) -> int:
        """How many people there are."""
        return len(self.people)

    def put(self, people: list[PersonRow], *, keep: bool = False) -> None:
        """List these people; with `keep` the cursor stays at the person it was moved to."""
        if keep and people == self.people:
            return
        at, scroll = 0, 0.0
        if keep and self.cursor:
            current = self.people[self.cursor].id
            at = next((row for row, person in enumerate(people) if person.id == current), 0)
            scroll = self.scroll_y
        self.people = people
        self._activity.clear()
        self._asked.clear()
        self.changed()
        self.place(at, scroll)

    def person(self, index: int) -> PersonRow:
        """The person of a row."""
        return self.people[index]

    def _put_activity(self, numbers: dict[int, list[int]]) -> None:
        self._activity.update((person, sparkline(counts)) for person, counts in numbers.items())
        self._drawn.clear()
        self.refresh()

    def _ask(self, index: int) -> None:
        window = self.people[max(index - _WINDOW // 2, 0) : index + _WINDOW]
        wanted = [row.id for row in window if row.id not in self._asked]
        self._asked.update(wanted)
        start = min((row.first for row in self.people if row.first), default=0)
        end = max((row.last for row in self.people), default=0)
        self._find_activity(wanted, start, end, cells(self.size.width)[2])

    @work(thread=True, group="activity", exit_on_error=True)
    def _find_activity(self, people: list[int], start: int, end: int, columns: int) -> None:
        self.app.call_from_thread(self._put_activity, self._find(people, start, end, columns))

    def on_resize(self) -> None:
        """A line of another length is of other stretches."""
        self._activity.clear()
        self._asked.clear()
        super().on_resize()

    def draw(self, index: int, width: int, selected: bool) -> Sequence[Strip]:
        """Draw a person."""
        row = self.people[index]
        if row.id not in self._asked:
            self._ask(index)
        base = self.base(selected)
        person, dim = ((base + look(self, name)).rich_style for name in ("person", "dim"))
        # Turned round with the row, high bars would be low ones.
        chart = ((self.visual_style if base.reverse else base) + look(self, "star")).rich_style
        now = int(self._now())
        name, columns, line = cells(width)
        numbers = {"articles": row.articles, "quoted": row.quotes, "named": row.mentions}
        texts = {title: f"{number:,}" if number else "–" for title, number in numbers.items()}
        texts |= {t: age(at, now) if at else "–" for t, at in (("first", row.first), ("last", row.last))}
        told = "".join(f"{texts[title]:>{room}}" for title, room in columns.items())
        return [
            Strip(
                [
                    self.bar(base, selected),
                    *seen([Segment(fill(row.name, name - 1) + " ", person)]),
                    Segment(told + "  ", dim),
                    Segment(set_cell_size(self._activity.get(row.id, ""), line), chart),
                ]
            ).adjust_cell_length(width, base.rich_style)
        ]
