"""Code blocks wear the looks of their language, at exactly their words."""

from rich.style import Style

from tests.ui.conftest import main
from tests.ui.test_main import settled
from tests.ui.world import NOW
from tuinews.library import Library
from tuinews.model import Entry, Mark, MarkKind
from tuinews.ui.app import Tuinews
from tuinews.ui.syntax import LIMIT, coloured

CODE = 'def tide(hour):\n    return "high" if hour > 6 else None  # by the table'
TEXT = f"A program:\n\n{CODE}\n\nThat is all."


def _mark(language: str, text: str = TEXT, code: str = CODE) -> Mark:
    return Mark(MarkKind.CODE, text.index(code), text.index(code) + len(code), language)


def test_words_are_found_where_they_stand() -> None:
    found = {(TEXT[start:end], look) for start, end, look in coloured(TEXT, [_mark("python")])}
    assert {("def", "keyword"), ("6", "number"), ("# by the table", "comment"), ("high", "string")} <= found
    assert all(word in CODE for word, _ in found)


def test_a_language_that_nobody_knows_is_left_plain() -> None:
    assert list(coloured(TEXT, [_mark("ardmouthian")])) == []


async def test_the_reader_colours_code_and_nothing_else(app: Tuinews, library: Library) -> None:
    feed = library.feeds.all()[0]
    entry = Entry(guid="code", url="", title="Code", text=TEXT, marks=(_mark("python"),), published=NOW)
    library.articles.put(feed.id, [entry], NOW)
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        reader = main(app).reader
        looks: dict[str, Style | None] = {}
        for y in range(reader.size.height):
            for segment in reader.render_line(y):
                looks.setdefault(segment.text.strip(), segment.style)
        assert looks["def"] != looks["tide(hour):"]
        comment, plain = looks["# by the table"], looks["tide(hour):"]
        assert comment is not None
        assert comment.italic
        assert plain is not None
        assert comment.bgcolor == plain.bgcolor


async def test_an_endless_block_is_shown_plain(app: Tuinews, library: Library) -> None:
    code = "x = 1\n" * (LIMIT // 6 + 1)
    feed = library.feeds.all()[0]
    mark = Mark(MarkKind.CODE, 0, len(code), "python")
    library.articles.put(
        feed.id, [Entry(guid="long", url="", title="Long", text=code, marks=(mark,), published=NOW)], NOW
    )
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(app, pilot)
        line = main(app).reader.render_line(8)
        assert len({segment.style for segment in line if "x" in segment.text}) == 1
        assert not any(segment.text == "1" for segment in line)
