"""Measures how good the analysis is: `python -m tests.text.scores` writes `scores.toml`, the README's table.

The gold articles are analysed as a user's would be. Since the speakers were learned from them too, their
figures are taken from articles that were not learned from: each eighth answered by weights learned without
it (`tests.text.train`), which takes half a minute. `shipped` keeps what the weights that ship reach on the
gold articles; a test fails when that drops by more than a point.
"""

import tomllib
from pathlib import Path

from tests.text.goldfile import articles
from tests.text.scoring import score

FILE = Path(__file__).parent / "scores.toml"
SPEAKERS = ("right speaker", "right when named", "silent")
MEANINGS = {
    "quotations": "quotations found, exact to the character (F1)",
    "only speech": "the same, what is quoted but nobody's words counted as wrong (F1)",
    "right speaker": "quotations of a named person given to this person",
    "right when named": "quotations given to anybody that are given to the right one",
    "silent": "quotations of somebody not named that are given to nobody",
    "people": "names of persons, exact to the character (F1)",
}

Figures = dict[str, dict[str, float]]


def kept() -> dict[str, Figures]:
    """What `scores.toml` says: `shipped` and `unseen` figures by group."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def shipped() -> Figures:
    """The figures of the analysis as it is."""
    return {group: scores.shares() for group, scores in score(articles()).items()}


def unseen() -> Figures:
    """The figures of the speakers on articles not learned from."""
    from tests.text.train import unseen as learned

    return {group: {name: s.shares()[name] for name in SPEAKERS} for group, s in learned().items()}


def table() -> str:
    """The README's table."""
    figures = kept()
    groups = sorted(figures["shipped"])  # English, other languages
    lines = ["| per cent | " + " | ".join(groups) + " |", "|---|" + "---|" * len(groups)]
    for name, meaning in MEANINGS.items():
        source = figures["unseen" if name in SPEAKERS else "shipped"]
        lines.append(f"| {meaning} | " + " | ".join(f"{source[group][name]:.1f}" for group in groups) + " |")
    return "\n".join(lines)


def main() -> None:
    """Measure and write."""
    lines = ["# Written by `python -m tests.text.scores`; see there."]
    for kind, figures in (("shipped", shipped()), ("unseen", unseen())):
        for group, shares in figures.items():
            lines += ["", f'[{kind}."{group}"]', *(f'"{name}" = {share}' for name, share in shares.items())]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(table())


if __name__ == "__main__":
    main()
