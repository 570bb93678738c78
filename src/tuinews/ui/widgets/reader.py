"""The article: its text laid out in a comfortable measure, with who said what and what was searched for."""

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events, work
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Offset, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

from tuinews.model import Analysis, Article, MarkKind, QuoteKind, Span
from tuinews.ui.bidi import RIGHTWARD, base_level, paragraph_level, places, seen
from tuinews.ui.commands import bindings
from tuinews.ui.copying import Row, copied, row_of
from tuinews.ui.hinting import Hints
from tuinews.ui.layout import MINIMUM, Layout
from tuinews.ui.looks import look
from tuinews.ui.messages import HintsLeft, LinkPicked, PersonPicked, QuotationPicked
from tuinews.ui.overlay import Overlay, Painted
from tuinews.ui.tip import Tip, tip
from tuinews.ui.when import date, day, minutes
from tuinews.ui.widgets.margin import Margin, margin
from tuinews.ui.wrap import wrap

SIDE = 3
"""Blank cells at least beside the text where there is room."""

_SLICE = 400
"""Lines laid out at a time while a long text is completed in the background: about 2 ms."""

_INLINE = {
    MarkKind.LINK: "link",
    MarkKind.IMAGE: "image",
    MarkKind.EMPHASIS: "emphasis",
    MarkKind.STRONG: "strong-words",
    MarkKind.MONO: "mono",
    MarkKind.DELETED: "deleted",
}
_ORDER = (
    "comment", "string", "number", "keyword",
    "emphasis", "strong-words", "mono", "deleted", "image", "link",
    "quote", "person", "match", "current-quote", "here",
)  # fmt: skip
"""Looks are laid over each other in this order, the last on top."""


_OPENED = re.compile(r"(https?://|mailto:)[^\s\x00-\x1f\x7f-\x9f]+$", re.IGNORECASE)


class Reader(ScrollView, can_focus=True):
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
        self.here: Span | None = None
        self.speaker: str | None = None  # of the quotation `here`
        self._margin: Margin | None = None
        self._layout = Layout("", (), MINIMUM)
        self._overlay = Overlay()
        self._header: list[tuple[int, int, str]] = []
        self._running_head: tuple[str, ...] = ()
        self._syntax: Sequence[Painted] = ()
        self._drawn: LRUCache[int, Strip] = LRUCache(512)
        self._wanted: int | None = None  # the offset to lay out around when the pane's size is known
        self._late = False  # whether the text is not even laid out yet for the next frame
        self._hit: Span | None = None  # to be brought into sight when the pane's size is known
        self._begun: int | None = None  # the offset shown when it was brought into sight
        self._hints: Hints | None = None
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
        self.hits, self.title_hits, self.here, self.speaker = hits, title_hits, None, None
        self._syntax, self._hit, self._begun = (), None, None
        self._paint()
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
        self.hits, self.title_hits = hits, title_hits
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
        self._drawn.clear()
        self.refresh()

    def watch_measure(self) -> None:
        """Lay out anew around the place that is being read."""
        self._lay_out(self.offset_shown)

    def _paint(self) -> None:
        self._overlay = Overlay(self._spans())
        self._drawn.clear()
        self.refresh()

    def _spans(self) -> Iterator[Painted]:
        if self.article is None:
            return
        yield from self._syntax
        for mark in self.article.marks:
            if mark.kind in _INLINE:
                yield mark.start, mark.end, _INLINE[mark.kind]
            if mark.kind is MarkKind.LINK:
                yield mark.start, mark.end, f"@{mark.value}"
        if self.highlights:
            yield from self._said()
        for span in self.hits:
            yield span.start, span.end, "match"
        if self.here is not None:
            yield self.here.start, self.here.end, "here" if self.speaker is None else "current-quote"

    def _said(self) -> Iterator[Painted]:
        """Quotations and names; a sign and the number in the analysis are for the mouse."""
        for number, quote in enumerate(self.analysis.quotes):
            if quote.kind is not QuoteKind.OTHER:
                yield quote.start, quote.end, "quote"
            if quote.is_spoken:
                yield quote.start, quote.end, f"”{number}"
        for number, person in enumerate(self.analysis.people):
            for span in person.mentions:
                yield span.start, span.end, "person"
                yield span.start, span.end, f"#{number}"

    # Where we are

    @property
    def offset_shown(self) -> int:
        """The offset of the text at the top of the pane; 0 while the header is in sight."""
        line = round(self.scroll_y) - len(self._header)
        return self._layout.lines[line].start if 0 < line < len(self._layout.lines) else 0

    @property
    def running_head(self) -> tuple[str, ...]:
        """Title, and source, date and time to read, once the lines that tell them are out of sight."""
        return self._running_head if self.article is not None and self.offset_shown else ()

    @property
    def at_end(self) -> bool:
        """Whether the last line is in sight."""
        return self._layout.done and round(self.scroll_y) >= self.max_scroll_y

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
        line = len(self._header) + self._layout.line_at(span.start)
        self._fit()
        top = round(self.scroll_y)
        if not top <= line < top + self.size.height - 1:
            self.scroll_to(y=max(line - self.size.height // 3, 0), animate=False, force=True)

    def scroll_back(self, y: float) -> None:
        """Scroll to where one was, as far down as that is: a long text may not be laid out so far yet."""
        self._layout.reach(int(y) + 2 * self.size.height)
        self._fit()
        self.scroll_to(y=y, animate=False, force=True)

    def mark(self, span: Span | None, speaker: str | None = None) -> None:
        """Mark a span as the present one, or none, moving nothing."""
        self.here, self.speaker, self._margin = span, speaker, None
        self.tip = ()
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
        if not self._layout.done:
            self.call_later(self._go_on, self._layout)

    def _set(self, at: int) -> int:
        """Set the article to the pane's width; return the line that shows the offset `at`."""
        article = self.article
        width = self._width
        self._header = self._head_lines(article, width) if article else []
        text, marks = (article.text, article.marks) if article else ("", ())
        self._layout = Layout(text, marks, width)
        self._layout.reach(self.size.height)
        self._drawn.clear()
        self._late = False
        return len(self._header) + self._layout.line_at(at) if at else 0

    def _go_on(self, layout: Layout) -> None:
        """Lay out a further slice of a long text, between two other things."""
        if layout is not self._layout:
            return
        layout.reach(len(layout.lines) + _SLICE)
        if layout.done:
            self._fit()
        else:
            self.set_timer(0.005, lambda: self._go_on(layout))

    def _fit(self) -> None:
        """Make the scroll range that of the text; while it is not laid out whole, about that."""
        layout = self._layout
        lines = len(layout.lines)
        if not layout.done:
            seen = max(layout.lines[-1].end, 1) if lines else 1
            lines = max(lines, lines * len(layout.text) // seen)
        self.virtual_size = Size(self.size.width, len(self._header) + lines + 1)

    def on_resize(self) -> None:
        """Lay out anew for the new width, around the place that is being read."""
        if self._wanted is None and self._layout.measure == self._width:
            self._drawn.clear()
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

    def _head_lines(self, article: Article, width: int) -> list[tuple[int, int, str]]:
        """The lines above the text, as stretches of `_head_text`, each with its look."""
        title = article.title or "Untitled"
        about = [article.source, date(article.published), minutes(article.text)]
        self._running_head = title, article.source, day(article.published), about[-1]
        if article.author:
            about.insert(0, article.author)
        if article.changed:
            about.append(f"changed {date(article.changed)}")
        if article.also:
            about.append(f"also in {', '.join(article.also)}")
        about += [f"#{tag}" for tag in article.tags]
        meta = " · ".join(part for part in about if part)
        self._head_text = f"{title}\n{meta}"
        lines = [(0, 0, "")]
        lines += [(start, end, "title") for start, end in wrap(title, 0, len(title), width, width)]
        begin = len(title) + 1
        lines += [
            (start, end, "dim")
            for start, end in wrap(self._head_text, begin, len(self._head_text), width, width)
        ]
        return [*lines, (0, 0, "")]

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One screen line: of the header, or of the text."""
        if self._late or self._layout.measure != self._width:
            self._catch_up()
        if self.tip and y == self.size.height - 1:
            return tip(self, self.tip)
        number = y + self.scroll_offset.y + self._shift
        strip = self._drawn.get(number)
        if strip is None:
            strip = self._drawn[number] = self._draw(number)
        if self._hints is not None and 0 <= number - len(self._header) < len(self._layout.lines):
            strip = self._hints.drawn(strip, self._row(number).places, self.visual_style + look(self, "hint"))
        return (
            strip.apply_offsets(0, number) if self.text_selection is None else self._selected(strip, number)
        )

    def _draw(self, number: int) -> Strip:
        width = self.size.width
        base = self.visual_style
        left = self._left
        line = number - len(self._header)
        segments = list(self._draw_margin(line, left))
        if line < 0:
            segments += self._draw_header(number)
        else:
            self._layout.reach(line + self.size.height)
            if line < len(self._layout.lines):
                segments += self._draw_line(line)
        return Strip(segments).adjust_cell_length(width, base.rich_style)

    def _draw_margin(self, line: int, left: int) -> Iterator[Segment]:
        """The margin of a line of the text, and the speaker's name where that line is empty."""
        if self.here is None or self.speaker is None:
            yield Segment(" " * left, self.visual_style.rich_style)
            return
        made = self._margin
        if made is None or made.left != left or made.layout is not self._layout:
            made = self._margin = margin(self._layout, self.here, self.speaker, left)
        style = (self.visual_style + look(self, "person")).rich_style
        yield Segment(made.beside(line), style)
        yield Segment(made.above(line, self._width), style)

    def _draw_header(self, number: int) -> Iterator[Segment]:
        start, end, name = self._header[number]
        if not name:
            return
        spans = [(span.start, span.end, "match") for span in self.title_hits] if name == "title" else []
        plain = look(self, name)
        match = plain + look(self, "match")
        yield from seen(
            [
                Segment(
                    self._head_text[begin:stop], (self.visual_style + (match if names else plain)).rich_style
                )
                for begin, stop, names in Overlay(spans).runs(start, end)
            ]
        )

    def _draw_line(self, number: int) -> Iterator[Segment]:
        line = self._layout.lines[number]
        text = self._layout.text
        level = paragraph_level(text, line.start) if line.pieces else None
        base = self.visual_style
        if line.kind and line.kind != "row":
            base += look(self, line.kind)
        lead = self.visual_style + look(self, "rule" if line.kind == "rule" else "dim")
        made = [Segment(line.lead, lead.rich_style)] if line.lead else []
        used = cell_len(line.lead)
        for column, start, end in line.pieces:
            if column > used:
                made.append(Segment(" " * (column - used), self.visual_style.rich_style))
            used = column + cell_len(text[start:end].replace("\t", " "))
            words = [
                Segment(text[begin:stop].replace("\t", " "), self._worn(base, names).rich_style)
                for begin, stop, names in self._overlay.runs(start, end)
            ]
            made += words if level is None else seen(words, level)
        if line.kind == "code" and line.pieces:
            made.append(Segment(" " * max(self._width - used, 0), base.rich_style))
        elif level and len(line.pieces) == 1:  # read from the right: bullets and bars stand there too
            room = Segment(" " * max(self._width - used, 0), self.visual_style.rich_style)
            head = seen(made[:1], level) if line.lead else []
            made = [room, *made[len(head) :], *head]
        yield from made

    def _worn(self, base: Style, names: tuple[str, ...]) -> Style:
        """The style of a run that wears all these names at once."""
        style = base
        for name in _ORDER:
            if name in names:
                style += look(self, name)
        for name in names:
            if name.startswith("#"):
                style += Style.from_meta({"person": int(name[1:])})
            if name.startswith("”"):
                style += Style.from_meta({"quotation": int(name[1:])})
            if name.startswith("@"):  # for the terminal (OSC 8) only where the program would open it too
                link = Style(link=name[1:]) if _OPENED.match(name, 1) else Style()
                style += link + Style.from_meta({"link": name[1:]})
        return style

    def notify_style_update(self) -> None:
        """Colours changed, or the focus."""
        self._drawn.clear()
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
        first = round(self.scroll_y) - len(self._header)
        lines = self._layout.lines[max(first, 0) : max(first + self.size.height, 0)]
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

    def _selected(self, strip: Strip, number: int) -> Strip:
        selection = self.text_selection
        span = selection.get_span(number) if selection else None
        if span is None:
            return strip.apply_offsets(0, number)
        start, end = span
        length = len(strip.text)
        cuts = [start, length if end == -1 else min(end, length), length]
        cells = [strip.index_to_cell_position(cut) for cut in cuts]
        before, inside, after = strip.divide(cells)
        marked = inside.apply_style(self.screen.get_visual_style("screen--selection").rich_style)
        return Strip.join([before, marked, after]).apply_offsets(0, number)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text between two places on screen, as it is written."""
        last = self.virtual_size.height - 1 if selection.end is None else selection.end.y
        first = 0 if selection.start is None else selection.start.y
        self._layout.reach(last - len(self._header) + 1)
        last = min(last, len(self._header) + len(self._layout.lines) - 1)
        rows = ((self._row(number), selection.get_span(number)) for number in range(first, last + 1))
        return copied((row, span) for row, span in rows if span is not None), "\n"

    def _row(self, number: int) -> Row:
        """What a line of the screen shows of the text."""
        line = number - len(self._header)
        margin = sum(len(segment.text) for segment in self._draw_margin(line, self._left))
        if line < 0:
            start, end, _ = self._header[number]
            words = self._head_text[start:end]
            level = base_level(words) if RIGHTWARD.search(words) else None
            found = [start + at for at in places(words, level)]
            return Row(self._head_text, start, end, [-1] * margin + found)
        made = self._layout.lines[line]
        if made.kind in ("head", "row"):  # a table is copied as it stands
            drawn = self._draw(number).text.rstrip()
            return Row(drawn, 0, len(drawn), [-1] * margin + list(range(margin, len(drawn))))
        return row_of(made, self._layout.text, margin, self._width)

    # The terminal's own cursor

    @property
    def cursor_place(self) -> Offset:
        """Where the present quotation, name or hit begins, in the pane; else where its first line does."""
        top = self.scroll_offset.y
        if self.here is not None:
            line = len(self._header) + self._layout.line_at(self.here.start)
            if top <= line < top + self.size.height:
                found = self._row(line).places
                at = found.index(self.here.start) if self.here.start in found else 0
                return Offset(cell_len(self._draw(line).text[:at]), line - top)
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
        self._layout.reach_offset(len(self._layout.text))
        self._fit()
        self.scroll_to(y=self.max_scroll_y, animate=False, force=True)
