"""What elements of a page say by their attributes and by what is in them."""

import re

from selectolax.lexbor import LexborNode

_LANGUAGE = re.compile(
    r"(?:^|\s)(?:lang(?:uage)?|brush|highlight-source|sourceCode)[-: ]\s*([\w+#.-]+)", re.IGNORECASE
)
_INTEGER = re.compile(r"\s*(-?\d{1,7})")
_FILE_NAME = re.compile(r"[\w()%.-]+\.(?:jpe?g|png|gif|webp|avif|svg|heic)", re.IGNORECASE)
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_DISPLAY = re.compile(rb"display\s*:\s*none")

# Said to screen readers only, or asked of readers of the site only: nothing of the article.
_ASIDE = re.compile(r"\b(?:screen-reader-text|sr-only|visually-hidden|subscription-widget)")
# A tag with attributes, which may have a ">" in quotes; a name may hold a "<". Each byte is looked at once.
_TAG = re.compile(rb"""<[a-zA-Z][^\s>/]*+[\s/][^"'>]*+(?:"[^"]*+"[^"'>]*+|'[^']*+'[^"'>]*+)*+""")
_CLASSES = re.compile(rb"class[=\s]+[\"']?([^\"'>]*)")
_ASIDE_WORDS = (b"screen-reader-text", b"sr-only", b"subscription-widget")
_HIDING = (
    '[hidden], [style*="display" i], [style*="visibility" i], [class*="screen-reader-text" i],'
    ' [class*="sr-only" i], [class*="visually-hidden" i], [class*="subscription-widget" i]'
)

# Numbers of lines beside code, the second writing of a formula, buttons to share, links to edit, contents
# whose links lead nowhere here: on the page, and nothing of the article. Each class, with its tag.
_BESIDE = {
    b"linenos": "td.linenos, span.linenos", b"lineno": "span.lineno, pre.lineno", b"gutter": "td.gutter",
    b"rouge-gutter": "td.rouge-gutter", b"lnt": "span.lnt", b"line-numbers-rows": "span.line-numbers-rows",
    b"katex-html": "span.katex-html", b"sharedaddy": "div.sharedaddy", b"feedflare": "div.feedflare",
    b"jp-relatedposts": "div.jp-relatedposts", b"mw-editsection": "span.mw-editsection",
    b"addtoany_share_save_container": "div.addtoany_share_save_container",
    b"addtoany_share": "a.addtoany_share", b"yarpp-related": "div.yarpp-related",
    b"bbcodeblock-expandlink": "div.bbCodeBlock-expandLink",
    b"lightbox-wrapper": "a.lightbox div.meta", b"beehiiv__footer": "div.beehiiv__footer",
    b"ez-toc-title-container": "div.ez-toc-title-container", b"ez-toc-list": "ul.ez-toc-list",
    b"margin-toggle": "input.margin-toggle",
}  # fmt: skip

_ARRANGED = "td table, td ul, td ol, td h1, td h2, td h3, td blockquote, td pre, td p + p, td hr"

_JOINED = frozenset({"span", "time"})
_SENTENCE_ENDS = frozenset('.!?…:;)”»"')

_VERSE = re.compile(r"(?:^|[\s-])(?:verse|poem|poetry)(?:\s|$)")
_CAPTION = re.compile(r"\b(?:wp-caption-text|tr-caption)(?:\s|$)")
_NORMAL = re.compile(r"font-weight\s*:\s*(?:normal|400)")
# Parts of the classes of images that stand for a sign, and for a formula.
_SIGNS = ("moji", "smiley", "smilies")
_FORMULAS = ("latex", "mwe-math", "ql-img")
# What programs say of an image of which nobody said anything.
_UNSAID = frozenset({"__wf_reserved_inherit", "ree"})


def tags_with_attributes(source: bytes) -> bytes:
    """Return the tags that have attributes, each once, in lower case.

    What is sought on a page is sought there: the tags of a page repeat each other, so they are short.
    """
    return b" ".join(set(_TAG.findall(source))).lower()


def hidden_in(body: LexborNode, tags: bytes) -> frozenset[int]:
    """Return the identities of the elements that no reader of the article wants to see."""
    if not tags:
        return frozenset()
    found: list[int] = []
    classes = b" ".join(_CLASSES.findall(tags)) if b"class" in tags else b""
    if _may_hide(tags) or (classes and any(word in classes for word in _ASIDE_WORDS)):
        waiting = _only_child(body)  # for a script, to be shown: nobody sends nothing
        found += [node.mem_id for node in body.css(_HIDING) if node.mem_id != waiting and _is_hidden(node)]
    if classes and (beside := _BESIDE.keys() & classes.split()):
        found += [node.mem_id for node in body.css(", ".join(map(_BESIDE.__getitem__, beside)))]
    return frozenset(found)


def _only_child(body: LexborNode) -> int:
    shown = [node.mem_id for node in body.iter(include_text=True) if node.tag != "-text" or is_words(node)]
    return shown[0] if len(shown) == 1 else 0


def _may_hide(tags: bytes) -> bool:
    """Whether an attribute or a style may hide something; `aria-hidden` hides it only from screen readers."""
    if b"hidden" in tags and tags.count(b"hidden") > tags.count(b"aria-hidden"):
        return True
    return b"display" in tags and _DISPLAY.search(tags) is not None


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if "hidden" in attributes or _INVISIBLE.search((attributes.get("style") or "").lower()):
        return True
    return bool(_ASIDE.search((attributes.get("class") or "").lower()))


def is_words(node: LexborNode | None) -> bool:
    """Whether a node is a text with a word in it."""
    return node is not None and node.tag == "-text" and bool((node.text_content or "").strip())


def before(node: LexborNode) -> str:
    """Return the tag of the element right before `node`, "" where words are between."""
    other = node.prev
    while other is not None and other.tag == "-text" and not is_words(other):
        other = other.prev
    return (other.tag or "") if other is not None else ""


def are_apart(node: LexborNode, last: str) -> bool:
    """Whether the words in `node` and `last`, the piece right before, are parted by the looks of a page only.

    Such as those of a caption and its photographer, or a time and a headline. A word in two colours goes on
    with no capital; initials are short, and the parts of a program's names hold no blank.
    """
    if len(last) < 3 or not (
        last[-1].islower() or last[-1].isdigit() or (last[-1] in _SENTENCE_ENDS and " " in last[-80:])
    ):
        return False
    other = node.prev
    inner: LexborNode | None = node if other is not None and other.tag in _JOINED else None
    while inner is not None and inner.tag != "-text":
        inner = inner.first_child
    first = ((inner.text_content or "") if inner is not None else "")[:1]
    return first.isupper() or (first.isdigit() and not last[-1].isdigit())


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
    source = _late(attributes) or attributes.get("src") or ""
    if source and not source.startswith("data:"):
        return source
    return (attributes.get("srcset") or attributes.get("data-srcset") or "").strip().split(" ")[0].rstrip(",")


def media_source(node: LexborNode, attributes: dict[str, str | None]) -> str:
    """Return the address of what a page embeds."""
    source = _late(attributes) or attributes.get("src") or ""
    if not source and (inner := node.css_first("source[src]")) is not None:
        source = inner.attributes.get("src") or ""
    return source


def _late(attributes: dict[str, str | None]) -> str:
    return (
        attributes.get("data-src") or attributes.get("data-lazy-src") or attributes.get("data-original") or ""
    )


def alternative(attributes: dict[str, str | None]) -> str:
    """Return what an image says to those who do not see it, "" for the name of its file."""
    alt = " ".join((attributes.get("alt") or "").split())
    return "" if alt in _UNSAID or _FILE_NAME.fullmatch(alt) else alt


def stands_for(attributes: dict[str, str | None], alt: str) -> str:
    """Return what an image with words stands for: a "sign" of writing, a "formula", "" for what it shows."""
    classes = attributes.get("class")
    if classes and any(part in classes for part in _SIGNS):
        return "sign"
    if classes and any(part in classes for part in _FORMULAS):
        return "formula"
    return "sign" if len(alt) <= 8 and not alt.isascii() and not any(map(str.isalnum, alt)) else ""


def is_verse(pre: LexborNode) -> bool:
    """Whether a `pre` keeps the lines of a poem, not of code."""
    return bool(_VERSE.search(pre.attributes.get("class") or ""))


def is_caption(node: LexborNode) -> bool:
    """Whether a paragraph or cell is what is said of a picture, as programs of old wrote it."""
    return bool(_CAPTION.search(node.attributes.get("class") or ""))


def is_attribution(cite: LexborNode) -> bool:
    """Whether a `cite` tells who is quoted, before what they said."""
    parent = cite.parent
    while parent is not None and parent.tag == "div":
        parent = parent.parent
    return parent is not None and parent.tag == "blockquote" and not before(cite) and not is_words(cite.prev)


def is_plain(b: LexborNode) -> bool:
    """Whether a `b` is not bold at all: editors wrap all that is pasted into them in such a one."""
    return bool(_NORMAL.search(b.attributes.get("style") or ""))


def is_layout(table: LexborNode) -> bool:
    """Tell a table that only arranges the page (as mails do) from one with rows of data."""
    if (
        table.css_first(_ARRANGED) is not None
        or table.css_first("td + td, th + td, th + th, td + th") is None
    ):
        return True
    return (
        table.css_first("td br, td div + div, td img") is not None and table.css_first("tr + tr, th") is None
    )
