"""An article is saved as a file, and no file that is there goes without a question."""

from pathlib import Path

import pytest

from tests.ui.conftest import screen_of
from tests.ui.test_main import settled
from tuinews.ui.app import Tuinews


async def test_w_saves_the_article_and_asks_before_writing_over(
    app: Tuinews, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        await pilot.press("w")
        await pilot.press("enter")
        await settled(app, pilot)
        (file,) = tmp_path.glob("*.md")
        assert file.read_text(encoding="utf-8").startswith("# ")
        assert "Saved:" in screen_of(app)
        file.write_text("mine")
        for answer in ("n", "y"):
            assert file.read_text(encoding="utf-8") == "mine"
            await pilot.press("w")
            await pilot.press("enter")
            await settled(app, pilot)
            await pilot.pause()
            assert "Write over it?" in screen_of(app)
            await pilot.press(answer)
            await settled(app, pilot)
        assert file.read_text(encoding="utf-8").startswith("# ")
