"""The view under lists and articles, both of which draw their own lines."""

from textual.geometry import Size
from textual.scroll_view import ScrollView


class Scrolled(ScrollView, can_focus=True):
    """A scroll view whose bars are drawn anew only when they show something else.

    Textual 8.2 draws them whenever anything on the screen is laid out, with each letter that is typed for
    example: 1 to 2 ms a bar, and 1 kB to the terminal.
    """

    _bars: tuple[object, ...] = ()

    def _scroll_update(self, virtual_size: Size) -> None:
        bars = virtual_size, self._container_size, self.show_vertical_scrollbar
        if bars != self._bars:
            self._bars = bars
            super()._scroll_update(virtual_size)
