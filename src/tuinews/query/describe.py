"""A query in words, for the line under the search bar."""

from datetime import datetime
from typing import assert_never

from tuinews.model import Term, TermKind
from tuinews.query.nodes import (
    And,
    Dated,
    Field,
    FromFeed,
    Has,
    InFolder,
    Is,
    Measured,
    Node,
    Not,
    Or,
    Order,
    Person,
    Query,
    Quoted,
    Said,
    Saved,
    Tagged,
    Text,
    Written,
)

_ORDERS = {
    Order.DATE: "",
    Order.OLDEST: "oldest first",
    Order.FEED: "by feed",
    Order.TITLE: "by title",
    Order.WORDS: "longest first",
    Order.RELEVANCE: "best first",
}


def describe(query: Query) -> str:
    """Say what the query finds: `unread, quoting “petrov”, from 1 August 2026`; or "everything"."""
    parts = [_phrase(query.where, inner=False) or "everything", _ORDERS[query.order]]
    if query.limit is not None:
        parts.append(f"at most {query.limit:,}")
    return ", ".join(part for part in parts if part)


def _phrase(node: Node, *, inner: bool = True) -> str:
    match node:
        case And(parts):
            joined = ", ".join(_phrase(part) for part in parts)
            return f"({joined})" if inner and len(parts) > 1 else joined
        case Or(parts):
            joined = " or ".join(_phrase(part) for part in parts)
            return f"({joined})" if inner else joined
        case Not(part):
            return f"not {_phrase(part)}"
        case Text(term, field):
            return _term(term) if field is Field.ANY else f"{_term(term)} in the {_FIELDS[field]}"
        case Person(term):
            return f"naming {_term(term)}"
        case Said(term):
            return f"quoting {_term(term)}"
        case Quoted(term):
            return f"{_term(term)} in a quotation"
        case _:
            return _plain(node)


_FIELDS = {Field.TITLE: "title", Field.BODY: "text", Field.AUTHOR: "author's name", Field.URL: "address"}


def _plain(
    node: FromFeed | InFolder | Tagged | Is | Has | Dated | Measured | Written | Saved,
) -> str:
    match node:
        case FromFeed(name):
            return f"from “{name}”"
        case InFolder(name):
            return f"in the folder “{name}”"
        case Tagged(name, begun):
            return f"tagged #{name}{'…' if begun else ''}"
        case Is(state):
            return str(state)
        case Has(thing):
            return f"with {'an' if thing[0] in 'aeiou' else 'a'} {thing}"
        case Dated(start, end):
            return " ".join(part for part in (_moment("from", start), _moment("before", end)) if part)
        case Measured(measure, low, high):
            return _measured(measure, low, high)
        case Written(language):
            return f"in the language {language}"
        case Saved(name):
            return f"of the saved search “{name}”"
        case _:
            assert_never(node)


def _term(term: Term) -> str:
    match term.kind:
        case TermKind.WORDS:
            return f"“{term.text}”"
        case TermKind.PREFIX:
            return f"“{term.text}…”"
        case TermKind.REGEX:
            return f"/{term.text}/"
        case _:
            assert_never(term.kind)


def _moment(word: str, seconds: int | None) -> str:
    if seconds is None:
        return ""
    moment = datetime.fromtimestamp(seconds)
    day = f"{word} {moment.day} {moment:%B %Y}"
    return day if (moment.hour, moment.minute) == (0, 0) else f"{day} {moment:%H:%M}"


def _measured(measure: str, low: int | None, high: int | None) -> str:
    if low == high:
        return f"{low:,} {measure}"
    if high is None:
        return f"at least {low:,} {measure}"
    if low is None:
        return f"at most {high:,} {measure}"
    return f"{low:,} to {high:,} {measure}"
