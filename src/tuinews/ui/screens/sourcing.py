"""The part of the main screen that shows what is stored of an article, in the place of the article."""

from textual import work

from tuinews.model import Article, Mark, MarkKind
from tuinews.ui.screens.parts import Parts

NOBODY = 0
"""No article has this id: what is said of an article is not one, and has no place or people kept."""


class Sourcing(Parts):
    """It is read, searched and copied as an article is; Esc leads back to the article."""

    @property
    def is_source(self) -> bool:
        """Whether what is stored is shown, and not the article."""
        return self.reader.article is not None and self.reader.article.id == NOBODY

    def action_source(self) -> None:
        """Show what is stored of the article, or the article again."""
        if self.is_source:
            self.show_article(self.headlines.current)
            self.tell()
            return
        article = self.current_article()
        if article is None:
            return
        if not self.reading:
            self.enter()
        self._read_stored(article)

    @work(thread=True, exclusive=True, group="source", exit_on_error=True)
    def _read_stored(self, article: Article) -> None:
        from tuinews.stored import stored

        self.app.call_from_thread(self._show_stored, article, stored(self.library, article.id))

    def _show_stored(self, article: Article, text: str) -> None:
        shown = self.reader.article
        if shown is None or shown.id != article.id:
            return
        self.keep_position()
        marks = (Mark(MarkKind.CODE, 0, len(text), "markdown"),)
        told = article._replace(
            id=NOBODY, text=text, marks=marks, title=f"What is stored of “{article.title}”", position=0
        )
        self.reader.open(told)
        self.tell("What is stored of the article · Esc leads back to it")
