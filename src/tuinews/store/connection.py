"""One SQLite file, a connection for each thread, one writer at a time.

apsw rather than the standard library: it brings SQLite 3.54 with FTS5's `contentless_delete` (3.43) and
carray wherever it is installed, where Python's own is 3.40 on Debian 12 and may lack FTS5 altogether.
"""

import threading
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import apsw

from tuinews.errors import StoreError
from tuinews.stopping import Stop
from tuinews.store.migrate import migrate

if TYPE_CHECKING:
    from tuinews.store.blocks import Blocks
    from tuinews.store.index import Index
    from tuinews.store.tally import Tally

PATIENCE = 10.0  # seconds to wait for another program's transaction
GLANCE = 0.05  # seconds between looks whether waiting is to end
# Bytes that all connections together keep in memory, where that of each thread alone may come to 8 MB. What
# is read again comes from the system's cache of files: at a million articles 200 searches with their first
# pages take 0.86 s, and 0.82 with three times as much.
HEAP = 8 << 20
PROGRESS_STEPS = 20_000  # virtual machine steps between looks at `stop`: mostly under a millisecond

PRAGMAS = """
PRAGMA synchronous = NORMAL;
PRAGMA foreign_keys = ON;
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -8000;
PRAGMA journal_size_limit = 67108864;
"""


class Database:
    """The file and its connections; all SQL of the store runs within `reading` or `writing`."""

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        apsw.soft_heap_limit(HEAP)
        self.path = path
        self._patience = patience
        self._local = threading.local()
        self._writer = threading.RLock()
        self._opened: weakref.WeakSet[apsw.Connection] = weakref.WeakSet()
        self._closed = False
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"The folder {path.parent} cannot be made: {error.strerror}.") from error
        with self._told():
            migrate(self._connection(), path)

    # What only writing needs: with the search language and the folding of words 20 ms to import.

    @cached_property
    def index(self) -> "Index":
        """What waits to be written to the indexes of words."""
        from tuinews.store.index import Index

        return Index()

    @cached_property
    def blocks(self) -> "Blocks":
        """What is kept in memory of the columns that relevance is reckoned from; 0.1 s to import."""
        from tuinews.store.blocks import Blocks

        return Blocks()

    @cached_property
    def tally(self) -> "Tally":
        """What the transaction under way changes."""
        from tuinews.store.tally import Tally

        return Tally()

    def close(self) -> None:
        """Close every connection, of whatever thread; twice does no harm."""
        self._closed = True
        for connection in list(self._opened):
            connection.close()

    @contextmanager
    def reading(self, stop: threading.Event | None = None) -> Iterator[apsw.Connection]:
        """Give this thread's connection; raise apsw.InterruptError soon after `stop` is set.

        A `Stop` is heard at once; any other event between two steps of a statement, which may be long.
        """
        connection = self._connection()
        with self._told():
            if stop is None:
                yield connection
                return
            heard = stop.interrupting(connection.interrupt) if isinstance(stop, Stop) else nullcontext()
            # FTS5 takes no steps until it finds something: a statement begun in vain may run for a second.
            if stop.is_set():
                raise apsw.InterruptError
            connection.set_progress_handler(stop.is_set, PROGRESS_STEPS)
            try:
                with heard:
                    yield connection
            finally:
                connection.set_progress_handler(None)

    @contextmanager
    def writing(self, stop: threading.Event | None = None) -> Iterator[apsw.Connection]:
        """Give this thread's connection within one transaction: all of it is kept, or none.

        What waits in `index` is written and what `tally` noted is counted before it ends. Raises
        apsw.InterruptError soon after `stop` is set while other threads write.
        """
        connection = self._connection()
        with self._turn(stop), self._told():
            if connection.in_transaction:  # within another `writing` of this thread: part of it
                yield connection
                return
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                self.index.write(connection)
                self.tally.settle(connection)
                connection.execute("COMMIT")
            except BaseException:
                self.index.clear()
                self.tally.clear()
                connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _turn(self, stop: threading.Event | None) -> Iterator[None]:
        """Wait until no other thread writes."""
        while not self._writer.acquire(timeout=-1 if stop is None else GLANCE):
            if stop is not None and stop.is_set():
                raise apsw.InterruptError
        try:
            yield
        finally:
            self._writer.release()

    @contextmanager
    def maintaining(self) -> Iterator[apsw.Connection]:
        """Give this thread's connection for what cannot run within a transaction; no other thread writes."""
        connection = self._connection()
        with self._writer, self._told():
            yield connection

    def _connection(self) -> apsw.Connection:
        connection: apsw.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            if self._closed:
                raise StoreError(f"The library {self.path} is closed.")
            with self._told():
                connection = apsw.Connection(str(self.path))
                if connection.readonly("main"):
                    raise apsw.ReadOnlyError
                connection.set_busy_timeout(int(self._patience * 1000))
                self._log_ahead(connection)
                connection.execute(PRAGMAS).fetchall()  # to the end: some of them answer with a row
                connection.create_scalar_function("regex_found", _regex_found, 2, deterministic=True)
                connection.register_fts5_function("occurrences", _occurrences)
            self._local.connection = connection
            self._opened.add(connection)
        return connection

    def _log_ahead(self, connection: apsw.Connection) -> None:
        """Keep a write-ahead log: readers and the one who writes do not wait for each other.

        A new file changes over here, which needs it for a moment alone. SQLite does not wait for that as
        it waits elsewhere: it has read the file already, and takes two who wait so for a deadlock.
        """
        deadline = time.monotonic() + self._patience
        while True:
            try:
                connection.execute("PRAGMA journal_mode = WAL").fetchall()
                return
            except apsw.BusyError:
                if time.monotonic() >= deadline:
                    raise
                time.sleep(GLANCE)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Turn what SQLite reports into one sentence; an interruption passes as it is."""
        try:
            yield
        except apsw.InterruptError:
            raise
        except apsw.Error as error:
            raise StoreError(_sentence(error, self.path)) from error


def _regex_found(*arguments: object) -> bool:
    from tuinews.regex import compiled

    source, text = arguments
    pattern = compiled(str(source))
    return pattern is not None and pattern.search(str(text)) is not None


def _occurrences(api: apsw.FTS5ExtensionApi, *_: object) -> int:
    from tuinews.store.dense import occurrences

    return occurrences(api)


def _sentence(error: apsw.Error, path: Path) -> str:
    match error:
        case apsw.BusyError() | apsw.LockedError():
            return f"The library {path} is in use by another program: try again when it has finished."
        case apsw.NotADBError():
            return f"{path} is not a library of tuinews: move it away, or choose another home."
        case apsw.CorruptError():
            return f"The library {path} is damaged: move it away and start anew, or restore a copy."
        case apsw.ReadOnlyError() | apsw.PermissionsError() | apsw.AuthError():
            return f"The library {path} may not be written: change its permissions, or choose another home."
        case apsw.CantOpenError():
            return f"The library {path} cannot be opened: it must be a file that you may read and write."
        case apsw.FullError():
            return f"The disk is full: the library {path} cannot grow; what was stored before is safe."
        case apsw.ConnectionClosedError():
            return f"The library {path} is closed."
        case apsw.IOError():
            return f"The library {path} cannot be read or written: {error}."
        case _:
            return f"The library {path} cannot do this: {error}."
