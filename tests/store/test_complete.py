import pytest

from tests.store.world import Shelf
from tuinews.stopping import Stop
from tuinews.store import Store


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("per", ["person:"]),
        ("harbour -sa", ["harbour -said:", "harbour -saved:"]),
        ("harbour ", []),
        ("(fol", ["(folder:"]),
        ("is:un", ["is:unread"]),
        ("sort:", ["sort:date", "sort:-date", "sort:feed", "sort:title", "sort:words", "sort:relevance"]),
        ("feed:cou", ['feed:"The Bay Courier"']),
        ("in:no", ["in:Notes"]),
        ("folder:world/", ["folder:world/asia"]),
        ("#tr", ["#Traffic"]),
        ("tag:", ["tag:Traffic"]),
        ("said:pet", ['said:"Elena Petrov"']),
        ('who:"elena p', ['who:"Elena Petrov"']),
        ("person:", ['person:"Elena Petrov"', 'person:"Boris Tamm"']),
        ("saved:h", ['saved:"Har bour"']),
        ("title:har", []),
        ("foo:x", []),
        ("10:3", []),
    ],
)
def test_completes_at_the_end(shelf: Shelf, store: Store, typed: str, completed: list[str]) -> None:
    store.saved.put("Har bour", "harbour")
    found = store.search.complete(typed, len(typed))
    assert [typed[: found.start] + option for option in found.options] == completed


def test_completes_in_the_middle(shelf: Shelf, store: Store) -> None:
    found = store.search.complete("is:st harbour", 5)
    assert (found.start, found.end, found.options) == (3, 5, ("starred",))


def test_a_set_stop_ends_it(shelf: Shelf, store: Store) -> None:
    stop = Stop()
    assert store.search.complete("person:", 7, stop).options
    stop.set()
    assert len(store.search.complete("person:", 7, stop).options) in (0, 2)
