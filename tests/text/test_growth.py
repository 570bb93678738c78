"""Twice the text is at most a little more than twice the work, whatever the text."""

import random
import sys
from types import FrameType

import pytest

from tests.text.hostile import MAKERS
from tuinews.text.analysis import analyse
from tuinews.text.tagger import DIRECTORY

COUNT = 500
SLACK = 1.25


def _work(text: str, language: str) -> int:
    """How many functions are called, those written in C too, while a text is analysed."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        analyse(text, language)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("kind", MAKERS)
def test_work_grows_with_the_text_and_no_faster(kind: str, language: str) -> None:
    make = MAKERS[kind]
    analyse(make(10), language)  # what is read once is read now
    once, twice = _work(make(COUNT), language), _work(make(2 * COUNT), language)
    assert twice < 2 * SLACK * once, (once, twice)


def test_a_register_of_names_is_read_as_far_as_a_book_would_be() -> None:
    source = random.Random(7)
    letters = "abcdefghijklmnop"
    words = ["".join(source.choice(letters) for _ in range(6)).capitalize() for _ in range(2 * DIRECTORY)]
    strange = ", ".join(f"Ruth {one} {two}" for one, two in zip(words[::2], words[1::2], strict=True))
    text = f"“No,” said Ruth Okafor. {strange}. In the end it was Ruth Okafor who left."
    found = analyse(text, "en")
    mentions = [span for person in found.people for span in person.mentions]
    assert len(mentions) < DIRECTORY
    (okafor,) = (person for person in found.people if person.name == "Ruth Okafor")
    assert [text[span.start : span.end] for span in okafor.mentions] == ["Ruth Okafor", "Ruth Okafor"]
