"""How the model and the lexicon of the analysis were made: `python -m tests.training.train --help`.

Needs the `train` extra. Deterministic: the same sentences give the same model.
"""
