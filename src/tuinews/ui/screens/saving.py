"""The part of the main screen that saves articles, views and quotations as files."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from textual import on, work
from textual.worker import Worker, get_current_worker

from tuinews.errors import TuinewsError
from tuinews.ui.messages import Kept
from tuinews.ui.screens.quoting import Quoting

if TYPE_CHECKING:
    from tuinews.model import Article
    from tuinews.ui.screens.offer import Thing

BEAT = 0.2
"""Seconds between two tellings of how far a long one is."""

Told = Callable[[int], object]


class Saving(Quoting):
    """The suffix of the name that is typed tells the format; a file that is there is asked about."""

    _keeping: Worker[None] | None = None

    def action_save(self) -> None:
        """Save the article one is in under a name that can be changed; from the list, ask what and how."""
        article = self.current_article("No article here to save")
        if article is None or self._is_busy():
            return
        thing = self._article(article)
        if self.reading:
            self._ask_file_name(thing, "markdown")
        elif any(one.group == "find" and not one.is_finished for one in self.workers):
            self.tell("Still looking for articles; in a moment all of them can be saved")
        else:
            ids = self.headlines.ids[:]
            self.offer(
                [thing, self.articles_of(ids, self.view_name), self.quotations_of(ids, self.view_name)]
            )

    def offer(self, things: "Sequence[Thing]") -> None:
        """Ask which of these to save, in which format and under which name; then save it."""
        from tuinews.ui.screens.offer import Offer

        if not self._is_busy():
            ask = self._ask_file_name
            self.app.push_screen(Offer(things), lambda chosen: ask(*chosen) if chosen else None)

    def _is_busy(self) -> bool:
        """Whether something is being saved; then ask whether to stop it."""
        from tuinews.ui.screens.prompt import Confirm

        running = self._keeping
        if running is None or running.is_finished:
            return False
        asked = "Something is still being saved. Stop it?"
        self.app.push_screen(Confirm(asked), lambda sure: running.cancel() if sure else None)
        return True

    # What there is to save

    def _article(self, article: "Article") -> "Thing":
        from tuinews.exporting import analysis_for
        from tuinews.sharing import FORMS
        from tuinews.ui.screens.offer import Thing

        def parts(form: str, stop: Event, told: Told) -> Iterable[str]:
            return [FORMS[form].one(article, analysis_for(self.library, article.id, FORMS[form]))]

        return Thing("The article", article.title, 1, FORMS, parts)

    def articles_of(self, ids: "array[int]", title: str) -> "Thing":
        """These articles as something to save."""
        from tuinews.exporting import articles
        from tuinews.sharing import FORMS
        from tuinews.ui.screens.offer import Thing

        def parts(form: str, stop: Event, told: Told) -> Iterable[str]:
            return articles(self.library, ids, form, title, stop, told)

        what = f"All {len(ids):,} articles here" if len(ids) != 1 else "The one article here"
        return Thing(what, title, len(ids), FORMS, parts)

    def quotations_of(self, ids: "array[int]", title: str) -> "Thing":
        """The quotations in these articles to save: of a search for what was said, those found."""
        asked = self.asked

        def chunks(stop: Event) -> "Iterable[array[int]]":
            return self.library.quotations.numbers(ids, sought=asked, stop=stop)

        return self.quotations_in(chunks, "The quotations in them", title)

    def quotations_in(
        self, chunks: "Callable[[Event], Iterable[array[int]]]", what: str, title: str, total: int = 0
    ) -> "Thing":
        """Quotations, known by chunks of their numbers, as something to save."""
        from tuinews.exporting import quotations
        from tuinews.sharing import QUOTE_FORMS
        from tuinews.ui.screens.offer import Thing

        def parts(form: str, stop: Event, told: Told) -> Iterable[str]:
            return quotations(self.library, chunks(stop), form, stop, told)

        return Thing(what, f"Quotations · {title}", total, QUOTE_FORMS, parts)

    # Saving it

    def _ask_file_name(self, thing: "Thing", form: str) -> None:
        from tuinews.sharing import file_name
        from tuinews.ui.screens.prompt import Prompt

        suffixes = ", ".join(one.suffix for one in thing.forms.values())
        self.app.push_screen(
            Prompt(f"Save as ({suffixes})", value=file_name(thing.title, thing.forms[form].suffix)),
            lambda name: self._begin(thing, form, name) if name else None,
        )

    def _begin(self, thing: "Thing", form: str, name: str, *, over: bool = False) -> None:
        from tuinews.sharing import file_name

        try:
            path = Path(name).expanduser().absolute()
        except RuntimeError as error:  # a home (~name) that nobody has
            self.tell(f"{name}: {error}", warning=True)
            return
        if path.is_dir():
            path /= file_name(thing.title, thing.forms[form].suffix)
        # The suffix that is typed last is what is meant.
        meant = [one for one, its in thing.forms.items() if its.suffix == path.suffix.lower()]
        self._keeping = self._write_file(thing, meant[0] if meant else form, path, over=over)

    @work(thread=True, group="saving", exit_on_error=True)
    def _write_file(self, thing: "Thing", form: str, path: Path, *, over: bool) -> None:
        from tuinews.sharing import ExistsError, save

        stop = get_current_worker().cancelled_event
        told_at = monotonic()

        def told(done: int) -> None:
            nonlocal told_at
            if monotonic() - told_at > BEAT:
                told_at = monotonic()
                of = f" of {thing.total:,}" if thing.total else ""
                self.post_message(Kept(f"Saving… {done:,}{of} · w stops it"))

        try:
            save(path, thing.parts(form, stop, told), over=over)
        except ExistsError:
            self.post_message(Kept("", (thing, form, str(path))))
        except TuinewsError as error:
            self.post_message(Kept(str(error)))
        else:
            self.post_message(Kept(f"Saved: {path}"))

    @on(Kept)
    def _saved(self, event: Kept) -> None:
        from tuinews.ui.screens.prompt import Confirm

        again = event.again
        if again is None:
            self._tell_above(event.sentence)
            return
        self.app.push_screen(
            Confirm(f"{Path(again[2]).name} is there already. Write over it?"),
            lambda sure: self._begin(*again, over=True) if sure else self._tell_above("Not saved"),
        )

    def _tell_above(self, sentence: str) -> None:
        """Say it where one is: a panel may lie over this screen."""
        lines = [screen.status for screen in self.app.screen_stack if hasattr(screen, "status")]
        lines[-1].say(sentence)
