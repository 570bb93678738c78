"""The table of commands is true: each has its action, and no key means two things in one place."""

from collections import Counter

import pytest

from tests.ui.conftest import main, screen_of
from tuinews.ui.app import Tuinews
from tuinews.ui.commands import COMMANDS, Command, bindings, hints, reference, sign
from tuinews.ui.screens.attachments import Attachments
from tuinews.ui.screens.links import Links
from tuinews.ui.screens.output import Output
from tuinews.ui.screens.palette import Palette
from tuinews.ui.screens.panel import Panel
from tuinews.ui.screens.person import PersonPage
from tuinews.ui.screens.problems import Problems
from tuinews.ui.screens.rule import RuleEditor
from tuinews.ui.screens.rules import RulesScreen
from tuinews.ui.screens.themes import Themes
from tuinews.ui.widgets.findbar import FindBar
from tuinews.ui.widgets.headlines import Headlines
from tuinews.ui.widgets.reader import Reader
from tuinews.ui.widgets.searchbar import SearchBar

PLACES = {
    "list": Headlines,
    "reader": Reader,
    "search": SearchBar,
    "panel": Panel,
    "person": PersonPage,
    "attachments": Attachments,
    "links": Links,
    "find": FindBar,
    "output": Output,
    "problems": Problems,
    "rules": RulesScreen,
    "rule": RuleEditor,
    "palette": Palette,
    "themes": Themes,
}


def test_ids_are_unique() -> None:
    assert [name for name, count in Counter(command.id for command in COMMANDS).items() if count > 1] == []


@pytest.mark.parametrize(
    "where",
    sorted({command.where for command in COMMANDS}),
)
def test_no_key_means_two_things_in_one_place(where: str) -> None:
    keys = Counter(key for command in COMMANDS if command.where == where for key in command.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    here = [command for command in COMMANDS if command.where == where]
    assert len(bindings(where)) == sum(len(c.keys) if "{key}" in c.action else 1 for c in here)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
async def test_every_command_has_its_action(command: Command, app: Tuinews) -> None:
    place, _, action = command.action.partition("(")[0].rpartition(".")
    owner = app if place == "app" else None if place == "screen" else PLACES.get(command.where)
    name = f"action_{action}"
    if owner is None:
        async with app.run_test():
            owner = type(main(app))
    assert hasattr(owner, name)


def test_every_command_is_in_the_reference() -> None:
    text = reference()
    assert all(command.help in text for command in COMMANDS)


@pytest.mark.parametrize(("width", "shown"), [(40, 3), (80, 5), (200, 9)])
async def test_the_footer_keeps_the_most_useful_keys(app: Tuinews, width: int, shown: int) -> None:
    async with app.run_test(size=(width, 24)):
        footer = screen_of(app).splitlines()[-1]
    keys = [sign(command.keys[0]) for command in hints("list")]
    assert sum(f" {key} " in footer for key in keys) >= shown
    assert "Enter read" in footer
    assert "/ search" in footer


@pytest.mark.parametrize("group", dict.fromkeys(command.group for command in COMMANDS))
def test_no_table_of_the_readme_gives_a_key_twice(group: str) -> None:
    keys = Counter(key for command in COMMANDS if command.group == group for key in command.keys)
    assert [key for key, number in keys.items() if number > 1] == []
