"""The words the index is given for an article, and the same words as a question asks for them.

What is known of an article besides its text stands in the index as words of kinds of their own, each behind
a circled letter, which folding never leaves in a text ("Ⓟ" folds to "p"): a person's name cannot be mistaken
for a word of the text, no column filter is needed, and words combined with a feed, a person or a language are
one walk through the index (measured at a million articles: 1 ms, where joining costs 25 to 90 ms).
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from tuinews.model import Analysis, Enclosure, Mark, MarkKind, Person, QuoteKind, Term, TermKind
from tuinews.query import Thing
from tuinews.text.fold import words


class Kind(StrEnum):
    """The circled letter that a word of each kind stands behind."""

    TEXT = ""
    AUTHOR = "ⓐ"
    EVERY = "ⓔ"  # in every article: what "not" is taken from
    FEED = "ⓕ"
    HAS = "ⓗ"
    LANGUAGE = "ⓛ"
    PERSON = "ⓟ"
    SPEAKER = "ⓢ"
    URL = "ⓤ"


TITLE_WEIGHT = 8  # a word in the title counts as much as eight in the body

BREAK = " ¶ "  # a word between two names, so that no phrase reaches from one into the next
EVERY = f'"{Kind.EVERY}"'
NOTHING = f'"{Kind.EVERY} {Kind.EVERY}"'  # a phrase that stands nowhere


def marked(text: str, kind: Kind) -> str:
    """Return the words of `text`, each behind the letter of its kind."""
    return " ".join(kind + word for word in words(text))


def fact(kind: Kind, value: str | int) -> str:
    """Return one word that is not split, such as a feed's number."""
    return f"{kind}{value}"


def language_words(language: str) -> list[str]:
    """Return the words for a language: `de-CH` is found as `de` and as `de-ch`."""
    parts = [part for part in language.lower().replace("_", "-").split("-") if part.isalnum()]
    return [fact(Kind.LANGUAGE, "".join(parts[: length + 1])) for length in range(len(parts))]


def source_facts(
    feed_id: int, url: str, author: str, language: str, marks: Iterable[Mark], enclosures: Iterable[Enclosure]
) -> str:
    """Return the words for what the source told of an article, and for the source."""
    kinds = {mark.kind for mark in marks}
    types = {enclosure.type.partition("/")[0] for enclosure in enclosures}
    things = [
        thing
        for thing, present in (
            (Thing.IMAGE, MarkKind.IMAGE in kinds or "image" in types),
            (Thing.AUDIO, "audio" in types),
            (Thing.LINK, MarkKind.LINK in kinds),
        )
        if present
    ]
    plain = [fact(Kind.FEED, feed_id), EVERY.strip('"'), *language_words(language)]
    plain += [fact(Kind.HAS, thing) for thing in things]
    return BREAK.join((" ".join(plain), marked(author, Kind.AUTHOR), marked(url, Kind.URL)))


def analysis_facts(text: str, analysis: Analysis) -> str:
    """Return the words for who is named and who is quoted, under every form the names have in `text`."""
    speakers = {quote.speaker for quote in analysis.quotes}
    parts = []
    if any(quote.kind is QuoteKind.SPEECH for quote in analysis.quotes):
        parts.append(fact(Kind.HAS, Thing.QUOTE))
    if analysis.people:
        parts.append(fact(Kind.HAS, Thing.PERSON))
    for person in analysis.people:
        for form in forms(text, person):
            parts.append(marked(form, Kind.PERSON))
            if person.name in speakers:
                parts.append(marked(form, Kind.SPEAKER))
    return BREAK.join(parts)


def forms(text: str, person: Person) -> list[str]:
    """Return the forms of a person's name, the fullest first, each once."""
    return list(dict.fromkeys([person.name, *(text[span.start : span.end] for span in person.mentions)]))


def asked(term: Term, kind: Kind = Kind.TEXT, column: str = "") -> str | None:
    """Return the MATCH expression for a term, None if there is no word in it."""
    found = words(term.text)
    if not found:
        return None
    phrase = '"' + " ".join(kind + word for word in found) + '"'
    star = " *" if term.kind is TermKind.PREFIX else ""
    return f"{column} : {phrase}{star}" if column else phrase + star


_ALL_BUT = f"({EVERY} NOT "  # what the MATCH of a negation begins with, and no other


def all_but(match: str) -> str:
    """Return the MATCH expression for all articles but those of another."""
    return f"{_ALL_BUT}({match}))"


def all_of(matches: Sequence[str]) -> str:
    """Return the MATCH expression for articles that all of these find.

    What must not hold is taken from what else is found, not from all articles: at a million 9 to 13 ms
    instead of 22 to 32 for one of two usual words without a common one.
    """
    without = [match.removeprefix(_ALL_BUT)[:-1] for match in matches if match.startswith(_ALL_BUT)]
    found = " AND ".join(f"({match})" for match in matches if not match.startswith(_ALL_BUT)) or EVERY
    return f"({found}) NOT ({' OR '.join(without)})" if without else found
