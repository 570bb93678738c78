"""When feeds are asked again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.model import Entry, Feed, Fetched
from tuinews.sources.schedule import (
    DAY,
    HOUR,
    MINUTE,
    NEVER,
    due_after_failure,
    due_after_news,
    max_age,
    next_due,
    rhythm,
)

NOW = 1_795_392_000


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("max-age=3600", 3600),
        ('public, MAX-AGE="60"', 60),
        ("s-maxage=7", 0),
        ("no-cache, max-age=90", 0),
        ("max-age=soon", 0),
        ("", 0),
    ],
)
def test_cache_control_is_read(header: str, seconds: int) -> None:
    assert max_age(header) == seconds


def test_an_unknown_feed_is_asked_every_hour() -> None:
    assert next_due(NOW) == NOW + HOUR


def test_a_busy_feed_is_asked_more_often_than_a_quiet_one() -> None:
    busy = [NOW - n * HOUR for n in range(20)]
    quiet = [NOW - n * 10 * DAY for n in range(20)]
    assert next_due(NOW, published=busy) == NOW + 20 * MINUTE
    assert next_due(NOW, published=quiet) == NOW + DAY


def test_a_feed_that_fell_silent_is_asked_less() -> None:
    assert rhythm([NOW - 90 * DAY - n * HOUR for n in range(20)], NOW) == 10 * DAY


def test_the_server_is_asked_no_sooner_than_it_wants() -> None:
    busy = [NOW - n * MINUTE for n in range(20)]
    assert next_due(NOW, interval=2 * HOUR, published=busy) == NOW + 2 * HOUR
    assert next_due(NOW, interval=2 * HOUR, setting=5 * MINUTE) == NOW + 2 * HOUR
    assert next_due(NOW, interval=10**9) == NOW + DAY


def test_without_news_the_pause_stays() -> None:
    entries = tuple(Entry(str(n), "", "", "", published=NOW - n * HOUR) for n in range(20))
    asked = due_after_news(Feed(1, "u", ""), Fetched("u", entries=entries), NOW)
    assert asked == NOW + 20 * MINUTE
    feed = Feed(1, "u", "", checked=NOW, due=asked)
    assert due_after_news(feed, Fetched("u", unchanged=True), asked) == asked + 20 * MINUTE
    assert due_after_news(Feed(1, "u", ""), Fetched("u", unchanged=True), NOW) == NOW + HOUR


def test_the_users_setting_replaces_the_rhythm() -> None:
    assert next_due(NOW, published=[NOW - n for n in range(9)], setting=3 * HOUR) == NOW + 3 * HOUR


def test_failures_are_asked_ever_more_rarely() -> None:
    pauses = [due_after_failure(NOW, failures, 0.0) - NOW for failures in range(1, 20)]
    assert pauses == sorted(pauses)
    assert pauses[:3] == [15 * MINUTE, 30 * MINUTE, HOUR]
    assert pauses[-1] == 3 * DAY


def test_retry_after_is_kept_and_what_is_gone_is_left_alone() -> None:
    assert due_after_failure(NOW, 1, 0.9, retry_after=DAY) == NOW + DAY
    assert due_after_failure(NOW, 1, 0.0, gone=True) == NEVER


@given(st.integers(1, 1000), st.floats(0, 1, exclude_max=True), st.floats(0, 1, exclude_max=True))
def test_jitter_never_makes_a_feed_come_back_early(failures: int, one: float, two: float) -> None:
    soonest = due_after_failure(NOW, failures, 0.0)
    assert (
        soonest
        <= due_after_failure(NOW, failures, min(one, two))
        <= due_after_failure(NOW, failures, max(one, two))
    )


@given(st.lists(st.integers(0, 2 * NOW)), st.integers(0, 2**40), st.integers(0, 2**40))
def test_the_next_look_is_always_ahead_and_never_never(
    published: list[int], interval: int, setting: int
) -> None:
    due = next_due(NOW, interval=interval, published=published, setting=setting)
    assert due >= NOW + MINUTE
    assert due <= NOW + max(DAY, setting)
