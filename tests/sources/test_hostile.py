"""Nothing that a server sends can hurt: each attack is made by a real server and refused by its limit."""

import asyncio
import gzip
import json
from collections.abc import Callable
from pathlib import Path
from threading import Event
from time import monotonic

import brotli  # type: ignore[import-untyped]  # it ships no types
import pytest

from tests.sources.server import Answering, Request, Server, response
from tuinews.library import Library
from tuinews.model import Failed, Feed, Fetched
from tuinews.sources import Limits, fetch
from tuinews.sources.guard import is_public

FEED = b'<rss version="2.0"><channel><title>Sound</title><item><title>One</title></item></channel></rss>'
TIGHT = Limits(seconds=5, size=1)


def read(url: str, limits: Limits = TIGHT) -> Fetched | Failed:
    return fetch(Feed(1, url, ""), Event(), limits)


def reason(url: str, limits: Limits = TIGHT) -> str:
    result = read(url, limits)
    assert isinstance(result, Failed), result
    assert result.reason.isprintable()
    return result.reason


def repeating(head: bytes, piece: bytes, pause: float = 0.0) -> Answering:
    async def answer(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(head)
        while True:
            writer.write(piece)
            await writer.drain()
            await asyncio.sleep(pause)

    return answer


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 65536),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + b"x" * 65536 + b"\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n", b"x" * 65536),
    ],
    ids=["endless", "endless chunks", "a gigabyte"],
)
def test_a_body_without_end_is_cut_off(server: Server, head: bytes, piece: bytes) -> None:
    server.pages["/f"] = repeating(head, piece)
    assert "larger than 1 MB, the limit" in reason(f"{server.url}/f")


def zstd_bomb(size: int) -> bytes:
    from backports import zstd

    return zstd.compress(b"\0" * size)


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", lambda size: gzip.compress(b"\0" * size)),
        ("br", lambda size: brotli.compress(b"\0" * size, quality=3)),
        ("zstd", zstd_bomb),
    ],
)
def test_a_bomb_is_not_unpacked(server: Server, encoding: str, pack: Callable[[int], bytes]) -> None:
    server.pages["/f"] = response(pack(32 * 1024 * 1024), Content_Encoding=encoding)
    assert "larger than 1 MB, the limit" in reason(f"{server.url}/f")


def test_a_bomb_within_a_bomb_is_refused(server: Server) -> None:
    twice = gzip.compress(gzip.compress(b"\0" * 10_000_000))
    server.pages["/f"] = response(twice, Content_Encoding="gzip, gzip")
    assert "packed in a way that was not asked for (gzip, gzip)" in reason(f"{server.url}/f")


def test_damaged_packing_is_told(server: Server) -> None:
    server.pages["/f"] = response(gzip.compress(FEED)[:20] + b"\xff" * 40, Content_Encoding="gzip")
    assert "damaged" in reason(f"{server.url}/f")


def test_a_byte_now_and_then_meets_the_deadline(server: Server) -> None:
    server.pages["/f"] = repeating(b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n", b"<", 0.05)
    started = monotonic()
    assert "within 0.5 seconds" in reason(f"{server.url}/f", Limits(seconds=0.5))
    assert monotonic() - started < 4


def test_redirects_in_a_circle_end(server: Server) -> None:
    server.pages["/a"] = response(status="302 Found", Location="/b")
    server.pages["/b"] = response(status="302 Found", Location="/a")
    assert "more than 10 times" in reason(f"{server.url}/a")
    assert len(server.asked) == 11


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "ftp://a.example/",
        "javascript:alert(1)",
        "data:text/xml,x",
        "gopher://127.0.0.1:25/",
    ],
)
def test_redirects_off_the_web_are_refused(server: Server, target: str) -> None:
    server.pages["/f"] = response(status="302 Found", Location=target)
    assert "not on the web" in reason(f"{server.url}/f")


@pytest.mark.parametrize(
    "host", ["localhost", "[::1]", "169.254.169.254", "10.0.0.1", "0.0.0.0", "[::ffff:127.0.0.1]"]
)
def test_redirects_into_private_networks_are_refused(server: Server, host: str) -> None:
    server.pages["/f"] = response(status="302 Found", Location=f"http://{host}:{server.port}/secret")
    assert "private network" in reason(f"{server.url}/f")
    assert [request["path"] for request in server.asked] == ["/f"]


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07::1", True),
        ("127.0.0.1", False),
        ("192.168.1.1", False),
        ("172.16.0.1", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
    ],
)
def test_public_addresses_are_told_from_private_ones(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + FEED,
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n<rss",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n<rss",
        b"HTTP/1.1 200 OK\r\nContent-Length: minus one\r\n\r\n",
        b"\x16\x03\x01 not http at all\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X-A: " + b"b" * 300_000 + b"\r\n\r\n",
    ],
    ids=["length", "cut chunk", "bad chunk", "bad length", "noise", "huge header"],
)
def test_answers_that_break_the_protocol_are_told(server: Server, answer: bytes) -> None:
    async def send(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)
        await writer.drain()

    server.pages["/f"] = send
    assert "does not answer as a web server should" in reason(f"{server.url}/f")


def test_headers_carry_no_escape_codes_into_messages_or_values(server: Server) -> None:
    server.pages["/f"] = response(FEED, ETag='"a\x1b[31mb"', Last_Modified="x\x9by")
    server.pages["/r"] = response(status="302 Found", Location="http://\x1b[31mred/")
    server.pages["/e"] = response(FEED, Content_Encoding="\x9b2Jzip")
    result = read(f"{server.url}/f")
    if isinstance(result, Fetched):
        assert (result.etag + result.last_modified).isprintable()
    for path in ("/f", "/r", "/e"):
        again = read(f"{server.url}{path}")
        assert not isinstance(again, Failed) or again.reason.isprintable()


def rss(item: str, before: str = "") -> bytes:
    channel = f"<channel><title>T</title>{item}</channel>"
    return f'<?xml version="1.0"?>{before}<rss version="2.0">{channel}</rss>'.encode()


BOMB = (
    '<!DOCTYPE rss [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)


@pytest.mark.parametrize(
    "data",
    [
        rss("<item><title>&a9;</title></item>", BOMB),
        rss(
            "<item><title>x &e; y</title></item>", '<!DOCTYPE rss [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        ),
        rss("<item><title>x</title>" + "<a>" * 100_000 + "</a>" * 100_000 + "</item>"),
        rss("<item><description>" + "&lt;div&gt;" * 100_000 + "x</description></item>"),
        rss('<item><title>x</title><enclosure url="' + "u" * 3_000_000 + '"/></item>'),
        rss("<item><title>x</title><description>" + "<a href='/x'>y</a> " * 50_000 + "</description></item>"),
        b"<rss><channel>" + b"<item><title>x</title>" * 50_000,
    ],
    ids=["entity bomb", "external entity", "deep xml", "deep html", "attribute", "links", "unclosed items"],
)
def test_hostile_xml_is_survived_in_time(server: Server, data: bytes) -> None:
    server.pages["/f"] = response(data)
    started = monotonic()
    result = read(f"{server.url}/f", Limits())
    assert monotonic() - started < 30
    if isinstance(result, Fetched):
        whole = "".join(entry.title + entry.text for entry in result.entries)
        assert "root:" not in whole
        assert len(whole) < 3_000_000


def test_how_deep_elements_may_be_nested_is_a_setting(server: Server) -> None:
    server.pages["/f"] = response(rss("<item><title>x</title>" + "<a>" * 6_000 + "</a>" * 6_000 + "</item>"))
    assert "nested more than 500 deep (the setting limits.depth)" in reason(f"{server.url}/f")
    assert isinstance(read(f"{server.url}/f", Limits(depth=7_000)), Fetched)


def test_a_million_entries_are_cut_to_the_limit(server: Server) -> None:
    items = [{"id": str(number), "content_text": "x"} for number in range(20_000)]
    server.pages["/j"] = response(
        json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items}).encode()
    )
    server.pages["/x"] = response(
        rss("".join(f"<item><guid>{number}</guid></item>" for number in range(100_000)) + "<item/>" * 900_000)
    )
    for path in ("/j", "/x"):
        result = read(f"{server.url}{path}", Limits())
        assert isinstance(result, Fetched)
        assert len(result.entries) == 5_000
        left_out = {"/j": "15,000", "/x": "995,000"}[path]
        assert f"has {left_out} more entries than the 5,000 that" in result.notice
        assert "the setting limits.entries" in result.notice


def test_an_article_of_three_megabytes_is_cut_and_the_limit_named(server: Server) -> None:
    server.pages["/f"] = response(rss(f"<item><description>{'word ' * 600_000}</description></item>"))
    result = read(f"{server.url}/f", Limits())
    assert isinstance(result, Fetched)
    assert len(result.entries[0].text) <= 2 * 1024 * 1024
    assert "1 entry of more than 2 MB" in result.notice
    assert "the setting limits.article" in result.notice


def test_what_the_limits_left_out_stays_a_problem_of_the_feed(server: Server, tmp_path: Path) -> None:
    server.pages["/f"] = response(rss("<item><guid>1</guid></item><item><guid>2</guid></item>"))
    with Library(tmp_path / "library.db", with_samples=False, limits=Limits(entries=1)) as library:
        library.subscribe(f"{server.url}/f")
        [feed] = library.feeds.failing()
        assert "1 more entry than the 1 that" in feed.error
        assert (feed.total, feed.failures) == (1, 0)
        list(library.refresh())
        assert library.feeds.failing(), "the same answer again leaves the problem"
        server.pages["/f"] = response(rss("<item><guid>1</guid></item>"))
        list(library.refresh())
        assert library.feeds.failing() == []


def test_lone_surrogates_and_deep_json_are_survived(server: Server) -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "items": [{"id": "\ud800", "title": "a\udfffb\x1b"}],
    }
    server.pages["/s"] = response(json.dumps(feed).encode())
    server.pages["/d"] = response(b'{"items":' * 100_000)
    result = read(f"{server.url}/s")
    assert isinstance(result, Fetched)
    assert result.entries[0].title == "a\ufffdb"
    result.entries[0].guid.encode()
    assert "nested deeper than the 1,000 levels" in reason(f"{server.url}/d")
