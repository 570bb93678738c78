"""The keys in force: of the table of commands, of a preset, and of the user, checked against each other."""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tuinews.ui.commands import COMMANDS, SIGNS, Command

Keymap = Mapping[str, tuple[str, ...]]
"""A command's id and its keys, by Textual's names; only commands whose keys are not the table's."""

_WORDS = {sign.casefold(): key for key, sign in SIGNS.items()}
_NAMED = (
    "enter", "escape", "space", "tab", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown",
    "up", "down", "left", "right",
)  # fmt: skip
_KEY = re.compile(r"(?P<modifiers>(?:(?:ctrl|alt|shift)\+)*)(?P<word>\S|[a-z][a-z0-9_]*)$", re.IGNORECASE)
# Textual shortens these of Unicode's names of characters.
_SHORTER = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}


@cache
def presets() -> dict[str, Keymap]:
    """The presets by name, each with the keys in which it differs from the table of commands."""
    table = tomllib.loads(Path(__file__).with_name("presets.toml").read_text(encoding="utf-8"))
    return {name: {id_: _names(keys) for id_, keys in rows.items()} for name, rows in table.items()}


def keymap(preset: str, own: Mapping[str, tuple[str, ...]]) -> tuple[Keymap, dict[str, str]]:
    """Return the keys that a preset and the user's own make, and what is wrong with them by command id.

    The user's own keys are taken away from the preset's; two of the user's own may not want the same key
    in the same place. What is wrong is left out of the keys.
    """
    known = {command.id: command for command in COMMANDS}
    wrong: dict[str, str] = {}
    mine: dict[str, tuple[str, ...]] = {}
    for id_, keys in own.items():
        if id_ not in known:
            wrong[id_] = "there is no such command; the help (?) shows the names"
            continue
        try:
            mine[id_] = _names(keys)
        except ValueError as error:
            wrong[id_] = str(error)
    for id_, keys in list(mine.items()):
        for other, others in mine.items():
            shared = set(keys) & set(others)
            if id_ < other and shared and overlap(known[id_], known[other]):
                wrong[other] = f"{sorted(shared)[0]} is the key of {id_} already"
    made: dict[str, tuple[str, ...]] = {}
    right = {id_: keys for id_, keys in mine.items() if id_ not in wrong}
    for rows in (presets()[preset], right):
        for id_, keys in rows.items():
            _give_way(made, known, known[id_], set(keys))
        made.update(rows)
    return made, wrong


def _give_way(
    made: dict[str, tuple[str, ...]], known: dict[str, Command], to: Command, keys: set[str]
) -> None:
    """Take keys away from the commands that would meet `to` in the same place."""
    for other in known.values():
        has = made.get(other.id, other.keys)
        if other.id != to.id and keys & set(has) and overlap(to, other):
            made[other.id] = tuple(key for key in has if key not in keys)


def overlap(one: Command, other: Command) -> bool:
    """Whether two commands can be meant at the same moment: a pane's and the whole screen's can.

    Digits and brackets are another matter: in the article digits are its links, everywhere else the views;
    brackets begin keys of two there, and do what they do elsewhere when nothing follows.
    """
    if one.where != other.where and any("{key}" in c.action or ".begin(" in c.action for c in (one, other)):
        return False
    places = {one.where, other.where}
    return len(places) == 1 or "app" in places or places in ({"main", "list"}, {"main", "reader"})


def _names(keys: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return tuple(key_name(key) for key in keys)


def key_name(key: str) -> str:
    """Return Textual's name of a key as people write it (`/`, `Ctrl+D`, `Esc`); raises ValueError."""
    match = _KEY.match(key.strip() or key)
    word = match["word"] if match else ""
    name = _spelt(word) if len(word) == 1 else _WORDS.get(word.casefold(), word.casefold())
    if match is None or (len(name) > 1 and name not in _known()):
        raise ValueError(f"{key!r} is no key; write a sign such as / or a name such as ctrl+d, f5, pagedown")
    modifiers = match["modifiers"].casefold()
    return modifiers + (name.lower() if modifiers else name)


def _spelt(sign: str) -> str:
    """Textual's name of one character: letters and digits are their own, others Unicode's name."""
    if sign.isalnum():
        return sign
    spelt = unicodedata.name(sign, "").lower().replace("-", "_").replace(" ", "_")
    return _SHORTER.get(spelt, spelt)


@cache
def _known() -> frozenset[str]:
    """The names of all keys but letters and digits: those with a name, and the signs of ASCII."""
    functions = (f"f{number}" for number in range(1, 25))
    signs = (_spelt(chr(code)) for code in range(33, 127))
    return frozenset((*_NAMED, *functions, *signs))
