"""Who said what: found in a child process, once for each article, and kept."""

from collections.abc import Iterator
from threading import Event

from tuinews.analyst import Analyst
from tuinews.errors import AnalysisError
from tuinews.library.rooms import Rooms
from tuinews.model import Analysis
from tuinews.text import ANALYSIS_VERSION


class Studying(Rooms):
    """The analyst is started with the first article that needs it."""

    _analyst: Analyst

    def analysis(self, article_id: int) -> Analysis:
        """Return who said what in an article: as stored, or made now and kept; empty when it has none.

        Raises AnalysisError when the article makes the analysis fail, AnalystError when the analysis
        cannot run at all. Not for the interface's own thread.
        """
        known = self.people.get(article_id, ANALYSIS_VERSION)
        if known is not None:
            return known
        article = self.articles.get(article_id)
        if article is None:
            return Analysis()
        try:
            made = self._analyst.analyse(article.text, article.language)
        except AnalysisError as error:
            raise AnalysisError(f"“{article.title}” could not be analysed: {error}.") from error
        with self._store.batch():
            self.people.put(article_id, made, ANALYSIS_VERSION)
            caught = self.rules.analysed(article_id)
        self._caught.extend(caught)
        return self.people.get(article_id) or made

    def analyse_pending(self, stop: Event) -> Iterator[int | AnalysisError]:
        """Analyse every stored article that has no analysis of this version, newest first.

        Yields the id of each article done, or the error of one that failed; a failed one counts as
        done, with nothing found, until the version rises. Can be stopped and taken up at any article.
        Raises AnalystError, and leaves everything waiting, when the analysis cannot run at all.
        """
        for _ in self.corrections.apply(stop):  # those that a killed program left
            pass
        while not stop.is_set():
            waiting = self.people.stale(ANALYSIS_VERSION, 100)
            if not waiting:
                return
            for article_id in waiting:
                if stop.is_set():
                    return
                try:
                    self.analysis(article_id)
                except AnalysisError as error:
                    if stop.is_set():  # closing ends the child in the middle of an article
                        return
                    self.people.put_failure(article_id, str(error), ANALYSIS_VERSION)
                    yield error
                else:
                    yield article_id
