"""The store: one SQLite file, and the only place that knows SQL."""

from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

import apsw

from tuinews.store.articles import Articles, Counts
from tuinews.store.connection import PATIENCE, Database
from tuinews.store.delivery import Stored
from tuinews.store.feeds import Feeds
from tuinews.store.people import People, PersonRow, QuoteRow
from tuinews.store.saved import Saved, SavedSearch
from tuinews.store.search import Search
from tuinews.store.tags import TagRow, Tags
from tuinews.store.upkeep import Health, Upkeep

__all__ = ["Counts", "Health", "PersonRow", "QuoteRow", "SavedSearch", "Store", "Stored", "TagRow"]


class Store:
    """The file with its four rooms; to be used from any thread.

    `patience`: seconds to wait while another program writes.

    Raises StoreError with a sentence when the file cannot be used: damaged, read-only, of a newer tuinews,
    or kept locked by another program.
    """

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        self._database = Database(path, patience)
        self.feeds = Feeds(self._database)
        self.articles = Articles(self._database)
        self.search = Search(self._database)
        self.people = People(self._database)
        self.upkeep = Upkeep(self._database)
        self.tags = Tags(self._database)
        self.saved = Saved(self._database)

    def batch(self) -> AbstractContextManager[apsw.Connection]:
        """Make all that this thread stores within the block one transaction, as for a large import."""
        return self._database.writing()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()
