import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.world import Shelf
from tuinews.model import Analysis, Person, Quote, QuoteKind, Span
from tuinews.store import Store, census

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


def test_why_an_analysis_failed_is_kept_until_it_is_tried_again(shelf: Shelf, store: Store) -> None:
    harbour = shelf.ids["harbour"]
    store.people.put_failure(harbour, "It broke.", 2)
    store.people.put_failure(999, "It is gone.", 2)
    assert [(row.id, row.title, row.source, row.reason) for row in store.people.failed()] == [
        (harbour, "Harbour stays", "The Bay Courier", "It broke.")
    ]
    assert store.people.failures() == 1
    assert store.people.get(harbour, 2) == Analysis()
    assert harbour not in store.people.stale(2)
    store.people.retry([harbour])
    assert harbour in store.people.stale(1)
    store.people.put_failure(harbour, "It broke again.", 2)
    store.people.put(harbour, Analysis(), 3)
    assert store.people.failed() == []
    store.people.put_failure(harbour, "It broke.", 3)
    store.feeds.discard(shelf.courier)
    assert store.people.failed() == []
    assert store.people.failures() == 0
    store.feeds.remove(shelf.courier)
    assert store.upkeep.health(thorough=True).problems == ()


NAMES = (
    "Ana Lopez",
    "Ana María López",
    "Jean-Luc O'Neil",
    "Łukasz Żak",
    "山田 太郎",
    "J. K. Tamm",
    "Anatol",
    "%_ x",
)


@pytest.mark.parametrize("few", [0, 5_000])
def test_people_are_found_by_the_beginnings_of_their_names(
    shelf: Shelf, store: Store, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(census, "FEW", few)
    named = tuple(Person(name, (Span(0, 1),), name) for name in NAMES)
    store.people.put(shelf.ids["budget"], Analysis((), named), 2)

    def found(typed: str) -> set[str]:
        return {row.name for row in store.who.everybody(typed)}

    assert found("ana") == {"Ana Lopez", "Ana María López", "Anatol"}
    assert found("lop mar") == {"Ana María López"}
    assert found("LÓPEZ") == {"Ana Lopez", "Ana María López"}
    assert found("o'n") == found("luc") == found("jean-l") == {"Jean-Luc O'Neil"}
    assert found("lukasz") == found("ŻAK") == {"Łukasz Żak"}
    assert found("山") == {"山田 太郎"}
    assert found("k tamm") == {"J. K. Tamm"}
    assert found("natol") == found('"') - found("") == set()
