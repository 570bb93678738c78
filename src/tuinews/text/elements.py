"""What elements of a page say by their attributes and by what is in them."""

import re

from selectolax.lexbor import LexborNode

_LANGUAGE = re.compile(
    r"(?:^|\s)(?:lang(?:uage)?|brush|highlight-source|sourceCode)[-: ]\s*([\w+#.-]+)", re.IGNORECASE
)
_INTEGER = re.compile(r"\s*(-?\d{1,7})")
_FILE_NAME = re.compile(r"[\w()%.-]+\.(?:jpe?g|png|gif|webp|avif|svg|heic)", re.IGNORECASE)
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_DISPLAY = re.compile(rb"display\s*:\s*none")  # begins with a word, so it is sought as fast as that

# Said to screen readers only, or asked of readers of the site only: nothing of the article.
_ASIDE = re.compile(r"\b(?:screen-reader-text|sr-only|visually-hidden|subscription-widget)")
# A page without any of these words hides nothing. They are sought as they stand in lower case, at 2 GB/s
# each, those of classes only in tags that have one; one pattern of them, its case ignored, went at 15 MB/s.
_CLASSES = re.compile(rb"class[^>]*")
# A tag with an attribute, behind others without; a name may hold a "<". Each byte is looked at once.
_ATTRIBUTES = re.compile(rb"(?:[^<]++|<[a-zA-Z][^\s>/]*+>|<(?![a-zA-Z]))*+<[a-zA-Z][^\s>/]*+[\s/]")
_ASIDE_WORDS = (b"screen-reader-text", b"sr-only", b"subscription-widget")
_HIDING = (
    '[hidden], [style*="display" i], [style*="visibility" i], [class*="screen-reader-text" i],'
    ' [class*="sr-only" i], [class*="visually-hidden" i], [class*="subscription-widget" i]'
)

# Numbers of lines beside code, the second writing of a formula, buttons to share, links to edit: seen on the
# page, and nothing of the article. Each class as it stands, with the tag it is meant on.
_BESIDE = (
    "td.linenos", "span.linenos", "span.lineno", "pre.lineno", "td.gutter", "td.rouge-gutter", "span.lnt",
    "span.line-numbers-rows", "span.katex-html", "div.sharedaddy", "div.jp-relatedposts", "div.feedflare",
    "div.addtoany_share_save_container", "span.mw-editsection",
)  # fmt: skip
_BESIDE_WORDS = tuple(selector.split(".")[1].encode() for selector in _BESIDE)
_ALL_BESIDE = ", ".join(_BESIDE)


def hidden_in(body: LexborNode, source: bytes) -> frozenset[int]:
    """Return the identities of the elements that no reader of the article wants to see."""
    if not _ATTRIBUTES.match(source):  # at 2 GB/s, where each of the words below is sought as long
        return frozenset()
    found: list[int] = []
    lowered = source.lower()
    classes = b" ".join(_CLASSES.findall(lowered)) if b"class" in lowered else b""
    if _may_hide(lowered) or _any(_ASIDE_WORDS, classes):
        found += [node.mem_id for node in body.css(_HIDING) if _is_hidden(node)]
    if _any(_BESIDE_WORDS, classes):
        found += [node.mem_id for node in body.css(_ALL_BESIDE)]
    return frozenset(found)


def _may_hide(lowered: bytes) -> bool:
    """Whether an attribute or a style may hide something; `aria-hidden` hides it only from screen readers."""
    if b"hidden" in lowered and lowered.count(b"hidden") > lowered.count(b"aria-hidden"):
        return True
    return b"display" in lowered and _DISPLAY.search(lowered) is not None


def _any(words: tuple[bytes, ...], classes: bytes) -> bool:
    return bool(classes) and any(word in classes for word in words)


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if "hidden" in attributes or _INVISIBLE.search((attributes.get("style") or "").lower()):
        return True
    return bool(_ASIDE.search((attributes.get("class") or "").lower()))


def is_words(node: LexborNode | None) -> bool:
    """Whether a node is a text with a word in it."""
    return node is not None and node.tag == "-text" and bool((node.text_content or "").strip())


def children(node: LexborNode) -> list[str]:
    """Return the tags of the elements right inside `node`."""
    return [child.tag or "" for child in node.iter()]


def integer(value: str | None, default: int) -> int:
    """Return the integer an attribute begins with, within reason, as browsers read it."""
    match = _INTEGER.match(value or "")
    return int(match[1]) if match else default


def code_language(node: LexborNode) -> str:
    """Return the language named by the usual classes on a `pre`, its `code` or what wraps it."""
    inner = node.first_child
    for place in (node, inner, node.parent):
        classes = (place.attributes.get("class") or "") if place is not None and place.is_element_node else ""
        if match := _LANGUAGE.search(classes):
            return match[1].lower()
    return ""


def image_source(attributes: dict[str, str | None]) -> str:
    """Return the address of an image, looking behind the placeholder of pages that load images late."""
    source = attributes.get("src") or ""
    if source and not source.startswith("data:"):
        return source
    late = attributes.get("data-src") or attributes.get("data-lazy-src") or attributes.get("data-original")
    if late:
        return late
    return (attributes.get("srcset") or attributes.get("data-srcset") or "").strip().split(" ")[0].rstrip(",")


def alternative(attributes: dict[str, str | None]) -> str:
    """Return what an image says to those who do not see it, "" for the name of its file."""
    alt = " ".join((attributes.get("alt") or "").split())
    return "" if _FILE_NAME.fullmatch(alt) else alt


def formula(math: LexborNode) -> str:
    """Return a formula as its author typed it in TeX, "" where the page does not say."""
    source = math.css_first('annotation[encoding="application/x-tex"]')
    return ((source.text() if source is not None else math.attributes.get("alttext")) or "").strip()


def is_layout(table: LexborNode) -> bool:
    """Tell a table that only arranges the page (as mails do) from one with rows of data."""
    return (
        table.css_first("td table, td ul, td ol, td h1, td h2, td h3, td blockquote, td pre, td p + p, td hr")
        is not None
        or table.css_first("td + td, th + td, th + th, td + th") is None
    )
