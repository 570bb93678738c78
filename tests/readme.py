"""Writes the parts of the README that tables in the code decide: `python -m tests.readme`."""

from collections.abc import Callable
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"


def commands() -> str:
    """Return the table of shell commands."""
    from tuinews.cli.commands import COMMANDS

    rows = [f"| `tuinews {command.name}` | {command.help} |" for command in COMMANDS]
    return "\n".join(["| command | what it does |", "|---|---|", *rows])


def keys() -> str:
    """Return the tables of keys."""
    from tuinews.ui.commands import reference

    return "\n" + reference()


def operators() -> str:
    """Return the table of search operators, after what needs no operator."""
    from tuinews.query.operators import OPERATORS

    rows = [
        "| `ferry harbour` | both words; accents and capitals make no difference | |",
        '| `"the old mole"` | these words in this order | |',
        "| `harb*` | words that begin so | |",
        "| `/colou?r/` | a regular expression | |",
        "| `-ferry`, `a OR b`, `(a OR b) c` | not, or, brackets | `NOT`, `!`, `\\|` |",
    ]
    for operator in OPERATORS:
        also = ", ".join(f"`{alias}:`" for alias in operator.aliases)
        rows.append(f"| `{operator.example}` | {operator.help} | {also} |".replace("  ", " "))
    return "\n".join(["| type | to find | also |", "|---|---|---|", *rows])


def analysis() -> str:
    """Return the table of how good the analysis is."""
    from tests.text.scores import table

    return table()


PARTS: dict[str, Callable[[], str]] = {
    "keys": keys,
    "operators": operators,
    "commands": commands,
    "analysis": analysis,
}


def renewed(text: str) -> str:
    """Return the README's text with every generated part as the code has it now."""
    for name, make in PARTS.items():
        opening, closing = (
            f"<!-- {name}: written by `python -m tests.readme` -->\n",
            f"<!-- end of {name} -->",
        )
        before, opened, rest = text.partition(opening)
        _, closed, after = rest.partition(closing)
        if not (opened and closed):
            raise ValueError(f"README.md has no place for the {name}")
        text = f"{before}{opening}{make()}\n{closing}{after}"
    return text


def main() -> None:
    """Write the README anew."""
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
