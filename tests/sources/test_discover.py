"""A page's feeds are found."""

from threading import Event

import pytest

from tests.sources.server import Server, response
from tuinews.errors import SourceError
from tuinews.sources.discover import Candidate, discover, known_feeds, page_feeds

FEED = b'<?xml version="1.0"?><rss version="2.0"><channel><title>Sound</title></channel></rss>'


def test_a_feed_is_its_own_feed(server: Server) -> None:
    server.pages["/f"] = response(FEED)
    assert discover(f"{server.url}/f", Event()) == (Candidate(f"{server.url}/f"),)


def test_an_address_without_a_scheme_is_tried(server: Server) -> None:
    server.pages["/f"] = response(FEED)
    assert discover(f"127.0.0.1:{server.port}/f", Event()) == (
        Candidate(f"http://127.0.0.1:{server.port}/f"),
    )


def test_link_elements_announce_feeds(server: Server) -> None:
    server.pages["/"] = response(
        b'<html><head><link rel="alternate" type="application/rss+xml" title="All &amp; more" href="all.xml">'
        b'<link rel="alternate" type="application/atom+xml" href="atom">'
        b'<link rel="alternate" hreflang="de" href="/de">'
        b'<link rel="alternate" type="application/json" href="/wp-json/1"></head><a href="/feed">x</a>'
    )
    found = discover(server.url, Event())
    assert found == (Candidate(f"{server.url}/all.xml", "All & more"), Candidate(f"{server.url}/atom"))


def test_links_that_look_like_feeds_come_next() -> None:
    page = b'<base href="/blog/"><a href="about">x</a><a href="rss">RSS</a><a href="/feedback">no</a>'
    assert page_feeds(page, "https://kelm.example/") == (Candidate("https://kelm.example/blog/rss", "RSS"),)


def test_the_usual_paths_come_last(server: Server) -> None:
    server.pages["/"] = response(b"<html><body>Words</body></html>")
    server.pages["/feed"] = response(b"<html>not a feed</html>")
    server.pages["/atom.xml"] = response(FEED)
    assert discover(server.url, Event()) == (Candidate(f"{server.url}/atom.xml"),)


def test_a_page_without_feeds_is_told(server: Server) -> None:
    server.pages["/"] = response(b"<html><body>Words</body></html>")
    with pytest.raises(SourceError, match="offers no feed"):
        discover(server.url, Event())


def test_a_stop_is_heard(server: Server) -> None:
    stop = Event()
    stop.set()
    with pytest.raises(SourceError, match="stopped"):
        discover(server.url, stop)


@pytest.mark.parametrize(
    ("page", "feed"),
    [
        (
            "https://www.youtube.com/channel/UCabc",
            "https://www.youtube.com/feeds/videos.xml?channel_id=UCabc",
        ),
        ("https://youtube.com/playlist?list=PL1", "https://www.youtube.com/feeds/videos.xml?playlist_id=PL1"),
        ("https://old.reddit.com/r/tides/", "https://www.reddit.com/r/tides/.rss"),
        ("https://github.com/ada/ferry", "https://github.com/ada/ferry/releases.atom"),
        ("https://social.example/@ada", "https://social.example/@ada.rss"),
    ],
)
def test_feeds_of_known_sites_are_known(page: str, feed: str) -> None:
    assert known_feeds(page)[0] == feed


@pytest.mark.parametrize(
    "page",
    ["https://kelm.example/", "https://github.com/ada", "https://[", "https://notyoutube.com/channel/x"],
)
def test_other_pages_have_no_known_feeds(page: str) -> None:
    assert known_feeds(page) == ()


def test_a_channel_is_found_in_its_page() -> None:
    page = b'<html><script>{"externalId":"UC' + b"a" * 22 + b'"}</script>'
    [found] = page_feeds(page, "https://www.youtube.com/@ferry")
    assert found.url == "https://www.youtube.com/feeds/videos.xml?channel_id=UC" + "a" * 22
