"""A settings file is read, and what is wrong in it is told by file, line and key."""

from pathlib import Path

import pytest

from tuinews.limits import Limits
from tuinews.settings import OPTIONS, Settings, commented, load, parse, with_value

FILE = Path("settings.toml")


def told(text: str) -> list[str]:
    return [str(problem) for problem in parse(text, FILE)[1]]


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path / "nothing.toml") == (Settings(), ())


def test_the_file_written_for_a_newcomer_changes_nothing_and_can_be_switched_on_line_by_line() -> None:
    assert parse(commented(), FILE) == (Settings(), ())
    on = "\n".join(
        line[1:] if line.startswith("#") and line[1:2].strip() else line for line in commented().splitlines()
    )
    settings, problems = parse(on, FILE)
    assert problems == ()
    assert settings == Settings(keys={"mark.star": ("s", "asterisk")})


def test_what_is_set_is_read() -> None:
    text = '[look]\ntheme = "paper"\n[reading]\nmeasure = 60\n[keys]\n"mark.star" = "x"\n'
    text += 'list.down = ["e", "down"]\n'
    settings, problems = parse(text, FILE)
    assert problems == ()
    assert (settings.theme, settings.measure) == ("paper", 60)
    assert settings.keys == {"mark.star": ("x",), "list.down": ("e", "down")}


@pytest.mark.parametrize(
    ("text", "start", "part"),
    [
        ("[reading]\n\nmeasure = 5\n", "settings.toml, line 3: reading.measure:", "from 20 to 200"),
        ("[reading]\nmeasure = true", "settings.toml, line 2: reading.measure:", "whole number"),
        ('[reading]\nmark_read = "later"', "settings.toml, line 2: reading.mark_read:", '"delay"'),
        ("[reading]\nwidth = 5", "settings.toml, line 2: reading.width:", "[reading] has measure"),
        ("[lok]\ntheme = 'paper'", "settings.toml, line 2: lok.theme:", "belongs under [look]"),
        ("theme = 'paper'", "settings.toml, line 1: theme:", "belongs under [look]"),
        ("[keys]\nundo = 5", "settings.toml, line 2: keys.undo:", "list of keys"),
        ("[look]\ntheme = \n", "settings.toml, line 2:", "is not TOML"),
        ("[look\n", "settings.toml, line 1:", "is not TOML"),
    ],
)
def test_a_wrong_line_is_told_and_its_default_holds(text: str, start: str, part: str) -> None:
    [sentence] = told(text)
    assert sentence.startswith(start)
    assert part in sentence
    assert parse(text, FILE)[0] == Settings()


def test_a_right_line_holds_beside_a_wrong_one() -> None:
    settings, problems = parse("[reading]\nmeasure = 60\nalignment = 'up'", FILE)
    assert settings.measure == 60
    assert len(problems) == 1


def test_what_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe\x00")
    assert "not UTF-8" in str(load(tmp_path / "a.toml")[1][0])
    assert "cannot be read" in str(load(tmp_path)[1][0])


@pytest.mark.parametrize(
    "before", ["", commented(), "[look]\n# mine\ntheme = 'x' # so\n[reading]\nmeasure = 50\n"]
)
def test_one_setting_is_written_and_the_rest_left_alone(before: str) -> None:
    after = with_value(before, "look", "theme", 'a "b" \x7f')
    settings, problems = parse(after, FILE)
    assert problems == ()
    assert settings.theme == 'a "b" \x7f'
    assert settings.measure == parse(before, FILE)[0].measure
    assert [line for line in before.splitlines() if "theme =" not in line] == [
        line for line in after.splitlines() if "theme =" not in line
    ] or not before


def test_every_option_fills_a_field_of_its_own() -> None:
    fields = [option.field for option in OPTIONS]
    assert len(set(fields)) == len(fields)
    assert set(fields) == set(Settings._fields) - {"keys", "limits"} | set(Limits._fields)
