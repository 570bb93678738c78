"""All that is wrong and can be mended, as the problems screen lists it: settings, sources, articles."""

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tuinews.model import Feed, Unanalysed
from tuinews.plural import times
from tuinews.settings import Problem
from tuinews.ui.when import date

if TYPE_CHECKING:
    from tuinews.library import Library


class Trouble(NamedTuple):
    """What is wrong with what `of` is: its name, the reason, and two lines of what is known about it."""

    of: Feed | Unanalysed | Problem
    name: str
    reason: str
    about: tuple[str, str]


def number(library: "Library", settings: Sequence[Problem]) -> int:
    """Return how many there are, in a few microseconds; a source that was read, but not whole, is none."""
    return len(settings) + library.feeds.failures() + library.people.failures()


def troubles(library: "Library", settings: Sequence[Problem]) -> list[Trouble]:
    """Return all of them: of the settings first, then of sources by title, then of articles, newest first."""
    return [
        *map(_of_setting, settings),
        *map(_of_feed, library.feeds.failing()),
        *map(_of_article, library.people.failed()),
    ]


def _of_setting(problem: Problem) -> Trouble:
    where = f"{problem.path}, line {problem.line}" if problem.line else str(problem.path)
    told = "the default holds until it is mended"
    return Trouble(problem, f"The setting {problem.key}" if problem.key else "The settings",
                   f"{problem.what[:1].upper()}{problem.what[1:]}.", (where, told))  # fmt: skip


def _of_feed(feed: Feed) -> Trouble:
    again = "at the next refresh" if feed.due <= time.time() else date(feed.due)
    tried = f"last tried {date(feed.checked)} · next try {again}"
    return Trouble(feed, feed.title or feed.url, feed.error, (_fared(feed), tried))


def _fared(feed: Feed) -> str:
    """How often a source failed in a row, and since when; or that it was read, but not whole."""
    if not feed.failures:
        return "read, but not whole"
    since = date(feed.failing_since) if feed.failing_since else ""
    if feed.failures == 1:
        return f"failed once, {since}" if since else "failed once"
    often = f"failed {times(feed.failures)} in a row"
    return f"{often}, since {since}" if since else often


def _of_article(article: Unanalysed) -> Trouble:
    told = "it can be read; who said what in it is not known"
    return Trouble(article, article.title, article.reason, (article.source, told))
