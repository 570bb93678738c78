"""The part of the main screen that hands an article to the user's editor and mail program."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from textual.app import SuspendNotSupported

from tuinews.ui.screens.linking import Linking


class Handing(Linking):
    """Both get a copy: what is done to it there changes nothing here."""

    def action_edit(self) -> None:
        """Open the text, quotations and people marked in words, in `$VISUAL` or `$EDITOR`."""
        article = self.current_article()
        if article is None:
            return
        from tuinews.sharing import file_name
        from tuinews.sharing.linear import linear

        lines = linear(article, self.library.people.get(article.id))
        with tempfile.TemporaryDirectory(prefix="tuinews-") as folder:
            path = Path(folder) / file_name(article.title, ".txt")
            path.write_text("\n".join(lines) + "\n", encoding="utf-8", errors="replace")
            path.chmod(0o400)  # an editor then says by itself that this is a copy to read
            self.edit_file(path, self.tell)

    def edit_file(self, path: Path, tell: Callable[..., object]) -> None:
        """Open a file in `$VISUAL` or `$EDITOR`, and tell what failed, or nothing."""
        failed = self._edited(path)
        tell(failed, warning=bool(failed))

    def _edited(self, path: Path) -> str:
        named = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
        if not named:
            return "No editor is named; set $VISUAL or $EDITOR to yours"
        try:
            command = shlex.split(named)
        except ValueError as error:
            return f"$VISUAL or $EDITOR is no command: {named} ({error})"
        try:
            with self.app.suspend():
                status = subprocess.run([*command, str(path)], check=False).returncode
        except SuspendNotSupported:
            return "An editor cannot be shown here"
        except OSError as error:
            return f"{command[0]} cannot be started: {error.strerror or error}"
        self.app.refresh()
        return f"{command[0]} ended with status {status}" if status else ""

    def action_mail(self) -> None:
        """Open a letter with the beginning of the article in the user's mail program."""
        article = self.current_article()
        if article is None:
            return
        from tuinews.sharing.mail import as_mailto
        from tuinews.ui.browser import open_address

        address = as_mailto(article, self.library.people.get(article.id))
        none = "No mail program here; | gives the text to a command, such as mail"
        self.tell(open_address(self.app, address, none=none, done="A letter is opened in your mail program"))
