"""The body of an entry, which its feed calls HTML, and which often enough is none."""

import re
from html import unescape

from tuinews.model import Mark
from tuinews.text.brackets import as_html, is_bracketed
from tuinews.text.clean import clean
from tuinews.text.plain import plain

_TAG = re.compile(r"<[a-zA-Z/!]")
# Nobody writes about both ends of an element, or a break, without a single tag of their own around it.
_ESCAPED_TAG = re.compile(
    r"&lt;/(?:p|div|a|ul|ol|li|b|i|strong|em|span|h[1-6]|blockquote|table|figure)\s*&gt;|&lt;br\s*/?&gt;",
    re.IGNORECASE,
)

# Nobody writes of references to usual signs without a single `code` around one.
_ESCAPED_REFERENCE = re.compile(
    r"&amp;(?:#\d{2,5}|#x[0-9a-f]{2,4}|nbsp|[lr][sd]quo|[nm]dash|hellip|[lr]aquo|quot|apos);", re.IGNORECASE
)
_CODE = re.compile(r"<(?:code|pre|tt|kbd|samp)\b", re.IGNORECASE)

# The last line that WordPress puts under every entry: it names the entry and its site once more.
_APPEARED = re.compile(
    r"<p>\s*The post <a [^<>]*>[^<]*</a> (?:appeared first|first appeared) on <a [^<>]*>[^<]*</a>\.?\s*</p>"
)


def readable(body: str, base_url: str = "") -> tuple[str, tuple[Mark, ...]]:
    """Return text and marks of a body that is HTML by name.

    A body without any tag has lines that are meant (descriptions of videos, for one), unless its tags
    were escaped once too often: then they are read, as are references that were. BBCode is
    read, too.
    """
    if not body:
        return "", ()
    if "[/" in body and is_bracketed(body):
        return clean(as_html(body), base_url)
    if _TAG.search(body):
        if " appeared " in body:
            body = _APPEARED.sub("", body)
        if "&amp;" in body and _ESCAPED_REFERENCE.search(body) and not _CODE.search(body):
            body = body.replace("&amp;", "&")
        return clean(body, base_url)
    if "&lt;" in body and _ESCAPED_TAG.search(body):
        return clean(unescape(body), base_url)
    return plain(unescape(body)) if "\n" in body else clean(body, base_url)
