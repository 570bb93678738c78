"""The built-in samples: feeds and articles of an invented world, shown before there is anything else.

They ship twice: as the feeds they are, and as a library in which these are stored, indexed and analysed
already. A first launch copies that in 1 ms, where reading the feeds and storing them takes 0.3 s and the
analysis as long again. `python -m tests.samples` makes it anew.
"""

import os
import shutil
from contextlib import suppress
from pathlib import Path

_PACKAGE = Path(__file__).parent


def folder() -> Path:
    """Return where the samples are: inside the installed package, or beside `src` in a checkout."""
    installed = _PACKAGE / "sample_feeds"
    return installed if installed.is_dir() else _PACKAGE.parent.parent / "sample_feeds"


def sources() -> list[Path]:
    """Return the sample feeds and the folder of sample articles; none if the installation lacks them."""
    return sorted(folder().iterdir()) if folder().is_dir() else []


def title(source: Path) -> str:
    """Return what a sample source is called that does not say so itself."""
    return "Sample articles" if source.is_dir() else ""


def library(schema: str) -> Path:
    """Return where the library of samples for a schema is shipped; it may be missing."""
    return _PACKAGE / f"samples-{schema}.db"


def furnish(path: Path, schema: str) -> None:
    """Make the library at `path`, if there is none, a copy of the samples.

    Where this cannot be done nothing is: the library is then begun empty, or tells why it cannot be.
    """
    ready = library(schema)
    if path.exists() or not ready.exists():
        return
    copy = path.with_name(f"{path.name}.{os.getpid()}")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            shutil.copyfile(ready, copy)
            os.link(copy, path)  # whole or not at all, and never over that of another instance
        finally:
            copy.unlink(missing_ok=True)
