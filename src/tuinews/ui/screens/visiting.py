"""The part of the main screen that goes to a place in an article and back to where one came from."""

from array import array
from typing import TYPE_CHECKING, Any, NamedTuple

from tuinews.model import Span
from tuinews.ui.screens.finding import Finding, Place
from tuinews.ui.trail import Trail

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.screen import Screen


class Goal(NamedTuple):
    """A place to go to. `speaker` is told beside it, None where it is no quotation.

    With `ids` the list becomes these articles, and `sought` the search that finds them.
    """

    article_id: int
    span: Span | None = None
    speaker: str | None = None
    ids: "array[int] | None" = None
    sought: str = ""


class Step(NamedTuple):
    """Where one left for a place: the main screen, what was marked there, and the panels over it."""

    place: Place
    here: Span | None
    speaker: str | None
    panels: "list[Screen[Any]]"


class Visiting(Finding):
    """Panels lie over the main screen; going to a place from one leaves it waiting for the way back."""

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)
        self.came_from: list[Step] = []
        self._trail: Trail[Step] = Trail()
        self._is_returning = False

    # Places visited

    def leave_place(self) -> None:
        """Another place is gone to: this one can be gone back to."""
        if self._is_returning:
            return
        here, last = self._step(), self._trail.last
        if here.place.article and (last is None or _where(last) != _where(here)):
            self._trail.leave(here)

    def action_visited(self, by: int) -> None:
        """Go back to the place visited before, or forward again."""
        step = self._trail.go(by, self._step())
        if step is None:
            self.tell("No place before this one" if by < 0 else "No place after this one")
            return
        self.stay()
        self._be_at(step)
        self.tell("Back where you were" if by < 0 else "Forward again")

    def _step(self, panels: "Sequence[Screen[Any]]" = ()) -> Step:
        place = self._place()
        article, ids = place.article, place.ids
        is_left = article is not None and ids[place.cursor : place.cursor + 1] != array("q", [article])
        if article is not None and is_left and article in ids:  # the cursor is on its way already
            place = place._replace(cursor=ids.index(article))
        return Step(place, self.reader.here, self.reader.speaker, list(panels))

    def _be_at(self, step: Step) -> None:
        self._is_returning = True
        self._return(step.place, reading=step.place.reading)
        self._is_returning = False
        self.reader.mark(step.here, step.speaker)

    # From panels

    def visit(self, goal: Goal) -> None:
        """Show a place in its article; going back leads to the panels that are open now."""
        place = self._place()
        panels = self.app.screen_stack[self.app.screen_stack.index(self) + 1 :]
        for panel in reversed(panels):
            if not self.app.is_screen_installed(panel):
                self.app.install_screen(panel, f"panel-{id(panel)}")
            self.app.pop_screen()
        self.leave_place()
        came_from = [*self.came_from, self._step(panels)]
        lines = self.headlines
        if goal.ids is not None:
            if self._before is None:
                self._before = place
            self._question += 1  # an answer on its way is to another question
            self.sought = goal.sought
            self.total = len(goal.ids)
            at = goal.ids.index(goal.article_id) if goal.article_id in goal.ids else 0
            lines.put(goal.ids, at, sought=goal.sought)
            self._mark_hits()
        elif goal.article_id in lines.ids:
            lines.cursor = lines.ids.index(goal.article_id)
        self.enter()
        self.came_from = came_from
        if goal.span is not None:
            self.call_after_refresh(self.reader.go_to, goal.span, goal.speaker)

    def go_back(self) -> None:
        """Be again where one came from: the same panel, the same row, and below it the same article."""
        step = self.came_from.pop()
        waiting = self.came_from
        self._be_at(step)
        self.came_from = waiting
        for panel in step.panels:
            self.app.push_screen(panel)

    def stay(self) -> None:
        """Forget the way back: one is in the list again, by one's own choice."""
        for step in self.came_from:
            for panel in step.panels:
                self.app.uninstall_screen(panel)
                panel.remove()
        self.came_from = []


def _where(step: Step) -> tuple[object, ...]:
    """What makes two places one: article, line and what is marked there."""
    return step.place.article, step.place.offset, step.here
