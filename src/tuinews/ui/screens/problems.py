"""The problems screen: what could not be read or obeyed, with the reason, and what can be done."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import on, work
from textual.binding import BindingType
from textual.strip import Strip

from tuinews.errors import TuinewsError
from tuinews.model import Feed, Unanalysed
from tuinews.plural import counted
from tuinews.settings import Problem
from tuinews.ui.commands import bindings
from tuinews.ui.fit import fill, lines
from tuinews.ui.looks import look
from tuinews.ui.messages import RowChosen
from tuinews.ui.screens.over import Listing
from tuinews.ui.screens.prompt import Prompt
from tuinews.ui.screens.visiting import Goal
from tuinews.ui.sources import of_feed
from tuinews.ui.troubles import Trouble, troubles
from tuinews.ui.widgets.lines import Lines

if TYPE_CHECKING:
    from tuinews.ui.screens.main import MainScreen

ALL_WELL = "All sources could be read when they were last looked at, and the settings hold."


class ProblemList(Lines):
    """What a problem is about, the reason in up to two lines, and what is known about it."""

    row_height = 6

    def __init__(self) -> None:
        super().__init__()
        self.troubles: list[Trouble] = []

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.troubles)

    @property
    def current(self) -> object:
        """What the problem under the cursor is about; None where there is none."""
        return self.troubles[self.cursor].of if self.troubles else None

    def put(self, troubles: list[Trouble]) -> None:
        """Show these problems; the cursor stays where it is."""
        self.troubles = troubles
        self.changed()
        self.place(self.cursor, self.scroll_y)

    def draw(self, index: int, width: int, selected: bool) -> Sequence[Strip]:
        """Name, reason, what is known, and a blank line."""
        trouble = self.troubles[index]
        base = self.base(selected)
        dim = (base + look(self, "dim")).rich_style
        bar = self.bar(base, selected)
        room = width - 3
        told = (
            (f"! {trouble.name}", base.rich_style),
            *((f"  {part}", base.rich_style) for part in lines(trouble.reason, room - 2, 2)),
            *((f"  {line}", dim) for line in trouble.about),
        )
        drawn = [
            Strip([bar, Segment(fill(text, room), style)]).adjust_cell_length(width, base.rich_style)
            for text, style in told
        ]
        blank = Strip.blank(width, self.visual_style.rich_style)
        return [*drawn, *[blank] * (self.row_height - len(drawn))]


class Problems(Listing[ProblemList]):
    """Everything that keeps news from coming, and the keys that mend it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("problems")]
    PLACE, NONE = "problems", ALL_WELL

    def __init__(self, main: "MainScreen") -> None:
        super().__init__("Problems", "what could not be read, and why", ProblemList())
        self._main, self._library = main, main.library

    def on_mount(self) -> None:
        """Show what fails, and follow what becomes of it."""
        super().on_mount()
        self._main.on_recount = self._look_again
        self.look()

    def on_unmount(self) -> None:
        """Follow it no longer."""
        self._main.on_recount = None

    def _look_again(self) -> None:
        """What was tried has answered, or something was changed."""
        self.status.say(self._main.status.said, warning=self._main.status.warning)
        self.look()

    @work(thread=True, exclusive=True, group="problems", exit_on_error=True)
    def look(self) -> None:
        """Read what is wrong, in a thread."""
        self.app.call_from_thread(self._show, troubles(self._library, self._main.program.wrong))

    def _show(self, found: list[Trouble]) -> None:
        self.rows.put(found)
        self.listed(counted(len(found), "problem") if found else "none")

    def action_retry(self) -> None:
        """Try what the problem under the cursor is about once more."""
        self._retry([self.rows.current])

    def action_retry_all(self) -> None:
        """Try all of it once more."""
        self._retry([trouble.of for trouble in self.rows.troubles])

    def _retry(self, wanted: Sequence[object]) -> None:
        feeds = [of for of in wanted if isinstance(of, Feed)]
        articles = [of.id for of in wanted if isinstance(of, Unanalysed)]
        if articles:
            self.status.say(f"Looking through {counted(len(articles), 'article')} again…")
            self._main.study_again(articles)
        if feeds:
            name = feeds[0].title if len(feeds) == 1 else "what failed"
            self.status.say(f"Trying {name}…")
            self._main.begin_refresh([feed.id for feed in feeds], f"Trying {name}…")
        if len(wanted) == 1 and isinstance(wanted[0], Problem):
            self.status.say("Settings are read again as soon as their file changes: e opens it")

    def action_remove_feed(self) -> None:
        """Stop following the source under the cursor, after a question."""
        if isinstance(of := self.rows.current, Feed):
            self._main.ask_removal(of)
        elif of is not None:
            self.status.say("Only a source can be removed")

    def action_edit_address(self) -> None:
        """Ask for the address at which the source under the cursor is now, or open the settings."""
        of = self.rows.current
        if isinstance(of, Feed):
            question = f"The address of “{of.title}”"
            self.app.push_screen(Prompt(question, value=of.url), lambda url: self._move(of, url))
        elif isinstance(of, Problem):
            self._main.edit_file(of.path, self.status.say)

    def _move(self, feed: Feed, url: str | None) -> None:
        if not url or url == feed.url:
            return
        main, readdress = self._main, self._library.readdress

        def move() -> str:
            try:
                readdress(feed.id, url)
            except TuinewsError as error:
                return str(error)
            return ""

        def moved(error: str) -> None:
            if error:
                self.status.say(error, warning=True)
                return
            main.undoing.did(
                f"“{feed.title}” has its old address again",
                lambda: main.change_sources(lambda: readdress(feed.id, feed.url)),
            )
            self.status.say(f"Trying “{feed.title}” at its new address…")
            main.begin_refresh([feed.id], f"Trying {feed.title}…")

        main.change(move, moved)

    @on(RowChosen)
    def _chosen(self, event: RowChosen) -> None:
        event.stop()
        of = self.rows.current
        if isinstance(of, Feed):
            self.action_leave()
            self._main.choose(of_feed(of))
        elif isinstance(of, Unanalysed):
            self._main.visit(Goal(of.id))
        else:
            self.action_edit_address()

    def action_undo(self) -> None:
        """Take the last change back."""
        self._main.take_back(self.status.say)
