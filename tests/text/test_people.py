"""All forms of a name are one person, and no two people are."""

import pytest

from tests.text.goldmarks import strip_marks
from tuinews.text.language import language
from tuinews.text.names import Name
from tuinews.text.people import figures, key, person
from tuinews.text.tokens import tokenize

SAME = [
    "{Ruth Okafor} met {Okafor} and {Ruth}.",
    "Mayor {Ruth Okafor} met Mayor {Okafor}; Ms {Okafor} left.",
    "{J. Okafor} is {John Okafor}.",
    "{J. K. Okafor}, {J.K. Okafor} and {John K. Okafor} are one.",
    "{John F. Okafor} and {John Okafor}.",
    "{Kim Ok-sun}, {Kim Ok Sun}, {Kim Oksun} and {Ok-sun Kim}; then {Kim}.",
    "{Okafor} met himself: {Ruth Okafor}.",
    "{Jean-Claude de Mestral}, {De Mestral} and {Mestral}.",
    "{Maeve O'Shea}, {Maeve O’Shea}’s aunt, {O’Shea}.",
    "{J. P. Ancona Jr.} and {J. P. Ancona}.",
    "{RUTH OKAFOR} or {Ruth Okafor}.",
    "{Zoë Łukasz-Müller} and {Zoe Lukasz Muller}.",
    "{Casilda Monterrubio Páez} and {Monterrubio}.",
]
APART = [
    "{Ruth Okafor} met {John Okafor}.",
    "{J. Okafor}, {John Okafor}'s and {Jane Okafor}'s cousin.",
    "Mr {Okafor} met Mrs {Okafor}.",
    "{J. P. Ancona Jr.} and {J. P. Ancona Sr.}",
    "{Ruth Okafor} met Mr {Okafor}.",
    "{Ruth} met {John}.",
    "{Kim Ok-sun} and {Kim Ok-ja}.",
    "{Donald Bech} and {Donald Bech Jr.}",
]


def _people(marked: str) -> list[tuple[str, int]]:
    text, marks = strip_marks(marked.replace("}", "|*}"))
    english = language("en")
    tokens = tokenize(text, english.abbreviations)
    names = []
    for mark in marks:
        first = tokens.at(mark.start)
        before = tokens.words[first - 1].lower() if first else ""
        names.append(Name(first, tokens.at(mark.end), before if before in english.titles else ""))
    return [(f.name, len(f.mentions)) for f in figures(tokens, names, english)]


@pytest.mark.parametrize("marked", SAME)
def test_forms_of_one_name_are_one_person(marked: str) -> None:
    assert len(_people(marked)) == 1, _people(marked)


@pytest.mark.parametrize("marked", APART)
def test_different_people_are_never_one(marked: str) -> None:
    assert len(_people(marked)) == marked.count("{"), _people(marked)


def test_a_title_tells_husband_and_wife_apart() -> None:
    found = _people("{Will Crane} and {Lydia Crane} spoke. Mrs {Crane} waved. Mr {Crane} slept. {Lydia}!")
    assert found == [("Will Crane", 2), ("Lydia Crane", 3)]


def test_an_initial_stands_for_one_given_name() -> None:
    found = _people("{J. K. Okafor} sang. {John Okafor} danced, {Jane Okafor} did not.")
    assert [count for _, count in found] == [2, 1]


def test_two_with_nothing_but_a_title_keep_it() -> None:
    assert _people("Mr {Crane} and, later, Mrs {Crane}.") == [("Mr Crane", 1), ("Mrs Crane", 1)]


def test_a_surname_goes_to_whom_the_article_is_about() -> None:
    found = _people("{Lydia Crane} ran. {Lydia Crane} won. {Will Crane} clapped. {Crane} thanked him.")
    assert found == [("Lydia Crane", 3), ("Will Crane", 1)]


def test_keys_join_spellings_across_articles_and_a_surname_joins_nobody() -> None:
    assert key("Zoë Müller-Łukasz") == key("ZOE MULLER LUKASZ") == "zoe muller lukasz"
    assert key("Okafor") == ""
    text = "Mr Crane met Mrs Crane."
    tokens = tokenize(text)
    names = [Name(1, 2, "mr"), Name(4, 5, "mrs")]
    assert [person(f, tokens, names).key for f in figures(tokens, names, language("en"))] == ["", ""]
