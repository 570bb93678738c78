"""Every screen as text. `TUINEWS_GOLDEN=write` writes them anew; look at the difference."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui import gallery
from tests.ui.conftest import screen_of
from tests.ui.world import NOW
from tuinews.library import Library
from tuinews.ui.app import Tuinews

GOLDEN = Path(__file__).parent / "golden"
SIZES = {"80x24": (80, 24), "120x36": (120, 36), "200x60": (200, 60)}

LINE = "───── "
"""Before the name of each screen in a file."""


@pytest.fixture(params=gallery.TOURS)
def tour(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def app(tour: str, furnished: Path, tmp_path: Path) -> Iterator[Tuinews]:
    """The program where a tour begins: the first launch has the samples, every other a library of its own."""
    if tour != "first":
        shutil.copytree(furnished, tmp_path, dirs_exist_ok=True)
    with Library(tmp_path) as library:
        yield Tuinews(library, now=lambda: NOW)


@pytest.mark.parametrize("size", SIZES)
async def test_every_screen_looks_as_agreed(app: Tuinews, tour: str, size: str) -> None:
    file = GOLDEN / f"{tour}-{size}.txt"
    write = os.environ.get("TUINEWS_GOLDEN") == "write"
    agreed = {} if write else screens(file.read_text(encoding="utf-8"))
    shown: dict[str, str] = {}
    async with app.run_test(size=SIZES[size]) as pilot:
        async for stop in gallery.walk(app, pilot, tour, agreed):
            shown[stop.name] = screen_of(app)
            assert write or shown[stop.name] == agreed[stop.name]
    if write:
        text = "".join(f"{LINE}{name}\n{screen}\n" for name, screen in shown.items())
        file.write_text(text, encoding="utf-8")
    assert write or shown.keys() == agreed.keys()


def screens(text: str) -> dict[str, str]:
    """The screens of a golden file by their names."""
    parts = [part.partition("\n") for part in text.split(LINE)[1:]]
    return {name: screen.removesuffix("\n") for name, _, screen in parts}
