"""Markup made harmless for the parser: bounded depth, bounded tags.

lexbor takes time quadratic in the depth of nesting (26 s for 100,000 nested `div`, measured) and in
the number of attributes of one tag (1 s for 20,000). No page that a person wrote comes near the
bounds here; what exceeds them loses tags, never text.
"""

import re

DEPTH_LIMIT = 200
ATTRIBUTES_LIMIT = 200

# Below this many tags, or in a tag shorter than this, the worst case takes a few milliseconds.
_HARMLESS_TAGS = 1000
_HARMLESS_LENGTH = 8192

_TAG = re.compile(r"""<(/?)([a-zA-Z][^\s/>]*+)((?:[^"'>]++|"[^"]*+"|'[^']*+')*+)>?""")
_ATTRIBUTE = re.compile(r"""[^\s=/>"']++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"']++))?+""")

# Elements without content, and those that close each other by themselves and so need a container to nest.
_SHALLOW = frozenset(
    """area base br col embed hr img input link meta param source track wbr
    a p li dt dd tr td th thead tbody tfoot option optgroup rt rp""".split()  # noqa: SIM905 - reads as a list of words
)


def tamed(html: str) -> str:
    """Return `html`, rid of start tags nested too deeply and of attributes beyond what any element has."""
    if html.count("<") < _HARMLESS_TAGS and len(html) < _HARMLESS_LENGTH:
        return html
    open_of: dict[str, int] = {}
    depth = 0

    def tame(match: re.Match[str]) -> str:
        nonlocal depth
        closing, name, rest = match.groups()
        if len(rest) > _HARMLESS_LENGTH:
            rest = " " + " ".join(_first(rest, ATTRIBUTES_LIMIT))
        name = name.lower()
        if name not in _SHALLOW:
            if closing:
                if not open_of.get(name):
                    return ""
                open_of[name] -= 1
                depth -= 1
            elif depth >= DEPTH_LIMIT:
                return ""
            else:
                open_of[name] = open_of.get(name, 0) + 1
                depth += 1
        return match.group() if len(rest) == len(match.group(3)) else f"<{closing}{name}{rest}>"

    return _TAG.sub(tame, html)


def _first(attributes: str, limit: int) -> list[str]:
    found = []
    for match in _ATTRIBUTE.finditer(attributes):
        found.append(match.group())
        if len(found) == limit:
            break
    return found
