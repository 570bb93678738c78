"""The part of the main screen that obeys the settings, and changes how things look."""

from typing import TYPE_CHECKING

from tuinews.ui.screens.marking import Marking
from tuinews.ui.screens.quoting import Quoting

if TYPE_CHECKING:
    from tuinews.settings import Settings

NARROWEST, WIDEST, STEP = 30, 140, 4
"""What the measure can be set to by keys, in cells."""


class Settling(Marking, Quoting):
    """What is changed here by keys holds while the program runs; only the theme is written down."""

    def obey(self, settings: "Settings", sentence: str = "", *, warning: bool = False) -> None:
        """Let other settings hold, and say so."""
        self.reader.measure = settings.measure
        self.reader.left = settings.alignment == "left"
        self.headlines.dates = settings.dates
        self.mark_after = settings.mark_after
        self.citation = settings.citation
        self.keys.refresh()
        if sentence:
            self.tell(sentence, warning=warning)

    def action_measure(self, by: int) -> None:
        """Make the lines of the article longer or shorter."""
        reader = self.reader
        reader.measure = min(max(reader.measure + by * STEP, NARROWEST), WIDEST)
        shown = reader.shown_measure
        narrower = "" if shown == reader.measure else f", {shown} of them in this pane"
        self.tell(f"Lines of {reader.measure} cells{narrower}")

    def action_align(self) -> None:
        """Put the text at the left of its pane, or in its middle."""
        self.reader.left = not self.reader.left
        self.tell("Text at the left" if self.reader.left else "Text in the middle")

    def action_zen(self) -> None:
        """Nothing but the article, or everything again."""
        if not self.reading and not self.is_zen:
            self.enter()
        self.is_zen = not self.is_zen
        self.show_panes()
        self.tell()

    def action_themes(self) -> None:
        """Choose a theme, seeing each at once."""
        from tuinews.ui.screens.themes import Themes

        self.app.push_screen(Themes(), lambda name: self.use_theme(name) if name else None)

    def use_theme(self, name: str) -> None:
        """Show a theme from now on, and write it down."""
        self.program.obey(self.program.settings._replace(theme=name))
        self.change(lambda: self.program.keep("look", "theme", name), self.tell)
