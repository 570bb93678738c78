"""Which names are the same person: all forms of a name within one article, joined under the fullest."""

import re
import unicodedata
from dataclasses import dataclass, field

from tuinews.model import Person, Span
from tuinews.text.language import Language
from tuinews.text.names import Name
from tuinews.text.tokens import Tokens

_NOT_LETTERS = re.compile(r"[^\w]+")
_NAMESAKES = 50  # persons of one surname looked at: a text with more is a directory, and must stay linear


@dataclass(slots=True)
class Figure:
    """A person of the article while the article is read: name parts folded, the mentions, what is known."""

    parts: tuple[str, ...]
    name: str
    mentions: list[int] = field(default_factory=list)  # indices into the list of names
    titles: set[str] = field(default_factory=set)


def fold(word: str) -> str:
    """A word without accents, case and signs: what two spellings of a name have in common."""
    if word.isascii():
        return _NOT_LETTERS.sub("", word).lower()
    plain = unicodedata.normalize("NFKD", word)
    return _NOT_LETTERS.sub("", "".join(c for c in plain if not unicodedata.combining(c))).casefold()


def key(name: str) -> str:
    """The normalised full name that joins a person across articles; "" for a single word."""
    parts = [fold(part) for part in name.replace("-", " ").split()]
    parts = [part for part in parts if part]
    return " ".join(parts) if len(parts) > 1 else ""


def figures(tokens: Tokens, names: list[Name], language: Language) -> list[Figure]:
    """Join the names into persons: full names first, then every shorter form to its nearest full one."""
    entries = []
    for index, name in enumerate(names):
        text = tokens.text[tokens.starts[name.first] : tokens.end(name.last - 1)]
        parts = tuple(filter(None, map(fold, tokens.words[name.first : name.last]))) or (text,)
        entries.append(
            (index, text, tuple(p for p in parts if p not in language.suffixes) or parts, name.title)
        )
    by_full: dict[tuple[str, ...], Figure] = {}
    by_part: dict[str, list[Figure]] = {}
    owner: dict[int, Figure] = {}
    for index, text, parts, title in sorted(entries, key=lambda e: (-len(e[2]), e[0])):
        figure = by_full.get(parts) or _fit(parts, by_part)
        if figure is None:
            figure = Figure(parts, text)
            by_full[parts] = figure
            for part in {parts[0], parts[-1]}:
                by_part.setdefault(part, []).append(figure)
        else:
            by_full.setdefault(parts, figure)
        owner[index] = figure
        if title:
            figure.titles.add(title)
    people: list[Figure] = []
    for index in sorted(owner):
        figure = owner[index]
        if not figure.mentions:
            people.append(figure)
        figure.mentions.append(index)
    return people


def _fit(parts: tuple[str, ...], by_part: dict[str, list[Figure]]) -> Figure | None:
    """The one person whose fuller name holds these parts in order; initials fit the names they begin."""
    for figure in by_part.get(parts[-1], [])[:_NAMESAKES]:
        if len(figure.parts) > len(parts) and _within(parts, figure.parts):
            return figure
    if len(parts) == 1:
        return next((f for f in by_part.get(parts[0], []) if len(f.parts) > 1), None)
    return None


def _within(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    rest = iter(full)
    return all(
        any(f == s or (len(s) == 1 and f.startswith(s)) or (len(f) == 1 and s.startswith(f)) for f in rest)
        for s in short
    )


def person(figure: Figure, tokens: Tokens, names: list[Name]) -> Person:
    """The person as a value of the model."""
    spans = tuple(Span(tokens.starts[names[i].first], tokens.end(names[i].last - 1)) for i in figure.mentions)
    return Person(figure.name, spans, key(figure.name))
