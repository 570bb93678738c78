"""Quotations as they are carried away."""

from datetime import datetime

import pytest

from tuinews.citing import FORMATS, check_template, cite
from tuinews.model import QuoteRow

ROW = QuoteRow(
    1, 0, 10, "“Not *one* ship,”", "Ruth Okafor", "Ferry & quay: 50% off", "Ardmouth Courier",
    int(datetime(2026, 11, 24, 9, 0).timestamp()), "https://courier.example/ferry_(1)",
)  # fmt: skip
BARE = QuoteRow(1, 0, 4, "“No”", "", "", "", ROW.published)


def test_plain_text_tells_everything() -> None:
    assert cite(ROW).splitlines() == [
        "“Not *one* ship,”",
        "— Ruth Okafor, “Ferry & quay: 50% off”, Ardmouth Courier, 2026-11-24",
        "https://courier.example/ferry_(1)",
    ]


def test_markdown_shows_the_words_as_they_are() -> None:
    assert cite(ROW, "markdown").splitlines() == [
        "> “Not \\*one\\* ship,”",
        ">",
        "> — Ruth Okafor, [*Ferry & quay: 50% off*](https://courier.example/ferry_%281%29), "
        "Ardmouth Courier, 2026-11-24",
    ]


def test_bibtex_escapes_what_tex_would_read() -> None:
    assert cite(ROW, "bibtex").splitlines() == [
        "@online{okafor20261124,",
        "  author = {{Ruth Okafor}},",
        "  title = {Ferry \\& quay: 50\\% off},",
        "  organization = {Ardmouth Courier},",
        "  date = {2026-11-24},",
        "  url = {https://courier.example/ferry_%281%29},",
        "  note = {“Not *one* ship,”},",
        "}",
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_not_known_leaves_no_trace(form: str) -> None:
    cited = cite(BARE, form)
    assert "“No”" in cited
    assert ", ," not in cited
    assert "{}" not in cited
    assert "None" not in cited


def test_a_template_of_ones_own_names_its_fields() -> None:
    template = "{quote} ({speaker}, {title}, {source}, {date:%d.%m.%Y}) {url} {{seen {accessed}}}"
    assert cite(ROW, template, now=datetime(2026, 12, 1, 9).timestamp()) == (
        "“Not *one* ship,” (Ruth Okafor, Ferry & quay: 50% off, Ardmouth Courier, 24.11.2026) "
        "https://courier.example/ferry_(1) {seen 2026-12-01}"
    )
    assert cite(BARE, "{speaker}: {quote}") == "speaker not named: “No”"


def test_what_stands_in_a_quotation_is_never_taken_for_a_field() -> None:
    assert cite(ROW._replace(text="“{url} {0} {”", title="{speaker}"), "{quote}/{title}") == (
        "“{url} {0} {”/{speaker}"
    )


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{quote} {who}", "{who} is no field; there are {quote}, {speaker}"),
        ("{quote.text}", "{quote.text} is no field"),
        ("{quote!r}", "{quote!r} is no field"),
        ("{quote:>1000000000}", "{quote} takes nothing after its name"),
        ("{quote} {date:{url}}", "takes a form of dates"),
        ("{speaker}", "has to name {quote}"),
        ("{quote", "a brace is not closed"),
        ("{quote} }", "a brace is not closed or not opened"),
        ("{quote} {}", "{} is no field"),
    ],
)
def test_a_wrong_template_says_what_is_wrong(template: str, told: str) -> None:
    with pytest.raises(ValueError, match=r"\w") as raised:
        check_template(template)
    assert told in str(raised.value)
