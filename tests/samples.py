"""Makes the library of samples that a first launch copies: `python -m tests.samples`."""

import tempfile
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import apsw

from tuinews import samples
from tuinews.analyst import Analyst
from tuinews.model import Feed, FeedKind, Fetched
from tuinews.sources import fetch
from tuinews.store import Store
from tuinews.store.migrate import schema
from tuinews.text import ANALYSIS_VERSION

ADDED = int(datetime(2026, 11, 20, tzinfo=UTC).timestamp())


def make(path: Path) -> None:
    """Write the samples, stored and analysed, to a new file, in which nothing tells where it was made."""
    analyst = Analyst()
    with Store(path) as store:
        for source in samples.sources():
            found = fetch(Feed(0, str(source), "", FeedKind.SAMPLE), Event())
            assert isinstance(found, Fetched), found
            feed = store.feeds.add(source.name, samples.title(source) or found.title, FeedKind.SAMPLE)
            entries = [
                entry._replace(url="" if entry.url.startswith("file:") else entry.url)
                for entry in found.entries
            ]
            new = store.articles.put(feed.id, entries, ADDED).new
            articles = [article for number in new if (article := store.articles.get(number))]
            found_in = [(one.id, analyst.analyse(one.text, one.language)) for one in articles]
            store.people.put_all(found_in, ANALYSIS_VERSION)
    analyst.close()
    connection = apsw.Connection(str(path))
    for index in ("article_index", "quote_index"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
    connection.execute("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.close()


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of every table."""
    # Immutable: SQLite makes no files of its own beside it.
    address = f"{path.absolute().as_uri()}?immutable=1"
    connection = apsw.Connection(address, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1").fetchall()
    tables = {str(name): list(connection.execute(f'SELECT * FROM "{name}"')) for (name,) in names}
    connection.close()
    return tables


def main() -> None:
    """Put the file into the package, in place of the one there is."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "samples.db"
        make(made)
        shipped = samples.library(schema())
        for old in shipped.parent.glob("samples-*.db"):
            old.unlink()
        shipped.write_bytes(made.read_bytes())


if __name__ == "__main__":
    main()
