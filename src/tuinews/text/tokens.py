"""The text cut once into words, numbers and signs; all who look for names or speakers share the cut."""

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field

# One alternative after the other: initials and dotted acronyms (J.K., U.S.), a number before a name (15-Wyn),
# words with inner hyphens and apostrophes but without a possessive 's, ends of lines, and any single sign.
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?=-[A-ZÀ-ÖØ-Þ][^\W\d_]*[a-zß-ÿ])|\w+(?:[-‐‑]\w+|['’ʼ](?![sS]\b)[^\W\d_]+|\.\d+)*|\n+|['’ʼ][sS]\b|[^\w\s]",
)
_CLOSERS = frozenset("\"”’'»“)]」』›")
_TERMINATORS = frozenset(".!?…。！？")


@dataclass(slots=True)
class Tokens:
    """The tokens of a text in parallel lists; `first[i]`: 1 where a sentence begins, 2 where a block does.

    A run of newlines is a token of its own. `starts` are code-point offsets. A word that comes again is the
    same object: a third of the memory of a long text.
    """

    text: str
    words: list[str] = field(default_factory=list)
    starts: "array[int]" = field(default_factory=lambda: array("l"))
    first: bytearray = field(default_factory=bytearray)

    def end(self, index: int) -> int:
        """The offset just after the token."""
        return self.starts[index] + len(self.words[index])

    def at(self, offset: int) -> int:
        """The index of the first token that starts at `offset` or later."""
        return bisect_left(self.starts, offset)


def tokenize(text: str, abbreviations: frozenset[str] = frozenset(), wrapped: bool = False) -> Tokens:
    """Cut a text into tokens and mark where sentences begin; linear.

    `abbreviations` are lower-case words whose full stop ends no sentence. `wrapped` says that a single
    newline is only the end of a line, not of a block.
    """
    words: list[str] = []
    starts = array("l")
    same: dict[str, str] = {}
    for match in _TOKEN.finditer(text):
        word = match[0]
        words.append(same.setdefault(word, word))
        starts.append(match.start())
    return Tokens(text, words, starts, _firsts(words, abbreviations, wrapped))


def _firsts(words: list[str], abbreviations: frozenset[str], wrapped: bool) -> bytearray:
    """Where sentences (1) and blocks (2) begin."""
    first = bytearray(len(words) + 1)
    first[0] = 2
    last = len(words)
    for i, word in enumerate(words):
        if word in _TERMINATORS:
            if word == "." and i and (words[i - 1].lower() in abbreviations or _is_initial(words[i - 1])):
                continue
            j = i + 1
            while j < last and j < i + 4 and words[j] in _CLOSERS:
                j += 1
            if j < last and not words[j][0].islower() and words[j] not in _TERMINATORS and words[j] != ",":
                first[j] = max(first[j], 1)
        elif word[0] == "\n" and not (wrapped and len(word) == 1):
            first[i + 1] = 2
    return first[:last]


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper() and word != "I"
