"""The part of the main screen that chooses a source in the tree, and puts the sources in order."""

from collections.abc import Callable

from textual import on, work
from textual.timer import Timer
from textual.worker import get_current_worker

from tuinews.plural import counted
from tuinews.ui import sources, troubles
from tuinews.ui.screens.gathering import Gathering
from tuinews.ui.sources import EVERYTHING, Kind, Row, Source
from tuinews.ui.widgets.tree import SourceTree

MOST_MINUTES = 525_600
"""The longest pause between two looks at a feed: a year."""

REST = 0.06
"""Seconds the cursor rests on a source before its articles are shown."""


class Choosing(Gathering):
    """The tree is made when it is first asked for."""

    shelf: SourceTree | None = None
    _rest: Timer | None = None
    _folded: frozenset[str] = frozenset()
    _to_saved = False  # whether the cursor shall stand on a saved search when the tree is there
    on_recount: Callable[[], object] | None = None
    """What else shows the numbers, while it is open."""

    async def action_sources(self) -> None:
        """Show the tree of sources and go into it; from within it, put it away."""
        if self.shelf is None:
            self.shelf = SourceTree()
            await self.query_one("#panes").mount(self.shelf, before=0)
        elif self.focused is self.shelf:
            self.leave_tree()
            return
        self.is_tree_shown = True
        self.show_panes()
        # The rows there were are in the first frame, which a thread beside it would make wait.
        self.call_after_refresh(self._grow_tree) if self.shelf.rows else self._grow_tree()
        self.shelf.focus()

    def show_panes(self) -> None:
        """The tree as well, where it is wanted."""
        super().show_panes()
        if self.shelf is not None:
            self.shelf.display = self.is_tree_shown

    def leave_tree(self) -> None:
        """Put the tree away and be in the list again."""
        self.is_tree_shown = False
        self.show_panes()
        self.headlines.focus()

    def recount(self) -> None:
        """The numbers changed: those of the tree as well."""
        super().recount()
        self.views.problems = troubles.number(self.library, self.program.wrong)
        if self.on_recount is not None:
            self.on_recount()
        if self.shelf is not None and self.is_tree_shown:
            self._grow_tree()

    @work(thread=True, exclusive=True, group="tree", exit_on_error=True)
    def _grow_tree(self) -> None:
        stop = get_current_worker().cancelled_event
        grown = sources.rows(self.library, self._folded)
        if not stop.is_set():
            self.call_later(self._put_tree, grown)
        if self.library.saved.recount(stop) and not stop.is_set():
            self.call_later(self._put_tree, sources.rows(self.library, self._folded))

    def _put_tree(self, grown: list[Row]) -> None:
        if self.shelf is not None:
            first = not self.shelf.rows
            self.shelf.put(grown)
            if self._to_saved:
                self._to_saved = False
                self.shelf.point_saved()
            elif first:
                self.shelf.point(self.source.asked)

    @property
    def pointed_row(self) -> Row | None:
        """The row of the tree under the cursor."""
        return self.shelf.current if self.shelf is not None else None

    def change_sources(self, make: Callable[[], object]) -> None:
        """Change something about the sources, and show their numbers anew."""
        self.change(make, lambda _: self.recount())

    def action_rules(self) -> None:
        """Show what is done to articles as they come."""
        from tuinews.ui.screens.rules import RulesScreen

        self.app.push_screen(RulesScreen(self))

    # Choosing

    @on(SourceTree.Pointed)
    def _pointed(self) -> None:
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(REST, self._narrow)

    def _narrow(self) -> None:
        row = self.pointed_row
        if row is None or row.kind is Kind.HEADING or row.source.asked == self.source.asked:
            return
        self.choose(EVERYTHING if row.kind is Kind.ALL else row.source)

    @on(SourceTree.Picked)
    def _picked_source(self) -> None:
        if self._rest is not None:
            self._rest.stop()
        row = self.pointed_row
        if row is None or row.kind is Kind.HEADING:
            return
        self._narrow()
        if self.has_class("-tight"):
            self.is_tree_shown = False
        self.show_panes()
        self.headlines.focus()

    def choose(self, source: Source) -> None:
        """Show only the articles of a source, of those the view has."""
        self.source = source
        self.show_view()
        self.find()

    def show_alone(self, source: Source) -> None:
        """Leave the panels that are open and the search in force, and show all articles of a source."""
        from tuinews.ui.screens.over import Over

        while isinstance(self.app.screen, Over):
            self.app.screen.action_leave()
        if self.has_class("-tight"):
            self.is_tree_shown = False
            self.show_panes()
        self.end_search()
        self.view, self.source = "all", source
        self._ask_anew()

    # Order

    def action_fold(self) -> None:
        """Hide the feeds of the folder under the cursor, or show them again."""
        row = self.pointed_row
        if row is not None and row.kind is Kind.FOLDER:
            self._folded = self._folded ^ {row.source.title}
            self._grow_tree()

    def action_rename(self) -> None:
        """Ask for another name for the feed or saved search under the cursor."""
        row = self._row(Kind.FEED, Kind.SAVED)
        if row is not None:
            self._ask_name(row, f"Another name for “{row.source.title}”", row.source.title, self._rename)

    def action_move_feed(self) -> None:
        """Ask for the folder that the feed under the cursor shall be in."""
        row = self._row(Kind.FEED)
        if row is not None:
            folder = self.library.feeds.get(row.source.feed_id).folder
            self._ask_name(
                row, f"The folder of “{row.source.title}”, empty for none", folder, self._move, empty=True
            )

    def action_feed_whole(self) -> None:
        """Fetch the new articles of the feed under the cursor whole from their pages, or no longer."""
        row = self._row(Kind.FEED)
        if row is None:
            return
        feed_id, title = row.source.feed_id, row.source.title
        full = not self.library.feeds.get(feed_id).full
        told = (
            f"“{title}” gives its articles as they are in the feed",
            f"New articles of “{title}” are fetched whole from their pages",
        )
        set_full = self.library.feeds.set_full

        def done(_: object) -> None:
            self.undoing.did(told[not full], lambda: self.change_sources(lambda: set_full(feed_id, not full)))
            self.tell(f"{told[full]} · u undoes it")

        self.change(lambda: set_full(feed_id, full), done)

    def action_feed_every(self) -> None:
        """Ask how often to look for news in the feed under the cursor."""
        row = self._row(Kind.FEED)
        if row is not None:
            every = self.library.feeds.get(row.source.feed_id).every // 60
            self._ask_name(
                row,
                f"Minutes between two looks at “{row.source.title}”, empty to leave it to the feed",
                str(every or ""),
                self._set_every,
                empty=True,
            )

    def _set_every(self, row: Row, answer: str) -> None:
        feed_id, title = row.source.feed_id, row.source.title
        if answer and not (answer.isascii() and answer.isdigit() and 0 < int(answer) <= MOST_MINUTES):
            self.tell(f"{answer!r} is no number of minutes from 1 to {MOST_MINUTES:,}", warning=True)
            return
        before, every = self.library.feeds.get(feed_id).every, 60 * int(answer or 0)
        set_every = self.library.feeds.set_every

        def done(_: object) -> None:
            self.undoing.did(
                f"“{title}” is looked at as often as before",
                lambda: self.change_sources(lambda: set_every(feed_id, before)),
            )
            often = f"every {counted(every // 60, 'minute')}" if every else "as often as the feed wants it"
            self.tell(f"“{title}” is looked at {often} · u undoes it")

        self.change(lambda: set_every(feed_id, every), done)

    def action_remove_row(self) -> None:
        """Remove the feed or the saved search under the cursor, after a question."""
        row = self._row(Kind.FEED, Kind.SAVED)
        if row is None:
            return
        if row.kind is Kind.FEED:
            self.ask_removal(self.library.feeds.get(row.source.feed_id))
            return
        name, sought = row.source.title, self._sought(row.source.title)
        self.change(lambda: self.library.saved.remove(name), lambda _: self._saved_removed(name, sought))

    def _saved_removed(self, name: str, sought: str) -> None:
        self.undoing.did(
            f"“{name}” is saved again",
            lambda: self.change_sources(lambda: self.library.saved.put(name, sought)),
        )
        if self.source.title == name:
            self.choose(EVERYTHING)
        self.recount()
        self.tell(f"“{name}” is no longer saved · u undoes it")

    def action_refresh_row(self) -> None:
        """Look for news in the feed under the cursor, or in all feeds of its folder."""
        row = self._row(Kind.FEED, Kind.FOLDER, Kind.ALL)
        if row is None:
            return
        feeds = [
            feed.id
            for feed in self.library.feeds.all()
            if row.kind is Kind.ALL
            or (feed.id == row.source.feed_id if row.kind is Kind.FEED else feed.folder == row.source.title)
        ]
        self.begin_refresh(feeds, f"Refreshing {row.source.title}…")

    def _row(self, *kinds: Kind) -> Row | None:
        row = self.pointed_row
        if row is not None and row.kind in kinds:
            return row
        names = " or ".join(
            {Kind.FEED: "a feed", Kind.SAVED: "a saved search"}.get(kind, kind) for kind in kinds
        )
        self.tell(f"This is for {names}")
        return None

    def _ask_name(
        self, row: Row, question: str, value: str, then: Callable[[Row, str], None], *, empty: bool = False
    ) -> None:
        from tuinews.ui.screens.prompt import Prompt

        def answered(name: str | None) -> None:
            if name is not None:  # an empty one only where the prompt takes it
                then(row, name)

        self.app.push_screen(Prompt(question, value=value, empty=empty), answered)

    def _rename(self, row: Row, name: str) -> None:
        if row.kind is Kind.FEED:
            self._renamed(row.source.feed_id, row.source.title, name)
            return
        old, sought = row.source.title, self._sought(row.source.title)
        if name == old:
            return
        if self._sought(name):  # it would take the other's place
            self.tell(f"There is a saved search “{name}” already", warning=True)
            return

        def rename() -> None:
            self.library.saved.remove(old)
            self.library.saved.put(name, sought)

        def renamed(_: object) -> None:
            self.undoing.did(f"It is “{old}” again", lambda: self._rename(given, old))
            self.recount()
            self.tell(f"“{old}” is now “{name}”")

        given = row._replace(source=row.source._replace(title=name))
        self.change(rename, renamed)

    def _renamed(self, feed_id: int, old: str, new: str) -> None:
        def shown(_: object) -> None:
            self.undoing.did(f"It is “{old}” again", lambda: self._renamed(feed_id, new, old))
            self.headlines.forget()
            self.recount()
            self.tell(f"“{old}” is now “{new}”")

        self.change(lambda: self.library.feeds.rename(feed_id, new), shown)

    def _move(self, row: Row, folder: str) -> None:
        feed_id, before = row.source.feed_id, self.library.feeds.get(row.source.feed_id).folder

        def shown(_: object) -> None:
            where = f"in the folder “{folder}”" if folder else "in no folder"
            self.undoing.did(
                "In its folder as before",
                lambda: self.change_sources(lambda: self.library.feeds.move(feed_id, before)),
            )
            self.recount()
            self.tell(f"“{row.source.title}” is {where} now")

        self.change(lambda: self.library.feeds.move(feed_id, folder), shown)

    def _sought(self, name: str) -> str:
        return next((saved.sought for saved in self.library.saved.all() if saved.name == name), "")

    # Saved searches

    async def action_save_search(self) -> None:
        """Keep the search that is in force under a name; without one, go to those that are kept."""
        if not self.sought:
            if not self.library.saved.all():
                self.tell("Search for something with / first; F then keeps the search under a name")
                return
            self._to_saved = True
            if self.shelf is None or self.focused is not self.shelf:
                await self.action_sources()
            else:
                self._grow_tree()
            self.tell("Enter shows a saved search, e gives it another name, d removes it")
            return
        asked = self.asked
        from tuinews.ui.screens.prompt import Prompt

        self.app.push_screen(
            Prompt("A name for this search", value=self.sought), lambda name: self._save(name, asked)
        )

    def _save(self, name: str | None, asked: str) -> None:
        if not name:
            return

        saved, before = self.library.saved, self._sought(name)

        def shown(_: object) -> None:
            if before:
                undone, revert = f"“{name}” is what it was", lambda: saved.put(name, before)
                told = f"“{name}” is this search now, in place of {before} · u undoes it"
            else:
                undone, revert = f"“{name}” is no longer saved", lambda: saved.remove(name)
                told = f"Saved as “{name}” · S shows it among the sources, saved: searches in it"
            self.undoing.did(undone, lambda: self.change_sources(revert))
            self.recount()
            self.tell(told)

        self.change(lambda: saved.put(name, asked), shown)
