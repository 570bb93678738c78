"""What a query is made of: a tree of frozen nodes, an order and a cut."""

from dataclasses import dataclass
from enum import StrEnum

from tuinews.model import Term


class Field(StrEnum):
    """Where words are looked for."""

    ANY = "any"  # title and body
    TITLE = "title"
    BODY = "body"
    AUTHOR = "author"
    URL = "url"


class State(StrEnum):
    """What became of an article: `is:`."""

    UNREAD = "unread"
    READ = "read"
    STARRED = "starred"
    LOCAL = "local"
    NEW = "new"  # seen first within the last day
    CHANGED = "changed"  # its source changed title or text since it came
    HIDDEN = "hidden"  # by a rule: in no other list and no count


class Thing(StrEnum):
    """What an article has: `has:`."""

    QUOTE = "quote"
    PERSON = "person"
    IMAGE = "image"
    AUDIO = "audio"
    LINK = "link"


class Measure(StrEnum):
    """What is counted in an article."""

    WORDS = "words"
    QUOTES = "quotes"


class Order(StrEnum):
    """What a list is sorted by: `sort:`."""

    DATE = "date"  # newest first
    OLDEST = "-date"
    FEED = "feed"
    TITLE = "title"
    WORDS = "words"  # longest first
    RELEVANCE = "relevance"


@dataclass(frozen=True, slots=True)
class Text:
    """A term in a field."""

    term: Term
    field: Field = Field.ANY


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of this name is named."""

    term: Term


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody of this name is quoted."""

    term: Term


@dataclass(frozen=True, slots=True)
class Quoted:
    """The term stands inside a quotation."""

    term: Term


@dataclass(frozen=True, slots=True)
class FromFeed:
    """From a feed whose title or address holds `name`."""

    name: str


@dataclass(frozen=True, slots=True)
class InFolder:
    """From a feed of this folder."""

    name: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """Given this tag; `begun`: any tag that begins so."""

    name: str
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Is:
    """In this state; `since` tells from when on an article is new, seconds."""

    state: State
    since: int = 0


@dataclass(frozen=True, slots=True)
class Has:
    """Has such a thing."""

    thing: Thing


@dataclass(frozen=True, slots=True)
class Dated:
    """Published at `start` or later and before `end`, seconds; None: no bound."""

    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Measured:
    """At least `low` and at most `high` of something; None: no bound."""

    measure: Measure
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """Written in this language (BCP 47; `de` holds `de-CH` too)."""

    language: str


@dataclass(frozen=True, slots=True)
class Saved:
    """Found by the saved search of this name."""

    name: str


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts; of no parts: everything."""

    parts: tuple["Node", ...] = ()


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of the parts."""

    parts: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Not the part."""

    part: "Node"


Node = (
    Text
    | Person
    | Said
    | Quoted
    | FromFeed
    | InFolder
    | Tagged
    | Is
    | Has
    | Dated
    | Measured
    | Written
    | Saved
    | And
    | Or
    | Not
)

EVERYTHING = And()


@dataclass(frozen=True, slots=True)
class Query:
    """A whole query. `hints` are sentences for the user about what was not understood."""

    where: Node = EVERYTHING
    order: Order = Order.DATE
    limit: int | None = None
    hints: tuple[str, ...] = ()
