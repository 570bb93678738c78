"""What a user may type to name a source."""

from pathlib import Path

import pytest

from tuinews.errors import SourceError
from tuinews.model import FeedKind
from tuinews.sources.locate import locate


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://example.org/feed.xml", "https://example.org/feed.xml"),
        ("  HTTP://example.org ", "HTTP://example.org"),
        ("feed://example.org/rss", "https://example.org/rss"),
        ("feed:http://example.org/rss", "http://example.org/rss"),
        ("example.org", "https://example.org"),
        ("example.org:8080/rss", "https://example.org:8080/rss"),
        ("bücher.example/feed", "https://bücher.example/feed"),
    ],
)
def test_addresses(typed: str, address: str) -> None:
    assert locate(typed) == (address, FeedKind.WEB)


def test_what_exists_is_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "example.org").write_text("a file that looks like a host")
    monkeypatch.chdir(tmp_path)
    assert locate("example.org") == (str(tmp_path / "example.org"), FeedKind.LOCAL)
    assert locate(".") == (str(tmp_path), FeedKind.LOCAL)
    assert locate((tmp_path / "example.org").as_uri()) == (str(tmp_path / "example.org"), FeedKind.LOCAL)


@pytest.mark.parametrize(
    "typed", ["missing.txt", "./missing", "gopher://example.org", "https://", "no such thing", "", " "]
)
def test_anything_else_is_one_sentence_that_names_it(
    typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SourceError, match=r"[.]$") as caught:
        locate(typed)
    assert typed.strip() in str(caught.value)
