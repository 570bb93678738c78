"""The quiet lines around the panes: views above; state, and the keys of what has the focus, below."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple, cast

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from tuinews.plural import counted
from tuinews.ui.bidi import seen
from tuinews.ui.commands import COMMANDS, Command, hints, sign
from tuinews.ui.fit import fill, fit, lines
from tuinews.ui.looks import look

if TYPE_CHECKING:
    from tuinews.ui.app import Tuinews

_TITLE = 40
"""The cells that a title needs beside the views; alone it makes do with half."""


LONGEST = 16
"""Cells up to which a word at the end of a line goes whole when it has no room."""

MOST = 4
"""Lines that a warning takes at most."""


class Part(NamedTuple):
    """A text and the look it wears, "" for none; a click on it `does` the command of that id."""

    text: str
    look: str = ""
    does: str = ""


class Bar(Widget):
    """One line with parts at its left and at its right; what does not fit is left out from the left's end."""

    def parts(self, width: int) -> tuple[Sequence[Part], Sequence[Part]]:
        """The parts at the left and at the right."""
        return (), ()

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        width = self.size.width
        left, right = self.parts(width)
        base = self.visual_style
        tail = [piece for part in right for piece in seen([self._segment(part, base)])]
        room = width - sum(segment.cell_length for segment in tail)
        head: list[Segment] = []
        for part in left:
            if room <= 0:
                break
            text = part.text
            shown = fit(text, room)
            if cell_len(text) > room and room - cell_len(shown) > LONGEST:  # an address or a path
                shown = set_cell_size(text, room - 1) + "…"
            head += seen([self._segment(part._replace(text=shown), base)])
            room -= cell_len(shown)
        head.append(Segment(" " * max(room, 0), base.rich_style))
        return Strip([*head, *tail]).adjust_cell_length(width, base.rich_style)

    def _segment(self, part: Part, base: Style) -> Segment:
        style = base + look(self, part.look) if part.look else base
        if part.does:
            style += Style.from_meta({"does": part.does})
        return Segment(part.text, style.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Do what the part under the mouse does."""
        if does := event.style.meta.get("does"):
            self.run_worker(cast("Tuinews", self.app).do(does))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell whoever waits with the mouse what a click would do."""
        does = event.style.meta.get("does")
        self.tooltip = next((Content(command.help) for command in COMMANDS if command.id == does), None)


SHORTEST = 12
"""Cells from which on a kept search is told in the top line."""


class Views(Bar):
    """The top line: the program, its views with their numbers, and where the list comes from."""

    NAMES = ("all", "unread", "starred", "local")
    view: reactive[str] = reactive("all")
    numbers: reactive[dict[str, int]] = reactive({}, always_update=True)
    source: reactive[str] = reactive("")
    sought: reactive[str] = reactive("")
    """The search that is kept, while its words are not being typed."""
    problems: reactive[int] = reactive(0)
    article: reactive[tuple[str, ...]] = reactive(())
    """Title, source, date and time to read of the article that is being read, while they are out of sight."""

    def parts(self, width: int) -> tuple[Sequence[Part], Sequence[Part]]:
        """The views; on a narrow screen without their keys."""
        left = [Part(" tuinews  ", "strong")] if width >= 60 else [Part(" ")]
        at = cell_len(left[0].text)
        for number, name in enumerate(self.NAMES, 1):
            count = self.numbers.get(name, 0)
            text = f" {number} {name.capitalize()}" if width >= 60 else f" {name.capitalize()}"
            text += f" {count:,} " if count and name == "unread" else " "
            left.append(Part(text, "current" if name == self.view else "dim", f"view.{name}"))
            at += cell_len(text)
        if self.article:
            return self._told_article(left, width - at, width)
        right: list[Part] = []  # what is wrong stands at the very right, wherever one is
        warned: list[Part] = []
        long, short = f"  ! {counted(self.problems, 'problem')} ", f" ! {self.problems:,} "
        for told in (long, short) if self.problems else ():
            if not warned and at + len(told) < width:
                warned.append(Part(told, "warn", "problems"))
                at += len(told)
        if self.source and at + cell_len(self.source) < width:
            right.append(Part(f"{self.source} ", "dim", "sources"))
            at += cell_len(self.source) + 1
        if self.sought and width - at >= SHORTEST:
            right.append(Part(f"/{fit(self.sought, width - at - 3)} ", "hit-words", "search"))
        return left, [*right, *warned]

    def _told_article(self, left: list[Part], room: int, width: int) -> tuple[Sequence[Part], Sequence[Part]]:
        """What is read: beside the views where both have room, else in their place."""
        title, *facts = self.article
        while facts and width - cell_len(f"  {' · '.join(facts)} ") < _TITLE // 2:
            facts.pop(0)
        about = f"  {' · '.join(facts)} "
        if room - cell_len(about) >= _TITLE:
            return left, [Part(fit(title, room - cell_len(about)), "strong"), Part(about, "dim")]
        return [Part(f" {fit(title, width - cell_len(about) - 1)}", "strong")], [Part(about, "dim")]


class Status(Bar):
    """What just happened at the left (it stays until something else does), and at the right where one is."""

    said: reactive[str] = reactive("")
    warning: reactive[bool] = reactive(False)
    place: reactive[str] = reactive("")

    def parts(self, width: int) -> tuple[Sequence[Part], Sequence[Part]]:
        """The sentence and the place; where the sentence has no room, the place alone."""
        room = width - cell_len(self.place) - 2
        said = self.said if room >= 16 else ""
        return [Part(f" {said}", "warn" if self.warning else "")], [Part(f" {self.place} ", "dim")]

    def render_line(self, y: int) -> Strip:
        """Draw one line of a warning that takes more, or the sentence and the place."""
        told = self._warned(self.size.width)
        if not told:
            return super().render_line(y)
        style = (self.visual_style + look(self, "warn")).rich_style
        return Strip([Segment(fill(f" {told[y]}" if y < len(told) else "", self.size.width), style)])

    def _warned(self, width: int) -> list[str]:
        """The lines of a warning that has no room beside the place: it matters more, and is read whole."""
        if not self.warning or cell_len(self.said) + cell_len(self.place) + 4 <= width:
            return []
        return lines(self.said, max(width - 2, 2), MOST)

    def say(self, sentence: str, *, warning: bool = False) -> None:
        """Show a sentence."""
        self.said, self.warning = sentence, warning
        self.on_resize()

    def on_resize(self) -> None:
        """Take as many lines as there are."""
        height = max(len(self._warned(self.app.size.width)), 1)
        if self.styles.height is None or self.styles.height.value != height:
            self.styles.height = height


class Keys(Bar):
    """The footer: the keys of what has the focus, as many as fit, the most useful in any case."""

    where: reactive[str] = reactive("list")

    def __init__(self, names: Callable[[Command], str], without: str = "") -> None:
        super().__init__()
        self._names, self._without = names, without

    def parts(self, width: int) -> tuple[Sequence[Part], Sequence[Part]]:
        """Key and word, key and word."""
        keys_of = cast("Tuinews", self.app).keys_of
        chosen = [
            command for command in hints(self.where) if keys_of(command) and command.id != self._without
        ]
        # Of two commands with one key, it does that of the place.
        own = {keys_of(command)[0] for command in chosen if command.where == self.where}
        chosen = [one for one in chosen if one.where == self.where or keys_of(one)[0] not in own]
        named = {command.id: (sign(keys_of(command)[0]), self._names(command)) for command in chosen}
        for command in sorted(chosen, key=lambda command: -command.hint):
            if 1 + sum(cell_len(key + name) + 4 for key, name in named.values()) <= width:
                break
            del named[command.id]
        parts = [Part(" ")]
        for id_, (key, name) in named.items():
            parts += [Part(key, "key", id_), Part(f" {name}", "dim", id_), Part("   ")]
        return parts, ()
