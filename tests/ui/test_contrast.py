"""Whatever can be read on a screen can be read by everybody: WCAG 2.2, 1.4.3, level AA, in every theme."""

from collections.abc import Iterator

import pytest
from rich.cells import cell_len
from rich.color import ColorType
from rich.style import Style
from rich.terminal_theme import MONOKAI
from textual.color import Color

from tests.ui.test_main import settled
from tuinews.ui import themes
from tuinews.ui.app import Tuinews
from tuinews.ui.contrast import LEAST, contrast

SCREENS = {
    "list": [],
    "article": ["enter", "right_curly_bracket"],
    "search": ["slash", *"wall -diver"],
    "find": ["enter", "ctrl+f", *"wall"],
    "sources": ["S"],
    "quotations": ["enter", "quotation_mark"],
    "people": ["enter", "at"],
    "person": ["enter", "right_parenthesis", "enter"],
    "help": ["question_mark"],
    "themes": ["T"],
    "problems": ["exclamation_mark"],
    "links": ["enter", "L"],
    "files": ["enter", "i"],
    "add": ["a"],
}


def colours(style: Style) -> tuple[Color, Color] | None:
    """Letters and ground as they are seen; None where the terminal's own colours decide."""
    front, back = style.color, style.bgcolor
    if front is None or back is None or ColorType.DEFAULT in {front.type, back.type}:
        return None
    if front.type is not ColorType.TRUECOLOR or back.type is not ColorType.TRUECOLOR:
        return None
    letters = Color(*front.get_truecolor(MONOKAI))
    ground = Color(*back.get_truecolor(MONOKAI))
    return (ground, letters) if style.reverse else (letters, ground)


def written(app: Tuinews) -> Iterator[tuple[str, Style]]:
    """All that can be read; not what shows dimly behind a window that has to be answered first."""
    for y, strip in enumerate(app.screen._compositor.render_strips()):
        x = 0
        for text, style, _ in strip:
            widget, _ = app.screen.get_widget_at(x, y)
            if any(map(str.isalnum, text)) and widget is not app.screen:
                yield text, style or Style()
            x += cell_len(text)


def test_contrast_is_reckoned_as_wcag_has_it() -> None:
    white = Color(255, 255, 255)
    assert contrast(Color(0, 0, 0), white) == pytest.approx(21)
    assert contrast(white, white) == pytest.approx(1)
    assert contrast(Color(0x76, 0x76, 0x76), white) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("screen", SCREENS)
async def test_text_stands_out_in_every_theme(app: Tuinews, screen: str) -> None:
    weak: dict[str, tuple[float, str]] = {}
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        await pilot.press(*SCREENS[screen])
        await settled(app, pilot)
        for theme in themes.available():
            app.use_theme(theme)
            await pilot.pause()
            for text, style in written(app):
                seen = colours(style)
                if seen and (found := contrast(*seen)) < LEAST:
                    place = f"{theme} {style}"
                    weak[place] = min(weak.get(place, (99.0, "")), (round(found, 2), text.strip()[:40]))
    assert not weak
