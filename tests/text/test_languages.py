"""Every language file is whole; in its case file each line gives its quotations to the one person named."""

import tomllib
from pathlib import Path

import pytest

from tuinews.text.analysis import analyse
from tuinews.text.detect import detect
from tuinews.text.language import language

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
FOLDER = Path(__file__).parents[2] / "src" / "tuinews" / "text" / "languages"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_quotations_go_to_the_person_named(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        found = analyse(line, path.stem)  # one line is too little to tell the language by
        assert len(found.people) == 1, (line, found.people)
        assert found.quotes, line
        assert {quote.speaker for quote in found.quotes} == {found.people[0].name}, line


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_language_is_detected(path: Path) -> None:
    assert detect(path.read_text(encoding="utf-8")) == path.stem


def test_every_language_file_has_every_key_and_a_case_file() -> None:
    keys = {}
    for path in FOLDER.glob("*.toml"):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        keys[path.stem] = {
            f"{name}.{key}"
            for name, part in table.items()
            for key in (part if isinstance(part, dict) else "")
        }
        assert language(path.stem).code == path.stem
    assert set(keys) == {path.stem for path in CASES}
    assert all(len(path.read_text(encoding="utf-8").splitlines()) >= 15 for path in CASES)
    assert len({frozenset(found) for found in keys.values()}) == 1
