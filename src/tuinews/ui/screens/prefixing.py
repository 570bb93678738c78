"""The part of the main screen in which a bracket begins a key of two, `]q` or `[p`."""

from textual.events import Key
from textual.timer import Timer

from tuinews.ui.screens.naming import Naming

PAUSE = 0.8
"""Seconds until a bracket is taken to stand alone; the status line tells meanwhile what may follow."""


class Prefixing(Naming):
    """In the list brackets go to another source at once; in the article they wait for the next key."""

    _begun = 0  # 1 after "]", -1 after "["
    _pause: Timer | None = None

    def action_begin(self, by: int) -> None:
        """Wait for the second key, and tell which there are."""
        self._begun = by
        self._pause = self.set_timer(PAUSE, self._alone)
        which = "next" if by > 0 else "previous"
        self.tell(f"q {which} quotation · p {which} name · alone {which} source")

    def _alone(self) -> None:
        by = self._end()
        if by:
            self.action_feed(by)

    def _end(self) -> int:
        by, self._begun = self._begun, 0
        if self._pause is not None:
            self._pause.stop()
        return by

    def on_key(self, event: Key) -> None:
        """The second key: `q`, `p`, the bracket again or Esc; any other comes after the bracket alone."""
        by = self._end()
        if not by:
            return
        taken = True
        if event.key == "q":
            self.action_quotation(by)
        elif event.key == "p":
            self.action_name(by)
        elif event.key == "escape":
            self.tell()
        else:
            taken = event.key in ("right_square_bracket", "left_square_bracket")
            self.action_feed(by)
        if taken:
            event.stop()
            event.prevent_default()
