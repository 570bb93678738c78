"""Files and folders on this machine: found within bounds, read when they changed."""

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from threading import Event

from tuinews.errors import SourceError
from tuinews.limits import DEFAULT_LIMITS, MB, Limits
from tuinews.model import Entry, Failed, Feed, Fetched
from tuinews.sources.decode import is_binary
from tuinews.sources.document import read_document
from tuinews.sources.feed import looks_like_feed, read_feed
from tuinews.text.wash import wash_line

ARTICLES = (".txt", ".md", ".markdown", ".html", ".htm", ".xhtml")
FEEDS = (".xml", ".rss", ".atom", ".rdf", ".json")
MAX_DEPTH = 20


def fetch_local(feed: Feed, stop: Event, limits: Limits = DEFAULT_LIMITS) -> Fetched | Failed:
    """Return the articles in a file or folder; `unchanged` when no file in it did since the last time.

    The fingerprint over names, sizes and times is given as `etag`.
    """
    root = Path(feed.url)
    try:
        files = [root] if root.is_file() else list(_articles_below(root, stop, limits.folder))
        if stop.is_set():
            return Failed(feed.url, f"Reading {root} was stopped.")
        print_ = _fingerprint(root, files)
        if feed.etag == print_:
            return Fetched(feed.url, etag=print_, unchanged=True)
        return _read(root, files, print_, stop, limits)
    except SourceError as error:
        return Failed(feed.url, str(error))


def read_bytes(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> Fetched | Failed:
    """Return what came in on standard input, called `name`: a feed or one article."""
    try:
        if looks_like_feed(data[:4096]):
            return read_feed(data, name, limits=limits)
        return Fetched(url=name, title=name, entries=(_article(data, name, name, "", limits),))
    except SourceError as error:
        return Failed(name, str(error))


def _articles_below(root: Path, stop: Event, most: int) -> Iterator[Path]:
    """Yield the files in `root` and below that hold articles, in order of their names.

    Hidden folders and links are passed over: a link may lead round in a circle or out of the folder.
    """
    if not root.exists():
        raise SourceError(f"There is no file or folder {root}.")
    if not root.is_dir():
        raise SourceError(f"{root} is not a file or folder that can be read.")
    found = 0
    for folder, below, names in os.walk(root):
        depth = len(Path(folder).relative_to(root).parts)
        below[:] = sorted(n for n in below if not n.startswith(".")) if depth < MAX_DEPTH else []
        for name in sorted(names):
            if name.lower().endswith(ARTICLES + FEEDS) and not name.startswith("."):
                found += 1
                if found > most:
                    raise SourceError(
                        f"{root} has more than {most:,} articles in it (the setting limits.folder);"
                        " choose a smaller folder."
                    )
                yield Path(folder, name)
        if stop.is_set():
            return
    if not found:
        raise SourceError(
            f"There are no articles in {root} (files that end in .txt .md .html .xml .rss, and so on)."
        )


def _fingerprint(root: Path, files: list[Path]) -> str:
    digest = sha256()
    for file in files:
        try:
            facts = file.stat()
        except OSError:
            continue
        name = os.fsencode(file.relative_to(root) if file != root else file.name)
        digest.update(b"%s\0%d\0%d\0" % (name, facts.st_mtime_ns, facts.st_size))
    return digest.hexdigest()[:32]


def _read(root: Path, files: list[Path], fingerprint: str, stop: Event, limits: Limits) -> Fetched | Failed:
    """Read all files; in a folder one that cannot be read is passed over as long as another can."""
    entries: list[Entry] = []
    notice = ""
    title = root.stem if root.is_file() else _folder_title(root)
    problems: list[SourceError] = []
    for file in files:
        if stop.is_set():
            return Failed(str(root), f"Reading {root} was stopped.")
        try:
            guid = file.name if file == root else file.relative_to(root).as_posix()
            result = _read_file(file, guid, limits)
        except SourceError as error:
            problems.append(error)
            continue
        if file == root and result.title:
            title = result.title
        entries += result.entries
        notice = notice or result.notice
    if not entries and problems:
        raise problems[0]
    return Fetched(str(root), wash_line(title), entries=tuple(entries), etag=fingerprint, notice=notice)


def _folder_title(root: Path) -> str:
    """Return the last two names of a folder's path: of many called "articles" one knows which it is."""
    home = Path.home()
    if root.parent == home:
        return f"~/{root.name}"
    return "/".join(root.parts[-2:]) if root.parent != Path(root.anchor) else str(root)


def _read_file(file: Path, guid: str, limits: Limits) -> Fetched:
    data = _bytes(file, limits)
    if file.suffix.lower() in FEEDS or looks_like_feed(data[:4096]):
        result = read_feed(data, str(file), limits=limits)
        if isinstance(result, Failed):
            raise SourceError(result.reason)
        return result
    return Fetched(
        url=str(file), entries=(_article(data, str(file), guid, file.absolute().as_uri(), limits),)
    )


def _bytes(file: Path, limits: Limits) -> bytes:
    try:
        if not file.is_file():
            raise SourceError(f"{file} is not a file that can be read.")
        size = file.stat().st_size
        if size > limits.local * MB:
            raise SourceError(
                f"{file} is too large: {size / MB:,.0f} MB, where {limits.local:g} MB can be read"
                " (the setting limits.local)."
            )
        return file.read_bytes()
    except OSError as error:
        raise SourceError(f"{file} cannot be read: {error.strerror or error}.") from error


def _article(data: bytes, name: str, guid: str, url: str, limits: Limits) -> Entry:
    if not data.strip():
        raise SourceError(f"{name} is empty.")
    if is_binary(data):
        raise SourceError(f"{name} is not a text: it looks like a picture, an archive or a program.")
    if len(data) > limits.local * MB:
        raise SourceError(f"{name} is too large: more than {limits.local:g} MB (the setting limits.local).")
    return read_document(data, Path(name).name, wash_line(guid, 2000), url)
