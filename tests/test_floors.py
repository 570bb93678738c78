"""The walls that hold only at run time: what is not imported until it is used."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import tuinews

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


MEETING = """
import sys, threading, time
from importlib import import_module

def meet(event, arguments):
    # The first of the modules that the package imports: now another thread begins with a user of nodes.
    if event == "import" and arguments[0] == "tuinews.query.describe" and not other.ident:
        other.start()
        while sys._current_frames()[other.ident].f_code.co_name != "acquire":  # until it waits for a lock
            time.sleep(0.001)

other = threading.Thread(target=import_module, args=(sys.argv[1],), daemon=True)
sys.addaudithook(meet)
import_module("tuinews.query")
other.join()
"""


@pytest.mark.parametrize("module", ["tuinews.store.words", "tuinews.store.traits", "tuinews.store.rank"])
def test_two_threads_may_ask_for_the_language_at_once(module: str) -> None:
    command = [sys.executable, "-c", MEETING, module]
    ended = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert (ended.returncode, ended.stderr.decode()) == (0, "")


def test_what_a_package_imports_of_itself_is_asked_of_the_package() -> None:
    """Else two threads that begin at both ends wait for each other: Python then fails one of the imports."""
    source = Path(tuinews.__file__).parent
    files = {_module(path.relative_to(source.parent)): path for path in source.rglob("*.py")}
    packages = {
        name: {one for one in _imported(path, within=False) if one.startswith(name + ".")}
        for name, path in files.items()
        if path.name == "__init__.py"
    }
    assert "tuinews.query.nodes" in packages["tuinews.query"]
    wrong = [
        f"{module} imports {name}"
        for module, path in files.items()
        for name in _imported(path)
        for package, own in packages.items()
        if name in own and module != package and not module.startswith(package + ".")
    ]
    assert wrong == []


def _module(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def _imported(path: Path, *, within: bool = True) -> Iterator[str]:
    """Yield the modules that a file imports, those within functions too, but not those for types alone."""
    waiting: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            continue
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not within:
            continue
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        waiting += ast.iter_child_nodes(node)
