"""Labelled sentences, a token and its label a line, as documents of plain text with spans of names."""

import re
from collections.abc import Iterator
from pathlib import Path

Span = tuple[int, int, str]  # start, end, "P" for a person or "X" for another name
PERSONS = frozenset("PER person Person politician writer musicalartist scientist researcher".split())  # noqa: SIM905
UNNAMED = frozenset({"Temporal", "Quantity", "Money", "DocumentReference", "Nationality"})
_GLUED = re.compile(r"^([.,!?;:)%\]”’]|['’]s|n't|'re|'ve|'ll|'m|'d)$")
_TOGETHER = 15  # sentences in a document


def documents(path: Path) -> Iterator[tuple[str, list[Span]]]:
    """The sentences of one file, fifteen to a text; messages keep a line each."""
    between = "\n" if path.name.startswith(("btc", "wnut")) else " "
    sentences = list(_sentences(path))
    for start in range(0, len(sentences), _TOGETHER):
        text, spans = "", []
        for tokens in sentences[start : start + _TOGETHER]:
            text += between if text else ""
            said, found = _join(tokens)
            spans += [(a + len(text), b + len(text), kind) for a, b, kind in found]
            text += said
        yield text, spans


def _sentences(path: Path) -> Iterator[list[tuple[str, str]]]:
    tokens: list[tuple[str, str]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            word, _, label = line.partition("\t") if "\t" in line else line.rpartition(" ")
            tokens.append((word.strip() or "_", label.strip()))
        elif tokens:
            yield tokens
            tokens = []


def _join(tokens: list[tuple[str, str]]) -> tuple[str, list[Span]]:
    """The sentence as it would be printed, and its names."""
    text, spans, before, glue, quoted = "", list[Span](), "", True, False
    for word, label in tokens:
        kind = label.partition("-")[2]
        kind = "" if kind in UNNAMED else kind
        close = glue or _GLUED.match(word) or (word == "s" and text.endswith("'"))
        if word == '"':
            quoted = not quoted
            close = not quoted or not text
        text += "" if close else " "
        start = len(text)
        text += word
        glue = word in "([$#@“‘" or (word == '"' and quoted)
        if kind:
            mark = "P" if kind in PERSONS else "X"
            if spans and kind == before and not label.startswith("B-"):
                spans[-1] = (spans[-1][0], len(text), mark)
            else:
                spans.append((start, len(text), mark))
        before = kind
    return text, spans
