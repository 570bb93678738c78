"""The part of the main screen that reads an article whole, from its page."""

from typing import TYPE_CHECKING

from textual import on, work
from textual.worker import get_current_worker

from tuinews.errors import TuinewsError
from tuinews.ui.messages import Completed
from tuinews.ui.screens.parts import Parts

if TYPE_CHECKING:
    from tuinews.library import Text


class Completing(Parts):
    """The page is fetched in a thread; both texts are kept, and the key goes back and forth."""

    def action_full_text(self) -> None:
        """Show the whole article from its page, or the feed's text again."""
        current = self.headlines.current
        if current is not None:
            self.tell("Reading the page…")
            self._complete(current)

    @work(thread=True, exclusive=True, group="page", exit_on_error=True)
    def _complete(self, article_id: int) -> None:
        from tuinews.library import Text

        stop = get_current_worker().cancelled_event
        try:
            outcome = self.library.full_text(article_id, stop=stop)
        except TuinewsError as error:
            if not stop.is_set():
                self.post_message(Completed(article_id, str(error), error=True))
            return
        before = Text.FEED if outcome.shown is Text.PAGE else Text.PAGE
        sentence = "The whole article, from its page" if outcome.shown is Text.PAGE else "The feed's own text"
        if outcome.share:
            sentence = f"The page has only {outcome.share:.0%} of this text: x again shows it"
        else:
            self.app.call_from_thread(self._can_be_undone, article_id, before)
        self.post_message(Completed(article_id, sentence))

    def _can_be_undone(self, article_id: int, before: "Text") -> None:
        told = f"The text of {'the page' if before == 'page' else 'the feed'} again"
        self.undoing.did(
            told,
            lambda: self.change(
                lambda: self.library.show_text(article_id, before),
                lambda _: self._completed(Completed(article_id, told)),
            ),
        )

    @on(Completed)
    def _completed(self, event: Completed) -> None:
        self.tell(event.sentence, warning=event.error)
        shown = self.reader.article
        if not event.error and shown is not None and shown.id == event.article_id:
            self.reader.open(None)
            self.show_article(event.article_id)
