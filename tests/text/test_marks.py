"""Marks are told apart from apostrophes and measures, in every family, and the work is linear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.text.blocks import blocks, is_wrapped
from tuinews.text.marks import pair

ELISIONS = frozenset({"em", "til", "tis", "n"})


def quoted(text: str) -> list[str]:
    return [text[p.start : p.end] for p in pair(text, blocks(text, is_wrapped(text)), ELISIONS)]


CASES = {
    "curly": ("“No,” she said. “Never.”", ["“No,”", "“Never.”"]),
    "straight": ('"No," she said. "Never."', ['"No,"', '"Never."']),
    "British": (
        "‘It’s the sailors’ quay, not the town’s,’ he said.",
        ["‘It’s the sailors’ quay, not the town’s,’"],
    ),
    "British, plain": ("'It's the sailors' quay,' he said.", ["'It's the sailors' quay,'"]),
    "doubled": ("''We sank,'' he said. ``Twice.''", ["''We sank,''", "``Twice.''"]),
    "French": ("« Nous restons », dit-elle.", ["« Nous restons »"]),
    "German": ("„Wir bleiben“, sagte er. ‚Nie‘", ["„Wir bleiben“", "‚Nie‘"]),
    "inwards": ("»Wir bleiben«, sagte er.", ["»Wir bleiben«"]),
    "Swedish": ("”Vi stannar”, sade hon. ”Alltid.”", ["”Vi stannar”", "”Alltid.”"]),
    "Swedish guillemets": ("»Vi stannar», sade hon.", ["»Vi stannar»"]),
    "Polish": ("„Zostajemy” – powiedział.", ["„Zostajemy”"]),
    "Japanese": ("彼は「『海』を見た」と言った。", ["「『海』を見た」", "『海』"]),
    "nested": ("“He said ‘go’ to us,” she said.", ["“He said ‘go’ to us,”", "‘go’"]),
    "tokenised": ('" We sank , " he said . " Twice . "', ['" We sank , "', '" Twice . "']),
    "decade": ("In the '90s and the ‘80s boys' boats sank.", []),
    "elision": ("rock 'n' roll, get 'em, ‘til dawn's end'", []),
    "measures": ('A 6\'2" man with a 12" saw said: "Cut."', ['"Cut."']),
    "measure inside": ('"The 55" screen broke," he said. "Yes."', ['"The 55" screen broke,"', '"Yes."']),
    "unclosed": ('He said "Hello, said Ida. "Bye," said Ole.', ['"Bye,"']),
    "unclosed curly": ("He said “Hello, said Ida.\n\nNo more. “Bye,” said Ole.", ["“Bye,”"]),
    "wrong closer": ('“No," she said. “Never.”', ['“No,"', "“Never.”"]),
    "unclosed speech": (
        "She said, “We sank. We swam.\n\nIt was cold. “Very,” said Ole.",
        ["“We sank. We swam.", "“Very,”"],
    ),
    "space on the wrong side": ('She said," We sank". "Twice," said Ole.', ['," We sank"'[1:], '"Twice,"']),
    "over paragraphs": ("“One.\n\n“Two.\n\n“Three,” she said. No.", ["“One.\n\n“Two.\n\n“Three,”"]),
    "over paragraphs, never closed": ("“One.\n\n“Two.\n\nThree.", ["“One.\n\n“Two."]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_marks_open_and_close(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    line = "“" + "The water rose until the lower town was gone and nobody knew " * 5
    wrapped = "\n".join(line[i : i + 60] for i in range(0, len(line), 60)) + "by whom,” she said.\n\nNo."
    assert is_wrapped(wrapped)
    assert quoted(wrapped)[0].endswith("by whom,”")


@given(st.text(alphabet="ab \n.,5\"'“”„«»‘’‚「」`", max_size=80))
def test_pairs_lie_in_the_text_and_nest(text: str) -> None:
    pairs = pair(text, blocks(text, wrapped=False), ELISIONS)
    for p in pairs:
        assert 0 <= p.start < p.end <= len(text)
    for a in pairs:
        for b in pairs:
            assert not a.start < b.start < a.end < b.end
