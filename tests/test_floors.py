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


def loaded_by(statement: str) -> set[str]:
    code = f"import sys\n{statement}\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    return set(ended.stdout.decode().split())


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
