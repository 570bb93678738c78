"""Learns how much each clue to a speaker counts: `python -m tests.text.train` writes `data/speakers.json`.

Learned from our own articles, those of `gold` and the plainer ones of `lessons`, each read twice: with the
names as marked, and as the analysis finds them. Every quotation is one example: its candidates, and which
of them mean its speaker. The weights make the right ones likeliest together (log-linear model with L2
regularisation, Adagrad). Since the speaker of the quotation before is a clue, the articles are read again
with the answers learned so far in its place.

`python -m tests.text.train check` learns without an eighth of the gold articles and answers these, eight
times, and prints how often that is right.
"""

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from tests.text.goldfile import GoldArticle, articles
from tests.text.scoring import Scores, group, same
from tuinews.model import QuoteKind
from tuinews.text import analysis
from tuinews.text.blocks import blocks, is_wrapped
from tuinews.text.clues import Candidate, candidates
from tuinews.text.language import language as language_of
from tuinews.text.marks import pair
from tuinews.text.model import model
from tuinews.text.names import Name
from tuinews.text.names import names as names_by_form
from tuinews.text.people import Figure, figures
from tuinews.text.places import Said
from tuinews.text.quotes import kinds
from tuinews.text.ranker import chances, choose, parts
from tuinews.text.scene import Scene
from tuinews.text.speakers import outermost
from tuinews.text.tagger import tag
from tuinews.text.tokens import Tokens, tokenize

LESSONS = Path(__file__).parent / "lessons"
DATA = Path(analysis.__file__).parent / "data" / "speakers.json"
ROUNDS, EPOCHS, RATE, DECAY, LEAST_SEEN = 2, 16, 0.05, 0.015, 5
PARTS = 8


@dataclass(slots=True)
class Reading:
    """An article ready to be answered: its quotations, and who speaks: "" nobody named, None not scored."""

    scene: Scene
    quotes: list[Said]
    speakers: list[str | None]


@dataclass(slots=True)
class Example:
    """A quotation: its candidates, and which of them are right."""

    candidates: list[Candidate]
    right: list[bool]


def read(article: GoldArticle, marked: bool) -> Reading:
    """Prepare an article, its names as marked or as the analysis finds them."""
    tongue = language_of(article.language)
    wrapped = is_wrapped(article.text)
    pairs = pair(article.text, blocks(article.text, wrapped), tongue.elisions)
    tokens = tokenize(article.text, tongue.abbreviations, wrapped)
    if marked:
        names, people = _marked(article, tokens, tongue.titles)
    else:
        trained = model(tongue.code)
        names = tag(tokens, tongue, trained) if trained else names_by_form(tokens, tongue)
        people = figures(tokens, names, tongue)
    graded = kinds(article.text, pairs, tongue)
    said = [
        (Said(tokens.at(p.start), tokens.at(p.end), k == QuoteKind.SPEECH), p)
        for p, k in zip(pairs, graded, strict=True)
        if k != QuoteKind.OTHER
    ]
    quotes = outermost([s for s, _ in said])
    scene = Scene(tokens, names, people, tongue, [(s.first, s.last) for s in quotes])
    start = {id(s): p.start for s, p in said}
    gold = {quote.start: quote for quote in article.quotes}
    speakers: list[str | None] = []
    for quote in quotes:
        found = gold.get(start[id(quote)])
        speakers.append(None if not found or found.speaker_kind == "skip" else found.speaker or "")
    return Reading(scene, quotes, speakers)


def _marked(article: GoldArticle, tokens: Tokens, titles: frozenset[str]) -> tuple[list[Name], list[Figure]]:
    """The names of a gold article as they are marked, joined as they are marked."""
    names: list[Name] = []
    people: dict[str, Figure] = {}
    for start, end, name in article.people:
        first, last = tokens.at(start), tokens.at(end)
        if first >= last or (names and names[-1].last > first):
            continue
        before = tokens.words[first - 1 - (tokens.words[first - 1] == ".")].lower() if first > 1 else ""
        title = before if before in titles else ""
        figure = people.setdefault(name, Figure((), name))
        figure.mentions.append(len(names))
        figure.titles |= {title} - {""}
        names.append(Name(first, last, title))
    return names, list(people.values())


def examples(reading: Reading, learned: Mapping[str, float] | None) -> Iterable[Example]:
    """The examples of an article; what was answered before each is right, or what was learned so far says."""
    by_name = {figure.name: figure for figure in reading.scene.owner.values()}
    for index, (quote, speaker) in enumerate(zip(reading.quotes, reading.speakers, strict=True)):
        found = candidates(reading.scene, reading.quotes, index)
        true = next((f for name, f in by_name.items() if speaker and same(name, speaker)), None)
        if speaker is not None and bool(true) == bool(speaker):
            right = [candidate.figure is true for candidate in found]
            if any(right) and not all(right):
                yield Example(found, right)
        quote.speaker = true
        if learned is not None:
            quote.speaker, _ = choose(found, learned)


def learn(readings: list[Reading]) -> dict[str, float]:
    """The weights by feature."""
    learned: dict[str, float] | None = None
    for _ in range(ROUNDS):
        seen = [example for reading in readings for example in examples(reading, learned)]
        learned = fit(seen)
    return learned or {}


def fit(seen: list[Example]) -> dict[str, float]:
    """Fit the weights to examples, in one fixed order of chance."""
    often: dict[str, int] = defaultdict(int)
    for example in seen:
        for feature in {feature for c in example.candidates for feature in c.features + c.meant}:
            often[feature] += 1
    weights = {feature: 0.0 for feature, count in often.items() if count >= LEAST_SEEN}
    squares = dict.fromkeys(weights, 1e-6)
    total = dict.fromkeys(weights, 0.0)
    order = random.Random(7)
    for epoch in range(EPOCHS):
        order.shuffle(seen)
        for example in seen:
            _step(example, weights, squares)
        if epoch >= EPOCHS // 2:
            for feature, weight in weights.items():
                total[feature] += weight / (EPOCHS - EPOCHS // 2)
    return total


def _step(example: Example, weights: dict[str, float], squares: dict[str, float]) -> None:
    """Move the weights a little towards what makes the right candidates likelier."""
    shares = chances(example.candidates, weights)
    right = sum(share for share, is_right in zip(shares, example.right, strict=True) if is_right)
    pulls = [
        (share / right if is_right else 0.0) - share
        for share, is_right in zip(shares, example.right, strict=True)
    ]
    by_group: dict[int, float] = defaultdict(float)
    for candidate, pull in zip(example.candidates, pulls, strict=True):
        by_group[candidate.group] += pull
    slopes: dict[str, float] = defaultdict(float)
    meant = parts(example.candidates, weights)
    for candidate, pull, part in zip(example.candidates, pulls, meant, strict=True):
        for feature in candidate.features:
            slopes[feature] += pull
        for feature in candidate.meant:
            slopes[feature] += pull - by_group[candidate.group] * part
    for feature, slope in slopes.items():
        if feature in weights:
            slope -= DECAY * weights[feature]
            squares[feature] += slope * slope
            weights[feature] += RATE * slope / sqrt(squares[feature] + 0.1)


def unseen() -> dict[str, Scores]:
    """How the speakers of gold articles fare that were not learned from, by group; names as found."""
    every, lessons = list(articles()), list(articles(LESSONS))
    groups: dict[str, Scores] = {}
    for part in range(PARTS):
        known = [article for i, article in enumerate(every) if i % PARTS != part] + lessons
        weights = learn([read(article, marked) for article in known for marked in (True, False)])
        for article in every[part::PARTS]:
            answer(read(article, False), weights, groups.setdefault(group(article), Scores()))
    return groups


def answer(reading: Reading, weights: Mapping[str, float], scores: Scores) -> None:
    """Answer the quotations of an article and count what is right."""
    for index, (quote, speaker) in enumerate(zip(reading.quotes, reading.speakers, strict=True)):
        quote.speaker, quote.confidence = choose(candidates(reading.scene, reading.quotes, index), weights)
        if speaker is not None:
            scores.judge(speaker, quote.speaker.name if quote.speaker else None)


def main() -> None:
    """Learn from all gold articles and write the weights."""
    every = [*articles(), *articles(LESSONS)]
    weights = learn([read(article, marked) for article in every for marked in (True, False)])
    kept = {feature: round(weight, 2) for feature, weight in sorted(weights.items()) if abs(weight) >= 0.05}
    DATA.write_text(json.dumps(kept, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(f"{len(kept)} weights")


if __name__ == "__main__":
    if "check" in sys.argv[1:]:
        for name, scores in unseen().items():
            print(name, scores.shares())
    else:
        main()
