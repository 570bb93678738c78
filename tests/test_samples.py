"""The samples are what a first launch shows: they must parse, agree and show every feature."""

import json
import re
import tomllib
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import feedparser  # type: ignore[import-untyped] # publishes no types
import pytest

from tests.samples import contents, make
from tuinews import samples
from tuinews.store import Store
from tuinews.store.migrate import schema
from tuinews.text import ANALYSIS_VERSION

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "sample_feeds"
ARTICLES = sorted((SAMPLES / "articles").iterdir())
LATEST = datetime(2026, 11, 20, tzinfo=UTC)
VOID = {"img", "br", "hr", "meta", "link"}


class Outline(HTMLParser):
    """Counts tags, gathers addresses, and notes every tag closed out of turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.misnested: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.misnested += self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self._open or self._open.pop() != tag:
            self.misnested.append(tag)


def feed_items() -> Iterator[tuple[str, datetime, str]]:
    """(title, date, HTML) of every item of every sample feed."""
    for path in (SAMPLES / "ardmouth-courier.rss", SAMPLES / "meridian-review.atom"):
        for entry in feedparser.parse(path.read_bytes()).entries:
            stamp = datetime.fromtimestamp(timegm(entry.published_parsed), UTC)
            yield entry.title, stamp, entry.content[0].value
    for item in json_feed()["items"]:
        yield item["title"], datetime.fromisoformat(item["date_published"]), item["content_html"]


def json_feed() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SAMPLES / "lindhaven-science-letter.json").read_text("utf-8"))
    return loaded


def plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", re.sub(r"</(p|h\d|li|td|figcaption)>", "\n", html)))


ITEMS = list(feed_items())
ALL_TEXT = [plain(html) for _, _, html in ITEMS] + [plain(path.read_text("utf-8")) for path in ARTICLES]


@pytest.mark.parametrize("name", ["ardmouth-courier.rss", "meridian-review.atom"])
def test_feed_is_well_formed_with_complete_entries(name: str) -> None:
    parsed = feedparser.parse((SAMPLES / name).read_bytes())
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == ("rss20" if name.endswith("rss") else "atom10")
    assert 4 <= len(parsed.entries) <= 6
    assert all(entry.id and entry.title and entry.author and entry.link for entry in parsed.entries)


def test_json_feed_is_complete() -> None:
    feed = json_feed()
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert 4 <= len(feed["items"]) <= 6
    for item in feed["items"]:
        assert {"id", "url", "title", "content_html", "date_published", "authors"} <= item.keys()


def test_rss_dates_name_the_right_weekday() -> None:
    dates = re.findall(r"<pubDate>(.+?)</pubDate>", (SAMPLES / "ardmouth-courier.rss").read_text("utf-8"))
    assert dates
    for date in dates:
        assert parsedate_to_datetime(date).strftime("%a") == date[:3]


def test_dates_are_spread_over_months_and_none_is_late() -> None:
    stamps = [stamp for _, stamp, _ in ITEMS]
    assert max(stamps) < LATEST
    assert len({(stamp.year, stamp.month) for stamp in stamps}) >= 4
    assert len(set(stamps)) == len(stamps)


@pytest.mark.parametrize(("title", "html"), [(title, html) for title, _, html in ITEMS])
def test_item_is_a_full_article_of_nested_html(title: str, html: str) -> None:
    assert Outline(html).misnested == []
    assert 180 <= len(plain(html).split()) <= 560, title


def test_local_articles_come_in_three_formats_and_four_languages() -> None:
    assert len(ARTICLES) >= 7
    assert {path.suffix for path in ARTICLES} == {".txt", ".md", ".html"}
    for path in ARTICLES:
        if path.suffix == ".html":
            assert Outline(path.read_text("utf-8")).misnested == [], path.name
    together = "\n".join(ALL_TEXT)
    for spoken in (
        r"„[^“”]+“",
        "« [^»]+ »",
        "«[^» ][^»]*»",
        "「[^」]+」",
        "“[^”]+”",
        "‘[^’]+’ [a-z]",
        r'"[^"]+"',
    ):
        assert re.search(spoken, together), spoken


def test_every_structure_of_an_article_is_shown() -> None:
    tags = [tag for _, _, html in ITEMS for tag in Outline(html).tags]
    for tag in (
        "h2",
        "ul",
        "ol",
        "li",
        "blockquote",
        "a",
        "em",
        "strong",
        "img",
        "figcaption",
        "table",
        "pre",
        "code",
    ):
        assert tag in tags, tag
    assert any(entry.enclosures for entry in feedparser.parse(str(SAMPLES / "ardmouth-courier.rss")).entries)


def test_links_lead_only_to_reserved_hosts() -> None:
    found = [address for _, _, html in ITEMS for address in Outline(html).addresses]
    found += [url for text in ALL_TEXT for url in re.findall(r"https?://[^\s)]+", text)]
    assert found
    for address in found:
        assert re.match(r"https://([a-z]+\.)*example\.(org|com|net)/", address), address


def test_people_recur_across_sources_by_full_name_and_surname() -> None:
    for surname, given in (("Petrov", "Elena"), ("Okafor", "Ruth"), ("Lindqvist", "Soraya")):
        quoting = [text for text in ALL_TEXT if f"{given} {surname}" in text]
        assert len(quoting) >= 3, surname
        assert any(re.search(rf"(?<!{given} ){surname}", text) for text in quoting), surname


@pytest.mark.parametrize(
    ("feature", "pattern"),
    [
        ("quotation before its speaker", r"“[^”]+[,?!]” said [A-Z]"),
        ("quotation after its speaker", r"[A-Z]\w+ (said|wrote)[^“\n]{0,40}[:,] [“\"]"),
        ("speaker in the middle", r"[,?!]” (?:\w+ ){0,3}(said|says|told)[^“\n]{1,60}[,:.] “"),
        ("words quoted within a sentence", r"[a-z] “[a-z][^”.!?,]+”"),
        ("quotation reopened in the next paragraph", r"\n\s*“[^”\n]+\n\s*“[^”\n]+”"),
        ("same-surname couple", r"Mrs Petrov[\s\S]+Mr Petrov"),
        ("family name first", r"Lin Wanyu[\s\S]+Professor Lin\b"),
        ("hyphenated name", r"Roux-Delacroix"),
        ("particle", r"Pieter van der Hoek[\s\S]+Van der Hoek"),
        ("generational suffix", r"Hollis Marrable Jr\."),
        ("ship like a person", r"ferry Margaret Holloway"),
        ("university like a person", r"Whitlock University"),
        ("agency", r"Verrin Press Agency"),
        ("team like a person", r"St Brannock’s, named after"),
        ("quotation inside a quotation", r"“[^”]*‘[^’]+’"),
        ("unnamed source", r"A spokesman for"),
    ],
)
def test_feature_of_running_text_is_shown(feature: str, pattern: str) -> None:
    assert any(re.search(pattern, text) for text in ALL_TEXT), feature


def test_newest_item_is_the_showcase() -> None:
    _, _, html = max(ITEMS, key=lambda item: item[1])
    text = plain(html)
    assert text.count("“") >= 10
    named = ("Elena Petrov", "Ruth Okafor", "Pieter van der Hoek", "Soraya Lindqvist", "Lukas Petrov")
    assert all(name in text for name in named)


def test_samples_ship_inside_the_package() -> None:
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]
    assert build["targets"]["wheel"]["force-include"]["sample_feeds"] == "tuinews/sample_feeds"


def test_the_library_that_ships_is_made_of_the_samples(tmp_path: Path) -> None:
    shipped = samples.library(schema())
    assert shipped.exists(), "the schema changed: run `python -m tests.samples`"
    make(tmp_path / "made.db")
    made, kept = contents(tmp_path / "made.db"), contents(shipped)
    for table in ("feeds", "heads", "bodies", "article_tags", "tags"):
        assert kept[table] == made[table], "the samples changed: run `python -m tests.samples`"
    samples.furnish(tmp_path / "copy.db", schema())
    with Store(tmp_path / "copy.db") as store:
        assert store.people.stale(ANALYSIS_VERSION) == [], "run `python -m tests.samples`"
        assert store.articles.counts().unread == len(ITEMS) + len(ARTICLES)


def test_a_library_that_is_there_is_not_furnished(tmp_path: Path) -> None:
    path = tmp_path / "mine.db"
    with Store(path) as store:
        store.feeds.add("https://courier.example/feed", "Mine")
    samples.furnish(path, schema())
    with Store(path) as store:
        assert [feed.title for feed in store.feeds.all()] == ["Mine"]


def test_without_the_shipped_library_the_samples_are_read(tmp_path: Path) -> None:
    samples.furnish(tmp_path / "empty.db", "of-another-schema")
    assert list(tmp_path.iterdir()) == []
