"""How well a name fits what was typed: whole, by the beginnings of its words, by parts, or by letters."""

from enum import IntEnum
from unicodedata import combining, normalize


class Fit(IntEnum):
    """From the best to the worst."""

    BEGINS = 0
    """The name begins with what was typed."""
    WORDS = 1
    """Each word typed begins a word of the name."""
    INSIDE = 2
    """Each word typed stands somewhere in the name."""
    ABOUT = 3
    """Each word typed stands in the name or in what is told about it."""
    LETTERS = 4
    """The letters typed stand in the name in this order."""


def folded(text: str) -> str:
    """Return the text in small letters and without accents."""
    return "".join(sign for sign in normalize("NFKD", text.casefold()) if not combining(sign))


def fit(typed: str, name: str, about: str = "") -> Fit | None:
    """Return how well a name fits, None where it does not; all three `folded`."""
    words = typed.split()
    if not all(word in name or word in about for word in words):
        letters = iter(name)
        return Fit.LETTERS if all(sign in letters for sign in "".join(words)) else None
    if not all(word in name for word in words):
        return Fit.ABOUT
    if name.startswith(" ".join(words)):
        return Fit.BEGINS
    begun = f" {name}"
    return Fit.WORDS if all(f" {word}" in begun for word in words) else Fit.INSIDE


def marked(typed: str, name: str) -> list[tuple[int, int]]:
    """Return where what was typed stands in a name, as stretches in order; none of single letters."""
    # A letter may fold into several: the place of each folded one in the name as it is.
    pieces = [(at, folded(sign)) for at, sign in enumerate(name)]
    places = [at for at, piece in pieces for _ in piece]
    whole = "".join(piece for _, piece in pieces)
    found: set[int] = set()
    for word in folded(typed).split():
        start = f" {whole}".find(
            f" {word}"
        )  # of a beginning, in preference; the blank before it does not count
        start = whole.find(word) if start < 0 else start
        if start >= 0:
            found.update(places[start : start + len(word)])
    stretches: list[tuple[int, int]] = []
    for at in sorted(found):
        if stretches and stretches[-1][1] == at:
            stretches[-1] = (stretches[-1][0], at + 1)
        else:
            stretches.append((at, at + 1))
    return stretches
