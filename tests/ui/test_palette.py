"""The palette: everything that can be done or shown is found by typing, in every screen."""

from collections.abc import Iterable

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.ui.conftest import main, screen_of
from tests.ui.test_main import settled
from tuinews.library import Library
from tuinews.ui.app import Tuinews
from tuinews.ui.commands import COMMANDS
from tuinews.ui.matching import Fit, fit, folded, marked
from tuinews.ui.reach import at_hand
from tuinews.ui.screens.palette import Palette
from tuinews.ui.screens.person import PersonPage
from tuinews.ui.widgets.offerlist import OfferList

SIZE = (120, 36)
WAYS: dict[str, tuple[str, ...]] = {
    "list": (),
    "reader": ("enter",),
    "search": ("slash",),
    "find": ("enter", "ctrl+f"),
    "sources": ("S",),
    "panel": ("at",),
    "person": ("enter", "right_parenthesis", "enter"),
    "problems": ("exclamation_mark",),
    "rules": ("W",),
    "rule": ("W", "a"),
    "links": ("L",),
}
"""The keys that lead from the first screen to a place."""
ELSEWHERE = {"palette", "themes", "attachments", "output"}
"""The palette is not over itself and choices; the last two are as `links`, and need files and commands."""


async def press(app: Tuinews, pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await settled(app, pilot)


def offered(app: Tuinews) -> list[tuple[str, str]]:
    return [(offer.kind, offer.name) for offer in app.screen.query_one(OfferList).offers]


def test_every_place_is_tried() -> None:
    assert {command.where for command in COMMANDS} - set(WAYS) - ELSEWHERE == {"main", "app"}


@pytest.mark.parametrize("place", WAYS)
async def test_every_command_is_offered_where_it_can_be_done(app: Tuinews, place: str) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settled(app, pilot)
        await press(app, pilot, *WAYS[place])
        within = {place, "app"} | ({"main"} if len(app.screen_stack) == 1 else set())
        wanted = {c.id for c in COMMANDS if c.where in within and "{key}" not in c.action}
        assert wanted <= {command.id for command, _ in at_hand(app)}
        await press(app, pilot, "ctrl+p")
        assert isinstance(app.screen, Palette)
        words = {offer.about for offer in app.screen.query_one(OfferList).offers}
        assert {c.help for c in COMMANDS if c.id in wanted} <= words
        first = app.screen.query_one(OfferList).offers[0]
        assert first.about in {c.help for c in COMMANDS if c.where in (place, "list")}
        await press(app, pilot, "escape")
        assert not isinstance(app.screen, Palette)


async def test_a_command_is_done_where_one_was(app: Tuinews) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settled(app, pilot)
        await press(app, pilot, "colon", *"last row", "enter")
        assert main(app).headlines.cursor == main(app).headlines.count - 1
        await press(app, pilot, "colon", *"people", "enter")
        assert "Ruth Okafor" in screen_of(app)


async def test_enter_waits_for_what_was_typed(app: Tuinews) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settled(app, pilot)
        await pilot.press("ctrl+p")
        box = app.screen.query_one(Input)
        with box.prevent(Input.Changed):  # as typed in one go: the answer cannot be there yet
            box.value = "okafor"
        box.post_message(Input.Changed(box, "okafor"))
        box.post_message(Input.Submitted(box, "okafor"))
        await settled(app, pilot)
        assert isinstance(app.screen, PersonPage)


async def test_what_the_library_holds_is_shown_from_anywhere(app: Tuinews, library: Library) -> None:
    library.saved.put("Harbour walls", "wall")
    async with app.run_test(size=SIZE) as pilot:
        await settled(app, pilot)
        await press(app, pilot, "slash", *"diver", "enter", "exclamation_mark", "colon", *"courier")
        assert ("feed", "Ardmouth Courier") in offered(app)
        await press(app, pilot, "enter")
        screen = main(app)
        assert screen.source.title == "Ardmouth Courier"
        assert not screen.sought
        assert screen.headlines.count == library.articles.counts().all
        await press(app, pilot, "colon", *"harb wall", "enter")
        assert main(app).source.asked == 'saved:"Harbour walls"'
        await press(app, pilot, "colon", *"penhale")
        assert offered(app)[0] == ("person", "Idris Penhale")
        await press(app, pilot, "enter")
        assert isinstance(app.screen, PersonPage)
        await press(app, pilot, "ctrl+p", *"nord", "enter")
        assert app.theme == "nord"
        assert isinstance(app.screen, PersonPage)


@pytest.mark.parametrize("place", [*WAYS, "themes"])
async def test_the_help_has_the_keys_of_every_place(app: Tuinews, place: str) -> None:
    async with app.run_test(size=(100, 120)) as pilot:
        await settled(app, pilot)
        await press(app, pilot, *WAYS.get(place, ("T",)), "f1")
        told = " ".join(screen_of(app).split())
        here = [command for command in COMMANDS if command.where == place]
        assert all(command.help.split(",")[0][:24] in told for command in here)
        await press(app, pilot, *"zzzz")
        assert "No such command" in screen_of(app)


async def test_a_click_in_the_lines_around_does_what_it_says(app: Tuinews) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settled(app, pilot)

        async def click(words: str) -> None:
            lines = screen_of(app).splitlines()
            y = next(at for at in (len(lines) - 1, 0, *range(len(lines))) if words in lines[at])
            await pilot.click(offset=(lines[y].index(words), y))
            await settled(app, pilot)

        await click("Starred")
        assert main(app).view == "starred"
        await click("1 All")
        await click("read  ")
        assert main(app).reading
        await click("quotations")
        assert "Quotations" in screen_of(app).splitlines()[0]
        await click("back")
        await click("help")
        assert "Type to find a command" in screen_of(app)


async def test_a_click_on_a_quotation_makes_it_the_present_one(app: Tuinews) -> None:
    async with app.run_test(size=SIZE) as pilot:
        await settled(app, pilot)
        lines = screen_of(app).splitlines()
        y = next(at for at, line in enumerate(lines) if "I have read" in line or "“I" in line)
        await pilot.hover(offset=(lines[y].index("“I"), y))
        assert str(main(app).reader.tooltip) == "Idris Penhale"
        await pilot.click(offset=(lines[y].index("“I"), y))
        await settled(app, pilot)
        assert main(app).status.said.startswith("Idris Penhale · quotation")


async def test_the_wheel_scrolls_the_article(app: Tuinews) -> None:
    async with app.run_test(size=(120, 16)) as pilot:
        await settled(app, pilot)
        reader = main(app).reader
        await pilot._post_mouse_events([_wheel()], reader, offset=(10, 5))
        await pilot.pause(0.5)
        assert reader.scroll_y > 0


def _wheel() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


@pytest.mark.parametrize(
    ("typed", "name", "about", "how"),
    [
        ("the t", "The Tide", "", Fit.BEGINS),
        ("ti", "The Tide", "", Fit.WORDS),
        ("ide", "The Tide", "", Fit.INSIDE),
        ("tide feed", "The Tide", "feed", Fit.ABOUT),
        ("ttd", "The Tide", "", Fit.LETTERS),
        ("creme", "Crème brûlée", "", Fit.BEGINS),
        ("xyz", "The Tide", "feed", None),
    ],
)
def test_how_a_name_fits(typed: str, name: str, about: str, how: Fit | None) -> None:
    assert fit(folded(typed), folded(name), folded(about)) == how


@pytest.mark.parametrize(
    ("typed", "name", "words"),
    [
        ("tide", "The Tide", ["Tide"]),
        ("strasse", "Straße", ["Straße"]),
        ("bru cr", "Crème brûlée", ["Cr", "brû"]),
        ("zz", "The Tide", []),
    ],
)
def test_what_was_typed_is_marked(typed: str, name: str, words: Iterable[str]) -> None:
    assert [name[start:end] for start, end in marked(typed, name)] == list(words)
