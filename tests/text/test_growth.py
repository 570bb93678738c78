"""Twice the text is at most a little more than twice the work, whatever the text."""

import sys
from types import FrameType

import pytest

from tests.text.hostile import MAKERS
from tuinews.text.analysis import analyse

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
