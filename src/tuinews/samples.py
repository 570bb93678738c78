"""The built-in samples: feeds and articles of an invented world, shown before there is anything else."""

from pathlib import Path


def folder() -> Path:
    """Return where the samples are: inside the installed package, or beside `src` in a checkout."""
    package = Path(__file__).parent
    installed = package / "sample_feeds"
    return installed if installed.is_dir() else package.parent.parent / "sample_feeds"


def sources() -> list[Path]:
    """Return the sample feeds and the folder of sample articles; none if the installation lacks them."""
    return sorted(folder().iterdir()) if folder().is_dir() else []
