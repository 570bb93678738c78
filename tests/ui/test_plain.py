"""With NO_COLOR there is no colour on any screen, and nothing is lost that colours told."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.color import Color, ColorType
from rich.style import Style

from tests.ui import gallery
from tests.ui.world import NOW
from tuinews.library import Library
from tuinews.ui.app import Tuinews

TOLD = {
    "list": (("The ferry sails again", "bold reverse"), ("Tide tables", "bold"), ("[Update]", "")),
    "article": (("▌  The ferry sails", ""), ("“Nobody will be", "italic"), ("Okafor, the chief", "bold")),
    "quotation": (("“Nobody will be", "bold italic"), ("— Ruth Okafor", "bold")),
    "name": (("Ruth Okafor, the", "bold reverse underline"),),
    "finding": (("left on the", "italic reverse"),),
    "second-article": (("pilots, the office", "underline"),),
    "hints": (("See the a", "bold reverse"),),
    "links": (("▌  1  pilots", "reverse"), ("   2  office", "")),
    "files": (("▌ The lamp of", "reverse"), ("  tide.mp3", "")),
    "saving-a-list": (("▌   Markdown", "reverse"), ("All 41 articles here", "bold")),
    "quotations": (
        ("▌ Ruth Okafor", "bold reverse"),
        ("“Nobody will be", "italic reverse"),
        ("“I have", "italic"),
    ),
    "people": (("▌ Idris Penhale", "bold reverse"), ("Ruth Okafor", "bold")),
    "person": (("1 Said 2", "bold reverse"), ("2 Articles 2", ""), ("▌ 5 min", "reverse")),
    "search": (("wall, the map", "reverse underline"), ("1 All", "bold underline"), ("2 Unread", "")),
    "sources": (("▌  All articles", "bold reverse"), ("! Pilots", ""), ("Hollow walls", "bold")),
    "problems": (("▌ ! A Quiet Place", "reverse"), ("! Pilots", "")),
    "rules": (("▌ 1.", "reverse"), ("off · hide", "")),
    "rule": (("X▌ star", ""), (" ▌ hide", "")),
    "error": (("Choose what the rule does", "bold"),),
    "palette": (("▌ Down", "bold reverse"), ("  Up  ", "bold")),
    "palette-found": (("Ruth Oka", "reverse underline"), ("  mon", "bold")),
    "themes": (("▌ terminal", "reverse"), ("  paper", "")),
    "all-read": (("The ferry sails", "reverse"), ("Tide tables", "")),
    "welcome": (("→ Enter reads", "bold"),),
}
"""What can be read on a screen, and the signs it wears there, no more and no less."""

SIGNS = ("bold", "italic", "reverse", "underline")


@pytest.fixture(params=gallery.TOURS)
def tour(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def app(tour: str, furnished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tuinews]:
    monkeypatch.setenv("NO_COLOR", "1")
    if tour != "first":
        shutil.copytree(furnished, tmp_path, dirs_exist_ok=True)
    with Library(tmp_path) as library:
        yield Tuinews(library, theme="paper", now=lambda: NOW)


def drawn(app: Tuinews) -> list[list[tuple[str, Style]]]:
    """The characters of each line of the screen, each with its style."""
    strips = app.screen._compositor.render_strips()
    return [[(sign, style or Style()) for text, style, _ in strip for sign in text] for strip in strips]


def signs_of(lines: list[list[tuple[str, Style]]], words: str) -> str:
    """The signs that the words wear where they stand first, by the last one before a comma."""
    for line in lines:
        at = "".join(sign for sign, _ in line).find(words)
        if at >= 0:
            style = line[at + len(words.split(",")[0]) - 1][1]
            return " ".join(name for name in SIGNS if getattr(style, name))
    raise AssertionError(f"{words!r} is not on the screen")


def is_none(colour: Color | None) -> bool:
    """Whether it is the terminal's own letters or ground."""
    return colour is None or colour.type is ColorType.DEFAULT


async def test_nothing_is_told_by_a_colour(app: Tuinews, tour: str) -> None:
    seen = set()
    async with app.run_test(size=(120, 36)) as pilot:
        async for stop in gallery.walk(app, pilot, tour):
            lines = drawn(app)
            assert all(is_none(style.color) and is_none(style.bgcolor) for line in lines for _, style in line)
            told = {words: signs_of(lines, words) for words, _ in TOLD.get(stop.name, ())}
            assert told == dict(TOLD.get(stop.name, ())), stop.name
            seen.add(stop.name)
    assert seen == {stop.name for stop in gallery.TOURS[tour]}
