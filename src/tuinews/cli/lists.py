"""`tuinews import` and `tuinews export`: lists of feeds, from and to other readers."""

import sys
from typing import TYPE_CHECKING, Any

from tuinews.cli.command import Command, add_json, print_json, reading
from tuinews.home import Home

if TYPE_CHECKING:
    import argparse


def _import_arguments(parser: "argparse.ArgumentParser") -> None:
    parser.add_argument("file", help="an OPML file, or newsboat's `urls`; - is standard input")


def _import(chosen: Any, home: Home) -> int:
    from tuinews.library import Library

    with reading(chosen.file) as file:
        data = file.read()
    with Library(home.data) as library:
        added, skipped = library.import_list(data, chosen.file)
    for sentence in skipped:
        print(f"skipped {sentence}", file=sys.stderr)
    print(f"{len(added)} feeds added; `tuinews refresh` fetches them.")
    return 0


IMPORT = Command(
    name="import",
    help="subscribe to all feeds of a list (OPML, newsboat)",
    examples=("tuinews import subscriptions.opml", "tuinews import ~/.newsboat/urls"),
    arguments=_import_arguments,
    run=_import,
    more=" Folders are kept; feeds that are there already stay as they are.",
)


def _export_arguments(parser: "argparse.ArgumentParser") -> None:
    add_json(parser, "the feeds")


def _export(chosen: Any, home: Home) -> int:
    from tuinews.library import Library

    with Library(home.data, with_samples=False) as library:
        if chosen.json:
            feeds = library.feeds.all()
            print_json({"url": f.url, "title": f.title, "folder": f.folder, "site": f.site} for f in feeds)
        else:
            sys.stdout.buffer.write(library.export_opml() + b"\n")
    return 0


EXPORT = Command(
    name="export",
    help="print the feeds as OPML (or JSON)",
    examples=("tuinews export > subscriptions.opml", "tuinews export --json | jq -r '.[].url'"),
    arguments=_export_arguments,
    run=_export,
)
