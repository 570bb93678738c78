"""`tuinews import` and `tuinews export`: lists of feeds, from and to other readers."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tuinews.cli.command import Command, add_json, print_json, reading, with_progress
from tuinews.cli.feeds import add_passwords, bare
from tuinews.errors import SourceError
from tuinews.home import Home
from tuinews.plural import counted

if TYPE_CHECKING:
    import argparse


def _import_arguments(parser: "argparse.ArgumentParser") -> None:
    parser.add_argument(
        "file",
        help="an OPML file, newsboat's `urls`, `cache.db` or the folder of both, or the word newsboat;"
        " - is standard input",
    )


def _import(chosen: Any, home: Home) -> int:
    from tuinews.cli.library import opened

    if (found := _newsboat(chosen.file)) is not None:
        return _move_in(home, *found)
    with reading(chosen.file) as file:
        data = file.read()
    with opened(home) as library:
        added, skipped = library.import_list(data, chosen.file)
    for sentence in skipped:
        print(f"skipped {sentence}", file=sys.stderr)
    print(f"{counted(len(added), 'feed')} added; `tuinews refresh` fetches them.")
    return 0


def _newsboat(name: str) -> "tuple[Path | None, Path | None] | None":
    """Return newsboat's `urls` and `cache.db` if `name` means them; SourceError if they are not there."""
    from tuinews.moving import files, usual_files

    path = Path(name).expanduser()
    if name == "newsboat" and not path.exists():
        found = usual_files()
    elif path.is_dir():
        found = files(path)
    elif path.is_file() and path.open("rb").read(16) == b"SQLite format 3\0":
        found = (None, path)
    else:
        return None
    if not any(found):
        raise SourceError(f"There is neither newsboat's list `urls` nor its `cache.db` in {name}.")
    return found


def _move_in(home: Home, urls: Path | None, cache: Path | None) -> int:
    from tuinews.cli.library import opened
    from tuinews.moving import Moving

    moving = Moving(urls, cache)
    feeds = articles = unread = 0
    with opened(home) as library:
        for moved in with_progress(moving.run(library), len(moving.feeds), "Moving in"):
            feeds, articles, unread = feeds + 1, articles + moved.articles, unread + moved.unread
    moving.close()
    for sentence in moving.skipped:
        print(f"skipped {sentence}", file=sys.stderr)
    new = f"{counted(articles, 'article')} ({unread} unread)"
    print(f"{counted(feeds, 'feed')} and {new} moved in; `tuinews refresh` fetches more.")
    return 0


IMPORT = Command(
    name="import",
    help="follow all feeds of a list (OPML), or move in from newsboat",
    examples=("tuinews import subscriptions.opml", "tuinews import newsboat", "tuinews import ~/.newsboat"),
    arguments=_import_arguments,
    run=_import,
    more=(
        " Folders are kept; feeds that are there already stay as they are. From newsboat come its feeds,"
        " tags, articles, and which of them are read; the first tag of a feed becomes its folder."
    ),
)


def _export_arguments(parser: "argparse.ArgumentParser") -> None:
    add_json(parser, "the feeds")
    add_passwords(parser)


def _export(chosen: Any, home: Home) -> int:
    from tuinews.cli.library import opened

    with opened(home, with_samples=False) as library:
        if chosen.json:
            feeds = library.feeds.all() if chosen.passwords else map(bare, library.feeds.all())
            print_json({"url": f.url, "title": f.title, "folder": f.folder, "site": f.site} for f in feeds)
        else:
            sys.stdout.buffer.write(library.export_opml(passwords=chosen.passwords) + b"\n")
    return 0


EXPORT = Command(
    name="export",
    help="print the feeds as OPML (or JSON)",
    examples=(
        "tuinews export > subscriptions.opml",
        "tuinews export --passwords > backup.opml",
        "tuinews export --json | jq -r '.[].url'",
    ),
    arguments=_export_arguments,
    run=_export,
)
