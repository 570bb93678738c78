"""Names of persons by the trained model, judged twice: by the sentence, then by the whole article."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from tuinews.text.casing import calm
from tuinews.text.language import Language
from tuinews.text.lexicon import lexicon
from tuinews.text.model import Four, Model, odds
from tuinews.text.names import Name, is_capital
from tuinews.text.tokens import Tokens

_TRUST = 1.0  # how far what a word is elsewhere in the article counts here
_SURE = 0.7  # the probability from which a full name vouches for its parts
_VOUCHED = 3.0  # what that is worth
_COMMON = 2.0  # what it costs to begin a sentence and stand elsewhere in small letters
_LONGEST = 40  # tokens of a run; a longer one is no name but a list without signs, and is cut
_LIMIT = 4.0  # no single place counts for more

DIRECTORY = 25_000
"""Tokens of different runs that are read: news has 175 in 1,000 words, so they are 140,000 words of it."""


@dataclass(slots=True)
class _Reading:
    """A run as it was read first: its place, what the model says of it, and how often it stands there."""

    run: tuple[int, int]
    scores: list[Four]
    odds: list[float]
    times: int = 0
    spans: list[tuple[int, int]] = field(default_factory=list)  # the persons in it, from its first token on


def tag(tokens: Tokens, language: Language, model: Model) -> list[Name]:
    """Every name of a person in the text, in order, titles not included.

    A run that stands between the same words again is the same name again, and is read once. Past
    `DIRECTORY` tokens of runs read, only those are found whose words were read before: so the time a
    register of a million names takes is bounded.
    """
    words, first = calm(tokens, lexicon()), tokens.first
    stretches = runs(words, first, language)
    vouched: set[str] = set()
    readings: list[_Reading] = []
    of_run = _read(words, first, stretches, model, readings, vouched)
    _second_look(words, first, readings, vouched, model)
    found = []
    for (start, _), reading in zip(stretches, of_run, strict=True):
        if reading is not None:
            found += [_name(words, language, start + a, start + b) for a, b in reading.spans]
    return found


def _read(
    words: list[str],
    first: bytearray,
    stretches: list[tuple[int, int]],
    model: Model,
    readings: list[_Reading],
    vouched: set[str],
) -> list[_Reading | None]:
    """Read each run by itself, those that are alike once; note the readings, and return that of each run."""
    known: dict[tuple[object, ...], _Reading] = {}
    alike: dict[tuple[str, ...], _Reading] = {}
    left = DIRECTORY
    of_run: list[_Reading | None] = []
    for start, end in stretches:
        around = (bytes(first[start:end]), start > 1, *words[max(0, start - 2) : end + 2])
        reading = known.get(around)
        if reading is None and left <= 0:
            reading = alike.get(tuple(words[start:end]))
        elif reading is None:
            left -= end - start
            scores = model.scores(words, first, (start, end))
            chances = model.chances(scores)
            reading = _Reading((start, end), scores, [odds(chance, _LIMIT) for chance in chances])
            readings.append(reading)
            known[around] = alike[tuple(words[start:end])] = reading
            if end - start > 1:
                _vouch(vouched, words, start, chances)
        if reading is not None:
            reading.times += 1
        of_run.append(reading)
    return of_run


def runs(words: list[str], first: bytearray, language: Language) -> list[tuple[int, int]]:
    """Stretches of capitalised words, particles and initials' dots between them; (first, last) tokens."""
    found = []
    end = 0
    count = len(words)
    for i, word in enumerate(words):
        if i < end or not is_capital(word):
            continue
        end = i + 1
        while end < count and end - i < _LONGEST and not first[end]:
            step = _step(words, first, end, language)
            if not step:
                break
            end += step
        if end > i + 1 or not _is_small(word, language):
            found.append((i, end))
    return found


def _is_small(word: str, language: Language) -> bool:
    """Whether a word that stands alone is a pronoun, an article or the like: a third of all runs."""
    return word.lower() in language.stopwords or word[:2] in ("I'", "I’", "I")


def _step(words: list[str], first: bytearray, i: int, language: Language) -> int:
    """How many tokens from `i` on continue a run: 0 if none."""
    word = words[i]
    if is_capital(word):
        return 1
    following = words[i + 1 : i + 4]
    if word == ".":
        short = len(words[i - 1]) == 1 or words[i - 1].lower() in language.abbreviations
        return 2 if short and following and not first[i + 1] and is_capital(following[0]) else 0
    if word not in language.particles:
        return 0
    for distance, later in enumerate(following, 1):
        if first[i + distance]:
            return 0
        if is_capital(later):
            return distance + 1
        if later not in language.particles:
            return 0
    return 0


def spans(labels: list[int], offset: int) -> list[tuple[int, int]]:
    """The persons in a run of labels, as token spans."""
    found: list[tuple[int, int]] = []
    for i, label in enumerate(labels, offset):
        if label == 2 and found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        elif label in (1, 2):
            found.append((i, i + 1))
    return found


def _second_look(
    words: list[str], first: bytearray, readings: list[_Reading], vouched: set[str], model: Model
) -> None:
    """Find the persons in each run with the whole article in view.

    To each token half of what the article says of its word is given, for a name or against it.
    """
    total: defaultdict[str, float] = defaultdict(float)
    count: Counter[str] = Counter()
    for reading in readings:
        for word, value in zip(words[slice(*reading.run)], reading.odds, strict=True):
            total[word] += value * reading.times
            count[word] += reading.times
    small = {word for word in words if word[0].islower()}
    for reading in readings:
        leaning = []
        for i, value, (o, b, n, x) in zip(range(*reading.run), reading.odds, reading.scores, strict=True):
            word = words[i]
            lean = _TRUST * (total[word] - value) / count[word]
            if word in vouched and value < _LIMIT - 1:
                lean += _VOUCHED
            if first[i] and word.lower() in small:
                lean -= _COMMON
            lean /= 2
            leaning.append((o - lean, b + lean, n + lean, x - lean))
        reading.spans = spans(model.best(leaning), 0)


def _vouch(vouched: set[str], words: list[str], start: int, chances: list[Four]) -> None:
    """Note the first and last words of the full names that are beyond doubt."""
    labels = [max(range(4), key=four.__getitem__) for four in chances]
    for first, last in spans(labels, start):
        if (
            last - first > 1
            and min(four[1] + four[2] for four in chances[first - start : last - start]) > _SURE
        ):
            vouched.update((words[first], words[last - 1]))


def _name(words: list[str], language: Language, first: int, last: int) -> Name:
    """The name without the titles in it or before it, of which the nearest is noted."""
    title = ""
    while first < last - 1 and (words[first].lower() in language.titles or words[first] == "."):
        title = title if words[first] == "." else words[first].lower()
        first += 1
    while last > first + 1 and (words[last - 1] == "." or words[last - 1].lower() in language.honours):
        last -= 1
    if not title and first:
        before = words[first - 2 if words[first - 1] == "." and first > 1 else first - 1].lower()
        title = before if before in language.titles else ""
    return Name(first, last, title)
