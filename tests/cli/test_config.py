"""The file of settings is written once, found and checked."""

from pathlib import Path

import pytest

from tuinews.cli import main


def run(home: Path, *arguments: str) -> int:
    return main(["--home", str(home), "config", *arguments])


def test_the_file_is_written_once_and_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "--check") == 0
    assert run(tmp_path, "--init") == 0
    capsys.readouterr()
    assert run(tmp_path, "--path") == 0
    file = Path(capsys.readouterr().out.strip())
    assert "#measure = 72" in file.read_text()
    assert run(tmp_path, "--check") == 0
    assert "in order" in capsys.readouterr().out
    file.write_text("[reading]\nmeasure = 60\n")
    assert run(tmp_path, "--init") == 1
    assert file.read_text() == "[reading]\nmeasure = 60\n"
    assert run(tmp_path) == 0
    assert "measure = 60" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[look]\n\ntheme = 'mauve'\n", "line 3: look.theme: there is no such theme"),
        ("[keys]\n'mark.stars' = 'x'\n", "line 2: keys.mark.stars: there is no such command"),
        ("[keys]\nundo = 'e'\nmark.star = 'e'\n", "line 2: keys.undo: e is the key of mark.star already"),
    ],
)
def test_what_is_wrong_is_told_with_line_and_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    (tmp_path / "settings.toml").write_text(text)
    assert run(tmp_path, "--check") == 1
    assert told in capsys.readouterr().err
