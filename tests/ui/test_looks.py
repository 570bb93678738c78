"""Looks are those of the theme of now, and none tells anything by its colour alone."""

import pytest
from textual.theme import BUILTIN_THEMES
from textual.widgets import Input

from tests.ui.conftest import main
from tests.ui.test_main import settled
from tuinews.library import Library
from tuinews.ui import themes
from tuinews.ui.app import Tuinews
from tuinews.ui.looks import LOOKS, look

SIGNS = {"bold", "italic", "underline", "reverse", "strike"}


@pytest.mark.parametrize("name", ["quote", "person", "match", "hit", "unread", "link", "warn", "here"])
def test_what_means_something_has_a_second_sign(name: str) -> None:
    assert SIGNS & set(LOOKS[name].split())


def test_quotations_people_and_hits_differ_without_colour() -> None:
    signs = [frozenset(SIGNS & set(LOOKS[name].split())) for name in ("quote", "person", "match")]
    assert len(set(signs)) == 3


@pytest.mark.parametrize("theme", sorted({*themes.names(), *BUILTIN_THEMES}))
async def test_every_theme_has_every_look(app: Tuinews, theme: str) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        for name in themes.names():
            app.register_theme(themes.load(name))
        app.theme = theme
        await pilot.pause()
        for name in LOOKS:
            look(main(app).reader, name)


async def test_another_theme_is_seen_at_once(app: Tuinews) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        for name in themes.names():
            app.register_theme(themes.load(name))
        reader = main(app).reader
        before = [segment.style for segment in reader.render_line(3)]
        app.theme = "paper"
        await pilot.pause()
        after = [segment.style for segment in reader.render_line(3)]
        assert len(before) == len(after)
        assert all(old != new for old, new in zip(before, after, strict=True))


async def test_in_the_terminals_own_colours_the_cursor_of_an_input_is_the_ground_turned_round(
    library: Library,
) -> None:
    app = Tuinews(library, theme="terminal")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("slash")
        await pilot.pause()
        style = main(app).query_one(Input).get_component_rich_style("input--cursor")
        assert style.reverse
        assert all(colour is None or colour.is_default for colour in (style.color, style.bgcolor))
