"""What an article shows or comes with, apart from its text: pictures, and files such as podcasts."""

import os
from collections.abc import Callable
from io import BufferedWriter
from pathlib import Path
from threading import Event

from tuinews.errors import SourceError
from tuinews.limits import DEFAULT_LIMITS, MB, Limits
from tuinews.sources.fetching import fetch_alone, require_ok, trusted_with, until_stopped
from tuinews.sources.http import Client
from tuinews.sources.unpack import Body

Told = Callable[[int, int], object]
"""Called with the bytes that are there and those to come in all (0 when nobody knows)."""


def fetch_picture(url: str, stop: Event, *, subscribed: str = "", limits: Limits = DEFAULT_LIMITS) -> bytes:
    """Return the bytes of a picture; raise SourceError when it cannot be had.

    `subscribed` is the address of the feed that named it: its host may be in a private network.
    """
    return fetch_alone(url, "image/*", stop, subscribed, limits).body


def fetch_file(
    url: str, path: Path, stop: Event, told: Told, *, subscribed: str = "", limits: Limits = DEFAULT_LIMITS
) -> None:
    """Write what is at `url` over `path`, which has its content only when that is whole.

    Raises SourceError, leaving `path` as it was, when it cannot be had or written.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:

            async def get() -> None:
                async with Client(limits, trusted_with(subscribed)) as client:
                    require_ok(url, await client.save(url, lambda size: _Written(file, size, told, limits)))

            until_stopped(get, stop)
        part.replace(path)
    except OSError as error:
        raise SourceError(f"{path} cannot be written: {error.strerror or error}.") from None
    finally:
        part.unlink(missing_ok=True)


class _Written(Body):
    """An answer's pieces, written to a file as they come."""

    def __init__(self, file: BufferedWriter, size: int, told: Told, limits: Limits) -> None:
        super().__init__("", int(limits.file * MB), "limits.file")
        self._file, self._size, self._told = file, size, told

    def add(self, piece: bytes) -> None:
        """Write a piece; raise SourceError when the file is too large."""
        self.count(piece)
        try:
            self._file.write(piece)
        except OSError as error:  # the disk is full: nothing that the network did
            raise SourceError(f"it cannot be written ({error.strerror or error})") from None
        self._told(self.length, self._size)
