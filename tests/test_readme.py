"""The README is true: its generated parts are the code's, its commands are the ones that CI runs."""

from pathlib import Path

from tests.readme import README, renewed

ROOT = Path(__file__).parent.parent


def test_the_generated_parts_are_current() -> None:
    text = README.read_text(encoding="utf-8")
    assert renewed(text) == text, "run `python -m tests.readme`"


def test_the_picture_exists() -> None:
    text = README.read_text(encoding="utf-8")
    picture = text.partition("](")[2].partition(")")[0]
    assert (ROOT / picture).is_file()


def test_ci_runs_the_command_of_the_readme() -> None:
    (command,) = [line for line in README.read_text(encoding="utf-8").splitlines() if "bin/pytest" in line]
    assert command.strip().startswith("python3 -m venv")
    assert "grep -m1 -F '.venv/bin/pytest' README.md" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_the_top_level_holds_nothing_else() -> None:
    allowed = {"pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "src", "tests", "sample_feeds"}
    assert {path.name for path in ROOT.iterdir() if not path.name.startswith(".")} - {
        "build",
        "dist",
    } <= allowed
