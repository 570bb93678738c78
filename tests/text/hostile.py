"""Texts that nobody writes but somebody sends: each is made of `count` like pieces."""

import random
from collections.abc import Callable


def _word(source: random.Random) -> str:
    return "".join(source.choice("abcdefghijklmnop") for _ in range(6)).capitalize()


def _names(count: int) -> str:
    source = random.Random(1)
    return " ".join(f"{_word(source)} {_word(source)}," for _ in range(count))


def _namesakes(count: int) -> str:
    source = random.Random(2)
    return " ".join(f"{_word(source)} Okafor said." for _ in range(count))


MAKERS: dict[str, Callable[[int], str]] = {
    "no full stop": lambda count: "the minister told Ruth Okafor that " * count,
    "names": _names,
    "names without a sign": lambda count: _names(count).replace(",", ""),
    "one surname": _namesakes,
    "initials": lambda count: "J. " * count,
    "one name": lambda count: "Ruth Okafor " * count,
    "titles": lambda count: "Mr Okafor and Mrs Okafor " * count,
    "particles": lambda count: "Ruth " + "van " * count + "Okafor",
    "capitals": lambda count: "BIG NEWS TODAY " * count,
    "opening marks": lambda count: "“" * count,
    "opening marks and words": lambda count: "“no way out of here " * count,
    "straight marks": lambda count: '"' * count,
    "short quotations": lambda count: "“A b c d e f g.” " * count,
    "quotations in one line": lambda count: "“We go there,” said Ann Poe and " * count,
    "quotations inside others": lambda count: "“we said ‘go " * count + "out’ now” " * count,
    "paragraphs": lambda count: (
        "“We go,” said Ruth Okafor. Mr Bech called it “a mess”, and she agreed.\n" * count
    ),
    "running over paragraphs": lambda count: "“One more of them\n\n" * count,
    "pronouns": lambda count: "She said “so it goes” to him. " * count,
    "offices": lambda count: "Mayor Ruth Okafor left. “No way out,” the mayor said. " * count,
    "cues": lambda count: "said " * count + "“no way out” " + "said " * count,
}
