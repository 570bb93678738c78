"""The options that write to a file, and the writing: of articles, of views, of quotations."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tuinews.errors import TuinewsError

if TYPE_CHECKING:
    import argparse

    from tuinews.sharing import Form
    from tuinews.sharing.quotations import QuoteForm

# By name only, so that the parser imports none of what writes them; a test holds them against the tables.
ARTICLE_FORMS = ("markdown", "text", "html", "json")
QUOTE_FORMS = ("csv", "json", "markdown")


def add_output(
    parser: "argparse.ArgumentParser", forms: tuple[str, ...], what: str, file: str = "FILE"
) -> None:
    """Add --format, --output and --force."""
    parser.add_argument("--format", choices=forms, help=f"print {what} in this format")
    parser.add_argument(
        "--output",
        metavar=file,
        help="write to a new file, its format told by its suffix or --format"
        + ("; in a folder, to files named by their titles" if "DIR" in file else ""),
    )
    parser.add_argument("--force", action="store_true", help="let --output write over a file that is there")


def form_for(chosen: Any, forms: "Mapping[str, Form] | Mapping[str, QuoteForm]") -> str:
    """Return the format asked for: --format, --json, or what the suffix of --output means.

    Raises TuinewsError where the suffix means none.
    """
    if chosen.format or chosen.json:
        return str(chosen.format or "json")
    suffix = Path(chosen.output).suffix.lower()
    for name, form in forms.items():
        if form.suffix == suffix:
            return name
    known = ", ".join(form.suffix for form in forms.values())
    raise TuinewsError(f"{chosen.output}: what format is that? Name it {known}, or say --format.")


def put(parts: Iterable[str], chosen: Any) -> None:
    """Write to --output and print its path, or print the parts themselves.

    Raises TuinewsError if the file is there (without --force) or cannot be written.
    """
    if not chosen.output:
        sys.stdout.writelines(parts)
        return
    save_to(Path(chosen.output).expanduser(), parts, over=chosen.force)


def save_to(path: Path, parts: Iterable[str], *, over: bool) -> None:
    """Write a file and print its path."""
    from tuinews.sharing import ExistsError, save

    try:
        save(path, parts, over=over)
    except ExistsError as error:
        raise TuinewsError(f"{error} --force writes over it.") from None
    print(path)


def tell_nothing(chosen: Any) -> int:
    """Say that no file was written, there being nothing to write; return the exit status."""
    if chosen.output:
        print("tuinews: nothing found, so nothing is written.", file=sys.stderr)
    return 1
