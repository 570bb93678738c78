"""The clipboard: through the terminal (OSC 52), and through the platform's own program where it has one.

Not pyperclip: it leaves the program's complaints on the terminal, in the middle of the screen (xclip, after
a display that is gone: every ssh session resumed in tmux), and waits for it without a limit.
"""

import os
import subprocess
import sys
from base64 import b64encode
from shutil import which
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

PATIENCE = 2.0  # seconds
PIECE = 500  # characters that GNU screen hands on at once


def hand_over(app: "App[Any]", text: str, tell: "Callable[[str], object]") -> None:
    """Give text to the platform's own program, in a thread; one that fails is told.

    The terminal has been given it as well, and does not answer: where there is no program nobody can know.
    """
    commands = programs()
    if commands:

        def feed() -> None:
            for command in commands:
                _feed(app, command, text, tell)

        app.run_worker(feed, thread=True, group="clipboard", exit_on_error=True)


def sequence(text: str) -> str:
    """Return what makes the terminal take text to its clipboard (OSC 52 of xterm's control sequences).

    GNU screen keeps it to itself, and shows the end of a long one, but hands on the contents of a device
    control string, in pieces of some 700 characters at most.
    """
    whole = f"\x1b]52;c;{b64encode(text.encode()).decode()}\a"
    if "STY" not in os.environ:
        return whole
    return "".join(f"\x1bP{whole[at : at + PIECE]}\x1b\\" for at in range(0, len(whole), PIECE))


def programs() -> list[list[str]]:
    """The commands that take the clipboard's new text from their standard input.

    tmux does not hand on what programs in it write to the clipboard (its option `set-clipboard` is `external`
    at first), but takes the text itself, and gives it to its terminal (`-w`, since 3.2).
    """
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
    found = [command for command in wanted if which(command[0])][:1]
    if "TMUX" in os.environ and which("tmux"):
        found.append(["tmux", "load-buffer", "-w", "-"])
    return found


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
