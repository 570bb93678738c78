"""What every parser gives: entries as their format says, and how they become entries fit to be stored.

    bytes --feedparser, fast XML, JSON--> RawFeed --finish()--> Fetched

Parsers only find the fields; washing, cleaning, limits, identity and dates are here, once for all formats.
"""

import re
from calendar import timegm
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from itertools import islice
from time import struct_time
from typing import NamedTuple

from tuinews.limits import DEFAULT_LIMITS, Limits
from tuinews.model import Enclosure, Entry, Fetched
from tuinews.plural import counted
from tuinews.sources.address import shown
from tuinews.text.clean import clean
from tuinews.text.links import absolute
from tuinews.text.loose import readable
from tuinews.text.plain import plain
from tuinews.text.wash import wash_line

MAX_AUTHOR = 200
MAX_TAGS = 50
MAX_ENCLOSURES = 50

_TAG_OR_ENTITY = re.compile(r"</?[a-zA-Z][^<>]*>|<!--|&(?:\w+|#\d+|#x[0-9a-fA-F]+);")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")


class Markup(NamedTuple):
    """A text and whether it is HTML; `base` is what its relative links are relative to."""

    value: str = ""
    is_html: bool = True
    base: str = ""


NOTHING = Markup()


@dataclass(slots=True)
class RawEntry:
    """The fields of one entry as its format gives them; nothing is washed yet. Times are seconds or None."""

    guid: str = ""
    link: str = ""
    title: Markup = NOTHING
    body: Markup = NOTHING
    author: str = ""
    published: int | None = None
    updated: int | None = None
    language: str = ""
    tags: list[str] = field(default_factory=list)
    enclosures: list[tuple[str, str, str]] = field(default_factory=list)  # address, type, length


@dataclass(slots=True)
class RawFeed:
    """A whole feed as its format gives it; `interval` is the pause in seconds it asks for, or 0.

    `left_out` is the number of entries beyond the limit, which were not read.
    """

    title: Markup = NOTHING
    site: str = ""
    language: str = ""
    interval: int = 0
    entries: list[RawEntry] = field(default_factory=list)
    left_out: int = 0


def seconds(moment: struct_time | None) -> int | None:
    """Return a broken-down time in UTC in seconds; None for none, and for one outside of the calendar."""
    try:
        return timegm(moment) if moment else None
    except (ValueError, OverflowError):  # the year before the first, of "0000-00-00"
        return None


def finish(raw: RawFeed, url: str, limits: Limits = DEFAULT_LIMITS) -> Fetched:
    """Return the feed at `url` with washed entries in the order given, each with an identity of its own."""
    seen: dict[str, tuple[str, str]] = {}
    entries = []
    for raw_entry in islice(raw.entries, limits.entries):
        entry = finished(raw_entry, raw, url, limits)
        guid = entry.guid
        if seen.get(guid) == (entry.url, entry.title):
            continue  # the same entry twice
        if guid in seen:
            # Feeds that give every entry one id are common; its address or words tell them apart.
            guid = f"{guid} {_digest(entry.url, entry.title)}"
            if guid in seen:
                continue
        seen[guid] = (entry.url, entry.title)
        entries.append(entry if guid == entry.guid else entry._replace(guid=guid))
    return Fetched(
        url=url,
        title=one_line(raw.title),
        site=absolute(raw.site, url),
        entries=tuple(entries),
        interval=raw.interval,
        notice=_notice(raw, url, limits),
    )


def _notice(raw: RawFeed, url: str, limits: Limits) -> str:
    """Return what the limits left out of the feed, in a sentence; "" for nothing."""
    left_out = raw.left_out or len(raw.entries) - limits.entries
    if left_out > 0:
        more = counted(left_out, "more entry", "more entries")
        return (
            f"{shown(url)} has {more} than the {limits.entries:,} that are read of one feed"
            " (the setting limits.entries)."
        )
    longest = limits.article_length
    cut = sum(len(entry.body.value) > longest for entry in raw.entries)
    if cut:
        entries = f"{counted(cut, 'entry', 'entries')} of more than {limits.article:g} MB"
        return (
            f"{shown(url)} has {entries}, of which only the beginning is read (the setting limits.article)."
        )
    return ""


def finished(raw: RawEntry, feed: RawFeed, url: str, limits: Limits = DEFAULT_LIMITS) -> Entry:
    """Return one washed entry of the feed at `url`."""
    body, longest = raw.body, limits.article_length
    # Relative addresses are relative to the feed (RFC 3986 5.1), unless it is a file of this machine.
    base = body.base or url
    if "://" not in base:
        base = feed.site
    link = absolute(raw.link, base)
    if body.is_html:
        text, marks = readable(body.value[:longest], base or link)
    else:
        text, marks = plain(body.value[:longest])
    title = one_line(raw.title) or first_words(text) or link
    return Entry(
        guid=(raw.guid and wash_line(raw.guid, 2000)) or link or _digest(title, text),
        url=link,
        title=title,
        text=text,
        marks=marks,
        author=raw.author and wash_line(raw.author, MAX_AUTHOR),
        published=_moment(raw.published),
        updated=_moment(raw.updated),
        language=language_tag(raw.language or feed.language),
        tags=_tags(raw.tags) if raw.tags else (),
        enclosures=_enclosures(raw.enclosures, link or url) if raw.enclosures else (),
    )


def one_line(markup: Markup) -> str:
    """Return a title as plain text; tags and entities are read as such only where it is HTML."""
    value = markup.value[:20_000]
    if not value:
        return ""
    if markup.is_html and _TAG_OR_ENTITY.search(value):
        value = clean(value)[0]
    return wash_line(value)


def first_words(text: str, limit: int = 100) -> str:
    """Return the beginning of a text as a title for what has none."""
    line = wash_line(text.split("\n", 1)[0], 4 * limit)
    if len(line) <= limit:
        return line
    return (
        line[:limit].rpartition(" ")[0].rstrip(" ,;:–—-") + "…" if " " in line[:limit] else line[:limit] + "…"
    )


@lru_cache(maxsize=256)
def language_tag(declared: str) -> str:
    """Return a declared language as a BCP 47 tag, "" for what cannot be one."""
    declared = declared.strip()
    return declared.replace("_", "-") if _LANGUAGE.fullmatch(declared) and len(declared) <= 35 else ""


def _moment(seconds: int | None) -> int | None:
    """Return a time of this age, None for the zeros and overflows that programs write for "unknown"."""
    return seconds if seconds is not None and 0 < seconds < 2**34 else None


def _tags(names: list[str]) -> tuple[str, ...]:
    washed = (wash_line(name, 100) for name in islice(names, 4 * MAX_TAGS))
    return tuple(islice(dict.fromkeys(name for name in washed if name), MAX_TAGS))


def _enclosures(found: list[tuple[str, str, str]], base: str) -> tuple[Enclosure, ...]:
    kept: dict[str, Enclosure] = {}
    for address, kind, length in islice(found, 4 * MAX_ENCLOSURES):
        url = absolute(address, base)
        if url and len(kept) < MAX_ENCLOSURES:
            size = int(length) if length.isascii() and length.isdigit() and len(length) < 16 else 0
            kept.setdefault(url, Enclosure(url, wash_line(kind, 100), size))
    return tuple(kept.values())


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
