"""Colours that can be read on each other, as WCAG 2.2 reckons it, and foreign themes brought up to that.

A theme made for a program of buttons may have a panel that is nearly as light as its letters: text on it
stands out 3.1 times in atom-one-dark, 2.5 in atom-one-light. What can be read stays as its theme has it.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.color import Color

if TYPE_CHECKING:
    from textual.theme import Theme

LEAST = 4.5
"""The contrast that text has at least (WCAG 2.2, 1.4.3, AA); a terminal has no large text."""

STEPS = 20
"""In how many steps a colour is moved until it can be read."""


def luminance(colour: Color) -> float:
    """Return the relative luminance (WCAG 2.2): 0 for black, 1 for white."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Return the ratio of two luminances (WCAG 2.2): 1 for the same, 21 for black on white."""
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def moved(colour: Color, towards: Color, grounds: Iterable[Color]) -> Color:
    """Return `colour`, moved as little as possible to be readable on all `grounds`."""
    grounds = tuple(grounds)
    for step in range(STEPS):
        found = colour.blend(towards, step / STEPS, 1)
        if min(contrast(found, ground) for ground in grounds) >= LEAST:
            return found
    return towards


def readable(theme: "Theme", own: dict[str, str]) -> "Theme":
    """Return a theme whose text can be read wherever this program puts it.

    `own` are the variables to be added, each with the one of Textual's it is made from.
    """
    made = {
        name: Color.parse(value)
        for name, value in theme.to_color_system().generate().items()
        if name in {"background", "foreground", "panel", "primary", "secondary", "error", *own.values()}
        and not value.startswith("auto")
    }
    black, white = Color(0, 0, 0), Color(255, 255, 255)
    ground, letters = made["background"], white if theme.dark else black
    # The panel is moved first, to leave room between it and the letters for all that is a little weaker.
    panel = made["panel"]
    for step in range(STEPS):
        panel = made["panel"].blend(ground, step / STEPS, 1)
        if contrast(panel, letters) >= 2 * LEAST:
            break
    grounds = (ground, panel)
    foreground = moved(made["foreground"], letters, grounds)
    muted = moved(foreground.blend(ground, 0.4, 1), letters, grounds)

    def hexed(name: str) -> str:
        return moved(made[name], letters, grounds).hex6

    variables = {ours: hexed(theirs) for ours, theirs in own.items() if theirs in made and theirs != "panel"}
    return replace(
        theme,
        foreground=foreground.hex6,
        panel=panel.hex6,
        primary=hexed("primary"),
        secondary=hexed("secondary"),
        error=hexed("error"),
        variables={
            **theme.variables,
            **variables,
            "muted": muted.hex6,
            "rule": made["panel"].hex6,
            "cursor": panel.hex6,
        },
    )
