"""A pane of text that scrolls, and takes the terminal's own cursor with it."""

from textual.containers import VerticalScroll
from textual.geometry import Offset


class Pane(VerticalScroll):
    """Braille displays and magnifiers are at the first line in sight."""

    DEFAULT_CSS = """
    Pane {
        scrollbar-size-vertical: 1;
        scrollbar-color: $rule;
        scrollbar-color-hover: $muted;
        scrollbar-color-active: $primary;
    }
    """
    cursor_place = Offset(0, 0)
