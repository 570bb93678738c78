"""A library, an application over it, and the screen as text."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui import world
from tuinews.library import Library
from tuinews.ui.app import Tuinews
from tuinews.ui.screens.main import MainScreen


@pytest.fixture(autouse=True)
def all_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Themes do not depend on the terminal that the tests run in, if they run in any."""
    monkeypatch.setenv("COLORTERM", "truecolor")


@pytest.fixture(autouse=True)
def one_time_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with world.library(tmp_path) as made:
        yield made


@pytest.fixture
def app(library: Library) -> Tuinews:
    return Tuinews(library, now=lambda: world.NOW)


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a library in which every screen has something to show: to be copied, not opened."""
    from tests.ui import gallery  # which needs `screen_of`

    home = tmp_path_factory.mktemp("furnished")
    gallery.furnish(home)
    return home


def screen_of(app: Tuinews) -> str:
    """What the terminal shows, line by line; a blank looks like one whether a line may break there or not."""
    lines = (strip.text.rstrip() for strip in app.screen._compositor.render_strips())
    return "\n".join(lines).replace("\u00a0", " ")


def main(app: Tuinews) -> MainScreen:
    screen = app.screen
    assert isinstance(screen, MainScreen)
    return screen
