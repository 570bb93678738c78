"""Names that nobody bears: of many countries, family-first ones, initials, particles, and invented words."""

import importlib
import random
from importlib.resources import files

from tests.training import shapes
from tests.training.corpus import Span

_FAMILY_FIRST = 0.1  # of all names
_ENGLISH = 0.45  # of the others; the lists of the lexicon are of all countries alike
_AMBIGUOUS = 0.08  # names that are also ordinary words or places
_INVENTED = 0.2  # names put together from the halves of two


class Inventor:
    """Draws names with one random source; the words come from the lexicon and from Faker's English lists."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        kinds = "given", "given word", "family", "ambiguous", "place"
        self.words: dict[str, list[str]] = {kind: [] for kind in kinds}
        lexicon = files("tuinews.text") / "data" / "lexicon.txt"
        for entry in lexicon.read_text(encoding="utf-8").split():
            word, sign, flags = entry.partition("=")
            for kind in _kinds(set(flags)) if sign and len(word) > 2 and word < "Ѐ" else ():
                self.words[kind].append(word)
        self.words["english given"] = _faker("first_names_male", "first_names_female")
        self.words["english family"] = _faker("last_names")
        self._places = frozenset(self.words["place"])

    def word(self, kind: str) -> str:
        """A word of a kind, sometimes the halves of two."""
        pick, pool = self.random, self.words[kind]
        if kind == "place" or " " in kind or pick.random() > _INVENTED:
            return pick.choice(pool)
        front, back = pick.choice(pool), pick.choice(pool)
        return front[: max(2, len(front) // 2)] + back[len(back) // 2 :]

    def name(self) -> tuple[list[str], int]:
        """The parts of a full name, and which of them is the surname."""
        pick = self.random
        if pick.random() < _FAMILY_FIRST:
            return self._family_first(), 0
        english = pick.random() < _ENGLISH
        given = [self.word("english given" if english else "given")]
        if pick.random() < _AMBIGUOUS:
            given = [self.word("given word")]
        ambiguous = pick.random() < _AMBIGUOUS
        family = self.word(
            "ambiguous" if ambiguous else "english family" if english and pick.random() < 0.7 else "family"
        )
        way = pick.random()
        if way < 0.06:
            given.append(f"{self._initial()}.")
        elif way < 0.1:
            given = ["".join(f"{self._initial()}." for _ in range(pick.choice((1, 2))))]
        elif way < 0.14:
            given.append(self.word("given"))
        elif way < 0.17:
            family = " ".join((pick.choice(shapes.NAMES["particles"]), family))
        elif way < 0.19:
            family = pick.choice(shapes.NAMES["prefixes"]) + family
        elif way < 0.215:
            family = f"{family}-{self.word('family')}"
        elif way < 0.23:
            given = [f"{given[0]}-{self.word('given')}"]
        return [*given, family], len(given)

    def _initial(self) -> str:
        return self.random.choice(shapes.NAMES["initials"])

    def _family_first(self) -> list[str]:
        pick, way = self.random, self.random.random()
        if way < 0.35:
            second = pick.choice(shapes.NAMES["chinese_given"]).lower() if pick.random() < 0.6 else ""
            return [pick.choice(shapes.NAMES["chinese"]), pick.choice(shapes.NAMES["chinese_given"]) + second]
        if way < 0.65:
            one, two = pick.choice(shapes.NAMES["korean_given"]), pick.choice(shapes.NAMES["korean_given"])
            forms = ([f"{one}-{two.lower()}"], [one, two], [f"{one}-{two}"], [one + two.lower()])
            return [pick.choice(shapes.NAMES["korean"]), *pick.choices(forms, (45, 30, 10, 15))[0]]
        if way < 0.85:
            one, two = (
                pick.choice(shapes.NAMES["cantonese_given"]),
                pick.choice(shapes.NAMES["cantonese_given"]),
            )
            return [pick.choice(shapes.NAMES["cantonese"]), f"{one}-{two.lower()}"]
        given = [pick.choice(shapes.NAMES["vietnamese_given"]) for _ in range(pick.choice((1, 2, 2)))]
        return [pick.choice(shapes.NAMES["vietnamese"]), *given]

    def rename(self, text: str, spans: list[Span]) -> tuple[str, list[Span]]:
        """The same text with every person under another name, the same one throughout, and other places."""
        names: dict[str, tuple[list[str], int]] = {}
        out, found, last = "", list[Span](), 0
        for start, end, kind in sorted(spans):
            if start < last:
                continue
            out += text[last:start]
            word, last = text[start:end], end
            if kind == "P" and word[0].isupper() and all(c.isalnum() or c in " .'’-" for c in word):
                parts, surname = names.setdefault(word.split()[-1], self.name())
                other = " ".join(parts) if " " in word else parts[surname]
                word = other.upper() if word.isupper() and len(word) > 3 else other
            elif kind == "X" and word in self._places and self.random.random() < 0.5:
                word = self.word("place")
            found.append((len(out), len(out) + len(word), kind))
            out += word
        return out + text[last:], found


def _kinds(flags: set[str]) -> list[str]:
    """Which lists a word of the lexicon belongs to."""
    if flags <= set("pP"):
        return ["place"]
    if flags & set("cpq"):
        return [kind for kind, of in (("given word", "mf"), ("ambiguous", "s")) if flags & set(of)]
    return [kind for kind, of in (("given", "mf"), ("family", "s")) if flags & set(of)]


def _faker(*attributes: str) -> list[str]:
    """Faker's names for English-speaking countries; the American surnames threefold, as in the news."""
    found: list[str] = []
    for country, weight in (("en_US", 3), ("en_GB", 1)):
        provider = importlib.import_module(f"faker.providers.person.{country}").Provider
        for attribute in attributes:
            found += list(getattr(provider, attribute)) * (weight if attribute == "last_names" else 1)
    return found
