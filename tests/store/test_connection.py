"""The file itself: two programs at once, killed at any moment, damaged, locked, foreign."""

import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import apsw
import pytest

from tuinews.errors import StoreError
from tuinews.model import Entry
from tuinews.store import Store

# Puts deliveries of ten articles, one transaction each, and prints a line after each.
WRITER = """
import sys
from pathlib import Path
from tuinews.model import Analysis, Entry, Person, Quote, Span
from tuinews.store import Store
with Store(Path(sys.argv[1])) as store:
    name, rounds = sys.argv[2], int(sys.argv[3])
    feed = store.feeds.add(f"https://{name}.example/", name).id
    for number in range(rounds):
        entries = [Entry(f"{number}-{n}", "", "Title", f"body of {name} {number}") for n in range(10)]
        new = store.articles.put(feed, entries, 1_700_000_000 + number).new
        found = Analysis((Quote(0, 4, speaker="Jo Doe"),), (Person("Jo Doe", (Span(0, 4),), "jo doe"),))
        store.people.put_all([(article_id, found) for article_id in new], 1)
        print(number, flush=True)
"""


def writer(path: Path, name: str, rounds: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", WRITER, str(path), name, str(rounds)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def sound(path: Path) -> None:
    """Assert that the file is whole, and that its counts and indexes agree with its rows."""
    connection = apsw.Connection(str(path))
    assert connection.execute("PRAGMA integrity_check").get == "ok"
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in ("article_index", "quote_index"):
        connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 0)")
    total = connection.execute("SELECT count(*) FROM articles").get
    assert connection.execute("SELECT number FROM counts WHERE name = 'all'").get == total
    assert connection.execute("SELECT sum(total) FROM feeds").get == total
    matched = connection.execute("SELECT count(*) FROM article_index WHERE article_index MATCH 'body'").get
    assert matched == total
    assert connection.execute("SELECT sum(quotes) FROM people").get == (
        connection.execute("SELECT count(*) FROM quotes").get
    )
    connection.close()


def test_two_instances_write_at_once(path: Path) -> None:
    writers = [writer(path, name, 8) for name in ("one", "two")]
    for process in writers:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
    with Store(path) as store:
        assert store.articles.counts().all == 160
    sound(path)


@pytest.mark.parametrize("lines", [1, 3, 6])
def test_killed_at_any_moment_nothing_stored_is_lost(path: Path, lines: int) -> None:
    process = writer(path, "one", 10_000)
    assert process.stdout is not None
    for _ in range(lines):
        process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=60)
    with Store(path) as store:
        assert store.articles.counts().all >= lines * 10
        assert store.articles.counts().all % 10 == 0
        assert store.search.count("body") == store.articles.counts().all
    sound(path)


def test_threads_read_while_one_writes(store: Store) -> None:
    feed = store.feeds.add("https://a.example/", "A").id
    counted: list[int | None] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            counted.append(store.search.count("body"))

    threads = [threading.Thread(target=read) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(20):
        entries = [Entry(f"{number}-{n}", "", "T", "body") for n in range(10)]
        store.articles.put(feed, entries, 1_700_000_000)
    done.set()
    for thread in threads:
        thread.join()
    assert all(number is not None and number % 10 == 0 for number in counted)
    assert store.search.count("body") == 200


def test_a_failure_within_a_delivery_leaves_nothing_of_it(store: Store) -> None:
    feed = store.feeds.add("https://a.example/", "A").id
    with pytest.raises(StoreError):
        store.articles.put(999, [Entry("1", "", "T", "body")], 1_700_000_000)
    assert store.search.count("body") == 0
    assert store.articles.put(feed, [Entry("1", "", "T", "body")], 1_700_000_000).new


def refused(path: Path) -> str:
    with pytest.raises(StoreError) as caught:
        Store(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_file_of_a_newer_version(path: Path) -> None:
    Store(path).close()
    connection = apsw.Connection(str(path))
    connection.pragma("user_version", 9999)
    connection.close()
    assert "newer tuinews" in refused(path)


def test_a_file_of_another_program(path: Path) -> None:
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    assert "another program" in refused(path)


def test_a_file_that_is_no_database(path: Path) -> None:
    path.write_text("news\n" * 500)
    assert "not a library" in refused(path)


def test_a_damaged_file(path: Path) -> None:
    with Store(path) as store:
        feed = store.feeds.add("https://a.example/", "A").id
        store.articles.put(feed, [Entry(str(n), "", "T", "body " * 200) for n in range(200)], 1_700_000_000)
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xa5" * (len(whole) - 8192))
    with pytest.raises(StoreError, match=r"damaged|not a library"):
        read_all(path)


def read_all(path: Path) -> None:
    with Store(path) as store:
        for chunk in store.search.ids():
            store.articles.headlines(chunk)


def test_a_folder_in_the_place_of_the_file(path: Path) -> None:
    path.mkdir()
    assert "cannot be opened" in refused(path)


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(StoreError, match="cannot be made"):
        Store(tmp_path / "home" / "library.db")


def test_a_file_kept_locked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Store(path).close()
    other = apsw.Connection(str(path))
    other.execute("BEGIN IMMEDIATE")
    with Store(path, patience=0.05) as store:
        assert store.feeds.all() == []
        with pytest.raises(StoreError, match="in use by another program"):
            store.feeds.add("https://a.example/", "A")
        other.execute("ROLLBACK")
        assert store.feeds.add("https://a.example/", "A")
    other.close()


def test_a_new_file_that_another_instance_is_making(path: Path) -> None:
    other = apsw.Connection(str(path))
    other.execute("BEGIN IMMEDIATE")  # as one that has just made it, and has no log yet
    with ThreadPoolExecutor() as pool:
        opening = pool.submit(Store, path)
        wait([opening], timeout=0.2)
        other.execute("ROLLBACK")
        with opening.result() as store:
            assert store.feeds.all() == []
    other.close()


def test_a_new_file_that_another_instance_keeps(path: Path) -> None:
    other = apsw.Connection(str(path))
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="in use by another program"):
        Store(path, patience=0.05)
    other.close()


def test_after_closing(path: Path) -> None:
    store = Store(path)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.feeds.all()
