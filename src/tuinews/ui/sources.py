"""What the list can be narrowed to, as rows of a tree: saved searches, tags, folders and feeds."""

from collections.abc import Collection
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tuinews.model import Feed, FeedKind

if TYPE_CHECKING:
    from tuinews.library import Library

TAGS = 30
"""The tags shown: those given most."""


class Kind(StrEnum):
    """What a row of the tree is."""

    HEADING = "heading"
    ALL = "all"
    SAVED = "saved"
    TAG = "tag"
    FOLDER = "folder"
    FEED = "feed"


class Source(NamedTuple):
    """A part of the library: its name, and the question for its articles in the search language."""

    title: str
    asked: str
    feed_id: int = 0


EVERYTHING = Source("", "")


class Row(NamedTuple):
    """A row of the tree. `unread` is None where nobody counts; `trouble` is why a feed fails, or ""."""

    kind: Kind
    source: Source
    depth: int = 0
    unread: int | None = None
    trouble: str = ""
    folded: bool = False


def of_feed(feed: Feed) -> Source:
    """The articles of one feed, asked for by its address, which is its alone."""
    return Source(feed.title or feed.url, f"feed:{_quoted(feed.url)}", feed.id)


def rows(library: "Library", folded: Collection[str] = (), tags: int | None = TAGS) -> list[Row]:
    """Return the tree of a library with so many tags; the feeds of the folders in `folded` are left out.

    Not for the interface's own thread: it reads every feed.
    """
    counts = library.articles.counts()
    made = [Row(Kind.ALL, Source("All articles", ""), unread=counts.unread)]
    if saved := library.saved.all():
        made.append(Row(Kind.HEADING, Source("Saved searches", "")))
        for search in saved:
            source = Source(search.name, f"saved:{_quoted(search.name)}")
            made.append(Row(Kind.SAVED, source, 1, search.unread))
    made += _feeds(library.feeds.all(), folded)
    if given := library.tags.all()[:tags]:
        made.append(Row(Kind.HEADING, Source("Tags", "")))
        made += [Row(Kind.TAG, Source(f"#{tag.name}", f"tag:{_quoted(tag.name)}"), 1) for tag in given]
    return made


def _feeds(feeds: list[Feed], folded: Collection[str]) -> list[Row]:
    samples = bool(feeds) and all(feed.kind is FeedKind.SAMPLE for feed in feeds)
    made = [Row(Kind.HEADING, Source("Samples" if samples else "Feeds", ""))] if feeds else []
    folders = sorted({feed.folder for feed in feeds}, key=lambda name: (not name, name.casefold()))
    for folder in folders:
        within = [feed for feed in feeds if feed.folder == folder]
        if folder:
            unread = sum(feed.unread for feed in within)
            source = Source(folder, f"folder:{_quoted(folder)}")
            made.append(Row(Kind.FOLDER, source, 1, unread, folded=folder in folded))
        if not folder or folder not in folded:
            depth = 2 if folder else 1
            made += [Row(Kind.FEED, of_feed(feed), depth, feed.unread, feed.error) for feed in within]
    return made


def _quoted(name: str) -> str:
    return '"' + name.replace('"', " ") + '"'
