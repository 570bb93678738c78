"""The screen of an article's pictures and files: shown, opened, downloaded, each only when asked for."""

from collections.abc import Sequence
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.strip import Strip

from tuinews import attachments
from tuinews.attachments import Attachment
from tuinews.errors import TuinewsError
from tuinews.model import Article
from tuinews.ui.commands import bindings
from tuinews.ui.fit import fill
from tuinews.ui.looks import look
from tuinews.ui.messages import RowChosen
from tuinews.ui.screens.over import Listing
from tuinews.ui.when import size
from tuinews.ui.widgets.lines import Lines

if TYPE_CHECKING:
    from PIL.Image import Image

    from tuinews.ui.screens.attaching import Attaching


class Files(Lines):
    """One line each: what it is, its kind and its size."""

    def __init__(self, files: list[Attachment]) -> None:
        super().__init__()
        self.files = files

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.files)

    def draw(self, index: int, width: int, selected: bool) -> Sequence[Strip]:
        """What it is at the left, kind and size at the right."""
        file = self.files[index]
        base = self.base(selected)
        dim = (base + look(self, "dim")).rich_style
        about = kind(file)
        room = max(width - len(about) - 5, 8)
        return [
            Strip(
                [
                    self.bar(base, selected),
                    Segment(fill(file.words, room), base.rich_style),
                    Segment(f"  {about}", dim),
                ]
            ).adjust_cell_length(width, base.rich_style)
        ]


class Attachments(Listing[Files]):
    """Pictures are shown below the list; files go into the folder of downloads."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("attachments")]
    CSS = """
    Attachments Files { height: auto; max-height: 40%; }
    Attachments #picture { height: 1fr; align: center middle; padding: 1 0; }
    Attachments #picture > * { width: auto; height: auto; max-width: 100%; max-height: 100%; }
    """
    PLACE = "attachments"

    def __init__(self, main: "Attaching", article: Article) -> None:
        super().__init__(
            "Pictures and files", f"of “{article.title}”", Files(attachments.attachments(article))
        )
        self._main, self._article = main, article
        self.heading.number = f"{self.rows.count:,}"
        self._pane = Vertical(id="picture")
        self._stop = Event()

    def below(self) -> ComposeResult:
        """The picture."""
        yield self._pane

    def on_mount(self) -> None:
        """The only picture of an article is what was asked for."""
        super().on_mount()
        if len(self.rows.files) == 1 and self.rows.files[0].is_picture:
            self.show()

    def on_unmount(self) -> None:
        """A picture still under way is not wanted any more."""
        self._stop.set()

    @property
    def _file(self) -> Attachment:
        return self.rows.files[self.rows.cursor]

    @on(RowChosen)
    def _chosen(self, event: RowChosen) -> None:
        event.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Show a picture; download any other file."""
        if self._file.is_picture:
            self.show()
        else:
            self.action_download()

    def action_download(self) -> None:
        """Download what is under the cursor into the folder of downloads; it goes on when this is left."""
        self._main.download(self._article, self._file)

    def action_cancel(self) -> None:
        """Stop what is under way."""
        self._stop.set()
        self._main.stop_downloads()

    def show(self) -> None:
        """Fetch the picture under the cursor and show it."""
        self._stop.set()
        self._stop = Event()
        self.status.say(f"Fetching {self._file.words}…")
        self._fetch(self._file, self._stop)

    @work(thread=True, group="attachment", exit_on_error=True)
    def _fetch(self, file: Attachment, stop: Event) -> None:
        from tuinews.ui.pictures import read

        try:
            picture = read(attachments.picture(self._main.library, self._article, file.url, stop))
        except TuinewsError as error:
            if not stop.is_set():
                self.app.call_from_thread(self.status.say, str(error), warning=True)
            return
        if not stop.is_set():
            self.app.call_from_thread(self._show, file, picture)

    def _show(self, file: Attachment, picture: "Image") -> None:
        from tuinews.ui.pictures import shown

        self._pane.remove_children()
        self._pane.mount(shown(self.app, picture))
        self.status.say(file.words)


def kind(file: Attachment) -> str:
    """What sort of thing it is and how large, as far as the feed told."""
    sort = file.type or ("picture" if file.is_picture else "file")
    return f"{sort}, {size(file.length)}" if file.length else sort
