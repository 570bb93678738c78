"""What changed in an article, shown in its place."""

from tests.ui import world
from tests.ui.conftest import main, screen_of
from tests.ui.test_main import settled
from tuinews.library import Library
from tuinews.model import Entry, MarkKind
from tuinews.ui.app import Tuinews


def _put(library: Library, title: str, text: str, now: int) -> None:
    feed = library.feeds.add("https://courier.example/feed", "The Gazette")
    library.articles.put(
        feed.id, [Entry("bread", "https://courier.example/b", title, text, published=world.NOW)], now
    )


async def test_words_taken_out_and_put_in_are_shown_in_the_article(app: Tuinews, library: Library) -> None:
    _put(library, "Bread is dear", "Bread is dear in Corvalette.\n\nNobody knows why.", world.NOW - 60)
    _put(library, "Bread is cheap", "Bread is cheap in Corvalette.\n\nNobody knows why.", world.NOW)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot)
        await pilot.press("enter")
        await settled(app, pilot)
        for leave in ("D", "escape", "h"):
            await pilot.press("D")
            await settled(app, pilot)
            shown = screen_of(app)
            assert "What changed in “Bread is cheap”" in shown
            assert "Bread is [-dear-]{+cheap+} in Corvalette." in shown
            assert "changed " in shown
            article = main(app).reader.article
            assert article is not None
            told = {(mark.kind, article.text[mark.start : mark.end]) for mark in article.marks}
            assert {(MarkKind.DELETED, "[-dear-]"), (MarkKind.STRONG, "{+cheap+}")} <= told
            await pilot.press(leave)
            await settled(app, pilot)
            assert "[-dear-]" not in screen_of(app)
            assert "Bread is cheap in Corvalette." in screen_of(app)
            assert main(app).reading


async def test_an_article_never_changed_says_so(app: Tuinews, library: Library) -> None:
    _put(library, "Bread is dear", "Bread is dear in Corvalette.", world.NOW)
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(app, pilot)
        await pilot.press("enter", "D")
        await settled(app, pilot)
        assert "Its source has not changed this article since it came" in screen_of(app)
        assert "Bread is dear in Corvalette." in screen_of(app)
