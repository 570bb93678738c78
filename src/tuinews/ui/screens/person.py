"""A person's page: the forms of the name, all that was said, where named, and beside whom."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tuinews.model import PersonRow, Span
from tuinews.plural import counted, times
from tuinews.ui.commands import bindings
from tuinews.ui.messages import RowChosen
from tuinews.ui.screens.correcting import search_for
from tuinews.ui.screens.over import Over
from tuinews.ui.screens.quoting import copied
from tuinews.ui.screens.visiting import Goal
from tuinews.ui.spark import sparkline
from tuinews.ui.when import day
from tuinews.ui.widgets.bars import Bar, Part
from tuinews.ui.widgets.headlines import Headlines
from tuinews.ui.widgets.lines import Lines
from tuinews.ui.widgets.peoplelist import PeopleList, Titles
from tuinews.ui.widgets.quotelist import QuoteList

if TYPE_CHECKING:
    from tuinews.ui.screens.naming import Naming

_EMPTY = (
    "Nothing said here is theirs, word for word.",
    "No article names this person any more.",
    "Nobody else with a full name is named in the same articles.",
)


_SECTIONS = ("person.said", "person.articles", "person.beside")


class Sections(Bar):
    """What the page has, with numbers, the present one marked."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: Sequence[int | None] = (None, None, None)
        self.at = 0

    def parts(self, width: int) -> tuple[Sequence[Part], Sequence[Part]]:
        """The names of the sections."""
        left = [Part(" ")]
        for number, (name, count) in enumerate(
            zip(("Said", "Articles", "Beside"), self.numbers, strict=True)
        ):
            told = "" if count is None else f" {count:,}"
            left.append(
                Part(
                    f" {number + 1} {name}{told} ",
                    "section" if number == self.at else "dim",
                    _SECTIONS[number],
                )
            )
        return left, ()


class PersonPage(Over):
    """Every line leads to its place; Esc leads back to exactly where one was."""

    CSS = """
    PersonPage Lines { height: 1fr; width: 1fr; border: none; }
    PersonPage Sections { background: $background; margin: 1 0; }
    #told { height: auto; padding: 0 2; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("person")]

    def __init__(self, main: "Naming", row: PersonRow) -> None:
        super().__init__(row.name, "")
        self._main, self._library, self._row = main, main.library, row
        self._said = QuoteList(self._library.quotations.rows, main.now, speakers=False)
        self._articles = Headlines(self._library.articles.headlines, lambda title: (), main.now)
        self._beside = PeopleList(self._library.who.activity, main.now)
        self._lists: tuple[Lines, ...] = (self._said, self._articles, self._beside)
        self._sections, self._titles = Sections(), Titles()
        self._told = Static("", id="told", markup=False)
        self._empty = Static("", id="empty", markup=False)

    def compose(self) -> ComposeResult:
        """Name, what is known of it, sections, rows, state, keys."""
        yield self.heading
        with Vertical():
            yield self._told
            yield self._sections
            yield self._empty
            self._titles.display = False
            yield self._titles
            for number, rows in enumerate(self._lists):
                rows.display = number == 0
                yield rows
        yield self.status
        yield self.footer("person")

    def on_mount(self) -> None:
        """Ask for everything."""
        self._said.focus()
        self.ask()

    def ask(self) -> None:
        """Ask for what is known of the person, and show it."""
        self._tell_known([], [])
        self._find(self.size.width)

    @work(thread=True, exclusive=True, group="person", exit_on_error=True)
    def _find(self, width: int) -> None:
        who, row = self._library.who, self._row
        fresh = who.person(row.id)
        if fresh is not None:
            self._row = row = fresh
        said = self._library.quotations.of_person(row.id)
        articles = who.articles(row.id)
        forms = who.forms(row)
        columns = max(min(width - 40, 60), 12)
        activity = who.activity([row.id], row.first, row.last, columns)[row.id]
        self.app.call_from_thread(self._found, said, articles, forms, activity)
        self.app.call_from_thread(self._found_beside, who.beside(row.id))

    def _found(self, said: "object", articles: "object", forms: list[str], activity: list[int]) -> None:
        self._said.put(said)  # type: ignore[arg-type]  # an array, which has no runtime type to name
        self._articles.put(articles)  # type: ignore[arg-type]  # the same
        self._sections.numbers = (self._said.count, self._articles.count, None)
        self._tell_known(forms, activity)
        self._show()

    def _found_beside(self, people: list[PersonRow]) -> None:
        self._beside.put(people)
        self._sections.numbers = (self._said.count, self._articles.count, len(people))
        self._show()

    def _tell_known(self, forms: list[str], activity: list[int]) -> None:
        row = self._row
        counts = [(row.mentions, "named"), (self._said.count, "quoted")]
        known = ", ".join(f"{what} {times(number)}" for number, what in counts if number)
        known += f", in {counted(row.articles, 'article')}"
        others = "also " + " · ".join(form for form in forms[:12] if form != row.name)
        lines = [
            Content(known),
            Content.styled(others if len(forms) > 1 else "under no other form", "$muted"),
        ]
        if row.first and day(row.first) == day(row.last):
            lines.append(Content.styled(day(row.first), "$muted"))
        elif row.first and activity:
            first, last = (f"{day(row.first)} ", "$muted"), (f" {day(row.last)}", "$muted")
            lines.append(Content.assemble(first, (sparkline(activity), "$primary"), last))
        self._told.update(Content("\n").join(lines))

    def _show(self) -> None:
        rows = self._lists[self._sections.at]
        for one in self._lists:
            one.display = one is rows and one.count > 0
        self._titles.display = self._beside.display
        self._empty.display = self._sections.numbers[self._sections.at] == 0
        self._empty.update(Content(_EMPTY[self._sections.at]))
        self._sections.refresh()
        if rows.count:
            rows.focus()

    # Keys

    def action_section(self, by: int) -> None:
        """To the next section."""
        self._sections.at = (self._sections.at + by) % len(self._lists)
        self._show()

    def action_to_section(self, number: int) -> None:
        """To one of the sections."""
        self._sections.at = number
        self._show()

    @on(RowChosen)
    def _chosen(self, event: RowChosen) -> None:
        event.stop()
        at = self._sections.at
        if at == 2:
            self._main.open_person(self._beside.person(event.index).id)
            return
        ids, sought = self._articles.ids[:], search_for(self._row)
        if at == 1:
            self._main.visit(Goal(ids[event.index], ids=ids, sought=sought))
            return
        row = self._said.row(event.index)
        if row is not None:
            self._main.visit(Goal(row.article_id, Span(row.start, row.end), row.speaker, ids, sought))

    def action_save(self) -> None:
        """Save all that was said, or the articles."""
        name, numbers = self._row.name, self._said.numbers[:]
        what = f"All that was said, {counted(len(numbers), 'quotation')}"
        self._main.offer(
            [
                self._main.quotations_in(lambda stop: [numbers], what, name, len(numbers)),
                self._main.articles_of(self._articles.ids[:], name),
            ]
        )

    def action_copy(self) -> None:
        """Copy the quotation under the cursor with its source."""
        row = self._said.row(self._said.cursor) if self._said.count and self._sections.at == 0 else None
        if row is None:
            self.status.say("Only quotations can be copied")
        else:
            self.status.say(copied(self.app, row, self._main.citation))

    # What the user knows better

    def action_follow(self) -> None:
        """Follow the person, or follow no longer."""
        self._main.follow(self._row, self.status.say)

    def action_join(self) -> None:
        """Ask who this is under another name."""
        from tuinews.ui.screens.people import People

        self.app.push_screen(
            People(self._main, None, f"who else is {self._row.name}?", self._join, self._row.id)
        )

    def _join(self, other: PersonRow) -> None:
        row, join = self._row, self._library.corrections.join
        said, undone = f"{other.name} is {row.name}", f"{other.name} is somebody else again"
        self._main.correct(lambda: join(other.id, row.id), said, undone)

    def action_part(self) -> None:
        """Ask who is meant in the article under the cursor instead."""
        from tuinews.ui.screens.prompt import Prompt

        article_id = self._article_here()
        if article_id is None:
            self.status.say("Go to a quotation or an article first: there it is somebody else")
            return
        asked = f"Who is “{self._row.name}” in this article?"
        self.app.push_screen(
            Prompt(asked, value=f"{self._row.name} (2)"), lambda name: self._part(article_id, name)
        )

    def _part(self, article_id: int, name: str | None) -> None:
        row = self._row
        if name:
            part = self._library.corrections.part
            said = f"There it is {name}"
            self._main.correct(lambda: part(row.id, article_id, name), said, f"There it is {row.name} again")

    def _article_here(self) -> int | None:
        if self._sections.at == 0 and self._said.count:
            row = self._said.row(self._said.cursor)
            return row.article_id if row else None
        return self._articles.current if self._sections.at == 1 else None

    def action_deny(self) -> None:
        """Say that this is no person's name."""
        self._main.deny(self._row)

    def action_undo(self) -> None:
        """Take the last change back."""
        self._main.take_back(self.status.say)
