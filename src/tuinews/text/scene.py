"""What a reader keeps in mind: who is named where, who holds which office, whom *she* can mean.

Every question is answered from a bounded stretch of text, so that the work stays linear in its length.
"""

from bisect import bisect_left
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from tuinews.text.language import Language
from tuinews.text.lexicon import FEMALE, MALE, lexicon
from tuinews.text.names import Name
from tuinews.text.people import Figure
from tuinews.text.tokens import Tokens

_WINDOW = 200  # tokens a pronoun looks back
_STEPS = 16  # mentions it looks back
_PEOPLE = 4  # people it may mean
_APPOSITION = 8  # tokens after a name and a comma in which its office may stand
_LEADING = 4  # tokens from the beginning of a sentence within which a name is taken for its subject


class Fit(StrEnum):
    """Whether a person can be meant by *he* or *she*."""

    YES = "y"
    UNKNOWN = "u"
    NO = "n"


@cache
def _pronouns(language: Language) -> dict[str, str]:
    """Each pronoun as one person ("he") or several ("they"); none that is a determiner as well."""
    plural = dict.fromkeys(language.plural_pronouns - language.determiners, "they")
    single = (language.male_pronouns | language.female_pronouns) - language.determiners
    return plural | dict.fromkeys(single, "he")


class Scene:
    """The people of an article by token, and who is known to be male, female, or a minister."""

    def __init__(
        self,
        tokens: Tokens,
        names: list[Name],
        figures: list[Figure],
        language: Language,
        quotes: Iterable[tuple[int, int]],
    ) -> None:
        self.tokens = tokens
        self.language = language
        small: dict[str, str] = {}
        self.lower = [small.get(word) or small.setdefault(word, word.lower()) for word in tokens.words]
        self.owner: dict[int, Figure] = {}
        self.span: dict[int, tuple[int, int]] = {}  # first and last token of the name a token belongs to
        mentions = [(names[i].first, names[i].last, f) for f in figures for i in f.mentions]
        mentions.sort(key=lambda mention: mention[:2])
        for first, last, figure in mentions:
            for token in range(first, last):
                self.owner[token] = figure
                self.span[token] = first, last
        self.starts = [first for first, _, _ in mentions]
        self._who = [figure for _, _, figure in mentions]
        self._words: dict[int, set[str]] = {}  # titles and offices of each figure, by its id
        self._offices: dict[str, list[tuple[int, Figure]]] = {}
        self._find_offices()
        self._sexes: dict[int, str] = {}
        self.pronouns = _pronouns(language)
        self.phrases: dict[
            str, list[tuple[str, tuple[str, ...]]]
        ] = {}  # what leads to a source, by its last word
        for name, phrases in (("attribution", language.attributions), ("relay", language.relays)):
            for phrase in phrases:
                self.phrases.setdefault(phrase[-1], []).append((name, phrase))
        self.first = bytearray(tokens.first)  # where sentences begin, see `Tokens`
        self.quoted = bytearray(len(tokens.words))
        for first, last in quotes:
            self.quoted[first:last] = b"\x01" * (last - first)
            # After a full stop a straight mark may close or open: only who knows the quotations can tell.
            self.first[first] = max(self.first[first : first + 3])

    def _find_offices(self) -> None:
        """Offices by word: those before a name, and those in an apposition after it."""
        roles, titles = self.language.roles, self.language.titles
        for first, figure in zip(self.starts, self._who, strict=True):
            last = self.span[first][1]
            near = list(range(max(0, first - 4), first))
            if self.lower[last : last + 1] == [","]:
                near += range(last + 1, min(len(self.lower), last + _APPOSITION))
            for i in near:
                word = self.lower[i]
                if (word in roles or word in titles) and i not in self.owner:
                    self._offices.setdefault(word, []).append((first, figure))
                    self._words.setdefault(id(figure), set(figure.titles)).add(word)

    def lead(self, first: int) -> int:
        """Where the phrase of a name begins, its titles included: "Mayor" in "Mayor Ruth Okafor"."""
        language = self.language
        while first and (
            self.lower[first - 1] in language.titles
            or self.lower[first - 1] in language.roles
            or (self.lower[first - 1] == "." and self.lower[first - 2] in language.titles)
        ):
            first -= 1
        return first

    def bound(self, first: int) -> bool:
        """Whether a phrase hangs on a preposition: "a spokesman for Okafor"."""
        lead = self.lead(first)
        words = self.lower[max(0, lead - 2) : lead]
        bindings = self.language.bindings
        return bool(words) and (
            words[-1] in bindings or (words[-1] in self.language.determiners and words[0] in bindings)
        )

    def possessive(self, first: int) -> bool:
        """Whether the name at a token is a possessive."""
        last = self.span[first][1]
        return last < len(self.lower) and self.lower[last] in ("'s", "’s", "ʼs", "'", "’")

    def leads(self, first: int) -> bool:
        """Whether a name stands near the beginning of its sentence, as subjects do."""
        lead = self.lead(first)
        return any(self.first[max(0, lead - _LEADING + 1) : lead + 1])

    def fit(self, figure: Figure, pronoun: str) -> Fit:
        """Whether a person can be meant by this pronoun."""
        sex = self._sexes.get(id(figure))
        if sex is None:
            sex = self._sexes[id(figure)] = self._sex(figure)
        male = pronoun in self.language.male_pronouns
        if not sex or male == (pronoun in self.language.female_pronouns):
            return Fit.UNKNOWN
        return Fit.YES if (sex == MALE) == male else Fit.NO

    def _sex(self, figure: Figure) -> str:
        """`MALE`, `FEMALE` or "": by titles and offices, else by the given name."""
        words = self._words.get(id(figure), figure.titles)
        male, female = words & self.language.male_titles, words & self.language.female_titles
        if bool(male) != bool(female):
            return MALE if male else FEMALE
        flags = lexicon().get(figure.name.split()[0]) if " " in figure.name else ""
        if (MALE in flags) != (FEMALE in flags):
            return MALE if MALE in flags else FEMALE
        return ""

    def recent(self, token: int) -> list[tuple[int, Figure]]:
        """The people last named before a token, the nearest first, each with where that is."""
        found: dict[int, tuple[int, Figure]] = {}
        at = bisect_left(self.starts, token)
        for index in range(at - 1, max(-1, at - 1 - _STEPS), -1):
            first, figure = self.starts[index], self._who[index]
            if token - first > _WINDOW or len(found) == _PEOPLE:
                break
            found.setdefault(id(figure), (first, figure))
        return list(found.values())

    def holder(self, token: int) -> Figure | None:
        """Whom "the minister" means: the one last named with that office; nobody after "a minister"."""
        if any(word in self.language.indefinite for word in self.lower[max(0, token - 3) : token]):
            return None
        holders = self._offices.get(self.lower[token], ())
        at = bisect_left(holders, token, key=lambda held: held[0])
        return holders[at - 1][1] if at else None
