"""The service object through which everything goes: blocking, thread-safe, and knowing no interface.

    gathering.gather   ->  store.articles.put   ->  analyst.analyse  ->  store.people.put
    (a child process:      (one writer, a           (a child process,    (one transaction
    fetch, read, prepare)  transaction for all      one text at a time)  an article)
                           that has come)

Fetching waits on the network and runs in parallel; storing does not, since SQLite has one writer.
"""

import time
from collections import deque
from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, closing, suppress
from enum import StrEnum
from pathlib import Path
from threading import Event
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from tuinews import samples
from tuinews.analyst import Analyst
from tuinews.errors import AnalysisError, PageError, SourceError, StoreError
from tuinews.limits import DEFAULT_LIMITS, Limits
from tuinews.model import Analysis, Caught, Failed, Feed, FeedKind, Fetched
from tuinews.store import Store
from tuinews.store.migrate import schema
from tuinews.text import ANALYSIS_VERSION

if TYPE_CHECKING:
    from tuinews.gathering import Gathered
    from tuinews.settings import Settings
    from tuinews.store.corrections import Corrections
    from tuinews.store.notes import Notes
    from tuinews.store.prepared import Prepared
    from tuinews.store.quotations import Quotations
    from tuinews.store.rules import Rules
    from tuinews.store.saved import Saved
    from tuinews.store.search import Search
    from tuinews.store.tags import Tags
    from tuinews.store.upkeep import Upkeep
    from tuinews.store.versions import Versions
    from tuinews.store.who import Who


MOST_CAUGHT = 1_000  # of what rules did, kept until somebody asks
INDEXED_AT_ONCE = 1_000  # articles that a refresh brought, and indexes before it ends: half a second


class Refreshed(NamedTuple):
    """A feed that answered: how many of its articles are new and changed; `ids` are the new ones.

    `notice` is a sentence about what was left out of it by the limits.
    """

    feed: Feed
    new: int
    changed: int
    ids: tuple[int, ...] = ()
    notice: str = ""


class Unanswered(NamedTuple):
    """A feed that could not be read; `reason` is a sentence for the user."""

    feed: Feed
    reason: str


class Text(StrEnum):
    """Whose text of an article is shown."""

    FEED = "feed"
    PAGE = "page"


class FullText(NamedTuple):
    """Which text is shown from now on; `share` is how much of the feed's a shorter page has, or 0."""

    shown: Text
    share: float = 0.0


class Library:
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
        self._store = Store(path)
        self.feeds = self._store.feeds
        self.articles = self._store.articles
        self.people = self._store.people
        self._analyst = Analyst()
        self._with_samples = with_samples
        self.is_passing = is_passing
        self.limits, self._interval, self._reopen = limits, interval, reopen
        self._caught: deque[Caught] = deque(maxlen=MOST_CAUGHT)
        self._offer_samples()

    def __enter__(self) -> "Library":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

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

    def obey(self, settings: "Settings") -> None:
        """Let the user's settings hold from now on: limits, how often feeds are looked at, what is unread."""
        self.limits, self._reopen = settings.limits, settings.reopen
        self._interval = 60 * settings.interval

    def close(self) -> None:
        """End the analyst and close the store's file."""
        self._analyst.close()
        self._store.close()

    # Sources

    @property
    def is_samples_only(self) -> bool:
        """Whether the user has no feed of their own yet."""
        return all(feed.kind is FeedKind.SAMPLE for feed in self.feeds.all())

    def subscribe(self, source: str, folder: str = "", *, stop: Event | None = None) -> Feed:
        """Fetch `source` (an address or a path), store its articles and follow it from now on.

        The samples go when the first feed of the user's own comes. Subscribing twice is the same
        as refreshing. Raises SourceError, and stores nothing, when the source cannot be read; its
        PageError when it is a web page, whose feeds `discover` finds.
        """
        from tuinews.sources import fetch
        from tuinews.sources.locate import locate

        url, kind = locate(source)
        answer = fetch(Feed(id=0, url=url, title="", kind=kind), stop or Event(), self.limits)
        if isinstance(answer, Failed):
            raise PageError(answer.reason) if answer.is_page else SourceError(answer.reason)
        self._withdraw_samples()
        feed = self.feeds.add(answer.url, answer.title, kind, folder)
        self._keep(feed, answer)
        return self.feeds.get(feed.id)

    def discover(self, address: str, *, stop: Event | None = None) -> list[tuple[str, str]]:
        """Return the feeds that a web page offers, as (address, title), best first; nothing is stored.

        Raises SourceError when it offers none or cannot be read.
        """
        from tuinews.sources.discover import discover

        return [(found.url, found.title) for found in discover(address, stop or Event(), self.limits)]

    def import_list(self, data: bytes, name: str) -> tuple[list[Feed], tuple[str, ...]]:
        """Subscribe to the feeds of an OPML file or of newsboat's `urls`, without fetching them yet.

        Returns the feeds that are new, and a sentence for each line that is no feed. Raises SourceError
        when `data` is no list of feeds.
        """
        from tuinews.sources.opml import read_list

        listed = read_list(data, name, self.limits.feeds)
        before = {feed.url for feed in self.feeds.all()}
        with self.batch():
            added = [
                self.follow(found.url, found.title, found.folder or next(iter(found.tags), ""))
                for found in listed.feeds
                if found.url not in before
            ]
        return added, listed.skipped

    def follow(self, url: str, title: str = "", folder: str = "") -> Feed:
        """Follow the feed at an address from now on, without fetching it yet; the samples go."""
        self._withdraw_samples()
        return self.feeds.add(url, title, FeedKind.WEB, folder)

    def readdress(self, feed_id: int, source: str) -> None:
        """Read a feed at another address or path from now on, keeping its articles; nothing is fetched yet.

        Raises SourceError when `source` is no address, StoreError when another feed is read there.
        """
        from tuinews.sources.locate import locate

        url, kind = locate(source)
        self.feeds.readdress(feed_id, url, kind)

    def batch(self) -> AbstractContextManager[object]:
        """Make all that this thread stores within the block one transaction, as for a large import."""
        return self._store.batch()

    def export_opml(self, *, passwords: bool = False) -> bytes:
        """Return the web feeds as OPML, in their folders; `import_list` gives them back.

        The addresses come without user and password, unless `passwords`.
        """
        from tuinews.sources.opml import write_opml

        return write_opml(self.feeds.all(), passwords=passwords)

    def unsubscribe(self, feed_id: int) -> None:
        """Remove a feed with its articles; the samples come back when it was the last one.

        For a day they can be taken back: by `resubscribe`, or by following the same address again.
        """
        self.feeds.discard(feed_id)
        self._offer_samples()

    def resubscribe(self, feed_id: int) -> None:
        """Take the removal of a feed back; raises StoreError when it is deleted already."""
        if not self.feeds.restore(feed_id):
            raise StoreError("The feed is deleted already, with its articles.")
        self._withdraw_samples()

    def take(self, fetched: Fetched, kind: FeedKind = FeedKind.LOCAL) -> Feed:
        """Store what was read elsewhere (standard input) as a feed, and return it."""
        feed = self.feeds.add(fetched.url, fetched.title, kind)
        self._keep(feed, fetched)
        return feed

    def refresh(
        self,
        feed_ids: Collection[int] | None = None,
        *,
        due_only: bool = False,
        stop: Event | None = None,
    ) -> Iterator[Refreshed | Unanswered]:
        """Fetch those feeds (all when None) and store what is new; yield one result a feed, as they come.

        With `due_only`, only feeds whose time has come, and files and folders, which cost a look at
        their dates. A feed that fails keeps its articles and its reason. Setting `stop` ends the
        iteration at once. What many feeds bring is indexed after the last of them, very much of it when
        somebody asks for words, or `Search.catch_up` is called.
        """
        from tuinews.gathering import FEW, gather

        stop = stop or Event()
        now = int(time.time())
        named = None if feed_ids is None else set(feed_ids)
        wanted = [
            feed
            for feed in self.feeds.all()
            if (named is None or feed.id in named)
            and not (feed.kind is FeedKind.SAMPLE and feed.total)  # they never change
            and (not due_only or feed.kind is FeedKind.LOCAL or feed.due <= now)
        ]
        later = len(wanted) > FEW
        with closing(gather(wanted, stop, self.limits)) as answers:
            for group in answers:
                with self.batch():
                    kept = [self._settle(gathered, later=later) for gathered in group]
                for result in kept:
                    if result.feed.full and isinstance(result, Refreshed):
                        self._fetch_pages(result.ids, stop)
                    yield result
                    if stop.is_set():
                        return
        if later:
            self.search.catch_up(stop, most=INDEXED_AT_ONCE)

    def _settle(self, gathered: "Gathered", *, later: bool) -> Refreshed | Unanswered:
        feed, answer, entries = gathered
        if isinstance(answer, Failed):
            self._note_failure(feed, answer)
            return Unanswered(feed, answer.reason)
        return self._keep(feed, answer, entries, later=later)

    def _fetch_pages(self, ids: Collection[int], stop: Event) -> None:
        """Fetch the pages of new articles whose feed gives but a part; one that fails stays as it is."""
        for article_id in ids:
            if stop.is_set():
                return
            with suppress(SourceError):
                self.full_text(article_id, stop=stop)

    def full_text(self, article_id: int, *, stop: Event | None = None) -> FullText:
        """Show the text of an article's page in place of its feed's, or the other way round; both are kept.

        The page is fetched the first time. When it has less to read than the feed gave, it is kept but not
        shown, and the answer says so; asked again, it is shown. Raises SourceError when the article has no
        page, or it cannot be read.
        """
        from tuinews.store.versions import Kind

        if self.versions.show(article_id, Kind.FEED):
            return FullText(Text.FEED)
        if self.versions.show(article_id, Kind.PAGE):
            return FullText(Text.PAGE)
        article = self.articles.get(article_id)
        if article is None or not article.url.startswith(("http://", "https://")):
            raise SourceError("This article has no page on the web to read more from.")
        from tuinews.sources.page import fetch_page

        text, marks = fetch_page(
            article.url,
            stop or Event(),
            title=article.title,
            subscribed=self.feeds.get(article.feed_id).url,
            limits=self.limits,
        )
        self.versions.keep_page(article_id, text, marks, int(time.time()))
        if len(text) < len(article.text):
            return FullText(Text.FEED, len(text) / len(article.text))
        self.versions.show(article_id, Kind.PAGE)
        return FullText(Text.PAGE)

    def show_text(self, article_id: int, which: Text) -> None:
        """Show the text of an article's feed, or of its page, if it is kept and not shown."""
        from tuinews.store.versions import Kind

        self.versions.show(article_id, Kind(which))

    def _keep(
        self,
        feed: Feed,
        fetched: Fetched,
        prepared: "tuple[Prepared, ...] | None" = None,
        *,
        later: bool = False,
    ) -> Refreshed:
        from tuinews.sources.schedule import due_after_news
        from tuinews.store.prepared import prepare_all

        entries = prepare_all(fetched.entries) if prepared is None else prepared
        now = int(time.time())
        # In one transaction: validators without their articles would lose what was fetched, and no article is
        # ever stored without its rules.
        with self.batch():
            if not self.feeds.has(feed.id):
                return Refreshed(feed, 0, 0)
            stored = self.articles.put_prepared(feed.id, entries, now, reopen=self._reopen, later=later)
            caught = self.rules.arrived(stored.new + stored.changed) if stored.new or stored.changed else []
            due = due_after_news(feed, fetched, now, feed.every or self._interval)
            self.feeds.record(feed, fetched, now, due)
        self._caught.extend(caught)
        return Refreshed(feed, len(stored.new), len(stored.changed), stored.new, fetched.notice)

    def _note_failure(self, feed: Feed, failed: Failed) -> None:
        import random

        from tuinews.sources.schedule import due_after_failure

        now = int(time.time())
        due = due_after_failure(
            now, feed.failures + 1, random.random(), retry_after=failed.retry_after, gone=failed.gone
        )
        self.feeds.record(feed, failed, now, due)

    def _offer_samples(self) -> None:
        if self._with_samples and not self.feeds.all():
            for path in samples.sources():
                self.feeds.add(str(path), samples.title(path), FeedKind.SAMPLE)

    def _withdraw_samples(self) -> None:
        for feed in self.feeds.all():
            if feed.kind is FeedKind.SAMPLE:
                self.feeds.remove(feed.id)

    # Analysis

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
