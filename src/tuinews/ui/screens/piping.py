"""The part of the main screen that gives an article to a command of the user's own."""

import os
import signal
import subprocess
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import work

from tuinews.ui.screens.parts import Parts

if TYPE_CHECKING:
    from tuinews.model import Article

PATIENCE = 60
"""Seconds a command may take."""

MOST = 1_000_000
"""Characters of its output that are shown."""


class Piping(Parts):
    """The command is the user's, and goes to their shell as typed; the article is its standard input."""

    _piped = ""  # the command typed last
    _child: "subprocess.Popen[bytes] | None" = None

    def action_pipe(self) -> None:
        """Ask for a command, and give it the article in sight, or under the cursor, as plain text."""
        from tuinews.ui.screens.prompt import Prompt

        article = self.current_article()
        if article is None:
            return
        self.app.push_screen(
            Prompt("Give the article's text to a command", "wc -w", self._piped),
            lambda command: self._pipe(article, command) if command else None,
        )

    def _pipe(self, article: "Article", command: str) -> None:
        self._piped = command
        self.tell(f"Running {command}…")
        self._run(article, command)

    @work(thread=True, exclusive=True, group="pipe", exit_on_error=True)
    def _run(self, article: "Article", command: str) -> None:
        from tuinews.sharing import as_text

        pipe = subprocess.PIPE
        child = self._child = subprocess.Popen(
            command, shell=True, stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT, start_new_session=True
        )
        try:
            output, _ = child.communicate(
                as_text(article, self.library.people.get(article.id)).encode(), PATIENCE
            )
        except subprocess.TimeoutExpired:
            _end(child)
            told = f"{command} was stopped: it took more than {PATIENCE} s"
            self.app.call_from_thread(self.tell, told, warning=True)
        else:
            self.app.call_from_thread(self._show_output, command, child.returncode, output)

    def stop_pipe(self) -> None:
        """End a command that is still running: the program ends."""
        if self._child is not None and self._child.poll() is None:
            _end(self._child)

    def _show_output(self, command: str, status: int, output: bytes) -> None:
        told = f"{command} ended with status {status}" if status else f"{command} is done"
        self.tell(told, warning=bool(status))
        if output.strip():
            from tuinews.ui.screens.output import Output

            self.app.push_screen(Output(command, output[: 4 * MOST].decode("utf-8", "replace")[:MOST], told))


def _end(child: "subprocess.Popen[bytes]") -> None:
    """End a shell and all that it started, so that nobody holds its output open."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
    else:
        child.kill()
    child.wait()
