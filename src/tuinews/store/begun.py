"""Beginnings of words that are longer than the indexes of beginnings know: as an OR of the words there are.

FTS5 answers them by joining the lists of all words that begin so, whole, before it gives the first hit: at a
million articles five letters of a usual word take 80 to 360 ms and up to 130 MB, as often as a key is
pressed. The words themselves are found in 25 µs each, and an OR of them gives its newest at once: 3 to 10 ms.
"""

import apsw

from tuinews.model import Term, TermKind
from tuinews.store.words import NOTHING, Kind, asked
from tuinews.text.fold import words

MOST = 500  # words: where more begin so, it is left to FTS5
_KNOWN = {"article_index": 4, "quote_index": 3}  # letters of the longest beginnings that have an index


def asked_of(
    db: apsw.Connection, term: Term, kind: Kind = Kind.TEXT, column: str = "", index: str = "article_index"
) -> str | None:
    """Return the MATCH expression for a term, None if there is no word in it."""
    ends = endings(db, term, kind, index)
    if ends is None:
        return asked(term, kind, column)
    return any_of(term, ends, kind, column)


def any_of(term: Term, ends: list[str], kind: Kind = Kind.TEXT, column: str = "") -> str:
    """Return the MATCH expression for a term with one of these in place of its last word."""
    before = "".join(f"{kind}{word} " for word in words(term.text)[:-1])
    some = " OR ".join(f'"{before}{end}"' for end in ends) or NOTHING
    return f"{column} : ({some})" if column else f"({some})"


def endings(
    db: apsw.Connection, term: Term, kind: Kind = Kind.TEXT, index: str = "article_index", known: int = 0
) -> list[str] | None:
    """Return all words that begin as the last of a term does, behind the letter of their kind.

    None where the index answers as it is: it is no beginning, one of up to `known` letters (those that have
    an index), or of too many words.
    """
    found = words(term.text) if term.kind is TermKind.PREFIX else []
    if not found or len(begun := kind + found[-1]) <= (known or _KNOWN[index]):
        return None
    db.execute(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_of_{index} USING fts5vocab(main, {index}, instance)"
    )
    ends: list[str] = []
    least = begun
    while len(ends) <= MOST:
        word = db.execute(f"SELECT term FROM words_of_{index} WHERE term >= ? LIMIT 1", (least,)).get
        if word is None or not word.startswith(begun):
            return ends
        ends.append(word)
        least = word + "\0"
    return None
