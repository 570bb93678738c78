"""Articles are given away whole, in formats that say what they say, and over no file that is there."""

import csv
import io
import json
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from threading import Event
from urllib.parse import parse_qs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.ui import world
from tuinews.cli import main
from tuinews.cli.writing import ARTICLE_FORMS
from tuinews.cli.writing import QUOTE_FORMS as QUOTE_NAMES
from tuinews.errors import TuinewsError
from tuinews.exporting import StoppedError, articles
from tuinews.model import Analysis, Article, Mark, MarkKind, Person, Quote, QuoteRow, Span
from tuinews.sharing import FORMS, QUOTE_FORMS, ExistsError, file_name, save
from tuinews.sharing.mail import MOST, as_mailto
from tuinews.sharing.text import columns, wrapped

HOSTILE = "<script>alert(1)</script> & *stars* [x](javascript:y) `z`"


def article(text: str, marks: tuple[Mark, ...] = (), title: str = "Late & <late>") -> Article:
    return Article(
        1, 1, "Courier", "https://courier.example/1", title, "Ada Brook", 1_700_000_000, "en", text, marks,
        (), (), False, False, 0,
    )  # fmt: skip


class Reader(HTMLParser):
    """Every tag closes the one that is open; what is left is the text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in ("meta", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def test_html_says_what_the_article_says_and_runs_nothing() -> None:
    marks = (
        Mark(MarkKind.EMPHASIS, 0, 12),
        Mark(MarkKind.STRONG, 5, 20),
        Mark(MarkKind.LINK, 8, 11, "javascript:alert(1)"),
        Mark(MarkKind.LINK, 12, 15, 'https://a.example/"x'),
    )
    page = read(FORMS["html"].one(article(HOSTILE, marks), None))
    assert HOSTILE in page.text
    assert not {name for _, attributes in page.seen for name in attributes} & {"src", "onclick", "style"}
    assert {tag for tag, _ in page.seen} <= {
        "article",
        "style",
        "html",
        "head",
        "meta",
        "title",
        "body",
        "h1",
        "p",
        "a",
        "em",
        "strong",
    }
    assert [a["href"] for tag, a in page.seen if tag == "a"] == [
        "https://courier.example/1",
        'https://a.example/"x',
    ]


@pytest.mark.parametrize(
    "line", [HOSTILE, "# no heading", "- no item", "1. no item", "+ x", "===", "a &lt; b", "~~~"]
)
def test_markdown_shows_the_words_as_they_are(line: str) -> None:
    page = read(MarkdownIt().render(FORMS["markdown"].one(article(f"First.\n\n{line}"), None)))
    assert line in page.text
    assert {tag for tag, _ in page.seen} <= {"h1", "p", "br", "a"}


def test_structure_is_kept() -> None:
    text = "Why\n\nOne\nTwo\n\na = 1\n\nPort\tBoats"
    marks = (
        Mark(MarkKind.HEADING, 0, 3, "2"),
        Mark(MarkKind.ITEM, 5, 8, "•"),
        Mark(MarkKind.ITEM, 9, 12, "•"),
        Mark(MarkKind.CODE, 14, 19),
        Mark(MarkKind.ROW, 21, 31),
    )
    html = FORMS["html"].one(article(text, marks), None)
    for part in (
        "<h3>Why</h3>",
        "<ul>\n<li>One</li>\n<li>Two</li>\n</ul>",
        "<pre>a = 1</pre>",
        "<td>Boats</td>",
    ):
        assert part in html
    markdown = FORMS["markdown"].one(article(text, marks), None)
    for part in ("### Why", "- One\n- Two", "```\na = 1\n```", "| Port | Boats |"):
        assert part in markdown


def test_plain_text_fits_into_a_letter() -> None:
    lines = FORMS["text"].one(article("The ferry is late again. " * 20), None).splitlines()
    assert max(map(len, lines)) <= 72


@given(st.text())
def test_any_title_makes_a_name_in_one_folder(title: str) -> None:
    title = title.encode(errors="ignore").decode()
    name = file_name(title, ".md")
    assert Path(name).name == name
    assert len(name.encode()) <= 200
    assert not name.startswith((".", " "))
    assert all(unicodedata.category(sign) != "Cc" for sign in name)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("../../etc/passwd", "etc passwd.md"),
        ("CON", "article CON.md"),
        ("nul.txt", "article nul.txt.md"),
        ("", "article.md"),
        ("-rf ~", "rf ~.md"),
        ("~root", "root.md"),
        ("COM¹", "article COM¹.md"),
        ("a \u202etxt.exe. . ", "a txt.exe.md"),
        ("港の橋: 開通", "港の橋 開通.md"),
    ],
)
def test_names_are_safe_and_keep_their_script(title: str, name: str) -> None:
    assert file_name(title, ".md") == name


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    save(path, ["o", "ne"])
    with pytest.raises(TuinewsError, match="already"):
        save(path, ["two"])
    assert path.read_text() == "one"
    save(path, ["three"], over=True)
    assert path.read_text() == "three"


def test_show_writes_a_file_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = ["--home", str(tmp_path / "home")]
    main([*home, "search", "harbour"])
    number = capsys.readouterr().out.split("\t")[0]
    out = tmp_path / "kept.html"
    assert main([*home, "show", number, "--output", str(out)]) == 0
    assert read(out.read_text(encoding="utf-8")).text
    assert main([*home, "show", number, "--output", str(out)]) == 1
    assert "--force" in capsys.readouterr().err
    assert main([*home, "show", number, "--output", str(out), "--force"]) == 0
    assert main([*home, "show", number, "--output", str(tmp_path)]) == 0
    assert len(list(tmp_path.glob("*.md"))) == 1
    capsys.readouterr()
    assert main([*home, "show", number, "--format", "markdown"]) == 0
    assert capsys.readouterr().out.startswith("# ")


NESTED = "Ports\n\none\ninner\nlast\n\nfirst line\nsecond line\n\nsaid\n\n"
NESTED += "Port\tBoats\nArd|mouth\t3\n\na = `1`\n\nb"
NESTED_MARKS = (
    Mark(MarkKind.ITEM, 7, 16, "1."),
    Mark(MarkKind.ITEM, 11, 16, "•"),
    Mark(MarkKind.ITEM, 17, 21, "2."),
    Mark(MarkKind.BLOCKQUOTE, 47, 51),
    Mark(MarkKind.ROW, 53, 63, "head"),
    Mark(MarkKind.ROW, 64, 75),
    Mark(MarkKind.CODE, 77, 87, "python"),
)


def test_markdown_keeps_lists_tables_lines_and_code() -> None:
    page = MarkdownIt().enable("table").render(FORMS["markdown"].one(article(NESTED, NESTED_MARKS), None))
    for part in (
        "<ol>\n<li>one\n<ul>\n<li>inner</li>\n</ul>\n</li>\n<li>last</li>\n</ol>",
        "<p>first line<br />\nsecond line</p>",
        "<blockquote>\n<p>said</p>\n</blockquote>",
        "<th>Port</th>\n<th>Boats</th>",
        "<td>Ard|mouth</td>\n<td>3</td>",
        '<pre><code class="language-python">a = `1`\n\nb\n</code></pre>',
    ):
        assert part in page


def test_html_nests_lists_and_marks_quotations_and_people() -> None:
    html = FORMS["html"].one(article(NESTED, NESTED_MARKS), None)
    read(html)
    assert "<ol>\n<li>one<ul>\n<li>inner</li>\n</ul>\n</li>\n<li>last</li>\n</ol>" in html
    assert "<tr><th>Port</th><th>Boats</th></tr>\n<tr><td>Ard|mouth</td><td>3</td></tr>" in html
    assert "<pre>a = `1`\n\nb</pre>" in html
    said = Analysis(
        quotes=(Quote(0, 5, speaker='A "B" <C>', confidence=1),),
        people=(Person("Ada Brook", (Span(11, 16),), "ada brook"),),
    )
    html = FORMS["html"].one(article("“No,”\nsaid Brook."), said)
    assert ("span", {"class": "quotation", "title": 'A "B" <C>'}) in read(html).seen
    assert '<span class="person" title="Ada Brook">Brook</span>' in html


marks = st.lists(
    st.builds(
        lambda kind, start, length, value: Mark(kind, min(start, 40), min(start + length, 40), value),
        st.sampled_from(MarkKind),
        st.integers(0, 40),
        st.integers(0, 40),
        st.sampled_from(["1", "•", "3.", "head", "https://a.example/"]),
    ).map(lambda mark: mark._replace(value="2") if mark.kind is MarkKind.HEADING else mark),
    max_size=8,
)


@settings(deadline=None)  # the first takes what it imports
@given(st.text("ab<&\n\t“”`*|> 星", min_size=40, max_size=40), marks)
def test_whatever_the_marks_every_format_holds(text: str, marked: list[Mark]) -> None:
    ordered = tuple(sorted(marked, key=lambda mark: (mark.start, -mark.end)))
    one = article(text, ordered)
    read(FORMS["html"].one(one, None))
    for form in FORMS.values():
        assert form.one(one, Analysis())
        assert "".join(form.whole("View", [(one, None), (one, Analysis())]))


def test_plain_text_numbers_addresses_and_speakers() -> None:
    text = "“No,” said Brook on the quay. " + "The ferry is late. " * 10
    link = Mark(MarkKind.LINK, 24, 28, "https://a.example/quay")
    said = Analysis(quotes=(Quote(0, 5, speaker="Ada Brook", confidence=1),))
    lines = FORMS["text"].one(article(text, (link,)), said).splitlines()
    assert lines[4].startswith("“No,”[1] said Brook on the quay[2].")
    assert lines[-2:] == ["[1] said by Ada Brook", "[2] https://a.example/quay"]
    assert max(map(len, lines)) <= 72


@given(st.text("ab 星村「」。, \u0301", max_size=400))
def test_wrapping_keeps_the_columns_and_loses_nothing(text: str) -> None:
    out = list(wrapped(text, "- ", "  "))
    assert "".join("".join(out)[1:].split()) == "".join(text.split())
    longest = max(map(columns, text.split()), default=0)
    assert all(columns(line) <= max(72, longest + 2) for line in out)


def test_a_letter_is_bounded_and_holds_title_and_beginning() -> None:
    address = as_mailto(article("海" * 4000, title="Late & <late>\r\nBcc: x@y.example"))
    assert len(address) <= MOST
    assert not set(address) & set(' \r\n<>"')
    told = parse_qs(address.partition("?")[2], strict_parsing=True)
    assert set(told) == {"subject", "body"}
    assert told["subject"] == ["Late & <late> Bcc: x@y.example"]
    assert told["body"][0].endswith("[…]")


ROW = QuoteRow(7, 1, 9, "=SUM(1)", "-x", "@t", "\tsource", 0, "https://a.example/")


def test_quotations_as_a_table_run_nothing_in_a_spreadsheet() -> None:
    (row,) = csv.DictReader(io.StringIO("".join(QUOTE_FORMS["csv"].whole([ROW]))))
    assert [row[name] for name in ("text", "speaker", "title", "source")] == [
        "'=SUM(1)",
        "'-x",
        "'@t",
        "'\tsource",
    ]
    assert row["published"] == "1970-01-01T00:00:00Z"
    (plain,) = json.loads("".join(QUOTE_FORMS["json"].whole([ROW])))
    assert plain["text"] == "=SUM(1)"
    assert json.loads("".join(QUOTE_FORMS["json"].whole([]))) == []


def test_a_file_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.md"

    def broken() -> Iterator[str]:
        yield "half"
        raise TuinewsError("enough")

    with pytest.raises(TuinewsError, match="enough"):
        save(path, broken())
    assert list(tmp_path.iterdir()) == []
    path.write_text("mine")
    path.chmod(0o640)
    with pytest.raises(TuinewsError, match="enough"):
        save(path, broken(), over=True)
    assert [one.name for one in tmp_path.iterdir()] == ["a.md"]
    assert path.read_text() == "mine"
    save(path, ["new"], over=True)
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new", 0o640)


def test_a_name_taken_meanwhile_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.md"

    def slow() -> Iterator[str]:
        path.write_text("theirs")
        yield "ours"

    with pytest.raises(ExistsError):
        save(path, slow())
    assert path.read_text() == "theirs"
    with pytest.raises(TuinewsError, match="No such file"):
        save(tmp_path / "none" / "a.md", ["x"])


def test_a_link_stays_a_link_and_a_device_a_device(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_text("old")
    (tmp_path / "link.md").symlink_to("real.md")
    save(tmp_path / "link.md", ["new"], over=True)
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_text() == "new"
    save(Path("/dev/null"), ["gone"])
    assert Path("/dev/null").is_char_device()


def test_a_view_streams_and_stops_at_once(tmp_path: Path) -> None:
    with world.library(tmp_path / "home") as library:
        ids = [one for chunk in library.search.ids() for one in chunk]
        stop = Event()
        parts = articles(library, ids, "json", "All", stop)
        path = tmp_path / "all.json"
        save(path, parts)
        assert [row["id"] for row in json.loads(path.read_text())] == ids
        told: list[int] = []

        def tell(done: int) -> None:
            told.append(done)
            if done == 3:
                stop.set()

        with pytest.raises(StoppedError):
            save(tmp_path / "cut.md", articles(library, ids, "markdown", "All", stop, tell))
        assert told == [0, 1, 2, 3]
        assert not (tmp_path / "cut.md").exists()


def test_search_show_and_quotes_write_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = ["--home", str(tmp_path / "home")]
    main([*home, "search", "harbour"])
    numbers = [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()][:2]
    out = tmp_path / "x.json"
    assert main([*home, "show", numbers[0], "--output", str(out)]) == 0
    assert json.loads(out.read_text())["quotes"]
    both = tmp_path / "both.md"
    assert main([*home, "show", *numbers, "--output", str(both)]) == 0
    assert both.read_text().count("\n## ") >= 2
    assert main([*home, "search", "harbour", "--output", str(tmp_path / "view.html")]) == 0
    assert read((tmp_path / "view.html").read_text()).text
    for suffix in (".csv", ".json", ".md"):
        said = tmp_path / f"said{suffix}"
        assert main([*home, "quotes", "harbour", "--output", str(said)]) == 0
        assert said.stat().st_size > 100
        assert main([*home, "quotes", "harbour", "--output", str(said)]) == 1
    assert main([*home, "show", numbers[0], "--output", str(tmp_path / "x.pdf")]) == 1
    assert ".md, .txt" in capsys.readouterr().err
    assert main([*home, "search", "zyxwv", "--output", str(tmp_path / "none.md")]) == 1
    assert not (tmp_path / "none.md").exists()


def test_the_shell_offers_the_formats_there_are() -> None:
    assert (*FORMS,) == ARTICLE_FORMS
    assert (*QUOTE_FORMS,) == QUOTE_NAMES
