"""The program's own themes: one TOML file each, loaded when it is needed."""

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.theme import Theme

DEFAULT = "lamplight"
FOLDER = Path(__file__).parent

OWN_VARIABLES = {
    "muted": "text-muted",
    "rule": "panel",
    "quote": "text-success",
    "person": "text-warning",
    "match": "text-accent",
}
"""Variables of ours, and the one of Textual's that stands in where a theme has none."""


def names() -> list[str]:
    """The names of the program's own themes."""
    return sorted(file.stem for file in FOLDER.glob("*.toml"))


@cache
def load(name: str) -> "Theme":
    """Read one of the program's own themes."""
    from textual.theme import Theme

    table = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    return Theme(name=name, **table)
