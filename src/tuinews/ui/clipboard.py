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
    from collections.abc import Callable

    from textual.app import App

PATIENCE = 2.0  # seconds


def hand_over(app: "App[Any]", text: str, tell: "Callable[[str], object]") -> None:
    """Give text to the platform's own program, in a thread; one that fails is told.

    The terminal has been given it as well, and does not answer: where there is no program nobody can know.
    """
    command = _program()
    if command:
        app.run_worker(
            lambda: _feed(app, command, text, tell), thread=True, group="clipboard", exit_on_error=True
        )


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


def _feed(app: "App[Any]", command: list[str], text: str, tell: "Callable[[str], object]") -> None:
    quiet = subprocess.DEVNULL
    # What Windows' own program takes for text of any script is UTF-16.
    data = text.encode("utf-16-le" if command[0].startswith("clip") else "utf-8")
    try:
        ended = subprocess.run(
            command, input=data, stdout=quiet, stderr=quiet, timeout=PATIENCE, check=False
        ).returncode
        failure = f"ended with status {ended}" if ended else ""
    except subprocess.TimeoutExpired:
        failure = f"did not answer in {PATIENCE:g} s"
    except OSError as error:
        failure = f"cannot be started: {error.strerror or error}"
    if failure:
        told = f"{command[0]} {failure}; only the terminal has been given the text, if it takes any (OSC 52)"
        app.call_from_thread(tell, told)
