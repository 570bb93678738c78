import threading
from array import array

import pytest

from tests.store.world import Shelf, day
from tuinews.model import Analysis
from tuinews.store import Store, who


def test_people_of_the_library_are_counted_as_kept(store: Store, shelf: Shelf) -> None:
    petrov, tamm = store.who.everybody()
    assert (petrov.name, petrov.articles, petrov.quotes, petrov.mentions) == ("Elena Petrov", 2, 1, 3)
    assert (petrov.first, petrov.last) == (day("2026-10-01"), day("2026-11-01"))
    assert (tamm.name, tamm.articles, tamm.mentions) == ("Boris Tamm", 1, 1)
    assert [row.name for row in store.who.everybody("tam")] == ["Boris Tamm"]
    assert store.who.person(petrov.id) == petrov
    assert store.who.by_key("elena petrov") == petrov
    assert store.who.by_key("") is None
    assert store.who.person(999) is None


def test_people_of_some_articles_are_counted_there(store: Store, shelf: Shelf) -> None:
    ids = shelf.ids
    [[petrov]] = store.who.named_in(array("q", [ids["bridge"]])).rows()
    assert (petrov.name, petrov.articles, petrov.quotes, petrov.mentions) == ("Elena Petrov", 1, 0, 1)
    assert petrov.first == petrov.last == day("2026-10-01")
    [both] = store.who.named_in(array("q", sorted(ids.values()))).rows()
    assert [(row.name, row.articles, row.mentions) for row in both] == [
        ("Elena Petrov", 2, 3),
        ("Boris Tamm", 1, 1),
    ]
    [found] = store.who.named_in(array("q", ids.values())).rows("bor")
    assert [row.name for row in found] == ["Boris Tamm"]
    assert list(store.who.named_in(array("q")).rows()) == [[]]


def test_people_of_many_articles_come_as_they_are_counted(
    store: Store, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(who, "FIRST", 1)
    crowd = store.who.named_in(array("q", [shelf.ids["bridge"], shelf.ids["tokyo"], shelf.ids["harbour"]]))
    stop = threading.Event()
    counted = []
    for rows in crowd.rows("", stop):
        counted.append([(row.name, row.articles) for row in rows])
        stop.set()  # as when something is typed meanwhile
    assert counted == [[("Elena Petrov", 1)]]
    *_, found = crowd.rows("tamm")
    assert [(row.name, row.articles, row.quotes) for row in found] == [("Boris Tamm", 1, 1)]
    *_, everybody = crowd.rows()
    assert everybody == store.who.everybody()


def test_a_person_is_known_by_articles_forms_and_company(store: Store, shelf: Shelf) -> None:
    petrov, tamm = store.who.everybody()
    ids = shelf.ids
    assert list(store.who.articles(petrov.id)) == [ids["harbour"], ids["bridge"]]
    assert store.who.forms(petrov) == ["Elena Petrov", "Ms Petrov"]
    assert [(row.name, row.articles) for row in store.who.beside(petrov.id)] == [("Boris Tamm", 1)]
    assert [(row.name, row.articles) for row in store.who.beside(tamm.id)] == [("Elena Petrov", 1)]


def test_activity_is_counted_in_equal_stretches(store: Store, shelf: Shelf) -> None:
    petrov, tamm = store.who.everybody()
    start, end = petrov.first, petrov.last
    assert store.who.activity([petrov.id, tamm.id], start, end, 3) == {
        petrov.id: [1, 0, 1],
        tamm.id: [0, 0, 1],
    }
    assert store.who.activity([petrov.id], start, end, 1) == {petrov.id: [2]}
    assert store.who.activity([], start, end, 3) == {}


def test_who_is_named_no_more_is_counted_no_more(store: Store, shelf: Shelf) -> None:
    store.people.put(shelf.ids["harbour"], Analysis(), 2)
    assert [(row.name, row.articles, row.mentions) for row in store.who.everybody()] == [
        ("Elena Petrov", 1, 1)
    ]
