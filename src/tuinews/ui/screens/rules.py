"""The screen of the rules: their order, what they have caught, and applying them to what is there."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.worker import get_current_worker

from tuinews.errors import TuinewsError
from tuinews.model import Caught, Deeds, Rule
from tuinews.plural import counted
from tuinews.ui.commands import bindings
from tuinews.ui.messages import RowChosen
from tuinews.ui.screens.over import Listing
from tuinews.ui.widgets.rulelist import RuleList

if TYPE_CHECKING:
    from tuinews.ui.screens.choosing import Choosing

NO_RULES = (
    "No rules yet. A rule is a search and what is done to each article it finds as it comes: a makes one."
)


class RulesScreen(Listing[RuleList]):
    """The rules in their order; every change here can be undone."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("rules")]
    PLACE, NONE = "rules", NO_RULES

    def __init__(self, main: "Choosing") -> None:
        super().__init__("Rules", "followed in this order for what comes", RuleList())
        self._main, self._rules = main, main.library.rules

    def on_mount(self) -> None:
        """Show the rules."""
        super().on_mount()
        self._change(lambda: None)

    def _change(self, make: Callable[[], object], sentence: str = "", at: int | None = None) -> None:
        """Change something about the rules in a thread, and show them as they are then."""

        def whole() -> tuple[list[Rule], str]:
            try:
                make()
            except TuinewsError as error:
                return self._rules.all(), str(error)
            return self._rules.all(), ""

        def then(made: tuple[list[Rule], str]) -> None:
            self._show(made[0], at)
            if made[1] or sentence:
                self.status.say(made[1] or sentence, warning=bool(made[1]))

        self._main.change(whole, then)

    def _undoable(self, make: Callable[[], object], done: str, undone: str, at: int | None = None) -> None:
        """Change the rules so that it can be undone: by having again those there are now."""
        before = list(self.rows.rules)

        def whole() -> None:
            make()  # what fails changes nothing, and there is nothing to undo
            self.app.call_from_thread(
                self._main.undoing.did, undone, lambda: self._change(lambda: self._rules.put_back(before))
            )

        self._change(whole, f"{done} · u undoes it", at)

    def _show(self, rules: list[Rule], at: int | None) -> None:
        if not self.is_mounted:
            return
        self.rows.put(rules, at)
        self.listed(counted(len(rules), "rule"))

    # Keys

    def action_add(self) -> None:
        """Make a new rule."""
        self._edit(None)

    @on(RowChosen)
    def _chosen(self, event: RowChosen) -> None:
        event.stop()
        self._edit(self.rows.current)

    def action_edit(self) -> None:
        """Change the rule under the cursor."""
        if self.rows.current is not None:
            self._edit(self.rows.current)

    def _edit(self, rule: Rule | None) -> None:
        from tuinews.ui.screens.rule import RuleEditor

        def made(answer: tuple[str, Deeds] | None) -> None:
            if answer is None:
                return
            if rule is None:
                self._undoable(lambda: self._rules.add(*answer), "The rule is made", "The rule is gone again")
            else:
                change = lambda: self._rules.change(rule.id, *answer)  # noqa: E731
                self._undoable(change, "The rule is changed", "The rule is as before")

        self.app.push_screen(RuleEditor(self._main, rule), made)

    def action_switch(self) -> None:
        """Let the rule under the cursor rest, or hold again."""
        rule = self.rows.current
        if rule is not None:
            done = "The rule rests" if rule.active else "The rule holds again"
            self._undoable(
                lambda: self._rules.switch(rule.id, not rule.active), done, "The rule is as it was"
            )

    def action_shift(self, by: int) -> None:
        """Put the rule under the cursor before or behind its neighbour."""
        rule, rules = self.rows.current, list(self.rows.rules)
        place = self.rows.cursor + by
        if rule is None or not 0 <= place < len(rules):
            return
        rules.remove(rule)
        rules.insert(place, rule)
        done = f"The rule is number {place + 1} now"
        self._undoable(lambda: self._rules.put_back(rules), done, "The order is as before", rule.id)

    def action_remove(self) -> None:
        """Forget the rule under the cursor; what it did stays."""
        rule = self.rows.current
        if rule is not None:
            done = "The rule is gone, what it did stays"
            self._undoable(lambda: self._rules.remove(rule.id), done, "The rule is there again")

    def action_apply(self) -> None:
        """Do what the rule under the cursor says to all that it finds in the library."""
        rule = self.rows.current
        if rule is not None:
            self.status.say("Applying the rule…")
            self._apply(rule)

    @work(thread=True, group="apply", exclusive=True, exit_on_error=True)
    def _apply(self, rule: Rule) -> None:
        stop, call = get_current_worker().cancelled_event, self.app.call_from_thread
        try:
            done = self._rules.apply(
                rule,
                stop,
                lambda number: call(self.status.say, f"Applying the rule… {counted(number, 'article')}"),
            )
        except TuinewsError as error:
            call(self.status.say, str(error), warning=True)
            return
        call(self._applied, done)

    def _applied(self, done: Caught) -> None:
        number = len({*done.read, *done.starred, *done.tagged, *done.hidden})
        what = counted(number, "article")
        main = self._main
        if number:
            main.undoing.did(
                f"{what} as before",
                lambda: main.change(lambda: self._rules.revert(done), lambda _: main.show_anew()),
            )
            main.show_anew()
        undo = " · u undoes it" if number else ""
        self._change(lambda: None, f"Applied: {len(done.ids):,} found, {what} changed{undo}")

    def action_undo(self) -> None:
        """Take the last change back."""
        self._main.take_back(self.status.say)
        self._change(lambda: None)
