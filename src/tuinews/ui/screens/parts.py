"""What all parts of the main screen share: its widgets, its state, and showing an article."""

import asyncio
from array import array
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast

from textual import work
from textual.screen import Screen
from textual.timer import Timer

from tuinews.errors import TuinewsError
from tuinews.ui.sources import EVERYTHING
from tuinews.ui.undo import Undo
from tuinews.ui.widgets.bars import Keys, Status, Views
from tuinews.ui.widgets.headlines import Headlines
from tuinews.ui.widgets.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from threading import Event

    from tuinews.library import Library
    from tuinews.model import Article, Snippet, Span
    from tuinews.ui.app import Tuinews
    from tuinews.ui.commands import Command

Made = TypeVar("Made")

HIT = 160
"""Characters within which the most different hits make the best place."""


class Parts(Screen[None]):
    """The base of the main screen. The current view is `view`, `source` and `sought`, and its answer."""

    LONG = 50_000
    """From this length on (code points) a text is searched and analysed in a thread only."""

    def __init__(self, library: "Library", now: "Callable[[], float]") -> None:
        super().__init__()
        self.library, self.now = library, now
        self.view = "all"
        self.source = EVERYTHING
        self.sought = ""
        self.is_zen = self.is_tree_shown = False
        self.is_low = False  # too low for the lines around the panes
        self.reading = False  # in the article; the focus follows, but only after the next refresh
        self.total: int | None = None  # articles there are; None while it is not known
        self.undoing = Undo()
        self.views = Views()
        self.headlines = Headlines(library.articles.headlines, self.title_hits, now, self.snippets)
        self.reader = Reader()
        self.status = Status()
        self.keys = Keys(self.key_name)
        self._preview: Timer | None = None
        self._changes: deque[Callable[[], object]] = deque()
        self._changing = False

    def title_hits(self, title: str) -> "list[Span]":
        """Where the words sought stand in a title."""
        if not self.sought:
            return []
        from tuinews.query import Field

        return self.library.search.hits(self.sought, title, Field.TITLE, typing=True)

    def snippets(
        self, sought: str, ids: "Sequence[int]", width: int, stop: "Event"
    ) -> "Iterator[tuple[int, Snippet]]":
        """The lines that show best what is sought in these articles; to be called in a thread."""
        return self.library.search.snippets(sought, ids, width, stop, typing=True)

    def best_hit(self, article_id: int) -> "Span | None":
        """The place in an article that the search is best answered at: 1 ms for a text of usual length."""
        if not self.sought:
            return None
        found = dict(self.library.search.snippets(self.sought, [article_id], HIT, typing=True))
        return found[article_id].place if found else None

    def show_panes(self) -> None:
        """Show list and article, or where there is room for one pane, the one in which one is.

        Not by a class: one more or less makes Textual look up the styles of all anew, 10 ms.
        """
        tree, one = self.is_tree_shown, self.is_zen or self.has_class("-narrow")
        hidden = (tree and self.has_class("-tight")) or (one and (self.reading or tree))
        self.headlines.display = not hidden
        self.reader.display = not one or (self.reading and not tree)
        self.status.display = not self.is_zen
        self.views.display = self.keys.display = not self.is_zen and not self.is_low

    def key_name(self, command: "Command") -> str:
        """What a key is called in the footer, given what it does just now."""
        if command.id == "next":
            return "next hit" if self.sought else "next unread"
        return command.title

    @property
    def is_searching(self) -> bool:
        """Whether the words of a search are being typed."""
        return False

    @property
    def program(self) -> "Tuinews":
        """The application, by its own type."""
        return cast("Tuinews", self.app)

    def tell(self, sentence: str = "", *, warning: bool = False) -> None:
        """Say what happened; with nothing to say, that these are the samples, or do not stay, if so."""
        if not sentence and self.library.is_samples_only:
            sentence = "Samples: press a to add a feed, file or folder of your own"
        elif not sentence and self.library.is_passing:
            sentence = "Opened without following. `tuinews add` keeps it for good"
        self.status.say(sentence, warning=warning)

    def alert(self, sentence: str) -> None:
        """Ring, or send a message to the desktop, if the user set that."""
        wanted = self.program.settings.notices
        if wanted == "bell":
            self.app.bell()
        elif wanted == "desktop" and self.app._driver is not None:
            # OSC 9, as iTerm2, kitty, WezTerm and Windows Terminal know it; what came from outside has no
            # control characters, and is kept short.
            self.app._driver.write(f"\x1b]9;{sentence[:200]}\x07")

    def recount(self) -> None:
        """Show the numbers of the views anew (they are kept by the store, not counted)."""
        counts = self.library.articles.counts()
        self.views.numbers = {name: getattr(counts, name) for name in Views.NAMES}
        self.tell_place()

    def number(self) -> str:
        """How many articles there are: in the list, or counted while it is being filled."""
        filled = self.headlines.count
        return f"{filled if self.total is None else self.total:,}" + ("+" if self.total is None else "")

    def tell_place(self) -> None:
        """Show where one is: the row in the list, and how far the article is read."""
        total = self.number()
        place = f"{self.headlines.cursor + 1:,} of {total}" if self.headlines.count else "no articles"
        if self.reading and self.reader.article:
            place = f"{self.reader.share} %   {place}"
        self.status.place = place
        self.views.sought = "" if self.is_searching else self.sought
        self.views.article = self.reader.running_head if self.reading else ()

    # Showing an article

    def show_article(self, article_id: int | None) -> None:
        """Put an article into the reader, at the place where it was left."""
        shown = self.reader.article
        if shown is not None and shown.id == article_id:
            return
        if self.reading and self.focused is self.reader:  # not while it is but listed, or searched for
            self.leave_place()
        self.keep_position()
        article = None if article_id is None else self.library.articles.get(article_id)
        if article is None:
            self.reader.open(None)
            return
        analysis = self.library.people.get(article.id)
        hits = self.body_hits(article.text) if len(article.text) < self.LONG else ()
        self.reader.open(article, analysis, hits, self.title_hits(article.title), article.position)
        if len(article.text) < self.LONG and (hit := self.best_hit(article.id)):
            self.reader.begin_at(hit)
        if analysis is None or len(article.text) >= self.LONG:
            self.study(article)

    def current_article(self, otherwise: str = "No article here") -> "Article | None":
        """The article in sight, or under the cursor; None when there is none, and `otherwise` is said."""
        current = self.headlines.current
        article = None if current is None else self.library.articles.get(current)
        if article is None and otherwise:
            self.tell(otherwise)
        return article

    def body_hits(self, text: str) -> "list[Span]":
        """Where the words sought stand in a body."""
        return self.library.search.hits(self.sought, text, typing=True) if self.sought else []

    def study(self, article: "Article") -> None:
        """Find out, in a thread, who said what in an article and where the words sought are."""
        raise TypeError("the main screen knows how to study")

    def leave_place(self) -> None:
        """Another place is gone to: this one can be gone back to."""
        raise TypeError("the main screen knows its places")

    def enter(self) -> None:
        """Go into the article under the cursor."""
        raise TypeError("the main screen knows how to enter")

    def keep_position(self) -> None:
        """Remember where the article shown was left."""
        article = self.reader.article
        if article is not None and self.reader.moved and self.reader.offset_shown != article.position:
            where = self.reader.offset_shown
            self.change(lambda: self.library.articles.set_position(article.id, where))

    def repaint(self, ids: "array[int] | list[int]") -> None:
        """These articles changed in the store: show it."""
        self.headlines.forget(ids)
        self.recount()

    # Changing the library

    def change(self, make: "Callable[[], Made]", then: "Callable[[Made], object] | None" = None) -> None:
        """Call `make` in a thread, after the changes asked for before it, and `then` with what it returned.

        SQLite has one writer: a key that wrote by itself would wait while a large feed is being stored.
        """

        def whole() -> "Callable[[], object] | None":
            made = make()
            return (lambda: then(made)) if then is not None else None

        self._changes.append(whole)
        if not self._changing:
            self._changing = True
            self._make_changes()

    @work(group="change", exit_on_error=True)
    async def _make_changes(self) -> None:
        try:
            while self._changes:
                try:
                    then = await asyncio.to_thread(self._changes.popleft())
                except TuinewsError as error:
                    self.tell(str(error), warning=True)
                else:
                    if callable(then):
                        then()
        finally:
            self._changing = False

    def after_changes(self, call: "Callable[[], object]") -> None:
        """Call once the changes asked for are made; at once where there are none."""
        if self._changing:
            self.change(lambda: None, lambda _: call())
        else:
            call()

    def take_back(self, say: "Callable[[str], object]") -> None:
        """Take the last change back, which may be still under way, and say which it was."""
        self.after_changes(lambda: say(self.undoing.undo()))

    def finish_changes(self) -> None:
        """Make what is still to be made, here and now: the program ends."""
        while self._changes:
            self._changes.popleft()()
