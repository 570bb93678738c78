"""The operators of the search language: one table, for parsing, help, README and completion."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from tuinews.model import Term, TermKind
from tuinews.query.dates import ago, period
from tuinews.query.nodes import (
    Dated,
    Field,
    FromFeed,
    Has,
    InFolder,
    Is,
    Measure,
    Measured,
    Node,
    Order,
    Person,
    Quoted,
    Said,
    Saved,
    State,
    Tagged,
    Text,
    Thing,
    Written,
)

DAY = 86400


@dataclass(frozen=True, slots=True)
class Value:
    """What stands behind the colon. `begun`: it is still being typed and may go on."""

    term: Term
    now: datetime
    begun: bool = False

    @property
    def text(self) -> str:
        """The value as a plain string."""
        return self.term.text


@dataclass(frozen=True, slots=True)
class Limit:
    """How many articles at most."""

    number: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A value that means nothing here; `hint` says what would."""

    hint: str


Made = Node | Order | Limit | Refused


@dataclass(frozen=True, slots=True)
class Operator:
    """One operator: its names, what it does, and `make`, which turns its value into a part of the query.

    `values` are the words it takes, if it takes certain words only (for help and completion).
    """

    name: str
    help: str
    example: str
    make: Callable[[Value], Made]
    aliases: tuple[str, ...] = ()
    values: tuple[str, ...] = ()


def _field(field: Field) -> Callable[[Value], Made]:
    return lambda value: Text(value.term, field)


def _state(value: Value) -> Made:
    name = _one_of(value, tuple(State))
    return Is(State(name), int(value.now.timestamp()) - DAY) if name else _refused("is", tuple(State))


def _thing(value: Value) -> Made:
    name = _one_of(value, tuple(Thing))
    return Has(Thing(name)) if name else _refused("has", tuple(Thing))


def _order(value: Value) -> Made:
    name = _one_of(value, tuple(Order))
    return Order(name) if name else _refused("sort", tuple(Order))


def _one_of(value: Value, names: tuple[str, ...]) -> str | None:
    """Return the name meant: itself, its plural, or the only one that begins so while it is being typed."""
    typed = value.text.strip().lower()
    for name in names:
        if typed in (name, name + "s"):
            return name
    begun = [name for name in names if name.startswith(typed)]
    return begun[0] if value.begun and len(begun) == 1 else None


def _refused(operator: str, names: tuple[str, ...]) -> Refused:
    return Refused(f"{operator}: takes {', '.join(names)}")


def _after(value: Value) -> Made:
    if (seconds := ago(value.text)) is not None:
        return Dated(start=int(value.now.timestamp()) - seconds)
    span = period(value.text, value.now)
    return Dated(start=span[0]) if span else _no_date("after")


def _before(value: Value) -> Made:
    if (seconds := ago(value.text)) is not None:
        return Dated(end=int(value.now.timestamp()) - seconds)
    span = period(value.text, value.now)
    return Dated(end=span[0]) if span else _no_date("before")


def _date(value: Value) -> Made:
    sign, rest = _comparison(value.text)
    first, dots, last = rest.partition("..")
    begin = period(first, value.now)
    finish = period(last, value.now) if dots else begin
    if (first and begin is None) or (last and finish is None) or (begin is None and finish is None):
        return _no_date("date")
    start, end = begin[0] if begin else None, finish[1] if finish else None
    match sign:
        case ">":
            return Dated(start=end)
        case ">=":
            return Dated(start=start)
        case "<":
            return Dated(end=start)
        case "<=":
            return Dated(end=end)
    return Dated(start, end)


def _no_date(operator: str) -> Refused:
    return Refused(f"{operator}: takes a date: 2026-08-01, 2026-08, yesterday, 3d, 2w, 6h")


def _newer(value: Value) -> Made:
    seconds = ago(value.text)
    return (
        Refused("newer: takes a time: 6h, 3d, 2w") if seconds is None else Dated(start=_back(value, seconds))
    )


def _older(value: Value) -> Made:
    seconds = ago(value.text)
    return Refused("older: takes a time: 6h, 3d, 2w") if seconds is None else Dated(end=_back(value, seconds))


def _back(value: Value, seconds: int) -> int:
    return int(value.now.timestamp()) - seconds


def _comparison(text: str) -> tuple[str, str]:
    match = re.match(r"\s*(>=|<=|>|<|=)?\s*(.*)", text, re.DOTALL)
    return (match[1] or "", match[2].strip()) if match else ("", text)


def _measure(measure: Measure) -> Callable[[Value], Made]:
    def make(value: Value) -> Made:
        sign, rest = _comparison(value.text)
        low, high = _range(sign, rest)
        if low is None and high is None:
            return Refused(f"{measure}: takes a number: >800, <=200, 100..300")
        return Measured(measure, low, high)

    return make


def _range(sign: str, text: str) -> tuple[int | None, int | None]:
    match = re.fullmatch(r"(\d{0,12})(\.\.)?(\d{0,12})", text, re.ASCII)
    if not match:
        return None, None
    low, high = (int(match[group]) if match[group] else None for group in (1, 3))
    if match[2]:
        return low, high
    if low is None:
        return None, None
    bounds = {">": (low + 1, None), ">=": (low, None), "<": (None, low - 1), "<=": (None, low)}
    return bounds.get(sign, (low, low))


def _limit(value: Value) -> Made:
    text = value.text.strip()
    if text.isascii() and text.isdigit() and int(text[:12]) > 0:
        return Limit(int(text[:12]))
    return Refused("limit: takes a number")


def _tag(value: Value) -> Made:
    name = value.text.removeprefix("#")
    if not name:
        return Refused("tag: takes the name of a tag")
    return Tagged(name, value.begun or value.term.kind is TermKind.PREFIX)


OPERATORS: tuple[Operator, ...] = (
    Operator("title", "words in the title", "title:budget", _field(Field.TITLE), ("intitle",)),
    Operator("body", "words in the text", "body:harbour", _field(Field.BODY), ("intext",)),
    Operator("author", "the author", "author:lindqvist", _field(Field.AUTHOR), ("by",)),
    Operator("url", "words in the address", "url:politics", _field(Field.URL), ("inurl",)),
    Operator(
        "feed", "a feed, by part of its title or address", "feed:courier", lambda v: FromFeed(v.text), ("in",)
    ),
    Operator("folder", "a folder of feeds", "folder:world", lambda v: InFolder(v.text)),
    Operator("tag", "a tag; #x is the same", "tag:later", _tag, ("label",)),
    Operator("person", "names this person", 'person:"Elena Petrov"', lambda v: Person(v.term), ("who",)),
    Operator("said", "quotes this person", "said:petrov", lambda v: Said(v.term), ("speaker",)),
    Operator("quote", "words inside a quotation", 'quote:"not for sale"', lambda v: Quoted(v.term), ("q",)),
    Operator("is", "its state", "is:unread", _state, values=tuple(State)),
    Operator("has", "what it has", "has:quote", _thing, values=tuple(Thing)),
    Operator("after", "on this day or later", "after:2026-08", _after, ("since",)),
    Operator("before", "before this day", "before:yesterday", _before),
    Operator("date", "on this day, or from one to another", "date:2026-08..2026-09", _date, ("on",)),
    Operator("newer", "not older than", "newer:3d", _newer),
    Operator("older", "older than", "older:2w", _older),
    Operator("words", "how long it is", "words:>800", _measure(Measure.WORDS)),
    Operator("quotes", "how many quotations it has", "quotes:>=2", _measure(Measure.QUOTES)),
    Operator("lang", "its language", "lang:de", lambda v: Written(v.text.strip().lower()), ("language",)),
    Operator("sort", "the order", "sort:relevance", _order, values=tuple(Order)),
    Operator("limit", "at most so many", "limit:50", _limit),
    Operator("saved", "found by a saved search", "saved:harbour", lambda v: Saved(v.text)),
)

BY_NAME: dict[str, Operator] = {
    name: operator for operator in OPERATORS for name in (operator.name, *operator.aliases)
}
