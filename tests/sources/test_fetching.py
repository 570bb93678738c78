"""Fetching from a real server."""

import asyncio
import gzip
import zlib
from threading import Event, Timer
from time import monotonic

import brotli  # type: ignore[import-untyped]  # it ships no types
import pytest

from tests.sources.server import Request, Server, response
from tuinews.model import Failed, Feed, Fetched
from tuinews.sources import Limits, fetch, fetch_all

FEED = b'<rss version="2.0"><channel><title>Sound</title><item><title>One</title></item></channel></rss>'


def feed(url: str, etag: str = "", last_modified: str = "") -> Feed:
    return Feed(1, url, "", etag=etag, last_modified=last_modified)


def fetched(url: str, limits: Limits | None = None) -> Fetched:
    result = fetch(feed(url), Event(), limits or Limits())
    assert isinstance(result, Fetched), result
    return result


def failed(url: str, limits: Limits | None = None) -> Failed:
    result = fetch(feed(url), Event(), limits or Limits())
    assert isinstance(result, Failed), result
    assert result.reason.endswith(".")
    return result


def test_a_feed_is_fetched_with_its_validators(server: Server) -> None:
    server.pages["/f"] = response(FEED, ETag='"v1"', Last_Modified="Mon, 23 Nov 2026 10:00:00 GMT")
    result = fetched(f"{server.url}/f")
    assert (result.title, result.entries[0].title) == ("Sound", "One")
    assert (result.etag, result.last_modified) == ('"v1"', "Mon, 23 Nov 2026 10:00:00 GMT")
    [asked] = server.asked
    assert asked["user-agent"].startswith("tuinews/")
    assert "cookie" not in asked


def test_validators_are_sent_back_and_304_means_unchanged(server: Server) -> None:
    server.pages["/f"] = response(status="304 Not Modified")
    result = fetch(feed(f"{server.url}/f", '"v1"', "Mon, 23 Nov 2026 10:00:00 GMT"), Event())
    assert isinstance(result, Fetched)
    assert result.unchanged
    assert result.etag == '"v1"'
    assert server.asked[0]["if-none-match"] == '"v1"'
    assert server.asked[0]["if-modified-since"] == "Mon, 23 Nov 2026 10:00:00 GMT"


def test_an_unchanged_body_is_recognised_without_validators(server: Server) -> None:
    server.pages["/f"] = response(FEED)
    first = fetched(f"{server.url}/f")
    again = fetch(Feed(1, f"{server.url}/f", "", digest=first.digest), Event())
    assert isinstance(again, Fetched)
    assert again.unchanged
    assert "if-none-match" not in server.asked[1]


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "bare deflate", "br", "zstd", "none, though gzip"])
def test_packed_answers_are_unpacked(server: Server, encoding: str) -> None:
    from backports import zstd

    bare = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(FEED),
        "deflate": zlib.compress(FEED),
        "bare deflate": bare.compress(FEED) + bare.flush(),
        "br": brotli.compress(FEED),
        "zstd": zstd.compress(FEED),
        "none, though gzip": gzip.compress(FEED),
    }
    headers = {} if encoding.startswith("none") else {"Content_Encoding": encoding.removeprefix("bare ")}
    server.pages["/f"] = response(packed[encoding], **headers)
    assert fetched(f"{server.url}/f").title == "Sound"


def test_a_permanent_redirect_changes_the_address_and_a_passing_one_does_not(server: Server) -> None:
    server.pages["/new"] = response(FEED)
    server.pages["/old"] = response(status="301 Moved Permanently", Location="/new")
    server.pages["/now"] = response(status="302 Found", Location="/new")
    server.pages["/mixed"] = response(status="301 Moved Permanently", Location="/now")
    assert fetched(f"{server.url}/old").url == f"{server.url}/new"
    assert fetched(f"{server.url}/now").url == f"{server.url}/now"
    assert fetched(f"{server.url}/mixed").url == f"{server.url}/mixed"


@pytest.mark.parametrize(
    ("status", "words"),
    [("404 Not Found", "does not exist"), ("401 Unauthorized", "user and a password"), ("500 Oops", "(500)")],
)
def test_errors_are_told(server: Server, status: str, words: str) -> None:
    server.pages["/f"] = response(status=status)
    assert words in failed(f"{server.url}/f").reason


def test_gone_is_told_apart(server: Server) -> None:
    server.pages["/f"] = response(status="410 Gone")
    assert failed(f"{server.url}/f").gone


def test_retry_after_is_read_in_both_forms(server: Server) -> None:
    server.pages["/s"] = response(status="429 Too Many Requests", Retry_After="120")
    server.pages["/d"] = response(
        status="503 Service Unavailable", Retry_After="Fri, 01 Jan 2100 00:00:00 GMT"
    )
    assert failed(f"{server.url}/s").retry_after == 120
    assert failed(f"{server.url}/d").retry_after == 31 * 86400


def test_a_server_that_is_not_there_is_told() -> None:
    with Server() as gone:
        url = gone.url
    assert "cannot be reached" in failed(url).reason


def test_passwords_go_to_their_server_and_nowhere_else(server: Server) -> None:
    with Server({"/": response(FEED)}) as other:
        server.pages["/f"] = response(status="302 Found", Location=f"{other.url}/")
        fetched(f"http://ada:s%40lt@127.0.0.1:{server.port}/f")
        assert server.asked[0]["authorization"] == "Basic YWRhOnNAbHQ="
        assert "authorization" not in other.asked[0]
    assert "s%40lt" not in failed(f"http://ada:s%40lt@127.0.0.1:{server.port}/none").reason


def test_results_come_as_they_come_and_hosts_are_asked_one_by_one(server: Server) -> None:
    async def slowly(request: Request, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(0.02)
        writer.write(response(FEED, Connection="close"))
        await writer.drain()

    server.pages |= {f"/{n}": slowly for n in range(6)}
    feeds = [Feed(n, f"{server.url}/{n}", "") for n in range(6)]
    results = list(fetch_all(feeds, Event()))
    assert sorted(feed.id for feed, _ in results) == list(range(6))
    assert all(isinstance(result, Fetched) for _, result in results)
    assert server.busiest == 1


def test_a_stop_ends_waiting_at_once(server: Server) -> None:
    async def never(request: Request, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(60)

    server.pages["/f"] = never
    stop = Event()
    Timer(0.2, stop.set).start()
    started = monotonic()
    assert list(fetch_all([feed(f"{server.url}/f")], stop)) == []
    assert monotonic() - started < 5
