"""Who said it: the person, if any is named, to whom each quotation belongs."""

from dataclasses import dataclass

from tuinews.text.language import Language
from tuinews.text.names import Name
from tuinews.text.people import Figure
from tuinews.text.tokens import Tokens

_REACH = 40  # tokens looked at on either side of a quotation


@dataclass(slots=True)
class Said:
    """A quotation by its tokens, with the answer: who said it and how sure that is."""

    first: int
    last: int
    speaker: Figure | None = None
    confidence: float = 0.0


def attribute(
    tokens: Tokens, quotes: list[Said], names: list[Name], figures: list[Figure], language: Language
) -> None:
    """Find the speaker of each quotation, in order of the text, and write it into `quotes`."""
    owner: dict[int, Figure] = {}
    for figure in figures:
        for index in figure.mentions:
            for token in range(names[index].first, names[index].last):
                owner[token] = figure
    previous: Said | None = None
    sure: float
    last_named: Figure | None = None
    for index, quote in enumerate(quotes):
        end = quotes[index + 1].first if index + 1 < len(quotes) else len(tokens.words)
        start = quotes[index - 1].last if index else 0
        after = _after(tokens, quote.last, min(end, quote.last + _REACH))
        before = _before(tokens, quote.first, max(start, quote.first - _REACH))
        found, sure = _cue_after(tokens, after, owner, language, last_named)
        if found is None:
            found, sure = _cue_before(tokens, before, owner, language, last_named)
        if found is None and previous is not None and not before and previous.speaker:
            found, sure = previous.speaker, 0.6
        quote.speaker, quote.confidence = found, sure if found else 0.0
        last_named = found or last_named
        previous = quote


def _after(tokens: Tokens, start: int, stop: int) -> range:
    """The rest of the sentence after a quotation."""
    for i in range(start, min(stop, len(tokens.words))):
        if (tokens.first[i] and i > start) or tokens.first[i] == 2:
            return range(start, i)
    return range(start, min(stop, len(tokens.words)))


def _before(tokens: Tokens, end: int, stop: int) -> range:
    """The beginning of the sentence before a quotation."""
    i = end
    while i > stop:
        if tokens.first[i] and i < len(tokens.words):
            break
        i -= 1
    return range(i, end)


def _cue_after(
    tokens: Tokens, place: range, owner: dict[int, Figure], language: Language, last: Figure | None
) -> tuple[Figure | None, float]:
    """'..., said Ruth Okafor', '..., Okafor said', '..., she said'."""
    words = [tokens.words[i].lower() for i in place]
    for n, word in enumerate(words):
        if word in language.cues or (word == "to" and n and words[n - 1] == "according"):
            near = [owner[i] for i in place[max(0, n - 8) : n] if i in owner]
            if near:
                return near[-1], 0.9
            following = [owner[i] for i in place[n + 1 : n + 10] if i in owner]
            if following:
                return following[0], 0.9
            if any(
                w in language.male_pronouns or w in language.female_pronouns
                for w in words[max(0, n - 2) : n + 2]
            ):
                return last, 0.6
            return None, 0.0
    return None, 0.0


def _cue_before(
    tokens: Tokens, place: range, owner: dict[int, Figure], language: Language, last: Figure | None
) -> tuple[Figure | None, float]:
    """'Okafor said: ...', 'According to Okafor, ...', 'Okafor called it ...'."""
    words = [tokens.words[i].lower() for i in place]
    named = [owner[i] for i in place if i in owner]
    if named:
        return named[0], 0.7
    if any(w in language.male_pronouns or w in language.female_pronouns for w in words):
        return last, 0.5
    return None, 0.0
