"""The part of the main screen that goes from name to name, lists people, and opens the page of one."""

from array import array

from textual import on

from tuinews.model import Person, Span
from tuinews.plural import times
from tuinews.ui.messages import PersonPicked
from tuinews.ui.screens.correcting import Correcting
from tuinews.ui.screens.saving import Saving


class Naming(Correcting, Saving):
    """People are known across articles by their full names; a surname alone joins nobody."""

    def action_name(self, by: int) -> None:
        """Go into the article to its next or previous name."""
        if not self.reading:
            self.enter()
        reader = self.reader
        names = sorted(
            ((span, person) for person in reader.analysis.people for span in person.mentions),
            key=lambda name: (name[0].start, -name[0].end),
        )
        here = reader.here.start if reader.here else reader.offset_shown - (by > 0)
        beyond = [name for name in names if (name[0].start > here if by > 0 else name[0].start < here)]
        if not beyond:
            self.tell("No further name in this article" if by > 0 else "No name before this one")
            return
        span, person = beyond[0 if by > 0 else -1]
        reader.go_to(span)
        self.tell(f"{person.name} · named {times(len(person.mentions))} here · Enter opens the page")

    def action_person(self) -> None:
        """Open the page of the person under the cursor: of the name, or of who said the quotation."""
        person = self._person_here()
        if person is None:
            self.tell("No name under the cursor: ) goes to the next one, @ lists them all")
            return
        self._open(person)

    def _person_here(self) -> Person | None:
        here = self.reader.here
        if here is None:
            return None
        analysis = self.reader.analysis
        for person in analysis.people:
            if here in person.mentions:
                return person
        said = [quote.speaker for quote in analysis.quotes if Span(quote.start, quote.end) == here]
        return next((person for person in analysis.people if person.name in said), None)

    def action_deny(self) -> None:
        """Say that the name under the cursor is no person's."""
        person = self._person_here()
        row = self.library.who.by_key(person.key) if person else None
        if row is None:
            self.tell("No full name under the cursor: ) goes to the next one")
        else:
            self.deny(row)

    def _open(self, person: Person) -> None:
        row = self.library.who.by_key(person.key)
        if row is None:
            self.tell(f"“{person.name}” is named without a full name: that alone tells nobody apart")
        else:
            self.open_person(row.id)

    @on(PersonPicked)
    def _picked_person(self, event: PersonPicked) -> None:
        self._open(self.reader.analysis.people[event.number])

    def action_people(self) -> None:
        """List the people: of the article one is in, or of all articles of the view."""
        from tuinews.ui.screens.people import People

        article = self.reader.article
        whole = self.view == "all" and not self.source.asked and not self.sought
        if self.reading and article is not None:
            panel = People(self, array("q", [article.id]), f"“{article.title}”")
        else:
            panel = People(self, None if whole else self.headlines.ids[:], self.view_name)
        self.app.push_screen(panel)

    def open_person(self, person_id: int) -> None:
        """Open a person's page over whatever is shown."""
        from tuinews.ui.screens.person import PersonPage

        row = self.library.who.person(person_id)
        if row is not None:
            self.app.push_screen(PersonPage(self, row))
