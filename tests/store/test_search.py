"""What is found, by every operator and every way of joining them."""

import threading

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.world import HARBOUR, Shelf
from tuinews.model import Span
from tuinews.query import OPERATORS
from tuinews.store import Store

EVERYTHING = ["harbour", "bridge", "tokyo", "budget"]


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("", EVERYTHING),
        ("harbour", ["harbour", "budget"]),
        ("HARBOUR", ["harbour", "budget"]),
        ("harb", []),
        ("harb*", ["harbour", "budget"]),
        ("naive", ["budget"]),
        ("mullheim", ["bridge"]),
        ("MÜLLHEIM", ["bridge"]),
        ("harbour budget", ["budget"]),
        ('"harbour budget"', []),
        ('"harbour is not"', ["harbour"]),
        ('"harbour is no*"', []),
        ("harbour OR bridge", ["harbour", "bridge", "budget"]),
        ("harbour | bridge", ["harbour", "bridge", "budget"]),
        ("harbour -budget", ["harbour"]),
        ("harbour NOT budget", ["harbour"]),
        ("!harbour", ["bridge", "tokyo"]),
        ("-(harbour OR bridge)", ["tokyo"]),
        ("--harbour", ["harbour", "budget"]),
        ("budget OR harbour sale", ["harbour", "budget"]),
        ("(budget OR harbour) sale", ["harbour"]),
        ("橋", ["tokyo"]),
        ("東京", ["tokyo"]),
        ("京東", []),
        ("新しい橋", ["tokyo"]),
        ("title:harbour", ["harbour"]),
        ("title:(harbour bridge)", ["harbour", "bridge"]),
        ("body:stays", []),
        ("intext:money", ["harbour"]),
        ("by:doe", ["harbour"]),
        ('author:"jo doe"', ["harbour"]),
        ("doe", []),
        ("url:courier", ["harbour", "bridge"]),
        ("feed:courier", ["harbour", "bridge"]),
        ('feed:"the bay courier" bridge', ["bridge"]),
        ("feed:post.example", ["tokyo"]),
        ("feed:nowhere", []),
        ("-feed:courier", ["tokyo", "budget"]),
        ("folder:world", ["harbour", "bridge", "tokyo"]),
        ("folder:world/asia", ["tokyo"]),
        ("folder:wor", []),
        ("tag:traffic", ["bridge"]),
        ("#Traffic", ["bridge"]),
        ("-#traffic", ["harbour", "tokyo", "budget"]),
        ("tag:traff*", ["bridge"]),
        ("person:petrov", ["harbour", "bridge"]),
        ('person:"elena petrov"', ["harbour", "bridge"]),
        ('who:"Ms Petrov"', ["harbour"]),
        ("person:tamm", ["harbour", "bridge"]),
        ('person:"boris tamm"', ["harbour"]),
        ('person:"petrov boris"', []),
        ("person:mayor", []),
        ("person:petrov -person:boris", ["bridge"]),
        ("said:petrov", ["harbour"]),
        ("speaker:tamm", ["harbour", "bridge"]),
        ("said:(petrov tamm)", ["harbour", "bridge"]),
        ("quote:harbour", ["harbour"]),
        ("quote:mayor", []),
        ("said:petrov quote:harbour", ["harbour"]),
        ("said:tamm quote:harbour", []),
        ("said:tamm (quote:harbour OR quote:money)", ["harbour"]),
        ("said:tamm quote:(shame money)", ["harbour", "bridge"]),
        ("said:tamm quote:shame closed", ["bridge"]),
        ("said:tamm -quote:money", ["bridge"]),
        ("-(said:tamm quote:money)", ["bridge", "tokyo", "budget"]),
        ("budget OR (said:petrov quote:sale)", ["harbour", "budget"]),
        ("budget OR (said:petrov quote:money)", ["budget"]),
        ("budget OR (said:petrov quote:sale is:read)", ["budget"]),
        ("is:unread", EVERYTHING),
        ("is:read", []),
        ("is:local", ["budget"]),
        ("is:starred OR 東京", ["tokyo"]),
        ("has:quote", ["harbour", "bridge"]),
        ("has:person", ["harbour", "bridge"]),
        ("has:image", ["tokyo"]),
        ("has:audio", []),
        ("after:2026-10", ["harbour", "bridge"]),
        ("after:2026-10 before:2026-11", ["bridge"]),
        ("date:2026", ["harbour", "bridge", "tokyo"]),
        ("date:2026-09..2026-10", ["bridge", "tokyo"]),
        ("date:2026-10..", ["harbour", "bridge"]),
        ("date:..2026-09", ["tokyo", "budget"]),
        ("on:2026-10-01", ["bridge"]),
        ("date:>2026-10-01", ["harbour"]),
        ("date:<=2026-10-01", ["bridge", "tokyo", "budget"]),
        ("-date:2026", ["budget"]),
        ("quote:shame after:2026-10", ["bridge"]),
        ("quote:shame before:2026-10", []),
        ("words:>=26", ["harbour"]),
        ("words:14..17", ["bridge", "tokyo", "budget"]),
        ("quotes:2", ["harbour"]),
        ("quotes:>=1", ["harbour", "bridge"]),
        ("lang:en", ["harbour", "bridge"]),
        ("lang:en-gb", ["bridge"]),
        ("lang:EN_GB", ["bridge"]),
        ("sort:-date", EVERYTHING[::-1]),
        ("sort:title", ["bridge", "budget", "harbour", "tokyo"]),
        ("sort:feed", ["tokyo", "budget", "harbour", "bridge"]),
        ("sort:words limit:1", ["harbour"]),
        ("limit:2", ["harbour", "bridge"]),
        ("harbour sort:relevance", ["harbour", "budget"]),
        ("quote:(shame money) sort:title", ["bridge", "harbour"]),
        ("/har.o.r/", ["harbour", "budget"]),
        ("/Sale|tokyo/i", ["harbour"]),
        ("title:/^B/", ["bridge", "budget"]),
        ("-/e/", ["tokyo"]),
        ("10:30", []),
        ("saved:nothing", []),
    ],
)
def test_finds(shelf: Shelf, sought: str, found: list[str]) -> None:
    assert shelf.found(sought) == found


def test_last_word_is_a_prefix_while_typing(shelf: Shelf) -> None:
    assert shelf.found("bri", typing=True) == ["bridge"]
    assert shelf.found("bri ", typing=True) == []
    assert shelf.found("bri closed", typing=True) == []
    assert shelf.found("person:pet", typing=True) == ["harbour", "bridge"]
    assert shelf.found("said:tamm quote:sham", typing=True) == ["bridge"]
    assert shelf.found('"the old bri', typing=True) == ["bridge"]
    assert shelf.found("#tra", typing=True) == ["bridge"]
    assert shelf.found("is:loc", typing=True) == ["budget"]


def test_state_that_changes_is_searched_as_it_is_now(shelf: Shelf, store: Store) -> None:
    store.articles.set_read([shelf.ids["harbour"]], read=True)
    store.articles.set_starred([shelf.ids["budget"]], starred=True)
    assert shelf.found("harbour is:unread") == ["budget"]
    assert shelf.found("is:read") == ["harbour"]
    assert shelf.found("harbour is:starred") == ["budget"]
    assert shelf.found("feed:courier is:unread") == ["bridge"]
    assert shelf.found("person:petrov -is:read") == ["bridge"]


def test_a_set_stop_ends_a_search(shelf: Shelf, store: Store) -> None:
    stop = threading.Event()
    stop.set()
    big = "(" + " OR ".join(f"/{letter}.*{letter}x/" for letter in "abcdefghijklmnop") + ")"
    for _ in range(300):
        store.articles.put(shelf.courier, [], 0)
    assert store.search.count(big, stop) in (None, 0)
    assert list(store.search.ids(big, stop)) == []


def test_hits_are_exact_spans(store: Store) -> None:
    assert store.search.hits("said:x harbour -money", HARBOUR) == [Span(5, 12)]
    assert [HARBOUR[s.start : s.end] for s in store.search.hits("pet", HARBOUR, typing=True)] == [
        "Petrov"
    ] * 2


def test_a_regular_expression_looks_inside_quotations(shelf: Shelf) -> None:
    assert shelf.found("quote:/need.*ney/") == ["harbour"]
    assert shelf.found("quote:/disagreed/") == []


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_string_is_an_error(shelf: Shelf, data: st.DataObject) -> None:
    piece = st.one_of(
        st.text(max_size=6),
        st.sampled_from([f"{operator.name}:" for operator in OPERATORS]),
        st.sampled_from(
            [*'"()-!|#/*:<>=.', " ", " OR ", " AND ", "NOT ", "..", "said:(a b)", "quote:x", "is:unread"]
        ),
        st.sampled_from(["harbour", "東京", "2026-08", "3d", ">800", '"not for', "/a+/", "relevance"]),
    )
    sought = "".join(data.draw(st.lists(piece, max_size=12)))
    ids = [article_id for chunk in shelf.store.search.ids(sought) for article_id in chunk]
    assert len(set(ids)) == len(ids) == shelf.store.search.count(sought)
    assert list(shelf.store.search.tail(sought, 2)) == ids[-2:]
    shelf.store.search.hits(sought, HARBOUR)
