"""One rule, made or changed: the search, what is done, and at once what that finds in the library."""

from array import array
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Offset
from textual.screen import Screen
from textual.widgets import Checkbox, Input, Static
from textual.worker import get_current_worker

from tuinews.model import Deeds, Rule, Span
from tuinews.query import EVERYTHING, Field, describe, parse
from tuinews.ui.commands import bindings
from tuinews.ui.messages import Listed
from tuinews.ui.screens.over import Heading
from tuinews.ui.widgets.bars import Keys, Status
from tuinews.ui.widgets.headlines import Headlines

if TYPE_CHECKING:
    from tuinews.ui.screens.choosing import Choosing

BOXES = {"read": "mark read", "star": "star", "hide": "hide", "notify": "notify"}


class Box(Checkbox):
    """A box that is empty while it is off: Textual's has its sign always, and tells by the colour alone."""

    cursor_place = Offset(1, 0)
    """The terminal's own cursor stands on the sign."""

    def __init__(self, label: str, value: bool, name: str) -> None:
        super().__init__(label, value, id=name, compact=True)
        self.BUTTON_INNER = "X" if value else " "

    def watch_value(self) -> None:
        """Put the sign in, or take it out."""
        self.BUTTON_INNER = "X" if self.value else " "
        super().watch_value()


class RuleEditor(Screen[tuple[str, Deeds] | None]):
    """Answers with the search and the deeds; None when left with Esc."""

    CSS = """
    RuleEditor #meant { color: $muted; height: 1; margin: 0 0 1 0; }
    RuleEditor Horizontal { height: 1; margin: 0 0 1 0; }
    RuleEditor Checkbox { margin: 0 2 0 0; background: $background; }
    RuleEditor Checkbox > .toggle--button, RuleEditor Checkbox.-on > .toggle--button {
        color: $foreground; background: $rule;
    }
    RuleEditor Horizontal Input { width: 1fr; }
    RuleEditor Headlines { height: 1fr; border: none; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("rule")]
    AUTO_FOCUS = "#sought"

    def __init__(self, main: "Choosing", rule: Rule | None) -> None:
        super().__init__()
        self._library = main.library
        self._rule = rule or Rule(0, main.asked, Deeds())
        self.heading = Heading("Rule", "what it finds in the library is below")
        self.status = Status()
        self.rows = Headlines(main.library.articles.headlines, self._title_hits, main.now)
        self._question = 0

    def compose(self) -> ComposeResult:
        """Search, what it means, deeds, what it finds, state, keys."""
        deeds = self._rule.deeds
        yield self.heading
        with Vertical():
            yield Input(
                self._rule.sought,
                id="sought",
                compact=True,
                select_on_focus=False,
                placeholder="feed:wire title:sport",
            )
            yield Static("", id="meant", markup=False)
            with Horizontal():
                for name, label in BOXES.items():
                    yield Box(label, getattr(deeds, name), name)
                yield Input(deeds.tag, id="tag", compact=True, select_on_focus=False, placeholder="a tag")
            yield self.rows
        yield self.status
        keys = Keys(lambda command: command.title)
        keys.where = "rule"
        yield keys

    def on_mount(self) -> None:
        """Show what the rule finds as it is."""
        self._ask(self._rule.sought)

    def _title_hits(self, title: str) -> list[Span]:
        return self._library.search.hits(self._sought, title, Field.TITLE)

    @property
    def _sought(self) -> str:
        return self.query_one("#sought", Input).value.strip()

    # The preview

    @on(Input.Changed, "#sought")
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._ask(event.value)

    def _ask(self, typed: str) -> None:
        query = parse(typed)
        told = describe(query) if query.where != EVERYTHING else "Type a search: what a rule is about"
        self.query_one("#meant", Static).update(Content(" · ".join([told, *query.hints])))
        self._question += 1
        self._find(self._question, typed.strip() if query.where != EVERYTHING else "")

    @work(thread=True, exclusive=True, group="preview", exit_on_error=True)
    def _find(self, question: int, typed: str) -> None:
        stop = get_current_worker().cancelled_event
        first = True
        for ids in self._library.search.ids(typed, stop) if typed else ():
            self.post_message(Listed(question, ids, first, last=False))
            first = False
        if not stop.is_set():
            self.post_message(Listed(question, array("q"), first, last=True))

    @on(Listed)
    def _listed(self, event: Listed) -> None:
        if event.question != self._question:
            return
        ids = event.rows
        assert isinstance(ids, array)
        if event.first:
            self.rows.put(ids)
        else:
            self.rows.add(ids)
        number = self.rows.count
        if event.last and not number:
            self.heading.number = "nothing found" if self._sought else ""
        else:
            self.heading.number = f"{number:,} found{'' if event.last else ' …'}"

    # Keys

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_keep()

    def action_keep(self) -> None:
        """Keep the rule; told when there is nothing to keep."""
        boxes = {name: self.query_one(f"#{name}", Checkbox).value for name in BOXES}
        tag = self.query_one("#tag", Input).value.strip().removeprefix("#").strip()
        deeds = Deeds(tag=tag, **boxes)
        if parse(self._sought).where == EVERYTHING:
            self.status.say("A rule needs a search: without one it would be about everything", warning=True)
        elif not any(deeds):
            self.status.say("Choose what the rule does: Tab goes there, Space marks it", warning=True)
        else:
            self.dismiss((self._sought, deeds))

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)
