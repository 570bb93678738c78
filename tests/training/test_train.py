"""What the model reads in a text is what it was trained on."""

from pathlib import Path

import pytest

from tests.training.corpus import documents
from tests.training.train import bare, features, labels
from tuinews.text.features import PLACES
from tuinews.text.language import language
from tuinews.text.lexicon import lexicon
from tuinews.text.model import Model, pack
from tuinews.text.tagger import runs
from tuinews.text.tokens import tokenize

TEXT = (
    "Sen. Ruth Okafor met J. de Vries of Harlan Steel Corp. in New Delta.\n\nOkafor (Tarvia) beat Bech 6-2."
)


def test_features_are_the_same_in_training_and_in_reading() -> None:
    english = language("en")
    tokens = tokenize(TEXT, english.abbreviations)
    stretches = runs(tokens.words, tokens.first, english)
    assert len(stretches) >= 5
    trained = [features(tokens.words, tokens.first, run) for run in stretches]
    names = sorted({name for run in trained for place in run for name in place} | set(PLACES))
    # A weight of its own for each feature, such that few sums are alike.
    weights = {name: [(i * 7919 % 61) / 16, i % 5 / 4, i % 3 / 2, 0.0] for i, name in enumerate(names)}
    model = Model(pack([0.0] * 16, weights), lexicon(), english)
    for run, places in zip(stretches, trained, strict=True):
        expected = [[sum(weights[name][label] for name in place) for label in range(4)] for place in places]
        found = model.scores(tokens.words, tokens.first, run)
        assert [list(four) for four in found] == [pytest.approx(four, abs=0.01) for four in expected]


def test_labels_leave_out_titles_and_possessives() -> None:
    text = "Vice President Ruth Okafor's aide met the Okafor Foundation."
    tokens = tokenize(text, language("en").abbreviations)
    assert bare(text, 0, 28) == (15, 26)
    named = [(0, 28, "P"), (text.index("Okafor F"), len(text) - 1, "X")]
    assert "".join(labels(tokens, named)) == "OOBIOOOOXXO"


def test_sentences_become_text_as_it_is_printed(tmp_path: Path) -> None:
    path = tmp_path / "some.txt"
    path.write_text(
        'Ruth\tB-PER\nOkafor\tI-PER\n\'s\tO\naide\tO\nsaid\tO\n"\tO\nno\tO\n"\tO\n.\tO\n', encoding="utf-8"
    )
    ((text, spans),) = documents(path)
    assert (text, spans) == ('Ruth Okafor\'s aide said "no".', [(0, 11, "P")])
