"""Where names of persons stand, by form, titles, cues and repetition; no model, but a list of given names.

Used as it is for every language that has no trained model. Each stretch of capitals is weighed by itself;
then the whole article is taken into view: a full name that is beyond doubt vouches for its parts elsewhere.
The weights are set by hand: what matters is which signs outweigh which.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tuinews.text.language import Language, language
from tuinews.text.lexicon import COUNTRY, FEMALE, MALE, PLACE, SURNAME, lexicon
from tuinews.text.tokens import Tokens

_LONGEST = 6  # tokens in a name; a longer run of capitals is a heading or a list
_SURE = 2.0  # the weight from which a full name vouches for its parts
_COMPOUNDING = ("de", "nl", "sv")  # languages that write Mannschaftskapitän as one word
_APOSTROPHES = "'’ʼ"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: tokens `first` to `last` (exclusive), and the title before it, lower case."""

    first: int
    last: int
    title: str = ""


def is_capital(word: str) -> bool:
    """Whether a word is written as a name is, *al-Amr* included."""
    return word[0].isupper() or (word[:3].lower() == "al-" and word[3:4].isupper())


def names(tokens: Tokens, tongue: Language) -> list[Name]:
    """Every name of a person in the text, in order."""
    view = _View(tokens, tongue)
    found = [view.trimmed(first, last) for first, last in view.runs()]
    weights = [view.weight(name) for name in found]
    for name, weight in zip(found, weights, strict=True):
        if weight >= _SURE and name.last - name.first > 1:
            view.vouch(name)
    second = (view.again(name, weight) for name, weight in zip(found, weights, strict=True))
    return [name for name in second if name]


class _View:
    """The article in view: its words, those that also stand in small letters, and the parts of sure names."""

    def __init__(self, tokens: Tokens, tongue: Language) -> None:
        self.words = tokens.words
        self.first = tokens.first
        self.language = tongue
        self.lower = [word.lower() for word in tokens.words]
        self.small = {word for word in tokens.words if word[0].islower()}
        self.nouns = tongue.code == "de"  # where every noun has a capital, a capital says little
        self.sure: set[str] = set()
        self.particled: set[tuple[str, str]] = set()  # (der, Laan), as a full name has it
        self._known: dict[str, str] = {}

    def runs(self) -> Iterator[tuple[int, int]]:
        """Stretches of capitalised words, particles and initials' dots between them; (first, last) tokens."""
        end, count = 0, len(self.words)
        for i, word in enumerate(self.words):
            if i < end or not (is_capital(word) or self._elided(word)):
                continue
            end = i + 1
            while end < count and not self.first[end]:
                step = self._step(end)
                if not step:
                    break
                end += step
            yield i, end

    def _step(self, i: int) -> int:
        """How many tokens from `i` on continue a run: 0 if none."""
        word, following = self.words[i], self.words[i + 1 : i + 4]
        if is_capital(word) or self._elided(word):
            return 1
        if word == ".":
            if len(self.words[i - 1]) > 1 or not following or self.first[i + 1]:
                return 0
            return 2 if is_capital(following[0]) else 1 if self.lower[i + 1] in self.language.particles else 0
        for distance, later in enumerate((word, *following)):
            if distance and is_capital(later):
                return distance + 1
            if self.lower[i + distance] not in self.language.particles or self.first[i + distance]:
                return 0
        return 0

    def _elided(self, word: str) -> bool:
        """Whether a word is a name after a short particle: d’Escayrac."""
        at = next((i for i, sign in enumerate(word[:4]) if sign in _APOSTROPHES), 0)
        return bool(at) and word[:at].lower() in self.language.particles and word[at + 1 : at + 2].isupper()

    def flags(self, word: str) -> str:
        """What the lexicon knows of a word, inflected or not."""
        known = self._known.get(word)
        if known is None:
            get, stem = lexicon().get, stemmed(word, self.language)
            known = get(word) or (get(stem) or get(stem + "a") or get(stem + "а") if stem != word else "")
            if not known and "-" in word:
                known = get(word.partition("-")[0]) or get(word.rpartition("-")[2])
            self._known[word] = known
        return known

    def _is_given(self, word: str) -> bool:
        flags = self.flags(word)
        return (MALE in flags or FEMALE in flags) and COUNTRY not in flags and not self._is_other(word)

    def _is_other(self, word: str) -> bool:
        """Whether a word is a title, an office or of another kind that precedes names or is none."""
        lower, language = word.lower(), self.language
        return (
            lower in language.titles
            or lower in language.roles
            or lower in language.not_names
            or lower in language.organisations
        )

    def _is_office(self, lower: str) -> bool:
        """Whether a word is an office, in German and its like also as the end of a longer word."""
        roles = self.language.roles
        return lower in roles or (
            self.language.code in _COMPOUNDING and any(lower[i:] in roles for i in range(2, len(lower) - 4))
        )

    def trimmed(self, first: int, last: int) -> Name:
        """The run without the words before the name, of which the last title is noted."""
        title, start = "", first
        for i in range(first, last):
            lower = self.lower[i]
            if lower in self.language.titles:
                title = lower
            elif (lower == "." and title) or self._is_office(lower):
                pass
            elif (len(lower) == 1 and self.words[i + 1 : i + 2] == ["."]) or not (
                self._is_other(self.words[i]) or self._opens(i)
            ):
                break
            start = i + 1
        for i in range(last - 2, start, -1):  # Kiels Torwart Matthis Okpara
            if self.lower[i] in self.language.titles or self._is_office(self.lower[i]):
                title = self.lower[i] if self.lower[i] in self.language.titles else title
                start = i + 1
                break
        while start < last - 1 and not self.words[start][0].isupper() and self._is_particle(start):
            start += 1
        given = next((i for i in range(start, last - 1) if self._is_given(self.words[i])), start)
        if not any(
            SURNAME in self.flags(word) and not self._is_other(word) for word in self.words[start:given]
        ):
            start = given
        while last > start and (self._is_other(self.words[last - 1]) or self._is_particle(last - 1)):
            last -= 1
        before = (
            self.lower[start - 2 if start > 1 and self.words[start - 1] == "." else start - 1]
            if start
            else ""
        )
        return Name(start, last, title or (before if before in self.language.titles else ""))

    def _opens(self, i: int) -> bool:
        """Whether a word has its capital only from the beginning of its sentence."""
        lower, language = self.lower[i], self.language
        if not self.first[i] or self._is_given(self.words[i]):
            return False
        small = lower in language.stopwords or lower in language.determiners or lower in language.places
        return (small and lower not in language.particles) or lower in self.small

    def _is_particle(self, i: int) -> bool:
        return self.words[i] == "." or self.lower[i] in self.language.particles

    def weight(self, name: Name) -> float:
        """How much speaks for a person, by the name itself and what stands beside it."""
        language, words, size = self.language, self.words[name.first : name.last], name.last - name.first
        if not words or size > _LONGEST or any(word.lower() in language.organisations for word in words):
            return -9.0
        if all(word.isupper() and len(word) > 1 for word in words if word != "."):
            return -9.0
        parts = [word for word in words if is_capital(word)]
        total = -1.5 if len(parts) < 2 else -0.5 if self.nouns or self.first[name.first] else 0.3
        total += 2.5 if len(parts) > 1 and self._is_given(words[0]) else 0.0
        total += 0.8 if SURNAME in self.flags(words[-1]) else 0.0
        total += 1.5 if len(words[0]) == 1 and words[1:2] == ["."] else 0.0
        total -= 2.0 if len(parts) == 1 and {PLACE, COUNTRY} & set(self.flags(words[0])) else 0.0
        total -= 3.0 if len(parts) == 1 and words[0].lower() in self.small else 0.0
        return total + self._beside(name)

    def _beside(self, name: Name) -> float:
        """What the words before and after a name say."""
        language = self.language
        before = self.lower[name.first - 1] if name.first and not self.first[name.first] else ""
        after = self.lower[name.last : name.last + 3]
        total = 3.0 if name.title else 0.0
        total += 2.5 if before and self._is_office(before) else 0.0
        total += 1.5 if before in language.strong or (after[:1] and after[0] in language.strong) else 0.0
        total += (
            1.0
            if after[:1] == [","] and len(after) > 1 and after[1].isdigit() and len(after[1]) == 2
            else 0.0
        )
        total += 0.7 if after[:1] == [","] and len(after) > 1 and after[1] in language.roles else 0.0
        total -= 2.5 if before in language.determiners and not name.title else 0.0
        total -= 1.5 if before in language.places else 0.0
        return total

    def vouch(self, name: Name) -> None:
        """Remember the parts of a full name that is beyond doubt."""
        for i in range(name.first, name.last):
            if is_capital(self.words[i]) or self._elided(self.words[i]):
                self.sure.add(stemmed(self.words[i], self.language))
                if i > name.first:
                    self.particled.add((self.lower[i - 1], self.words[i]))
            elif i > name.first:
                self.particled.add((self.lower[i - 1], self.lower[i]))

    def again(self, name: Name, weight: float) -> Name | None:
        """The name with the whole article in view, or None if it is none."""
        first = name.first
        while first < name.last and not self._is_sure(first):
            first += 1
        if first == name.last:  # nobody of the article is called that
            return name if weight > 0 else None
        if first > name.first and not self._drops(name.first):
            first = name.first
        else:
            whole = self._with_particles(first)
            first, weight = whole, weight + (3.0 if whole == first else 6.0)
        last = name.last
        while (
            self.nouns
            and last > first + 1
            and not self._is_sure(last - 1)
            and not self._is_given(self.words[first])
        ):
            last -= 1  # Vollbrechts Hund
        return Name(first, last, name.title) if weight > 0 else None

    def _drops(self, i: int) -> bool:
        """Whether a word before a surname that is known may be no part of the name."""
        word = self.words[i]
        return len(word) > 1 and (self.nouns or bool(self.first[i])) and not self._is_given(word)

    def _is_sure(self, i: int) -> bool:
        word = self.words[i]
        return (is_capital(word) or self._elided(word)) and stemmed(word, self.language) in self.sure

    def _with_particles(self, first: int) -> int:
        """The place where a surname begins: its particles are before it, capital or not."""
        following = self.words[first]
        while (
            not self.first[first]
            and (self.lower[first - 1], following) in self.particled
            and self._is_particle(first - 1)
        ):
            first -= 1
            following = self.lower[first]
        return first


@cache
def _endings(code: str) -> list[str]:
    return sorted(language(code).endings, key=len, reverse=True)


def stemmed(word: str, tongue: Language) -> str:
    """A word without the endings of its case, where the language has cases."""
    endings = _endings(tongue.code)
    return "-".join(_stem(part, endings) for part in word.split("-")) if endings else word


def _stem(word: str, endings: list[str]) -> str:
    return next((word[: -len(e)] for e in endings if len(word) > len(e) + 2 and word.endswith(e)), word)
