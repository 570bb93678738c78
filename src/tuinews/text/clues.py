"""What speaks for whom: everybody who may have said a quotation, with the features of each guess.

A source (see `places`) becomes a candidate for each person it may mean, or for nobody; so does the speaker
of the quotation before. A feature is a short string, and means the same in all languages; how much each
one counts is learned (see `ranker`).
"""

from dataclasses import dataclass, field

from tuinews.text.people import Figure
from tuinews.text.places import REACH, Place, Said, Source, SourceKind, places
from tuinews.text.scene import Fit, Scene

_STOPS = frozenset(".:;!?…")
_ASIDE = 4  # words between an attribution and the name it leads to
_OWN = frozenset("AIBM")  # the places in a quotation's own sentence


@dataclass(slots=True)
class Candidate:
    """A guess: this person, or nobody who is named; and what there is to say about it.

    `features` are those of the source, alike for all whom it may mean; `meant` tell these apart. Guesses
    from one source have the same `group`.
    """

    figure: Figure | None
    features: list[str]
    meant: list[str] = field(default_factory=list)
    group: int = 0


def candidates(scene: Scene, quotes: list[Said], index: int) -> list[Candidate]:
    """Everybody who may have said a quotation, the earlier ones being answered; nobody always among them."""
    quote = quotes[index]
    previous = quotes[index - 1] if index else None
    speaker = previous.speaker if previous else None
    around = places(scene, quote, previous, quotes[index + 1] if index + 1 < len(quotes) else None)
    told = _told_by(scene, around)
    groups = [[_nobody(scene, quote, around)]]
    for place in around:
        for source in place.sources:
            features = _features(scene, place, source, quote)
            if source is not told:
                features += _instead(place.tag, source.kind, told)
            groups.append(_meant(scene, source, features, speaker))
    if scene.first[quote.first]:
        topic = [*_topic(quote, around), *_instead("topic", "", told)]
        groups.append(_recent(scene, quote.first, "topic", topic, speaker))
    if previous:
        carried = _carried(scene, quotes, index, around)
        for candidate in carried:
            candidate.features += _instead("carry", "", told)
        groups += [[candidate] for candidate in carried]
    inside = {id(scene.owner[i]) for i in range(quote.first, quote.last) if i in scene.owner}
    found = []
    for number, group in enumerate(groups):
        for candidate in group:
            candidate.group = number
            if id(candidate.figure) in inside:
                (candidate.meant if len(group) > 1 else candidate.features).append("named-inside")
        found += group
    return found


def _told_by(scene: Scene, around: list[Place]) -> Source | None:
    """The subject of the cue nearest to a quotation in its own sentence: it leaves little to the others."""
    for place in around:
        if place.tag in _OWN and place.cues:
            nearest = min(place.cues, key=lambda cue: abs(cue - place.anchor))
            beside: dict[str, Source] = {}
            for source in place.sources:
                for mark, cue, gap in _relation(scene, place, source):
                    if cue == nearest and gap in ("", "0"):
                        beside[mark] = source
            return beside.get(">") or beside.get("<") or beside.get("0")
    return None


def _instead(tag: str, kind: str, told: Source | None) -> list[str]:
    """What speaks against any other source than the subject of the cue at the quotation."""
    if told is None:
        return []
    return [f"{tag}-not-{told.kind}", f"{tag}{kind}-not-{told.kind}"]


def _topic(quote: Said, around: list[Place]) -> list[str]:
    """Of a quotation that opens its sentence: it may be said by whom the text is about."""
    cues = "-cues" if any(place.cues for place in around if place.tag in "AB") else ""
    return ["topic", f"topic-{_length(quote)}{cues}", f"topic{''.join(p.tag for p in around)}"]


def _length(quote: Said) -> str:
    return "speech" if quote.speech else "words"


def _nobody(scene: Scene, quote: Said, around: list[Place]) -> Candidate:
    """The guess that nobody is named, from what the sentence is like."""
    opens, length = scene.first[quote.first], _length(quote)
    tags = "".join(place.tag + place.parting for place in around)
    return Candidate(None, ["0", f"0{length}", f"0{opens}", f"0{length}{opens}", f"0{tags}"])


def _features(scene: Scene, place: Place, source: Source, quote: Said) -> list[str]:
    """How a source stands to the cues of its place, and to the quotation."""
    tag, kind, length = place.tag, source.kind, _length(quote)
    relation = _relation(scene, place, source)
    marks = "".join(mark for mark, _, _ in relation)
    found = [f"{tag}-{kind}", f"{tag}-{length}"]
    if kind == SourceKind.NOBODY:
        found.append(f"nobody-{source.shape}")
    for mark, cue, gap in relation:
        distance = _size(abs(cue - place.anchor))
        strength = "!" if scene.lower[cue] in scene.language.strong else ""
        found += [
            f"{tag}{place.parting}{mark}{gap}",
            f"{kind}{mark}{gap}",
            f"{tag}{mark}{strength}@{distance}",
            f"{tag}{mark}{length}",
            f"{tag}{place.parting}{mark}{gap}@{distance}",
        ]
    if not relation:
        found.append(f"{tag}-{kind}-{length}-uncued{'-cues' if place.cues else ''}")
    led = _led(scene, source.first, tag, marks)
    head = source.first
    if kind == SourceKind.NAME:
        head = scene.span[source.last - 1][0]
        if not led and scene.bound(head):
            found += ["bound", f"bound{marks}", f"{tag}bound"]
        if scene.possessive(head):
            found += ["possessive", f"possessive{marks}"]
    if scene.leads(head):
        found += [f"{tag}leads", f"{tag}leads{length}{marks}"]
    return found + led


def _led(scene: Scene, first: int, tag: str, marks: str) -> list[str]:
    """What leads to a source: "according to", "as quoted by", "by"."""
    found: list[str] = []
    lower = scene.lower
    for gap in range(min(_ASIDE, first)):
        stop = first - gap
        for name, phrase in scene.phrases.get(lower[stop - 1], ()):
            if tuple(lower[max(0, stop - len(phrase)) : stop]) == phrase and f"{tag}{name}" not in found:
                found += [f"{name}{_size(gap)}", f"{tag}{name}"]
    if first and lower[first - 1] in scene.language.agents:
        found += [f"agent{marks}", f"{tag}agent"]
    return found


def _size(count: int) -> str:
    """A number, coarsely."""
    return (
        str(count) if count < 2 else next(str(2**n) for n in (1, 2, 3, 4) if count < 2 ** (n + 1) or n == 4)
    )


def _relation(scene: Scene, place: Place, source: Source) -> list[tuple[str, int, str]]:
    """The next cue after a source (`>`: it may be the subject) and the last one before it (`<`)."""
    if source.kind == SourceKind.UNSAID:
        return [("0", source.first, "")]
    found = []
    later = next((cue for cue in place.cues if cue >= source.last), None)
    if later is not None:
        found.append((">", later, _gap(scene, place, source.last, later)))
    earlier = next((cue for cue in reversed(place.cues) if cue < source.first), None)
    if earlier is not None:
        subjects = (other for other in place.sources if other.last <= earlier)
        taken = any(other is not source and other.kind != SourceKind.UNSAID for other in subjects)
        gap = _gap(scene, place, earlier + 1, source.first)
        found.append(("<", earlier, gap + "o" * taken))  # the cue has a subject: this may be its object
    return found


def _gap(scene: Scene, place: Place, start: int, stop: int) -> str:
    """What lies between a source and a cue: how many words, commas, other sources, a relative."""
    between = scene.lower[start:stop]
    if len(between) > 2 and between[0] == between[-1] == ",":
        return "app"  # set off by commas: an apposition or a relative clause
    count = sum(word[0].isalnum() and word not in scene.language.auxiliaries for word in between)
    named = (s for s in place.sources if s.kind != SourceKind.NOBODY)
    others = "x" * any(start <= s.first and s.last <= stop for s in named)
    relative = "w" if between and between[-1] in scene.language.relatives else ""
    halt = ";" * any(word in _STOPS for word in between)
    return _size(count) + "," * min(2, between.count(",")) + others + relative + halt


def _meant(scene: Scene, source: Source, features: list[str], speaker: Figure | None) -> list[Candidate]:
    """A candidate for each person whom a source may mean."""
    if source.kind == SourceKind.NAME:
        return [Candidate(source.figure, features + ["again"] * (source.figure is speaker))]
    if source.kind == SourceKind.OFFICE:
        held = f"held-{source.figure is speaker}" if source.figure else "held-by-nobody"
        return [Candidate(source.figure, [*features, held])]
    if source.kind in (SourceKind.PRONOUN, SourceKind.UNSAID):
        found = _recent(scene, source.first, source.kind, features, speaker, source.shape)
        return [*found, Candidate(None, features, [f"{source.kind}-nobody"])]
    return [Candidate(None, features)]


def _recent(
    scene: Scene, token: int, kind: str, features: list[str], speaker: Figure | None, pronoun: str = ""
) -> list[Candidate]:
    """The people whom a pronoun at a token, or a verb without a subject, may mean."""
    found: list[Candidate] = []
    for first, figure in scene.recent(token):
        fit = scene.fit(figure, pronoun) if pronoun else Fit.UNKNOWN
        if fit is Fit.NO:
            continue
        clues = [f"{kind}-{fit}", f"{kind}-rank{len(found)}", f"{kind}{_size((token - first) // 8)}"]
        if figure is speaker:
            clues.append(f"{kind}-speaker")
        if scene.leads(first):
            clues.append(f"{kind}-subject")
        if scene.bound(first) or scene.possessive(first):
            clues.append(f"{kind}-aside")
        if scene.quoted[first]:
            clues.append(f"{kind}-quoted")
        found.append(Candidate(figure, list(features), clues))
    return found


def _carried(scene: Scene, quotes: list[Said], index: int, around: list[Place]) -> list[Candidate]:
    """The speaker of the quotation before goes on; or the one before that one, as in a dialogue."""
    quote, previous = quotes[index], quotes[index - 1]
    if quote.first - previous.last > 3 * REACH:
        return []
    gap = range(previous.last, quote.first)
    starts = scene.first[previous.last : quote.first + 1]
    words = sum(scene.lower[i][0].isalnum() for i in gap)
    others = any(scene.owner.get(i, previous.speaker) is not previous.speaker for i in gap)
    cued = "own" if any(place.cues for place in around if place.tag in "ABM") else "bare"
    way = f"{'carry' if previous.speaker else 'carry0'}{min(starts.count(2), 2)}.{min(starts.count(1), 2)}"
    length, beside = _length(quote), "-others" * others
    features = [
        way + cued,
        f"{way}w{_size(words)}",
        f"{way[:6]}{length}{cued}",
        f"{way[:6]}{beside}",
        f"{way}{length}{cued}{beside}",
    ]
    found = [Candidate(previous.speaker, features)]
    if index > 1 and 2 in starts and words < 3 and quotes[index - 2].speaker not in (None, previous.speaker):
        found.append(Candidate(quotes[index - 2].speaker, [f"turn{way}{cued}", f"turn{cued}"]))
    return found
