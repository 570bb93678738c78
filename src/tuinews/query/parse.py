"""A string becomes a query: a descent by hand that takes every string."""

import re
from dataclasses import dataclass, field
from datetime import datetime

from tuinews.model import Term, TermKind
from tuinews.query.nodes import EVERYTHING, And, Node, Not, Or, Order, Query, Tagged, Text
from tuinews.query.operators import BY_NAME, Limit, Operator, Refused, Value
from tuinews.regex import compiled

LONGEST = 2000  # characters that are read; what follows is ignored, with a hint
DEEPEST = 40  # brackets within brackets; further ones count as spaces

_SPACE = re.compile(r"\s*")
_QUOTED = re.compile('["“„](?P<text>[^"“”]*)(?P<end>["“”]?)')
_REGEX = re.compile(r"/(?P<source>(?:[^/\\\n]|\\.)+)/(?P<flags>[ims]*)(?=[\s()]|$)")
_OPERATOR = re.compile(r"(?P<name>[^\W\d_]+):")
_WORD = re.compile(r'[^\s()|"“”„]+')
_VALUE = re.compile(r'[^\s()"“”„]+')
_NOT = re.compile(r"(?:[-!](?=\S)|NOT(?=[\s(]|$))")
_OR = re.compile(r"(?:\||OR(?=[\s()]|$))")
_AND = re.compile(r"AND(?=[\s()]|$)")


def parse(text: str, *, typing: bool = False, now: datetime | None = None) -> Query:
    """Read a query; never raises. `typing`: the last word is not finished, and matches all that begin so.

    `now` is the moment that "yesterday" is reckoned from, in its own time zone; by default this machine's.
    """
    return _Parser(text[:LONGEST], typing, now or datetime.now()).query(cut=len(text) > LONGEST)


@dataclass(slots=True)
class _Parser:
    text: str
    typing: bool
    now: datetime
    at: int = 0
    depth: int = 0
    order: Order = Order.DATE
    limit: int | None = None
    hints: list[str] = field(default_factory=list)

    def query(self, *, cut: bool) -> Query:
        if cut:
            self.hints.append(f"only the first {LONGEST} characters are read")
        parts: list[Node] = []
        while self.at < len(self.text):
            node = self.any_of()
            if node is not None:
                parts.append(node)
            self.take(re.compile(r"\s*\)"))  # one bracket too many
        return Query(_and(parts) or EVERYTHING, self.order, self.limit, tuple(dict.fromkeys(self.hints)))

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.match(self.text, self.at)
        if match:
            self.at = match.end()
        return match

    def any_of(self) -> Node | None:
        parts = [self.all_of()]
        while self.take(_OR):
            parts.append(self.all_of())
        found = [part for part in parts if part is not None]
        return Or(tuple(found)) if len(found) > 1 else found[0] if found else None

    def all_of(self) -> Node | None:
        parts: list[Node] = []
        while True:
            self.take(_SPACE)
            if self.at >= len(self.text) or self.text[self.at] == ")" or _OR.match(self.text, self.at):
                return _and(parts)
            if self.take(_AND):
                continue
            node = self.negated()
            if node is not None:
                parts.append(node)

    def negated(self) -> Node | None:
        negative = False
        while self.take(_NOT):
            negative = not negative
            self.take(_SPACE)
        if self.at >= len(self.text) or self.text[self.at] == ")" or _OR.match(self.text, self.at):
            return None
        node = self.atom()
        return Not(node) if negative and node is not None else node

    def atom(self) -> Node | None:
        if self.text[self.at] == "(":
            return self.bracket()
        if self.text[self.at] == "#" and (match := re.compile(r"#[^\s()|\"]+").match(self.text, self.at)):
            self.at = match.end()
            return Tagged(match[0][1:], self.unfinished())
        named = _OPERATOR.match(self.text, self.at)
        operator = BY_NAME.get(named["name"].lower()) if named else None
        if named and operator:
            self.at = named.end()
            return self.valued(operator)
        term = self.term(_WORD)
        if named and term and not term.text.startswith(named[0] + "//") and len(term.text) > len(named[0]):
            self.hints.append(f"{named[0]} is no operator, it is searched as text")
        return Text(term) if term else None

    def bracket(self) -> Node | None:
        self.at += 1
        if self.depth >= DEEPEST:
            return None
        self.depth += 1
        node = self.any_of()
        self.depth -= 1
        if self.at < len(self.text):
            self.at += 1  # the closing bracket; at the end of the text it closes itself
        return node

    def valued(self, operator: Operator) -> Node | None:
        if self.text[self.at : self.at + 1] == "(":
            self.at += 1
            return self.value_list(operator)
        term = self.term(_VALUE)
        if term and re.fullmatch(r"[<>]=?|=", term.text) and self.take(re.compile(r"[ \t]+(?=[^\s()])")):
            following = self.term(_VALUE)  # "words:> 800"
            term = Term(term.text + following.text) if following else None
        return self.made(operator, term) if term else None

    def value_list(self, operator: Operator) -> Node | None:
        """Read `(a b "c d")`: any of them."""
        nodes: list[Node] = []
        while True:
            self.take(_SPACE)
            if self.at >= len(self.text):
                break
            if self.text[self.at] == ")":
                self.at += 1
                break
            if self.take(_OR):
                continue
            if self.text[self.at] == "(":
                self.at += 1
                continue
            term = self.term(_WORD)
            node = self.made(operator, term) if term else None
            if node is not None:
                nodes.append(node)
        return Or(tuple(nodes)) if len(nodes) > 1 else nodes[0] if nodes else None

    def made(self, operator: Operator, term: Term) -> Node | None:
        made = operator.make(Value(term, self.now, self.unfinished()))
        match made:
            case Order():
                self.order = made
            case Limit(number):
                self.limit = number
            case Refused(hint):
                self.hints.append(hint)
            case _:
                return made
        return None

    def term(self, bare: re.Pattern[str]) -> Term | None:
        """Read a phrase, a regular expression or a word; None if there is nothing in it to search for."""
        if match := self.take(_QUOTED):
            begun = self.typing and not match["end"] and match["text"][-1:].isalnum()
            kind = TermKind.PREFIX if begun else TermKind.WORDS
            return Term(match["text"], kind) if match["text"].strip() else None
        if match := self.take(_REGEX):
            return self.regex(match)
        match = self.take(bare)
        if match is None:
            self.at += 1  # a lone sign, such as a closing quotation mark
            return None
        word = match[0]
        if word.endswith("*"):
            return Term(word.rstrip("*"), TermKind.PREFIX) if word.rstrip("*") else None
        kind = TermKind.PREFIX if self.unfinished() else TermKind.WORDS
        return Term(word, kind)

    def regex(self, match: re.Match[str]) -> Term:
        source = "".join(sorted(set(match["flags"])))
        source = (f"(?{source})" if source else "") + match["source"]
        if compiled(source) is None:
            self.hints.append(f"{match[0]} is no regular expression, it is searched as text")
            return Term(match[0])
        return Term(source, TermKind.REGEX)

    def unfinished(self) -> bool:
        """Tell whether the word just read is still being typed."""
        return self.typing and self.at == len(self.text) and self.text[-1:].isalnum()


def _and(parts: list[Node]) -> Node | None:
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else And(tuple(parts))
