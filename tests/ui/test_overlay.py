"""Overlapping spans lose nothing: each character wears exactly the names of the spans over it."""

from hypothesis import given
from hypothesis import strategies as st

from tuinews.ui.overlay import Overlay

spans = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 40), st.sampled_from(["quote", "person", "match"]))
)


@given(spans, st.integers(0, 40), st.integers(0, 40))
def test_each_character_wears_the_names_over_it(
    painted: list[tuple[int, int, str]], start: int, end: int
) -> None:
    runs = list(Overlay(painted).runs(start, end))
    worn = {place: set(names) for begin, stop, names in runs for place in range(begin, stop)}
    expected = {
        place: {name for begin, stop, name in painted if begin <= place < stop} for place in range(start, end)
    }
    assert worn == expected
    assert all(begin < stop for begin, stop, _ in runs)
