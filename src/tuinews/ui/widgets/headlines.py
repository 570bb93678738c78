"""The list of articles: ids only; the headlines are fetched for the rows in sight."""

import time
from array import array
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from threading import Event

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import work
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from tuinews.model import Headline, Snippet, Span
from tuinews.ui.bidi import base_level, seen
from tuinews.ui.fit import fill, fit, lines
from tuinews.ui.looks import look
from tuinews.ui.messages import RowsDrawn
from tuinews.ui.overlay import Overlay, Painted
from tuinews.ui.stopping import stop_of_worker
from tuinews.ui.tip import Tip, tip
from tuinews.ui.when import AGE, age
from tuinews.ui.widgets.lines import Lines

_WIDE = 76
"""From this width on a headline takes one line, below two."""

KEPT = 500
"""Lines of hits that are kept, of the rows seen last."""

Cut = Callable[[str, Sequence[int], int, Event], Iterator[tuple[int, Snippet]]]
"""Cuts the lines that show the hits of a search out of articles, each of at most so many characters."""


class Headlines(Lines):
    """Articles, newest first: unread sign, title, source, age; while searching the best hit below.

    All rows are as high as each other. The lines of the hits are cut for the rows in sight, in a thread, and
    drawn when they come; until then a row shows the one it had.
    """

    PALES = True
    dates: reactive[str] = reactive("relative", repaint=False)
    nothing: reactive[str] = reactive("")
    """Why there are no articles."""
    tip: reactive[Tip] = reactive(())
    """What is told over the last line until the cursor moves."""

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], list[Headline]],
        hits: Callable[[str], Sequence[Span]],
        now: Callable[[], float] = time.time,
        cut_out: Cut = lambda sought, ids, width, stop: iter(()),
    ) -> None:
        super().__init__()
        self.ids = array("q")
        self.sought = ""
        self._fetch, self._hits, self._cut_out, self._now = fetch, hits, cut_out, now
        self._snippets: dict[int, tuple[object, Snippet]] = {}  # with the question each answers
        self._asking = False
        self._stays_last = False
        self._is_fresh = False  # whether the rows have yet to be drawn
        self._rows: dict[int, Headline] = {}
        self.row_height = 2
        self._scrolled_by = 2  # the height of a row in the scroll position

    @property
    def count(self) -> int:
        """How many articles there are."""
        return len(self.ids)

    @property
    def current(self) -> int | None:
        """The id of the article under the cursor."""
        return self.ids[self.cursor] if self.ids else None

    def put(self, ids: "array[int]", cursor: int = 0, scroll: float = 0, sought: str = "") -> None:
        """Show these articles, with the cursor on one of them; with `sought`, where it stands in each."""
        self._stays_last = False
        if ids is self.ids and sought == self.sought:  # back from a search in which nothing was typed, say
            self.place(cursor, scroll)
            return
        self.ids, self.sought = ids, sought
        self._is_fresh = True
        self._rows.clear()
        if self.row_height != (height := self._height()):
            self.row_height = self._scrolled_by = height
        self.changed()
        self.place(cursor, scroll)

    def renew(self, ids: "array[int]", sought: str) -> None:
        """Show these articles; the one under the cursor stays in its place on the screen, if it is there."""
        depth = self.cursor * self.row_height - self.scroll_y
        stays_last = self._stays_last
        try:
            cursor = ids.index(self.current if self.current is not None else -1)
        except ValueError:
            cursor = min(self.cursor, max(len(ids) - 1, 0))
        self.put(ids, cursor, cursor * self.row_height - depth, sought)
        if stays_last:
            self.action_end()

    def add(self, ids: "array[int]") -> None:
        """Append articles, where they disturb nothing; whoever asked for the end is there again."""
        stays_last = self._stays_last
        self.ids.extend(ids)
        self.changed()
        if stays_last:
            self.action_end()

    def action_end(self) -> None:
        """Go to the last row, also of those that are still to come: a million take a second or two."""
        super().action_end()
        self._stays_last = True

    def watch_dates(self) -> None:
        """Write the dates as they are wished now."""
        self._drawn.clear()
        self.refresh()

    def forget(self, ids: Sequence[int] | None = None) -> None:
        """These articles changed: ask for them again when they are next seen."""
        for article_id in [*self._rows, *self._snippets] if ids is None else ids:
            self._rows.pop(article_id, None)
            if known := self._snippets.get(article_id):
                self._snippets[article_id] = (None, known[1])
        self._drawn.clear()
        self.refresh()

    def headline(self, index: int) -> Headline | None:
        """The headline of a row, fetched with the rows around it; None if it is gone."""
        article_id = self.ids[index]
        if article_id not in self._rows:
            rows = max(self.size.height // self.row_height, 8)
            window = self.ids[max(index - rows, 0) : index + rows]
            if len(self._rows) > 20 * rows:
                self._rows.clear()
            for headline in self._fetch(window):
                self._rows[headline.id] = headline
        return self._rows.get(article_id)

    def row_key(self, index: int) -> object:
        """An article looks the same wherever it stands."""
        return self.ids[index]

    def on_resize(self) -> None:
        """A wide list shows an article on one line, a narrow one on two."""
        shift = self._fit_rows()
        super().on_resize()
        if shift:
            self._scrolled_by = self.row_height
            self.scroll_to(y=self.scroll_y + shift, animate=False, force=True)
            super().on_resize()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of a frame; whoever waits for other rows to be seen is told."""
        if self._is_fresh:
            self._is_fresh = False
            self.post_message(RowsDrawn())  # handled when the frame is written
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One screen line; a frame of a new size is drawn before the event that tells of it."""
        if self.tip and y == self.size.height - 1:
            return tip(self, self.tip)
        if self.nothing and not self.ids:
            return self._why_empty(y)
        return super().render_line(y + self._fit_rows())

    def _why_empty(self, y: int) -> Strip:
        """A line of the pane while there is no article."""
        width = self.size.width
        told = ["", *lines(self.nothing, max(width - 4, 2), 4)]
        style = (self.visual_style + look(self, "dim")).rich_style
        return Strip([Segment(fill(f"   {told[y]}" if y < len(told) else "", width), style)])

    def watch_cursor(self, old: int, new: int) -> None:
        """Whoever moves the cursor needs no tip any more."""
        self.tip, self._stays_last = (), False
        super().watch_cursor(old, new)

    def _fit_rows(self) -> int:
        """Give the rows the height that fits; return by how much the scroll position is behind that."""
        height = self._height()
        if height != self.row_height:
            self.row_height = height
            self._drawn.clear()
        return round(self.scroll_y / self._scrolled_by * height) - round(self.scroll_y)

    def _height(self) -> int:
        """How many lines a row takes."""
        return (1 if self.size.width >= _WIDE else 2) + bool(self.sought)

    # The lines of the hits

    def _question(self) -> object:
        """What the lines in sight depend on."""
        return self.sought, self.size.width

    def snippet(self, article_id: int) -> Snippet | None:
        """The line of an article that is there; asked for when it is missing or that of another search."""
        question, made = self._snippets.get(article_id) or (None, None)
        if question != self._question() and not self._asking:
            self._asking = True
            self.call_later(self._ask_snippets)
        return made

    def _ask_snippets(self) -> None:
        self._asking = False
        if not self.sought:
            return
        first = round(self.scroll_y) // self.row_height
        rows = self.size.height // self.row_height + 2
        window = self.ids[max(first - rows // 2, 0) : first + rows + rows // 2]  # and some to scroll to
        wanted = [one for one in window if (self._snippets.get(one) or (None,))[0] != self._question()]
        if wanted:
            self._cut_snippets(self._question(), self.sought, wanted, max(self.size.width - 4, 20))

    @work(thread=True, exclusive=True, group="snippets", exit_on_error=True)
    def _cut_snippets(self, question: object, sought: str, ids: list[int], width: int) -> None:
        stop = stop_of_worker()
        made = dict(self._cut_out(sought, ids, width, stop))
        if not stop.is_set():
            # One that is gone has none, and is not asked for again.
            found = [(one, made.get(one, Snippet(""))) for one in ids]
            self.call_later(self._put_snippets, question, found)

    def _put_snippets(self, question: object, found: list[tuple[int, Snippet]]) -> None:
        if question != self._question():
            return
        for article_id, made in found:
            self._snippets.pop(article_id, None)  # so that the oldest stand first
            self._snippets[article_id] = (question, made)
        for article_id in list(islice(self._snippets, max(len(self._snippets) - KEPT, 0))):
            del self._snippets[article_id]
        self._drawn.clear()
        self.refresh()

    # Drawing

    def draw(self, index: int, width: int, selected: bool) -> Sequence[Strip]:
        """Draw an article on one line or two, and the best hit on one more."""
        drawn = self._headline(index, width, selected)
        if not self.sought:
            return drawn
        return [*drawn, self._below(self.ids[index], width, selected)][: self.row_height]

    def _below(self, article_id: int, width: int, selected: bool) -> Strip:
        """The line of the best hit: who said it, the words, the hits in them marked."""
        base = self.base(selected)
        made = self.snippet(article_id) or Snippet("")
        speaker = fit(made.speaker, max(width // 3, 8))
        before = "…" if made.cut_before else ""
        text = before + made.text + ("…" if made.cut_after else "")
        room = width - 4 - (cell_len(speaker) + 2 if speaker else 0)
        name = "quote" if made.speaker else "dim"
        spans = [(span.start + len(before), span.end + len(before), "hit") for span in made.spans]
        plain = (base + look(self, name)).rich_style
        match = (base + look(self, "hit")).rich_style
        segments = [self.bar(base, selected, 3)]
        if speaker:
            segments.append(Segment(speaker + ": ", (base + look(self, "person")).rich_style))
        segments += seen(marked(text, room, spans, plain, match), base_level(text))
        return Strip(segments).adjust_cell_length(width, base.rich_style)

    def _headline(self, index: int, width: int, selected: bool) -> Sequence[Strip]:
        headline = self.headline(index)
        base = self.base(selected)
        if headline is None:
            blank = Strip.blank(width, base.rich_style)
            return [blank] * (self.row_height - bool(self.sought))
        title = base + look(self, "dim" if headline.read else "unread")
        dim = (base + look(self, "dim")).rich_style
        star = (base + look(self, "star")).rich_style
        match = (title + look(self, "hit")).rich_style
        bar = self.bar(base, selected, 1)
        glyph = Segment("  " if headline.read else "● ", star)
        starred = Segment("★ ", star) if headline.starred else Segment("", dim)
        room = width - 3 - cell_len(starred.text)
        cells = AGE[self.dates]
        when = age(headline.published, int(self._now()), self.dates)
        plain = title.rich_style
        if width >= _WIDE:
            source_width = min(max(width // 4, 12), 28)
            title_width = max(room - source_width - cells - 4, 8)
            return [
                Strip(
                    [
                        bar,
                        glyph,
                        starred,
                        *self._title(headline.title, title_width, plain, match),
                        Segment("  " + set_cell_size(_source(headline, source_width), source_width), dim),
                        Segment(f" {when:>{cells}} ", dim),
                    ]
                ).adjust_cell_length(width, base.rich_style)
            ]
        below = f"  {_source(headline, width - 4 - cells - 3)}"
        return [
            Strip(
                [bar, glyph, starred, *self._title(headline.title, room - 1, plain, match)]
            ).adjust_cell_length(width, base.rich_style),
            Strip(
                [bar, Segment(set_cell_size(below, width - cells - 3) + f"{when:>{cells}} ", dim)]
            ).adjust_cell_length(width, base.rich_style),
        ]

    def _title(self, title: str, width: int, plain: RichStyle, match: RichStyle) -> list[Segment]:
        """The title cut to a width and padded, the search hits in it marked."""
        spans = [(span.start, span.end, "match") for span in self._hits(title)]
        segments = marked(title, width, spans, plain, match)
        used = sum(segment.cell_length for segment in segments)
        return [*seen(segments), Segment(" " * (width - used), plain)]


def marked(
    text: str, width: int, spans: Sequence[Painted], plain: RichStyle, match: RichStyle
) -> list[Segment]:
    """The text cut to a width, the spans in it marked."""
    shown = fit(text, width)
    kept = len(shown) - shown.endswith("…") if shown != text else len(text)
    segments = [
        Segment(shown[start:end], match if names else plain)
        for start, end, names in Overlay(spans).runs(0, kept)
    ]
    return [*segments, Segment(shown[kept:], plain)]


def _source(headline: Headline, width: int) -> str:
    """The source, and how many others have the same story."""
    more = f" +{len(headline.also)}" if headline.also else ""
    return fit(headline.source, width - len(more)) + more
