"""Where names of persons stand, by form, titles, cues and repetition; no list of names and no model.

Used as it is for every language that has no trained model.
"""

from collections import Counter
from dataclasses import dataclass

from tuinews.text.language import Language
from tuinews.text.tokens import Tokens

_LONGEST = 6  # tokens in a name; a longer run of capitals is a heading or a list


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text: tokens `first` to `last` (exclusive), and the title before it, lower case."""

    first: int
    last: int
    title: str = ""


def runs(tokens: Tokens, language: Language) -> list[tuple[int, int]]:
    """Stretches of capitalised words, particles and initials' dots between them; (first, last) tokens."""
    words, first = tokens.words, tokens.first
    found = []
    i, count = 0, len(words)
    while i < count:
        if not is_capital(words[i]):
            i += 1
            continue
        j = i + 1
        while j < count and not first[j]:
            word = words[j]
            if is_capital(word):
                j += 1
            elif word == "." and len(words[j - 1]) == 1 and j + 1 < count and is_capital(words[j + 1]):
                j += 2
            elif word.lower() in language.particles and _capital_follows(words, j, language):
                j += 1
            else:
                break
        found.append((i, j))
        i = j
    return found


def names(tokens: Tokens, language: Language) -> list[Name]:
    """Every name of a person in the text, in order."""
    found = [_trim(tokens, language, i, j) for i, j in runs(tokens, language)]
    spans = [(name, _evidence(tokens, language, name)) for name in found if name.first < name.last]
    known: Counter[str] = Counter()
    for name, score in spans:
        if score > 0 and (name.last - name.first > 1 or score > 1):
            known.update({tokens.words[name.last - 1], *tokens.words[name.first : name.last - 1][:1]})
    return [
        name
        for name, score in spans
        if score > 0 and (name.last - name.first > 1 or score > 1 or known[tokens.words[name.first]])
    ]


def is_capital(word: str) -> bool:
    """Whether a word is written as a name is, *al-Amr* included."""
    return word[0].isupper() or (word[:3].lower() == "al-" and word[3:4].isupper())


def _capital_follows(words: list[str], j: int, language: Language) -> bool:
    for word in words[j + 1 : j + 3]:
        if is_capital(word):
            return True
        if word.lower() not in language.particles:
            return False
    return False


def _trim(tokens: Tokens, language: Language, i: int, j: int) -> Name:
    """Take titles and words that are no names off the front of a run."""
    words, title = tokens.words, ""
    while i < j:
        word = words[i].lower()
        if word in language.titles:
            title = word
        elif word == "." and title:
            pass
        elif word not in language.not_names and word not in language.roles:
            break
        i += 1
    while j > i and (
        words[j - 1].lower() in language.not_names or words[j - 1].lower() in language.particles
    ):
        j -= 1
    return Name(i, j, title)


def _evidence(tokens: Tokens, language: Language, name: Name) -> int:
    """How much speaks for a person here: 0 nothing or too much against it, 2 enough for a single word."""
    words = tokens.words
    parts = [word.lower() for word in words[name.first : name.last]]
    if len(parts) > _LONGEST or any(part in language.organisations for part in parts):
        return 0
    if all(len(word) > 1 and word.isupper() for word in words[name.first : name.last] if word != "."):
        return 0
    if name.title:
        return 3
    before = words[name.first - 1].lower() if name.first else ""
    after = words[name.last].lower() if name.last < len(words) else ""
    if before in language.determiners:
        return 0
    if after in language.strong or before in language.strong:
        return 2
    return 1 if len(parts) > 1 else 1 if not tokens.first[name.first] else 0
