"""Addresses are opened by the user's browser: as one argument of a command, after a check, by no shell."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from shutil import which
from typing import Any

from textual.app import App, SuspendNotSupported

_OPENED = re.compile(r"(?:https?://[^\s\x00-\x20]+|mailto:[^\s\x00-\x20]+)", re.IGNORECASE)
_IN_TERMINAL = frozenset(
    {"lynx", "w3m", "links", "links2", "elinks", "browsh", "www-browser", "chawan", "cha"}
)


def open_address(
    app: App[Any], url: str, *, none: str = "No browser here; y copies the address", done: str = ""
) -> str:
    """Open an address, and return the sentence that tells what came of it.

    Where the program itself is in a browser, that opens it. Else `$BROWSER` is asked first; one that runs
    in the terminal gets it for as long as it runs. What is no web or mail address is not opened at all:
    `javascript:` and `file:` do things, and so may an option.
    """
    if not _OPENED.fullmatch(url):
        return f"This address is not opened: {url[:60]}" if url else "There is no address to open"
    if app.is_web:
        app.open_url(url)
        return done or f"Opened {url}"
    command = _command(url)
    if not command:
        return none
    try:
        if Path(command[0]).name in _IN_TERMINAL:
            with app.suspend():
                subprocess.run(command, check=False)
            app.refresh()
        else:
            quiet = subprocess.DEVNULL
            subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    except (OSError, SuspendNotSupported) as error:
        return f"{command[0]} cannot be started: {error}"
    return done or f"Opened {url}"


def _command(url: str) -> list[str]:
    """The command that opens an address, the address its last argument; empty where there is none.

    Letters are rather for the platform's mail program than for `$BROWSER`.
    """
    own, platform = _own(url), _platform(url)
    return (platform or own) if url[:7].lower() == "mailto:" else (own or platform)


def _own(url: str) -> list[str]:
    own = os.environ.get("BROWSER", "").split(os.pathsep)[0]
    if not own:
        return []
    try:
        words = shlex.split(own)
    except ValueError:
        words = [own]
    return [word.replace("%s", url) for word in words] if "%s" in own else [*words, url]


def _platform(url: str) -> list[str]:
    if sys.platform == "darwin":
        return ["open", url]
    if sys.platform == "win32":
        return ["rundll32", "url.dll,FileProtocolHandler", url]
    wanted = ["wslview"] if "WSL_DISTRO_NAME" in os.environ else []
    if "DISPLAY" in os.environ or "WAYLAND_DISPLAY" in os.environ:
        wanted.append("xdg-open")
    return next(([name, url] for name in wanted if which(name)), [])
