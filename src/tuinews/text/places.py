"""Where to look for the speaker of a quotation, and what stands there: cues, and sources that may be meant.

Around a quotation lie a few stretches of text, its *places*, each with a tag: the rest of its sentence
after it (`A`) and before it (`B`, or `M` between two quotations of one sentence), the sentence before, in
its own paragraph (`P`) or the one above (`Q`), what follows a next quotation that joins it (`N`), and in some
languages a few words inside it (`I`). The *sources* in a place are names, pronouns, offices, and the
subjects of cues that name nobody.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from tuinews.text.people import Figure
from tuinews.text.scene import Scene

REACH = 45  # tokens looked at on either side of a quotation
_INCISE = 12  # tokens in "explique Luc Marchand" and the like
_ADVERBS = 5  # words after a cue among which its subject is sought


class SourceKind(StrEnum):
    """By what a source tells who speaks."""

    NAME = "name"
    PRONOUN = "he"
    OFFICE = "the"
    GROUP = "they"
    NOBODY = "nobody"  # a subject that names nobody: "a spokesman", "the report"
    UNSAID = "unsaid"  # a cue without any subject: "dijo"


@dataclass(slots=True)
class Said:
    """A quotation by its tokens, with the answer: who said it and how sure that is."""

    first: int
    last: int
    speech: bool = True
    speaker: Figure | None = None
    confidence: float = 0.0


@dataclass(slots=True)
class Source:
    """A phrase that may name the speaker: its tokens, titles included.

    `shape` is the word of a pronoun, and what the phrase is like if it names nobody.
    """

    kind: SourceKind
    first: int
    last: int
    figure: Figure | None = None
    shape: str = ""


@dataclass(slots=True)
class Place:
    """A stretch of text by its tag, with the cues and sources in it; `anchor` is the quotation's near edge.

    `parting` tells how a quotation parts from what follows (a comma, a question or cry, a full stop, "") or
    what leads to it (a comma, a colon, "").
    """

    tag: str
    tokens: range
    anchor: int
    parting: str = ""
    cues: list[int] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)


def places(scene: Scene, quote: Said, previous: Said | None, following: Said | None) -> list[Place]:
    """The places of a quotation between its neighbours, read; each is bounded."""
    found = [*_behind(scene, quote, following), *_ahead(scene, quote, previous)]
    if scene.language.incises:
        found += _inside(scene, quote)
    for place in found:
        _read(scene, place)
        place.sources += [source for cue in place.cues if (source := _subject(scene, place, cue))]
        place.sources += _attributed(scene, place)
    return found


def _behind(scene: Scene, quote: Said, following: Said | None) -> list[Place]:
    """`A`, or `N` where there is none."""
    after = _after(scene, quote, following.first if following else len(scene.first))
    if after:
        return [Place("A", after, quote.last, _parting(scene, quote))]
    if following and following.first - quote.last <= 1:
        beyond = _after(scene, following, len(scene.first))
        if beyond:
            return [Place("N", beyond, following.last)]
    return []


def _ahead(scene: Scene, quote: Said, previous: Said | None) -> list[Place]:
    """`B` or `M`, and `P` or `Q` where the quotation's sentence begins with that."""
    floor = previous.last if previous else 0
    found = []
    start = _sentence(scene, quote.first, floor)
    if start < quote.first:
        joined = previous is not None and start == previous.last and not scene.first[start]
        tag = "M" if joined else "B"
        found.append(Place(tag, range(start, quote.first), quote.first, _leading(scene, quote.first)))
    before = start
    while before > floor and scene.lower[before - 1][0] == "\n":
        before -= 1
    if scene.first[start] and before:
        sentence = range(_sentence(scene, before - 1, 0), before)
        found.append(Place("Q" if before < start else "P", sentence, before, _leading(scene, before)))
    return found


def _inside(scene: Scene, quote: Said) -> list[Place]:
    """`I`: a cue and its subject set into the quotation itself, as some languages do."""
    incises, cues = scene.language.incises, scene.language.strong
    for i in range(quote.first + 1, quote.last - 1):
        if scene.lower[i] in incises and (scene.lower[i + 1] in cues or scene.lower[i + 2] in cues):
            stop = next(
                (j for j in range(i + 2, min(i + _INCISE, quote.last)) if scene.lower[j] in incises), 0
            )
            if stop:
                return [Place("I", range(i + 1, stop), i + 1)]
    return []


def _after(scene: Scene, quote: Said, stop: int) -> range:
    """The rest of the sentence after a quotation, or the next one if it ends one; no new paragraph."""
    stop = min(stop, quote.last + REACH, len(scene.first))
    for i in range(quote.last, stop):
        if scene.first[i] == 2 or (scene.first[i] and i > quote.last) or scene.lower[i][0] == "\n":
            return range(quote.last, i)
    return range(quote.last, stop)


def _parting(scene: Scene, quote: Said) -> str:
    last = min(quote.last, len(scene.lower) - 1)
    signs = set(scene.lower[max(quote.first, quote.last - 3) : last + 1])
    return "," if "," in signs else "?" if signs & {"?", "!", "…"} else "." if "." in signs else ""


def _leading(scene: Scene, token: int) -> str:
    return scene.lower[token - 1] if scene.lower[token - 1] in (",", ":") else ""


def _sentence(scene: Scene, token: int, floor: int) -> int:
    """Where the sentence of a token begins, not further back than `floor` or the reach."""
    floor = max(floor, token - REACH)
    while token > floor and not scene.first[token]:
        token -= 1
    return token


def _read(scene: Scene, place: Place) -> None:
    """Find the cues and the named, meant or held sources of a place, in order."""
    language, lower = scene.language, scene.lower
    stop = place.tokens.stop
    done = -1
    apposed = -1
    for i in place.tokens:
        word = lower[i]
        if (scene.quoted[i] and place.tag != "I") or i < done:
            continue
        if i in scene.owner:
            first, done = scene.span[i]
            lead = apposed if apposed >= 0 else max(scene.lead(first), place.tokens.start)
            place.sources.append(Source(SourceKind.NAME, lead, done, scene.owner[i]))
            apposed = -1
        elif word in language.cues:
            if word in language.strong or not i or lower[i - 1] not in language.determiners:
                place.cues.append(i)
        elif word in scene.pronouns:
            place.sources.append(Source(SourceKind(scene.pronouns[word]), i, i + 1, shape=word))
        elif "-" in word:
            _read_joined(scene, place, i)
        elif word in language.roles and not _titles(scene, i):
            if _apposed(scene, i, stop):
                apposed = i
            else:
                place.sources.append(Source(SourceKind.OFFICE, i, i + 1, scene.holder(i)))


def _read_joined(scene: Scene, place: Place, i: int) -> None:
    """A pronoun joined to its verb: "dit-elle", "a-t-il déclaré"."""
    head, *_, tail = scene.lower[i].split("-")
    cued = head in scene.language.cues
    if cued:
        place.cues.append(i)
    if tail in scene.pronouns:
        place.sources.append(Source(SourceKind(scene.pronouns[tail]), i + cued, i + 1, shape=tail))


def _titles(scene: Scene, i: int) -> bool:
    """Whether the office at a token belongs to the name that follows it."""
    return any(scene.lead(j) <= i for j in range(i + 1, min(i + 4, len(scene.lower))) if j in scene.owner)


def _apposed(scene: Scene, i: int, stop: int) -> bool:
    """Whether an office is set beside the name of who holds it: "the mayor, Ruth Okafor"."""
    comma = next((j for j in range(i + 1, min(i + 5, stop)) if scene.lower[j] == ","), stop)
    beside = range(comma + 1, min(comma + 4, stop))
    return any(j in scene.owner and scene.lead(j) == comma + 1 for j in beside)


def _subject(scene: Scene, place: Place, cue: int) -> Source | None:
    """The subject of a cue beside which no source stands: somebody not named, or left unsaid."""
    words = scene.tokens.words
    start = cue
    while start > place.tokens.start and words[start - 1][0].isalnum() and start - 1 not in place.cues:
        start -= 1
    while start < cue and scene.lower[start] in scene.language.auxiliaries:
        start += 1  # ", has said": the subject stands before the comma
    if any(start <= source.first < cue for source in place.sources if source.kind != SourceKind.NOBODY):
        return None
    bound = scene.lower[start] in scene.language.bindings  # "auf die Frage erklärte ...": no subject
    if not bound and start < cue - sum(word in scene.language.auxiliaries for word in scene.lower[start:cue]):
        return Source(SourceKind.NOBODY, start, cue, shape=f"left-{_shape(scene, start, cue)}")
    after = range(cue + 1, min(place.tokens.stop, cue + 1 + _ADVERBS))
    for i in after:
        if any(source.first <= i < source.last for source in place.sources):
            return None
        if not words[i][0].isalnum() or scene.lower[i] in scene.language.bindings:
            break
        if scene.lower[i] in scene.language.determiners or words[i][0].isupper():
            stop = next((j for j in after if j >= i and not words[j][0].isalnum()), after.stop)
            if any(i <= source.first < stop for source in place.sources):
                return None
            return Source(SourceKind.NOBODY, i, stop, shape=f"right-{_shape(scene, i, stop)}")
    return Source(SourceKind.UNSAID, cue, cue)


def _attributed(scene: Scene, place: Place) -> list[Source]:
    """Those to whom something is attributed without a name: "according to the report"."""
    found = []
    for i in place.tokens:
        if (
            scene.lower[i] not in scene.phrases
            or scene.lower[i] in scene.language.bindings
            or scene.quoted[i]
        ):
            continue
        for name, phrase in scene.phrases[scene.lower[i]]:
            led = range(i + 1, i + 1 + _ADVERBS)
            if (
                name == "attribution"
                and tuple(scene.lower[max(0, i + 1 - len(phrase)) : i + 1]) == phrase
                and not any(source.first in led or source.last - 1 in led for source in place.sources)
            ):
                found.append(Source(SourceKind.NOBODY, i + 1, i + 1, shape="led"))
    return found


def _shape(scene: Scene, start: int, stop: int) -> str:
    """What a phrase is like that names nobody."""
    lower, language = scene.lower[start:stop], scene.language
    if lower[0] in language.indefinite:
        return "a"
    if any(word in language.relatives for word in lower):
        return "who"
    if any(word[0].isupper() for word in scene.tokens.words[start + 1 : stop]):
        return "Name"
    if lower[0] in language.determiners:
        return "the"
    return "one" if len(lower) == 1 else "more"
