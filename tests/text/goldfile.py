"""Read our gold articles: plain text with quotations, speakers and people marked in place.

A gold file is a header of `key: value` lines, a line of three hyphens, and the article. Keys: `language`
(BCP 47), `tests` (what the article is nasty about) and, if needed, `unwritten` (full names that the article
never writes out in that form, separated by semicolons). The marks, whose syntax is in `goldmarks`:

    {Ruth Okafor}              a named person, written by the full name
    {Okafor|Ruth Okafor}       another form, with the full name it stands for
    {Okafor Prize|*}           either answer about a person is accepted here
    {“No,”@Ruth Okafor}        a quotation and its speaker, a person of this article
    {“a mess”@~Ruth Okafor}    the same, but only a few words quoted within a sentence
    {“No,”@-} {“mad”@~-}       a quotation whose speaker has no name in the article (a spokesman, a report)
    {“No,”@?}                  a quotation whose speaker is not scored: readers would disagree
    {“The Salt Ledger”@x}      quoted, but nobody's speech: a title, nickname, scare quote, word as a word

Conventions. Titles and a possessive 's are outside the person span; particles, hyphens, initials and Jr.
inside. Quotation marks are inside the quotation. Each paragraph of a quotation that runs over several is a
quotation of its own, the unclosed ones ending with their paragraph. A quotation inside a quotation is not
marked. A pronoun or office that stands for a named person makes that person the speaker; a source that merely
relays is not the speaker. Groups (a couple, a family, a band) and organisations are not persons; a person's
name inside the name of a thing is left unmarked, or marked `*` where readers would disagree. Named
animals and figures of fiction are marked `*`. Inflected names are marked as they stand.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from tests.text.goldmarks import Marked, MarkError, strip_marks

GOLD = Path(__file__).parent / "gold"
OPENING = "“„”‘‚«»‹›「『\"'`"
CLOSING = "”“’‘»«›‹」』\"'`"
TITLES = frozenset(
    ("Mr", "Mrs", "Ms", "Dr", "Prof", "Professor", "Sir", "Dame", "Judge", "Captain", "Senator")
)


class GoldError(ValueError):
    """A gold file is not written by the rules of this module; the message names the file and the place."""


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A quotation in `text[start:end]`, marks included; `speaker` is a full name or None."""

    start: int
    end: int
    speaker: str | None
    speaker_kind: Literal["person", "none", "skip"]
    kind: Literal["speech", "fragment"]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """The plain text of a gold file and all that is marked in it, in the order of the text."""

    name: str
    language: str
    tests: str
    text: str
    quotes: tuple[GoldQuote, ...]
    ignore_quotes: tuple[tuple[int, int], ...]
    people: tuple[tuple[int, int, str], ...]
    ignore_people: tuple[tuple[int, int], ...]
    unwritten: tuple[str, ...] = ()

    @property
    def persons(self) -> tuple[str, ...]:
        """Full names, each once, in order of appearance."""
        return tuple(dict.fromkeys(name for _, _, name in self.people))

    def as_json(self) -> dict[str, Any]:
        """Return the object that scorers read; what is quoted but not speech is in `ignore_quotes`."""
        return {
            "id": self.name,
            "language": self.language,
            "text": self.text,
            "quotes": [asdict(quote) for quote in self.quotes],
            "ignore_quotes": [list(span) for span in self.ignore_quotes],
            "people": [list(mention) for mention in self.people],
            "ignore_people": [list(span) for span in self.ignore_people],
            "persons": list(self.persons),
        }


def parse(name: str, content: str) -> GoldArticle:
    """Read the content of a gold file and check it; raise GoldError naming the article and the place."""
    head, divider, body = content.partition("\n---\n")
    header = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    if not divider or not {"language", "tests"} <= header.keys():
        raise GoldError(f"{name}: needs a header with language and tests, then a line of three hyphens")
    try:
        text, marks = strip_marks(body.strip("\n"))
    except MarkError as error:
        raise GoldError(f"{name}: {error}") from None
    quotes = [mark for mark in marks if mark.sign == "@"]
    people = [mark for mark in marks if mark.sign == "|"]
    article = GoldArticle(
        name=name,
        language=header["language"],
        tests=header["tests"],
        text=text,
        quotes=tuple(_quote(mark) for mark in quotes if mark.value != "x"),
        ignore_quotes=tuple((mark.start, mark.end) for mark in quotes if mark.value == "x"),
        people=tuple((mark.start, mark.end, mark.value) for mark in people if mark.value != "*"),
        ignore_people=tuple((mark.start, mark.end) for mark in people if mark.value == "*"),
        unwritten=tuple(filter(None, header.get("unwritten", "").split("; "))),
    )
    for complaint in _complaints(article):
        raise GoldError(f"{name}: {complaint}")
    return article


def _quote(mark: Marked) -> GoldQuote:
    speaker = mark.value.removeprefix("~")
    kind: Literal["speech", "fragment"] = "speech" if speaker == mark.value else "fragment"
    if speaker == "-":
        return GoldQuote(mark.start, mark.end, None, "none", kind)
    if speaker == "?":
        return GoldQuote(mark.start, mark.end, None, "skip", kind)
    return GoldQuote(mark.start, mark.end, speaker, "person", kind)


def _complaints(article: GoldArticle) -> Iterator[str]:
    """Yield what cannot be meant, mark by mark."""
    text = article.text
    for start, end in [(q.start, q.end) for q in article.quotes] + list(article.ignore_quotes):
        span = text[start:end]
        closed = len(span) > 1 and span[-1] in CLOSING
        if span[:1] not in OPENING or "\n" in span or not (closed or text[end : end + 1] in ("", "\n")):
            yield f"not a quotation from mark to mark or to the paragraph's end: {span[:60]!r}"
    for quote in article.quotes:
        if quote.speaker is not None and quote.speaker not in article.persons:
            yield f"the speaker {quote.speaker!r} is not a person of the article"
    written = {text[start:end] for start, end, _ in article.people} | set(article.unwritten)
    for start, end, name in article.people:
        span = text[start:end]
        if name not in written:
            yield f"nobody is ever written {name!r}"
        if span.split()[0].rstrip(".") in TITLES or span.endswith(("’s", "'s")) or span != span.strip():
            yield f"not a bare name: {span!r}"
        # Japanese and Chinese write no space after a name.
        after = text[end : end + 1]
        if text[max(0, start - 1) : start].isalpha() or (after.isalpha() and after < "\u2e80"):
            yield f"cuts a word: {text[max(0, start - 10) : end + 10]!r}"


def load(path: Path) -> GoldArticle:
    """Read one gold file; raise GoldError if it breaks the rules."""
    return parse(path.stem, path.read_text("utf-8"))


def articles(folder: Path = GOLD) -> Iterator[GoldArticle]:
    """Yield all gold articles, by name."""
    for path in sorted(folder.glob("*.txt")):
        yield load(path)


def jsonl(folder: Path = GOLD) -> str:
    """Return all gold articles as JSON lines."""
    return "".join(json.dumps(article.as_json(), ensure_ascii=False) + "\n" for article in articles(folder))
