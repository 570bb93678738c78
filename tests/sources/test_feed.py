"""Feeds of all formats become the same entries."""

import json

import pytest

from tuinews.model import Enclosure, Failed, Fetched
from tuinews.sources.feed import read_feed

URL = "https://harbour.example/feed"

RSS2 = b"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel><title>Harbour &amp; Sea</title><link>https://harbour.example/</link><language>en-gb</language>
<ttl>90</ttl>
<item><title>The &lt;em&gt;ferry&lt;/em&gt; sails</title><link>/2026/ferry?utm_medium=rss</link>
<guid isPermaLink="false">h-1</guid><pubDate>Mon, 23 Nov 2026 10:00:00 +0100</pubDate>
<dc:creator>Ada Vell</dc:creator>
<category>Sea</category><category>Ships</category><description>Short.</description>
<content:encoded><![CDATA[<p>Full <a href="/x">story</a>.</p>]]></content:encoded>
<enclosure url="/f.mp3" type="audio/mpeg" length="1200"/></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Hafen</title>
<link href="https://harbour.example/"/><link rel="self" href="https://harbour.example/feed"/>
<entry><id>tag:harbour.example,2026:1</id><title type="text">Tags &lt;b&gt; bleiben</title>
<link href="https://harbour.example/eins"/><published>2026-11-23T09:00:00Z</published>
<updated>2026-11-23T11:00:00Z</updated><author><name>Ada Vell</name></author><category term="See"/>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Grüße</p></div></content></entry></feed>""".encode()

RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://harbour.example/"><title>RDF</title>
<link>https://harbour.example/</link></channel><item rdf:about="https://harbour.example/1"><title>One</title>
<link>https://harbour.example/1</link><description>Words.</description><dc:date>2026-11-23T09:00:00Z</dc:date>
</item></rdf:RDF>"""


def fetched(data: bytes) -> Fetched:
    result = read_feed(data, URL)
    assert isinstance(result, Fetched), result
    return result


def reason(data: bytes) -> str:
    result = read_feed(data, URL)
    assert isinstance(result, Failed), result
    return result.reason


def test_rss_2_gives_every_field() -> None:
    feed = fetched(RSS2)
    assert (feed.title, feed.site, feed.interval) == ("Harbour & Sea", "https://harbour.example/", 5400)
    [entry] = feed.entries
    assert entry.guid == "h-1"
    assert entry.title == "The ferry sails"
    assert entry.url == "https://harbour.example/2026/ferry"
    assert entry.text == "Full story."
    assert entry.marks[0].value == "https://harbour.example/x"
    assert entry.author == "Ada Vell"
    assert entry.published == 1795424400
    assert entry.tags == ("Sea", "Ships")
    assert entry.language == "en-gb"
    assert entry.enclosures == (Enclosure("https://harbour.example/f.mp3", "audio/mpeg", 1200),)


def test_atom_gives_every_field_and_keeps_plain_titles_plain() -> None:
    [entry] = fetched(ATOM).entries
    assert entry.guid == "tag:harbour.example,2026:1"
    assert entry.title == "Tags <b> bleiben"
    assert (entry.text, entry.author, entry.tags, entry.language) == ("Grüße", "Ada Vell", ("See",), "de")
    assert entry.published == 1795424400
    assert entry.updated == 1795431600


def test_rss_1_is_read() -> None:
    [entry] = fetched(RDF).entries
    assert (entry.title, entry.text, entry.published) == ("One", "Words.", 1795424400)
    assert entry.guid == entry.url == "https://harbour.example/1"


@pytest.mark.parametrize("version", ["https://jsonfeed.org/version/1", "https://jsonfeed.org/version/1.1"])
def test_json_feed_is_read(version: str) -> None:
    feed = {
        "version": version,
        "title": "Sound",
        "home_page_url": "https://sound.example/",
        "author": {"name": "Ada Vell"},
        "items": [
            {"id": 7, "url": "/7", "title": "A < b & c", "content_text": "Plain\n\ntext.", "tags": ["x", 3]},
            {"id": "8", "content_html": "<p>Hi</p>", "date_published": "2026-11-23T10:00:00+01:00"},
            "not an item",
        ],
    }
    result = fetched(json.dumps(feed).encode())
    seven, eight = result.entries
    assert (seven.guid, seven.title, seven.text, seven.tags) == ("7", "A < b & c", "Plain\n\ntext.", ("x",))
    assert seven.url == "https://sound.example/7"
    assert (eight.title, eight.text, eight.author, eight.published) == ("Hi", "Hi", "Ada Vell", 1795424400)


def item(inner: str) -> bytes:
    return f'<rss version="2.0"><channel><title>T</title><item>{inner}</item></channel></rss>'.encode()


def test_an_entry_without_guid_is_known_by_its_link_or_its_words() -> None:
    assert fetched(item("<link>https://a.example/1</link>")).entries[0].guid == "https://a.example/1"
    first, again, other = (
        fetched(item(f"<title>{t}</title>")).entries[0].guid for t in ("One", "One", "Two")
    )
    assert first == again
    assert first != other
    assert first


def test_entries_that_share_a_guid_are_kept_apart_and_true_doubles_are_not() -> None:
    one = "<item><guid>x</guid><title>One</title></item>"
    two = "<item><guid>x</guid><title>Two</title></item>"
    feed = fetched(f'<rss version="2.0"><channel>{one}{two}{one}</channel></rss>'.encode())
    assert [entry.title for entry in feed.entries] == ["One", "Two"]
    assert len({entry.guid for entry in feed.entries}) == 2


def test_an_entry_without_title_is_called_by_its_first_words() -> None:
    [entry] = fetched(
        item("<description>The ferry sailed at ten. " + "It rained. " * 30 + "</description>")
    ).entries
    assert entry.title.startswith("The ferry sailed at ten.")
    assert len(entry.title) <= 101


def test_hostile_text_is_washed() -> None:
    [entry] = fetched(
        item("<title>a&amp;#27;[31m[/b] &#x202e;b</title><description>&amp;#27;]0;x</description>")
    ).entries
    assert entry.title == "a[31m[/b] b"
    assert entry.text == "]0;x"


def test_a_missing_date_is_none() -> None:
    assert fetched(item("<title>x</title><pubDate>soon</pubDate>")).entries[0].published is None


def test_dates_that_feedparser_does_not_know_are_read() -> None:
    assert fetched(item("<pubDate>23 novembre 2026 09:00</pubDate>")).entries[0].published == 1795424400


def test_a_page_is_called_a_page() -> None:
    assert "is a web page, not a feed" in reason(b"\n<!-- hi --><!DOCTYPE html><html><body>x</body></html>")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"  \n ", "is empty"),
        (b"just words", "no feed in it"),
        (b"<rss><channel><tit", "broken"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": [', "JSON is broken"),
        (b'{"a": 1}', "no JSON Feed"),
        (b"[" * 200_000, "nested deeper than the 1,000 levels"),
    ],
)
def test_what_is_no_feed_is_told_in_one_sentence(data: bytes, words: str) -> None:
    sentence = reason(data)
    assert sentence.startswith(URL)
    assert words in sentence
    assert sentence.endswith(".")


def test_a_feed_cut_in_the_middle_gives_what_came() -> None:
    assert fetched(RSS2[: RSS2.index(b"<enclosure")]).entries[0].title == "The ferry sails"


def test_xhtml_that_is_nested_deeply_is_read() -> None:
    deep = "<b>" * 3000 + "x" + "</b>" * 3000
    xhtml = f"<div xmlns='http://www.w3.org/1999/xhtml'>{deep}</div>"
    entry = f"<entry><content type='xhtml'>{xhtml}</content></entry>"
    data = f"<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title>{entry}</feed>".encode()
    [read] = fetched(data).entries
    assert read.text == "x"


def test_a_date_outside_of_the_calendar_costs_no_entry() -> None:
    feed = RSS2.replace(b"Mon, 23 Nov 2026 10:00:00 +0100", b"0000-00-00T00:00:00Z")
    result = read_feed(feed, URL)
    assert isinstance(result, Fetched)
    assert [(entry.guid, entry.published) for entry in result.entries] == [("h-1", None)]
