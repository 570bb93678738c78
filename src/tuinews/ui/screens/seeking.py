"""The part of the main screen that finds words in the article shown."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tuinews.model import Span
from tuinews.ui.screens.parts import Parts

if TYPE_CHECKING:
    from tuinews.ui.widgets.findbar import FindBar


class _Origin(NamedTuple):
    """What was shown before: the line at the top, and what was marked."""

    top: float
    hits: Sequence[Span]
    title_hits: Sequence[Span]
    here: Span | None
    speaker: str | None


class Seeking(Parts):
    """The places are marked as hits are; `n` and `p` go through them as long as the article is shown."""

    _find_bar: "FindBar | None" = None
    _origin: _Origin | None = None
    found: "list[Span]" = []  # noqa: RUF012  never changed, only replaced

    @property
    def is_finding(self) -> bool:
        """Whether the marks in the article are those of words that were found in it."""
        return bool(self.found) and self.reader.hits is self.found

    async def action_find(self) -> None:
        """Open the line for the words, remembering where one is."""
        if self.reader.article is None:
            self.tell("No article here")
            return
        if not self.reading:
            self.enter()
        from textual.widgets import Input

        from tuinews.ui.widgets.findbar import FindBar

        if self._find_bar is None:
            self._find_bar = FindBar()
            await self.mount(self._find_bar, before=self.status)
        if self._origin is None:
            self.leave_place()
            reader = self.reader
            hits = () if self.is_finding else reader.hits
            self._origin = _Origin(reader.scroll_y, hits, reader.title_hits, reader.here, reader.speaker)
            self._find_bar.open()
        self._find_bar.query_one(Input).focus()

    def to_found(self, by: int) -> None:
        """Go to the next place that was found, or the one before; from the last to the first."""
        here = self.reader.here.start if self.reader.here else self.reader.offset_shown
        starts = [span.start for span in self.found]
        index = bisect_right(starts, here) if by > 0 else bisect_left(starts, here) - 1
        self._show_found(index % len(starts))

    def _show_found(self, index: int) -> None:
        self.reader.go_to(self.found[index])
        told = f"{index + 1:,} of {len(self.found):,}"
        if self._find_bar is not None and self._find_bar.display:
            self._find_bar.tell(told)
        else:
            self.tell(f"Found {told}")

    def on_find_bar_typed(self, event: "FindBar.Typed") -> None:
        """Mark where the words stand, and go to the first place from where one was."""
        from tuinews.ui.widgets.findbar import occurrences

        reader, origin = self.reader, self._origin
        if reader.article is None or origin is None or self._find_bar is None:
            return
        self.found = occurrences(event.words, reader.article.text)
        reader.mark(None)
        reader.scroll_to(y=origin.top, animate=False, force=True)
        reader.search(self.found or origin.hits, origin.title_hits)
        if not self.found:
            self._find_bar.tell("not found" if event.words.strip() else "")
            return
        start = reader.offset_shown
        self._show_found(next((n for n, span in enumerate(self.found) if span.start >= start), 0))

    def on_find_bar_stepped(self, event: "FindBar.Stepped") -> None:
        """Another place, while the words can still be changed."""
        if self.found:
            self.to_found(event.by)

    def on_find_bar_left(self, event: "FindBar.Left") -> None:
        """Put the line away; what was found stays, or everything is as it was before."""
        bar, origin = self._find_bar, self._origin
        if bar is None or origin is None:
            return
        self._origin = None
        bar.display = False
        if not (event.keep and self.found):
            self.found = []
            self.reader.search(origin.hits, origin.title_hits)
            self.reader.mark(origin.here, origin.speaker)
            self.reader.scroll_to(y=origin.top, animate=False, force=True)
        self.reader.focus(scroll_visible=False)
