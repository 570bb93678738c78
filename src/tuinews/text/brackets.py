"""BBCode, the markup of forums and game shops, which some feeds leave as it was typed."""

import re
from html import escape, unescape

# Nobody writes about both ends of a list, a heading, a picture or an address without meaning them.
_MEANT = re.compile(r"\[/(?:list|olist|url|img|quote|h[1-6])\]", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ADDRESS = re.compile(r"\[(img|url)\](https?://[^\s\[\]]{1,2000})\[/\1\]", re.IGNORECASE)
_TAG = re.compile(r"\[(/?)([a-z]{1,9}\d?|\*)(?:=([^\[\]\n]{0,2000}))?\]", re.IGNORECASE)
_ELEMENTS = {
    "b": "b", "i": "i", "u": "u", "s": "s", "strike": "s", "p": "p", "quote": "blockquote", "code": "pre",
    "list": "ul", "olist": "ol", "*": "li", "li": "li", "url": "a", "h1": "h1", "h2": "h2", "h3": "h3",
    "table": "table", "tr": "tr", "th": "th", "td": "td", "spoiler": "div", "center": "div", "img": "span",
    "color": "span", "size": "span", "font": "span", "hr": "hr",
}  # fmt: skip
_BLOCK = "</?(?:ul|ol|li|table|tr|t[hd]|h[1-3]|p|blockquote|hr|pre|div)>"
_BEGINS, _ENDS = re.compile(rf"\s*{_BLOCK}"), re.compile(rf"{_BLOCK}\s*$")


def is_bracketed(body: str) -> bool:
    """Whether a body is written in BBCode, with no other markup than the breaks of its lines."""
    return bool(_MEANT.search(body)) and "<" not in _BREAK.sub("", body)


def as_html(body: str) -> str:
    """Return BBCode as HTML; what only looks like it stays as it is."""
    text = escape(unescape(_BREAK.sub("\n", body)), quote=False)
    html = _TAG.sub(_element, _ADDRESS.sub(_addressed, text))
    lines = [line.rstrip() for line in html.split("\n")]
    parts = []
    for line, following in zip(lines, [*lines[1:], "<hr>"], strict=True):
        # A line's end beside a block says nothing.
        parts += [line, "" if _ENDS.search(line[-15:]) or _BEGINS.match(following) else "<br>"]
    return "".join(parts)


def _addressed(match: re.Match[str]) -> str:
    address = _quoted(match[2])
    return f'<img src="{address}">' if match[1].lower() == "img" else f'<a href="{address}">{match[2]}</a>'


def _element(match: re.Match[str]) -> str:
    closing, name, value = match.groups()
    element = _ELEMENTS.get(name.lower())
    if element is None:
        return match[0]
    if element == "a" and not closing:
        return f'<a href="{_quoted(value or "")}">'
    if element == "blockquote" and value:
        return f"<blockquote><p>{value.partition(';')[0]}:</p>"
    return f"<{closing}{element}>"


def _quoted(address: str) -> str:
    return address.strip("\"' ").replace('"', "%22")
