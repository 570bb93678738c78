"""Lists of feeds go out and come back without loss."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.errors import SourceError
from tuinews.model import Feed, FeedKind
from tuinews.sources.opml import Subscription, read_list, read_newsboat_urls, read_opml, write_opml


def opml(body: str, before: str = "") -> bytes:
    return f'<?xml version="1.0"?>{before}<opml version="1.0"><head/><body>{body}</body></opml>'.encode()


def test_folders_titles_and_sites_are_read() -> None:
    listed = read_opml(
        opml(
            '<outline text="Sea"><outline title="North"><outline type="rss" text="Tide &amp; Time"'
            ' xmlUrl="https://tide.example/feed" htmlUrl="https://tide.example/"/></outline></outline>'
            '<outline text="Loose" xmlUrl="http://loose.example/rss"/>'
        ),
        "my.opml",
    )
    assert listed.feeds == (
        Subscription("https://tide.example/feed", "Tide & Time", "Sea/North", "https://tide.example/"),
        Subscription("http://loose.example/rss", "Loose"),
    )


names = st.text(st.characters(exclude_categories=("C", "Z"), exclude_characters="/"), min_size=1, max_size=20)
feeds = st.lists(
    st.builds(
        Feed,
        id=st.just(1),
        url=st.from_regex(r"https://[a-z]{1,9}\.example/[a-z0-9?&=]{0,9}", fullmatch=True),
        title=names,
        kind=st.just(FeedKind.WEB),
        folder=st.lists(names, max_size=3).map("/".join),
        site=st.sampled_from(["", "https://kelm.example/a?b=c&d=e"]),
    ),
    max_size=8,
    unique_by=lambda feed: feed.url,
)


@given(feeds)
def test_a_round_trip_loses_nothing(subscribed: list[Feed]) -> None:
    from tuinews.text.wash import wash_line

    back = read_opml(write_opml(subscribed), "x").feeds
    expected = {
        (f.url, wash_line(f.title), "/".join(filter(None, map(wash_line, f.folder.split("/")))), f.site)
        for f in subscribed
    }
    assert {(s.url, s.title, s.folder, s.site) for s in back} == expected


def test_only_web_feeds_go_out() -> None:
    assert b"outline" not in write_opml([Feed(1, "/home/ada/notes", "Notes", FeedKind.LOCAL)])


def test_what_is_no_feed_is_skipped_with_a_sentence() -> None:
    listed = read_opml(
        opml(
            '<outline text="run" xmlUrl="exec:rm -rf ~"/><outline text="disk" xmlUrl="file:///etc/passwd"/>'
            '<outline text="pipe" xmlUrl="|id"/><outline text="old" xmlUrl="feed://old.example/rss"/>'
        ),
        "x",
    )
    assert [feed.url for feed in listed.feeds] == ["https://old.example/rss"]
    assert [sentence.split(":")[0] for sentence in listed.skipped] == ["run", "disk", "pipe"]


def test_sloppy_files_are_read() -> None:
    listed = read_opml(
        opml('<outline text="Fish &nbsp;& chips &eacute;" xmlUrl="https://a.example/?a=1&b=2"/>'), "x"
    )
    assert listed.feeds == (Subscription("https://a.example/?a=1&b=2", "Fish & chips é"),)


def test_declared_entities_are_never_expanded() -> None:
    bomb = '<!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    listed = read_opml(opml('<outline text="&b;&f;" xmlUrl="https://a.example/"/>', bomb), "x")
    assert listed.feeds[0].title == "&b;&f;"


def test_depth_and_number_are_bounded() -> None:
    deep = '<outline text="d">' * 50_000 + '<outline xmlUrl="https://a.example/"/>' + "</outline>" * 50_000
    assert read_opml(opml(deep), "x").feeds[0].folder == "/".join("d" * 20)
    many = "".join(f'<outline xmlUrl="https://a.example/{n}"/>' for n in range(20_001))
    with pytest.raises(SourceError, match="20,000"):
        read_opml(opml(many), "x")


@pytest.mark.parametrize("data", [b"", b"<opml><body>", b"<html><body/></html>", b"\x00\x01", b"words"])
def test_what_is_no_list_is_told(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"my\.opml is not a"):
        read_opml(data, "my.opml")


def test_a_list_of_newsboat_is_read() -> None:
    urls = (
        '# my feeds\nhttps://tide.example/feed sea "two words" "~Tide & Time"\n\n'
        'https://quiet.example/rss !hidden\n"exec:~/bin/feed.sh" x\n"query:Unread:unread = \\"yes\\""\nfilter:a:http://b\n'
    )
    listed = read_newsboat_urls(urls.encode())
    assert listed.feeds == (
        Subscription("https://tide.example/feed", "Tide & Time", tags=("sea", "two words")),
        Subscription("https://quiet.example/rss"),
    )
    assert [sentence.split(":")[0] for sentence in listed.skipped] == ["line 5", "line 6", "line 7"]


@pytest.mark.parametrize(
    "data",
    [
        opml('<outline xmlUrl="https://a.example/1"/><outline xmlUrl="https://a.example/2"/>'),
        b"https://a.example/1\nhttps://a.example/2",
    ],
)
def test_a_list_longer_than_the_setting_is_refused_by_its_name(data: bytes) -> None:
    assert len(read_list(data, "x", 2).feeds) == 2
    with pytest.raises(SourceError, match=r"more than 1 feeds.*\(the setting limits\.feeds\)"):
        read_list(data, "x", 1)
