"""A user of newsboat moves in with one command."""

import shutil
import subprocess
from pathlib import Path

import apsw
import pytest

from tests.sources.server import Server, response
from tuinews.cli import main
from tuinews.library import Library
from tuinews.model import Fetched, MarkKind
from tuinews.moving import Moving

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Tide</title><link>https://tide.example/</link>
<description>d</description>
<item><title>One &amp;amp; only</title><link>https://tide.example/1</link><guid isPermaLink="false">g1</guid>
<pubDate>Mon, 23 Nov 2026 10:00:00 +0000</pubDate><author>ada@tide.example (Ada Vell)</author>
<description>&lt;p&gt;Hello &lt;b&gt;sea&lt;/b&gt;&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</description>
<enclosure url="https://tide.example/a.mp3" type="audio/mpeg" length="5"/></item>
<item><title>Two</title><link>https://tide.example/2</link><guid>https://tide.example/2</guid>
<pubDate>Mon, 23 Nov 2026 09:00:00 +0000</pubDate><description>Second</description></item>
<item><title>Three</title><link>https://tide.example/3</link><guid>https://tide.example/3</guid>
<pubDate>Mon, 23 Nov 2026 08:00:00 +0000</pubDate><description>Third</description></item>
</channel></rss>"""

needs_newsboat = pytest.mark.skipif(not shutil.which("newsboat"), reason="newsboat is not installed here")


@pytest.fixture
def newsboat(tmp_path: Path) -> Path:
    """A folder with a list, and a cache that newsboat itself has written."""
    folder = tmp_path / "newsboat"
    folder.mkdir()
    with Server({"/f": response(FEED, Content_Type="application/rss+xml")}) as server:
        urls = f'{server.url}/f sea "two words" "~My Tide"\n"query:Unread:unread = \\"yes\\""\n'
        (folder / "urls").write_text(urls)
        names = ["-u", folder / "urls", "-c", folder / "cache.db", "-C", "/dev/null", "-x", "reload"]
        subprocess.run(["newsboat", *map(str, names)], check=True, capture_output=True, timeout=30)
    database = apsw.Connection(str(folder / "cache.db"))
    database.execute("UPDATE rss_item SET unread = 0, flags = 's' WHERE guid = 'g1'")
    database.execute("UPDATE rss_item SET deleted = 1 WHERE title = 'Three'")
    database.close()
    return folder


@needs_newsboat
def test_everything_comes_over(newsboat: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = tmp_path / "home"
    assert main(["--home", str(home), "import", str(newsboat)]) == 0
    told = capsys.readouterr()
    assert "1 feed and 2 articles (1 unread) moved in" in told.out
    assert "query" in told.err
    assert main(["--home", str(home), "import", str(newsboat / "cache.db")]) == 0
    assert "1 feed and 0 articles" in capsys.readouterr().out
    with Library(home, with_samples=False) as library:
        [feed] = library.feeds.all()
        assert (feed.title, feed.folder, feed.total, feed.unread) == ("My Tide", "sea", 2, 1)
        assert [row.name for row in library.tags.all()] == ["sea", "two words"]
        [read] = next(library.search.ids("is:read is:starred #sea"))
        article = library.articles.get(read)
        assert article is not None
        assert (article.text, article.author) == ("Hello sea", "Ada Vell")
        assert article.url == "https://tide.example/1"
        assert [mark.kind for mark in article.marks] == [MarkKind.STRONG]
        assert article.enclosures[0].url == "https://tide.example/a.mp3"
        # The feed itself brings nothing of it again, and what was deleted there stays away.
        with Server({"/f": response(FEED)}) as server:
            library.feeds.record(feed, Fetched(f"{server.url}/f"), 0)
            [result] = library.refresh()
        assert (getattr(result, "new", None), library.articles.counts().all) == (0, 2)


def test_a_file_that_is_no_cache_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    apsw.Connection(str(tmp_path / "other.db")).execute("CREATE TABLE x (y)")
    (tmp_path / "cut.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 200)
    (tmp_path / "empty").mkdir()
    for name, words in {
        "other.db": "not newsboat's cache",
        "cut.db": "cannot be read",
        "empty": "neither",
    }.items():
        assert main(["--home", str(tmp_path / "home"), "import", str(tmp_path / name)]) != 0
        assert words in capsys.readouterr().err


def test_a_cache_is_washed_like_any_source(tmp_path: Path) -> None:
    cache = tmp_path / "cache.db"
    database = apsw.Connection(str(cache))
    database.execute(
        """CREATE TABLE rss_feed (rssurl, url, title);
        CREATE TABLE rss_item (id INTEGER PRIMARY KEY, guid, title, author, url, feedurl, pubDate, content,
            unread, enclosure_url, enclosure_type, enqueued, flags, deleted, base);
        INSERT INTO rss_feed VALUES
            ('https://a.example/f', 'javascript:x', 'A\x1b[31m'), ('exec:id', '', 'Run');"""
    )
    database.execute(
        """INSERT INTO rss_item VALUES
           (1, NULL, ?, 7, ?, 'https://a.example/f', 'soon', ?, 1, '', '', 0, NULL, 0, '')""",
        ("[/b]\x1b]0;x\x07", "file:///etc/passwd", b"<p>\xff<a href='data:x'>go</a></p>"),
    )
    database.close()
    moving = Moving(None, cache)
    assert [sentence.split(":")[0] for sentence in moving.skipped] == ["line 1"]
    with Library(tmp_path / "home", with_samples=False) as library:
        [moved] = moving.run(library)
        moving.close()
        [headline] = library.articles.headlines(next(library.search.ids()))
        article = library.articles.get(headline.id)
    assert (moved.articles, moved.feed.title.isprintable()) == (1, True)
    assert article is not None
    assert article.title.isprintable()
    assert (article.text, article.url, article.marks) == ("\ufffdgo", "", ())


def test_the_usual_places_are_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert main(["--home", str(tmp_path / "home"), "import", "newsboat"]) != 0
    (tmp_path / ".newsboat").mkdir()
    (tmp_path / ".newsboat/urls").write_text("https://tide.example/feed sea\n")
    assert main(["--home", str(tmp_path / "home"), "import", "newsboat"]) == 0
    with Library(tmp_path / "home", with_samples=False) as library:
        assert [(feed.url, feed.folder) for feed in library.feeds.all()] == [
            ("https://tide.example/feed", "sea")
        ]
