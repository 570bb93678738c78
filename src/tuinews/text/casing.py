"""Words written all in capitals, read as if they were not: their names are looked for like others."""

from tuinews.text.lexicon import COMMON, Lexicon
from tuinews.text.tokens import Tokens

_ACRONYM = 3  # letters at most, in what is likely to be one; a longer word in capitals may be a name
_FEWEST = 3  # words in a line before its capitals are a way of shouting and not acronyms side by side


def calm(tokens: Tokens, lexicon: Lexicon) -> list[str]:
    """The words, those of all-capital sentences in ordinary case: common ones small, others titled.

    A word that stands with a capital amid ordinary sentences keeps it (a "Brown" who is no colour), and is
    titled wherever else it is in capitals ("BROWN:" in a debate). The list itself is returned unchanged
    when nothing is in capitals.
    """
    words = tokens.words
    loud = [index for index, word in enumerate(words) if len(word) > 1 and word.isupper()]
    if not loud:
        return words
    seen = {word for word, first in zip(words, tokens.first, strict=True) if not first and word[0].isupper()}
    calmed = list(words)
    for index in loud:
        if len(words[index]) > _ACRONYM and _titled(words[index]) in seen:
            calmed[index] = _titled(words[index])
    for start, end in _loud_sentences(tokens, loud) if len(loud) >= _FEWEST else ():
        for index in range(start, end):
            calmed[index] = _calm_word(words[index], seen, lexicon)
    return calmed


def _loud_sentences(tokens: Tokens, loud: list[int]) -> list[tuple[int, int]]:
    """The sentences that hold at least three loud words and three times as many of them as of others."""
    words, first = tokens.words, tokens.first
    found: list[tuple[int, int]] = []
    for index in loud:
        if found and index < found[-1][1]:
            continue
        start = index
        while not first[start] and start > (found[-1][1] if found else 0):
            start -= 1
        end = index + 1
        while end < len(words) and not first[end]:
            end += 1
        found.append((start, end))
    return [span for span in found if _is_loud(words[span[0] : span[1]])]


def _is_loud(words: list[str]) -> bool:
    upper = sum(len(word) > 1 and word.isupper() for word in words)
    lower = sum(word[0].isalpha() and not word.isupper() and len(word) > 2 for word in words)
    return upper >= _FEWEST and upper >= 3 * lower


def _calm_word(word: str, seen: set[str], lexicon: Lexicon) -> str:
    if len(word) < 2 or not word.isupper() or "." in word:
        return word
    titled = _titled(word)
    if titled in seen:
        return titled
    return word.lower() if COMMON in lexicon.get(titled, "") else titled


def _titled(word: str) -> str:
    return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))
