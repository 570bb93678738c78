"""Who is the likeliest of several candidates: a log-linear model whose weights are learned.

The weight of a candidate is the sum of the weights of its features; its chance is the share of its
exponential in the sum over all candidates, and a person's chance the sum over the guesses that mean
this person. So the confidence of an answer is a probability. Trained by `tests.text.training`.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
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
    """The probability of each candidate."""
    sums = [sum([weights.get(feature, 0.0) for feature in c.features]) for c in candidates]
    top = max(sums)
    shares = [exp(number - top) for number in sums]
    total = sum(shares)
    return [share / total for share in shares]


def choose(candidates: list[Candidate], weights: Mapping[str, float]) -> tuple[Figure | None, float]:
    """The likeliest person and the probability; nobody, 0.0 when nobody is likelier or all is in doubt."""
    people: dict[int, tuple[Figure | None, float]] = {}
    for candidate, chance in zip(candidates, chances(candidates, weights), strict=True):
        key = id(candidate.figure)
        people[key] = candidate.figure, people.get(key, (None, 0.0))[1] + chance
    figure, chance = max(people.values(), key=lambda pair: pair[1])
    return (figure, chance) if figure and chance >= LEAST else (None, 0.0)
