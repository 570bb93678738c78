"""The search language: a string becomes a query, whatever the string.

    query = or ;  or = and { ("OR" | "|") and } ;  and = not { ["AND"] not }
    not   = { "-" | "!" | "NOT" } atom ;   atom = "(" or ")" | "#"tag | NAME ":" value | term
    value = "(" term { ["OR"] term } ")" | [">"|">="|"<"|"<="|"="] X | X ".." X | term
    term  = "phrase" | word | word* | /regex/i

A space is AND and binds tighter than OR. The operators are one table, `OPERATORS`.
"""

from tuinews.query.describe import describe
from tuinews.query.nodes import Query
from tuinews.query.operators import OPERATORS, Operator
from tuinews.query.parse import parse
from tuinews.query.terms import hints, named, terms

__all__ = ["OPERATORS", "Operator", "Query", "describe", "hints", "named", "parse", "terms"]
