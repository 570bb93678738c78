"""The walls that hold only at run time: what is not imported until it is used."""

import subprocess
import sys

import pytest

HEAVY = {
    "textual",
    "feedparser",
    "selectolax",
    "lxml",
    "niquests",
    "aiohttp",
    "httpx2",
    "pycrfsuite",
    "trafilatura",
    "charset_normalizer",
    "markdown_it",
    "rich",
}


def modules_after(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint(*sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    return set(ended.stdout.decode().split())


def loaded_by(statement: str) -> set[str]:
    return {name.partition(".")[0] for name in modules_after(statement)}


@pytest.mark.parametrize("module", ["tuinews.library", "tuinews.cli"])
def test_nothing_heavy_is_imported_before_it_is_used(module: str) -> None:
    assert loaded_by(f"import {module}") & HEAVY == set()


def test_the_analysis_is_started_without_the_store() -> None:
    loaded = loaded_by("from tuinews.cli import main; main(['analyze', '--jsonl', '/dev/null'])")
    assert loaded & {"apsw", *HEAVY} == set()


def test_a_plain_command_needs_no_textual() -> None:
    assert "textual" not in loaded_by(
        "from tuinews.cli import main; main(['list', '--home', '/nonexistent'])"
    )


def test_the_first_screen_waits_for_nothing_it_does_not_show() -> None:
    # All are imported when a key, a search or the refresh after the first frame asks for them.
    later = {
        "argparse",
        "rich.markdown",
        "selectolax.lexbor",
        "textual.widgets._markdown",
        "tuinews.query",
        "tuinews.sources",
        "tuinews.store.search",
        "tuinews.text.analysis",
        "tuinews.ui.screens.help",
        "tuinews.ui.screens.panel",
        "tuinews.ui.screens.person",
        "tuinews.ui.screens.prompt",
        "tuinews.ui.widgets.searchbar",
    }
    first = "import tuinews.cli.opening, tuinews.library, tuinews.ui.app"
    assert modules_after(first) & later == set()
