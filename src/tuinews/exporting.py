"""Views as files: the articles or quotations of a list, read and written one after the other."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from threading import Event
from typing import TYPE_CHECKING

from tuinews.errors import AnalysisError, TuinewsError
from tuinews.sharing import FORMS, QUOTE_FORMS, Form

if TYPE_CHECKING:
    from tuinews.library import Library
    from tuinews.model import Analysis, Article, QuoteRow

PAGE = 200  # quotations read at a time

Told = Callable[[int], object]
"""Is told how many articles or quotations are done."""


class StoppedError(TuinewsError):
    """An export that was stopped before its end."""


def articles(
    library: "Library", ids: Iterable[int], form: str, title: str, stop: Event, told: Told = lambda done: None
) -> Iterator[str]:
    """Yield the articles in a format of `FORMS`, under the title of their view; raises StoppedError.

    Articles that went meanwhile are left out.
    """

    def read() -> "Iterator[tuple[Article, Analysis | None]]":
        for done, article_id in enumerate(ids):
            if stop.is_set():
                raise StoppedError("Stopped, nothing is written.")
            told(done)
            article = library.articles.get(article_id)
            if article is not None:
                yield article, analysis_for(library, article.id, FORMS[form])

    return FORMS[form].whole(title, read())


def analysis_for(library: "Library", article_id: int, form: Form) -> "Analysis | None":
    """Return who said what, where the format tells it; None where the article makes the analysis fail."""
    if not form.analysed:
        return None
    try:
        return library.analysis(article_id)
    except AnalysisError:  # told by the pass over all articles; the words are all there
        return None


def quotations(
    library: "Library",
    numbers: Iterable[Sequence[int]],
    form: str,
    stop: Event,
    told: Told = lambda done: None,
) -> Iterator[str]:
    """Yield quotations, known by chunks of their numbers, in a format of `QUOTE_FORMS`."""

    def read() -> "Iterator[QuoteRow]":
        done = 0
        for chunk in numbers:
            for start in range(0, len(chunk), PAGE):
                if stop.is_set():
                    raise StoppedError("Stopped, nothing is written.")
                told(done)
                rows = library.quotations.rows(chunk[start : start + PAGE])
                done += len(rows)
                yield from rows
        if stop.is_set():  # what is asked for ends early then
            raise StoppedError("Stopped, nothing is written.")

    return QUOTE_FORMS[form].whole(read())
