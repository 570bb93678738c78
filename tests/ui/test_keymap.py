"""Keys of a preset and of one's own: every command stays within reach, and what is wrong is told."""

import pytest

from tuinews.ui.commands import COMMANDS
from tuinews.ui.keymap import key_name, keymap, overlap, presets


@pytest.mark.parametrize("preset", sorted(presets()))
def test_in_every_preset_each_command_has_a_key_of_its_own(preset: str) -> None:
    made, wrong = keymap(preset, {})
    assert not wrong
    assert set(presets()[preset]) <= {command.id for command in COMMANDS}
    for command in COMMANDS:
        keys = made.get(command.id, command.keys)
        assert keys, command.id
        for other in COMMANDS:
            if other is not command and overlap(command, other):
                assert not set(keys) & set(made.get(other.id, other.keys)), (command.id, other.id)


def test_ones_own_key_is_taken_from_the_command_that_had_it() -> None:
    made, wrong = keymap("default", {"mark.star": ("m",)})
    assert not wrong
    assert made == {"mark.star": ("m",), "mark.read": ()}


def test_what_is_wrong_is_told_and_left_out() -> None:
    made, wrong = keymap(
        "default", {"nonsense": ("a",), "mark.star": ("ctrl+k",), "undo": ("ctrl+k",), "search": ("foo",)}
    )
    assert set(wrong) == {"nonsense", "undo", "search"}
    assert "ctrl+k is the key of mark.star already" in wrong["undo"]
    assert made == {"mark.star": ("ctrl+k",)}


@pytest.mark.parametrize(
    ("written", "name"),
    [("/", "slash"), ("Esc", "escape"), ("Ctrl+D", "ctrl+d"), ("PgDn", "pagedown"), ("*", "asterisk"),
     ("ctrl++", "ctrl+plus"), ("G", "G"), ("F5", "f5"), ("é", "é"),
     ("alt+<", "alt+less_than_sign"), ('"', "quotation_mark")],
)  # fmt: skip
def test_keys_may_be_written_as_people_write_them(written: str, name: str) -> None:
    assert key_name(written) == name


@pytest.mark.parametrize("written", ["", "hello", "strg+d", "a b"])
def test_what_is_no_key_is_told(written: str) -> None:
    with pytest.raises(ValueError, match="is no key"):
        key_name(written)
