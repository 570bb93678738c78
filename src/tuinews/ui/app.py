"""The Textual application: theme, main screen, and leaving in good order."""

import gc
import time
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import BindingType
from textual.events import Key
from textual.screen import Screen

from tuinews.ui import themes
from tuinews.ui.screens.main import MainScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from tuinews.library import Library


class Tuinews(App[None]):
    """The program on the screen."""

    TITLE = "tuinews"
    CSS_PATH = "tuinews.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(
        self, library: "Library", *, theme: str = "", now: "Callable[[], float]" = time.time
    ) -> None:
        super().__init__()
        self.library = library
        self._now = now
        self.register_theme(themes.load(themes.DEFAULT))
        # Without its watcher, which would have all styles parsed before there is a screen, and then again.
        self.set_reactive(App.theme, themes.DEFAULT)
        self.stylesheet.set_variables(self.get_css_variables())
        if theme and theme != themes.DEFAULT:
            if theme in themes.names():
                self.register_theme(themes.load(theme))
            self.theme = theme

    def on_ready(self) -> None:
        """The first screen is drawn: the collector may work again, on what comes from now on."""
        gc.freeze()
        gc.enable()

    def on_key(self, event: Key) -> None:
        """Give what was typed ahead to the input that has the focus by now.

        An input takes its own characters; one that comes up to here was typed while a list still had the
        focus ("/" and the words in one go), and would be taken for a command.
        """
        insert = getattr(self.focused, "insert_text_at_cursor", None)
        if insert is not None and event.is_printable and event.character:
            event.prevent_default()
            insert(event.character)

    def get_default_screen(self) -> Screen[None]:
        """The main screen is the first."""
        return MainScreen(self.library, self._now)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our variables for a theme that lacks them, from the ones every theme has."""
        if "quote" in self.current_theme.variables:
            return {}
        generated = self.current_theme.to_color_system().generate()
        return {ours: generated[theirs] for ours, theirs in themes.OWN_VARIABLES.items()}
