"""What a reader keeps in mind: who is named where, who spoke last, whom *she* and *the minister* mean."""

from dataclasses import dataclass

from tuinews.text.language import Language
from tuinews.text.lexicon import FEMALE, MALE, lexicon
from tuinews.text.names import Name
from tuinews.text.people import Figure
from tuinews.text.tokens import Tokens

_BINDING = frozenset(
    "for of to with at about by on from against de von di del des du van för na za od dla о от к".split()  # noqa: SIM905
)
_WINDOW = 150  # tokens a pronoun looks back
_APPOSITION = 8  # tokens after a name and a comma in which its office may stand


@dataclass(frozen=True, slots=True)
class Answer:
    """Who speaks and how sure that is; no figure: somebody who is not named."""

    figure: Figure | None
    sure: float


class Scene:
    """The people of an article by token, and what resolves a pronoun or an office to one of them."""

    def __init__(self, tokens: Tokens, names: list[Name], figures: list[Figure], language: Language) -> None:
        self.tokens = tokens
        self.language = language
        self.lower = [word.lower() for word in tokens.words]
        self.owner: dict[int, Figure] = {}
        self.floor: Figure | None = None
        self._last: dict[int, int] = {}  # the token after the name that a token belongs to
        self._first: dict[int, int] = {}
        self._starts: list[tuple[int, Figure]] = []
        for figure in figures:
            for index in figure.mentions:
                name = names[index]
                self._starts.append((name.first, figure))
                for token in range(name.first, name.last):
                    self.owner[token] = figure
                    self._last[token] = name.last
                    self._first[token] = name.first
        self._starts.sort(key=lambda pair: pair[0])
        self._offices = self._find_offices()

    def _find_offices(self) -> dict[str, list[tuple[int, Figure]]]:
        """Offices by word: those before a name, and those in an apposition after it."""
        found: dict[str, list[tuple[int, Figure]]] = {}
        roles, titles = self.language.roles, self.language.titles
        for first, figure in self._starts:
            last = self._last[first]
            near = list(range(max(0, first - 3), first))
            if self.lower[last : last + 1] == [","]:
                near += range(last + 1, min(len(self.lower), last + _APPOSITION))
            for i in near:
                word = self.lower[i]
                if word == "\n" or i in self.owner:
                    continue
                if word in roles or word in titles:
                    found.setdefault(word, []).append((first, figure))
        return found

    def bound(self, i: int) -> bool:
        """Whether the name at a token hangs on a preposition: "a spokesman for Okafor"."""
        first = self._first[i]
        while first and (self.lower[first - 1] in self.language.titles or self.lower[first - 1] == "."):
            first -= 1
        if first and self.lower[first - 1] in _BINDING:
            return True
        return (
            first > 1 and self.lower[first - 2] in _BINDING and self.lower[first - 1] in self.language.roles
        )

    def possessive(self, i: int) -> bool:
        """Whether the name at a token is a possessive."""
        last = self._last[i]
        return last < len(self.lower) and self.lower[last] in ("'s", "’s", "ʼs", "'", "’")

    def pronoun(self, i: int) -> bool:
        """Whether a token is a pronoun that stands for one person."""
        word = self.lower[i]
        return word in self.language.male_pronouns or word in self.language.female_pronouns

    def resolve(self, i: int) -> Figure | None:
        """The person a pronoun stands for: the last subject of the right sex, else the last speaker."""
        male = self.lower[i] in self.language.male_pronouns
        nearest: Figure | None = None
        for first, figure in reversed(self._starts):
            if first >= i:
                continue
            if i - first > _WINDOW:
                break
            if not self._fits(figure, male):
                continue
            if figure is self.floor:
                return figure
            if nearest is None:
                nearest = figure
            if not self.bound(first) and not self.possessive(first) and self._leads(first):
                return figure
        return nearest or (self.floor if self.floor and self._fits(self.floor, male) else None)

    def _leads(self, first: int) -> bool:
        """Whether a name stands near the beginning of its sentence, as subjects do."""
        return any(self.tokens.first[i] for i in range(max(0, first - 4), first + 1))

    def _fits(self, figure: Figure, male: bool) -> bool:
        language = self.language
        if figure.titles & language.male_titles:
            return male
        if figure.titles & language.female_titles:
            return not male
        flags = lexicon().get(figure.name.split()[0]) if " " in figure.name else ""
        if MALE in flags and FEMALE not in flags:
            return male
        if FEMALE in flags and MALE not in flags:
            return not male
        return True

    def left_of(self, cue: int, start: int) -> Answer | None:
        """The subject before a verb of speaking, as far back as `start`."""
        unnamed = False
        for i in range(cue - 1, start - 1, -1):
            word = self.lower[i]
            if i in self.owner:
                if self.bound(i) or self.possessive(i):
                    unnamed = True
                    continue
                return Answer(self.owner[i], 0.9 if cue - i < 4 else 0.8)
            if self.pronoun(i) and cue - i < 4:
                figure = self.resolve(i)
                return Answer(figure, 0.75 if figure else 0.0)
            if word in self.language.roles and cue - i < 6:
                figure = self.office(i)
                if figure:
                    return Answer(figure, 0.6)
                unnamed = True
            if word in self.language.plural_pronouns and cue - i < 3:
                return Answer(None, 0.0)
        subject = self.lower[start:cue]
        if unnamed or any(word in self.language.determiners for word in subject):
            return Answer(None, 0.0)
        return None

    def right_of(self, cue: int, stop: int) -> Answer | None:
        """The subject after a verb of speaking: 'said Okafor', 'said the mayor, Ruth Okafor'."""
        return self.noun_after(cue + 1, min(stop, cue + 16))

    def noun_after(self, start: int, stop: int) -> Answer | None:
        """The person a noun phrase names that begins at `start`: itself, by its office, or set beside it."""
        hanging = False
        office: Figure | None = None
        for i in range(start, min(stop, len(self.lower))):
            word = self.lower[i]
            if i in self.owner:
                if hanging or self.possessive(i):
                    hanging = True
                    continue
                return Answer(self.owner[i], 0.9)
            if self.pronoun(i) and i < start + 2:
                figure = self.resolve(i)
                return Answer(figure, 0.7 if figure else 0.0)
            if word in _BINDING:
                hanging = True
            elif word == ",":
                hanging = False
                ahead = range(i + 1, min(i + 4, len(self.lower)))
                if not any(j in self.owner for j in ahead):
                    break
            elif word in self.language.relatives or word in (".", ":", ";"):
                break
            elif word in self.language.roles and office is None:
                office = self.office(i)
        if office:
            return Answer(office, 0.6)
        unnamed = any(word in self.language.determiners for word in self.lower[start : start + 2])
        return Answer(None, 0.0) if unnamed else None

    def office(self, i: int) -> Figure | None:
        """Whom "the minister" means: the one last named with that office; nobody after "a minister"."""
        for j in range(i, max(-1, i - 4), -1):
            if self.lower[j] in ("a", "an", "another", "one", "some"):
                return None
        holders = [figure for first, figure in self._offices.get(self.lower[i], []) if first < i]
        return holders[-1] if holders else None

    def same_floor(self, between: range, speaker: Figure) -> bool:
        """Whether no other person was named since the last quotation."""
        return all(self.owner.get(i, speaker) is speaker for i in between)
