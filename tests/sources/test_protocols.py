"""What lies between a feed and its server: HTTP/2 and TLS, proxies, host names, passwords, moves."""

import asyncio
import ssl
from pathlib import Path
from threading import Event, Thread

import h2.config
import h2.connection
import h2.events
import pytest
import trustme

from tests.sources.server import Server, response
from tuinews.cli import main
from tuinews.library import Library, Refreshed, Unanswered
from tuinews.model import Failed, Feed, Fetched
from tuinews.sources import fetch

FEED = b'<rss version="2.0"><channel><title>Sound</title><item><title>One</title></item></channel></rss>'


def read(url: str) -> Fetched | Failed:
    return fetch(Feed(1, url, ""), Event())


class Http2(asyncio.Protocol):
    """Answers every stream with the feed; knows nothing but HTTP/2."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.http = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False))
        self.http.initiate_connection()
        self.transport.write(self.http.data_to_send())

    def data_received(self, data: bytes) -> None:
        for event in self.http.receive_data(data):
            if isinstance(event, h2.events.RequestReceived):
                assert event.stream_id is not None
                self.http.send_headers(event.stream_id, [(":status", "200"), ("etag", '"h2"')])
                self.http.send_data(event.stream_id, FEED, end_stream=True)
        self.transport.write(self.http.data_to_send())


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    made = trustme.CA()
    made.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    return made


def serve_http2(certificate: trustme.LeafCert, port: list[int], ready: Event, stop: Event) -> None:
    async def main() -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.set_alpn_protocols(["h2"])
        certificate.configure_cert(context)
        server = await asyncio.get_running_loop().create_server(Http2, "127.0.0.1", 0, ssl=context)
        port.append(server.sockets[0].getsockname()[1])
        ready.set()
        await asyncio.to_thread(stop.wait)
        server.close()

    asyncio.run(main())


@pytest.mark.parametrize("known", [True, False])
def test_http_2_is_spoken_and_certificates_are_checked(authority: trustme.CA, known: bool) -> None:
    certificate = (authority if known else trustme.CA()).issue_cert("127.0.0.1")
    port: list[int] = []
    ready, stop = Event(), Event()
    thread = Thread(target=serve_http2, args=(certificate, port, ready, stop), daemon=True)
    thread.start()
    assert ready.wait(10)
    result = read(f"https://127.0.0.1:{port[0]}/f")
    stop.set()
    thread.join(10)
    if known:
        assert isinstance(result, Fetched), result
        assert (result.title, result.etag) == ("Sound", '"h2"')
    else:
        assert isinstance(result, Failed)
        assert "certificate" in result.reason.lower()


def test_the_environment_names_the_proxy(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", server.url)
    server.pages["http://tide.example/f"] = response(FEED)
    assert isinstance(read("http://tide.example/f"), Fetched)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server.pages["/direct"] = response(FEED)
    assert isinstance(read(f"{server.url}/direct"), Fetched)
    assert [asked["path"] for asked in server.asked] == ["http://tide.example/f", "/direct"]


def test_host_names_of_all_scripts_are_asked_in_ascii(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server.url)
    server.pages["http://xn--bcher-kva.example/%C3%A9t%C3%A9"] = response(FEED)
    result = read("http://Bücher.example/été")
    assert isinstance(result, Fetched), result
    assert result.url == "http://Bücher.example/été"
    assert server.asked[0]["host"] == "xn--bcher-kva.example"
    refused = read("http://-a-.\u202eexample/")
    assert isinstance(refused, Failed)
    assert refused.reason.isprintable()


@pytest.mark.parametrize("status", ["301 Moved Permanently", "308 Permanent Redirect"])
def test_a_feed_moves_only_to_a_feed(server: Server, tmp_path: Path, status: str) -> None:
    server.pages |= {
        "/f": response(status=status, Location="/new"),
        "/new": response(b"<!DOCTYPE html><html><body>The domain is for sale</body></html>"),
    }
    with Library(tmp_path, with_samples=False) as library:
        library.follow(f"{server.url}/f")
        [sold] = library.refresh()
        assert isinstance(sold, Unanswered)
        assert [feed.url for feed in library.feeds.all()] == [f"{server.url}/f"]
        server.pages["/new"] = response(FEED)
        [moved] = library.refresh()
        assert isinstance(moved, Refreshed)
        assert [feed.url for feed in library.feeds.all()] == [f"{server.url}/new"]


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"<!DOCTYPE html><html><body>Maintenance</body></html>",
        b'<rss version="2.0"><channel><title>Sound</title></channel></rss>',
        b"<rss><channel><item><title>O",
    ],
    ids=["empty", "a page", "no entries", "cut"],
)
def test_an_answer_without_entries_costs_no_article(server: Server, tmp_path: Path, answer: bytes) -> None:
    server.pages["/f"] = response(FEED)
    with Library(tmp_path, with_samples=False) as library:
        library.subscribe(f"{server.url}/f")
        server.pages["/f"] = response(answer)
        list(library.refresh())
        assert library.search.count("title:one") == 1


def test_what_is_gone_is_left_alone_and_what_pleads_for_time_gets_it(server: Server, tmp_path: Path) -> None:
    server.pages |= {
        "/gone": response(status="410 Gone"),
        "/busy": response(status="429 Too Many Requests", Retry_After="86400"),
    }
    with Library(tmp_path, with_samples=False) as library:
        for path in ("/gone", "/busy"):
            library.follow(server.url + path)
        assert len(list(library.refresh(due_only=True))) == 2
        due = {feed.url.rpartition("/")[2]: feed.due - feed.checked for feed in library.feeds.all()}
        assert due["gone"] > 300 * 86_400
        assert 86_400 <= due["busy"] < 2 * 86_400
        assert list(library.refresh(due_only=True)) == []
        assert len(server.asked) == 2


@pytest.mark.parametrize("etag", ["", '"always new"'])
def test_an_unchanged_body_is_not_parsed_again(server: Server, etag: str) -> None:
    server.pages["/f"] = response(FEED, ETag=etag.replace("new", "1"))
    first = read(f"{server.url}/f")
    assert isinstance(first, Fetched)
    assert not first.unchanged
    server.pages["/f"] = response(FEED, ETag=etag.replace("new", "2"))
    again = fetch(Feed(1, f"{server.url}/f", "", etag=first.etag, digest=first.digest), Event())
    assert isinstance(again, Fetched)
    assert again.unchanged
    assert again.entries == ()


def test_a_password_is_in_no_message(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    urls = [f"http://ada:s3cret@127.0.0.1:{server.port}/{path}" for path in ("none", "page", "bad")]
    server.pages |= {"/page": response(b"<html></html>"), "/bad": response(b"<rss><item")}
    with Library(tmp_path, with_samples=False) as library:
        for url in urls:
            library.follow(url)
        titles = [feed.title for feed in library.feeds.all()]
    assert not [title for title in titles if "s3cret" in title]
    assert main(["--home", str(tmp_path), "refresh"]) == 1
    assert main(["--home", str(tmp_path), "add", urls[0]]) == 1
    told = capsys.readouterr()
    assert told.err
    assert "s3cret" not in told.out + told.err
    with Library(tmp_path, with_samples=False) as library:
        assert not [feed.error for feed in library.feeds.all() if "s3cret" in feed.error]


def test_an_edited_entry_shows_that_it_was(
    server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    item = '<item><guid isPermaLink="false">1</guid><title>One</title><description>%s</description></item>'
    before, after = (FEED.decode().replace("<item><title>One</title></item>", item % text) for text in "AB")
    server.pages["/f"] = response(before.encode())
    with Library(tmp_path, with_samples=False, interval=7200, reopen=True) as library:
        library.subscribe(f"{server.url}/f")
        [number] = next(library.search.ids())
        library.articles.set_read([number], True)
        server.pages["/f"] = response(after.encode())
        list(library.refresh())
        assert library.search.count("is:changed is:unread") == 1
        [feed] = library.feeds.all()
        assert feed.due - feed.checked == 7200
    assert main(["--home", str(tmp_path), "show", str(number)]) == 0
    assert "changed 2" in capsys.readouterr().out
    assert main(["--home", str(tmp_path), "show", str(number), "--earlier"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "A"


def test_a_title_that_was_only_an_address_gives_way_to_the_feeds_own(server: Server, tmp_path: Path) -> None:
    server.pages["/f"] = response(FEED)
    with Library(tmp_path, with_samples=False) as library:
        library.follow(f"http://ada:s3cret@127.0.0.1:{server.port}/f")
        list(library.refresh())
        assert [feed.title for feed in library.feeds.all()] == ["Sound"]
