"""An article set to a width: its title and text as lines, each drawn when it is first seen."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.cache import LRUCache
from textual.strip import Strip

from tuinews.model import Article, Span
from tuinews.ui.bidi import RIGHTWARD, base_level, paragraph_level, places, seen
from tuinews.ui.copying import Row, row_of
from tuinews.ui.layout import Layout
from tuinews.ui.looks import look
from tuinews.ui.overlay import Overlay, Painted
from tuinews.ui.painting import found, worn
from tuinews.ui.when import date, day, minutes, whole
from tuinews.ui.widgets.margin import Margin, margin
from tuinews.ui.wrap import wrap

if TYPE_CHECKING:
    from textual.widget import Widget


class Head(NamedTuple):
    """The lines above a text: stretches of `text`, each with its look, "" for an empty line.

    `running` is what is told of the article where they are out of sight.
    """

    text: str = ""
    lines: tuple[tuple[int, int, str], ...] = ()
    running: tuple[str, ...] = ()


def head(article: Article, width: int) -> Head:
    """Return the title, and below it what is known of the article."""
    title = article.title or "Untitled"
    about = [article.source, whole(date(article.published)), minutes(article.text)]
    running = title, article.source, day(article.published), about[-1]
    if article.author:
        about.insert(0, article.author)
    if article.changed:
        about.append(f"changed {whole(date(article.changed))}")
    if article.also:
        about.append(f"also in {', '.join(article.also)}")
    about += [whole(f"#{tag}") for tag in article.tags]
    # A line ends after the sign between two, and within neither a date nor a tag.
    told = "\u00a0· ".join(part for part in about if part)
    text = f"{title}\n{told}"
    lines = [(start, end, "title") for start, end in wrap(title, 0, len(title), width, width)]
    lines += [(start, end, "dim") for start, end in wrap(text, len(title) + 1, len(text), width, width)]
    return Head(text, ((0, 0, ""), *lines, (0, 0, "")), running)


class Page:
    """The lines of an article from the title on; places in it are offsets into its text.

    `here` is the present quotation, name or hit, and `speaker` who said it, None where it is no quotation.
    """

    def __init__(self, widget: "Widget", article: Article | None, measure: int) -> None:
        self._widget = widget
        self.head = head(article, measure) if article else Head()
        self.layout = Layout(article.text, article.marks, measure) if article else Layout("", (), measure)
        self.overlay = Overlay()
        self._title = Overlay()
        self.here: Span | None = None
        self.speaker: str | None = None
        self._margin: Margin | None = None
        self._drawn: LRUCache[int, Strip] = LRUCache(512)

    def paint(self, spans: Iterator[Painted], title_hits: Sequence[Span]) -> None:
        """Let the text wear these looks, and the title those of what was searched for."""
        self.overlay, self._title, self._margin = Overlay(spans), Overlay(found(title_hits)), None
        self.forget()

    def forget(self) -> None:
        """Draw all lines anew."""
        self._drawn.clear()

    def line_of(self, offset: int) -> int:
        """The line that shows a place of the text."""
        return len(self.head.lines) + self.layout.line_at(offset)

    def draw(self, number: int, left: int) -> Strip:
        """One line, behind `left` blank cells, as wide as the widget."""
        strip = self._drawn.get(number)
        if strip is None:
            strip = self._drawn[number] = self._draw(number, left)
        return strip

    def row(self, number: int, left: int) -> Row:
        """What a line shows of the text."""
        line = number - len(self.head.lines)
        blank = sum(len(segment.text) for segment in self._draw_margin(line, left))
        if line < 0:
            start, end, _ = self.head.lines[number]
            words = self.head.text[start:end]
            level = base_level(words) if RIGHTWARD.search(words) else None
            stand = [start + at for at in places(words, level)]
            return Row(self.head.text, start, end, [-1] * blank + stand)
        made = self.layout.lines[line]
        if made.kind in ("head", "row"):  # a table is copied as it stands
            drawn = self.draw(number, left).text.rstrip()
            return Row(drawn, 0, len(drawn), [-1] * blank + list(range(blank, len(drawn))))
        return row_of(made, self.layout.text, blank, self.layout.measure)

    def _draw(self, number: int, left: int) -> Strip:
        width, height = self._widget.size
        line = number - len(self.head.lines)
        segments = list(self._draw_margin(line, left))
        if line < 0:
            segments += self._draw_head(number)
        else:
            self.layout.reach(line + height)
            if line < len(self.layout.lines):
                segments += self._draw_line(line)
        return Strip(segments).adjust_cell_length(width, self._widget.visual_style.rich_style)

    def _draw_margin(self, line: int, left: int) -> Iterator[Segment]:
        """The margin of a line of the text, and the speaker's name where that line is empty."""
        base = self._widget.visual_style
        if self.here is None or self.speaker is None:
            yield Segment(" " * left, base.rich_style)
            return
        made = self._margin
        if made is None or made.left != left:
            made = self._margin = margin(self.layout, self.here, self.speaker, left)
        style = (base + look(self._widget, "person")).rich_style
        yield Segment(made.beside(line), style)
        yield Segment(made.above(line, self.layout.measure), style)

    def _draw_head(self, number: int) -> Iterator[Segment]:
        start, end, name = self.head.lines[number]
        if not name:
            return
        base, plain = self._widget.visual_style, look(self._widget, name)
        match = plain + look(self._widget, "match")
        runs = self._title.runs(start, end) if name == "title" else ((start, end, ()),)
        yield from seen(
            [
                Segment(self.head.text[begin:stop], (base + (match if names else plain)).rich_style)
                for begin, stop, names in runs
            ]
        )

    def _draw_line(self, number: int) -> Iterator[Segment]:
        line, text, widget = self.layout.lines[number], self.layout.text, self._widget
        level = paragraph_level(text, line.start) if line.pieces else None
        plain = base = widget.visual_style
        if line.kind and line.kind != "row":
            base += look(widget, line.kind)
        lead = plain + look(widget, "rule" if line.kind == "rule" else "dim")
        made = [Segment(line.lead, lead.rich_style)] if line.lead else []
        used = cell_len(line.lead)
        for column, start, end in line.pieces:
            if column > used:
                made.append(Segment(" " * (column - used), plain.rich_style))
            used = column + cell_len(text[start:end].replace("\t", " "))
            words = [
                Segment(text[begin:stop].replace("\t", " "), worn(widget, base, names).rich_style)
                for begin, stop, names in self.overlay.runs(start, end)
            ]
            made += words if level is None else seen(words, level)
        room = " " * max(self.layout.measure - used, 0)
        if line.kind == "code" and line.pieces:
            made.append(Segment(room, base.rich_style))
        elif level and len(line.pieces) == 1:  # read from the right: bullets and bars stand there too
            sign = seen(made[:1], level) if line.lead else []
            made = [Segment(room, plain.rich_style), *made[len(sign) :], *sign]
        yield from made
