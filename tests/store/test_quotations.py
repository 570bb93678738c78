from array import array
from threading import Event

from tests.store.world import HARBOUR, Shelf
from tuinews.store import Store

ALL = ["“The harbour is not for sale,”", "“We need the money,”", "“A shame,”"]


def said(store: Store, ids: list[int], typed: str = "", sought: str = "") -> list[str]:
    chunks = store.quotations.numbers(array("q", ids), typed, sought=sought)
    return [row.text for numbers in chunks for row in store.quotations.rows(numbers)]


def test_quotations_come_in_the_order_of_their_articles(store: Store, shelf: Shelf) -> None:
    ids = shelf.ids
    assert said(store, [ids["harbour"], ids["bridge"]]) == ALL
    assert said(store, [ids["bridge"], ids["budget"], ids["harbour"]]) == [ALL[2], *ALL[:2]]
    assert said(store, []) == []


def test_a_quotation_tells_who_said_it_where_and_what_stands_around_it(store: Store, shelf: Shelf) -> None:
    numbers = next(store.quotations.numbers(array("q", [shelf.ids["harbour"]])))
    first, second = store.quotations.rows(numbers)
    petrov = store.who.everybody("petrov")[0]
    assert (first.speaker, first.person_id) == ("Elena Petrov", petrov.id)
    assert (first.title, first.source) == ("Harbour stays", "The Bay Courier")
    assert first.url == "https://courier.example/harbour"
    assert HARBOUR[second.start : second.end] == second.text
    assert second.before + second.text + second.after == HARBOUR


def test_typing_finds_what_was_said_and_who_said_it(store: Store, shelf: Shelf) -> None:
    ids = sorted(shelf.ids.values(), reverse=True)
    assert said(store, ids, "mon") == [ALL[1]]
    assert said(store, ids, "PETROV") == [ALL[0]]
    assert said(store, ids, "tamm ne") == [ALL[1]]
    assert said(store, ids, "tamm") == ALL[1:]
    assert said(store, ids, "petrov money") == []
    assert said(store, ids, "  ") == ALL
    assert said(store, [shelf.ids["bridge"]], "harbour") == []
    assert said(store, ids, '"* AND (') == ALL[1:2] or said(store, ids, '"* AND (') == []


def test_a_search_for_what_was_said_lists_what_fulfils_it(store: Store, shelf: Shelf) -> None:
    ids = sorted(shelf.ids.values(), reverse=True)
    assert said(store, ids, sought="said:tamm") == ALL[1:]
    assert said(store, ids, "shame", sought="said:tamm") == [ALL[2]]
    assert said(store, ids, sought="bridge") == ALL


def test_all_that_one_person_said(store: Store, shelf: Shelf) -> None:
    tamm = store.who.everybody("boris")[0]
    assert [row.text for row in store.quotations.rows(store.quotations.of_person(tamm.id))] == [ALL[1]]
    assert list(store.quotations.of_person(tamm.id, "harbour")) == []


def test_the_first_article_with_a_quotation_or_not_looked_through(store: Store, shelf: Shelf) -> None:
    ids = shelf.ids
    assert store.quotations.first_with(array("q", [ids["harbour"]])) == ids["harbour"]
    assert store.quotations.first_with(array("q", [ids["tokyo"], ids["bridge"]])) == ids["tokyo"]
    assert store.quotations.first_with(array("q", [])) is None
    assert store.quotations.waiting(array("q", ids.values())) == 2


def test_listing_ends_when_told_to(store: Store, shelf: Shelf) -> None:
    stop = Event()
    stop.set()
    many = array("q", list(shelf.ids.values()) * 20_000)
    assert sum(map(len, store.quotations.numbers(many, stop=stop))) < 3 * 20_000
