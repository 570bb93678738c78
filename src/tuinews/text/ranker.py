"""Who is the likeliest of several candidates: a log-linear model whose weights are learned.

The weight of a source is the sum of the weights of its features; its chance is the share of its
exponential in the sum over all sources. It is shared out in the same way among those whom the source may
mean, and a person's chance is the sum over all guesses that mean this person: so the confidence of an
answer is a probability. Trained by `tests.text.train`.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import groupby
from math import exp

from tuinews.text.clues import Candidate
from tuinews.text.people import Figure

LEAST = 0.4  # an answer less sure than this is not given: a wrong name is worse than none


@cache
def weights() -> Mapping[str, float]:
    """The weights by feature, as they come with the package."""
    path = files("tuinews.text") / "data" / "speakers.json"
    found: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return found


def chances(candidates: list[Candidate], weights: Mapping[str, float]) -> list[float]:
    """The probability of each candidate: that of its source, times that of being meant by the source."""
    sums = [sum([weights.get(feature, 0.0) for feature in c.features]) for c in candidates]
    top = max(sums)
    shares = [exp(number - top) * part for number, part in zip(sums, parts(candidates, weights), strict=True)]
    total = sum(shares)
    return [share / total for share in shares]


def parts(candidates: list[Candidate], weights: Mapping[str, float]) -> list[float]:
    """For each candidate the probability of being the one meant, among those from its source."""
    found: list[float] = []
    for _, group in groupby(candidates, key=lambda candidate: candidate.group):
        shares = [exp(sum([weights.get(feature, 0.0) for feature in c.meant])) for c in group]
        total = sum(shares)
        found += [share / total for share in shares]
    return found


def choose(candidates: list[Candidate], weights: Mapping[str, float]) -> tuple[Figure | None, float]:
    """The likeliest person and the probability; nobody, 0.0 when nobody is likelier or all is in doubt."""
    people: dict[int, tuple[Figure | None, float]] = {}
    for candidate, chance in zip(candidates, chances(candidates, weights), strict=True):
        key = id(candidate.figure)
        people[key] = candidate.figure, people.get(key, (None, 0.0))[1] + chance
    figure, chance = max(people.values(), key=lambda pair: pair[1])
    return (figure, chance) if figure and chance >= LEAST else (None, 0.0)
