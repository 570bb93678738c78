"""Words that are often part of a name or a place, and ordinary words that look like one.

The file holds a line for each three first letters, so that it is ready in a few milliseconds and takes
2 MB where a dictionary would take 16; a word is sought in its line, once, since the answers that matter
are kept by the model.
"""

from functools import cache
from importlib.resources import files

MALE, FEMALE, SURNAME, PLACE, COUNTRY, PLACE_PART, COMMON, FAMILY_FIRST = "mfspPqce"
PREFIX = 3


class Lexicon:
    """Flags by word; the flags are the letters above, the words capitalised as in running text."""

    def __init__(self, text: str) -> None:
        self._lines = {line[:PREFIX].rstrip(): line for line in text.split("\n")}

    def get(self, word: str, default: str = "") -> str:
        """The flags of a word, or `default` where it is not known."""
        line = self._lines.get(word[:PREFIX])
        at = -1 if line is None else line.find(f" {word}=")
        if line is None or at < 0:
            return default
        start = at + len(word) + 2
        end = line.find(" ", start)
        return line[start : end if end > 0 else len(line)]


@cache
def lexicon() -> Lexicon:
    """The lexicon that comes with the package; see `data/NOTICE.md` for where its words are from."""
    path = files("tuinews.text") / "data" / "lexicon.txt"
    return Lexicon(path.read_text(encoding="utf-8"))
