"""Places visited, letters over links, and what is stored of an article."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui import world
from tests.ui.conftest import main, screen_of
from tests.ui.terminal import tuinews
from tests.ui.test_main import NARROW, WIDE, settled
from tuinews.library import Library
from tuinews.model import Enclosure, Entry, Mark, MarkKind
from tuinews.ui.app import Tuinews
from tuinews.ui.hinting import labels
from tuinews.ui.trail import Trail


@given(st.lists(st.sampled_from(["leave", "back", "forward"]), max_size=60))
def test_a_trail_is_walked_as_in_a_browser(moves: list[str]) -> None:
    trail: Trail[int] = Trail()
    visited, at = [0], 0  # the model: all places in a row, and which one is now
    for number, move in enumerate(moves, 1):
        if move == "leave":
            trail.leave(visited[at])
            visited, at = [*visited[: at + 1], number], at + 1
            visited, at = visited[-31:], min(at, 30)
        else:
            by = -1 if move == "back" else 1
            expected = visited[at + by] if 0 <= at + by < len(visited) else None
            assert trail.go(by, visited[at]) == expected
            at += by if expected is not None else 0


@given(st.integers(0, 2000))
def test_no_label_begins_another(count: int) -> None:
    made = labels(count)
    assert len(set(made)) == count
    assert len({len(label) for label in made}) <= 1


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_back_and_forward_through_articles(app: Tuinews, size: tuple[int, int]) -> None:
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        await pilot.press("enter", "G")
        await settled(app, pilot)
        here = main(app).reader.scroll_y
        first = main(app).headlines.current
        await pilot.press("J", "J", "J", "G")
        await settled(app, pilot)
        last, low = main(app).headlines.current, main(app).reader.scroll_y
        for _ in range(3):
            await pilot.press("ctrl+o")
            await settled(app, pilot)
        assert (main(app).headlines.current, main(app).reader.scroll_y) == (first, here)
        assert main(app).reading
        await pilot.press("ctrl+o")
        await settled(app, pilot)
        assert "No place before this one" in screen_of(app)
        for _ in range(3):
            await pilot.press("alt+right")
            await settled(app, pilot)
        assert (main(app).headlines.current, main(app).reader.scroll_y) == (last, low)


async def test_back_from_where_a_panel_led(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("j", "j", "j", "j", "enter")
        await settled(app, pilot)
        before = main(app).headlines.current
        await pilot.press("escape", "quotation_mark")
        await settled(app, pilot)
        await pilot.press(*"storm", *["backspace"] * 5, *"worse", "enter")
        await settled(app, pilot)
        there = main(app).reader.here
        assert there is not None
        await pilot.press("alt+left")
        await settled(app, pilot)
        assert main(app).headlines.current == before
        await pilot.press("alt+right")
        await settled(app, pilot)
        assert main(app).reader.here == there


async def test_back_out_of_a_search(app: Tuinews) -> None:
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("j", "enter")
        await settled(app, pilot)
        before = main(app).headlines.current
        await pilot.press("slash", *"council", "enter", "enter")
        await settled(app, pilot)
        assert main(app).headlines.current != before
        await pilot.press("ctrl+o")
        await settled(app, pilot)
        assert (main(app).headlines.current, main(app).sought, main(app).reading) == (before, "", True)
        await pilot.press("ctrl+n")
        await settled(app, pilot)
        assert main(app).sought == "council"


def test_the_keys_are_those_that_terminals_send(tmp_path: Path) -> None:
    world.library(tmp_path).close()
    with tuinews(tmp_path) as terminal:
        terminal.wait_for("1 of 39")
        terminal.press("l")
        terminal.wait_for("%   1 of 39")
        terminal.press("J")
        terminal.wait_for("%   2 of 39")
        terminal.press("\x1b[1;3D")  # Alt+Left
        terminal.wait_for("%   1 of 39")
        terminal.press("\x0e")  # Ctrl+N
        terminal.wait_for("%   2 of 39")
        terminal.press("\x0f")  # Ctrl+O
        terminal.wait_for("%   1 of 39")
        terminal.press("\x1b[1;3C")  # Alt+Right
        terminal.wait_for("%   2 of 39")


# Letters over links


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the browser was given."""
    given_: list[str] = []

    def open_address(app: Tuinews, url: str) -> str:
        given_.append(url)
        return f"Opened {url}"

    monkeypatch.setattr("tuinews.ui.browser.open_address", open_address)
    return given_


def linked(library: Library, number: int) -> None:
    words = [f"link{at}" for at in range(number)]
    text = "Words before. " + " and ".join(words)
    marks, at = [], 0
    for word in words:
        at = text.index(word, at)
        marks.append(Mark(MarkKind.LINK, at, at + len(word), f"https://port.example/{word}"))
        at += len(word)
    entry = Entry(
        "linked", "https://courier.example/linked", "Many links", text, tuple(marks), published=world.NOW
    )
    library.articles.put(library.feeds.all()[0].id, [entry], world.NOW)


@pytest.mark.parametrize(
    ("number", "keys", "to"), [(3, "d", "link2"), (40, "sd", "link28"), (40, "SD", "link28")]
)
async def test_a_letter_opens_its_link(
    app: Tuinews, library: Library, opened: list[str], number: int, keys: str, to: str
) -> None:
    linked(library, number)
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("enter", "f")
        await pilot.pause()
        assert "Type the letters of a link" in screen_of(app)
        label = keys.lower()
        assert f"{label}{to[len(label) :]}" in screen_of(app)
        await pilot.press(*keys)
        await pilot.pause()
        assert opened == [f"https://port.example/{to}"]
        assert f"{label}{to[len(label) :]}" not in screen_of(app)
        await pilot.press("j")  # letters are commands again
        assert main(app).reader.article is not None


async def test_letters_are_left_with_escape_and_with_a_letter_of_none(
    app: Tuinews, library: Library, opened: list[str]
) -> None:
    linked(library, 2)
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await pilot.press("enter", "f", "escape")
        await pilot.pause()
        assert main(app).reading
        assert "No link opened" in screen_of(app)
        await pilot.press("f", "m")
        await pilot.pause()
        assert "No link opened" in screen_of(app)
        assert "link0 and link1" in screen_of(app)
        await pilot.press("f", "f1")
        await pilot.pause()
        assert not opened


# What is stored


async def test_what_is_stored_can_be_read_and_searched(app: Tuinews, library: Library) -> None:
    feed = library.feeds.add("https://reader:secret@courier.example/feed", "The Gazette")
    entry = Entry(
        "tag:courier.example,2026:1", "https://courier.example/x", "Bread", "Bread is dear. See here.",
        (Mark(MarkKind.LINK, 15, 23, "https://port.example/bread"),), author="Imogen Hale",
        published=world.NOW, language="en-GB",
        enclosures=(Enclosure("https://courier.example/x.mp3", "audio/mpeg", 12345),),
    )  # fmt: skip
    library.articles.put(feed.id, [entry], world.NOW)
    async with app.run_test(size=(120, 50)) as pilot:
        await settled(app, pilot)
        await pilot.press("enter")
        await settled(app, pilot)
        await pilot.press("U")
        await settled(app, pilot)
        shown = screen_of(app)
        for told in (
            "feed: https://courier.example/feed", "guid: tag:courier.example,2026:1", "language: en-GB",
            "author: Imogen Hale", "published: 2026-11-24 09:00:00 +0000", "marks: link 1",
            "https://courier.example/x.mp3  audio/mpeg  12,345 bytes", "[See here](https://port.example/bread)",
        ):  # fmt: skip
            assert told in shown
        assert "secret" not in shown
        await pilot.press("ctrl+f", *"guid", "enter")
        await settled(app, pilot)
        assert "Found 1 of 1" in screen_of(app) or main(app).reader.here is not None
        await pilot.press("escape")
        await settled(app, pilot)
        assert main(app).reading
        article = main(app).reader.article
        assert article is not None
        assert article.text == entry.text
