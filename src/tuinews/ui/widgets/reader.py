"""The article: its text laid out in a comfortable measure, with who said what and what was searched for."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events, work
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip

from tuinews.model import Analysis, Article, MarkKind, Span
from tuinews.ui.commands import bindings
from tuinews.ui.copying import copied, shown_selected
from tuinews.ui.hinting import Hints
from tuinews.ui.layout import MINIMUM, Layout
from tuinews.ui.looks import Colours, look
from tuinews.ui.messages import HintsLeft, LinkPicked, PersonPicked, QuotationPicked
from tuinews.ui.overlay import Painted
from tuinews.ui.page import Page
from tuinews.ui.painting import found, marked, said
from tuinews.ui.tip import Tip, tip
from tuinews.ui.widgets.scrolled import Scrolled

SIDE = 3
"""Blank cells at least beside the text where there is room."""

_SLICE = 400
"""Lines laid out at a time while a long text is completed in the background: about 2 ms."""


class Reader(Scrolled):
    """One article, scrolled by lines; every place on screen is an offset into its text."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("reader")]
    measure: reactive[int] = reactive(72, repaint=False)
    highlights: reactive[bool] = reactive(True, repaint=False)
    left: reactive[bool] = reactive(False, repaint=False)
    """Whether the text stands at the left of the pane instead of its middle."""
    tip: reactive[Tip] = reactive(())
    """What is told over the last line until one moves in the article."""

    def __init__(self) -> None:
        super().__init__()
        self.article: Article | None = None
        self.analysis = Analysis()
        self.hits: Sequence[Span] = ()
        self.title_hits: Sequence[Span] = ()
        self._page = Page(self, None, MINIMUM)
        self._syntax: Sequence[Painted] = ()
        self._wanted: int | None = None  # the offset to lay out around when the pane's size is known
        self._late = False  # whether the text is not even laid out yet for the next frame
        self._hit: Span | None = None  # to be brought into sight when the pane's size is known
        self._begun: int | None = None  # the offset shown when it was brought into sight
        self._hints: Hints | None = None
        self._colours = Colours(self)  # those that the page is drawn in
        self._shift = 0  # lines by which the scroll position is behind a layout of this very frame

    # What is shown

    def open(
        self,
        article: Article | None,
        analysis: Analysis | None = None,
        hits: Sequence[Span] = (),
        title_hits: Sequence[Span] = (),
        at: int = 0,
    ) -> None:
        """Show an article from the line that holds the offset `at`; 0 shows its title too."""
        self.article, self.analysis = article, analysis or Analysis()
        self.hits, self.title_hits = hits, title_hits
        self._page.here = self._page.speaker = None
        self._syntax, self._hit, self._begun = (), None, None
        self._lay_out(at)
        if article and any(mark.kind is MarkKind.CODE and mark.value for mark in article.marks):
            self._colour(article)

    def annotate(self, analysis: Analysis) -> None:
        """Who said what is known now: highlight it where it stands, moving nothing."""
        self.analysis = analysis
        self._paint()

    @work(thread=True, exclusive=True, group="syntax")
    def _colour(self, article: Article) -> None:
        from tuinews.ui.syntax import blocks, coloured

        spans = list(coloured(article.text, blocks(article)))
        self.app.call_from_thread(self._wear, article, spans)

    def _wear(self, article: Article, spans: Sequence[Painted]) -> None:
        if article is self.article:
            self._syntax = spans
            self._paint()

    def search(self, hits: Sequence[Span], title_hits: Sequence[Span]) -> None:
        """Highlight other search hits, moving nothing."""
        painted = [*self.hits] == [*hits] and [*self.title_hits] == [*title_hits]  # be they tuples or lists
        self.hits, self.title_hits = hits, title_hits
        if not painted:
            self._paint()

    def watch_highlights(self) -> None:
        """Show or hide quotations and people."""
        self._paint()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Whoever moves needs no tip any more; letters over links were for what was in sight."""
        self._hints = None
        if self.has_focus:
            self.tip = ()
        super().watch_scroll_y(old_value, new_value)

    def watch_left(self) -> None:
        """Draw where the text stands now."""
        self._page.forget()
        self.refresh()

    def watch_measure(self) -> None:
        """Lay out anew around the place that is being read."""
        self._lay_out(self.offset_shown)

    def _paint(self) -> None:
        self._page.paint(self._spans(), self.title_hits)
        self.refresh()

    def _spans(self) -> Iterator[Painted]:
        if self.article is None:
            return
        yield from self._syntax
        yield from marked(self.article)
        if self.highlights:
            yield from said(self.analysis)
        yield from found(self.hits)
        if self.here is not None:
            yield self.here.start, self.here.end, "here" if self.speaker is None else "current-quote"

    # Where we are

    @property
    def here(self) -> Span | None:
        """The present quotation, name or hit."""
        return self._page.here

    @property
    def speaker(self) -> str | None:
        """Who said the present quotation; None where it is none."""
        return self._page.speaker

    @property
    def offset_shown(self) -> int:
        """The offset of the text at the top of the pane; 0 while the header is in sight."""
        line, lines = round(self.scroll_y) - len(self._page.head.lines), self._page.layout.lines
        return lines[line].start if 0 < line < len(lines) else 0

    @property
    def running_head(self) -> tuple[str, ...]:
        """Title, and source, date and time to read, once the lines that tell them are out of sight."""
        return self._page.head.running if self.article is not None and self.offset_shown else ()

    @property
    def at_end(self) -> bool:
        """Whether the last line is in sight."""
        return self._page.layout.done and round(self.scroll_y) >= self.max_scroll_y

    @property
    def share(self) -> int:
        """How much has been seen, in percent."""
        height = self.virtual_size.height
        return min(100, round(100 * (self.scroll_y + self.size.height) / height)) if height else 100

    @property
    def moved(self) -> bool:
        """Whether anything else is shown than the hit at which the article was opened."""
        return self._hit is None and self.offset_shown != self._begun

    def begin_at(self, hit: Span) -> None:
        """Begin at a hit of a search; that is no place that was read up to."""
        if self.size.height:
            self._hit = None
            self.go_to(hit)
            self._begun = self.offset_shown
            return
        self.mark(hit)
        paragraph = self.article.text.rfind("\n", 0, hit.start) + 1 if self.article else 0
        self._wanted, self._hit = max(paragraph, hit.start - 300), hit

    def go_to(self, span: Span, speaker: str | None = None) -> None:
        """Bring a span into sight, a third down the pane if it was not, and mark it as the present one.

        A quotation has its `speaker` named beside it.
        """
        self.mark(span, speaker)
        line = self._page.line_of(span.start)
        self._fit()
        top = round(self.scroll_y)
        if not top <= line < top + self.size.height - 1:
            self.scroll_to(y=max(line - self.size.height // 3, 0), animate=False, force=True)

    def scroll_back(self, y: float) -> None:
        """Scroll to where one was, as far down as that is: a long text may not be laid out so far yet."""
        self._page.layout.reach(int(y) + 2 * self.size.height)
        self._fit()
        self.scroll_to(y=y, animate=False, force=True)

    def mark(self, span: Span | None, speaker: str | None = None) -> None:
        """Mark a span as the present one, or none, moving nothing."""
        page, self.tip = self._page, ()
        if (page.here, page.speaker) != (span, speaker):
            page.here, page.speaker = span, speaker
            self._paint()

    # Laying out

    @property
    def shown_measure(self) -> int:
        """The measure in cells that the pane has room for."""
        return self._width

    @property
    def _width(self) -> int:
        room = self.size.width
        side = SIDE if room >= 50 else 1 if room >= 24 else 0
        return max(min(self.measure, room - 2 * side), MINIMUM)

    @property
    def _left(self) -> int:
        """The blank cells before the text."""
        room = max(self.size.width - self._width, 0)
        return min(SIDE, room) if self.left else room // 2

    def _lay_out(self, at: int) -> None:
        if not self.size.height:
            self._wanted, self._late = at, True
            return
        line = self._set(at)
        self._wanted, self._shift = None, 0
        self._fit()
        self.scroll_to(y=line, animate=False, force=True)
        if self._hit is not None:
            self.begin_at(self._hit)
        self.refresh()
        if not self._page.layout.done:
            self.call_later(self._go_on, self._page.layout)

    def _set(self, at: int) -> int:
        """Set the article to the pane's width; return the line that shows the offset `at`."""
        before, self._page = self._page, Page(self, self.article, self._width)
        self._page.here, self._page.speaker = before.here, before.speaker
        self._page.layout.reach(self.size.height)
        self._page.paint(self._spans(), self.title_hits)
        self._late = False
        return self._page.line_of(at) if at else 0

    def _go_on(self, layout: Layout) -> None:
        """Lay out a further slice of a long text, between two other things."""
        if layout is not self._page.layout:
            return
        layout.reach(len(layout.lines) + _SLICE)
        if layout.done:
            self._fit()
        else:
            self.set_timer(0.005, lambda: self._go_on(layout))

    def _fit(self) -> None:
        """Make the scroll range that of the text; while it is not laid out whole, about that."""
        layout = self._page.layout
        lines = len(layout.lines)
        if not layout.done:
            seen = max(layout.lines[-1].end, 1) if lines else 1
            lines = max(lines, lines * len(layout.text) // seen)
        self.virtual_size = Size(self.size.width, len(self._page.head.lines) + lines + 1)

    def on_resize(self) -> None:
        """Lay out anew for the new width, around the place that is being read."""
        if self._wanted is None and self._page.layout.measure == self._width:
            self._page.forget()
            self._fit()
            return
        self._lay_out(self.offset_shown if self._wanted is None else self._wanted)

    def _catch_up(self) -> None:
        """Set the article for a frame of a new size, which is drawn before the event that tells of it.

        So an article that is opened on a screen for one pane is seen in the first frame: the next may
        come 30 ms later.
        """
        if self._wanted is None:
            self._wanted = self.offset_shown
        self._shift = self._set(self._wanted) - self.scroll_offset.y

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One screen line: of the header, or of the text."""
        if self._late or self._page.layout.measure != self._width:
            self._catch_up()
        if self._colours.changed():
            self._page.forget()
        if self.tip and y == self.size.height - 1:
            return tip(self, self.tip)
        number, page = y + self.scroll_offset.y + self._shift, self._page
        strip = page.draw(number, self._left)
        if self._hints is not None and 0 <= number - len(page.head.lines) < len(page.layout.lines):
            places = page.row(number, self._left).places
            strip = self._hints.drawn(strip, places, self.visual_style + look(self, "hint"))
        selection = self.text_selection
        span = selection.get_span(number) if selection is not None else None
        if span is not None:
            strip = shown_selected(strip, span, self.screen.get_visual_style("screen--selection"))
        return strip.apply_offsets(0, number)

    def notify_style_update(self) -> None:
        """Colours changed, or the focus."""
        self._colours.doubt()
        super().notify_style_update()

    def on_click(self, event: events.Click) -> None:
        """A click on a name picks the person, on a link opens it, on a quotation makes it the present one."""
        meta = event.style.meta
        if self.text_selection is not None:  # the mouse was drawn over words, to copy them
            return
        if "person" in meta:
            self.post_message(PersonPicked(meta["person"]))
        elif "link" in meta:
            self.post_message(LinkPicked(meta["link"]))
        elif "quotation" in meta:
            self.post_message(QuotationPicked(meta["quotation"]))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Tell whoever waits with the mouse where a click leads."""
        meta = event.style.meta
        told = ""
        if "person" in meta:
            told = f"{self.analysis.people[meta['person']].name}: all they said, and where"
        elif "link" in meta:
            told = meta["link"]
        elif "quotation" in meta:
            told = self.analysis.quotes[meta["quotation"]].speaker or "speaker not named"
        self.tooltip = Content(told) if told else None

    # Letters over links

    def links_in_sight(self) -> list[tuple[int, str]]:
        """Where each link that can be seen begins in what is in sight, and its address."""
        first = round(self.scroll_y) - len(self._page.head.lines)
        lines = self._page.layout.lines[max(first, 0) : max(first + self.size.height, 0)]
        if not lines or self.article is None:
            return []
        start, end = lines[0].start, lines[-1].end
        return [
            (max(mark.start, start), mark.value)
            for mark in self.article.marks
            if mark.kind is MarkKind.LINK and mark.start < end and mark.end > start and mark.start < mark.end
        ]

    def hint(self) -> bool:
        """Show letters over the links in sight until one is typed; whether there is any."""
        links = self.links_in_sight()
        self._hints = Hints(links) if links else None
        self.refresh()
        return bool(links)

    def on_key(self, event: events.Key) -> None:
        """While letters are shown they are for links; any other key puts the letters away."""
        if self._hints is None:
            return
        event.stop()
        event.prevent_default()
        letter = event.character if event.is_printable else None
        url = self._hints.type(letter) if letter else None
        if url != "":
            self._hints = None
            self.post_message(LinkPicked(url) if url else HintsLeft())
        self.refresh()

    # Selecting with the mouse

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text between two places on screen, as it is written."""
        last = self.virtual_size.height - 1 if selection.end is None else selection.end.y
        first = 0 if selection.start is None else selection.start.y
        page, above = self._page, len(self._page.head.lines)
        page.layout.reach(last - above + 1)
        last = min(last, above + len(page.layout.lines) - 1)
        rows = ((page.row(at, self._left), selection.get_span(at)) for at in range(first, last + 1))
        return copied((row, span) for row, span in rows if span is not None), "\n"

    # The terminal's own cursor

    @property
    def cursor_place(self) -> Offset:
        """Where the present quotation, name or hit begins, in the pane; else where its first line does."""
        top = self.scroll_offset.y
        if self.here is not None:
            line = self._page.line_of(self.here.start)
            if top <= line < top + self.size.height:
                places = self._page.row(line, self._left).places
                at = places.index(self.here.start) if self.here.start in places else 0
                return Offset(cell_len(self._page.draw(line, self._left).text[:at]), line - top)
        return Offset(self._left, 0)

    # Actions

    def action_line(self, by: int) -> None:
        """Scroll by lines."""
        self.scroll_to(y=self.scroll_y + by, animate=False, force=True)

    def action_page(self, pages: float) -> None:
        """Scroll by screenfuls, keeping two lines in sight for the eye to follow."""
        lines = max(int(self.size.height * abs(pages)) - (2 if abs(pages) == 1 else 0), 1)
        self.scroll_to(y=self.scroll_y + (lines if pages > 0 else -lines), animate=False, force=True)

    def action_top(self) -> None:
        """Go to the title."""
        self.scroll_to(y=0, animate=False, force=True)

    def action_end(self) -> None:
        """Go to the last line."""
        self._page.layout.reach_offset(len(self._page.layout.text))
        self._fit()
        self.scroll_to(y=self.max_scroll_y, animate=False, force=True)
