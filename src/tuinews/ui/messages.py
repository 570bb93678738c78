"""News that goes up from widgets and workers to the main screen: past tense, and carrying its question.

Without `eq` and `repr`, which nobody asks a message for: to make them costs the start 0.2 ms a class.
"""

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tuinews.model import Analysis, Span
from tuinews.ui.sources import EVERYTHING, Source

if TYPE_CHECKING:
    from tuinews.ui.screens.offer import Thing


@dataclass(eq=False, repr=False)
class RowChosen(Message):
    """A row was chosen with Enter or the mouse."""

    index: int


class RowsDrawn(Message):
    """Other rows are in the list, and on the screen."""


@dataclass(eq=False, repr=False)
class SearchTyped(Message):
    """The words in the search bar changed."""

    sought: str


class SearchKept(Message):
    """The search stays in force and the list is wanted."""


class SearchLeft(Message):
    """The search is over: back to where one was."""


@dataclass(eq=False, repr=False)
class Found(Message):
    """A part of the answer to a question, in order; `question` counts the questions asked.

    `number` is that of the whole answer, where it is known with this part.
    """

    question: int
    ids: "array[int]"
    first: bool
    last: bool
    number: int | None = None


@dataclass(eq=False, repr=False)
class Counted(Message):
    """How many articles answer a question, told before the list has them all."""

    question: int
    number: int


@dataclass(eq=False, repr=False)
class Searched(Message):
    """Where the words sought stand in the body of a long article."""

    article_id: int
    sought: str
    hits: list[Span]


@dataclass(eq=False, repr=False)
class Analysed(Message):
    """Who said what in an article is known."""

    article_id: int
    analysis: Analysis


@dataclass(eq=False, repr=False)
class Studied(Message):
    """The articles that waited are analysed, `done` of them; `error` tells what failed, or is empty."""

    done: int
    error: str


@dataclass(eq=False, repr=False)
class Answered(Message):
    """One source answered the refresh, the `done`-th; `error` is empty when it answered well."""

    title: str
    done: int
    error: str


@dataclass(eq=False, repr=False)
class Refreshed(Message):
    """The refresh is over; `failed` are the reasons of the sources that could not be read."""

    new: int
    changed: int
    failed: tuple[str, ...]
    quiet: bool


@dataclass(eq=False, repr=False)
class Subscribed(Message):
    """An added source is being followed, or could not be: then `error` is the reason.

    `is_new`: it was not followed before.
    """

    title: str
    source: Source = EVERYTHING
    error: str = ""
    is_new: bool = False


@dataclass(eq=False, repr=False)
class Completed(Message):
    """Another text of an article is shown now, or it could not be: `sentence` tells it."""

    article_id: int
    sentence: str
    error: bool = False


@dataclass(eq=False, repr=False)
class QuotationSought(Message):
    """The next article with a quotation, `by` 1 down the list or -1 up; None if there is none."""

    article_id: int | None
    by: int


@dataclass(eq=False, repr=False)
class PersonPicked(Message):
    """A name in the article was clicked: the number of the person in its analysis."""

    number: int


@dataclass(eq=False, repr=False)
class QuotationPicked(Message):
    """A quotation in the article was clicked: its number in the analysis."""

    number: int


@dataclass(eq=False, repr=False)
class LinkPicked(Message):
    """A link in the article was clicked."""

    url: str


class HintsLeft(Message):
    """The letters over links went without one being opened."""


@dataclass(eq=False, repr=False)
class Corrected(Message):
    """A step of a correction is applied to what is stored; `sentence` tells it."""

    sentence: str


@dataclass(eq=False, repr=False)
class Listed(Message):
    """A part of the rows that a panel asked for, in order; `question` counts what was typed."""

    question: int
    rows: object
    first: bool
    last: bool
    waiting: int = 0


@dataclass(eq=False, repr=False)
class Kept(Message):
    """Something was saved, or is being saved: what to say; or the file is there, and `again` is what to save
    over it: a thing, its format, and the path.
    """

    sentence: str
    again: "tuple[Thing, str, str] | None" = None
