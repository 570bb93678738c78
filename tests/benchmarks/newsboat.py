"""tuinews beside newsboat on the same 100,000 articles: first screen, searches, a folder that searches texts.

    python -m tests.benchmarks.newsboat FOLDER [ARTICLES]

newsboat's cache is filled once, in FOLDER, from a server on the loopback; tuinews reads FOLDER/ARTICLES.db,
which tests/benchmarks/world.py writes with the same articles. Both are driven in a pseudo-terminal, each
measure five times in a program started anew; a time ends when the answer is on the screen. newsboat is
measured as it is installed, and once more after an ANALYZE of its cache, which it never does itself.
"""

import os
import pty
import re
import select
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import defaultdict
from email.utils import formatdate
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.benchmarks import world
from tuinews.store import Store

RUNS = 5
PATIENCE = 300.0  # seconds
_STYLES = re.compile(rb"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[()][A-Z0-9]|\x1b[=>]")

Step = tuple[str, str]  # keys to type, and what the screen shows when they are answered


class Terminal:
    """A program in a pseudo-terminal of 120 by 36."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self.outside, inside = pty.openpty()
        size = {"TERM": "xterm-256color", "COLUMNS": "120", "LINES": "36"}
        subprocess.run(["stty", "rows", "36", "cols", "120"], stdin=inside, check=True)
        self.begun = time.perf_counter()
        self.child = subprocess.Popen(
            command,
            stdin=inside,
            stdout=inside,
            stderr=inside,
            env=os.environ | size | environment,
            start_new_session=True,
        )
        os.close(inside)

    def until(self, sign: str, begun: float) -> float:
        """Return the milliseconds since `begun` when the screen shows `sign`."""
        shown = b""
        while sign.encode() not in _STYLES.sub(b"", shown):
            if time.perf_counter() - begun > PATIENCE:
                raise TimeoutError(f"no {sign!r} in {shown[-2000:]!r}")
            if select.select([self.outside], [], [], 1)[0]:
                shown += os.read(self.outside, 65536)
        return (time.perf_counter() - begun) * 1000

    def type(self, step: Step) -> float:
        """Type keys; return the milliseconds until they are answered."""
        begun = time.perf_counter()
        os.write(self.outside, step[0].encode())
        return self.until(step[1], begun)

    def settle(self) -> None:
        """Wait until nothing more comes."""
        while select.select([self.outside], [], [], 0.5)[0]:
            os.read(self.outside, 65536)

    def close(self) -> None:
        """End the program."""
        os.killpg(self.child.pid, signal.SIGKILL)
        self.child.wait()
        os.close(self.outside)


def documents(total: int) -> list[bytes]:
    """Return the world's feeds with all their articles, as RSS."""
    items: dict[int, list[str]] = defaultdict(list)
    made = world.World()
    for number in range(-(-total // world.BATCH)):
        for feed, entry, _ in made.batch(number, total):
            items[feed].append(
                f"<item><title>{escape(entry.title)}</title><guid>{entry.guid}</guid><link>{entry.url}</link>"
                f"<pubDate>{formatdate(entry.published)}</pubDate>"
                f"<description>{escape(entry.text)}</description></item>"
            )
    head = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>'
    return [
        f"{head}Feed {feed}</title><link>https://feed{feed}.example</link>"
        f"{''.join(items[feed])}</channel></rss>".encode()
        for feed in range(world.FEEDS)
    ]


class _Server(ThreadingHTTPServer):
    request_queue_size = 1024
    documents: list[bytes]


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        document = self.server.documents[int(self.path[1:])]
        self.send_response(200)
        self.send_header("Content-Length", str(len(document)))
        self.end_headers()
        self.wfile.write(document)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def fill(home: Path, total: int) -> None:
    """Fill newsboat's cache, if it is not there; its own refresh does it."""
    if (home / "filled").exists():
        return
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir(parents=True)
    server = _Server(("127.0.0.1", 0), _Handler)
    server.documents = documents(total)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    urls = [f"http://127.0.0.1:{server.server_port}/{feed}" for feed in range(world.FEEDS)]
    words = world.World().words
    (home / "urls").write_text("\n".join([f'"query:Folder:content =~ \\"{words[300]}\\""', *urls]) + "\n")
    (home / "config").write_text(
        "reload-threads 8\nmax-items 0\nrefresh-on-startup no\nshow-read-feeds yes\n"
    )
    begun = time.perf_counter()
    subprocess.run([*command(home), "-x", "reload"], check=True, capture_output=True)
    print(f"newsboat has fetched {total:,} articles in {time.perf_counter() - begun:.0f} s", file=sys.stderr)
    server.shutdown()
    (home / "filled").touch()


def command(home: Path) -> list[str]:
    """Return newsboat's command with everything in one folder."""
    return [
        "newsboat",
        "-q",
        "-u",
        str(home / "urls"),
        "-c",
        str(home / "cache.db"),
        "-C",
        str(home / "config"),
    ]


def measured(
    program: list[str], environment: dict[str, str], first: str, steps: dict[str, list[Step]]
) -> list[float]:
    """Return the medians: of the first screen, and of the last of each list of steps."""
    times: list[list[float]] = [[] for _ in range(1 + len(steps))]
    for _ in range(RUNS):
        for place, typed in enumerate(steps.values(), 1):
            terminal = Terminal(program, environment)
            try:
                started = terminal.until(first, terminal.begun)
                if place == 1:
                    times[0].append(started)
                terminal.settle()
                took = [terminal.type(step) for step in typed]
                times[place].append(took[-1])
            finally:
                terminal.close()
    return [median(column) for column in times]


def main() -> None:
    """Measure both and print a table."""
    folder, total = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    home, library = folder / "newsboat", folder / f"{total}.db"
    if not library.exists():
        world.build(library, total)
    fill(home, total)
    words = world.World().words
    rare, common = words[5188], words[143]
    theirs = {
        "a word in 1 %": [("/", "Search for"), (f"{rare}\r", "Search")],
        "a word in 30 %": [("/", "Search for"), (f"{common}\r", "Search")],
        "a folder by content": [("\r", "Articles")],
    }
    with Store(library) as store:
        store.saved.put("followed", words[300])
    rows = {"newsboat as installed": measured(command(home), {}, "Feed 1", theirs)}
    with sqlite3.connect(home / "cache.db") as cache:
        cache.execute("ANALYZE")
    rows["newsboat after ANALYZE"] = measured(command(home), {}, "Feed 1", theirs)
    with sqlite3.connect(home / "cache.db") as cache:
        cache.execute("DROP TABLE sqlite_stat1")
    with TemporaryDirectory() as named:
        (Path(named) / "tuinews.db").symlink_to(library.resolve())
        ours = {
            "a word in 1 %": [("/", "earch"), (rare, f"found · “{rare}…”")],
            "a word in 30 %": [("/", "earch"), (common, f"found · “{common}…”")],
            "a folder by content": [("/", "earch"), ("saved:followed", "search “followed”")],
        }
        rows["tuinews"] = measured([sys.executable, "-m", "tuinews"], {"TUINEWS_HOME": named}, "Feed", ours)
    print(f"{'ms':26}" + "".join(f"{name:>22}" for name in ("first screen", *theirs)))
    for name, times in rows.items():
        print(f"{name:26}" + "".join(f"{took:22,.0f}" for took in times))


if __name__ == "__main__":
    main()
