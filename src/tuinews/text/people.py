"""Which names are the same person: all forms of a name within one article, joined under the fullest.

Full names are joined first, the longest before the shorter; then single words find the full name they are
part of. Two different given names are never joined, and nor are a man and a woman of one surname. Work and
memory are linear: of those who share a surname only the first fifty are compared.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial

from tuinews.model import Person, Span
from tuinews.text import fold as _folding
from tuinews.text.language import Language
from tuinews.text.lexicon import FEMALE, MALE, lexicon
from tuinews.text.names import Name, stemmed
from tuinews.text.tokens import Tokens

_NOT_LETTERS = re.compile(r"[^\w]+")
_NAMESAKES = 50  # persons of one surname looked at: a text with more is a directory, and must stay linear
_LONGEST = 8  # parts of a name that are compared
_Cut = tuple[tuple[str, ...], str, str]


@dataclass(slots=True, eq=False)
class Figure:
    """A person of the article while the article is read: name parts folded, the mentions, what is known."""

    parts: tuple[str, ...]
    name: str
    suffix: str = ""  # Jr, III: tells father and son apart
    sex: str = ""  # MALE or FEMALE of the lexicon, or unknown
    mentions: list[int] = field(default_factory=list)  # indices into the list of names
    titles: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Form:
    """One mention: a name as it stands, cut into folded parts."""

    index: int
    text: str
    parts: tuple[str, ...]
    suffix: str
    title: str
    sex: str


def fold(word: str) -> str:
    """A word without accents, case and signs: what two spellings of a name have in common."""
    return _NOT_LETTERS.sub("", word.lower() if word.isascii() else _folding.fold(word))


def key(name: str) -> str:
    """The normalised full name that joins a person across articles; "" for a single word."""
    parts = [fold(part) for part in name.replace("-", " ").split()]
    parts = [part for part in parts if part]
    return " ".join(parts) if len(parts) > 1 else ""


def figures(tokens: Tokens, names: list[Name], language: Language) -> list[Figure]:
    """Join the names into persons, in the order of their first mentions."""
    cut = cache(partial(_cut, language=language))  # for this text: most names stand in it more than once
    forms = [_form(tokens, index, name, cut, language) for index, name in enumerate(names)]
    cast = _Cast()
    owner: dict[int, Figure] = {}
    full = [form for form in forms if len(form.parts) > 1]
    for form in sorted(full, key=_fullest_first):
        owner[form.index] = cast.full(form)
    for form in full:
        cast.mention(owner[form.index], form)
    for form in sorted(forms, key=lambda f: (not f.sex, f.index)):  # those that only fit one sex come first
        if len(form.parts) == 1:
            owner[form.index] = figure = cast.single(form)
            cast.mention(figure, form)
    people = {id(figure): figure for _, figure in sorted(owner.items(), key=lambda item: item[0])}
    _tell_apart(list(people.values()), forms)
    for figure in people.values():
        figure.mentions.sort()
    return list(people.values())


def _fullest_first(form: _Form) -> tuple[int, int, bool, int]:
    """The order in which full names are joined: initials and capitals wait for the name written out."""
    return -len(form.parts), sum(len(part) == 1 for part in form.parts), form.text.isupper(), form.index


def _form(
    tokens: Tokens, index: int, name: Name, cut: Callable[[tuple[str, ...]], _Cut], language: Language
) -> _Form:
    parts, suffix, given = cut(tuple(tokens.words[name.first : min(name.last, name.first + 4 * _LONGEST)]))
    text = tokens.text[tokens.starts[name.first] : tokens.end(name.last - 1)]
    title = "" if _are_two(tokens, name, language) else name.title
    sex = MALE if title in language.male_titles else FEMALE if title in language.female_titles else given
    return _Form(index, text, parts or (text,), suffix, title, sex)


def _cut(words: tuple[str, ...], language: Language) -> _Cut:
    """The folded parts of a name, its suffix, and the sex that its given name tells."""
    suffix = next((fold(word) for word in words[1:] if fold(word) in language.suffixes), "")
    parts = tuple(
        part
        for word in words
        for part in map(fold, re.split(r"[-‐‑.]", stemmed(word, language)))
        if part and (part != suffix or len(words) < 2)
    )
    flags = set(lexicon().get(words[0])) & {MALE, FEMALE} if len(parts) > 1 else set()
    return parts[:_LONGEST], suffix, flags.pop() if len(flags) == 1 else ""


def _are_two(tokens: Tokens, name: Name, language: Language) -> bool:
    """Whether a name stands for a couple: Mr and Mrs Clinton."""
    before = [word.lower() for word in tokens.words[max(0, name.first - 6) : name.first] if word != "."]
    return bool(name.title) and len(before) > 2 and {before[-1], before[-3]} <= language.titles


class _Cast:
    """The persons found so far, by all their name and by each part of it."""

    def __init__(self) -> None:
        self._by_name: dict[tuple[str, str], Figure] = {}
        self._by_parts: dict[tuple[str, ...], Figure] = {}
        self._by_part: dict[str, list[Figure]] = {}
        self._named: dict[tuple[str, str], Figure] = {}

    def full(self, form: _Form) -> Figure:
        """The person of a full name: the same one, one whose name holds this one, or a new one."""
        whole = "".join(form.parts)
        figure = self._by_name.get((whole, form.suffix)) or self._reversed(form) or self._holder(form)
        if figure is None:
            figure = Figure(form.parts, form.text, form.suffix, form.sex)
            for part in set(form.parts):
                self._by_part.setdefault(part, []).append(figure)
        self._by_name.setdefault((whole, form.suffix), figure)
        self._by_parts.setdefault((*sorted(form.parts), form.suffix), figure)
        return figure

    def _reversed(self, form: _Form) -> Figure | None:
        """Somebody with the same parts in another order: Kim Jong Un and Jong Un Kim."""
        return self._by_parts.get((*sorted(form.parts), form.suffix))

    def _holder(self, form: _Form) -> Figure | None:
        """The one person whose fuller name has these parts in their order; initials fit what they begin."""
        found: Figure | None = None
        for figure in self._by_part.get(form.parts[-1], ())[:_NAMESAKES]:
            if (
                len(figure.parts) >= len(form.parts)
                and _agree(form, figure)
                and _within(form.parts, figure.parts)
            ):
                if found and any(len(part) == 1 for part in form.parts):
                    return None  # an initial that fits two people is neither
                found = found or figure
        if found:  # J. Okafor, once known as John, is no Jane
            found.parts = tuple(
                next((p for p in form.parts if len(part) == 1 and p.startswith(part)), part)
                for part in found.parts
            )
        return found

    def single(self, form: _Form) -> Figure:
        """The person a single word stands for: by surname, else by given name, else one of their own."""
        part, sex = form.parts[0], form.sex
        near = [f for f in self._by_part.get(part, ())[:_NAMESAKES] if not (sex and f.sex and f.sex != sex)]
        near = [f for f in near if sex and f.sex == sex] or near
        near = [f for f in near if f.parts[-1] == part] or near
        if near:
            most = max(len(f.mentions) for f in near)
            before = [f for f in near if len(f.mentions) == most]
            return next((f for f in reversed(before) if f.mentions and f.mentions[0] < form.index), before[0])
        known = self._named.get((part, sex)) or (None if sex else self._either(part))
        if known is None:
            known = self._named[part, sex] = Figure(form.parts, form.text, form.suffix, sex)
        return known

    def _either(self, part: str) -> Figure | None:
        return self._named.get((part, MALE)) or self._named.get((part, FEMALE))

    def mention(self, figure: Figure, form: _Form) -> None:
        """Note a mention, and the title it had."""
        figure.mentions.append(form.index)
        figure.sex = figure.sex or form.sex
        if form.title:
            figure.titles.add(form.title)


def _agree(form: _Form, figure: Figure) -> bool:
    """Whether neither generation nor sex tells a form and a person apart."""
    return form.suffix in ("", figure.suffix) and (not form.sex or figure.sex in ("", form.sex))


def _within(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether all parts of a short name are in a full one, in order, the first among them."""
    rest = iter(full)
    if not _alike(short[0], full[0]) and len(short[0]) > 1 and short[0] not in full[:-1]:
        return False
    return all(any(_alike(part, other) for other in rest) for part in short)


def _alike(one: str, two: str) -> bool:
    return one == two or (len(one) == 1 and two.startswith(one)) or (len(two) == 1 and one.startswith(two))


def _tell_apart(people: list[Figure], forms: list[_Form]) -> None:
    """Give the title back to those of one surname who have no other name: Mr Clinton and Mrs Clinton."""
    seen: dict[str, Figure] = {}
    for figure in people:
        other = seen.setdefault(figure.name, figure)
        if other is not figure:
            for person in (other, figure):
                title = min(person.titles, default="").capitalize()
                person.name = person.name if not title or " " in person.name else f"{title} {person.name}"


def person(figure: Figure, tokens: Tokens, names: list[Name]) -> Person:
    """The person as a value of the model; only a full name joins them across articles."""
    spans = tuple(Span(tokens.starts[names[i].first], tokens.end(names[i].last - 1)) for i in figure.mentions)
    return Person(figure.name, spans, key(figure.name) if len(figure.parts) > 1 else "")
