"""Shells complete what the parser knows, and the manual page tells of every command."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.ui.terminal import Terminal
from tuinews.cli import shell
from tuinews.cli.commands import COMMANDS


def completed(*words: str) -> set[str]:
    """What bash itself offers after these words, the last of which is still being typed."""
    line = " ".join(f"'{word}'" for word in words)
    script = (
        f"{shell.bash()}\nCOMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _tuinews; "
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    made = subprocess.run(["bash", "-c", script], capture_output=True, text=True, timeout=20, check=True)
    assert made.stderr == ""
    return set(made.stdout.split())


def test_bash_completes_commands() -> None:
    assert completed("tuinews", "re") >= {"refresh", "remove"}
    assert {command.name for command in COMMANDS} <= completed("tuinews", "")


def test_bash_completes_the_options_of_the_command() -> None:
    assert "--json" in completed("tuinews", "search", "ferry", "--")
    assert "--init" in completed("tuinews", "--home", "x", "config", "--in")
    assert "--init" not in completed("tuinews", "search", "--in")


def test_bash_completes_the_values_of_an_option() -> None:
    assert "markdown" in completed("tuinews", "show", "--format", "mark")


@pytest.mark.parametrize("name", ["zsh", "fish"])
def test_the_other_shells_take_theirs(name: str) -> None:
    text = {"zsh": shell.zsh, "fish": shell.fish}[name]()
    assert all(command.name in text for command in COMMANDS)
    assert text.replace("\\'", "").count("'") % 2 == 0  # every quote but the escaped ones has its partner
    if program := shutil.which(name):
        made = subprocess.run([program, "-n"], input=text, capture_output=True, text=True, timeout=20)
        assert (made.returncode, made.stderr) == (0, "")


def test_the_manual_tells_of_every_command_and_is_sound() -> None:
    page = shell.man()
    for command in COMMANDS:
        assert f".SS tuinews {command.name}" in page
    if groff := shutil.which("groff"):
        made = subprocess.run(
            [groff, "-man", "-Tutf8", "-ww"], input=page, capture_output=True, text=True, timeout=20
        )
        assert (made.returncode, made.stderr) == (0, "")


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
@pytest.mark.parametrize(
    ("line", "offered"),
    [("tuinews sho", "show"), ("tuinews show --format m", "markdown"), ("tuinews quotes --fo", "--format")],
)
def test_fish_itself_offers_commands_options_and_values(line: str, offered: str) -> None:
    script = f"{shell.fish()}\ncomplete -C '{line}'\n"
    made = subprocess.run(
        ["fish", "--no-config"], input=script, capture_output=True, text=True, timeout=20, check=True
    )
    assert offered in {one.split("\t")[0] for one in made.stdout.splitlines()}


@pytest.mark.skipif(not shutil.which("zsh"), reason="zsh is not installed")
@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("tuinews vac", "tuinews vacuum "),
        ("tuinews show --format markd", "tuinews show --format markdown "),
        ("tuinews quotes --form", "tuinews quotes --format "),
        ("tuinews --home /tmp search --js", "tuinews --home /tmp search --json "),
    ],
)
def test_zsh_itself_completes(tmp_path: Path, line: str, whole: str) -> None:
    (tmp_path / "_tuinews").write_text(shell.zsh(), encoding="utf-8")
    (tmp_path / ".zshrc").write_text(
        f"PS1='ready> '; fpath=({tmp_path} $fpath); autoload -Uz compinit; compinit -u -D\n", encoding="utf-8"
    )
    with Terminal(["zsh", "-i"], ZDOTDIR=str(tmp_path)) as terminal:
        terminal.wait_for("ready>")
        terminal.press(f"{line}\tx")  # what is behind the word shows that it ended
        terminal.wait_for(f"ready> {whole}x")
