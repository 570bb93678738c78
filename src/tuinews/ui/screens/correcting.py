"""The part of the main screen that follows people, and keeps what the user knows better about them."""

from collections.abc import Callable

from textual import on, work
from textual.worker import get_current_worker

from tuinews.model import PersonRow
from tuinews.plural import counted
from tuinews.ui.messages import Corrected
from tuinews.ui.screens.quoting import Quoting


class Correcting(Quoting):
    """Every correction can be undone; what is shown of the people concerned is asked for again."""

    def correct(self, make: Callable[[], int], told: str, undone: str) -> None:
        """Make a correction, apply it to what is stored, and remember how to take it back."""
        self.change(make, lambda number: self._made(number, told, undone))

    def _made(self, number: int, told: str, undone: str) -> None:
        self.undoing.did(undone, lambda: self._withdraw(number, undone))
        self._apply(f"{told} · u undoes it")

    def _withdraw(self, number: int, undone: str) -> None:
        self.change(lambda: self.library.corrections.remove(number), lambda _: self._apply(undone))

    @work(thread=True, exclusive=True, group="correct", exit_on_error=True)
    def _apply(self, told: str) -> None:
        stop = get_current_worker().cancelled_event
        for waiting in self.library.corrections.apply(stop):
            self.post_message(Corrected(f"{told} · {counted(waiting, 'article')} to go" if waiting else told))

    @on(Corrected)
    def _corrected(self, event: Corrected) -> None:
        from tuinews.ui.screens.person import PersonPage

        article = self.reader.article
        analysis = self.library.people.get(article.id) if article is not None else None
        if analysis is not None:
            self.reader.annotate(analysis)
        for screen in self.app.screen_stack:
            if isinstance(screen, PersonPage):
                screen.ask()
                screen.status.say(event.sentence)
        self.tell(event.sentence)

    def deny(self, row: PersonRow) -> None:
        """Say that a name is no person's."""
        said = f"“{row.name}” is no person"
        self.correct(lambda: self.library.corrections.deny(row.id), said, f"{row.name} is a person again")

    # Following

    def is_followed(self, row: PersonRow) -> bool:
        """Whether a person is followed. Not for the interface's own thread."""
        sought = search_for(row)
        return any(one.sought == sought for one in self.library.saved.all())

    def follow(self, row: PersonRow, then: Callable[[str], object]) -> None:
        """Follow a person, or no longer: a saved search, whose unread articles are counted as they come."""
        self.change(lambda: self._flip(row), lambda followed: self._flipped(row, then, followed=followed))

    def _flip(self, row: PersonRow) -> bool:
        followed = self.is_followed(row)
        if followed:
            self.library.saved.remove(row.name)
        else:
            self.library.saved.put(row.name, search_for(row))
            self.library.saved.recount()
        return not followed

    def _flipped(self, row: PersonRow, then: Callable[[str], object], *, followed: bool) -> None:
        no_more, again = f"No longer following {row.name}", f"Following {row.name} again"
        told = f"Following {row.name}, among the saved searches" if followed else no_more
        self.undoing.did(
            no_more if followed else again,
            lambda: self.change(lambda: self._flip(row), lambda _: self.recount()),
        )
        self.recount()
        then(f"{told} · u undoes it")


def search_for(row: PersonRow) -> str:
    """The articles that name a person, in the search language."""
    return f'person:"{row.name.replace(chr(34), " ")}"'
