"""What the trained model sees of a word: features of its form, of the lexicon, and of the words beside it.

Used alike in training and in reading, so the two cannot drift apart. All features are strings; those
of one word alone are asked for once per word and offset, and their weights summed and kept (see `model`).
"""

from tuinews.text.language import Language
from tuinews.text.lexicon import Lexicon

OFFSETS = (-2, -1, 0, 1, 2)
PLACES = ("F1", "F2", "L1", "L2", "L3", "L4", "L5")  # a sentence's or block's first word; how long the run is
EDGE = "¶"  # what stands before the first token and after the last

_WEEK_AND_YEAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december jan feb mar apr jun jul aug sep sept oct nov dec""".split()  # noqa: SIM905
)
_LINKS = frozenset(
    """of for by with to and in at from on or as is was are were has had who whose which that than""".split()  # noqa: SIM905
)
_SUFFIXES = ("ing", "ed", "ly", "s")


def shape(word: str) -> str:
    """The form of a word: `Xx`, `XX`, `xX-X`, `0`; runs of one kind shortened to at most two signs."""
    signs: list[str] = []
    for letter in word[:12]:
        sign = "X" if letter.isupper() else "x" if letter.isalpha() else "0" if letter.isdigit() else letter
        if signs[-1:] != [sign] or (signs[-2:] != [sign, sign] and len(signs) < 2):
            signs.append(sign)
    return "".join(signs)


def word_class(word: str, lexicon: Lexicon, language: Language) -> str:
    """One label for the part a word can play in or beside a name."""
    lower = word.lower()
    if not word[0].isalpha():
        return "0" if word[0].isdigit() else EDGE if word[0] == "\n" else word[:2]
    if word[0].islower() and not any(letter.isupper() for letter in word):
        return _lower_class(lower, language)
    if lower in language.titles:
        return "T"
    if lower in language.organisations:
        return "O"
    if lower in _WEEK_AND_YEAR:
        return "M"
    if lower in language.not_names:
        return "F"
    if len(word) == 1:
        return "I"
    if word[-1] == ".":
        return "D"
    known = lexicon.get(word) or (lexicon.get(word.title(), "") if word.isupper() else "")
    return ("A" if word.isupper() else "U") + known.replace("m", "g").replace("f", "g").replace("gg", "g")


def _lower_class(lower: str, language: Language) -> str:
    if lower in language.strong:
        return "said"
    if lower in language.cues:
        return "cue"
    if lower in language.roles:
        return "role"
    if lower in language.determiners or lower in _LINKS or lower in language.particles:
        return lower
    if lower in language.organisations:
        return "o"
    return "l" + next((end for end in _SUFFIXES if lower.endswith(end)), "")


def alone(word: str, kind: str, offset: int) -> list[str]:
    """The features of a word of a class by itself, seen from `offset` tokens away."""
    lower = EDGE if kind == EDGE else word.lower()
    found = [f"{offset}c{kind}", f"{offset}w{lower}"]
    if offset in (-2, 2):
        return found
    if word[0].isupper():
        found.append(f"{offset}s{lower[-3:]}")
    if offset == 0:
        form = shape(word)
        found += [f"0f{form}", f"0p{lower[:2]}", f"0p{lower[:3]}", f"0s{lower[-2:]}", f"0s{lower[-4:]}"]
        found += [f"0h{part}" for part in lower.split("-")] if "-" in word else []
        found += [f"0k{flag}" for flag in kind[1:]] if kind[0] in "UA" else []
    return found


def together(classes: list[str], i: int) -> list[str]:
    """The features of word classes beside each other; there are two on either side of `i`."""
    before, here, after = classes[i - 1], classes[i], classes[i + 1]
    return [
        f"a{before}|{here}",
        f"b{here}|{after}",
        f"d{before}|{here}|{after}",
        f"e{classes[i - 2]}|{before}|{here}",
        f"g{here}|{after}|{classes[i + 2]}",
    ]
