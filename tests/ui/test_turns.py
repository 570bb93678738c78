"""Keys typed in one go do what they do typed one by one."""

from pathlib import Path

import pytest

from tests.ui.terminal import tuinews


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ('l"', "Quotations  “"),  # of the article, not of the view
        ("l)\r", "named 2 times, quoted 4 times"),  # the page of the first one named
        ("t harbour quay\r", "Tagged #harbour quay"),
        ("/okafor\r", "1 of 7"),
        ("Waokafor", "7 found"),
        ("?undo", "Undo the last change."),
        (":terminal\r", "Theme"),
    ],
)
def test_keys_that_come_in_one_read_are_answered_in_turn(tmp_path: Path, keys: str, shown: str) -> None:
    with tuinews(tmp_path) as terminal:
        terminal.wait_for("1 of 21")
        terminal.press(keys)
        terminal.wait_for(shown, 10)
