"""Laying out keeps offsets exact, fits the measure and draws the structure beside the text."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tuinews.model import Mark, MarkKind
from tuinews.ui.layout import MINIMUM, Layout, Line

K = MarkKind


def drawn(text: str, line: Line) -> str:
    """The line as it looks on the screen."""
    cells = line.lead
    for column, start, end in line.pieces:
        cells += " " * (column - cell_len(cells)) + text[start:end].replace("\t", " ")
    return cells.rstrip()


def lay_out(text: str, marks: list[Mark], measure: int) -> list[str]:
    layout = Layout(text, marks, measure)
    layout.reach(10_000)
    return [drawn(text, line) for line in layout.lines]


texts = st.text(st.sampled_from("ab é日本👩‍🚀\t\n。” —-"), max_size=120)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(texts)
    place = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(st.sampled_from(list(MarkKind)), place, place), max_size=8))
    return text, [Mark(kind, min(a, b), max(a, b), "") for kind, a, b in pairs]


@settings(deadline=None)  # the first example pays for the imports
@given(marked(), st.integers(MINIMUM, 50))
def test_every_character_stands_once_in_a_line_that_fits(
    example: tuple[str, list[Mark]], measure: int
) -> None:
    text, marks = example
    layout = Layout(text, marks, measure)
    layout.reach(10_000)
    assert layout.done
    shown = sorted(place for line in layout.lines for _, a, b in line.pieces for place in range(a, b))
    assert len(shown) == len(set(shown))
    missing = set(range(len(text))) - set(shown)
    assert not "".join(text[place] for place in sorted(missing)).strip(" \t\n\u3000")
    for line in layout.lines:
        assert cell_len(drawn(text, line)) <= measure
    starts = [line.start for line in layout.lines]
    assert starts == sorted(starts)


@given(marked(), st.integers(MINIMUM, 50), st.data())
def test_an_offset_finds_its_line(example: tuple[str, list[Mark]], measure: int, data: st.DataObject) -> None:
    text, marks = example
    layout = Layout(text, marks, measure)
    offset = data.draw(st.integers(0, len(text)))
    line = layout.lines[layout.line_at(offset)]
    shown = any(start <= offset < end for _, start, end in line.pieces)
    assert shown or line.start <= offset
    layout.reach(10_000)
    holders = [one for one in layout.lines if any(start <= offset < end for _, start, end in one.pieces)]
    assert not holders or holders == [line]


def test_lists_hang_and_number() -> None:
    text = "Bring\nwarm clothes for the crossing\nrope\nand tea"
    marks = [
        Mark(K.ITEM, 0, 5, "1."),
        Mark(K.ITEM, 6, len(text), "2."),
        Mark(K.ITEM, text.index("rope"), text.index("rope") + 4, "•"),
    ]
    assert lay_out(text, marks, 16) == [
        "1. Bring",
        "2. warm clothes",
        "   for the",
        "   crossing",
        "   • rope",
        "   and tea",
    ]


def test_block_quotes_have_a_bar_also_between_paragraphs() -> None:
    text = "He wrote:\n\nOne.\n\nTwo.\n\nEnd"
    start = text.index("One")
    assert lay_out(text, [Mark(K.BLOCKQUOTE, start, text.index("\n\nEnd"))], 30) == [
        "He wrote:",
        "",
        "▎ One.",
        "▎",
        "▎ Two.",
        "",
        "End",
    ]


def test_code_keeps_its_columns() -> None:
    text = "def f():\n    return 1\n\nend"
    assert lay_out(text, [Mark(K.CODE, 0, 21, "python")], 30) == ["  def f():", "      return 1", "", "end"]


def test_words_of_markdown_stay_whole() -> None:
    text = "# Nobody is left on the quay"
    assert lay_out(text, [Mark(K.CODE, 0, len(text), "markdown")], 16) == [
        "  # Nobody is",
        "  left on the",
        "  quay",
    ]
    assert lay_out(text, [Mark(K.CODE, 0, len(text), "c")], 16) == ["  # Nobody is le", "  ft on the quay"]


def test_tables_stand_in_columns_and_wrap_in_them() -> None:
    text = "Harbour\tFerries\nLindvik\t12\nOld Quarry Sound\t7"
    marks = []
    at = 0
    for number, row in enumerate(text.split("\n")):
        marks.append(Mark(K.ROW, at, at + len(row), "" if number else "head"))
        at += len(row) + 1
    assert lay_out(text, marks, 40) == [
        "Harbour           Ferries",
        "Lindvik           12",
        "Old Quarry Sound  7",
    ]
    assert lay_out(text, marks, 20) == [
        "Harbour      Ferries",
        "Lindvik      12",
        "Old Quarry   7",
        "Sound",
    ]


def test_a_rule_stands_between_its_blocks() -> None:
    assert lay_out("One.\n\nTwo.", [Mark(K.RULE, 6, 6)], 10) == ["One.", "", "──────────", "", "Two."]


def test_only_what_is_asked_for_is_laid_out() -> None:
    text = "\n\n".join(f"Paragraph {number} " + "of some words " * 20 for number in range(5_000))
    layout = Layout(text, [], 72)
    layout.reach(40)
    assert len(layout.lines) == 40
    assert not layout.done
    layout.line_at(len(text))
    assert layout.lines[-1].end == len(text.rstrip())


def test_an_image_has_a_sign_beside_its_words() -> None:
    text = "Before.\n\nA quay in the rain, seen from the mole\n\nAfter."
    start = text.index("A quay")
    marks = [Mark(MarkKind.IMAGE, start, start + 38, "https://port.example/quay.png")]
    layout = Layout(text, marks, 24)
    layout.reach(99)
    leads = [line.lead for line in layout.lines]
    assert leads == ["", "", "▣ ", "  ", "", ""]
    assert layout.lines[2].pieces[0][0] == 2
