"""Pictures and files of an article are fetched within bounds, and a file is there whole or not at all."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from tests.sources.server import Request, Server, response
from tuinews.attachments import Attachment, attachments, download, picture
from tuinews.errors import SourceError
from tuinews.library import Library
from tuinews.limits import DEFAULT_LIMITS
from tuinews.model import Article, Enclosure, Entry, FeedKind, Mark, MarkKind

TEXT = "The lamp at dusk\n\nThe harbour master lit it himself."


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as made:
        yield made


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    small = DEFAULT_LIMITS._replace(file=0.1, size=0.1, seconds=5)
    with Library(tmp_path / "home", with_samples=False, limits=small) as made:
        yield made


def article(library: Library, server: Server, *files: Enclosure) -> Article:
    feed = library.feeds.add(f"{server.url}/feed", "Ardmouth Courier", FeedKind.WEB)
    marks = (
        Mark(MarkKind.IMAGE, 0, 16, f"{server.url}/lamp.png"),
        Mark(MarkKind.IMAGE, 18, 18, f"{server.url}/bare.png"),
    )
    entry = Entry(guid="1", url="", title="The lamp", text=TEXT, marks=marks, enclosures=files, published=1)
    (article_id,) = library.articles.put(feed.id, [entry], 1).new
    made = library.articles.get(article_id)
    assert made is not None
    return made


def fetched(library: Library, of: Article, url: str, folder: Path, type_: str = "") -> Path:
    return download(library, of, Attachment(url, "it", type_), folder, Event(), lambda there, whole: None)


def test_pictures_come_first_and_each_address_once(library: Library, server: Server) -> None:
    twice = Enclosure(f"{server.url}/lamp.png", "image/png", 5)
    found = attachments(
        article(library, server, twice, Enclosure(f"{server.url}/a/one.mp3", "audio/mpeg", 7))
    )
    assert [(file.words, file.is_picture, file.length) for file in found] == [
        ("The lamp at dusk", True, 0),
        ("bare.png", True, 0),
        ("one.mp3", False, 7),
    ]


def test_a_file_gets_its_name_and_tells_how_far_it_is(
    library: Library, server: Server, tmp_path: Path
) -> None:
    server.pages["/one.mp3"] = response(b"x" * 50_000)
    steps: list[tuple[int, int]] = []
    path = download(
        library,
        article(library, server),
        Attachment(f"{server.url}/one.mp3", "one.mp3"),
        tmp_path / "down",
        Event(),
        lambda there, whole: steps.append((there, whole)),
    )
    assert path == tmp_path / "down" / "one.mp3"
    assert path.read_bytes() == b"x" * 50_000
    assert steps[-1] == (50_000, 50_000)


def test_a_name_that_is_taken_is_left_alone(library: Library, server: Server, tmp_path: Path) -> None:
    server.pages["/one.mp3"] = response(b"new")
    (tmp_path / "one.mp3").write_bytes(b"mine")
    path = fetched(library, article(library, server), f"{server.url}/one.mp3", tmp_path)
    assert path.name == "one 1.mp3"
    assert (tmp_path / "one.mp3").read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("address", "type_", "name"),
    [
        ("/..%2F..%2Fetc%2Fpasswd", "", "etc passwd"),
        ("/show?id=4", "audio/mpeg", "show.mp3"),
        ("/CON.txt", "", "article CON.txt"),
        ("/%1b%5b2Jcls.mp3", "", "[2Jcls.mp3"),
        ("/.hidden", "", "hidden"),
    ],
)
def test_a_hostile_name_stays_in_the_folder(
    library: Library, server: Server, tmp_path: Path, address: str, type_: str, name: str
) -> None:
    server.pages[address] = response(b"data")
    path = fetched(library, article(library, server), server.url + address, tmp_path / "down", type_)
    assert path.parent == tmp_path / "down"
    assert path.name == name


async def _broken_off(request: Request, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n" + b"x" * 30_000)
    await writer.drain()


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (response(status="404 Not Found"), "404"),
        (response(b"x" * 200_000), "limits.file"),
        (_broken_off, "does not answer as a web server should"),
        (response(b"x", Content_Encoding="gzip"), "packed"),
        (response(status="302 Found", Location="http://127.0.0.2:1/x"), "private network"),
        (response(status="302 Found", Location="file:///etc/passwd"), "not on the web"),
    ],
)
def test_what_fails_leaves_nothing_behind(
    library: Library, server: Server, tmp_path: Path, page: bytes, told: str
) -> None:
    server.pages["/one.mp3"] = page
    with pytest.raises(SourceError, match=told):
        fetched(library, article(library, server), f"{server.url}/one.mp3", tmp_path / "down")
    assert list((tmp_path / "down").iterdir()) == []


def test_a_download_can_be_stopped(library: Library, server: Server, tmp_path: Path) -> None:
    stop = Event()

    async def endless(request: Request, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\nfirst")
        await writer.drain()
        await asyncio.sleep(60)

    server.pages["/one.mp3"] = endless
    file = Attachment(f"{server.url}/one.mp3", "one.mp3")
    with pytest.raises(SourceError, match="stopped"):
        download(library, article(library, server), file, tmp_path, stop, lambda there, whole: stop.set())
    assert not (tmp_path / "one.mp3").exists()


def test_a_folder_that_cannot_be_written_is_named(library: Library, server: Server, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SourceError, match="file cannot be written to"):
        fetched(library, article(library, server), f"{server.url}/one.mp3", tmp_path / "file")


def test_a_picture_is_fetched_whole_or_refused(library: Library, server: Server) -> None:
    server.pages["/lamp.png"] = response(b"png")
    server.pages["/huge.png"] = response(b"x" * 200_000)
    of = article(library, server)
    assert picture(library, of, f"{server.url}/lamp.png", Event()) == b"png"
    with pytest.raises(SourceError, match=r"limits\.size"):
        picture(library, of, f"{server.url}/huge.png", Event())
    with pytest.raises(SourceError, match="404"):
        picture(library, of, f"{server.url}/none.png", Event())
