"""The search finds what looking at each article by hand finds, for any query of the language."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.world import NOW
from tuinews.model import Analysis, Entry, Person, Quote, Span
from tuinews.store import Store

WORDS = ("harbour", "bridge", "sale", "naïve", "Straße", "橋", "42")
PEOPLE = ("Elena Petrov", "Boris Tamm")
FEEDS = ("Courier", "Post")


@dataclass(frozen=True)
class Known:
    """An article as the naive look sees it: words folded by hand, quotations as (speaker, words)."""

    title: tuple[str, ...]
    body: tuple[str, ...]
    quotes: tuple[tuple[str, tuple[str, ...]], ...]
    people: frozenset[str]
    feed: str
    unread: bool
    starred: bool
    tagged: bool


_FOLDED = {"naïve": "naive", "Straße": "strasse"}

Look = Callable[[Known], bool]
Query = tuple[str, Look]


def folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_FOLDED.get(word, word) for word in words)


def stands(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    size = len(wanted)
    return any(words[place : place + size] == wanted for place in range(len(words) - size + 1))


def article(number: int) -> tuple[Entry, Analysis, Known]:
    """Return article `number` of 48, each with another mixture of everything."""
    drawn = [WORDS[(number * factor + factor) % len(WORDS)] for factor in (1, 2, 3, 5)]
    title, body = (drawn[0], drawn[1]), tuple(drawn[2:])
    parts, quotes, spoken, people, at = [" ".join(body)], [], [], [], len(" ".join(body))
    for place, name in enumerate(PEOPLE):
        if number % (place + 2):
            continue
        said = (WORDS[(number + place) % len(WORDS)], WORDS[(number * 2 + place) % len(WORDS)])
        start = at + 2
        parts.append(f". “{' '.join(said)}” {name}")
        end = start + len(" ".join(said)) + 2
        quotes.append(Quote(start, end, speaker=name))
        people.append(Person(name, (Span(end + 1, end + 1 + len(name)),), name.lower()))
        spoken.append((name, folded(said)))
        at += len(parts[-1])
    text = "".join(parts)
    words = folded(tuple(text.replace("“", "").replace("”", "").replace(".", "").split()))
    known = Known(
        folded(title),
        tuple(word.lower() if word.isascii() else word for word in words),
        tuple(spoken),
        frozenset(person.name for person in people),
        FEEDS[number % 2],
        unread=number % 3 != 0,
        starred=number % 5 == 0,
        tagged=number % 7 == 0,
    )
    entry = Entry(str(number), "", " ".join(title), text, published=NOW - number * 3600)
    return entry, Analysis(tuple(quotes), tuple(people)), known


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, dict[int, Known]]]:
    """The articles in a store, and by id as the naive look sees them."""
    known: dict[int, Known] = {}
    with Store(tmp_path_factory.mktemp("naive") / "library.db") as store:
        feeds = [store.feeds.add(f"https://{name}.example/", name).id for name in FEEDS]
        for number in range(48):
            entry, analysis, seen = article(number)
            (article_id,) = store.articles.put(feeds[number % 2], [entry], NOW).new
            store.people.put(article_id, analysis, 1)
            known[article_id] = seen
        store.articles.set_read([i for i, seen in known.items() if not seen.unread], True)
        store.articles.set_starred([i for i, seen in known.items() if seen.starred], True)
        store.tags.give([i for i, seen in known.items() if seen.tagged], "kept")
        yield store, known


def texts() -> st.SearchStrategy[Query]:
    """Words, phrases and beginnings, anywhere or in one field."""

    def make(wanted: list[str], field: str, star: bool) -> Query:
        words = folded(tuple(wanted))
        if star and len(words) == 1 and words[0].isascii():
            begun = words[0][:3]
            return f"{field}{begun}*", lambda seen: any(
                word.startswith(begun) for part in _fields(seen, field) for word in part
            )
        typed = f'"{" ".join(wanted)}"' if len(wanted) > 1 else wanted[0]
        return field + typed, lambda seen: any(stands(words, part) for part in _fields(seen, field))

    return st.builds(
        make,
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=2),
        st.sampled_from(["", "", "title:", "body:"]),
        st.booleans(),
    )


def _fields(seen: Known, field: str) -> list[tuple[str, ...]]:
    return {"": [seen.title, seen.body], "title:": [seen.title], "body:": [seen.body]}[field]


PLAIN: list[Query] = [
    ("is:unread", lambda seen: seen.unread),
    ("is:read", lambda seen: not seen.unread),
    ("is:starred", lambda seen: seen.starred),
    ("#kept", lambda seen: seen.tagged),
    ("feed:courier", lambda seen: seen.feed == "Courier"),
    ("has:quote", lambda seen: bool(seen.quotes)),
    ("person:petrov", lambda seen: "Elena Petrov" in seen.people),
    ('person:"boris tamm"', lambda seen: "Boris Tamm" in seen.people),
    ("quotes:>=2", lambda seen: len(seen.quotes) >= 2),
    ("after:1990", lambda seen: True),
    ("before:1990", lambda seen: False),
]


def spoken() -> st.SearchStrategy[Query]:
    """`said:` and `quote:` side by side, which must hold for one and the same quotation."""

    def make(name: str | None, word: str | None) -> Query:
        wanted = folded((word,)) if word else ()
        typed = [f"said:{name.split()[1].lower()}"] if name else []
        typed += [f"quote:{word}"] if word else []
        return "(" + " ".join(typed) + ")", lambda seen: any(
            (name is None or speaker == name) and stands(wanted, said) for speaker, said in seen.quotes
        )

    names, words = st.sampled_from(PEOPLE), st.sampled_from(WORDS)
    return st.one_of(
        st.builds(make, names, words), st.builds(make, names, st.none()), st.builds(make, st.none(), words)
    )


def joined(parts: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    def all_of(found: list[Query]) -> Query:
        return f"({' '.join(typed for typed, _ in found)})", lambda seen: all(look(seen) for _, look in found)

    def any_of(found: list[Query]) -> Query:
        return f"({' OR '.join(typed for typed, _ in found)})", lambda seen: any(
            look(seen) for _, look in found
        )

    def none_of(found: Query) -> Query:
        return f"-{found[0]}", lambda seen: not found[1](seen)

    several = st.lists(parts, min_size=2, max_size=3)
    return st.one_of(st.builds(all_of, several), st.builds(any_of, several), st.builds(none_of, parts))


QUERIES = st.recursive(st.one_of(texts(), st.sampled_from(PLAIN)), joined, max_leaves=6)


@settings(max_examples=250, deadline=None)
@given(QUERIES, st.one_of(st.none(), spoken()))
def test_any_query_finds_what_a_look_at_each_finds(
    shelf: tuple[Store, dict[int, Known]], query: Query, quoted: Query | None
) -> None:
    store, known = shelf
    sought, look = query
    if quoted is not None:
        sought, rest = f"{sought} {quoted[0]}", look
        look = lambda seen: rest(seen) and quoted[1](seen)  # noqa: E731
    expected = sorted((i for i, seen in known.items() if look(seen)), reverse=True)
    assert [i for chunk in store.search.ids(sought) for i in chunk] == expected
    assert store.search.count(sought) == len(expected)
    assert (
        sorted(i for chunk in store.search.ids(f"{sought} sort:relevance") for i in chunk) == expected[::-1]
    )
