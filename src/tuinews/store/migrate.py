"""Bring a library's file to the newest schema, step by numbered step."""

import re
from functools import cache
from pathlib import Path
from zlib import crc32

import apsw

from tuinews.errors import StoreError

APPLICATION_ID = 0x7475696E  # "tuin": tells our file from any other SQLite file


@cache
def steps() -> tuple[tuple[int, str], ...]:
    """Return the numbered SQL files in order, as (number, SQL)."""
    found = [
        (int(match[1]), file.read_text(encoding="utf-8"))
        for file in (Path(__file__).parent / "migrations").iterdir()
        if (match := re.match(r"(\d{4})_\w+\.sql$", file.name))
    ]
    return tuple(sorted(found))


def schema() -> str:
    """Return a short name of the schema that all the steps make: another one when a step changes."""
    return f"{crc32(repr(steps()).encode()):08x}"


def migrate(connection: apsw.Connection, path: Path) -> None:
    """Take the steps this file has not taken yet, each in a transaction.

    Raises StoreError for a file of a newer tuinews or of another program.
    """
    newest = steps()[-1][0]
    connection.execute(
        "BEGIN"
    )  # one snapshot for the three, while another instance may be at its first steps
    version = int(connection.pragma("user_version"))
    owner = int(connection.pragma("application_id"))
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").get
    connection.execute("COMMIT")
    if owner != APPLICATION_ID and (owner or version or tables):
        raise StoreError(f"{path} belongs to another program: move it away, or choose another home.")
    if version > newest:
        raise StoreError(f"The library {path} was made by a newer tuinews: update tuinews to open it.")
    for number, sql in steps():
        if number > version:
            _take(connection, number, sql)


def _take(connection: apsw.Connection, number: int, sql: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another instance may have taken this step while we waited for the lock.
        if int(connection.pragma("user_version")) < number:
            connection.execute(sql)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {number}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
