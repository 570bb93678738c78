"""A sign to stop is heard in the middle of a statement, and nowhere else; a child ends with its parent."""

import subprocess
import sys
import threading
from pathlib import Path

import apsw
import pytest

from tuinews.stopping import Stop
from tuinews.store.connection import Database

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def test_a_statement_ends_when_told(tmp_path: Path) -> None:
    database, stop, ended = Database(tmp_path / "a.db"), Stop(), threading.Event()
    begun = threading.Event()

    def ask() -> None:
        with database.reading(stop) as db:
            db.set_progress_handler(None)  # so that nothing but the interruption can end it
            begun.set()
            with pytest.raises(apsw.InterruptError):
                db.execute(ENDLESS).fetchall()
        with database.reading() as db:  # what the thread asks next is not disturbed
            assert db.execute("SELECT 1").get == 1
        ended.set()

    thread = threading.Thread(target=ask)
    thread.start()
    begun.wait()
    while not ended.wait(0.01):  # the statement may not have begun at the first
        stop.set()
    thread.join()


CHILD = "from tuinews.stopping import end_with_parent; end_with_parent(); print('begun', flush=True); "


def test_a_child_ends_when_its_input_does() -> None:
    endless = [sys.executable, "-c", CHILD + "import threading; threading.Event().wait()"]
    with subprocess.Popen(endless, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stdout.readline() == b"begun\n"
        child.stdin.close()
        assert child.wait() == 0


def test_a_child_may_end_before_its_parent() -> None:
    command = [sys.executable, "-c", CHILD]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as child:
        assert child.stderr is not None
        assert (child.wait(), child.stderr.read()) == (0, b"")


def test_what_is_over_is_not_interrupted() -> None:
    told: list[int] = []
    stop = Stop()
    with stop.interrupting(lambda: told.append(1)):
        pass
    stop.set()
    assert told == []
    assert stop.is_set()
