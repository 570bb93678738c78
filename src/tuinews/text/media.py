"""Images, formulas, and what is embedded."""

from selectolax.lexbor import LexborNode

from tuinews.model import MarkKind
from tuinews.text.elements import (
    alternative,
    image_source,
    integer,
    is_words,
    media_source,
    stands_for,
)
from tuinews.text.formulas import bare, formula
from tuinews.text.links import absolute
from tuinews.text.walk import Leave, Walk, skip


def mathematics(walk: Walk, node: LexborNode) -> Leave:
    """Write a formula."""
    source = formula(node)
    if not source:
        return None
    walk.write(MarkKind.MONO, "", source)
    return skip


def image(walk: Walk, node: LexborNode) -> Leave:
    """Show an image by its words; a sign or a formula is only its words."""
    attributes = node.attributes
    if integer(attributes.get("width"), 99) <= 2 or integer(attributes.get("height"), 99) <= 2:
        return skip  # a tracking pixel
    alt = alternative(attributes)
    if alt and (kind := stands_for(attributes, alt)):
        walk.scribe.text(alt) if kind == "sign" else walk.write(MarkKind.MONO, "", bare(alt))
        return skip
    source = absolute(image_source(attributes), walk.base_url)
    if alt:
        inline = is_words(node.prev) and is_words(node.next)
        walk.scribe.space() if inline else walk.scribe.gap(2)
        walk.write(MarkKind.IMAGE, source, alt)
        walk.scribe.space() if inline else walk.scribe.gap(2)
    elif source:
        walk.scribe.point(MarkKind.IMAGE, source)
    return skip


def embedded(walk: Walk, node: LexborNode) -> Leave:
    """Show a link; what the element holds is for browsers that know no such element."""
    attributes = node.attributes
    address = absolute(media_source(node, attributes), walk.base_url)
    if address:
        walk.scribe.gap(2)
        walk.write(MarkKind.LINK, address, attributes.get("title") or address)
        walk.scribe.gap(2)
    return skip
