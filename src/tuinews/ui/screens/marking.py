"""The part of the main screen that changes the state of articles, and takes it back."""

from typing import TYPE_CHECKING

from tuinews.ui.screens.parts import Parts

if TYPE_CHECKING:
    from array import array


class Marking(Parts):
    """Read, unread, starred: every change can be undone."""

    def mark_read(self, article_id: int) -> None:
        """An article was opened: it is read."""
        self.change(
            lambda: self.library.articles.set_read([article_id], True),
            lambda changed: self.repaint(changed) if len(changed) else None,
        )

    def action_toggle_read(self) -> None:
        """Mark the article read, or unread again."""
        article_id = self.headlines.current
        if article_id is not None:
            self.change(lambda: self._flip_read(article_id), self._flipped_read)

    def _flip_read(self, article_id: int) -> "tuple[array[int], bool]":
        # What is stored decides, not what is shown: a key pressed twice goes there and back.
        read = not all(headline.read for headline in self.library.articles.headlines([article_id]))
        return self.library.articles.set_read([article_id], read), read

    def _flipped_read(self, flipped: "tuple[array[int], bool]") -> None:
        changed, read = flipped
        self.undoing.did("Unread again" if read else "Read again", lambda: self._set_read(changed, not read))
        self.repaint(changed)
        self.tell("Marked read" if read else "Marked unread")

    def action_toggle_star(self) -> None:
        """Star the article, or take the star away."""
        article_id = self.headlines.current
        if article_id is not None:
            self.change(lambda: self._flip_star(article_id), self._flipped_star)

    def _flip_star(self, article_id: int) -> "tuple[array[int], bool]":
        starred = not all(headline.starred for headline in self.library.articles.headlines([article_id]))
        return self.library.articles.set_starred([article_id], starred), starred

    def _flipped_star(self, flipped: "tuple[array[int], bool]") -> None:
        changed, starred = flipped
        self.undoing.did("Star as before", lambda: self._set_starred(changed, not starred))
        self.repaint(changed)
        self.tell("Starred" if starred else "Star taken away")

    def action_mark_all(self) -> None:
        """Mark every article of the view read."""
        ids = self.headlines.ids[:]
        self.change(lambda: self.library.articles.set_read(ids, True), self._marked_all)

    def _marked_all(self, changed: "array[int]") -> None:
        number = len(changed)
        if not number:
            self.tell("Everything here is read already")
            return
        what = f"{number:,} articles" if number > 1 else "1 article"
        self.undoing.did(f"{what} unread again", lambda: self._set_read(changed, False))
        self.headlines.forget()
        self.recount()
        self.tell(f"{what} marked read · u undoes it")

    def action_undo(self) -> None:
        """Take the last change back, which may be still under way."""
        self.change(lambda: None, lambda _: self._undo())

    def _undo(self) -> None:
        change = self.undoing.undo()
        self.tell(change.sentence if change else "Nothing to undo")

    def _set_read(self, ids: "array[int]", read: bool) -> None:
        self.change(lambda: self.library.articles.set_read(ids, read), self.repaint)

    def _set_starred(self, ids: "array[int]", starred: bool) -> None:
        self.change(lambda: self.library.articles.set_starred(ids, starred), self.repaint)
