"""An article as a letter that the user's mail program opens: a `mailto:` address (RFC 6068)."""

from urllib.parse import quote

from tuinews.model import Analysis, Article
from tuinews.sharing.text import as_text

MOST = 1900
"""Characters of the whole address; on Windows a program takes 2,048."""

_BREAK = "%0D%0A"


def as_mailto(article: Article, analysis: Analysis | None = None) -> str:
    """Return the address of a letter to nobody yet, with as many lines of the article as it has room for."""
    address = f"mailto:?subject={_quoted(' '.join(article.title.split())[:150])[:600]}&body="
    more = _BREAK + _quoted("[…]")
    for line in as_text(article, analysis).split("\n"):
        further = _quoted(line) + _BREAK
        if len(address) + len(further) + len(more) > MOST:
            return address + more
        address += further
    return address


def _quoted(text: str) -> str:
    return quote(text.encode("utf-8", "replace"), safe="")
