"""What the parts of a query ask about: what a plan is chosen by."""

from tuinews.model import TermKind
from tuinews.query import (
    And,
    Dated,
    Field,
    Has,
    Is,
    Measured,
    Node,
    Not,
    Or,
    Person,
    Quoted,
    Said,
    State,
    Text,
    Thing,
)


def asks_hidden(node: Node) -> bool:
    """Tell whether the node names what is hidden, so that hidden articles are to be found."""
    match node:
        case Is(State.HIDDEN):
            return True
        case And(parts) | Or(parts):
            return any(map(asks_hidden, parts))
        case Not(part):
            return asks_hidden(part)
    return False


def flat(node: Node) -> list[Node]:
    """Return the parts of nested ANDs side by side."""
    if isinstance(node, And):
        return [inner for part in node.parts for inner in flat(part)]
    return [node]


def bounds(parts: list[Node]) -> tuple[int | None, int | None]:
    """Return the latest start and the earliest end of all the dates among `parts`, seconds."""
    dates = [part for part in parts if isinstance(part, Dated)]
    starts = [date.start for date in dates if date.start is not None]
    ends = [date.end for date in dates if date.end is not None]
    return (max(starts) if starts else None), (min(ends) if ends else None)


def is_far(node: Node) -> bool:
    """Tell whether each article must be looked at to see whether it is one of those sought."""
    match node:
        case And(parts) | Or(parts):
            return any(map(is_far, parts))
        case Not(part):
            return is_far(part)
        case Text(term) | Person(term) | Said(term) | Quoted(term):
            return term.kind is TermKind.REGEX
    return isinstance(node, Measured)


def is_of_story(node: Node) -> bool:
    """Tell whether the node asks for what copies of a story have in common: their words, and being read."""
    match node:
        case Text(_, Field.ANY | Field.BODY | Field.TITLE) | Person() | Said() | Quoted():
            return True
        case Is(State.UNREAD | State.READ) | Has(Thing.QUOTE | Thing.PERSON):
            return True
        case Not(part):
            return is_of_story(part)
        case And(parts) | Or(parts):
            return all(map(is_of_story, parts))
    return False


def is_spoken(node: Node) -> bool:
    """Tell whether the node asks about one quotation and nothing else."""
    match node:
        case Said(term) | Quoted(term):
            return term.kind is not TermKind.REGEX
        case And(parts) | Or(parts):
            return bool(parts) and all(map(is_spoken, parts))
    return False


def names_quoted(node: Node) -> bool:
    """Tell whether the node asks for words inside a quotation."""
    match node:
        case Quoted():
            return True
        case And(parts) | Or(parts):
            return any(map(names_quoted, parts))
        case Not(part):
            return names_quoted(part)
    return False
