"""What a query looks for in a text, to be marked there; and what it did not understand."""

from tuinews.model import Term
from tuinews.query.nodes import And, Field, Node, Or, Person, Query, Quoted, Text


def terms(query: Query, field: Field = Field.BODY) -> tuple[Term, ...]:
    """Return the terms whose hits are to be marked in the title or body: none that is negated."""
    return tuple(dict.fromkeys(_terms(query.where, field)))


def _terms(node: Node, field: Field) -> list[Term]:
    match node:
        case Text(term, where) if where in (Field.ANY, field):
            return [term]
        case Quoted(term) if field is Field.BODY:
            return [term]
        case And(parts) | Or(parts):
            return [term for part in parts for term in _terms(part, field)]
    return []


def named(query: Query) -> tuple[Term, ...]:
    """Return the names of the people that an article must name, or one of whom: none that is negated."""
    return tuple(dict.fromkeys(_named(query.where)))


def _named(node: Node) -> list[Term]:
    match node:
        case Person(term):
            return [term]
        case And(parts) | Or(parts):
            return [term for part in parts for term in _named(part)]
    return []


def hints(query: Query) -> tuple[str, ...]:
    """Return sentences about what was not understood, empty if all was."""
    return query.hints
