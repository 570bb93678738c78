"""What is worked out of an entry before the store looks for it: pure, so that another process can do it."""

from collections.abc import Iterable
from hashlib import blake2b
from typing import NamedTuple

from tuinews.model import Entry
from tuinews.store.identity import identity
from tuinews.store.rows import packed

CLEANED = 2
"""Counts up when entries are cleaned in another way (`text/clean.py`): their texts are then others, though
their source changed nothing. Stands first in each digest."""


class Prepared(NamedTuple):
    """An entry and what the store keeps of it.

    The entry has its guid as it is kept, and its marks are in `extras` only; `digest` is of all its source
    gave, and of the way it was cleaned.
    """

    entry: Entry
    digest: bytes
    extras: bytes


def prepare(entry: Entry) -> Prepared:
    """Return an entry prepared for the store."""
    extras = packed(entry.marks, entry.enclosures)
    return Prepared(
        entry._replace(guid=identity(entry.guid), marks=()),
        _digest(entry, extras),
        extras,
    )


def prepare_all(entries: Iterable[Entry]) -> tuple[Prepared, ...]:
    """Return entries prepared for the store."""
    return tuple(map(prepare, entries))


def _digest(entry: Entry, extras: bytes) -> bytes:
    parts = (entry.title, entry.url, entry.author, entry.language, entry.text, extras.decode())
    return bytes([CLEANED]) + blake2b("\0".join(parts).encode(), digest_size=16).digest()


def is_cleaned_alike(one: bytes, other: bytes) -> bool:
    """Whether two digests are of entries that were cleaned in the same way; not if one does not tell."""
    return len(one) == len(other) and one[:1] == other[:1]
