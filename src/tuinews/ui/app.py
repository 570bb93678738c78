"""The Textual application: theme, main screen, and leaving in good order."""

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import constants, work
from textual.app import App
from textual.binding import BindingType
from textual.driver import Driver
from textual.events import Event, Key, Paste
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget

from tuinews.settings import Problem, Settings
from tuinews.ui import themes
from tuinews.ui.commands import bindings
from tuinews.ui.leisure import Leisure
from tuinews.ui.mending import let_go
from tuinews.ui.screens.main import MainScreen
from tuinews.ui.turns import Turns
from tuinews.ui.widgets.bars import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.filter import LineFilter

    from tuinews.library import Library
    from tuinews.ui.commands import Command
    from tuinews.ui.keymap import Keymap

NO_KEY = "unbound"
"""Textual keeps a command's keys when its keymap has none; nobody can press this one."""


class Tuinews(App[None]):
    """The program on the screen."""

    TITLE = "tuinews"
    CSS_PATH = "tuinews.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("app")]

    LOOK = 2.0
    """Seconds between two looks at the settings file's date: a look takes some microseconds."""

    def __init__(
        self,
        library: "Library",
        *,
        theme: str = "",
        settings: Path | None = None,
        now: "Callable[[], float]" = time.time,
    ) -> None:
        let_go()
        super().__init__()
        self.library = library
        self._now = now
        first = themes.PLAIN if self.no_color else themes.DEFAULT
        self.register_theme(themes.load(first))
        # Without its watcher, which would have all styles parsed before there is a screen, and then again.
        self.set_reactive(App.theme, first)
        self.stylesheet.set_variables(self.get_css_variables())
        # With it, where there are 16 colours: Textual's filter of colours has to follow.
        self.use_theme(themes.DEFAULT)
        self.settings_file = settings
        self.settings = Settings()
        self.problem = ""
        self.wrong: tuple[Problem, ...] = ()  # of the settings, as they were read last
        self.keys: Keymap = {}
        self._turns = Turns(self, super().on_event)
        self._leisure = Leisure()
        self._dated = 0
        news = self._news_of_settings()
        if news is not None:
            settings_now, self.problem = news
            self.obey(settings_now)
        if theme:
            self.use_theme(theme)

    # Settings

    def _news_of_settings(self) -> tuple[Settings, str] | None:
        """The settings and what is wrong with them, if their file is another than at the last look."""
        if self.settings_file is None:
            return None
        try:
            dated = self.settings_file.stat().st_mtime_ns
        except OSError:
            dated = 0
        if dated == self._dated:
            return None
        from tuinews.ui.wishes import read

        self._dated = dated
        settings, problems = read(self.settings_file)
        self.wrong = problems
        # On one line the file's name has to do; `tuinews config --check` tells the rest.
        more = f" And {len(problems) - 1} more: tuinews config --check" if len(problems) > 1 else ""
        problem = f"{problems[0]._replace(path=Path(problems[0].path.name))}{more}" if problems else ""
        return settings, problem

    def obey(self, settings: Settings) -> None:
        """Let other settings hold from now on."""
        before, self.settings = self.settings, settings
        if (settings.preset, settings.keys) != (before.preset, before.keys):
            from tuinews.ui.keymap import keymap

            self.keys, _ = keymap(settings.preset, settings.keys)
            self.set_keymap({id_: ",".join(keys) or NO_KEY for id_, keys in self.keys.items()})
        if settings.reduced_motion != before.reduced_motion:
            self.animation_level = "none" if settings.reduced_motion else "full"
        if settings.cursor != before.cursor:
            self._show_cursor()
        if settings != before:
            self.library.obey(settings)
        self.use_theme(settings.theme)

    def use_theme(self, name: str) -> None:
        """Show one of our themes or of Textual's."""
        shown = self._shown_theme(name)
        if shown != self.theme:
            self.register_theme(themes.load(shown))
            self.theme = shown

    def _shown_theme(self, name: str) -> str:
        """The theme itself, or the one in the terminal's own colours: without colours, and where it has 16.

        The nearest of 16 to each of our own colours would leave names and quotations alike; but who chose
        another theme than the one that comes by itself has it.
        """
        few = self.console.color_system == "standard"
        return themes.PLAIN if self.no_color or (few and name == themes.DEFAULT) else name

    def get_line_filters(self) -> "Sequence[LineFilter]":
        """What is done to all that is drawn: with NO_COLOR colours go, where Textual would make them grey."""
        if not self.no_color:
            return super().get_line_filters()
        from textual.filter import NoColor

        return [NoColor()]

    def keys_of(self, command: "Command") -> tuple[str, ...]:
        """The keys of a command as they are now, by Textual's names."""
        return tuple(self.keys.get(command.id, command.keys))

    @work(thread=True, exclusive=True, group="settings")
    def _look(self) -> None:
        """Look, in a thread, whether the file of settings was changed while the program runs."""
        news = self._news_of_settings()
        if news is not None:
            self.call_from_thread(self._obey_again, *news)

    def _obey_again(self, settings: Settings, problem: str) -> None:
        self.obey(settings)
        main = self.screen_stack[0]
        if isinstance(main, MainScreen):
            main.obey(settings, problem or "Settings read again", warning=bool(problem))
            main.recount()

    def keep(self, section: str, name: str, value: str) -> str:
        """Write one setting into its file, all else left as it is; return the sentence that tells it.

        Not for the interface's own thread.
        """
        from tuinews.settings import commented, with_value

        file = self.settings_file
        if file is None:
            return f"{name.capitalize()} {value}"
        try:
            text = file.read_text(encoding="utf-8") if file.exists() else commented()
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(with_value(text, section, name, value), encoding="utf-8")
            self._dated = file.stat().st_mtime_ns
        except (OSError, UnicodeDecodeError) as error:
            return f"{name.capitalize()} {value}, but {file} cannot be written: {error}"
        return f"{name.capitalize()} {value}, kept in {file.name}"

    # The terminal

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor stands after each frame: braille displays and magnifiers follow it.

        What has the focus tells it, or the screen over it.
        """
        pointed: Widget | None = getattr(self.screen, "pointed", None) or self.focused
        where: Offset | None = getattr(pointed, "cursor_place", None)
        if pointed is not None and where is not None:
            x, y, width, height = pointed.content_region
            return Offset(x + min(where.x, max(width - 1, 0)), y + min(where.y, max(height - 1, 0)))
        typed_at: Offset | None = getattr(pointed, "cursor_screen_offset", None)
        if typed_at is not None:
            # Not what an input notes itself: that is of before it had a place, and at the end a cell too far.
            at_end = getattr(pointed, "cursor_position", 0) == len(getattr(pointed, "value", ""))
            return typed_at - (int(at_end), 0)
        return self._noted

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        self._noted = place

    def _show_cursor(self) -> None:
        """Let the terminal's own cursor be seen, or not (DECTCEM); Textual hides it at the start."""
        if self._driver is not None:
            self._driver.write("\x1b[?25h" if self.settings.cursor else "\x1b[?25l")

    def copy_to_clipboard(self, text: str) -> None:
        """Put text on the clipboard: of the terminal (OSC 52), and of the platform where it has its own."""
        from tuinews.ui.clipboard import hand_over, sequence

        self._clipboard = text
        if self._driver is not None:
            self._driver.write(sequence(text))
        hand_over(self, text, self._tell_failure)

    def _tell_failure(self, sentence: str) -> None:
        status = self.screen.query(Status).first() if self.screen.query(Status) else None
        if status is not None:
            status.say(sentence, warning=True)

    def on_ready(self) -> None:
        """The first screen is drawn: the collector may work again, on what comes from now on."""
        self._leisure.begin()
        if self.settings.cursor:
            self._show_cursor()
        if self.settings_file is not None:
            self.set_interval(self.LOOK, self._look)

    def watch_app_focus(self, focus: bool) -> None:
        """Give the list the keys where nobody has them: a browser's page gets them after the first frame."""
        main = self.screen_stack[-1] if self.is_running else None
        if focus and isinstance(main, MainScreen) and main.focused is None:
            main.set_focus(main.headlines, scroll_visible=False)

    async def on_event(self, event: Event) -> None:
        """Keys and pastes one by one, each when the one before it has been answered."""
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            self._leisure.put_off()
            await self._turns.take(event)
        else:
            await super().on_event(event)

    # Everywhere

    def action_help(self) -> None:
        """The keys of what has the focus, and of what is around it."""
        from tuinews.ui.reach import at_hand
        from tuinews.ui.screens.help import Help

        self.push_screen(Help(list(dict.fromkeys(one.where for one, _ in at_hand(self))), self.keys_of))

    def action_palette(self) -> None:
        """Everything that can be done or shown, found by typing; once more, back again."""
        from tuinews.ui.reach import at_hand
        from tuinews.ui.screens.palette import Palette

        main = self.screen_stack[0]
        if isinstance(self.screen, Palette):
            self.screen.action_leave()
        elif isinstance(main, MainScreen):
            self.push_screen(Palette(main, at_hand(self)))

    async def do(self, id_: str) -> None:
        """Do a command that is at hand, by its id; nothing happens where it is not."""
        from tuinews.ui.reach import at_hand

        for command, node in at_hand(self):
            if command.id == id_:
                await self.run_action(command.action, node)
                return

    def get_driver_class(self) -> type[Driver]:
        """Our own way with terminals; Windows and browsers have Textual's."""
        if os.name == "nt" or constants.DRIVER is not None:
            return super().get_driver_class()
        from tuinews.ui.driver import TerminalDriver

        return TerminalDriver

    def get_default_screen(self) -> Screen[None]:
        """The main screen is the first."""
        return MainScreen(self.library, self._now)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our variables for a theme that lacks them, from the ones every theme has."""
        if "quote" in self.current_theme.variables:
            return {}
        generated = self.current_theme.to_color_system().generate()
        return {ours: generated[theirs] for ours, theirs in themes.OWN_VARIABLES.items()}
