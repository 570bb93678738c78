from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.world import Shelf
from tuinews.model import Analysis, Person, Quote, QuoteKind, Span
from tuinews.store import Store

spans = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda pair: Span(min(pair), max(pair)))
people = st.lists(
    st.builds(Person, st.text(min_size=1), st.lists(spans).map(tuple), st.text()),
    unique_by=lambda who: who.name,
)


@st.composite
def analyses(draw: st.DrawFn) -> Analysis:
    named = draw(people)
    speakers = st.none() | st.sampled_from([person.name for person in named]) if named else st.none()
    quotes = st.builds(
        lambda span, kind, who: Quote(span.start, span.end, kind, who, 0.5 if who else 0.0),
        spans,
        st.sampled_from(QuoteKind),
        speakers,
    )
    return Analysis(tuple(draw(st.lists(quotes))), tuple(named))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(analyses())
def test_an_analysis_comes_back_as_it_was_given(shelf: Shelf, analysis: Analysis) -> None:
    shelf.store.people.put(shelf.ids["budget"], analysis, 2)
    assert shelf.store.people.get(shelf.ids["budget"], 2) == analysis


def test_stale_analyses_are_known_newest_first(shelf: Shelf, store: Store) -> None:
    ids = shelf.ids
    assert store.people.get(ids["harbour"], 1) is not None
    assert store.people.get(ids["harbour"], 2) is None
    assert store.people.get(ids["tokyo"]) is None
    assert store.people.stale(1) == [ids["tokyo"], ids["budget"]]
    assert store.people.stale(2) == [ids["harbour"], ids["bridge"], ids["tokyo"], ids["budget"]]
    assert store.people.stale(2, limit=1) == [ids["harbour"]]
    store.people.put(999, Analysis(), 1)
    assert store.people.get(999) is None


def test_one_person_is_one_row_over_all_articles(store: Store, shelf: Shelf) -> None:
    assert [(row.name, row.articles, row.quotes) for row in store.who.everybody()] == [
        ("Elena Petrov", 2, 1),
        ("Boris Tamm", 1, 1),
    ]
    assert [row.name for row in store.who.everybody("BOR")] == ["Boris Tamm"]
    assert [row.name for row in store.who.everybody("pet el")] == ["Elena Petrov"]
    assert store.who.everybody("etrov") == []


def test_a_new_analysis_replaces_the_old(store: Store, shelf: Shelf) -> None:
    store.people.put(shelf.ids["harbour"], Analysis(), 2)
    assert shelf.found("person:petrov") == ["bridge"]
    assert shelf.found("quote:harbour") == []
    assert shelf.found("harbour") == ["harbour", "budget"]
    assert [(row.name, row.articles, row.quotes) for row in store.who.everybody()] == [("Elena Petrov", 1, 0)]
    assert [row.text for row in store.search.quotes()] == ["“A shame,”"]
