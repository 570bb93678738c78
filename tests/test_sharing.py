"""Articles are given away whole, in formats that say what they say, and over no file that is there."""

import unicodedata
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tuinews.cli import main
from tuinews.errors import TuinewsError
from tuinews.model import Article, Mark, MarkKind
from tuinews.sharing import FORMATS, file_name, form_of, save

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
        if tag != "meta":
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
    page = read(FORMATS["html"][1](article(HOSTILE, marks)))
    assert HOSTILE in page.text
    assert {tag for tag, _ in page.seen} <= {
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
    page = read(MarkdownIt().render(FORMATS["markdown"][1](article(f"First.\n\n{line}"))))
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
    html = FORMATS["html"][1](article(text, marks))
    for part in (
        "<h3>Why</h3>",
        "<ul>\n<li>One</li>\n<li>Two</li>\n</ul>",
        "<pre>a = 1</pre>",
        "<td>Boats</td>",
    ):
        assert part in html
    markdown = FORMATS["markdown"][1](article(text, marks))
    for part in ("### Why", "- One\n- Two", "    a = 1", "Port | Boats"):
        assert part in markdown


def test_plain_text_fits_into_a_letter() -> None:
    lines = FORMATS["text"][1](article("The ferry is late again. " * 20)).splitlines()
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
        ("港の橋: 開通", "港の橋 開通.md"),
    ],
)
def test_names_are_safe_and_keep_their_script(title: str, name: str) -> None:
    assert file_name(title, ".md") == name


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    save(path, "one")
    with pytest.raises(TuinewsError, match="already"):
        save(path, "two")
    assert path.read_text() == "one"
    save(path, "three", over=True)
    assert path.read_text() == "three"
    assert form_of("x.HTML") == "html"


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
