"""The list of articles: ids only; the headlines are fetched for the rows in sight."""

import time
from array import array
from collections.abc import Callable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.reactive import reactive
from textual.strip import Strip

from tuinews.model import Headline, Span
from tuinews.ui.bidi import seen
from tuinews.ui.looks import look
from tuinews.ui.overlay import Overlay
from tuinews.ui.when import AGE, age
from tuinews.ui.widgets.lines import Lines

_WIDE = 76
"""From this width on a headline takes one line, below two."""


class Headlines(Lines):
    """Articles, newest first: unread sign, title, source, age."""

    dates: reactive[str] = reactive("relative", repaint=False)

    def __init__(
        self,
        fetch: Callable[[Sequence[int]], list[Headline]],
        hits: Callable[[str], Sequence[Span]],
        now: Callable[[], float] = time.time,
    ) -> None:
        super().__init__()
        self.ids = array("q")
        self._fetch, self._hits, self._now = fetch, hits, now
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

    def put(self, ids: "array[int]", cursor: int = 0, scroll: float = 0) -> None:
        """Show these articles, with the cursor on one of them."""
        self.ids = ids
        self._rows.clear()
        self.changed()
        self.place(cursor, scroll)

    def add(self, ids: "array[int]") -> None:
        """Append articles at the end, where they disturb nothing."""
        self.ids.extend(ids)
        self.changed()

    def watch_dates(self) -> None:
        """Write the dates as they are wished now."""
        self._drawn.clear()
        self.refresh()

    def forget(self, ids: Sequence[int] | None = None) -> None:
        """These articles changed: ask for them again when they are next seen."""
        for article_id in list(self._rows) if ids is None else ids:
            self._rows.pop(article_id, None)
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

    def render_line(self, y: int) -> Strip:
        """One screen line; a frame of a new size is drawn before the event that tells of it."""
        return super().render_line(y + self._fit_rows())

    def _fit_rows(self) -> int:
        """Give the rows the height that fits; return by how much the scroll position is behind that."""
        height = 1 if self.size.width >= _WIDE else 2
        if height != self.row_height:
            self.row_height = height
            self._drawn.clear()
        return round(self.scroll_y / self._scrolled_by * height) - round(self.scroll_y)

    def draw(self, index: int, width: int, selected: bool) -> Sequence[Strip]:
        """Draw an article on one line or two."""
        headline = self.headline(index)
        base = self.visual_style
        if selected:
            base += look(self, "cursor" if self.has_focus else "cursor-away")
        if headline is None:
            blank = Strip.blank(width, base.rich_style)
            return [blank] * self.row_height
        title = base + look(self, "dim" if headline.read else "unread")
        dim = (base + look(self, "dim")).rich_style
        star = (base + look(self, "star")).rich_style
        match = (title + look(self, "hit")).rich_style
        bar = Segment("▌" if selected else " ", star)
        glyph = Segment("  " if headline.read else "● ", star)
        starred = Segment("★ ", star) if headline.starred else Segment("", dim)
        room = width - 3 - cell_len(starred.text)
        cells = AGE[self.dates]
        when = age(headline.published, int(self._now()), self.dates)
        plain = title.rich_style
        if self.row_height == 1:
            source_width = min(max(width // 5, 12), 26)
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
        below = f"  {_source(headline, width - 3 - cells - 3)}"
        return [
            Strip(
                [bar, glyph, starred, *self._title(headline.title, room - 1, plain, match)]
            ).adjust_cell_length(width, base.rich_style),
            Strip(
                [Segment(set_cell_size(below, width - cells - 2) + f"{when:>{cells}} ", dim)]
            ).adjust_cell_length(width, base.rich_style),
        ]

    def _title(self, title: str, width: int, plain: RichStyle, match: RichStyle) -> list[Segment]:
        """The title cut to a width and padded, the search hits in it marked."""
        shown = cut(title, width)
        spans = [(span.start, span.end, "match") for span in self._hits(title)]
        kept = len(shown) - shown.endswith("…") if shown != title else len(title)
        segments = [
            Segment(shown[start:end], match if names else plain)
            for start, end, names in Overlay(spans).runs(0, kept)
        ]
        segments.append(Segment(shown[kept:], plain))
        return [*seen(segments), Segment(" " * (width - cell_len(shown)), plain)]


def _source(headline: Headline, width: int) -> str:
    """The source, and how many others have the same story."""
    more = f" +{len(headline.also)}" if headline.also else ""
    return cut(headline.source, width - len(more)) + more


def cut(text: str, width: int) -> str:
    """The text, or as much of it as fits with an ellipsis."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(width - 1, 0)).rstrip() + "…"
