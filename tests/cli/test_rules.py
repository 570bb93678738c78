"""Rules from the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.test_upkeep import run


@pytest.fixture
def home(tmp_path: Path) -> Path:
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "ferry.txt").write_text("The ferry\n\nThe ferry sails.", encoding="utf-8")
    (notes / "bridge.txt").write_text("The bridge\n\nThe bridge is closed.", encoding="utf-8")
    home = tmp_path / "home"
    assert run(home, "add", str(notes)) == 0
    return home


def test_rules_are_added_listed_tried_applied_and_removed(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run(home, "rules", "add", "ferry", "--hide", "--tag", "#boats") == 0
    assert capsys.readouterr().out == "1\tferry\ttag #boats, hide\t0 caught\n"
    assert run(home, "rules", "test", "1") == 0
    told = capsys.readouterr().out
    assert "The ferry" in told
    assert "1 article in the library is found." in told
    assert run(home, "rules", "apply", "1") == 0
    assert "found 1 article and changed 1" in capsys.readouterr().out
    assert run(home, "search", "ferry") == 1
    assert run(home, "search", "is:hidden") == 0
    capsys.readouterr()
    assert run(home, "rules", "off", "1") == 0
    assert run(home, "rules", "add", "bridge", "--star") == 0
    assert run(home, "rules", "first", "2") == 0
    capsys.readouterr()
    assert run(home, "rules", "--json") == 0
    rows = json.loads(capsys.readouterr().out)
    assert [(row["id"], row["active"], row["caught"]) for row in rows] == [(2, True, 0), (1, False, 1)]
    assert run(home, "rules", "remove", "1") == 0
    assert run(home, "rules", "remove", "1") == 1
    assert "There is no rule '1'" in capsys.readouterr().err


def test_refresh_prints_what_a_rule_tells_of(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(home, "rules", "add", "title:storm", "--notify") == 0
    (home.parent / "notes" / "storm.txt").write_text("A storm\n\nIt blows.", encoding="utf-8")
    capsys.readouterr()
    assert run(home, "refresh") == 0
    assert "notes: A storm (title:storm)" in capsys.readouterr().out
