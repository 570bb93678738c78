"""The settings are obeyed, read again when they change, and a wrong one is told."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from textual.pilot import Pilot

from tests.ui import world
from tests.ui.conftest import main, screen_of
from tests.ui.test_main import NARROW, WIDE, settled
from tuinews.library import Library
from tuinews.settings import load
from tuinews.ui.app import Tuinews
from tuinews.ui.wishes import read


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def app(library: Library, file: Path) -> Tuinews:
    file.write_text("[look]\ntheme = 'paper'\ndates = 'iso'\n[reading]\nmeasure = 40\nalignment = 'left'\n")
    return Tuinews(library, settings=file, now=lambda: world.NOW)


def write(file: Path, text: str) -> None:
    """Write the file, with a date that differs even where the clock is coarse."""
    file.write_text(text)
    os.utime(file, ns=(0, hash(text) % 10**15))


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait until something holds, for as long as the slowest machine needs."""
    for _ in range(1000):
        if holds():
            return
        await pilot.pause(0.02)
    raise AssertionError(screen_of(cast("Tuinews", pilot.app)))


async def test_they_hold_from_the_first_screen_on(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        assert app.theme == "paper"
        assert "2026-11-24" in screen_of(app)
        assert main(app).reader.shown_measure == 40
        assert main(app).reader.render_line(1).text.startswith("   The ferry")


async def test_a_change_of_the_file_is_seen(app: Tuinews, file: Path) -> None:
    app.LOOK = 0.02
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        write(file, "[keys]\n'mark.star' = 'e'\n")
        await until(pilot, lambda: app.theme == "lamplight")
        await pilot.press("e")
        await settled(app, pilot)
        assert "★" in screen_of(app)
        await pilot.press("question_mark", *"star")
        assert "  e   " in screen_of(app)
        await pilot.press("escape")
        write(file, "[reading]\nmeasure = 2\n")
        await until(pilot, lambda: "reading.measure" in screen_of(app))
        assert "line 2" in screen_of(app)


async def test_a_key_taken_for_something_else_does_only_that(library: Library, file: Path) -> None:
    file.write_text("[keys]\n'mark.star' = 'm'\n")
    app = Tuinews(library, settings=file)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("m")
        await settled(app, pilot)
        headline = main(app).headlines.headline(0)
        assert headline is not None
        assert (headline.starred, headline.read) == (True, False)


async def test_a_theme_is_seen_at_once_and_kept_when_chosen(app: Tuinews, file: Path) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("T", "j")
        assert app.theme == "terminal"
        await pilot.press("escape")
        assert app.theme == "paper"
        await pilot.press("T", "k", "enter")
        await settled(app, pilot)
        assert app.theme == "lamplight"
        settings, problems = load(file)
        assert (settings.theme, settings.measure, problems) == ("lamplight", 40, ())


async def test_zen_shows_the_article_alone(app: Tuinews) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await pilot.press("z")
        await settled(app, pilot)
        shown = screen_of(app)
        assert "Nobody will be left" in shown
        assert "Unread" not in shown
        assert "Ardmouth Courier" in shown
        await pilot.press("z")
        assert "Unread" in screen_of(app)
        await pilot.press("z", "escape")
        await settled(app, pilot)
        assert "The council meets" in screen_of(app)


async def test_lines_can_be_made_longer_and_moved(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        reader = main(app).reader
        at = reader.render_line(1).text.index("The ferry")
        await pilot.press("plus", "C")
        await pilot.pause()
        assert reader.shown_measure == 44
        assert reader.render_line(1).text.index("The ferry") > at


def test_a_citation_of_ones_own_is_checked(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('[reading]\ncitation = "{quote} ({speaker}, {date:%Y})"\n', encoding="utf-8")
    settings, problems = read(file)
    assert (settings.citation, problems) == ("{quote} ({speaker}, {date:%Y})", ())
    file.write_text('[reading]\nmeasure = 60\ncitation = "{quote}, {who}"\n', encoding="utf-8")
    settings, problems = read(file)
    assert settings.citation == "plain"
    assert str(problems[0]).startswith(
        f"{file}, line 3: reading.citation: {{who}} is no field; there are {{quote}}"
    )
