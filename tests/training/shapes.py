"""What names and wire reports are made of, from `shapes.toml`."""

import tomllib
from pathlib import Path

_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def _lists(section: str) -> dict[str, list[str]]:
    """The lists of a section: words separated by blanks, or an array of phrases."""
    return {k: v.split() if isinstance(v, str) else list(v) for k, v in _TABLE[section].items()}


NAMES = _lists("names")
OTHERS = _lists("others")
LINES: dict[str, list[str]] = {kind: text.split("\n") for kind, text in _TABLE["lines"].items()}
_FAMILY_FIRST = "chinese", "korean", "cantonese", "vietnamese", "japanese", "families"
FAMILY_FIRST = [word for people in _FAMILY_FIRST for word in NAMES[people]]
