"""What kind of quotation each marked stretch is: speech, a few quoted words, or nobody's words."""

import re

from tuinews.model import QuoteKind
from tuinews.text.language import Language
from tuinews.text.marks import Pair

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_END = re.compile(r"[.!?…,][\"”’'»“]*$")
_BESIDE = 60  # characters looked at on either side


def kind(text: str, pair: Pair, language: Language) -> QuoteKind:
    """Grade one pair by its length, its form and the words beside it."""
    inside = text[pair.start : pair.end]
    words = _WORD.findall(inside)
    if not words:
        return QuoteKind.OTHER
    before = text[max(0, pair.start - _BESIDE) : pair.start]
    after = text[pair.end : pair.end + _BESIDE]
    before_words = [word.lower() for word in _WORD.findall(before)][-4:]
    cued = _cued(before, before_words, after, language)
    if len(words) <= 6 and not cued and not _opens(before):
        if len(words) == 1 or any(word in language.naming for word in before_words[-2:]):
            return QuoteKind.OTHER
        if all(word[0].isupper() or len(word) < 4 for word in words) and inside[-2] not in "!?":
            return QuoteKind.OTHER
    if len(words) > 6 or (cued and inside[1:2].isupper()) or (_END.search(inside) and inside[1:2].isupper()):
        return QuoteKind.SPEECH
    return QuoteKind.FRAGMENT


def _opens(before: str) -> bool:
    """Whether the marks open a sentence or a paragraph."""
    before = before.rstrip(" \t")
    return not before or before[-1] in '.!?:\n”"'


def _cued(before: str, before_words: list[str], after: str, language: Language) -> bool:
    """Whether a word of speaking stands beside the marks."""
    if before.rstrip()[-1:] in (":", ",") and any(word in language.cues for word in before_words):
        return True
    if before_words and before_words[-1] in language.strong:
        return True
    following = [word.lower() for word in _WORD.findall(after)][:4]
    return any(word in language.strong for word in following)
