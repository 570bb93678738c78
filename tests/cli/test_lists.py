"""Lists of feeds come in from other readers and go out again."""

import json
from pathlib import Path

import pytest

from tests.sources.server import Server, response
from tuinews.cli import main

OPML = """<opml version="2.0"><body><outline text="Sea"><outline text="Tide" xmlUrl="https://tide.example/feed"/>
</outline><outline text="run" xmlUrl="exec:id"/></body></opml>"""

FEED = b'<rss version="2.0"><channel><title>Sound</title><item><title>One</title></item></channel></rss>'


def run(home: Path, *arguments: str) -> int:
    return main(["--home", str(home), *arguments])


def test_an_imported_list_can_be_exported(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    (tmp_path / "my.opml").write_text(OPML)
    assert run(tmp_path / "home", "import", str(tmp_path / "my.opml")) == 0
    told = capfdbinary.readouterr()
    assert b"1 feed added" in told.out
    assert b"skipped run" in told.err
    assert run(tmp_path / "home", "export") == 0
    (tmp_path / "again.opml").write_bytes(capfdbinary.readouterr().out)
    assert run(tmp_path / "other", "import", str(tmp_path / "again.opml")) == 0
    capfdbinary.readouterr()
    assert run(tmp_path / "other", "export", "--json") == 0
    [feed] = json.loads(capfdbinary.readouterr().out)
    assert feed == {"url": "https://tide.example/feed", "title": "Tide", "folder": "Sea", "site": ""}


@pytest.mark.parametrize("content", ["", "<html/>", "just words"])
def test_what_is_no_list_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str) -> None:
    (tmp_path / "x").write_text(content)
    assert run(tmp_path, "import", str(tmp_path / "x")) != 0
    assert run(tmp_path, "import", str(tmp_path / "missing")) != 0
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert all(str(tmp_path) in line for line in lines)


def test_adding_a_page_adds_its_feed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link = b'<link rel="alternate" type="application/rss+xml" href="/%s">'
    with Server() as server:
        server.pages["/one"] = response(b"<html><head>" + link % b"f")
        server.pages["/two"] = response(b"<html><head>" + link % b"f" + link % b"g")
        server.pages["/f"] = response(FEED)
        assert run(tmp_path, "add", f"{server.url}/one") == 0
        assert "Sound" in capsys.readouterr().out
        assert run(tmp_path, "add", f"{server.url}/two") == 1
        told = capsys.readouterr().err
    assert "several feeds" in told
    assert f"{server.url}/g" in told


def test_passwords_are_shown_only_when_asked_for(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "urls").write_text("https://ada:s3cret@tide.example/feed\n")
    assert run(tmp_path, "import", str(tmp_path / "urls")) == 0
    for command in (["list"], ["list", "--json"], ["export"], ["export", "--json"]):
        capfdbinary.readouterr()
        assert run(tmp_path, *command) == 0
        shown = capfdbinary.readouterr().out
        assert b"tide.example/feed" in shown
        assert b"s3cret" not in shown
        assert b"ada" not in shown
        assert run(tmp_path, *command, "--passwords") == 0
        assert b"ada:s3cret@tide.example/feed" in capfdbinary.readouterr().out
