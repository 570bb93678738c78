"""Takes pictures of every screen, to be looked at: `python -m tests.pictures FOLDER [THEME [80x24]]`.

They are SVG; `NO_COLOR=1` before it takes them without colours.
"""

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path

from tests.ui import gallery
from tests.ui.world import NOW
from tuinews.library import Library
from tuinews.ui.app import Tuinews


async def take(home: Path, tour: str, theme: str, size: tuple[int, int], folder: Path) -> None:
    """Write the pictures of one tour through the library in `home`."""
    with Library(home) as library:
        app = Tuinews(library, theme=theme, now=lambda: NOW)
        async with app.run_test(size=size) as pilot:
            number = 0
            async for stop in gallery.walk(app, pilot, tour):
                number += 1
                picture = app.export_screenshot(title=stop.name)
                (folder / f"{tour}-{number:02}-{stop.name}.svg").write_text(picture, encoding="utf-8")


def main(folder: str, theme: str = "", size: str = "120x36") -> None:
    """Write the pictures of all tours."""
    width, height = map(int, size.split("x"))
    Path(folder).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made:
        home = Path(made)
        gallery.furnish(home / "furnished")
        for tour in gallery.TOURS:
            if tour == "first":
                (home / tour).mkdir()
            else:
                shutil.copytree(home / "furnished", home / tour)
            asyncio.run(take(home / tour, tour, theme, (width, height), Path(folder)))


if __name__ == "__main__":
    main(*sys.argv[1:])
