"""The part of the main screen that changes the state of articles, and takes it back."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import work

from tuinews.ui.screens.parts import Parts

if TYPE_CHECKING:
    from array import array

    from tuinews.model import Headline


class Marking(Parts):
    """Read, unread, starred: every change can be undone."""

    def mark_read(self, article_id: int) -> None:
        """An article was opened: it is read."""
        if len(self.library.articles.set_read([article_id], True)):
            self.repaint([article_id])

    def action_toggle_read(self) -> None:
        """Mark the article read, or unread again."""
        headline = self._headline()
        if headline is not None:
            self._set_read([headline.id], not headline.read)

    def action_toggle_star(self) -> None:
        """Star the article, or take the star away."""
        headline = self._headline()
        if headline is not None:
            self._set_starred([headline.id], not headline.starred)
            self.undoing.did("Star as before", lambda: self._set_starred([headline.id], headline.starred))

    def action_mark_all(self) -> None:
        """Mark every article of the view read."""
        self._mark_all(self.headlines.ids[:])

    def action_undo(self) -> None:
        """Take the last change back."""
        change = self.undoing.undo()
        self.tell(change.sentence if change else "Nothing to undo")

    def _headline(self) -> "Headline | None":
        lines = self.headlines
        return lines.headline(lines.cursor) if lines.ids else None

    def _set_read(self, ids: Sequence[int], read: bool) -> None:
        changed = self.library.articles.set_read(ids, read)
        if len(changed):
            self.undoing.did(
                "Unread again" if read else "Read again", lambda: self._revert_read(changed, not read)
            )
            self.repaint(changed)
            self.tell("Marked read" if read else "Marked unread")

    def _set_starred(self, ids: Sequence[int], starred: bool) -> None:
        self.library.articles.set_starred(ids, starred)
        self.repaint(list(ids))
        self.tell("Starred" if starred else "Star taken away")

    @work(thread=True, group="mark", exit_on_error=True)
    def _mark_all(self, ids: "array[int]") -> None:
        changed = self.library.articles.set_read(ids, True)
        self.app.call_from_thread(self._marked_all, changed)

    def _marked_all(self, changed: "array[int]") -> None:
        number = len(changed)
        if not number:
            self.tell("Everything here is read already")
            return
        what = f"{number:,} articles" if number > 1 else "1 article"
        self.undoing.did(f"{what} unread again", lambda: self._revert_read(changed, False))
        self.headlines.forget()
        self.recount()
        self.tell(f"{what} marked read · u undoes it")

    @work(thread=True, group="mark", exit_on_error=True)
    def _revert_read(self, ids: "array[int]", read: bool) -> None:
        self.library.articles.set_read(ids, read)
        self.app.call_from_thread(self.repaint, ids)
