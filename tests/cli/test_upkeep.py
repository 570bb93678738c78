"""The library is looked after from the command line."""

import json
import time
from pathlib import Path

import pytest

from tuinews.cli import main
from tuinews.library import Library
from tuinews.model import Entry
from tuinews.store.prepared import prepare_all

DAY = 86_400


def run(home: Path, *arguments: str) -> int:
    return main(["--home", str(home), *arguments])


@pytest.fixture
def home(tmp_path: Path) -> Path:
    now = int(time.time())
    with Library(tmp_path, with_samples=False) as library:
        feed = library.feeds.add("https://tide.example/feed", "Tide").id
        entries = [Entry(str(n), "", f"T {n}", "harbour " * 50, published=now - n * DAY) for n in range(300)]
        library.articles.put(feed, entries)
    return tmp_path


def test_a_sound_library_is_told_so(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(home, "doctor") == 0
    told = capsys.readouterr().out
    assert "300, 300 unread, 0 starred" in told
    assert "keeps     all articles" in told
    assert "The library is sound" in told
    assert run(home, "doctor", "--quick") == 0
    assert "is sound" not in capsys.readouterr().out


def test_a_problem_is_told_and_shows_in_the_exit_status(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Library(home, with_samples=False) as library, library._store.batch() as db:
        db.execute("DELETE FROM article_index WHERE rowid = (SELECT max(id) FROM articles)")
        db.execute("UPDATE counts SET number = 7 WHERE name = 'starred'")
    assert run(home, "doctor", "--json") == 1
    told = json.loads(capsys.readouterr().out)
    assert told["problems"] == [
        "The count of starred says 7, there are 0.",
        "1 of the articles cannot be found by their words.",
    ]
    assert told["articles"] == 300


def test_rules_are_kept_and_followed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(home, "keep") == 0
    assert capsys.readouterr().out == "tuinews keeps all articles.\n"
    assert run(home, "keep", "--days", "100", "--per-feed", "40") == 0
    told = capsys.readouterr().out
    assert "the last 100 days, of these the newest 40 of each feed" in told
    assert "260 articles are beyond that" in told
    with Library(home, with_samples=False) as library:
        assert library.upkeep.tend() == 260
        assert library.upkeep.tend() is None
    assert run(home, "keep", "--all") == 0
    assert capsys.readouterr().out == "tuinews keeps all articles.\n"
    assert run(home, "doctor", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["articles"], told["keeps"]) == (40, {"days": None, "per_feed": None})


@pytest.mark.parametrize("arguments", [("--days", "0"), ("--per-feed", "-1"), ("--all", "--days", "3")])
def test_rules_that_make_no_sense_are_refused(
    home: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    assert run(home, "keep", *arguments) == 1
    assert capsys.readouterr().err.startswith("tuinews: --")


def test_vacuum_tells_what_it_freed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(home, "keep", "--per-feed", "1") == 0
    with Library(home, with_samples=False) as library:
        library.upkeep.tend()
    capsys.readouterr()
    assert run(home, "vacuum", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["freed"] == told["before"] - told["after"] > 0
    assert run(home, "vacuum") == 0
    assert capsys.readouterr().out.startswith("Freed 0 bytes: ")


def test_doctor_tells_how_many_articles_wait_to_be_indexed(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(home, "doctor", "--quick") == 0
    assert "waiting" not in capsys.readouterr().out
    with Library(home, with_samples=False) as library:
        feed = library.follow("https://sund.example/feed").id
        library.articles.put_prepared(feed, prepare_all([Entry("s", "", "Sund", "ferry")]), later=True)
    assert run(home, "doctor") == 0
    assert "waiting   1 to be found by their words" in capsys.readouterr().out
    assert run(home, "search", "ferry") == 0
    assert run(home, "doctor", "--json") == 0
    assert '"unindexed": 0' in capsys.readouterr().out
