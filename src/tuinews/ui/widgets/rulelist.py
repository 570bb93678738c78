"""The rules as rows: what each finds in words, what it does, and how many it has caught."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.strip import Strip

from tuinews.model import Rule
from tuinews.query import describe, parse
from tuinews.ui.fit import fill
from tuinews.ui.looks import look
from tuinews.ui.widgets.lines import Lines


class RuleList(Lines):
    """Three lines a rule: the search in words and as it was typed, what is done, and a blank one."""

    row_height = 3

    def __init__(self) -> None:
        super().__init__()
        self.rules: list[Rule] = []

    @property
    def count(self) -> int:
        """How many rules there are."""
        return len(self.rules)

    @property
    def current(self) -> Rule | None:
        """The rule under the cursor."""
        return self.rules[self.cursor] if self.rules else None

    def put(self, rules: list[Rule], at: int | None = None) -> None:
        """Show these rules; the cursor stays on its row, or goes to the rule of the number `at`."""
        self.rules = rules
        self.changed()
        row = next((row for row, rule in enumerate(rules) if rule.id == at), self.cursor)
        self.place(row, self.scroll_y)

    def draw(self, index: int, width: int, selected: bool) -> Sequence[Strip]:
        """Draw one rule."""
        rule = self.rules[index]
        base = self.base(selected)
        dim = (base + look(self, "dim")).rich_style
        plain = base.rich_style if rule.active else dim
        bar = self.bar(base, selected)
        words = describe(parse(rule.sought))
        off = "" if rule.active else "off · "
        lines = (
            (f"{index + 1}. {words}", plain),
            (f"   {off}{rule.deeds} · {rule.caught:,} caught · {rule.sought}", dim),
        )
        room = max(width - 3, 1)
        strips = [
            Strip([bar, Segment(fill(text, room), style)]).adjust_cell_length(width, base.rich_style)
            for text, style in lines
        ]
        return [*strips, Strip.blank(width, self.visual_style.rich_style)]
