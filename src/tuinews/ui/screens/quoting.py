"""The part of the main screen that goes from quotation to quotation, lists them, and copies one."""

from array import array
from typing import TYPE_CHECKING, Any

from textual import on, work
from textual.worker import get_current_worker

from tuinews.errors import TuinewsError
from tuinews.model import Quote, QuoteRow, Span
from tuinews.ui.messages import QuotationPicked, QuotationSought
from tuinews.ui.screens.visiting import Visiting

if TYPE_CHECKING:
    from textual.app import App

    from tuinews.model import Analysis

UNKNOWN = "speaker not named"


class Quoting(Visiting):
    """Quotations are those of speech, or with a speaker: a title in quotation marks is none."""

    citation = "plain"
    """The format that a quotation is copied in: a name of `citing.FORMATS`, or a template."""

    def action_quotation(self, by: int) -> None:
        """Go to the next or previous quotation, beyond the end of the article into the next one."""
        if not self.reading and self.has_class("-narrow"):
            self.enter()
        quotes = spoken(self.reader.analysis)
        at = self._beyond(quotes, by)
        if at is not None:
            self._to_quotation(quotes, at)
        else:
            self.tell("Looking for the next quotation…" if by > 0 else "Looking for the one before…")
            self._seek(self._ids_from_here(by), by)

    def _beyond(self, quotes: list[Quote], by: int) -> int | None:
        """The index of the next quotation after the present one, or after the top of what is in sight."""
        reader = self.reader
        here = reader.here.start if reader.here else reader.offset_shown - (by > 0)
        if by > 0:
            return next((number for number, quote in enumerate(quotes) if quote.start > here), None)
        return next(
            (number for number in range(len(quotes) - 1, -1, -1) if quotes[number].start < here), None
        )

    def _ids_from_here(self, by: int) -> "array[int]":
        """The articles that follow in this direction; first this one, if nobody has looked through it yet."""
        lines = self.headlines
        known = bool(self.reader.analysis.quotes or self.reader.analysis.people)
        if by > 0:
            return lines.ids[lines.cursor + known :]
        ids = lines.ids[: lines.cursor + (not known)]
        ids.reverse()
        return ids

    @work(thread=True, exclusive=True, group="seek", exit_on_error=True)
    def _seek(self, ids: "array[int]", by: int) -> None:
        stop = get_current_worker().cancelled_event
        while len(ids) and not stop.is_set():
            found = self.library.quotations.first_with(ids, stop)
            if found is None:
                break
            ids = ids[ids.index(found) + 1 :]
            try:
                analysis = self.library.analysis(found)
            except TuinewsError:
                continue  # the pass over all articles tells the reason
            if spoken(analysis):
                self.post_message(QuotationSought(found, by))
                return
        if not stop.is_set():
            self.post_message(QuotationSought(None, by))

    @on(QuotationSought)
    def _sought_quotation(self, event: QuotationSought) -> None:
        lines = self.headlines
        if event.article_id is None or event.article_id not in lines.ids:
            self.tell("No further quotation in this list" if event.by > 0 else "No quotation before this one")
            return
        lines.cursor = lines.ids.index(event.article_id)
        if self._preview is not None:
            self._preview.stop()
        if self.reading:
            self.enter()
        else:
            self.show_article(event.article_id)
        analysis = self.library.people.get(event.article_id)
        if analysis is not None:
            self.reader.annotate(analysis)
            quotes = spoken(analysis)
            self.call_after_refresh(self._to_quotation, quotes, 0 if event.by > 0 else len(quotes) - 1)

    def _to_quotation(self, quotes: list[Quote], number: int) -> None:
        quote = quotes[number]
        speaker = quote.speaker or UNKNOWN
        self.reader.go_to(Span(quote.start, quote.end), speaker)
        self.tell(f"{speaker} · quotation {number + 1} of {len(quotes)}")

    @on(QuotationPicked)
    def _picked_quotation(self, event: QuotationPicked) -> None:
        quotes = spoken(self.reader.analysis)
        self._to_quotation(quotes, quotes.index(self.reader.analysis.quotes[event.number]))

    # The panel

    def action_quotes(self) -> None:
        """List the quotations: of the article one is in, or of all articles of the view."""
        from tuinews.ui.screens.quotes import Quotes

        article = self.reader.article
        if self.reading and article is not None:
            panel = Quotes(self, array("q", [article.id]), f"“{article.title}”")
        else:
            panel = Quotes(self, self.headlines.ids[:], self.view_name, self.asked)
        self.app.push_screen(panel)

    @property
    def view_name(self) -> str:
        """What the list shows, in a few words."""
        view, sought = f"{self.view.capitalize()} articles", f"“{self.sought}”" if self.sought else ""
        parts = [view, self.source.title, sought]
        return " · ".join(part for part in parts if part)

    # Copying

    def action_copy_quotation(self) -> None:
        """Copy the present quotation, or else the first in sight, with speaker, source, date and link."""
        article, reader = self.reader.article, self.reader
        quotes = spoken(reader.analysis)
        chosen = [quote for quote in quotes if reader.here and quote.start <= reader.here.start < quote.end]
        if not chosen:
            number = self._beyond(quotes, 1)
            chosen = [] if number is None else quotes[number : number + 1]
        if article is None or not chosen:
            self.tell("No quotation here to copy")
            return
        quote = chosen[0]
        self.reader.go_to(Span(quote.start, quote.end), quote.speaker or UNKNOWN)
        words = article.text[quote.start : quote.end]
        row = QuoteRow(
            article.id, quote.start, quote.end, words, quote.speaker or "", article.title, article.source,
            article.published, article.url,
        )  # fmt: skip
        self.copy_quotation(row)

    def copy_quotation(self, row: QuoteRow) -> None:
        """Put a quotation with its source on the clipboard, and say so."""
        self.tell(copied(self.app, row, self.citation))


def copied(app: "App[Any]", row: QuoteRow, form: str) -> str:
    """Put a quotation on the clipboard; return what to say."""
    from tuinews.citing import cite

    app.copy_to_clipboard(cite(row, form))
    words = " ".join(row.text.split())
    shown = words if len(words) <= 40 else words[:39].rstrip() + "…"
    return f"Copied: {shown} {row.speaker or UNKNOWN}, {row.source}"


def spoken(analysis: "Analysis") -> list[Quote]:
    """The quotations of an article."""
    return [quote for quote in analysis.quotes if quote.is_spoken]
