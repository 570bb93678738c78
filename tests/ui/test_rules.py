"""The screen of the rules: made with a live preview, ordered, applied, undone; and what they tell of."""

from pathlib import Path

from textual.pilot import Pilot

from tests.ui.conftest import screen_of
from tests.ui.test_main import settled
from tuinews.library import Library
from tuinews.model import Deeds
from tuinews.ui.app import Tuinews

WIDE, NARROW = (120, 36), (80, 24)


async def press(app: Tuinews, pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await settled(app, pilot)


async def test_a_rule_is_made_seeing_what_it_finds(app: Tuinews, library: Library) -> None:
    async with app.run_test(size=NARROW) as pilot:
        await settled(app, pilot)
        await press(app, pilot, "W")
        assert "No rules yet" in screen_of(app)
        await press(app, pilot, "a", *"title:ferry")
        shown = screen_of(app)
        assert "“ferry” in the title" in shown
        assert "1 found" in shown
        assert "The ferry sails again" in shown
        await press(app, pilot, "enter")
        assert "Choose what the rule does" in screen_of(app)
        assert "X" not in screen_of(app)  # a box that is off is empty, not only of another colour
        await press(app, pilot, "tab", "tab", "space", "ctrl+s")
        [rule] = library.rules.all()
        assert rule.sought == "title:ferry"
        assert "“ferry” in the title" in screen_of(app)
        assert "u undoes it" in screen_of(app)
        await press(app, pilot, "u")
        assert library.rules.all() == []
        assert "No rules yet" in screen_of(app)


async def test_rules_are_changed_ordered_rested_and_removed(app: Tuinews, library: Library) -> None:
    for sought in ("title:ferry", "council"):
        library.rules.add(sought, Deeds(star=True))
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await press(app, pilot, "W", "J")
        assert [rule.sought for rule in library.rules.all()] == ["council", "title:ferry"]
        await press(app, pilot, "space")
        assert [rule.active for rule in library.rules.all()] == [True, False]
        assert "off · star" in screen_of(app)
        await press(app, pilot, "enter", *" boat", "enter")
        assert library.rules.all()[1].sought == "title:ferry boat"
        await press(app, pilot, "d")
        assert [rule.sought for rule in library.rules.all()] == ["council"]
        await press(app, pilot, "u")
        await press(app, pilot, "u")
        await press(app, pilot, "u")
        await press(app, pilot, "u")
        assert [(rule.sought, rule.active) for rule in library.rules.all()] == [
            ("title:ferry", True),
            ("council", True),
        ]


async def test_a_rule_is_applied_to_what_is_there_and_undone_in_another_view(
    app: Tuinews, library: Library
) -> None:
    library.rules.add("council", Deeds(hide=True))
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await press(app, pilot, "W", "x")
        assert "Applied: 36 found, 36 articles changed · u undoes it" in screen_of(app)
        await press(app, pilot, "escape", "3")
        assert library.articles.counts().all == 3
        await press(app, pilot, "u")
        assert library.articles.counts().all == 39
        assert "36 articles as before" in screen_of(app)


async def test_what_a_rule_tells_of_stays_until_a_key(app: Tuinews, library: Library, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "calm.txt").write_text("A calm\n\nNothing.", encoding="utf-8")
    library.subscribe(str(notes))
    library.rules.add("title:storm", Deeds(notify=True, star=True))
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        (notes / "storm.txt").write_text("A storm\n\nIt blows.", encoding="utf-8")
        await press(app, pilot, "R")
        assert "notes: A storm" in screen_of(app)
        assert library.articles.counts().starred == 1
        app.screen.refresh_due()  # type: ignore[attr-defined]  # it is the main screen
        await settled(app, pilot)
        assert "notes: A storm" in screen_of(app)
        await press(app, pilot, "u")
        assert "What rules did to 1 article is undone" in screen_of(app)
        assert library.articles.counts().starred == 0
