"""From the address of a page to the addresses of its feeds."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from threading import Event
from urllib.parse import parse_qs, urljoin, urlsplit

from tuinews.errors import SourceError
from tuinews.limits import DEFAULT_LIMITS, Limits
from tuinews.sources.address import host_name, shown
from tuinews.sources.answer import Answer
from tuinews.sources.feed import looks_like_feed
from tuinews.sources.fetching import require_ok, until_stopped
from tuinews.sources.http import Client
from tuinews.text.links import absolute
from tuinews.text.tame import tamed
from tuinews.text.wash import wash_line

MAX_CANDIDATES = 50

FEED_TYPES = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/rdf+xml",
        "application/json",
    }
)
COMMON_PATHS = (
    "feed",
    "rss",
    "feed.xml",
    "rss.xml",
    "atom.xml",
    "index.xml",
    "feed.json",
    "feeds/posts/default",
)

_FEED_LIKE = re.compile(
    r"(?:^|[/._-])(?:feeds?|rss2?|atom|rdf)(?:$|[/._?-])|\.(?:rss|atom|rdf)$", re.IGNORECASE
)
_YOUTUBE_ID = re.compile(rb'"(?:externalId|channelId)":"(UC[\w-]{22})"')


@dataclass(frozen=True, slots=True)
class Candidate:
    """A feed that a page offers, by the title it gives it ("" if none)."""

    url: str
    title: str = ""


def discover(address: str, stop: Event, limits: Limits = DEFAULT_LIMITS) -> tuple[Candidate, ...]:
    """Return the feeds at a page's address, best first; the address itself, when it is a feed.

    An address without a scheme is tried with https, then http. Looks for link elements, then for what
    well-known sites offer, then for links that look like feeds, then at the usual paths.
    Raises SourceError with a sentence when there is nothing, or the page cannot be read.
    """
    address = address.strip()
    tries = [address] if "://" in address else [f"https://{address}", f"http://{address}"]
    trusted = frozenset(host_name(url) for url in tries)
    for url in tries[:-1]:
        try:
            return until_stopped(lambda: _discover(url, trusted, limits), stop)  # noqa: B023 - awaited in this round
        except SourceError:
            continue
    return until_stopped(lambda: _discover(tries[-1], trusted, limits), stop)


async def _discover(url: str, trusted: frozenset[str], limits: Limits) -> tuple[Candidate, ...]:
    known = known_feeds(url)
    async with Client(limits, trusted) as client:
        if known:
            return tuple(Candidate(feed) for feed in known)
        answer = await client.get(url)
        require_ok(url, answer.status)
        if looks_like_feed(answer.body[:4096]):
            return (Candidate(answer.moved or url),)
        found = page_feeds(answer.body, answer.url)
        if not found:
            found = await _at_common_paths(client, answer)
    if not found:
        raise SourceError(f"{shown(url)} is a page that offers no feed, and none is at the usual places.")
    return found


def page_feeds(data: bytes, url: str) -> tuple[Candidate, ...]:
    """Return the feeds that a page announces in link elements; without any, links that look like feeds."""
    from selectolax.lexbor import LexborHTMLParser

    page = LexborHTMLParser(tamed(data.decode("utf-8", "replace")))
    base = page.css_first("base[href]")
    if base is not None:
        url = urljoin(url, base.attributes.get("href") or "")
    found: dict[str, Candidate] = {}

    def offer(href: str | None, title: str | None) -> None:
        target = absolute(href or "", url)
        if target.startswith("http"):
            found.setdefault(target, Candidate(target, wash_line(title or "", 200)))

    for link in page.css("link[rel~=alternate i][type][href], link[rel~=feed i][href]"):
        kind = (link.attributes.get("type") or "").partition(";")[0].strip().lower()
        # WordPress announces its programming interface as JSON; a feed says so in its address or type.
        if kind in FEED_TYPES and (
            kind != "application/json" or "feed" in (link.attributes.get("href") or "")
        ):
            offer(link.attributes.get("href"), link.attributes.get("title"))
    for match in islice(_YOUTUBE_ID.finditer(data), 1):
        if _host(url) == "youtube.com":
            offer(_youtube("channel_id", match[1].decode()), "")
    if not found:
        for anchor in page.css("a[href]"):
            if _FEED_LIKE.search(_path(anchor.attributes.get("href") or "")):
                offer(anchor.attributes.get("href"), anchor.text(strip=True))
    return tuple(islice(found.values(), MAX_CANDIDATES))


def known_feeds(url: str) -> tuple[str, ...]:
    """Return the feeds of a page on a site whose feeds have a known form; nothing is fetched.

    YouTube channels, users and playlists, Reddit, GitHub releases, and Mastodon profiles (`/@name`).
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return ()
    names = [name for name in parts.path.split("/") if name]
    host = _host(url)
    for site, feeds_of in _SITES.items():
        if host == site or host.endswith("." + site):
            return feeds_of(url, names)
    # Any host may run Mastodon or its kin; their profiles all have a feed at the same address with ".rss".
    if len(names) == 1 and re.fullmatch(r"@\w+", names[0]) and not parts.query:
        return (f"{parts.scheme}://{parts.netloc}/{names[0]}.rss",)
    return ()


def _youtube_feeds(url: str, names: list[str]) -> tuple[str, ...]:
    playlist = parse_qs(urlsplit(url).query).get("list")
    if playlist:
        return (_youtube("playlist_id", playlist[0]),)
    if len(names) >= 2 and names[0] in {"channel", "user"}:
        return (_youtube("channel_id" if names[0] == "channel" else "user", names[1]),)
    return ()


def _youtube(parameter: str, value: str) -> str:
    return f"https://www.youtube.com/feeds/videos.xml?{parameter}={value}"


def _reddit_feeds(url: str, names: list[str]) -> tuple[str, ...]:
    if names and not names[-1].endswith(".rss"):
        return (f"https://www.reddit.com/{'/'.join(names)}/.rss",)
    return ()


def _github_feeds(url: str, names: list[str]) -> tuple[str, ...]:
    if len(names) < 2 or names[-1].endswith(".atom") or names[0] in {"orgs", "topics", "sponsors"}:
        return ()
    repository = f"https://github.com/{names[0]}/{names[1]}"
    return (f"{repository}/releases.atom", f"{repository}/tags.atom", f"{repository}/commits.atom")


_SITES: dict[str, Callable[[str, list[str]], tuple[str, ...]]] = {
    "youtube.com": _youtube_feeds,
    "reddit.com": _reddit_feeds,
    "github.com": _github_feeds,
}


async def _at_common_paths(client: Client, page: Answer) -> tuple[Candidate, ...]:
    """Ask for the usual paths, one after the other, and return the first that is a feed."""
    for path in COMMON_PATHS:
        url = urljoin(page.url, "/" + path)
        try:
            answer = await client.get(url)
        except SourceError:
            continue
        if answer.status == 200 and looks_like_feed(answer.body[:4096]):
            return (Candidate(answer.moved or url),)
    return ()


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("old.")


def _path(href: str) -> str:
    try:
        return urlsplit(href).path
    except ValueError:
        return ""
