"""Quotations as they are carried away."""

from datetime import datetime

import pytest

from tuinews.citing import FORMATS, cite
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
