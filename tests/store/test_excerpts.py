"""The line that a row of hits shows of its article."""

from threading import Event

import pytest

from tests.store.world import Shelf
from tuinews.store import Store


def shown(shelf: Shelf, store: Store, sought: str, name: str, width: int = 60) -> tuple[str, list[str], str]:
    """Return the line, the hits in it, and the speaker."""
    ((_, line),) = store.search.snippets(sought, [shelf.ids[name]], width, typing=True)
    return line.text, [line.text[span.start : span.end] for span in line.spans], line.speaker


def test_words_are_shown_where_they_stand(shelf: Shelf, store: Store) -> None:
    ids = [shelf.ids["harbour"], 5, shelf.ids["tokyo"]]
    found = dict(store.search.snippets("mone", ids, 40, typing=True))
    assert list(found) == [shelf.ids["harbour"], shelf.ids["tokyo"]]
    first, second = found.values()
    assert [first.text[span.start : span.end] for span in first.spans] == ["money"]
    assert (first.cut_before, first.speaker) == (True, "")
    assert (second.text[:2], second.place) == ("東京", None)


@pytest.mark.parametrize(
    ("sought", "said", "hits", "speaker"),
    [
        ("said:tamm", "“We need the money,”", [], "Boris Tamm"),
        ("quote:sale", "“The harbour is not for sale,”", ["sale"], "Elena Petrov"),
        ('person:"Boris Tamm"', "“We need the money,”", [], "Boris Tamm"),
        ("said:petrov harbour", "“The harbour is not for sale,”", ["harbour"], "Elena Petrov"),
        ("said:nobody OR quote:mon", "“We need the money,”", ["money"], "Boris Tamm"),
        ("saved:money", "“We need the money,”", ["money"], "Boris Tamm"),
    ],
)
def test_quotations_are_shown_with_their_speaker(
    shelf: Shelf, store: Store, sought: str, said: str, hits: list[str], speaker: str
) -> None:
    store.saved.put("money", "quote:money")
    assert shown(shelf, store, sought, "harbour") == (said, hits, speaker)


def test_a_person_not_quoted_is_shown_where_named(shelf: Shelf, store: Store) -> None:
    text, hits, speaker = shown(shelf, store, "person:petrov", "bridge", 40)
    assert hits == ["Elena Petrov"]
    assert speaker == ""
    assert "Elena Petrov wrote" in text


def test_what_is_not_wanted_is_not_shown(shelf: Shelf, store: Store) -> None:
    text, hits, speaker = shown(shelf, store, "-said:tamm -person:tamm hopes", "budget")
    assert (hits, speaker) == (["hopes"], "")
    assert "naïve" in text


def test_a_set_stop_ends_it(shelf: Shelf, store: Store) -> None:
    stop = Event()
    stop.set()
    assert list(store.search.snippets("harbour", list(shelf.ids.values()), 60, stop)) == []
