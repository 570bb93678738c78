"""The panel of the people named in an article or a view."""

from array import array
from typing import TYPE_CHECKING, cast

from textual import work
from textual.app import ComposeResult

from tuinews.model import PersonRow
from tuinews.plural import counted
from tuinews.ui.commands import Command
from tuinews.ui.messages import Listed
from tuinews.ui.screens.panel import Panel
from tuinews.ui.stopping import stop_of_worker
from tuinews.ui.widgets.peoplelist import PeopleList, Titles

if TYPE_CHECKING:
    from collections.abc import Callable

    from tuinews.ui.screens.naming import Naming


class People(Panel):
    """The people named in some articles, counted there; `ids` None is the whole library.

    With `pick`, the one chosen is given to it instead of being shown; the person `but` is not among them.
    """

    PLACEHOLDER = "Type a name"

    def __init__(
        self,
        main: "Naming",
        ids: "array[int] | None",
        of: str,
        pick: "Callable[[PersonRow], object] | None" = None,
        but: int | None = None,
    ) -> None:
        self._pick, self._but = pick, but
        self._list = PeopleList(main.library.who.activity, main.now)
        super().__init__(main, "People", of, self._list)
        self._naming, self._library, self._ids = main, main.library, ids
        self._crowd = None if ids is None else main.library.who.named_in(ids)

    def above(self) -> ComposeResult:
        """What the columns are."""
        yield Titles()

    @work(thread=True, exclusive=True, group="list", exit_on_error=True)
    def list_rows(self, question: int, typed: str) -> None:
        """Find the people; those of one article wait until it has been looked through."""
        stop = stop_of_worker()
        waiting, first = 0, True
        if self._crowd is None or self._ids is None:
            found = self._library.who.everybody(typed, stop=stop)
        else:
            self.study_single(self._ids, typed)
            found = []
            for found in self._crowd.rows(typed, stop):
                self.post_message(Listed(question, found, first, last=False))
                first = False
            waiting = self._library.quotations.waiting(self._ids, stop)
        if not stop.is_set():
            self.post_message(Listed(question, found, first, last=True, waiting=waiting))

    def take(self, event: Listed) -> None:
        """Show the people; when more are counted, the one under the cursor stays there."""
        people = [row for row in cast("list[PersonRow]", event.rows) if row.id != self._but]
        self._list.put(people, keep=not event.first)

    def key_name(self, command: Command) -> str:
        """What a key is called in the footer: Enter chooses where somebody is asked for."""
        return "choose" if self._pick and command.id == "panel.choose" else command.title

    def numbered(self) -> str:
        """How many people there are."""
        return counted(self._list.count, "person", "people")

    def none_found(self, typed: str) -> str:
        """Why there is nobody."""
        if typed.strip():
            return f"Nobody called “{typed.strip()}” is named here."
        return "Nobody is named here. People are listed when an article gives their full name."

    def go(self, index: int) -> None:
        """Open the person's page, or pick the person."""
        if self._pick is None:
            self._naming.open_person(self._list.person(index).id)
        else:
            self.action_leave()
            self._pick(self._list.person(index))
