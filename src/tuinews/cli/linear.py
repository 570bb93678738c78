"""The library without a screen: numbered lists, articles as linear text, and a line to type on."""

import sys
from array import array
from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from tuinews.citing import day
from tuinews.cli.pager import page
from tuinews.errors import AnalysisError
from tuinews.plural import counted
from tuinews.sharing.linear import linear

if TYPE_CHECKING:
    from tuinews.library import Library
    from tuinews.model import QuoteRow

PAGE = 10  # lines of a list that are read out at a time

HELP = """A number opens what has it. Enter or next: the next article, or more of the list.
previous: the one before. list: the list again. search WORDS: a search; without words, everything.
people, quotations: of the article, or of the list. quit: leave. The first letters do."""

Open = Callable[[], object]


def read_all(library: "Library", sought: str = "") -> int:
    """Print all articles one after the other where there is no terminal, else let the user choose.

    Returns the exit status: 1 when there is no article.
    """
    reader = Linear(library)
    found = reader.find(sought)
    if not found:
        print("There is nothing to read.", file=sys.stderr)
        return 1
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        for number, article_id in enumerate(reader.ids):
            for line in (*(["", ""] if number else []), *reader.text(article_id)):
                print(line)
        return 0
    if found == 1:
        reader.open(0)
    else:
        reader.show_list()
        while reader.obey(_asked()):
            pass
    return 0


def _asked() -> str:
    try:
        return input("> ").strip()
    except EOFError:
        return "quit"


class Linear:
    """What is listed, and where one is in it; every answer is printed."""

    COMMANDS = ("next", "previous", "list", "search", "people", "quit", "quotations", "help")

    def __init__(self, library: "Library") -> None:
        self.library = library
        self.ids = array("q")
        self.at: int | None = None  # the article that is open, by its place in the list
        self._first = 0  # the place of the first line of the list told last
        self._choices: list[Open] = []  # what numbers do when not articles were listed last

    def find(self, sought: str) -> int:
        """List what a search finds; return how many there are."""
        self.ids = array("q")
        for chunk in self.library.search.ids(sought):
            self.ids += chunk
        self.at, self._first = None, 0
        return len(self.ids)

    def obey(self, typed: str) -> bool:
        """Do what was typed; False for quit."""
        if typed.isdecimal():
            self._choose(int(typed))
            return True
        word, _, rest = typed.partition(" ")
        name = next((one for one in self.COMMANDS if one.startswith(word.casefold() or "next")), "help")
        if name == "quit":
            return False
        commands: dict[str, Callable[[], object]] = {
            "next": partial(self._go, 1),
            "previous": partial(self._go, -1),
            "list": self.show_list,
            "search": partial(self._search, rest.strip()),
            "people": self._people,
            "quotations": self._quotations,
            "help": partial(print, HELP),
        }
        commands[name]()
        return True

    def text(self, article_id: int) -> Iterator[str]:
        """The lines of an article, with what is known of who said what in it."""
        article = self.library.articles.get(article_id)
        if article is None:
            yield "This article is gone."
            return
        try:
            analysis = self.library.analysis(article_id)
        except AnalysisError as error:
            yield str(error)
            analysis = None
        yield from linear(article, analysis)

    def open(self, place: int) -> None:
        """Read an article by its place in the list."""
        self.at, self._choices = place, []
        page(self.text(self.ids[place]))
        self.library.articles.set_read([self.ids[place]], True)

    def show_list(self) -> None:
        """Tell a part of the list."""
        self.at, self._choices = None, []
        print(f"{counted(len(self.ids), 'article')}. Type a number to read, help for more.")
        part = self.ids[self._first : self._first + PAGE]
        for number, one in enumerate(self.library.articles.headlines(part), self._first + 1):
            states = (", unread" if not one.read else "") + (", starred" if one.starred else "")
            print(f"{number}. {one.title}, {one.source}, {day(one.published)}{states}")

    def _go(self, by: int) -> None:
        if self.at is None:
            first = self._first + by * PAGE
            if 0 <= first < len(self.ids):
                self._first = first
                self.show_list()
            else:
                print("No more in this list.")
        elif 0 <= self.at + by < len(self.ids):
            self.open(self.at + by)
        else:
            print("No further article in this list.")

    def _choose(self, number: int) -> None:
        if self._choices and 0 < number <= len(self._choices):
            self._choices[number - 1]()
        elif not self._choices and 0 < number <= len(self.ids):
            self.open(number - 1)
        else:
            print(f"There is no number {number} here.")

    def _search(self, sought: str) -> None:
        before = self.ids
        if self.find(sought):
            self.show_list()
        else:
            self.ids = before
            print(f"Nothing is found for {sought}." if sought else "There is nothing to read.")

    def _here(self) -> "array[int]":
        return self.ids if self.at is None else self.ids[self.at : self.at + 1]

    def _people(self) -> None:
        """Tell the people, each with the number that leads to the articles that name them."""
        *_, counted_all = self.library.who.named_in(self._here()).rows()
        people = counted_all[: 5 * PAGE]
        if not people:
            print("Nobody is named here.")
        for number, row in enumerate(people, 1):
            known = f"{counted(row.articles, 'article')}, {counted(row.quotes, 'quotation')}"
            print(f"{number}. {row.name}, {known}")
        names = [row.name.replace('"', " ") for row in people]
        self._choices = [partial(self._search, f'person:"{name}"') for name in names]

    def _quotations(self) -> None:
        """Tell the quotations, each with the number that leads to its article."""
        rows: list[QuoteRow] = []
        for numbers in self.library.quotations.numbers(self._here()):
            rows += self.library.quotations.rows(numbers[: 5 * PAGE - len(rows)])
            if len(rows) >= 5 * PAGE:
                break
        if not rows:
            print("No quotations here.")
            return
        choices: list[Open] = []
        for number, row in enumerate(rows, 1):
            place = self.ids.index(row.article_id)
            choices.append(partial(self.open, place))
            words = " ".join(row.text.split())
            print(f"{number}. {row.speaker or 'speaker not named'}: {words}, {row.source}")
        self._choices = choices
