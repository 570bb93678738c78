"""The rooms of the store, as the library has them, and what all its parts share."""

from collections import deque
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from tuinews.limits import Limits
from tuinews.model import Caught
from tuinews.store import Store

if TYPE_CHECKING:
    from tuinews.settings import Settings
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

MOST_CAUGHT = 1_000  # of what rules did, kept until somebody asks


class Rooms:
    """The store of one file, and the user's wishes; the base of the library's parts."""

    def __init__(self, path: Path, limits: Limits, interval: int, reopen: bool) -> None:
        self._store = Store(path)
        self.feeds = self._store.feeds
        self.articles = self._store.articles
        self.people = self._store.people
        self.limits, self._interval, self._reopen = limits, interval, reopen
        self._caught: deque[Caught] = deque(maxlen=MOST_CAUGHT)

    # Rooms entered only when asked for: the first screen does not wait for their imports.

    @property
    def search(self) -> "Search":
        """Finding articles."""
        return self._store.search

    @property
    def corrections(self) -> "Corrections":
        """What the user knows better."""
        return self._store.corrections

    @property
    def quotations(self) -> "Quotations":
        """What was said."""
        return self._store.quotations

    @property
    def who(self) -> "Who":
        """People across articles."""
        return self._store.who

    @property
    def saved(self) -> "Saved":
        """The saved searches."""
        return self._store.saved

    @property
    def rules(self) -> "Rules":
        """What is done to articles as they come."""
        return self._store.rules

    def caught(self) -> list[Caught]:
        """Return what rules did since this was asked last, in order."""
        found = []
        with suppress(IndexError):
            while True:
                found.append(self._caught.popleft())
        return found

    @property
    def tags(self) -> "Tags":
        """The tags."""
        return self._store.tags

    @property
    def upkeep(self) -> "Upkeep":
        """Looking after the file."""
        return self._store.upkeep

    @property
    def versions(self) -> "Versions":
        """The other texts of articles."""
        return self._store.versions

    @property
    def notes(self) -> "Notes":
        """What the program remembers about itself."""
        return self._store.notes

    def batch(self) -> AbstractContextManager[object]:
        """Make all that this thread stores within the block one transaction, as for a large import."""
        return self._store.batch()

    def obey(self, settings: "Settings") -> None:
        """Let the user's settings hold from now on: limits, how often feeds are looked at, what is unread."""
        self.limits, self._reopen = settings.limits, settings.reopen
        self._interval = 60 * settings.interval
