import pytest

from tests.store.world import HARBOUR, Shelf, person, quote
from tuinews.model import Analysis
from tuinews.store import Store


def apply(store: Store) -> None:
    for _ in store.corrections.apply():
        pass


def people(store: Store) -> list[tuple[str, int, int]]:
    return [(row.name, row.articles, row.quotes) for row in store.who.everybody()]


BEFORE = [("Elena Petrov", 2, 1), ("Boris Tamm", 1, 1)]


def test_two_forms_of_one_person_are_joined_and_parted_again(store: Store, shelf: Shelf) -> None:
    petrov, tamm = store.who.everybody()
    found = {sought: shelf.found(sought) for sought in ("person:tamm", 'said:"boris tamm"', "person:petrov")}
    number = store.corrections.join(tamm.id, petrov.id)
    read = store.people.get(shelf.ids["harbour"])  # at once, before anything is written anew
    assert read is not None
    assert [person.name for person in read.people] == ["Elena Petrov"]
    assert [quote.speaker for quote in read.quotes] == ["Elena Petrov"] * 2
    apply(store)
    assert people(store) == [("Elena Petrov", 2, 2)]
    assert store.who.person(petrov.id).mentions == 4  # type: ignore[union-attr]  # there is one
    assert store.who.forms(petrov) == ["Elena Petrov", "Ms Petrov", "Boris Tamm"]
    assert len(store.quotations.of_person(petrov.id)) == 2
    assert shelf.found('said:petrov quote:"the money"') == ["harbour"]
    store.corrections.remove(number)
    apply(store)
    assert people(store) == BEFORE
    assert {sought: shelf.found(sought) for sought in found} == found
    assert store.corrections.all() == []


def test_a_name_that_is_nobody_goes_and_comes_back(store: Store, shelf: Shelf) -> None:
    tamm = store.who.everybody()[1]
    number = store.corrections.deny(tamm.id)
    apply(store)
    assert people(store) == BEFORE[:1]
    assert shelf.found('person:"boris tamm"') == []
    rows = [row for row in store.search.quotes() if row.article_id == shelf.ids["harbour"]]
    assert [(row.speaker, row.person_id) for row in rows[1:]] == [("", None)]
    store.corrections.remove(number)
    apply(store)
    assert people(store) == BEFORE
    assert shelf.found('person:"boris tamm"') == ["harbour"]


@pytest.mark.parametrize("name", ["Elena Petrov", "Elena Petrov of Aber"])
def test_one_name_that_is_two_people_is_split_by_article(store: Store, shelf: Shelf, name: str) -> None:
    petrov = store.who.everybody()[0]
    number = store.corrections.part(petrov.id, shelf.ids["bridge"], name)
    apply(store)
    assert sorted(people(store)) == sorted([("Elena Petrov", 1, 1), (name, 1, 0), BEFORE[1]])
    assert list(store.who.articles(petrov.id)) == [shelf.ids["harbour"]]
    store.corrections.remove(number)
    apply(store)
    assert people(store) == BEFORE


def test_corrections_hold_for_analyses_to_come(store: Store, shelf: Shelf) -> None:
    petrov, tamm = store.who.everybody()
    store.corrections.join(tamm.id, petrov.id)
    apply(store)
    made = store.people.get(shelf.ids["harbour"])
    assert made is not None
    boris = next(row for row in store.search.quotes() if row.text == "“We need the money,”")
    assert boris.speaker == "Elena Petrov"
    said = quote(HARBOUR, "“We need the money,”", "Boris Tamm")
    again = Analysis((said,), (person(HARBOUR, "Boris Tamm"),))
    store.people.put(shelf.ids["harbour"], again, 2)
    assert people(store) == [("Elena Petrov", 2, 1)]


def test_a_correction_of_a_correction_is_followed_and_a_circle_is_not(store: Store, shelf: Shelf) -> None:
    petrov, tamm = store.who.everybody()
    store.corrections.join(tamm.id, petrov.id)
    store.corrections.deny(petrov.id)
    apply(store)
    assert people(store) == []
    for correction in store.corrections.all():
        store.corrections.remove(correction.id)
    apply(store)
    assert people(store) == BEFORE
    store.corrections.join(tamm.id, petrov.id)
    store.corrections.join(petrov.id, tamm.id)  # the other way round: instead of the first
    apply(store)
    assert people(store) == [("Boris Tamm", 2, 2)]


def test_what_a_killed_program_left_is_taken_up(store: Store, shelf: Shelf) -> None:
    tamm = store.who.everybody()[1]
    store.corrections.deny(tamm.id)
    with Store(shelf.path) as other:
        apply(other)
    assert people(store) == BEFORE[:1]
    assert list(store.corrections.apply()) == []
