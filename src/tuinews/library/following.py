"""Sources: following and dropping them, and looking for what is new in them."""

import time
from collections.abc import Collection, Iterator
from contextlib import closing, suppress
from threading import Event
from typing import TYPE_CHECKING, NamedTuple

from tuinews import samples
from tuinews.errors import PageError, SourceError, StoreError
from tuinews.library.texts import Texts
from tuinews.model import Failed, Feed, FeedKind, Fetched

if TYPE_CHECKING:
    from tuinews.gathering import Gathered
    from tuinews.store.prepared import Prepared

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


class Following(Texts):
    """What is followed; the samples are, until there is a feed of the user's own."""

    _with_samples: bool

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
