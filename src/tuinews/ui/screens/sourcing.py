"""The part of the main screen that shows, in place of an article, what is stored of it or what changed."""

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
        article = self._to_be_told()
        if article is not None:
            self._read_stored(article)

    def action_changes(self) -> None:
        """Show which words its source took out of the article and put in, or the article again."""
        article = self._to_be_told()
        if article is None:
            return
        if article.changed:
            self._compare(article)
        else:
            self.tell("Its source has not changed this article since it came")

    def _to_be_told(self) -> Article | None:
        """The article of which something is to be shown; None when there is none, or it is shown and goes."""
        if self.is_source:
            self.show_article(self.headlines.current)
            self.tell()
            return None
        article = self.current_article()
        if article is not None and not self.reading:
            self.enter()
        return article

    @work(thread=True, exclusive=True, group="source", exit_on_error=True)
    def _read_stored(self, article: Article) -> None:
        from tuinews.stored import stored

        text = stored(self.library, article.id)
        marks = (Mark(MarkKind.CODE, 0, len(text), "markdown"),)
        told = article._replace(text=text, marks=marks, title=f"What is stored of “{article.title}”")
        self.app.call_from_thread(
            self._show_told, told, "What is stored of the article · Esc leads back to it"
        )

    @work(thread=True, exclusive=True, group="source", exit_on_error=False)
    def _compare(self, article: Article) -> None:
        from tuinews.compared import compared

        told = compared(self.library, article.id)
        if told is None:
            self.app.call_from_thread(self.tell, "What this article said before is not kept any more")
            return
        told = told._replace(title=f"What changed in “{told.title}”")
        self.app.call_from_thread(
            self._show_told, told, "[-taken out-] {+put in+} by its source · Esc leads back"
        )

    def _show_told(self, told: Article, hint: str) -> None:
        shown = self.reader.article
        if shown is None or shown.id != told.id:
            return
        self.keep_position()
        self.reader.open(told._replace(id=NOBODY, position=0))
        self.tell(hint)
