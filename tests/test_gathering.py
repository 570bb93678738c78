"""Many feeds, read by a real child process from a real server: nothing is lost when it dies or is stopped."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from tests.sources.server import Request, Server, response
from tuinews import gathering
from tuinews.gathering import FEW
from tuinews.library import Library, Refreshed, Unanswered

MANY = FEW + 4


def body(number: int) -> bytes:
    items = "".join(
        f"<item><title>Pier {place}</title><guid>{number}-{place}</guid>"
        f"<description>The ferry{number} leaves pier{place} late.</description></item>"
        for place in range(3)
    )
    return f"<rss version='2.0'><channel><title>Harbour {number}</title>{items}</channel></rss>".encode()


class Held:
    """An answer that waits until the test lets it go; `asked` is set when it is waited for."""

    def __init__(self, answer: bytes) -> None:
        self.answer, self.asked, self.free = answer, Event(), Event()

    async def __call__(self, request: Request, writer: asyncio.StreamWriter) -> None:
        self.asked.set()
        while not self.free.is_set():
            await asyncio.sleep(0.01)
        writer.write(self.answer)
        await writer.drain()


@pytest.fixture
def server() -> Iterator[Server]:
    pages = {f"/{number}": response(body(number)) for number in range(MANY)}
    with Server(pages=dict(pages)) as running:
        yield running


@pytest.fixture(params=[1, 2], ids=["one child", "two children"])
def number(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(gathering, "VERY_MANY", MANY if request.param == 2 else 2 * MANY)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    return int(request.param)


@pytest.fixture
def library(tmp_path: Path, server: Server, number: int) -> Iterator[Library]:
    with Library(tmp_path, with_samples=False) as opened:
        for place in range(MANY):
            host = "localhost" if place % 3 == 0 else "127.0.0.1"
            opened.follow(f"{server.url.replace('127.0.0.1', host)}/{place}")
        yield opened


def found(library: Library, sought: str) -> int:
    return sum(len(chunk) for chunk in library.search.ids(sought))


def children() -> list[int]:
    tasks = Path("/proc/self/task")
    return [int(pid) for task in tasks.iterdir() for pid in (task / "children").read_text().split()]


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


needs_proc = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks processes up in /proc")


def test_each_feed_gives_one_result_and_can_be_searched_at_once(library: Library) -> None:
    seen = []
    for result in library.refresh():
        assert isinstance(result, Refreshed)
        seen.append(result.feed.id)
        number = result.feed.url.rpartition("/")[2]
        assert found(library, f"ferry{number}") == 3
    assert sorted(seen) == sorted(feed.id for feed in library.feeds.all())
    assert {feed.title for feed in library.feeds.all()} == {f"Harbour {number}" for number in range(MANY)}
    again = list(library.refresh())
    assert len(again) == MANY
    assert all(isinstance(result, Refreshed) and not result.new for result in again)


@pytest.mark.parametrize(("most", "waiting"), [(3 * MANY, 0), (3 * MANY - 1, 3 * MANY)])
def test_a_few_articles_are_indexed_at_once_and_many_later(
    library: Library, monkeypatch: pytest.MonkeyPatch, most: int, waiting: int
) -> None:
    monkeypatch.setattr("tuinews.library.following.INDEXED_AT_ONCE", most)
    assert len(list(library.refresh())) == MANY
    assert library.upkeep.health().unindexed == waiting
    assert found(library, "late") == 3 * MANY


@needs_proc
def test_very_many_feeds_are_shared_out(library: Library, number: int) -> None:
    before = set(children())
    results = library.refresh()
    next(results)
    assert len(set(children()) - before) == number
    assert len(list(results)) == MANY - 1
    assert set(children()) <= before


@needs_proc
def test_another_child_goes_on_when_one_is_killed(library: Library, server: Server) -> None:
    held = Held(response(body(5)))
    server.pages["/5"] = held
    results = library.refresh()
    seen = [next(results)]
    assert held.asked.wait(10)
    for pid in children():
        os.kill(pid, signal.SIGKILL)
    held.free.set()
    seen += results
    assert len({result.feed.id for result in seen}) == len(seen) == MANY
    assert all(isinstance(result, Refreshed) for result in seen)
    assert found(library, "") == 3 * MANY


@needs_proc
def test_a_stop_ends_it_at_once_and_leaves_no_process(library: Library, server: Server) -> None:
    server.pages["/5"] = Held(response(body(5)))
    stop = Event()
    before = set(children())
    seen = 0
    for _ in library.refresh(stop=stop):
        seen += 1
        stop.set()
    assert 1 <= seen < MANY
    assert set(children()) <= before


def test_a_child_that_cannot_start_is_told_for_each_feed(
    library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PYTHONHOME", str(tmp_path))
    results = list(library.refresh())
    assert len(results) == MANY
    assert all(isinstance(result, Unanswered) and "ended too soon" in result.reason for result in results)


PARENT = """
import sys
from pathlib import Path
from tuinews.library import Library
with Library(Path(sys.argv[1]), with_samples=False) as library:
    for _ in library.refresh():
        print(Path("/proc/thread-self/children").read_text(), flush=True)
"""


@needs_proc
def test_the_child_ends_with_a_parent_that_is_killed(
    library: Library, server: Server, tmp_path: Path
) -> None:
    held = Held(response(body(5)))
    server.pages["/5"] = held
    with subprocess.Popen([sys.executable, "-c", PARENT, str(tmp_path)], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        (child,) = map(int, parent.stdout.readline().split())
        assert held.asked.wait(10)
        parent.kill()
        parent.wait()
        while is_alive(child):
            os.sched_yield()
    stored = found(library, "")
    assert stored in range(3, 3 * MANY, 3)  # whole feeds, or none of one
    assert found(library, "late") == stored
    assert library.upkeep.health(thorough=True).problems == ()
