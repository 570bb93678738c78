"""Formulas as they are typed: in TeX where a page gives that, else with the signs of a keyboard."""

import re

from selectolax.lexbor import LexborNode

_STYLED = re.compile(r"\{\\(?:display|text|script)style\s+(.*)\}", re.DOTALL)

# Nobody's formula is nested deeper; what is, is told without its structure.
_DEEPEST = 30
_RELATIONS = frozenset("=≠≈≡<>≤≥∈→⇒⟹↦∼≪≫⊂⊆")
_HIDDEN = frozenset({"annotation", "annotation-xml", "mphantom"})
_LEAVES = frozenset({"mi", "mn", "mo", "mtext", "ms", "-text"})
# The signs before the second and third part, and those between all.
_SIGNS = {
    "mfrac": "/", "msup": "^", "msub": "_", "msubsup": "_^", "mover": "^", "munder": "_", "munderover": "_^",
    "mroot": "√",
}  # fmt: skip
_BETWEEN = {"mtr": ", ", "mtable": "; "}


def formula(math: LexborNode) -> str:
    """Return a formula as its author typed it in TeX, or else as one would type it."""
    source = math.css_first('annotation[encoding="application/x-tex"]')
    given = (source.text() if source is not None else math.attributes.get("alttext")) or ""
    return bare(given) or _joined(math, 0)


def bare(tex: str) -> str:
    """Return a formula without what only says how large it is to be drawn."""
    tex = tex.strip()
    match = _STYLED.fullmatch(tex)
    return match[1].strip() if match else tex


def _joined(node: LexborNode, depth: int) -> str:
    return "".join(_written(child, depth + 1) for child in node.iter(include_text=True)).strip()


def _written(node: LexborNode, depth: int) -> str:
    tag = node.tag or ""
    if tag in _HIDDEN:
        return ""
    if depth > _DEEPEST or tag in _LEAVES:
        text = " ".join((node.text() or "").split())
        return f" {text} " if text in _RELATIONS or tag == "mtext" else text
    if tag in _SIGNS:
        parts = [_part(child, depth + 1) for child in node.iter()]
        signs = ("", *_SIGNS[tag])
        return "".join(sign + part for sign, part in zip(signs, parts, strict=False) if part)
    if tag in _BETWEEN:
        return _BETWEEN[tag].join(_written(child, depth + 1).strip() for child in node.iter())
    inner = _joined(node, depth)
    return f"√{_grouped(inner)}" if tag == "msqrt" else inner


def _part(node: LexborNode, depth: int) -> str:
    text = _written(node, depth).strip()
    return text if node.tag in _LEAVES else _grouped(text)


def _grouped(part: str) -> str:
    """Return a part of a formula in brackets, unless it is one sign or number."""
    return part if len(part) < 2 or part.isdigit() else f"({part})"
