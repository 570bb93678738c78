"""Takes the README's picture of the real screen, on the samples: `python -m tests.screenshot`."""

import asyncio
import tempfile
from pathlib import Path

from tuinews.library import Library
from tuinews.ui.app import Tuinews

PICTURE = Path(__file__).parent / "ui" / "screenshot.svg"
SIZE = (120, 36)


async def take(library: Library) -> str:
    """Return an SVG of the first screen, once its article is analysed."""
    app = Tuinews(library)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        return app.export_screenshot(title="tuinews")


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder)) as library:
        for _ in library.refresh():
            pass
        for article_id in next(library.search.ids()):
            library.analysis(article_id)
        PICTURE.write_text(asyncio.run(take(library)), encoding="utf-8")


if __name__ == "__main__":
    main()
