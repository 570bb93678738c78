"""The store: one SQLite file, and the only place that knows SQL."""

from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from tuinews.store.articles import Articles, Counts
from tuinews.store.connection import PATIENCE, Database
from tuinews.store.feeds import Feeds
from tuinews.store.people import People

if TYPE_CHECKING:
    import apsw

    from tuinews.store.corrections import Corrections
    from tuinews.store.notes import Notes
    from tuinews.store.quotations import Quotations
    from tuinews.store.rules import Rules
    from tuinews.store.saved import Saved
    from tuinews.store.search import Search
    from tuinews.store.tags import Tags
    from tuinews.store.upkeep import Upkeep
    from tuinews.store.versions import Versions
    from tuinews.store.who import Who

__all__ = ["Counts", "Store"]


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
        self.people = People(self._database)

    # The rooms that the first screen does not need: with the search language 30 ms to import.

    @cached_property
    def search(self) -> "Search":
        """Finding articles."""
        from tuinews.store.search import Search

        return Search(self._database)

    @cached_property
    def corrections(self) -> "Corrections":
        """What the user knows better."""
        from tuinews.store.corrections import Corrections

        return Corrections(self._database)

    @cached_property
    def quotations(self) -> "Quotations":
        """What was said."""
        from tuinews.store.quotations import Quotations

        return Quotations(self._database)

    @cached_property
    def who(self) -> "Who":
        """People across articles."""
        from tuinews.store.who import Who

        return Who(self._database)

    @cached_property
    def rules(self) -> "Rules":
        """What is done to articles as they come."""
        from tuinews.store.rules import Rules

        return Rules(self._database)

    @cached_property
    def upkeep(self) -> "Upkeep":
        """Looking after the file."""
        from tuinews.store.upkeep import Upkeep

        return Upkeep(self._database)

    @cached_property
    def tags(self) -> "Tags":
        """The tags."""
        from tuinews.store.tags import Tags

        return Tags(self._database)

    @cached_property
    def saved(self) -> "Saved":
        """The saved searches."""
        from tuinews.store.saved import Saved

        return Saved(self._database)

    @cached_property
    def versions(self) -> "Versions":
        """The other texts of articles."""
        from tuinews.store.versions import Versions

        return Versions(self._database)

    @cached_property
    def notes(self) -> "Notes":
        """What the program remembers about itself."""
        from tuinews.store.notes import Notes

        return Notes(self._database)

    def batch(self) -> AbstractContextManager["apsw.Connection"]:
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
