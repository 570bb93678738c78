"""The commands, from the words typed to what is printed and the exit status."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tuinews.cli import main

STORY = "The ferry is late\n\n“We are sorry,” said Ada Brook, the harbour master. “So am I,” Brook added.\n"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("TUINEWS_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)

    def ran(*words: str) -> tuple[int, str, str]:
        try:
            status = main(words)
        except SystemExit as ended:
            status = int(ended.code or 0)
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return ran


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    (made / "ferry.txt").write_text(STORY, encoding="utf-8")
    (made / "quay.md").write_text("# The quay is closed\n\nUntil *spring*.\n", encoding="utf-8")
    return made


def test_a_first_search_finds_the_samples(run: Run) -> None:
    status, out, _ = run("search", "harbour")
    assert status == 0
    assert all(len(line.split("\t")) == 4 for line in out.splitlines())


def test_a_first_list_says_that_these_are_samples(run: Run) -> None:
    status, out, err = run("list")
    assert (status, "tuinews add" in err) == (0, True)
    assert "Ardmouth" in out


def test_add_list_and_remove(run: Run, folder: Path) -> None:
    assert run("add", str(folder))[0] == 0
    (feed,) = json.loads(run("list", "--json")[1])
    assert (feed["url"], feed["total"], feed["unread"]) == (str(folder), 2, 2)
    assert "2 articles" in run("remove", str(feed["id"]))[1]
    assert "built-in samples" in run("list")[2]


def test_what_cannot_be_added_is_told_and_the_rest_is_added(run: Run, folder: Path) -> None:
    (folder / "noise.txt").write_bytes(bytes(range(256)) * 40)
    status, out, err = run("add", "missing.txt", str(folder / "noise.txt"), str(folder / "quay.md"))
    assert status == 1
    assert "missing.txt" in err
    assert "noise.txt" in err
    assert err.count("\n") == 2
    assert "quay.md" in out


def test_refresh_tells_each_failure_in_a_line(run: Run, folder: Path) -> None:
    run("add", str(folder), str(folder / "ferry.txt"))
    (folder / "ferry.txt").unlink()
    status, out, err = run("refresh")
    assert status == 1
    assert "1 failed" in out
    assert err.count("\n") == 1
    assert "ferry.txt" in err


def test_search_prints_json_and_says_by_its_status_when_nothing_is_found(run: Run, folder: Path) -> None:
    run("add", str(folder))
    status, out, _ = run("search", "ferry", "--json")
    assert (status, [row["title"] for row in json.loads(out)]) == (0, ["The ferry is late"])
    assert run("search", "said:brook", "--json")[1] == out
    status, out, _ = run("search", "submarine", "--json")
    assert (status, json.loads(out)) == (1, [])


def test_show_prints_the_article(run: Run, folder: Path) -> None:
    run("add", str(folder))
    number = run("search", "ferry")[1].split("\t")[0]
    assert "“We are sorry,” said Ada Brook" in run("show", number)[1]
    assert "[quotation, Ada Brook]" in run("show", number, "--plain")[1]
    shown = json.loads(run("show", number, "--json")[1])
    assert [quote["speaker"] for quote in shown["quotes"]] == ["Ada Brook", "Ada Brook"]
    status, _, err = run("show", "1")
    assert (status, err.count("\n")) == (1, 1)


def test_quotes_and_people_read_the_index(run: Run, folder: Path) -> None:
    run("add", str(folder))
    rows = json.loads(run("quotes", "--person", "brook", "--json")[1])
    assert [row["text"] for row in rows] == ["“We are sorry,”", "“So am I,”"]
    (only,) = json.loads(run("quotes", "said:brook quote:sorry", "--json")[1])
    assert only["text"] == "“We are sorry,”"
    table = list(csv.DictReader(io.StringIO(run("quotes", "--format", "csv")[1])))
    assert [row["speaker"] for row in table] == ["Ada Brook", "Ada Brook"]
    assert (
        "> “We are sorry,”\n>\n> — Ada Brook, [*The ferry is late*]("
        in run("quotes", "--format", "markdown")[1]
    )
    assert json.loads(run("people", "--json")[1]) == [{"name": "Ada Brook", "articles": 1, "quotes": 2}]
    assert run("people", "quay", "--json")[0] == 1


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(run: Run, folder: Path) -> None:
    (folder / "sum.txt").write_text("@SUM(1+1) is no headline\n\n“Yes,” said Ada Brook.\n", encoding="utf-8")
    run("add", str(folder / "sum.txt"))
    (row,) = csv.DictReader(io.StringIO(run("quotes", "--format", "csv")[1]))
    assert row["title"] == "'@SUM(1+1) is no headline"


@pytest.mark.parametrize("words", [["--nonsense"], ["search", "--nonsense"], ["show", "x"], ["add"]])
def test_misuse_is_one_line_and_status_2(run: Run, words: list[str]) -> None:
    status, _, err = run(*words)
    assert status == 2
    assert err.count("\n") == 1
    assert "--help" in err


def test_the_reader_without_a_terminal_points_to_the_plain_commands(run: Run, folder: Path) -> None:
    for words in ([], [str(folder)]):
        status, _, err = run(*words)
        assert status == 1
        assert "tuinews search" in err


def test_help_teaches_with_examples(run: Run) -> None:
    for words in (["--help"], ["search", "--help"], ["quotes", "--help"]):
        status, out, _ = run(*words)
        assert status == 0
        assert "examples:" in out


def test_a_home_that_is_no_library_is_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "tuinews.db").write_bytes(b"no database at all" * 100)
    status, _, err = run("--home", str(tmp_path / "other"), "list")
    assert status == 1
    assert err.count("\n") == 1
    assert "tuinews.db" in err
