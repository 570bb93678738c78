"""What an article shows or comes with apart from its text: its pictures, and files such as podcasts."""

import mimetypes
import re
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from tuinews.errors import SourceError
from tuinews.library import Library
from tuinews.model import Article, MarkKind
from tuinews.sharing import file_name

_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,5}")


class Attachment(NamedTuple):
    """A picture or a file: `words` tell what it is, `length` is in bytes and 0 if unknown."""

    url: str
    words: str
    type: str = ""
    length: int = 0
    is_picture: bool = False


def attachments(article: Article) -> list[Attachment]:
    """Return the pictures of an article in their order, then its enclosures; each address once."""
    found: dict[str, Attachment] = {}
    for mark in article.marks:
        if mark.kind is MarkKind.IMAGE and mark.value:
            words = " ".join(article.text[mark.start : mark.end].split())
            found.setdefault(mark.value, Attachment(mark.value, words or _last(mark.value), is_picture=True))
    for file in article.enclosures:
        is_picture = file.type.startswith("image/")
        made = Attachment(file.url, _last(file.url), file.type, file.length, is_picture)
        found.setdefault(file.url, made)
    return list(found.values())


def picture(library: Library, article: Article, url: str, stop: Event) -> bytes:
    """Fetch a picture of an article; raises SourceError when it cannot be had."""
    from tuinews.sources.files import fetch_picture

    return fetch_picture(url, stop, subscribed=_feed(library, article), limits=library.limits)


def download(
    library: Library,
    article: Article,
    file: Attachment,
    folder: Path,
    stop: Event,
    told: Callable[[int, int], object],
) -> Path:
    """Fetch a file of an article into a folder, under a name that was free, and return its path.

    `told` is called with the bytes that are there and those to come in all (0: nobody knows). Raises
    SourceError, and leaves nothing behind, when it cannot be had or written.
    """
    from tuinews.sources.files import fetch_file

    path = _reserved(folder, file)
    try:
        fetch_file(file.url, path, stop, told, subscribed=_feed(library, article), limits=library.limits)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def _feed(library: Library, article: Article) -> str:
    return library.feeds.get(article.feed_id).url


def _last(url: str) -> str:
    """Return the last part of an address's path, which is what files are called by, or its host."""
    parts = urlsplit(url)
    return unquote(parts.path.rstrip("/").rpartition("/")[2]) or parts.hostname or url


def _reserved(folder: Path, file: Attachment) -> Path:
    """Return the path of a new, empty file: nobody else takes its name while it is being filled."""
    stem, dot, suffix = _last(file.url).rpartition(".")
    suffix = dot + suffix
    if not stem or not _SUFFIX.fullmatch(suffix):
        stem, suffix = _last(file.url), mimetypes.guess_extension(file.type.partition(";")[0]) or ""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(1000):
            path = folder / file_name(f"{stem} {number}" if number else stem, suffix)
            try:
                path.touch(exist_ok=False)
            except FileExistsError:
                continue
            return path
    except OSError as error:
        raise SourceError(f"{folder} cannot be written to: {error.strerror or error}.") from None
    raise SourceError(f"{folder} holds a thousand files of the name {stem}{suffix} already.")
