"""The library, on a real file, real sources on disk, and the real child process that analyses."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from tuinews import samples
from tuinews.errors import AnalystError, SourceError, StoreError
from tuinews.library import Library, Refreshed, Unanswered, studying
from tuinews.model import Analysis, FeedKind

STORY = "The ferry is late\n\n“We are sorry,” said Ada Brook, the harbour master. “So am I,” Brook added.\n"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library(tmp_path / "home") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    (made / "ferry.txt").write_text(STORY, encoding="utf-8")
    return made


def ids(library: Library, sought: str = "") -> list[int]:
    return [article_id for chunk in library.search.ids(sought) for article_id in chunk]


def titles(library: Library) -> set[str]:
    return {headline.title for headline in library.articles.headlines(ids(library))}


def test_a_new_library_holds_the_samples_until_the_first_feed_comes(library: Library, folder: Path) -> None:
    assert len(ids(library)) > 10
    assert all(library.people.get(article_id) for article_id in ids(library))
    assert list(library.refresh()) == []
    assert library.is_samples_only
    library.subscribe(str(folder))
    assert not library.is_samples_only
    assert titles(library) == {"The ferry is late"}


def test_the_samples_come_back_when_the_last_feed_goes(library: Library, folder: Path) -> None:
    feed = library.subscribe(str(folder))
    library.unsubscribe(feed.id)
    assert {kept.kind for kept in library.feeds.all()} == {FeedKind.SAMPLE}
    assert ids(library) == []
    list(library.refresh(due_only=True))
    assert len(ids(library)) > 10


def test_what_cannot_be_read_is_not_subscribed_to(library: Library, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(SourceError, match="empty"):
        library.subscribe(str(tmp_path / "empty"))
    with pytest.raises(SourceError, match="missing"):
        library.subscribe(str(tmp_path / "missing.txt"))
    assert library.is_samples_only


def test_a_folder_is_read_again_when_it_changes(library: Library, folder: Path) -> None:
    library.subscribe(str(folder))
    (unchanged,) = library.refresh(due_only=True)
    assert isinstance(unchanged, Refreshed)
    assert (unchanged.new, unchanged.changed) == (0, 0)
    (folder / "quay.md").write_text("# The quay is closed\n\nUntil spring.\n", encoding="utf-8")
    (changed,) = library.refresh(due_only=True)
    assert isinstance(changed, Refreshed)
    assert changed.new == 1
    assert titles(library) == {"The ferry is late", "The quay is closed"}


def test_a_feed_that_fails_says_why_and_the_others_go_on(
    library: Library, folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(STORY, encoding="utf-8")
    library.subscribe(str(folder))
    gone = library.subscribe(str(other))
    other.unlink()
    (folder / "quay.txt").write_text("The quay is closed\n\nUntil spring.\n", encoding="utf-8")
    results = list(library.refresh())
    assert {type(result) for result in results} == {Refreshed, Unanswered}
    failing = library.feeds.get(gone.id)
    assert failing is not None
    assert "other.txt" in failing.error
    assert failing.total == 1
    other.write_text(STORY, encoding="utf-8")
    list(library.refresh([gone.id]))
    mended = library.feeds.get(gone.id)
    assert mended is not None
    assert mended.error == ""


def test_an_article_is_analysed_once_and_the_analysis_kept(library: Library, folder: Path) -> None:
    library.subscribe(str(folder))
    (article_id,) = ids(library)
    made = library.analysis(article_id)
    assert [quote.speaker for quote in made.quotes] == ["Ada Brook", "Ada Brook"]
    assert library.people.get(article_id) == made
    assert list(library.analyse_pending(Event())) == []


def test_everything_waiting_is_analysed_newest_first_and_can_be_stopped(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(studying, "AT_ONCE", 3)
    library.subscribe(str(samples.folder()))
    stop = Event()
    done = []
    for article_id in library.analyse_pending(stop):
        done.append(article_id)
        if len(done) == 3:
            stop.set()
    newest = ids(library)
    assert done == newest[:3]
    done += library.analyse_pending(Event())
    assert done == newest


def test_an_analysis_of_a_text_that_is_another_by_now_is_not_kept(
    library: Library, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    feed = library.subscribe(str(folder))
    (article_id,) = ids(library)
    story, analyse = folder / "ferry.txt", library._analyst.analyse

    def slow(text: str, language: str = "") -> Analysis:
        made = analyse(text, language)
        if "“" in text:
            story.write_text("The ferry sails\n\nNothing else is known.\n", encoding="utf-8")
            list(library.refresh([feed.id]))
        return made

    monkeypatch.setattr(library._analyst, "analyse", slow)
    assert list(library.analyse_pending(Event())) == [article_id]
    assert library.people.get(article_id) == Analysis()
    assert list(library.search.quotes()) == []


def test_articles_wait_for_an_analysis_that_cannot_start(
    library: Library, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    library.subscribe(str(samples.folder()))
    monkeypatch.setenv("PYTHONHOME", str(tmp_path))
    with pytest.raises(AnalystError):
        list(library.analyse_pending(Event()))
    monkeypatch.undo()
    assert list(library.analyse_pending(Event())) == ids(library)


def test_a_library_without_samples_stays_empty(tmp_path: Path) -> None:
    with Library(tmp_path, with_samples=False) as library:
        assert library.feeds.all() == []


def test_a_removed_feed_can_be_taken_back(library: Library, folder: Path) -> None:
    feed = library.subscribe(str(folder))
    library.unsubscribe(feed.id)
    assert library.is_samples_only
    library.resubscribe(feed.id)
    assert not library.is_samples_only
    assert titles(library) == {"The ferry is late"}
    library.unsubscribe(feed.id)
    library.upkeep.empty()
    with pytest.raises(StoreError, match="deleted already"):
        library.resubscribe(feed.id)


def test_a_feed_removed_while_it_is_fetched_stays_removed(library: Library, tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(STORY, encoding="utf-8")
        library.subscribe(str(tmp_path / f"{name}.txt"))
        (tmp_path / f"{name}.txt").write_text(STORY + name, encoding="utf-8")
    gone = library.feeds.all()[2]
    answers = library.refresh(stop=Event())
    library.unsubscribe(gone.id)
    assert sum(getattr(answer, "new", 0) for answer in answers) == 0
    assert gone.id not in {headline.feed_id for headline in library.articles.headlines(ids(library))}


def test_a_feed_may_have_its_own_time_between_two_looks(library: Library, folder: Path) -> None:
    feed = library.subscribe(str(folder))
    library.feeds.set_every(feed.id, 90 * 60)
    list(library.refresh([feed.id]))
    looked = library.feeds.get(feed.id)
    assert looked.due - looked.checked == 90 * 60
