"""An article beside what it said before its source changed it, as one text."""

from tuinews.library import Library
from tuinews.model import Article, Mark, MarkKind
from tuinews.store.versions import Kind
from tuinews.text.changes import changes, told


def compared(library: Library, article_id: int) -> Article | None:
    """Return the article with the words taken out and put in since; None if its source never changed it.

    It is what the feed says that is compared, also where the text of the page is shown. The titles are its
    first line where they differ.
    """
    article = library.articles.get(article_id)
    before = library.versions.get(article_id, Kind.EARLIER)
    if article is None or before is None:
        return None
    now = library.versions.get(article_id, Kind.FEED)
    text, marks = (article.text, article.marks) if now is None else (now.text, now.marks)
    old = before.text
    if before.title != article.title:
        head = f"{article.title}\n\n"
        marks = tuple(mark._replace(start=mark.start + len(head), end=mark.end + len(head)) for mark in marks)
        marks = (Mark(MarkKind.HEADING, 0, len(article.title), "1"), *marks)
        old, text = f"{before.title}\n\n{old}", head + text
    one, signs = told(changes(old, text), marks)
    return article._replace(text=one, marks=signs)
