"""What kind of quotation each marked stretch is: speech, a few quoted words, or nobody's words."""

import re

from tuinews.model import QuoteKind
from tuinews.text.language import Language
from tuinews.text.marks import Pair

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|\w+(?:[-'’]\w+)*")
_END = re.compile(r"[.!?…,][\"”’'»“]*$")
_CITED = re.compile(r"[ \t]*[—–-][ \t]*[A-Z]")  # a title in a list of sources, and who published it
_START = re.compile(r"[.!?…:]\s|\n")
_BESIDE = 60  # characters looked at on either side
_NEAR = 6  # words before a quotation among which a cue tells that it is somebody's words
_SERIES = 20  # characters between two members of a series
_LONG, _TAIL = 400, 8  # characters looked at from the beginning and from the end of a quotation
_FEW = 6  # words


def kinds(text: str, pairs: list[Pair], language: Language) -> list[QuoteKind]:
    """Grade the pairs of a text by their length, their form, the words beside them, and what they follow."""
    found: list[QuoteKind] = []
    for index, pair in enumerate(pairs):
        before = pairs[index - 1] if index else None
        joined = (
            before is not None and found[-1] == QuoteKind.FRAGMENT and _joins(text[before.end : pair.start])
        )
        found.append(_kind(text, pair, language, joined))
    return found


def _kind(text: str, pair: Pair, language: Language, joined: bool) -> QuoteKind:
    head, tail = (
        text[pair.start : min(pair.end, pair.start + _LONG)],
        text[max(pair.start, pair.end - _TAIL) : pair.end],
    )
    words = _WORD.findall(head)
    if not words:
        return QuoteKind.OTHER
    before = text[max(0, pair.start - _BESIDE) : pair.start]
    after = text[pair.end : pair.end + _BESIDE]
    sentence = [word.lower() for word in _WORD.findall(_START.split(before)[-1])]
    cued = _cued(before, sentence[-4:], after, language)
    capital, ended = head[1:2].isupper(), bool(_END.search(tail))
    if _opens(before):
        if not ended and _CITED.match(after):
            return QuoteKind.OTHER
    elif not cued:
        told = joined or any(word in language.cues for word in sentence[-_NEAR:])
        # "known as ..." names; so does "called ...", but "called it ..." is what somebody said of it.
        named = any(word in language.naming for word in sentence[-1:]) or any(
            word in language.naming and word not in language.cues for word in sentence[-2:-1]
        )
        if _is_label(words, named, told, tail):
            return QuoteKind.OTHER
    if len(words) > _FEW or (capital and (cued or ended)):
        return QuoteKind.SPEECH
    return QuoteKind.FRAGMENT


def _is_label(words: list[str], named: bool, told: bool, tail: str) -> bool:
    """Whether words quoted in a sentence, with no cue beside them, are a title, a name, a word as such."""
    few = len(words) <= _FEW
    if named and few and (len(words) < 3 or words[0][0].isupper()):
        return True
    if len(words) == 1 and not told:
        return True
    return _titled(words) and tail[-2:-1] not in ("!?" if few else "!?.,")


def _titled(words: list[str]) -> bool:
    """Whether words are written as in a title: with capitals, but for the little ones."""
    return words[0][0].isupper() and all(word[0].isupper() or len(word) < 4 for word in words)


def _joins(between: str) -> bool:
    """Whether two quotations are members of one series: "a" and "b"."""
    return len(between) < _SERIES and not _START.search(between) and len(_WORD.findall(between)) < 3


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
