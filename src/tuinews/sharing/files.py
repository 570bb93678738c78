"""Files that are there whole or not at all, and over nothing that is there."""

import os
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from tuinews.errors import TuinewsError


class ExistsError(TuinewsError):
    """A file that would have been written over."""


def save(path: Path, parts: Iterable[str], *, over: bool = False) -> None:
    """Write the parts as a file that appears when the last is written, and not at all if one raises.

    Raises ExistsError if it is there (unless `over`), TuinewsError if it cannot be written, and whatever
    the parts raise. What is no plain file (a pipe, a terminal) is written to as it is.
    """
    path = path.expanduser().absolute()
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        mode = 0
    except OSError as error:
        raise _refused(path, error) from None
    if mode and not (over or stat.S_ISFIFO(mode) or stat.S_ISCHR(mode)):
        raise _exists(path)
    try:
        if mode and not stat.S_ISREG(mode):
            _write(path, "w", parts)
        else:
            _beside(path.resolve() if mode else path, parts, stat.S_IMODE(mode), over=over)
    except FileExistsError:
        raise _exists(path) from None
    except OSError as error:
        raise _refused(path, error) from None


def _beside(path: Path, parts: Iterable[str], mode: int, *, over: bool) -> None:
    part = path.with_name(f".tuinews-{secrets.token_hex(6)}.part")
    try:
        _write(part, "x", parts)
        if mode:
            part.chmod(mode)
        if over:
            part.replace(path)
            return
        try:
            os.link(part, path)  # the one way to a name that fails when somebody else took it meanwhile
        except FileExistsError:
            raise
        except (OSError, NotImplementedError):  # a file system without second names
            with path.open("x"):
                pass
            part.replace(path)
    finally:
        with suppress(FileNotFoundError):
            part.unlink()


def _write(path: Path, how: str, parts: Iterable[str]) -> None:
    with path.open(how, encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        for part in parts:
            file.write(part)
        file.flush()
        if how == "x":
            os.fsync(file.fileno())


def _exists(path: Path) -> ExistsError:
    return ExistsError(f"{path} is there already, and was left as it is.")


def _refused(path: Path, error: OSError) -> TuinewsError:
    return TuinewsError(f"{path} cannot be written: {error.strerror or error}.")
