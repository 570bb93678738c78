"""The main screen, as a user sees and uses it."""

import asyncio
from pathlib import Path

import apsw
import pytest
from textual.pilot import Pilot

from tests.ui import world
from tests.ui.conftest import main, screen_of
from tuinews.library import Library
from tuinews.model import Failed
from tuinews.ui.app import Tuinews
from tuinews.ui.screens.main import MainScreen
from tuinews.ui.widgets.reader import Reader

WIDE, NARROW = (120, 36), (80, 24)


async def settled(app: Tuinews, pilot: Pilot[None]) -> None:
    """Wait until the threads have answered and their answers are shown."""
    for _ in range(2):
        await pilot.pause(0.08)  # longer than the cursor rests before its article is opened
        while any(not worker.is_finished for worker in app.workers):
            await pilot.pause(0.01)
        await pilot.pause()


def names_of(reader: Reader, words: str) -> set[str]:
    """What the first place of `words` in the article wears."""
    start = reader._page.layout.text.index(words)
    worn = {name for _, _, names in reader._page.overlay.runs(start, start + len(words)) for name in names}
    return {name for name in worn if not name.startswith("”")}  # a number, for the mouse


async def test_the_first_article_is_readable_and_highlighted_at_once(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        assert "The ferry to Corvalette sails again on Monday" in screen_of(app)
        await settled(app, pilot)
        reader = main(app).reader
        assert names_of(reader, "“Nobody will be left on the quay,”") == {"quote"}
        assert "person" in names_of(reader, "Ruth Okafor")
        assert "@https://port.example/office" in names_of(reader, "harbour office")


async def test_moving_shows_and_entering_reads(app: Tuinews, library: Library) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("j")
        await settled(app, pilot)
        assert "行ってしまった" in screen_of(app)
        assert library.articles.counts().unread == len(world.ENTRIES)
        await pilot.press("enter")
        await settled(app, pilot)
        assert library.articles.counts().unread == len(world.ENTRIES) - 1
        assert main(app).reading
        await pilot.press("escape")
        assert not main(app).reading


async def test_people_are_found_in_articles_never_opened(app: Tuinews, library: Library) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        newest = main(app).headlines.ids
        assert all(library.people.get(article_id) is not None for article_id in newest)
        await pilot.press("slash", *"said:penhale")
        await settled(app, pilot)
        assert 0 < len(main(app).headlines.ids) < len(newest)


async def test_reading_goes_on_while_the_library_is_being_written(
    app: Tuinews, library: Library, tmp_path: Path
) -> None:
    other = apsw.Connection(str(next(tmp_path.rglob("tuinews.db"))))
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        other.execute("BEGIN IMMEDIATE")
        await pilot.press("enter", "m", "u", "escape", "j")
        await pilot.pause(0.1)
        assert "行ってしまった" in screen_of(app)
        assert library.articles.counts().unread == len(world.ENTRIES)
        other.execute("ROLLBACK")
        await settled(app, pilot)
        assert library.articles.counts().unread == len(world.ENTRIES) - 1
    other.close()


async def test_a_search_finds_as_one_types_and_leaves_no_trace(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press(*"jjjjj", "enter", "pagedown")
        await settled(app, pilot)
        before = screen_of(app)
        await pilot.press("slash", *"diver")
        await settled(app, pilot)
        screen = main(app)
        assert list(screen.headlines.ids) == [screen.headlines.current]
        assert "1 found" in screen_of(app)
        assert "match" in names_of(screen.reader, "diver")
        await pilot.press("escape")
        await settled(app, pilot)
        assert screen_of(app) == before


async def test_a_kept_search_goes_from_hit_to_hit(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash", *"penhale", "enter")
        await settled(app, pilot)
        reader = main(app).reader
        assert reader.here == reader.hits[0]  # where the article begins
        await pilot.press("n")
        assert reader.here == reader.hits[1]
        await pilot.press("p")
        assert reader.here == reader.hits[0]
        await pilot.press("escape")
        await settled(app, pilot)
        assert main(app).headlines.count == len(world.ENTRIES)


@pytest.mark.parametrize("typed", ['"', "((", "person:", "[/b]", "-", "foo:bar OR", "\\"])
async def test_nothing_typed_is_an_error(app: Tuinews, typed: str) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("slash")
        main(app).query_one("Input").value = typed  # type: ignore[attr-defined]
        await settled(app, pilot)
        assert typed.strip() in screen_of(app)


async def test_all_read_is_told_and_undone(app: Tuinews, library: Library) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("A")
        await settled(app, pilot)
        assert f"{len(world.ENTRIES)} articles marked read · u undoes it" in screen_of(app)
        assert library.articles.counts().unread == 0
        await pilot.press("u")
        await settled(app, pilot)
        assert library.articles.counts().unread == len(world.ENTRIES)
        assert "unread again" in screen_of(app)


async def test_stars_and_views(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("s")
        await settled(app, pilot)  # what is asked next may be asked before what is stored
        await pilot.press("3")
        await settled(app, pilot)
        assert main(app).headlines.count == 1
        assert "★ The ferry sails again" in screen_of(app)
        await pilot.press("s", "1", "m")
        await settled(app, pilot)
        await pilot.press("2")
        await settled(app, pilot)
        assert main(app).headlines.count == len(world.ENTRIES) - 1
        await pilot.press("u", "u")
        await settled(app, pilot)
        await pilot.press("1", "3")
        await settled(app, pilot)
        assert main(app).headlines.count == 1


async def test_space_reads_on_to_the_next_unread(app: Tuinews, library: Library) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("j", "m", "k")
        await settled(app, pilot)
        for _ in range(9):
            if main(app).headlines.cursor:
                break
            await pilot.press("space")
        await settled(app, pilot)
        assert main(app).headlines.cursor == 2
        assert "in brackets is lost" in screen_of(app)


async def test_one_pane_at_a_time_on_a_narrow_screen(app: Tuinews) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        assert "The council meets" in screen_of(app)
        assert "sails again on Monday" not in screen_of(app)
        await pilot.press("enter")
        await settled(app, pilot)
        assert "sails again on Monday" in screen_of(app)
        assert "The council meets" not in screen_of(app)
        await pilot.press("q")
        await settled(app, pilot)
        assert "The council meets" in screen_of(app)


async def test_twenty_by_five_still_shows_the_news(app: Tuinews) -> None:
    async with app.run_test(size=(20, 5)) as pilot:
        await settled(app, pilot)
        assert "The ferry" in screen_of(app)
        await pilot.press("enter")
        await settled(app, pilot)
        assert "The ferry" in screen_of(app)


async def test_brackets_and_joined_emoji_are_shown_as_they_are(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("j", "j", "enter")
        await settled(app, pilot)
        assert "[Update] Minister [/b] quits [red]quietly[/red] 👩‍🚀" in screen_of(app)
        assert "[bold]Nothing[/bold] in brackets is lost." in screen_of(app)


async def test_highlights_can_be_hidden(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("H")
        assert names_of(main(app).reader, "Ruth Okafor") == set()
        await pilot.press("H")
        assert "person" in names_of(main(app).reader, "Ruth Okafor")


async def test_resizing_keeps_the_place(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("j", "j", "j", "j", "enter", "pagedown")
        await settled(app, pilot)
        reader = main(app).reader
        before = reader.offset_shown
        assert before > 0
        await pilot.resize_terminal(60, 20)
        await settled(app, pilot)
        shown = reader.offset_shown
        await pilot.resize_terminal(*WIDE)
        await settled(app, pilot)
        assert abs(shown - before) <= 120
        assert abs(reader.offset_shown - before) <= 120


async def test_the_place_in_an_article_is_kept(app: Tuinews, library: Library) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("j", "j", "j", "j", "enter", "pagedown")
        await settled(app, pilot)
        place = main(app).reader.offset_shown
        article_id = main(app).headlines.current
        assert article_id is not None
        await pilot.press("q", "k")
        await settled(app, pilot)
        kept = library.articles.get(article_id)
        assert kept is not None
        assert kept.position == place
        await pilot.press("j")
        await settled(app, pilot)
        assert main(app).reader.offset_shown == place


async def test_adding_says_what_is_wrong_and_then_follows(app: Tuinews, tmp_path: Path) -> None:
    article = tmp_path / "note.txt"
    article.write_text("A note\n\n“Bring rope,” said Aurelia Stubbs.", encoding="utf-8")
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("a")
        app.screen.query_one("Input").value = str(tmp_path / "nothing.txt")  # type: ignore[attr-defined]
        await pilot.press("enter")
        await settled(app, pilot)
        assert "There is no file or folder" in screen_of(app)
        await pilot.press("a")
        app.screen.query_one("Input").value = str(article)  # type: ignore[attr-defined]
        await pilot.press("enter")
        await settled(app, pilot)
        assert "Following note" in screen_of(app)
        assert "Bring rope" in screen_of(app)


async def test_removing_asks_first(app: Tuinews, library: Library) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("d")
        assert "Stop following “Ardmouth Courier”" in screen_of(app)
        await pilot.press("n")
        assert library.feeds.all()
        await pilot.press("d", "y")
        await settled(app, pilot)
        assert not library.feeds.all()
        assert "No longer following" in screen_of(app)


async def test_a_failing_source_is_told(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("R")
        await settled(app, pilot)
        assert "cannot be reached" in screen_of(app)


async def test_a_source_that_fails_again_is_not_told_unasked(app: Tuinews, library: Library) -> None:
    (feed,) = library.feeds.all()
    library.feeds.record(feed, Failed(feed.url, "It was away."), 1)  # and due again since then
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        assert library.feeds.get(feed.id).checked > 1
        assert "cannot be reached" not in screen_of(app)


async def test_help_shows_the_keys_of_the_focus_and_finds(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("enter", "question_mark")
        assert "In the article" in screen_of(app)
        await pilot.press(*"undo")
        shown = screen_of(app)
        assert "Undo the last change." in shown
        assert "One line further." not in shown
        await pilot.press("escape")
        assert main(app).reading


async def test_a_long_sentence_of_the_help_stays_in_its_column(app: Tuinews) -> None:
    async with app.run_test(size=(60, 36)) as pilot:
        await settled(app, pilot)
        await pilot.press("question_mark", *"undoes")
        first = next(line for line in screen_of(app).splitlines() if "Mark all" in line)
        second = next(line for line in screen_of(app).splitlines() if "undoes it." in line)
        assert second != first
        assert not second[first.index("A ") : first.index("Mark all")].strip()


async def test_the_mouse_selects_and_opens(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.click("Headlines", offset=(10, 2))
        await settled(app, pilot)
        assert main(app).headlines.cursor == 1
        await pilot.click("Headlines", offset=(10, 2), times=2)
        await settled(app, pilot)
        assert main(app).reading
        await pilot.click("Views", offset=(18, 0))
        await settled(app, pilot)
        assert main(app).view == "unread"


async def test_a_change_that_fails_is_told_and_the_next_is_made(app: Tuinews, library: Library) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        feed = library.feeds.all()[0]
        screen = main(app)
        screen.change(lambda: library.readdress(feed.id, "/no/such/folder"), lambda _: None)
        await settled(app, pilot)
        assert "/no/such/folder" in screen_of(app)
        await pilot.press("m")
        await settled(app, pilot)
        assert "Marked read" in screen_of(app)


async def test_what_comes_while_reading_appears_by_itself(
    app: Tuinews, library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MainScreen, "DUE", 0.05)
    folder = tmp_path / "post"
    folder.mkdir()
    (folder / "first.txt").write_text("The first letter\n\nIt came by ship.", encoding="utf-8")
    library.subscribe(str(folder))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("g")
        (folder / "second.txt").write_text("The second letter\n\nIt came by mule.", encoding="utf-8")
        async with asyncio.timeout(20):
            while "1 new since" not in screen_of(app):
                await pilot.pause(0.02)
        await settled(app, pilot)
        await pilot.press("g")  # what was read stays in its place, and the news is above it
        await settled(app, pilot)
        assert "The second letter" in screen_of(app)
        assert "The first letter" in screen_of(app)


async def test_an_opened_article_is_in_the_first_frame(app: Tuinews) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("j", "enter")
        await settled(app, pilot)
        await pilot.press("escape", "k")
        await settled(app, pilot)
        main(app).enter()
        main(app)._refresh_layout()  # the frame that shows the pane, before the pane is told its size
        assert "“Nobody will be left on the quay,”" in screen_of(app)


async def test_a_single_key_shows_the_article_at_once(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        lines, reader = main(app).headlines, main(app).reader
        lines.action_move(1)
        assert main(app).status.place.startswith("2 of")
        assert reader.article is not None
        assert reader.article.id == lines.ids[1]


async def test_a_held_key_opens_no_article_on_the_way(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        lines, reader = main(app).headlines, main(app).reader
        lines.action_move(1)
        lines.action_move(1)
        lines.action_move(1)
        assert reader.article is not None
        assert reader.article.id == lines.ids[1]
        await settled(app, pilot)
        assert reader.article.id == lines.ids[3]


async def test_the_next_unread_is_found_however_far_it_is(
    app: Tuinews, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tuinews.ui.screens.main.LOOKED_AT", 4)
    every = [article_id for chunk in library.search.ids("") for article_id in chunk]
    unread = [every[0], every[9], every[-1]]
    library.articles.set_read(set(every) - set(unread), True)
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        for key, place in (("n", 9), ("n", len(every) - 1)):
            await pilot.press(key)
            await settled(app, pilot)
            assert main(app).headlines.cursor == place
        await pilot.press("n")
        assert "No further unread article here" in screen_of(app)
        for key, place in (("p", 9), ("p", 0)):
            await pilot.press(key)
            await settled(app, pilot)
            assert main(app).headlines.cursor == place
        await pilot.press("p")
        assert "No further unread article here" in screen_of(app)
