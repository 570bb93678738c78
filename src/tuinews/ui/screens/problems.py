"""The problems screen: sources that could not be read, with the reason, since when, and what can be done."""

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.strip import Strip
from textual.widgets import Static

from tuinews.errors import TuinewsError
from tuinews.model import Feed
from tuinews.plural import times
from tuinews.ui.commands import bindings
from tuinews.ui.looks import look
from tuinews.ui.messages import RowChosen
from tuinews.ui.screens.panel import Over
from tuinews.ui.screens.prompt import Prompt
from tuinews.ui.sources import of_feed
from tuinews.ui.when import date
from tuinews.ui.widgets.headlines import cut
from tuinews.ui.widgets.lines import Lines

if TYPE_CHECKING:
    from tuinews.ui.screens.choosing import Choosing

ALL_WELL = "All sources could be read when they were last looked at."


class ProblemList(Lines):
    """Four lines a source: its name, the reason, since when, and when it is tried again."""

    row_height = 5

    def __init__(self) -> None:
        super().__init__()
        self.feeds: list[Feed] = []

    @property
    def count(self) -> int:
        """How many sources fail."""
        return len(self.feeds)

    def put(self, feeds: list[Feed]) -> None:
        """Show these sources; the cursor stays where it is."""
        self.feeds = feeds
        self.changed()
        self.place(self.cursor, self.scroll_y)

    def draw(self, index: int, width: int, selected: bool) -> Sequence[Strip]:
        """Name, reason, times, and a blank line."""
        feed = self.feeds[index]
        base = self.visual_style + look(self, "cursor") if selected else self.visual_style
        dim = (base + look(self, "dim")).rich_style
        bar = Segment("▌ " if selected else "  ", base.rich_style)
        name = cut(feed.title or feed.url, width - 4)
        told = (
            (f"! {name}", base.rich_style, ""),
            (feed.error, base.rich_style, "  "),
            (fared(feed), dim, "  "),
            (tried(feed), dim, "  "),
        )
        room = width - 3
        lines = [
            Strip([bar, Segment(set_cell_size(cut(indent + text, room), room), style)])
            for text, style, indent in told
        ]
        blank = Strip.blank(width, self.visual_style.rich_style)
        return [*(line.adjust_cell_length(width, base.rich_style) for line in lines), blank]


def fared(feed: Feed) -> str:
    """How often a source failed in a row, and since when; or that it was read, but not whole."""
    if not feed.failures:
        return "read, but not whole"
    often = f"failed {times(feed.failures)}" + (" in a row" if feed.failures > 1 else "")
    return f"{often}, since {date(feed.failing_since)}" if feed.failing_since else often


def tried(feed: Feed) -> str:
    """When a source was last tried, and when it is tried again."""
    again = "at the next look" if feed.due <= time.time() else date(feed.due)
    return f"last tried {date(feed.checked)} · tried again {again}"


class Problems(Over):
    """Everything that keeps news from coming, and the keys that mend it."""

    CSS = (
        """
    Problems { background: $background; }
    Problems > Vertical { height: 1fr; padding: 1 1 0 1; }
    """
        + Over.EMPTY
    )
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("problems")]

    def __init__(self, main: "Choosing") -> None:
        super().__init__("Problems", "sources that could not be read")
        self._main, self._library = main, main.library
        self.rows = ProblemList()
        self._empty = Static(Content(ALL_WELL), id="empty", markup=False)

    def compose(self) -> ComposeResult:
        """Heading, rows, state, keys."""
        yield self.heading
        with Vertical():
            yield self._empty
            yield self.rows
        yield self.status
        yield self.footer("problems")

    def on_mount(self) -> None:
        """Show what fails, and follow what becomes of it."""
        self.rows.focus()
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
        """Read the sources that fail, in a thread."""
        self.app.call_from_thread(self._show, self._library.feeds.failing())

    def _show(self, feeds: list[Feed]) -> None:
        self.rows.put(feeds)
        self.rows.display = bool(feeds)
        self._empty.display = not feeds
        self.heading.number = f"{len(feeds):,} failing" if feeds else "none"

    @property
    def _feed(self) -> Feed | None:
        return self.rows.feeds[self.rows.cursor] if self.rows.feeds else None

    def action_retry(self) -> None:
        """Try the source under the cursor now."""
        if self._feed is not None:
            self.status.say(f"Trying {self._feed.title}…")
            self._main.begin_refresh([self._feed.id], f"Trying {self._feed.title}…")

    def action_retry_all(self) -> None:
        """Try all sources that fail."""
        if self.rows.feeds:
            self.status.say("Trying all of them…")
            self._main.begin_refresh([feed.id for feed in self.rows.feeds], "Trying what failed…")

    def action_remove_feed(self) -> None:
        """Stop following the source under the cursor, after a question."""
        if self._feed is not None:
            self._main.ask_removal(self._feed)

    def action_edit_address(self) -> None:
        """Ask for the address at which the source under the cursor is now."""
        feed = self._feed
        if feed is not None:
            question = f"The address of “{feed.title}”"
            self.app.push_screen(Prompt(question, value=feed.url), lambda url: self._move(feed, url))

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
        if self._feed is not None:
            source = of_feed(self._feed)
            self.action_leave()
            self._main.choose(source)

    def action_undo(self) -> None:
        """Take the last change back."""
        self._main.take_back(self.status.say)
