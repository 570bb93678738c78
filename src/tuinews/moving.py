"""Moving in from newsboat: feeds, tags, articles and what was read, in one go."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from threading import Event

from tuinews.errors import SourceError
from tuinews.library import Library
from tuinews.model import Entry, Feed
from tuinews.sources.opml import Subscription, SubscriptionList, read_newsboat_urls
from tuinews.sources.raw import Markup, RawEntry, RawFeed, finished
from tuinews.store.newsboat import CachedFeed, CachedItem, NewsboatCache
from tuinews.text.wash import wash_line

AT_ONCE = 500  # articles of one transaction


@dataclass(frozen=True, slots=True)
class Moved:
    """A feed that was brought over, with how many articles, of them unread ones, are new here."""

    feed: Feed
    articles: int = 0
    unread: int = 0


class Moving:
    """A move from newsboat's files, of which either may be missing; SourceError when one is unreadable.

    With `urls`, only the feeds in it. `skipped` has a sentence for each feed that cannot be followed here.
    """

    def __init__(self, urls: Path | None, cache: Path | None) -> None:
        self._cache = NewsboatCache(cache) if cache else None
        self._known = {feed.url: feed for feed in self._cache.feeds()} if self._cache else {}
        listed = (
            _listed(urls) if urls else read_newsboat_urls("\n".join(map(shlex.quote, self._known)).encode())
        )
        self.feeds, self.skipped = listed.feeds, listed.skipped

    def run(self, library: Library, stop: Event | None = None) -> Iterator[Moved]:
        """Bring the feeds over one by one; what is here already stays as it is.

        The first tag of a feed becomes its folder, and all its tags are given to its articles.
        """
        for subscription in self.feeds:
            if stop and stop.is_set():
                return
            yield self._move(library, subscription)

    def close(self) -> None:
        """Close the cache."""
        if self._cache:
            self._cache.close()

    def _move(self, library: Library, wanted: Subscription) -> Moved:
        known = self._known.get(wanted.url, CachedFeed(wanted.url, "", ""))
        title = wanted.title or wash_line(known.title)
        feed = library.follow(wanted.url, title, next(iter(wanted.tags), ""))
        articles = unread = 0
        items = self._cache.items(wanted.url) if self._cache else iter(())
        while batch := list(islice(items, AT_ONCE)):
            with library.batch():
                new = [
                    (item, article_id) for item in batch for article_id in _keep(library, feed, known, item)
                ]
                read = [article_id for item, article_id in new if not item.unread]
                library.articles.set_read(read, True)
                library.articles.set_starred([article_id for item, article_id in new if item.flags], True)
                for tag in wanted.tags:
                    library.tags.give([article_id for _, article_id in new], tag)
            articles += len(new)
            unread += len(new) - len(read)
        return Moved(feed, articles, unread)


def files(place: Path) -> tuple[Path | None, Path | None]:
    """Return newsboat's `urls` and `cache.db` in the folder `place`, None for what is not there."""
    urls, cache = place / "urls", place / "cache.db"
    return (urls if urls.is_file() else None), (cache if cache.is_file() else None)


def usual_files() -> tuple[Path | None, Path | None]:
    """Return the files of this user's newsboat, from where its manual says they are."""
    home = Path.home()
    old, config, data = (
        files(home / name) for name in (".newsboat", ".config/newsboat", ".local/share/newsboat")
    )
    return old[0] or config[0], old[1] or data[1]


def _listed(urls: Path) -> SubscriptionList:
    try:
        return read_newsboat_urls(urls.read_bytes())
    except OSError as error:
        raise SourceError(f"{urls} cannot be read: {error.strerror}.") from None


def _keep(library: Library, feed: Feed, known: CachedFeed, item: CachedItem) -> tuple[int, ...]:
    """Store an article; return its id if it is new. One that was deleted there does not come back here."""
    entry = _entry(feed, known, item)
    if item.deleted:
        library.articles.refuse(feed.id, [entry.guid])
        return ()
    return library.articles.put(feed.id, [entry]).new


def _entry(feed: Feed, known: CachedFeed, item: CachedItem) -> Entry:
    raw = RawEntry(
        guid=item.guid,
        link=item.url,
        title=Markup(item.title, is_html=False),
        body=Markup(item.content, base=item.base),
        author=item.author,
        published=item.published,
        enclosures=[(*item.enclosure, "")] if item.enclosure[0] else [],
    )
    return finished(raw, RawFeed(site=known.site), feed.url)
