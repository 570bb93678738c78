"""Who said it: the person, if any is named, to whom each quotation belongs.

Looked for in this order: a cue after the quotation in its sentence, a cue or an attribution before it,
the speaker who goes on, and for a few quoted words the subject of the sentence. A cue whose subject is
named by nobody ("a spokesman", "the report") ends the search: a wrong name is worse than none.
"""

from dataclasses import dataclass

from tuinews.text.language import Language
from tuinews.text.names import Name
from tuinews.text.people import Figure
from tuinews.text.scene import Answer, Scene
from tuinews.text.tokens import Tokens

_REACH = 45  # tokens looked at on either side of a quotation
_ASKING = frozenset("?!…")
_MARKS = frozenset("\"”“„’‘'»«›‹``''")


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
    scene = Scene(tokens, names, figures, language)
    outer: list[Said] = []
    for quote in quotes:
        if not outer or quote.first >= outer[-1].last:
            outer.append(quote)
    for index, quote in enumerate(outer):
        previous = outer[index - 1] if index else None
        following = outer[index + 1].first if index + 1 < len(outer) else len(tokens.words)
        answer = _answer(scene, quote, previous, following)
        if answer and answer.figure:
            quote.speaker, quote.confidence = answer.figure, answer.sure
            scene.floor = answer.figure
        elif answer:
            scene.floor = None


def _answer(scene: Scene, quote: Said, previous: Said | None, following: int) -> Answer | None:
    """The first of the ways to tell a speaker that gives an answer, be it that nobody is named."""
    after = _after(scene.tokens, quote, following)
    before = _before(scene.tokens, quote, previous)
    return (
        _cue_after(scene, after)
        or _attributed(scene, after)
        or _attributed(scene, before)
        or _cue_before(scene, before)
        or _goes_on(scene, quote, before, previous)
        or _subject(scene, before)
    )


def _after(tokens: Tokens, quote: Said, following: int) -> range:
    """The rest of the sentence after a quotation; after a question or a cry, the next one too."""
    stop = min(following, quote.last + _REACH, len(tokens.words))
    start = quote.last
    asking = bool({tokens.words[i] for i in range(max(quote.first, start - 3), start)} & _ASKING)
    for i in range(start, stop):
        if tokens.first[i] == 2 or (tokens.first[i] and (i > start or not asking)):
            return range(start, i)
    return range(start, stop)


def _before(tokens: Tokens, quote: Said, previous: Said | None) -> range:
    """The beginning of the sentence before a quotation, not further back than the quotation before."""
    stop = max(previous.last if previous else 0, quote.first - _REACH)
    i = quote.first
    while i > stop and not tokens.first[i]:
        i -= 1
    return range(max(i, stop), quote.first)


def _cue_after(scene: Scene, place: range) -> Answer | None:
    """'..., said Ruth Okafor', '..., Okafor said', '..., she said'."""
    for i in place:
        word = scene.lower[i]
        if word in (":", ";"):
            return None
        if word not in scene.language.cues:
            continue
        if word not in scene.language.strong and i > place.start + 6:
            return None
        answer = scene.left_of(i, place.start)
        if answer is None and _inverted(scene, i, place.start):
            answer = scene.right_of(i, place.stop)
        if answer:
            return answer
    return None


def _inverted(scene: Scene, cue: int, start: int) -> bool:
    """Whether a cue stands right after the marks, but for a comma and a short auxiliary: ", a déclaré"."""
    return cue <= start + 1 or (cue == start + 2 and len(scene.lower[cue - 1]) < 3)


def _attributed(scene: Scene, place: range) -> Answer | None:
    """'according to Okafor', 'in the words of the mayor'."""
    for i in place:
        for phrase in scene.language.attributions:
            if scene.lower[i : i + len(phrase)] == list(phrase):
                return scene.noun_after(i + len(phrase), place.stop) or Answer(None, 0.0)
    return None


def _cue_before(scene: Scene, place: range) -> Answer | None:
    """'Okafor said: ...', 'said Okafor, ...', 'Okafor called it ...'."""
    for i in reversed(place):
        if scene.lower[i] in scene.language.cues:
            answer = scene.left_of(i, place.start) or scene.right_of(i, place.stop)
            if answer:
                return answer
    return None


def _goes_on(scene: Scene, quote: Said, before: range, previous: Said | None) -> Answer | None:
    """A quotation that opens its sentence goes on with the last speaker, or with who was introduced."""
    tokens = scene.tokens
    if any(tokens.words[i][0].isalnum() for i in before):
        return None
    start = quote.first
    while start > 0 and tokens.words[start - 1][0] == "\n":
        start -= 1
    if previous and start <= previous.last + 1:
        return Answer(previous.speaker, 0.7 if previous.speaker else 0.0)
    if previous and start == quote.first and tokens.first[quote.first] != 2 and previous.speaker:
        between = range(previous.last, quote.first)
        if not any(tokens.first[i] == 2 for i in between) and scene.same_floor(between, previous.speaker):
            return Answer(previous.speaker, 0.8)
    opened = start - 1
    floor = max(previous.last if previous else 0, start - _REACH)
    while opened > floor and not tokens.first[opened]:
        opened -= 1
    sentence = range(max(opened, floor), start)
    return _cue_before(scene, sentence) or _subject(scene, sentence, 0.5)


def _subject(scene: Scene, place: range, sure: float = 0.6) -> Answer | None:
    """For want of a cue, the subject of the sentence: its first name or pronoun, if it stands free."""
    for i in place:
        if i in scene.owner and not scene.bound(i) and not scene.possessive(i):
            return Answer(scene.owner[i], sure)
        if scene.pronoun(i):
            figure = scene.resolve(i)
            return Answer(figure, sure - 0.1 if figure else 0.0)
    return None
