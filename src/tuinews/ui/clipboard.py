"""The clipboard: through the terminal (OSC 52), and through the platform's own program where it has one.

Not pyperclip: it leaves the program's complaints on the terminal, in the middle of the screen (xclip, after
a display that is gone: every ssh session resumed in tmux), and waits for it without a limit.
"""

import os
import subprocess
import sys
from shutil import which
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

PATIENCE = 2.0  # seconds


def copy(app: "App[Any]", text: str) -> None:
    """Put text on the clipboard; where neither way works nothing happens, and nobody can know."""
    app.copy_to_clipboard(text)
    command = _program()
    if command:
        app.run_worker(lambda: _feed(command, text), thread=True, group="clipboard", exit_on_error=True)


def _program() -> list[str]:
    """The command that takes the clipboard's new text from its standard input; empty where there is none."""
    wanted: list[list[str]] = []
    if sys.platform == "darwin":
        wanted = [["pbcopy"]]
    elif sys.platform == "win32":
        wanted = [["clip"]]
    elif "WAYLAND_DISPLAY" in os.environ:
        wanted = [["wl-copy"]]
    elif "DISPLAY" in os.environ:
        wanted = [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
    elif "WSL_DISTRO_NAME" in os.environ:
        wanted = [["clip.exe"]]
    return next((command for command in wanted if which(command[0])), [])


def _feed(command: list[str], text: str) -> None:
    quiet = subprocess.DEVNULL
    # What Windows' own program takes for text of any script is UTF-16.
    data = text.encode("utf-16-le" if command[0].startswith("clip") else "utf-8")
    try:
        subprocess.run(command, input=data, stdout=quiet, stderr=quiet, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return  # the terminal has been given it as well
