"""The part of the main screen that asks for articles: views, sources, and the search as one types."""

from array import array
from threading import Event
from typing import TYPE_CHECKING, NamedTuple

from textual import on, work

from tuinews.errors import TuinewsError
from tuinews.model import Article
from tuinews.ui.messages import (
    Analysed,
    Counted,
    Found,
    RowsDrawn,
    Searched,
    SearchKept,
    SearchLeft,
    SearchTyped,
)
from tuinews.ui.screens.parts import Parts
from tuinews.ui.sources import EVERYTHING, Source, of_feed
from tuinews.ui.stopping import stop_of_worker

if TYPE_CHECKING:
    from tuinews.ui.widgets.searchbar import SearchBar

VIEWS = {"all": "", "unread": "is:unread", "starred": "is:starred", "local": "is:local"}
"""The views, in the search language."""

NOTHING = {
    "all": "No articles yet",
    "unread": "Everything is read",
    "starred": "Nothing is starred yet",
    "local": "No file or folder of this machine is followed yet",
}
"""What a view says that is empty."""

FIRST = 200
"""Articles in the list at the first frame; all of them follow at once."""


class Place(NamedTuple):
    """Where one was: enough to be there again exactly."""

    view: str
    source: Source
    sought: str
    ids: "array[int]"
    cursor: int
    scroll: float
    article: int | None
    offset: float
    reading: bool


class Finding(Parts):
    """Every answer carries the number of its question, and one to an older question is dropped."""

    LATE = 1000
    """Articles that are to be indexed before an answer comes, at which that is told: half a second."""
    PATIENCE = 0.1
    """Seconds that a search lets the screen draw its first rows alone, at most: with a thread beside it that
    computes, it takes twice as long."""

    def __init__(self, *arguments: object, **named: object) -> None:
        super().__init__(*arguments, **named)  # type: ignore[arg-type]  # passed on as they are
        self._question = 0
        self._before: Place | None = None
        self._keep = False
        self._bar: SearchBar | None = None
        self._shown = Event()  # set when the first rows of the answer are on the screen
        self._drawn: Found | None = None  # the first rows of an answer, while they are being drawn

    @property
    def asked(self) -> str:
        """The present question in the search language: view, source and words."""
        base = f"{VIEWS[self.view]} {self.source.asked}".strip()
        # Left open: the language closes brackets itself, and the last word is still the last.
        return f"{base} ({self.sought}" if base and self.sought else base or self.sought

    # Asking

    def first_answer(self) -> None:
        """Show the newest articles before the first frame: that takes 1 ms at 100,000 articles."""
        self.headlines.put(self.library.articles.newest(FIRST))
        self.total = self.library.articles.counts().all
        self._tell_nothing()
        self.show_article(self.headlines.current)

    def find(self, *, keep: bool = False) -> None:
        """Ask the present question; with `keep`, the article under the cursor shall stay there."""
        self._question += 1
        self._keep = keep and bool(self.headlines.ids)
        self._shown.set()  # whoever still waits to go on with an older question sees that it is over
        self._shown = Event()
        self._ask(self._question, self.asked, self._shown, typing=self.is_searching)

    @work(thread=True, exclusive=True, group="find", exit_on_error=True)
    def _ask(self, question: int, asked: str, shown: Event, *, typing: bool) -> None:
        stop = stop_of_worker()
        late = self.library.search.waiting(asked, typing=typing)
        if late >= self.LATE and not stop.is_set():
            self.app.call_from_thread(self._tell_late, question, late)
        first = True
        numbers: list[int] = []  # how many there are, once that is told
        for ids in self.library.search.ids(asked, stop, typing=typing, told=numbers.append):
            if stop.is_set():
                return
            self.post_message(Found(question, ids, first, last=False, number=next(iter(numbers), None)))
            if first:
                shown.wait(self.PATIENCE)
            first = False
        if not stop.is_set():
            self.post_message(Found(question, array("q"), first, last=True))

    def _tell_late(self, question: int, late: int) -> None:
        if question == self._question and self._bar is not None and self._bar.display:
            self._bar.tell(f"indexing {late:,} new articles…")

    @on(Found)
    def _found(self, event: Found) -> None:
        if event.question != self._question:
            return
        if self._keep:
            self._shown.set()
            self._gather(event)
        elif event.first:
            self.total = event.number
            self.headlines.put(event.ids, sought=self.sought)
            self._drawn = event
            if not (self.is_current and self.headlines.display and self.headlines.size.height):
                self._go_on()  # nothing will be drawn
        else:
            self.headlines.add(event.ids)
        if event.last:
            self.total = self.headlines.count
            self._tell_nothing()
        if event.first or event.last:
            self._tell_number()
        self.tell_place()

    @on(RowsDrawn)
    def _go_on(self) -> None:
        """The first rows are seen: now the article beside them, which takes as long, and then the rest."""
        drawn, self._drawn = self._drawn, None
        if drawn is None or drawn.question != self._question:
            return
        self._shown.set()
        self._show_hits()
        if not drawn.last and self.total is None:
            self._count(drawn.question, self.asked, typing=self.is_searching)

    def _tell_nothing(self) -> None:
        """Say in an empty list why it is so."""
        why = NOTHING[self.view]
        if self.sought:
            why = "Nothing found"
        elif self.source.asked:
            why = f"No {'' if self.view == 'all' else self.view + ' '}articles in “{self.source.title}”"
        self.headlines.nothing = why

    def _show_hits(self) -> None:
        """Show the article under the cursor, where the hits are; one that is shown already has others now."""
        shown, current = self.reader.article, self.headlines.current
        if shown is not None and shown.id == current:
            self._mark_hits()
        else:
            self.show_article(current)

    @work(thread=True, exclusive=True, group="count", exit_on_error=True)
    def _count(self, question: int, asked: str, *, typing: bool) -> None:
        number = self.library.search.count(asked, stop_of_worker(), typing=typing, quick=True)
        if number is not None:
            self.post_message(Counted(question, number))

    @on(Counted)
    def _counted(self, event: Counted) -> None:
        if event.question == self._question and self.total is None:
            self.total = event.number
            self._tell_number()
            self.tell_place()

    def _tell_number(self) -> None:
        if self._bar is not None and self._bar.display:
            self._bar.tell(f"{self.number()} found" if self.headlines.count else "nothing found")

    def _gather(self, event: Found) -> None:
        """Collect an answer whole before it is shown, so that the article under the cursor stays in place."""
        if event.first:
            self._gathered = array("q")
        self._gathered.extend(event.ids)
        if not event.last:
            return
        self._keep = False
        if self._gathered == self.headlines.ids:
            self.headlines.forget()
            return
        self.headlines.renew(self._gathered, self.sought)
        self.show_article(self.headlines.current)

    # Views and sources

    def action_view(self, view: str) -> None:
        """Show one of the views."""
        self.view, self.source = view, EVERYTHING
        self._ask_anew()

    def action_feed(self, by: int) -> None:
        """Show only the next or previous source; after the last, all of them."""
        feeds = [EVERYTHING, *map(of_feed, self.library.feeds.all())]
        at = feeds.index(self.source) if self.source in feeds else 0
        self.source = feeds[(at + by) % len(feeds)]
        self._ask_anew()

    def show_view(self) -> None:
        """Tell in the top line what the list holds."""
        self.views.view, self.views.source = self.view, self.source.title

    def _ask_anew(self) -> None:
        self.show_view()
        self.tell()
        self.headlines.focus()
        self.after_changes(self.find)  # what is being marked read is not among the unread

    # Searching

    @property
    def is_searching(self) -> bool:
        """Whether the search bar is open: the last word may not be finished."""
        return self._bar is not None and self._bar.display

    async def action_search(self) -> None:
        """Open the search bar, remembering where one is; it has the focus when this is done."""
        if self._bar is None:
            from tuinews.ui.widgets.searchbar import SearchBar  # with the language 20 ms of the start

            self._bar = SearchBar(self.library.search.complete, self.library.saved.history)
            await self.mount(self._bar, before=self.query_one("#panes"))
        if self.reading:
            self.leave_place()
        if self._before is None:
            self._before = self._place()
        self._bar.open(self.sought)
        self.tell_place()

    @on(SearchTyped)
    def _typed(self, event: SearchTyped) -> None:
        if event.sought.strip() == self.sought:
            return
        self.sought = event.sought.strip()
        if not self.sought and self._before is not None:
            self._return(self._before, reading=False)
        else:
            self.find()

    @on(SearchKept)
    def _kept(self) -> None:
        if self._bar is not None:
            self._bar.close()
        if sought := self.sought:
            self.change(lambda: self.library.saved.remember(sought))
        else:
            self._before = None
        self.keys.refresh()
        self.headlines.focus()

    def end_search(self) -> None:
        """Seek nothing any more, and forget where one was before."""
        if self._bar is not None:
            self._bar.close()
        self.sought, self._before = "", None
        self.keys.refresh()
        self._mark_hits()
        self.tell_place()

    @on(SearchLeft)
    def leave_search(self) -> None:
        """Be again exactly where one was before the search."""
        if self._bar is not None:
            self._bar.close()
        if self._before is not None:
            self._return(self._before, reading=self._before.reading)
            self._before = None
        self.keys.refresh()

    def _place(self) -> Place:
        reader, lines = self.reader, self.headlines
        return Place(
            self.view, self.source, self.sought, lines.ids, lines.cursor, lines.scroll_y,
            reader.article.id if reader.article else None, reader.scroll_y, self.reading,
        )  # fmt: skip

    def _return(self, place: Place, *, reading: bool) -> None:
        self._question += 1
        self.view, self.source, self.sought = place.view, place.source, place.sought
        self.show_view()
        self.total = len(place.ids)
        self.headlines.put(place.ids, place.cursor, place.scroll, place.sought)
        self.show_article(place.article)
        self._mark_hits()
        self.reader.scroll_back(place.offset)
        if not self.is_searching:
            (self.reader if reading else self.headlines).focus()
        self.tell_place()

    def _mark_hits(self) -> None:
        """Mark what is sought now in the article shown, and begin at it."""
        article = self.reader.article
        if article is None:
            return
        short = len(article.text) < self.LONG
        self.reader.mark(None)
        self.reader.search(self.body_hits(article.text) if short else (), self.title_hits(article.title))
        if not short and self.sought:
            self.study(article)
        elif hit := self.best_hit(article.id):
            self.reader.begin_at(hit)

    # Studying the article shown

    def study(self, article: Article) -> None:
        """Find out, in a thread, who said what and where the words sought are."""
        self._study(article, self.sought)

    @work(thread=True, exclusive=True, group="study", exit_on_error=True)
    def _study(self, article: Article, sought: str) -> None:
        stop = stop_of_worker()
        if sought and len(article.text) >= self.LONG:
            hits = self.library.search.hits(sought, article.text, typing=True)
            self.post_message(Searched(article.id, sought, hits))
        if not stop.is_set():
            try:
                analysis = self.library.analysis(article.id)
            except TuinewsError:
                return  # the article is read all the same; the pass over all of them tells the reason
            self.post_message(Analysed(article.id, analysis))

    @on(Searched)
    def _searched(self, event: Searched) -> None:
        article = self.reader.article
        if article is not None and article.id == event.article_id and self.sought == event.sought:
            self.reader.search(event.hits, self.title_hits(article.title))
            if event.hits:
                self.reader.begin_at(event.hits[0])

    @on(Analysed)
    def _analysed(self, event: Analysed) -> None:
        if self.reader.article is not None and self.reader.article.id == event.article_id:
            self.reader.annotate(event.analysis)
