"""The program's own themes.

A table and no files of their own: the parser for those took 2 ms of the start.
"""

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.theme import Theme

DEFAULT = "lamplight"

PLAIN = "terminal"
"""The one that tells everything without a colour too."""

OWN_VARIABLES = {
    "muted": "text-muted",
    "rule": "panel",
    "quote": "text-success",
    "person": "text-warning",
    "match": "text-accent",
    "cursor": "panel",
}
"""Variables of ours, and the one of Textual's that stands in where a theme has none."""

THEMES: dict[str, dict[str, Any]] = {
    "lamplight": {  # dark and warm: ink-blue paper under a lamp
        "dark": True,
        "background": "#15171c",
        "surface": "#15171c",
        "panel": "#1d2027",
        "boost": "#262a33",
        "foreground": "#d9d5cb",
        "primary": "#86aed6",
        "secondary": "#6f8fb3",
        "accent": "#e3b76b",
        "warning": "#e3b76b",
        "error": "#e58a7b",
        "success": "#9cc7a2",
        "variables": {
            "muted": "#9396a0",
            "rule": "#2c313b",
            "quote": "#a3cdaa",
            "person": "#ecc27b",
            "match": "#f2d98b",
            "cursor": "#262b36",
        },
    },
    "paper": {  # light: warm paper and dark ink
        "dark": False,
        "background": "#fbf9f4",
        "surface": "#fbf9f4",
        "panel": "#f2eee5",
        "boost": "#e9e3d6",
        "foreground": "#2b2a27",
        "primary": "#285a8c",
        "secondary": "#4b6f95",
        "accent": "#8a4a06",
        "warning": "#8a4a06",
        "error": "#a3291d",
        "success": "#2a6540",
        "variables": {
            "muted": "#696459",
            "rule": "#ddd6c7",
            "quote": "#22603a",
            "person": "#8a4a06",
            "match": "#6b4a00",
            "cursor": "#e9e3d6",
        },
    },
    "contrast": {  # high contrast: black, white and three pure tones
        "dark": True,
        "background": "#000000",
        "surface": "#000000",
        "panel": "#000000",
        "boost": "#1c1c1c",
        "foreground": "#ffffff",
        "primary": "#7fc4ff",
        "secondary": "#7fc4ff",
        "accent": "#ffd75f",
        "warning": "#ffd75f",
        "error": "#ff9d94",
        "success": "#8df0a1",
        "variables": {
            "muted": "#c8c8c8",
            "rule": "#8a8a8a",
            "quote": "#8df0a1",
            "person": "#ffd75f",
            "match": "#ffff66",
            "cursor": "#333333",
        },
    },
    "terminal": {  # the terminal's own colours
        "ansi": True,
        "dark": True,
        "background": "ansi_default",
        "surface": "ansi_default",
        "panel": "ansi_default",
        "boost": "ansi_default",
        "foreground": "ansi_default",
        "primary": "ansi_blue",
        "secondary": "ansi_cyan",
        "accent": "ansi_yellow",
        "warning": "ansi_yellow",
        "error": "ansi_red",
        "success": "ansi_green",
        "variables": {
            "ansi-background": "ansi_default",
            "ansi-foreground": "ansi_default",
            "input-cursor-background": "ansi_default",
            "input-cursor-foreground": "ansi_default",
            "input-cursor-text-style": "reverse",
            "input-selection-background": "ansi_bright_blue",
            "input-selection-foreground": "ansi_black",
            "screen-selection-background": "ansi_bright_blue",
            "screen-selection-foreground": "ansi_black",
            "muted": "ansi_default",
            "rule": "ansi_bright_black",
            "quote": "ansi_green",
            "person": "ansi_yellow",
            "match": "ansi_yellow",
            "cursor": "ansi_bright_black",
        },
    },
}
"""What each theme gives to `textual.theme.Theme`."""


def names() -> list[str]:
    """The names of the program's own themes."""
    return sorted(THEMES)


def available() -> list[str]:
    """The names of all themes: ours first, then Textual's own."""
    from textual.theme import BUILTIN_THEMES

    return [*names(), *sorted(BUILTIN_THEMES)]


@cache
def load(name: str) -> "Theme":
    """Make one of the program's own themes, or make one of Textual's readable for it."""
    if name in THEMES:
        from textual.theme import Theme

        return Theme(name=name, **THEMES[name])
    from textual.theme import BUILTIN_THEMES

    theme = BUILTIN_THEMES[name]
    if theme.ansi:
        return theme
    from tuinews.ui.contrast import readable

    return readable(theme, OWN_VARIABLES)
