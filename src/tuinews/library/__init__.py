"""The service object through which everything goes: blocking, thread-safe, and knowing no interface.

    gathering.gather   ->  store.articles.put   ->  analyst.analyse  ->  store.people.put
    (a child process:      (one writer, a           (a child process,    (a transaction
    fetch, read, prepare)  transaction for all      one text at a time)  for some)
                           that has come)

Fetching waits on the network and runs in parallel; storing does not, since SQLite has one writer.
"""

from pathlib import Path
from types import TracebackType

from tuinews import samples
from tuinews.analyst import Analyst
from tuinews.library.following import Following, Refreshed, Unanswered
from tuinews.library.studying import Studying
from tuinews.library.texts import FullText, Text
from tuinews.limits import DEFAULT_LIMITS, Limits
from tuinews.store.migrate import schema

__all__ = ["FullText", "Library", "Refreshed", "Text", "Unanswered"]


class Library(Following, Studying):
    """Everything ever read, and the means to get more.

    `feeds`, `articles`, `search`, `people`, `saved`, `tags` and `upkeep` are the rooms of the store. A
    library without feeds of the user's own holds the built-in samples, unless `with_samples` is false.
    One that `is_passing` holds what was opened without following it, and goes when the program ends.

    The user's wishes: `limits` on what servers may ask; `interval`, the seconds between two looks at a feed,
    0 for its own rhythm; `reopen`, whether an article that its source changed is unread again.
    """

    def __init__(
        self,
        folder: Path,
        *,
        with_samples: bool = True,
        is_passing: bool = False,
        limits: Limits = DEFAULT_LIMITS,
        interval: int = 0,
        reopen: bool = False,
    ) -> None:
        path = folder / "tuinews.db"
        if with_samples:
            samples.furnish(path, schema())
        super().__init__(path, limits, interval, reopen)
        self._analyst = Analyst()
        self._with_samples = with_samples
        self.is_passing = is_passing
        self._offer_samples()

    def __enter__(self) -> "Library":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the analyst and close the store's file."""
        self._analyst.close()
        self._store.close()
