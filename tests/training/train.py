"""Train the English model: `python -m tests.training.train SENTENCES MODEL` (some five minutes)."""

import argparse
import importlib
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.training.corpus import Span, documents
from tests.training.invent import Inventor
from tests.training.wire import report
from tuinews.text.casing import calm
from tuinews.text.features import EDGE, OFFSETS, alone, together, word_class
from tuinews.text.language import language
from tuinews.text.lexicon import lexicon
from tuinews.text.model import LABELS, pack
from tuinews.text.tagger import runs
from tuinews.text.tokens import Tokens, tokenize

SEEDS = range(4)
REPORTS = 400  # generated; twice as many make no difference
LEAST = 0.1  # features whose every weight is smaller are left out: the figures stay, a fifth of the size goes
SETTINGS = {
    "c1": 0.02,
    "c2": 0.4,
    "max_iterations": 80,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}
ENGLISH = language("en")
_FIRST_WORD = re.compile(r"([^\W\d_]+)\.?\s+")


def texts(folder: Path, seed: int) -> Iterator[tuple[str, list[Span]]]:
    """Every document, every document again under other names, and the generated reports."""
    inventor = Inventor(seed)
    for again in (False, True):
        for path in sorted(folder.glob("*.txt")):
            for text, spans in documents(path):
                yield inventor.rename(text, spans) if again else (text, spans)
    for _ in range(REPORTS):
        yield report(inventor)


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A person's span without titles, small words and a possessive: names are learnt as they are shown."""
    last = start
    for match in _FIRST_WORD.finditer(text, start, end):
        word = match[1].lower()
        if word in ENGLISH.titles or (
            match.start() == last and match[1].islower() and word not in ENGLISH.particles
        ):
            last = match.end()
    possessive = re.search(r"\s?['’]s$", text[last:end])
    return last, last + possessive.start() if possessive else end


def labels(tokens: Tokens, spans: list[Span]) -> list[str]:
    """A label for each token."""
    found = ["O"] * len(tokens.words)
    for start, end, kind in spans:
        if tokens.text[start] in "@#" or (kind == "P" and tokens.text[start:end].islower()):
            continue
        first, last = bare(tokens.text, start, end) if kind == "P" else (start, end)
        index = tokens.at(first)
        for place in range(index, tokens.at(last)):
            found[place] = "X" if kind == "X" else "B" if place == index else "I"
    return found


def features(words: list[str], first: bytearray, run: tuple[int, int]) -> list[list[str]]:
    """The features of each token of a run, as the model asks for them."""
    beside = [EDGE, EDGE, *words[max(0, run[0] - 2) : run[1] + 2], EDGE, EDGE]
    shift = 2 - max(0, run[0] - 2)
    classes = [word_class(word, lexicon(), ENGLISH) for word in beside]
    found = []
    for place in range(*run):
        here = []
        for offset in OFFSETS:
            at = place + shift + offset
            here += alone(beside[at], classes[at], offset)
        here += together(classes, place + shift)
        here.append(f"L{min(run[1] - run[0], 5)}")
        if first[place]:
            here.append(f"F{first[place]}")
        found.append(here)
    return found


def train(folder: Path) -> bytes:
    """The model of the sentences in a folder, packed: the mean of some, each with other names invented.

    One model alone depends on the names it happened to see: the gold articles vary by 1 % from seed to seed.
    """
    moves = [0.0] * 16
    weights: dict[str, list[float]] = {}
    for seed in SEEDS:
        info = _train_one(folder, seed)
        for (one, two), weight in info.transitions.items():
            moves[4 * LABELS.index(one) + LABELS.index(two)] += weight / len(SEEDS)
        for (feature, label), weight in info.state_features.items():
            weights.setdefault(feature, [0.0] * 4)[LABELS.index(label)] += weight / len(SEEDS)
    return pack(moves, {name: four for name, four in weights.items() if max(map(abs, four)) >= LEAST})


def _train_one(folder: Path, seed: int) -> Any:
    """What python-crfsuite tells of a model trained with the names of one seed."""
    crfsuite: Any = importlib.import_module("pycrfsuite")  # has no types
    trainer = crfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for text, spans in texts(folder, seed):
        tokens = tokenize(text, ENGLISH.abbreviations)
        gold = labels(tokens, spans)
        words = calm(tokens, lexicon())
        for run in runs(words, tokens.first, ENGLISH):
            trainer.append(features(words, tokens.first, run), gold[run[0] : run[1]])
    trainer.set_params(SETTINGS)
    with tempfile.TemporaryDirectory() as place:
        path = str(Path(place) / "model")
        trainer.train(path)
        tagger = crfsuite.Tagger()
        tagger.open(path)
        return tagger.info()


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "sentences", type=Path, help="a folder of labelled sentences, see tests/training/corpus.py"
    )
    parser.add_argument("model", type=Path, help="where to write the model")
    arguments = parser.parse_args()
    arguments.model.write_bytes(train(arguments.sentences))
