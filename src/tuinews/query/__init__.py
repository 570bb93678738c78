"""The search language: a string becomes a query, whatever the string.

    query = or ;  or = and { ("OR" | "|") and } ;  and = not { ["AND"] not }
    not   = { "-" | "!" | "NOT" } atom ;   atom = "(" or ")" | "#"tag | NAME ":" value | term
    value = "(" term { ["OR"] term } ")" | [">"|">="|"<"|"<="|"="] X | X ".." X | term
    term  = "phrase" | word | word* | /regex/i

A space is AND and binds tighter than OR. The operators are one table, `OPERATORS`.

What is wanted from outside comes through here, never from a module within: two threads, one of which begins
with this package and the other with a module that it imports, would each wait for the other's import.
"""

from tuinews.query.describe import describe
from tuinews.query.nodes import (
    EVERYTHING,
    And,
    Dated,
    Field,
    FromFeed,
    Has,
    InFolder,
    Is,
    Measure,
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
    State,
    Tagged,
    Text,
    Thing,
    Written,
)
from tuinews.query.operators import OPERATORS, Operator
from tuinews.query.parse import parse
from tuinews.query.terms import hints, named, terms

__all__ = [
    "EVERYTHING",
    "OPERATORS",
    "And",
    "Dated",
    "Field",
    "FromFeed",
    "Has",
    "InFolder",
    "Is",
    "Measure",
    "Measured",
    "Node",
    "Not",
    "Operator",
    "Or",
    "Order",
    "Person",
    "Query",
    "Quoted",
    "Said",
    "Saved",
    "State",
    "Tagged",
    "Text",
    "Thing",
    "Written",
    "describe",
    "hints",
    "named",
    "parse",
    "terms",
]
