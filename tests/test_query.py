from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.model import Term, TermKind
from tuinews.query import OPERATORS, describe, hints, parse, terms
from tuinews.query.nodes import (
    EVERYTHING,
    And,
    Dated,
    Field,
    FromFeed,
    Is,
    Measure,
    Measured,
    Node,
    Not,
    Or,
    Order,
    Person,
    Quoted,
    Said,
    State,
    Tagged,
    Text,
)

NOW = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)


def where(sought: str, *, typing: bool = False) -> Node:
    return parse(sought, typing=typing, now=NOW).where


def word(text: str) -> Text:
    return Text(Term(text))


@pytest.mark.parametrize(
    ("sought", "node"),
    [
        ("", And()),
        ("   ", And()),
        ("a b | c", Or((And((word("a"), word("b"))), word("c")))),
        ("a AND b", And((word("a"), word("b")))),
        ("and or not", And((word("and"), word("or"), word("not")))),
        ("-a", Not(word("a"))),
        ("NOT (a b)", Not(And((word("a"), word("b"))))),
        ("- a", And((word("-"), word("a")))),
        ("OR a OR", word("a")),
        ("((a", word("a")),
        ("a))) b", And((word("a"), word("b")))),
        ('"a b', Text(Term("a b"))),
        ("“a b”", Text(Term("a b"))),
        ('""', And()),
        ("a*", Text(Term("a", TermKind.PREFIX))),
        ("*", And()),
        ("/a b/i", Text(Term("(?i)a b", TermKind.REGEX))),
        ("/usr/share", word("/usr/share")),
        ("title:", And()),
        ("title:a", Text(Term("a"), Field.TITLE)),
        ("TITLE:a", Text(Term("a"), Field.TITLE)),
        ("title:-5", Text(Term("-5"), Field.TITLE)),
        ("tag:#later", Tagged("later")),
        ("#later", Tagged("later")),
        ('person:(a b OR "c d")', Or((Person(Term("a")), Person(Term("b")), Person(Term("c d"))))),
        ("-person:a", Not(Person(Term("a")))),
        ("said:x quote:y", And((Said(Term("x")), Quoted(Term("y"))))),
        ("10:30", word("10:30")),
        ("http://news.example/a?b=1", word("http://news.example/a?b=1")),
        ("foo:bar", word("foo:bar")),
        ("feed:http://a.example/x", FromFeed("http://a.example/x")),
        ("words:>800", Measured(Measure.WORDS, 801, None)),
        ("words:> 800", Measured(Measure.WORDS, 801, None)),
        ("quotes:<=2", Measured(Measure.QUOTES, None, 2)),
        ("words:100..200", Measured(Measure.WORDS, 100, 200)),
        ("words:many", And()),
        ("is:Unread", Is(State.UNREAD, int(NOW.timestamp()) - 86400)),
        ("is:nonsense", And()),
    ],
)
def test_reads(sought: str, node: Node) -> None:
    assert where(sought) == node


@pytest.mark.parametrize(
    ("sought", "start", "end"),
    [
        ("after:2026-08-01", datetime(2026, 8, 1, tzinfo=UTC), None),
        ("after:2026-08", datetime(2026, 8, 1, tzinfo=UTC), None),
        ("before:yesterday", None, datetime(2026, 11, 19, tzinfo=UTC)),
        ("date:2026-12", datetime(2026, 12, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)),
        ("date:2024", datetime(2024, 1, 1, tzinfo=UTC), datetime(2025, 1, 1, tzinfo=UTC)),
        ("on:2024-02-29", datetime(2024, 2, 29, tzinfo=UTC), datetime(2024, 3, 1, tzinfo=UTC)),
        ("date:2026-08-01..2026-08-03", datetime(2026, 8, 1, tzinfo=UTC), datetime(2026, 8, 4, tzinfo=UTC)),
        ("date:>2026-08", datetime(2026, 9, 1, tzinfo=UTC), None),
        ("newer:6h", datetime(2026, 11, 20, 9, 30, tzinfo=UTC), None),
        ("since:3d", datetime(2026, 11, 17, 15, 30, tzinfo=UTC), None),
        ("older:2w", None, datetime(2026, 11, 6, 15, 30, tzinfo=UTC)),
        ("date:3d", datetime(2026, 11, 17, tzinfo=UTC), datetime(2026, 11, 18, tzinfo=UTC)),
    ],
)
def test_dates(sought: str, start: datetime | None, end: datetime | None) -> None:
    assert where(sought) == Dated(
        None if start is None else int(start.timestamp()), None if end is None else int(end.timestamp())
    )


@pytest.mark.parametrize("sought", ["after:2026-13", "date:soon", "before:2026-02-30", "newer:x", "date:.."])
def test_what_is_no_date_is_ignored_with_a_hint(sought: str) -> None:
    query = parse(sought, now=NOW)
    assert query.where == And()
    assert len(hints(query)) == 1


def test_the_last_word_is_unfinished_while_typing() -> None:
    assert where("a bc", typing=True) == And((word("a"), Text(Term("bc", TermKind.PREFIX))))
    assert where("bc ", typing=True) == word("bc")
    assert where('"a b"', typing=True) == Text(Term("a b"))
    assert where("is:unr", typing=True) == where("is:unread")
    assert where("is:", typing=True) == And()


def test_order_and_limit_are_not_conditions() -> None:
    query = parse("sort:relevance harbour limit:5 sort:nonsense")
    assert (query.where, query.order, query.limit) == (word("harbour"), Order.RELEVANCE, 5)
    assert hints(query) == ("sort: takes date, -date, feed, title, words, relevance",)


def test_unknown_operators_are_searched_with_a_hint() -> None:
    assert hints(parse("foo:bar")) == ("foo: is no operator, it is searched as text",)
    assert hints(parse("10:30 http://x.example")) == ()


def test_a_regular_expression_that_is_none_is_searched_as_text_with_a_hint() -> None:
    query = parse("/a(b/")
    assert query.where == word("/a(b/")
    assert "regular expression" in hints(query)[0]


@pytest.mark.parametrize(
    ("sought", "words"),
    [
        ("", "everything"),
        ("is:unread said:Petrov after:2026-08-01", "unread, quoting “Petrov”, from 1 August 2026"),
        ("(harbour OR bridge*) -title:x", "(“harbour” or “bridge…”), not “x” in the title"),
        ("feed:courier limit:50 sort:-date", "from “courier”, oldest first, at most 50"),
        ("words:>800 has:image #later", "at least 801 words, with an image, tagged #later"),
        ("-(a b)", "not (“a”, “b”)"),
        ("sort:relevance", "everything, best first"),
    ],
)
def test_says_it_in_words(sought: str, words: str) -> None:
    assert describe(parse(sought)) == words


def test_terms_to_be_marked() -> None:
    query = parse("a -b title:c body:d quote:e said:f (g OR h)")
    assert [term.text for term in terms(query)] == ["a", "d", "e", "g", "h"]
    assert [term.text for term in terms(query, Field.TITLE)] == ["a", "c", "g", "h"]


def test_each_operator_shows_a_working_example() -> None:
    names = [name for operator in OPERATORS for name in (operator.name, *operator.aliases)]
    assert len(names) == len(set(names))
    for operator in OPERATORS:
        query = parse(operator.example)
        assert operator.example.startswith(operator.name + ":")
        assert query.hints == ()
        assert query != parse("")


@given(st.text(), st.booleans())
def test_any_string_is_a_query(sought: str, typing: bool) -> None:
    query = parse(sought, typing=typing)
    assert describe(query)
    terms(query)


@given(st.lists(st.sampled_from([*'()"-|:/#*! ab9', " OR ", "NOT ", "said:", "is:"]), max_size=80))
def test_any_pile_of_signs_is_a_query(pieces: list[str]) -> None:
    assert describe(parse("".join(pieces)))


def test_deep_and_long_queries_end() -> None:
    parse("(" * 5000 + "a")
    parse("-" * 5000)
    parse("said:(" * 800)
    assert hints(parse("a " * 5000)) == ("only the first 2000 characters are read",)


OPERATED = ["tag:", "feed:", "folder:", "title:", "person:", "said:", "quote:", "saved:"]
SIGNED = st.tuples(st.sampled_from(["-", "#", "-#", "--"]), st.text("abc", min_size=1)).map("".join)


@given(st.sampled_from(OPERATED), SIGNED)
def test_a_value_may_begin_with_a_sign(operator: str, value: str) -> None:
    """It stays with its operator: nothing is negated and nothing becomes a tag of its own."""
    query = parse(operator + value)
    assert query.where != EVERYTHING
    assert not isinstance(query.where, Not | And)
    assert describe(query)
