"""Articles as linear text."""

from tuinews.model import Analysis, Article, Mark, MarkKind, Person, Quote, Span
from tuinews.sharing.linear import linear

TEXT = "Harbour\n\nAda Brook spoke. “No,” Brook said.\n\n"
TEXT += "first\nnested\nsecond\n\nold words\n\nprint(1)\n\na\tb\n\n\n\na quay"


def at(words: str, kind: MarkKind, value: str = "", *, length: int = 0) -> Mark:
    start = TEXT.index(words)
    return Mark(kind, start, start + (length or len(words)), value)


def article(marks: tuple[Mark, ...] = (), text: str = TEXT) -> Article:
    return Article(
        id=1,
        feed_id=1,
        source="Gazette",
        url="https://example.org/1",
        title="A title",
        author="Writer",
        published=0,
        language="en",
        text=text,
        marks=marks,
        enclosures=(),
        tags=(),
        read=False,
        starred=False,
        position=0,
    )


def body(*marks: Mark, analysis: Analysis | None = None) -> list[str]:
    return list(linear(article(marks), analysis))[4:]


def test_the_head_names_title_byline_source_and_address() -> None:
    title, byline, address, blank = list(linear(article()))[:4]
    assert title == "A title"
    assert byline.startswith("Writer, Gazette, 19")
    assert address == "https://example.org/1"
    assert blank == ""


def test_text_without_marks_is_given_as_it_is() -> None:
    assert body() == TEXT.replace("\t", "\t").split("\n")


def test_structure_is_written_as_markdown_writes_it() -> None:
    lines = body(
        at("Harbour", MarkKind.HEADING, "2"),
        at("first\nnested", MarkKind.ITEM, "1."),
        at("nested", MarkKind.ITEM, "•"),
        at("second", MarkKind.ITEM, "2."),
        at("old words", MarkKind.BLOCKQUOTE),
        at("print(1)", MarkKind.CODE, "python"),
        at("a\tb", MarkKind.ROW, "head"),
        at("a quay", MarkKind.IMAGE, "https://example.org/quay.png"),
        at("spoke", MarkKind.LINK, "https://example.org/speech"),
    )
    assert lines == [
        "## Harbour",
        "",
        "Ada Brook spoke <https://example.org/speech>. “No,” Brook said.",
        "",
        "1. first",
        "   - nested",
        "2. second",
        "",
        "> old words",
        "",
        "    print(1)",
        "",
        "a | b",
        "",
        "",
        "",
        "[image: a quay]",
    ]


def test_quotations_and_people_are_marked_in_words() -> None:
    quote, full, short = TEXT.index("“No,”"), TEXT.index("Ada Brook"), TEXT.index("Brook said")
    analysis = Analysis(
        quotes=(Quote(quote, quote + 5, speaker="Ada Brook", confidence=1),),
        people=(Person("Ada Brook", (Span(full, full + 9), Span(short, short + 5)), "ada brook"),),
    )
    assert body(analysis=analysis)[2] == (
        "Ada Brook [person] spoke. [quotation, Ada Brook] “No,” [end of quotation] Brook [Ada Brook] said."
    )
