"""How much a stranger's server may ask of this machine; each refusal names its limit and the setting."""

from typing import NamedTuple

MB = 1024 * 1024


class Limits(NamedTuple):
    """Bounds on fetching and reading; a field is the setting `limits.NAME`.

    `seconds` are for a whole answer with all its redirects, `size` is that of an answer, unpacked, in MB,
    `entries` are taken of one feed, the first ones, its elements may be nested `depth` deep, and of an
    article's markup as many MB are read as `article`.
    A file that is downloaded has at most `file` MB, and may take longer, as long as it goes on. A file of
    this machine that is read has at most `local` MB, a folder `folder` articles, and a list that is imported
    `feeds` feeds.
    """

    seconds: float = 30.0
    size: float = 10.0
    redirects: int = 10
    at_once: int = 8
    per_host: int = 1
    entries: int = 5_000
    depth: int = 500
    article: float = 2.0
    file: float = 2048.0
    local: float = 16.0
    folder: int = 10_000
    feeds: int = 20_000

    @property
    def answer_bytes(self) -> int:
        """The largest answer."""
        return int(self.size * MB)

    @property
    def article_length(self) -> int:
        """The longest article, in characters of markup."""
        return int(self.article * MB)


DEFAULT_LIMITS = Limits()
