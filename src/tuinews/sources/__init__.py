"""Sources: bytes from the web and from this machine become articles.

Importing this loads no network library and no parser: a program that lets a child fetch needs neither.
"""

from collections.abc import Iterable, Iterator
from threading import Event

from tuinews.limits import DEFAULT_LIMITS, Limits
from tuinews.model import Failed, Feed, FeedKind, Fetched

__all__ = ["Limits", "fetch", "fetch_all"]


def fetch(feed: Feed, stop: Event, limits: Limits = DEFAULT_LIMITS) -> Fetched | Failed:
    """Return what one feed of any kind has, or why it cannot be read."""
    for _, result in fetch_all([feed], stop, limits):
        return result
    return Failed(feed.url, "Fetching was stopped.")


def fetch_all(
    feeds: Iterable[Feed],
    stop: Event,
    limits: Limits = DEFAULT_LIMITS,
    trusted: frozenset[str] = frozenset(),
) -> Iterator[tuple[Feed, Fetched | Failed]]:
    """Yield each feed with its result as they come; end soon after `stop` is set, leaving the rest out.

    Besides the hosts of these feeds, the `trusted` ones may be in a private network.
    """
    web: list[Feed] = []
    for feed in feeds:
        if feed.kind is FeedKind.WEB:
            web.append(feed)
        elif not stop.is_set():
            from tuinews.sources.local import fetch_local

            yield feed, fetch_local(feed, stop, limits)
    if web:
        from tuinews.sources.fetching import fetch_web

        yield from fetch_web(web, stop, limits, trusted)
