"""The body of an entry, which its feed calls HTML, and which often enough is none."""

import re
from html import unescape

from tuinews.model import Mark
from tuinews.text.clean import clean
from tuinews.text.plain import plain

_TAG = re.compile(r"<[a-zA-Z/!]")
# Nobody writes about both ends of an element, or a break, without a single tag of their own around it.
_ESCAPED_TAG = re.compile(
    r"&lt;/(?:p|div|a|ul|ol|li|b|i|strong|em|span|h[1-6]|blockquote|table|figure)\s*&gt;|&lt;br\s*/?&gt;",
    re.IGNORECASE,
)

# The last line that WordPress puts under every entry: it names the entry and its site once more.
_APPEARED = re.compile(
    r"<p>\s*The post <a [^<>]*>[^<]*</a> (?:appeared first|first appeared) on <a [^<>]*>[^<]*</a>\.?\s*</p>"
)


def readable(body: str, base_url: str = "") -> tuple[str, tuple[Mark, ...]]:
    """Return text and marks of a body that is HTML by name.

    A body without any tag has lines that are meant (descriptions of videos, for one), unless its tags
    were escaped once too often: then they are read.
    """
    if not body:
        return "", ()
    if _TAG.search(body):
        if " appeared " in body:
            body = _APPEARED.sub("", body)
        return clean(body, base_url)
    if "&lt;" in body and _ESCAPED_TAG.search(body):
        return clean(unescape(body), base_url)
    return plain(unescape(body)) if "\n" in body else clean(body, base_url)
