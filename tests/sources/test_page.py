"""The article is found on its page, and both texts are kept."""

# ruff: noqa: E501 - real pages have long lines

from pathlib import Path
from threading import Event

import pytest

from tests.benchmarks.pages import Page, pages
from tests.sources.server import Server, response
from tuinews.cli import main
from tuinews.errors import SourceError
from tuinews.library import FullText, Library, Text
from tuinews.model import MarkKind
from tuinews.sources.page import extract, fetch_page
from tuinews.store.versions import Kind
from tuinews.text.fold import words

BODY = "".join(
    f"<p>Part {part}: the ferry left at ten and was as full as it had ever been on a Monday in November.</p>"
    for part in range(6)
)
PAGE = f"""<!DOCTYPE html><html><head><title>Ferry | Kelm</title></head><body><nav><a href="/">Home</a></nav>
<article><h1>The ferry</h1>{BODY}<p>More from <a href="/ada?utm_source=page">Ada Vell</a>, who <em>keeps</em> the
quay and has for years, as everybody on the island knows.</p></article><footer>Imprint</footer></body></html>"""


def feed(url: str, text: str) -> bytes:
    item = f"<item><title>The ferry</title><link>{url}/page</link><description>{text}</description></item>"
    return f'<rss version="2.0"><channel><title>Kelm</title>{item}</channel></rss>'.encode()


@pytest.mark.parametrize("page", pages(1), ids=lambda page: page.kind)
def test_articles_are_found_on_all_kinds_of_pages(page: Page) -> None:
    found, wanted = set(words(extract(page.html, "https://kelm.example/")[0])), set(words(page.text))
    assert len(found & wanted) / len(wanted) > 0.95
    assert len(found - wanted) / len(found) < 0.1


def test_structure_stays_trackers_and_the_repeated_title_go(server: Server) -> None:
    server.pages["/page"] = response(PAGE.encode(), Content_Type="text/html; charset=utf-8")
    text, marks = fetch_page(f"{server.url}/page", Event(), title="The ferry", subscribed=server.url)
    assert text.startswith("Part 0: the ferry left at ten")
    assert "Imprint" not in text
    [link] = [mark for mark in marks if mark.kind is MarkKind.LINK]
    assert (text[link.start : link.end], link.value) == ("Ada Vell", f"{server.url}/ada")
    assert [text[m.start : m.end] for m in marks if m.kind is MarkKind.EMPHASIS] == ["keeps"]


def test_the_page_takes_the_place_of_a_teaser_and_gives_it_back(server: Server, tmp_path: Path) -> None:
    server.pages |= {"/f": response(feed(server.url, "A teaser.")), "/page": response(PAGE.encode())}
    with Library(tmp_path, with_samples=False) as library:
        library.subscribe(f"{server.url}/f")
        [article_id] = next(library.search.ids())
        assert library.full_text(article_id) == FullText(Text.PAGE)
        assert library.search.count("island") == 1
        article = library.articles.get(article_id)
        assert article is not None
        assert "everybody on the island" in article.text
        # The feed edits its teaser meanwhile: that is kept, and the page stays.
        server.pages["/f"] = response(feed(server.url, "A better teaser."))
        list(library.refresh())
        assert library.search.count("island") == 1
        assert library.full_text(article_id) == FullText(Text.FEED)
        article = library.articles.get(article_id)
        assert article is not None
        assert article.text == "A better teaser."
        assert library.search.count("island") == 0
        assert library.full_text(article_id) == FullText(Text.PAGE)
        assert [request["path"] for request in server.asked].count("/page") == 1


def test_a_shorter_text_never_replaces_a_longer_one_in_silence(server: Server, tmp_path: Path) -> None:
    server.pages |= {"/f": response(feed(server.url, "Long. " * 500)), "/page": response(PAGE.encode())}
    with Library(tmp_path, with_samples=False) as library:
        library.subscribe(f"{server.url}/f")
        [article_id] = next(library.search.ids())
        outcome = library.full_text(article_id)
        assert outcome.shown is Text.FEED
        assert 0 < outcome.share < 1
        assert library.versions.get(article_id, Kind.PAGE) is not None
        assert library.full_text(article_id) == FullText(Text.PAGE)


def test_a_feed_may_be_read_whole_from_now_on(server: Server, tmp_path: Path) -> None:
    server.pages |= {"/f": response(feed(server.url, "A teaser.")), "/page": response(PAGE.encode())}
    with Library(tmp_path, with_samples=False) as library:
        followed = library.follow(f"{server.url}/f")
        library.feeds.set_full(followed.id, True)
        list(library.refresh())
        assert library.search.count("island") == 1


def test_show_fetches_the_page(server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    server.pages |= {"/f": response(feed(server.url, "A teaser.")), "/page": response(PAGE.encode())}
    assert main(["--home", str(tmp_path), "add", f"{server.url}/f"]) == 0
    assert main(["--home", str(tmp_path), "search", "teaser"]) == 0
    number = capsys.readouterr().out.splitlines()[-1].split("\t")[0]
    for _ in range(2):
        assert main(["--home", str(tmp_path), "show", number, "--full"]) == 0
        assert "everybody on the island" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (response(status="404 Not Found"), r"error \(404\)"),
        (response(b"<html><body></body></html>"), "No article"),
        (response(b"\x89PNG\r\n\x1a\n\0\0"), "not a web page"),
        (response(status="302 Found", Location="http://localhost:1/"), "private network"),
    ],
    ids=["missing", "empty", "picture", "private"],
)
def test_what_cannot_be_read_is_told(server: Server, answer: bytes, words: str) -> None:
    server.pages["/page"] = answer
    with pytest.raises(SourceError, match=words):
        fetch_page(f"{server.url}/page", Event(), subscribed=server.url)


def test_a_page_in_a_private_network_is_not_read_for_a_feed_of_elsewhere(server: Server) -> None:
    server.pages["/page"] = response(PAGE.encode())
    with pytest.raises(SourceError, match="private network"):
        fetch_page(f"{server.url}/page", Event(), subscribed="https://tide.example/feed")
    assert server.asked == []


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + "x",
        "<a href=x>y</a> " * 10_000,
        "<p " + "a=b " * 50_000 + ">x",
        "<table><tr><td>" * 20_000,
    ],
    ids=["deep", "links", "attributes", "tables"],
)
def test_hostile_pages_are_survived(html: str) -> None:
    text, _ = extract(f"<html><body><article>{html}</article></body></html>", "https://kelm.example/")
    assert len(text) < 2_000_000
