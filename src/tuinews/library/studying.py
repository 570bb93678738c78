"""Who said what: found in a child process, once for each article, and kept."""

from collections.abc import Iterator, Sequence
from threading import Event

from tuinews.analyst import Analyst
from tuinews.errors import AnalysisError
from tuinews.library.rooms import Rooms
from tuinews.model import Analysis, Article
from tuinews.text import ANALYSIS_VERSION

# Articles of one transaction, some 25 ms: in one each, an analysis takes twice as long to be stored (2.0 ms).
AT_ONCE = 20


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
        made = self._made(article)
        self._keep_analyses([(article, made)])
        return self.people.get(article_id) or made

    def analyse_pending(self, stop: Event) -> Iterator[int | AnalysisError]:
        """Analyse every stored article that has no analysis of this version, newest first.

        Yields the id of each article done, or the error of one that failed; a failed one counts as
        done, with nothing found, until the version rises. Can be stopped and taken up at any article.
        Raises AnalystError, and leaves what is not done waiting, when the analysis cannot run at all.
        """
        for _ in self.corrections.apply(stop):  # those that a killed program left
            pass
        while not stop.is_set():
            waiting = self.people.stale(ANALYSIS_VERSION, AT_ONCE)
            if not waiting:
                return
            made: list[tuple[Article, Analysis | AnalysisError]] = []
            try:
                for article_id in waiting:
                    if stop.is_set():
                        break
                    article = self.articles.get(article_id)
                    if article is not None:
                        made.append((article, self._tried(article)))
            finally:
                if stop.is_set() and made and isinstance(made[-1][1], AnalysisError):
                    del made[-1]  # closing ends the child in the middle of an article
                done = self._keep_analyses(made)
            yield from done

    def _made(self, article: Article) -> Analysis:
        try:
            return self._analyst.analyse(article.text, article.language)
        except AnalysisError as error:
            raise AnalysisError(f"“{article.title}” could not be analysed: {error}.") from error

    def _tried(self, article: Article) -> Analysis | AnalysisError:
        try:
            return self._made(article)
        except AnalysisError as error:
            return error

    def _keep_analyses(
        self, made: Sequence[tuple[Article, Analysis | AnalysisError]]
    ) -> list[int | AnalysisError]:
        """Keep analyses, do what rules say to those articles, and return what was done.

        An article whose text is another by now waits for the analysis of that.
        """
        done: list[int | AnalysisError] = []
        if not made:
            return done
        with self._store.batch():
            for article, result in made:
                now = self.articles.get(article.id)
                if now is None or now.text != article.text:
                    continue
                if isinstance(result, Analysis):
                    self.people.put(article.id, result, ANALYSIS_VERSION)
                    done.append(article.id)
                else:
                    self.people.put_failure(article.id, str(result), ANALYSIS_VERSION)
                    done.append(result)
            caught = self.rules.analysed([one for one in done if isinstance(one, int)])
        self._caught.extend(caught)
        return done
