"""From what a user typed to where it is: a feed's address, or a file or folder on this machine."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tuinews.errors import SourceError
from tuinews.model import FeedKind

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HOST = re.compile(
    r"(\[[0-9a-f:.]+\]|localhost|[^\s/:@]+\.[^\s/:@.]{2,}|\d+(\.\d+){3})(:\d+)?(/.*)?", re.IGNORECASE
)


def locate(source: str) -> tuple[str, FeedKind]:
    """Return the http(s) address or absolute path that `source` names, and of which kind it is.

    What exists as a path is a path, `example.org/feed` without a scheme is an address over https.
    Raises SourceError for anything else.
    """
    source = source.strip()
    if not source:
        raise SourceError(
            "An empty name is neither an address nor a file; name the feed, file or folder to read."
        )
    if source.lower().startswith("feed:"):  # the old scheme of feed links: feed://host or feed:https://host
        rest = source[5:]
        source = "https:" + rest if rest.startswith("//") else rest
    scheme = _SCHEME.match(source)
    if scheme and scheme[1].lower() in ("http", "https"):
        if not urlsplit(source).hostname:
            raise SourceError(f"{source!r} is not an address: it names no host.")
        return source, FeedKind.WEB
    if scheme and scheme[1].lower() == "file":
        source = unquote(urlsplit(source).path)
    path = Path(source).expanduser()
    if path.exists():
        return str(path.absolute()), FeedKind.LOCAL
    if scheme and source[scheme.end() :].startswith("//"):
        raise SourceError(
            f"{source!r} cannot be read: tuinews reads http and https addresses, files and folders."
        )
    if _HOST.fullmatch(source) and path.suffix.lower() not in (
        ".txt",
        ".md",
        ".html",
        ".xml",
        ".rss",
        ".atom",
        ".json",
    ):
        return f"https://{source}", FeedKind.WEB
    raise SourceError(f"There is no file or folder {source!r} here, and it is not an address either.")
