"""Files and folders on this machine become articles."""

import os
from pathlib import Path
from threading import Event

import pytest

from tuinews.limits import Limits
from tuinews.model import Entry, Failed, Feed, FeedKind, Fetched, MarkKind
from tuinews.sources import fetch
from tuinews.sources.local import read_bytes

NOON = 1795392000  # 2026-11-23


def fetch_path(path: Path, etag: str = "") -> Fetched | Failed:
    return fetch(Feed(1, str(path), "", FeedKind.LOCAL, etag=etag), Event())


def article(folder: Path, name: str, content: str | bytes) -> Entry:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    result = fetch_path(file)
    assert isinstance(result, Fetched), result
    [entry] = result.entries
    return entry


def reason(path: Path) -> str:
    result = fetch_path(path)
    assert isinstance(result, Failed), result
    assert result.reason.endswith(".")
    return result.reason


def test_a_text_gives_title_byline_and_date(tmp_path: Path) -> None:
    text = "The ferry sails\n\nBy Ada Vell\n23 November 2026\n\nIt sailed\nat ten.\n\nNobody saw it.\n"
    entry = article(tmp_path, "a.txt", text)
    assert (entry.title, entry.author, entry.published) == ("The ferry sails", "Ada Vell", NOON)
    assert entry.text == "It sailed\nat ten.\n\nNobody saw it."
    assert entry.guid == "a.txt"
    assert entry.url == (tmp_path / "a.txt").as_uri()


@pytest.mark.parametrize(
    "text",
    [
        "Title: Tide\nAuthor: Ada Vell\nDate: 2026-11-23\n\nBody.",
        "Tide\n====\n\nvon Ada Vell, 23.11.2026\n\nBody.",
        "Tide\n\nPar Ada Vell\nKorvalett, le 23 novembre 2026\n\nBody.",
    ],
)
def test_heads_of_several_shapes_are_read(tmp_path: Path, text: str) -> None:
    entry = article(tmp_path, "a.txt", text)
    assert (entry.title, entry.author, entry.published, entry.text) == ("Tide", "Ada Vell", NOON, "Body.")


def test_a_text_without_a_head_keeps_all_its_words(tmp_path: Path) -> None:
    entry = article(tmp_path, "a.txt", "He said: stay. She did not answer him for a long while.")
    assert entry.title == entry.text
    assert entry.published is None


def test_a_date_within_the_first_sentence_counts_and_stays(tmp_path: Path) -> None:
    entry = article(tmp_path, "a.txt", "STRIKE\n\nARDMOUTH, 23 November 2026 (VPA) - Dockers will stop work.")
    assert (entry.title, entry.published) == ("STRIKE", NOON)
    assert entry.text.startswith("ARDMOUTH, 23 November 2026")


def test_hard_wrapped_text_is_unwrapped_and_verse_is_not(tmp_path: Path) -> None:
    prose = (
        "The harbour master looked at the water for a long time\nthen at the sky, and said it would rain.\n"
    )
    verse = "The boats go out,\nThe boats come in.\n"
    entry = article(tmp_path, "a.txt", f"{prose}\n{verse}")
    assert entry.text == prose.strip().replace("\n", " ") + "\n\n" + verse.strip()


def test_lists_in_a_text_become_items(tmp_path: Path) -> None:
    entry = article(tmp_path, "a.txt", "Needed\n\n- rope\n- tar that\n  sticks\n\n1. first\n2) second")
    assert entry.text == "rope\ntar that sticks\n\nfirst\nsecond"
    assert [mark.value for mark in entry.marks] == ["•", "•", "1.", "2."]


def test_markdown_gives_front_matter_and_structure(tmp_path: Path) -> None:
    head = "---\ntitle: 'Tide'\nauthor: Ada Vell\ndate: 2026-11-23\nlang: en\ntags:\n  - sea\n  - salt\n---\n"
    body = (
        "# Tide\n\nIt *rose*.\n\n## Why\n\n- moon\n\n```python\nx = 1\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |"
    )
    entry = article(tmp_path, "a.md", head + body)
    assert (entry.title, entry.author, entry.published, entry.language) == ("Tide", "Ada Vell", NOON, "en")
    assert entry.tags == ("sea", "salt")
    assert entry.text == "It rose.\n\nWhy\n\nmoon\n\nx = 1\n\na\tb\n1\t2"
    kinds = [mark.kind for mark in entry.marks]
    assert kinds == [
        MarkKind.EMPHASIS,
        MarkKind.HEADING,
        MarkKind.ITEM,
        MarkKind.CODE,
        MarkKind.ROW,
        MarkKind.ROW,
    ]


def test_markdown_without_front_matter_is_called_by_its_heading(tmp_path: Path) -> None:
    entry = article(tmp_path, "a.md", "# Salt\n\nWhite.")
    assert (entry.title, entry.text) == ("Salt", "White.")


def test_html_gives_its_metadata(tmp_path: Path) -> None:
    page = (
        '<html lang="fr"><head><meta charset="windows-1252"><title>Marée</title>'
        '<meta name="author" content="Ada Vell">'
        '</head><body><nav>menu</nav><article><h1>Marée</h1><time datetime="2026-11-23">hier</time>'
        "<p>Elle monte.</p></article></body></html>"
    )
    entry = article(tmp_path, "a.html", page.encode("cp1252"))
    assert (entry.title, entry.author, entry.published, entry.language) == ("Marée", "Ada Vell", NOON, "fr")
    assert "Elle monte." in entry.text
    assert "menu" not in entry.text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1251", "koi8-r"])
def test_encodings_are_found(tmp_path: Path, encoding: str) -> None:
    words = "Паром вышел из гавани утром, и никто его не видел. " * 10
    assert article(tmp_path, "a.txt", words.encode(encoding)).text == words.strip()


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-be", "utf-32"])
def test_western_encodings_are_found(tmp_path: Path, encoding: str) -> None:
    words = "“Le bac est parti à l’heure”, a dit la mairie de Corvalette, où l’été fut très court. " * 5
    assert article(tmp_path, "a.txt", words.encode(encoding)).text == words.strip()


def test_a_folder_is_read_below_and_hidden_parts_are_not(tmp_path: Path) -> None:
    for name in ("b.txt", "sub/a.md", "sub/deep/c.html", ".git/x.txt", "picture.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"Words of {name}.")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    result = fetch_path(tmp_path)
    assert isinstance(result, Fetched)
    assert [entry.guid for entry in result.entries] == ["b.txt", "sub/a.md", "sub/deep/c.html"]
    assert result.title == f"{tmp_path.parent.name}/{tmp_path.name}"


def test_an_unchanged_folder_is_not_read_again(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("One.")
    first = fetch_path(tmp_path)
    assert isinstance(first, Fetched)
    again = fetch_path(tmp_path, first.etag)
    assert isinstance(again, Fetched)
    assert again.unchanged
    assert again.etag == first.etag
    file.write_text("One, changed.")
    changed = fetch_path(tmp_path, first.etag)
    assert isinstance(changed, Fetched)
    assert [entry.text for entry in changed.entries] == ["One, changed."]


def test_a_feed_file_gives_its_entries(tmp_path: Path) -> None:
    (tmp_path / "f.rss").write_text(
        '<rss version="2.0"><channel><title>F</title><item><title>One</title></item>'
        "<item><title>Two</title></item></channel></rss>"
    )
    result = fetch_path(tmp_path / "f.rss")
    assert isinstance(result, Fetched)
    assert result.title == "F"
    assert [entry.title for entry in result.entries] == ["One", "Two"]


def test_what_cannot_be_read_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"\n \n")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02\xff" * 100)
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "bare").mkdir()
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    assert "There is no file or folder" in reason(tmp_path / "missing.txt")
    assert "is empty" in reason(tmp_path / "empty.txt")
    assert "is not a text" in reason(tmp_path / "binary.txt")
    assert "is not a text" in reason(tmp_path / "picture.txt")
    assert "no articles in" in reason(tmp_path / "bare")
    assert "50 MB, where 16 MB can be read" in reason(tmp_path / "huge.txt")


def test_a_pipe_or_device_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not a file" in reason(tmp_path / "pipe.txt")


def test_standard_input_may_be_a_feed_or_an_article() -> None:
    feed = read_bytes(
        b'<?xml version="1.0"?><rss version="2.0"><channel><item><title>x</title></item></channel></rss>', "-"
    )
    text = read_bytes("Título\n\nCuerpo.".encode(), "standard input")
    page = read_bytes(b"<!doctype html><title>Page</title><p>Words", "standard input")
    assert isinstance(feed, Fetched)
    assert isinstance(text, Fetched)
    assert isinstance(page, Fetched)
    assert feed.entries[0].title == "x"
    assert (text.entries[0].title, text.entries[0].text) == ("Título", "Cuerpo.")
    assert (page.entries[0].title, page.entries[0].text) == ("Page", "Words")
    assert isinstance(read_bytes(b"", "standard input"), Failed)


def test_a_long_text_is_read_whole(tmp_path: Path) -> None:
    paragraph = "The harbour master looked at the water and said nothing at all to anyone. " * 14
    entry = article(tmp_path, "long.txt", "\n\n".join([paragraph.strip()] * 500))
    assert len(entry.text.split()) == 14 * 14 * 500


@pytest.mark.parametrize(
    ("limits", "what"),
    [
        (
            Limits(folder=2),
            "has more than 2 articles in it (the setting limits.folder); choose a smaller folder.",
        ),
        (Limits(local=0.01), "where 0.01 MB can be read (the setting limits.local)."),
    ],
)
def test_each_limit_is_a_setting_and_named_by_its_refusal(tmp_path: Path, limits: Limits, what: str) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("Words and more.\n" * 1000)
    result = fetch(Feed(1, str(tmp_path), "", FeedKind.LOCAL), Event(), limits)
    assert isinstance(result, Failed)
    assert result.reason.endswith(what)
    assert isinstance(fetch(Feed(1, str(tmp_path), "", FeedKind.LOCAL), Event()), Fetched)
