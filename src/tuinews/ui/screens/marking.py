"""The part of the main screen that changes the state of articles, and takes it back."""

from typing import TYPE_CHECKING

from textual.timer import Timer

from tuinews.plural import counted
from tuinews.ui.screens.parts import Parts

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Iterable


class Marking(Parts):
    """Read, unread, starred: every change can be undone."""

    mark_after: float | None = 0.0
    """Seconds after which an opened article is read: 0 at once, None never by itself."""

    _reading: Timer | None = None

    def mark_read(self, article_id: int) -> None:
        """An article was opened: it is read, at once, after a while, or not, as is wished."""
        if self._reading is not None:
            self._reading.stop()
        if self.mark_after:
            self._reading = self.set_timer(self.mark_after, lambda: self._still_read(article_id))
        elif self.mark_after is not None:
            self._mark_opened(article_id)

    def _still_read(self, article_id: int) -> None:
        if self.reader.article is not None and self.reader.article.id == article_id:
            self._mark_opened(article_id)

    def _mark_opened(self, article_id: int) -> None:
        set_read = self.library.articles.set_read

        def marked(changed: "array[int]") -> None:
            if changed:
                self.undoing.did(
                    "What was opened is unread again",
                    lambda: self.change(lambda: set_read(changed, False), self.repaint),
                )
                self.repaint(changed)

        self.change(lambda: set_read([article_id], True), marked)

    def action_toggle_read(self) -> None:
        """Mark the article read, or unread again."""
        set_read = self.library.articles.set_read
        self._toggle("read", set_read, ("Marked unread", "Marked read"), ("Read again", "Unread again"))

    def action_toggle_star(self) -> None:
        """Star the article, or take the star away."""
        undone = ("Star as before", "Star as before")
        self._toggle("starred", self.library.articles.set_starred, ("Star taken away", "Starred"), undone)

    def _toggle(
        self,
        state: str,
        make: "Callable[[Iterable[int], bool], array[int]]",
        told: tuple[str, str],
        undone: tuple[str, str],
    ) -> None:
        """Turn a state of the article on or off; what is said comes in pairs, for off and on."""
        article_id = self.headlines.current
        if article_id is None:
            return

        def flip() -> "tuple[array[int], bool]":
            # What is stored decides, not what is shown: a key pressed twice goes there and back.
            found = self.library.articles.headlines([article_id])
            on = not all(getattr(headline, state) for headline in found)
            return make([article_id], on), on

        def flipped(done: "tuple[array[int], bool]") -> None:
            changed, on = done
            self.undoing.did(undone[on], lambda: self.change(lambda: make(changed, not on), self.repaint))
            self.repaint(changed)
            self.tell(told[on])

        self.change(flip, flipped)

    def action_mark_all(self) -> None:
        """Mark every article of the view read."""
        ids = self.headlines.ids[:]
        self.change(lambda: self.library.articles.set_read(ids, True), self._marked_all)

    def _marked_all(self, changed: "array[int]") -> None:
        number = len(changed)
        if not number:
            self.tell("Everything here is read already")
            return
        what = counted(number, "article")
        set_read = self.library.articles.set_read
        self.undoing.did(
            f"{what} unread again", lambda: self.change(lambda: set_read(changed, False), self.repaint)
        )
        self.headlines.forget()
        self.recount()
        self.tell(f"{what} marked read · u undoes it")

    def action_undo(self) -> None:
        """Take the last change back."""
        self.take_back(self.tell)
