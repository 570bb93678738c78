"""The main screen: wiring of list, article, search and lines around them, and nothing else."""

from time import monotonic
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.events import DescendantFocus, Resize

from tuinews.ui.commands import bindings
from tuinews.ui.messages import RowChosen
from tuinews.ui.screens.attaching import Attaching
from tuinews.ui.screens.choosing import Choosing
from tuinews.ui.screens.completing import Completing
from tuinews.ui.screens.handing import Handing
from tuinews.ui.screens.piping import Piping
from tuinews.ui.screens.prefixing import Prefixing
from tuinews.ui.screens.seeking import Seeking
from tuinews.ui.screens.settling import Settling
from tuinews.ui.screens.sourcing import Sourcing
from tuinews.ui.screens.tagging import Tagging
from tuinews.ui.screens.welcoming import Welcoming

TIGHT = 110
"""Up to this width the tree of sources takes the place of the list."""

NARROW = 80
"""Up to this width the panes are shown one at a time."""

LOW = 12
"""Below this height the lines around the panes go."""

LOOKED_AT = 5_000
"""Articles that are asked at once whether one is unread: 1 ms, where loading a hundred headlines takes 6."""

PREVIEW = 0.06
"""Seconds the cursor rests after a quick move before the article under it is opened: holding a key opens none
on the way. A single key opens it at once."""


class MainScreen(
    Choosing,
    Completing,
    Tagging,
    Prefixing,
    Attaching,
    Settling,
    Handing,
    Seeking,
    Piping,
    Welcoming,
    Sourcing,
):
    """List and article side by side, or one at a time."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("main")]
    AUTO_FOCUS = "Headlines"

    def compose(self) -> ComposeResult:
        """Views, panes, state, keys."""
        yield self.views
        with Horizontal(id="panes"):
            yield self.headlines
            yield self.reader
        yield self.status
        yield self.keys

    def on_mount(self) -> None:
        """The first articles are there before the first frame."""
        self.split = 0
        self._moved_at = 0.0
        self._adapt(*self.app.size)
        self.first_answer()
        self.welcome()
        self.recount()
        self.obey(self.program.settings)
        self.tell(self.program.problem, warning=bool(self.program.problem))
        # Watched, and not told by messages: what follows from a key is then in the frame that answers it.
        self.watch(self.headlines, "cursor", self._moved, init=False)
        self.watch(self.reader, "scroll_y", self.tell_place, init=False)
        self.watch(self.reader, "virtual_size", self.tell_place, init=False)
        self.call_after_refresh(self._begin_reading)

    def _begin_reading(self) -> None:
        """A single article on a screen for one pane is opened straight away; then news is looked for."""
        self.welcomed()
        self.find(keep=True)
        if self.headlines.count == 1 and self.has_class("-narrow"):
            self.enter()
        self.refresh_due()
        self.set_interval(self.DUE, self.refresh_due)
        self.set_timer(self.SETTLED, self.tend)
        self.set_interval(self.TENDED, self.tend)

    def on_unmount(self) -> None:
        """Remember where the reading stopped."""
        self.keep_position()
        self.stop_pipe()
        self.finish_changes()

    def on_resize(self, event: Resize) -> None:
        """Side by side or one at a time; less around the panes where it is very low."""
        self._adapt(event.size.width, event.size.height)

    def _adapt(self, width: int, height: int) -> None:
        self.set_class(width <= NARROW, "-narrow")
        self.set_class(width <= TIGHT, "-tight")
        self.is_low = height < LOW
        if width > NARROW:
            wanted = min(max(round(width * 0.37), 34), 64) + self.split
            self.headlines.styles.width = min(max(wanted, 24), width - 30)
        else:
            self.headlines.styles.width = None
        self.show_panes()

    def action_widen(self, by: int) -> None:
        """Give the list more or less room."""
        self.split += by
        self._adapt(self.size.width, self.size.height)

    def action_problems(self) -> None:
        """Show what could not be read or obeyed."""
        from tuinews.ui.screens.problems import Problems

        self.app.push_screen(Problems(self))

    # Focus

    @on(DescendantFocus)
    def _focused(self) -> None:
        focused = self.focused
        where = "list" if focused is self.headlines else "reader" if focused is self.reader else "search"
        if focused is not None and focused is self.shelf:
            where = "sources"
        elif focused is not None and focused.parent is self._find_bar:
            where = "find"
        self.keys.where = where
        self.move_on(where)
        if where not in ("search", "find"):
            self._in(where)
        self.tell_place()

    def _in(self, where: str) -> None:
        self.reading = where == "reader"
        if not self.reading:
            self.stay()
            self.is_zen = False
        self.show_panes()
        pane = self.reader if self.reading else self.shelf if where == "sources" else self.headlines
        if pane is not None and self.focused is not pane:
            pane.focus(scroll_visible=False)

    def enter(self) -> None:
        """Into the article under the cursor: it is read now."""
        current = self.headlines.current
        if current is None:
            return
        self.show_article(current)
        self._in("reader")
        self.mark_read(current)

    def _moved(self) -> None:
        self.tell_place()
        if self._preview is not None:
            self._preview.stop()
        if self.has_class("-narrow") and not self.reading:
            return
        before, self._moved_at = self._moved_at, monotonic()
        if self._moved_at - before > PREVIEW:
            self.show_article(self.headlines.current)
        else:
            self._preview = self.set_timer(PREVIEW, lambda: self.show_article(self.headlines.current))

    @on(RowChosen)
    def _chosen(self) -> None:
        self.enter()

    def action_pane(self, by: int) -> None:
        """To the next pane or the one before; a tree that stands in the place of the list goes."""
        panes = ["sources", "list", "reader"] if self.is_tree_shown else ["list", "reader"]
        is_tree = self.shelf is not None and self.focused is self.shelf
        here = "sources" if is_tree else "reader" if self.reading else "list"
        if is_tree and self.has_class("-tight"):
            self.is_tree_shown = False
        if self.reading:
            self.leave_place()
        where = panes[(panes.index(here) + by) % len(panes)]
        if where == "reader":
            self.enter()
        else:
            self._in(where)

    def action_back(self) -> None:
        """Out of the article, out of the search, out of the source."""
        self._step_out()

    def action_leave(self) -> None:
        """Back, and at the root out of the program."""
        if not self._step_out():
            self.app.exit()

    def _step_out(self) -> bool:
        """Leave what was entered last; whether there was anything to leave."""
        if self.shelf is not None and self.focused is self.shelf:
            self.leave_tree()
        elif self.reading and self.is_source:
            self.action_source()
        elif self.reading and self.came_from:
            self.go_back()
        elif self.reading:
            self.leave_place()
            self._in("list")
        elif self.sought:
            self.leave_search()
        elif self.is_tree_shown:
            self.leave_tree()
        elif self.source.asked or self.view != "all":
            self.action_view("all")
        else:
            return False
        return True

    def action_highlights(self) -> None:
        """Show or hide quotations and people."""
        self.reader.highlights = not self.reader.highlights
        self.tell("Highlights on" if self.reader.highlights else "Highlights off")

    # From article to article

    def action_step(self, by: int) -> None:
        """Go to the next or previous article, staying in the pane one is in."""
        self._go(self.headlines.cursor + by)

    def action_read_on(self, by: int) -> None:
        """A screenful further or back; at the end the next unread article."""
        if self.has_class("-narrow") and not self.reading:
            self.enter()
        elif by > 0 and self.reader.at_end:
            self._to_unread(1)
        else:
            current = self.headlines.current
            if current is not None and self.reader.article and self.reader.article.id == current:
                self.mark_read(current)
            self.reader.action_page(by)

    def action_next(self, by: int) -> None:
        """The next hit of a search, else the next unread article."""
        if self.is_finding:
            self.to_found(by)
        elif self.sought:
            self._to_hit(by)
        else:
            self._to_unread(by)

    def _to_hit(self, by: int) -> None:
        reader = self.reader
        here = reader.here
        hits = reader.hits if by > 0 else list(reversed(reader.hits))
        top = (
            here.start if here else (-1 if by > 0 else len(reader.article.text) + 1 if reader.article else 0)
        )
        for span in hits:
            if (span.start > top) if by > 0 else (span.start < top):
                reader.go_to(span)
                return
        if 0 <= self.headlines.cursor + by < self.headlines.count:
            self._go(self.headlines.cursor + by)
            if reader.hits:
                reader.go_to(reader.hits[0 if by > 0 else -1])
        else:
            self.tell("No further hit")

    def _to_unread(self, by: int) -> None:
        ids, at = self.headlines.ids, self.headlines.cursor
        for done in range(0, len(ids) - at - 1 if by > 0 else at, LOOKED_AT):
            first = at + 1 + done if by > 0 else max(at - done - LOOKED_AT, 0)
            part = ids[first : first + LOOKED_AT] if by > 0 else ids[first : at - done][::-1]
            unread = self.library.articles.first_unread(part)
            if unread is not None:
                self._go(at + by * (done + part.index(unread) + 1))
                return
        self.tell("No further unread article here")

    def _go(self, index: int) -> None:
        lines = self.headlines
        lines.cursor = index
        if self._preview is not None:
            self._preview.stop()
        if self.reading or not self.has_class("-narrow"):
            self.show_article(lines.current)
            if self.reading and lines.current is not None:
                self.mark_read(lines.current)
