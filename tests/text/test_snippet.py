from hypothesis import given
from hypothesis import strategies as st

from tuinews.model import Term
from tuinews.text.find import find
from tuinews.text.snippet import snippet

TEXT = (
    "Nothing here. " * 20
    + "The harbour and\n\nthe bridge were closed. "
    + "More of nothing. " * 20
    + "harbour"
)


def test_the_best_stretch_shows_the_most_different_hits() -> None:
    cut = snippet(TEXT, find(TEXT, [Term("harbour"), Term("bridge")]), 60)
    assert "harbour and  the bridge" in cut.text
    assert [cut.text[span.start : span.end] for span in cut.spans] == ["harbour", "bridge"]
    assert (cut.cut_before, cut.cut_after) == (True, True)
    assert cut.text == cut.text.strip()


def test_without_a_hit_it_is_the_beginning() -> None:
    assert snippet(TEXT, [], 30).text == "Nothing here. Nothing here."
    assert snippet("", []).text == ""


@given(st.text(alphabet="ab \n東", max_size=80), st.integers(1, 40), st.sampled_from(["a", "ab", "東"]))
def test_hits_are_where_they_are_said_to_be(text: str, width: int, term: str) -> None:
    spans = find(text, [Term(term)])
    cut = snippet(text, spans, width)
    assert len(cut.text) <= max(width, len(term))
    assert cut.text == text[cut.offset : cut.offset + len(cut.text)].replace("\n", " ")
    assert bool(cut.spans) == bool(spans)
    for span in cut.spans:
        assert term.startswith(cut.text[span.start : span.end])
