"""Fold case, accents and width away, so that "Müller", "MULLER" and "muller" are one word.

Folding is context-free, character by character: the folding of a text is the folding of its characters
joined, whatever stands beside them, which is what makes the index, the query and the marked hits agree.
Diacritics of alphabets are dropped (é, ё, ế, Arabic and Hebrew points); marks that spell (Japanese voicing,
Indic vowels) stay. Unicode's case folding and NFKD (UAX 15) do the work; a few letters they leave alone
(ø, ł, đ, æ, œ ...) are in a table.
"""

import unicodedata
from array import array

_LETTERS = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
    "ħ": "h",
    "ŧ": "t",
}

# Marks that are dropped: the combining diacritical blocks, Hebrew points, Arabic points.
_DROPPED = (
    (0x0300, 0x036F),
    (0x0591, 0x05BD),
    (0x05BF, 0x05BF),
    (0x05C1, 0x05C7),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
)

# Scripts written without spaces: each character is a word of its own to the index.
_UNSPACED = (
    (0x0E01, 0x0EDF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17DD),  # Khmer
    (0x3005, 0x3007),
    (0x3041, 0x30FF),  # Hiragana, Katakana
    (0x3105, 0x312F),
    (0x31A0, 0x31FF),
    (0x3400, 0x9FFF),  # Han
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
#: The same as the inside of a regular expression's character class.
UNSPACED = "".join(f"{chr(first)}-{chr(last)}" for first, last in _UNSPACED)


def _within(code: int, ranges: tuple[tuple[int, int], ...]) -> bool:
    return any(first <= code <= last for first, last in ranges)


def _fold_character(character: str) -> str:
    folded = "".join(
        _LETTERS.get(letter, letter)
        for letter in unicodedata.normalize("NFKD", character.casefold())
        if not _within(ord(letter), _DROPPED)
    )
    # NFKD may bring capitals back (℡ is TEL) and takes が apart: fold again, join again.
    again = unicodedata.normalize("NFC", folded.casefold())
    return "".join(_LETTERS.get(letter, letter) for letter in again)


class _Folding(dict[int, str]):
    """A table for `str.translate` that fills itself; 1.1 million entries at the very most."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(chr(code))
        return folded


class _Spacing(dict[int, str]):
    """Like `_Folding`, for the index: a space for all but letters, marks and digits; unspaced ones apart."""

    def __missing__(self, code: int) -> str:
        parts = []
        for letter in _FOLDING[code]:
            if _within(ord(letter), _UNSPACED):
                parts.append(f" {letter} ")
            else:
                parts.append(letter if unicodedata.category(letter)[0] in "LMN" else " ")
        self[code] = spaced = "".join(parts)
        return spaced


_ASCII = bytes(range(128))
_FEW = 24  # characters of which each is replaced by itself
# Where words part, byte by byte: ASCII letters in lower case and digits stay, and what is not ASCII.
_APART = bytes(code if code >= 0x80 or chr(code).isalnum() else 32 for code in range(256)).lower()
_FOLDING = _Folding()
_SPACING = _Spacing()


def fold(text: str) -> str:
    """Return `text` without case and accents."""
    return _translated(text, _FOLDING)


def _translated(text: str, table: dict[int, str]) -> str:
    """Return `text.translate(table)`; ASCII needs no table: bytes are put in lower case at 1 GB/s."""
    return _encoded(text, table).lower().decode("utf-8", "surrogatepass")


def _encoded(text: str, table: dict[int, str]) -> bytes:
    encoded = text.encode("utf-8", "surrogatepass")
    if len(encoded) == len(text):
        return encoded
    strange = set(encoded.translate(None, _ASCII).decode("utf-8", "surrogatepass"))
    if len(strange) > _FEW:
        return text.translate(table).encode("utf-8", "surrogatepass")
    # Quotation marks and accents, most often: one is replaced in 600 words within 2 us, where an expression
    # takes 120 to find them.
    for character in strange:
        text = text.replace(character, table[ord(character)])
    return text.encode("utf-8", "surrogatepass")


def fold_with_offsets(text: str) -> "tuple[str, array[int] | None]":
    """Return the folding and, for each place in it and its end, the place in `text` it came from.

    None instead of the array when every character kept its place.
    """
    folded = fold(text)
    if len(folded) == len(text) and all(len(_FOLDING[ord(character)]) == 1 for character in set(text)):
        return folded, None
    offsets = array("q")
    for place, character in enumerate(text):
        for _ in _FOLDING[ord(character)]:
            offsets.append(place)
    offsets.append(len(text))
    return folded, offsets


def spaced(text: str) -> str:
    """Return `text` folded, with spaces where it helps the index, which parts words at the signs of ASCII."""
    return _translated(text, _SPACING)


def words(text: str) -> list[str]:
    """Return the folded words of `text`; a character of a script without spaces is a word."""
    # Bytes parted by a table: 25 us for 600 words, where an expression that finds them takes 140.
    return _encoded(text, _SPACING).translate(_APART).decode("utf-8", "surrogatepass").split()
