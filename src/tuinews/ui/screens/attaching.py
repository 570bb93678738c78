"""The part of the main screen that leads to an article's pictures and files, and downloads them."""

from threading import Event
from typing import TYPE_CHECKING

from textual import work

from tuinews.errors import TuinewsError
from tuinews.ui.screens.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from tuinews.attachments import Attachment
    from tuinews.model import Article


class Attaching(Parts):
    """Downloads go on whatever is looked at, and tell of themselves on the screen that is in sight."""

    _unwanted: Event | None = None  # set, it stops the downloads under way

    def action_attachments(self) -> None:
        """Show what the article in sight, or under the cursor, has besides its text."""
        article = self.current_article()
        if article is None:
            return
        from tuinews.ui.screens.attachments import Attachments

        screen = Attachments(self, article)
        if screen.rows.count:
            self.app.push_screen(screen)
        else:
            self.tell("This article has no pictures and no files")

    def download(self, article: "Article", file: "Attachment") -> None:
        """Download a file of an article into the user's folder of downloads."""
        if self._unwanted is None or self._unwanted.is_set():
            self._unwanted = Event()
        self._say(f"Downloading {file.words}…")
        self._download(article, file, self._unwanted)

    def stop_downloads(self) -> None:
        """Stop all downloads under way; what is there of them goes."""
        if self._unwanted is not None:
            self._unwanted.set()

    def _say(self, sentence: str, *, warning: bool = False) -> None:
        for status in {self.status, getattr(self.app.screen, "status", self.status)}:
            status.say(sentence, warning=warning)

    @work(thread=True, group="download", exit_on_error=True)
    def _download(self, article: "Article", file: "Attachment", stop: Event) -> None:
        from platformdirs import user_downloads_path

        from tuinews.attachments import download

        said = _by_steps(file, lambda sentence: self.app.call_from_thread(self._say, sentence))
        try:
            path = download(self.library, article, file, user_downloads_path(), stop, said)
        except TuinewsError as error:
            self.app.call_from_thread(self._say, str(error), warning=True)
        else:
            self.app.call_from_thread(self._say, f"Downloaded: {path}")


def _by_steps(file: "Attachment", say: "Callable[[str], None]") -> "Callable[[int, int], None]":
    """Tell how far a download is, once a percent, or a megabyte where the whole is not known."""
    from tuinews.ui.when import size

    last = -1

    def told(there: int, whole: int) -> None:
        nonlocal last
        step = there * 100 // whole if whole else there // 1_000_000
        if step != last:
            last = step
            say(f"Downloading {file.words}: {f'{step} %' if whole else size(there)}")

    return told
