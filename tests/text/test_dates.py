"""Dates in the shapes and languages that feeds and articles carry."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tuinews.text.dates import find_date, parse_date

MORNING = int(datetime(2026, 11, 23, 9, 30, tzinfo=UTC).timestamp())
DAY = int(datetime(2026, 11, 23, tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    "text",
    [
        "Mon, 23 Nov 2026 09:30:00 GMT",
        "Mon, 23 Nov 2026 10:30:00 +0100",
        "Mon, 23 Nov 2026 04:30:00 EST",
        "23 Nov 26 09:30 UT",
        "2026-11-23T09:30:00Z",
        "2026-11-23T10:30:00.123+01:00",
        "2026-11-23 09:30",
        "20261123T093000Z",
        "Mon Nov 23 09:30:00 2026",
        "November 23, 2026 9:30 AM",
        "Mo, 23 November 2026 10:30:00 MEZ",
        "lun. 23 nov. 2026 09:30",
        "23. listopada 2026 9:30",
        "1795426200",
    ],
)
def test_a_moment_is_read(text: str) -> None:
    assert parse_date(text) == MORNING


@pytest.mark.parametrize(
    "text",
    [
        "23 November 2026",
        "November 23rd, 2026",
        "23.11.2026",
        "11/23/2026",
        "23/11/2026",
        "2026/11/23",
        "23 de noviembre de 2026",
        "23 novembre 2026",
        "23. November 2026",
        "23 ноября 2026",
        "23 Νοεμβρίου 2026",
        "2026. november 23.",
        "2026年11月23日",
        "2026년 11월 23일",
        "23 نوفمبر 2026",
        "23 kasım 2026",
    ],
)
def test_a_day_is_read(text: str) -> None:
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    "text", ["", "yesterday", "2026", "31 February 2026", "0000-00-00", "32.13.2026", "x" * 9999]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text) is None


def test_the_language_decides_between_months_of_one_name() -> None:
    october = int(datetime(2026, 10, 5, tzinfo=UTC).timestamp())
    assert parse_date("5. listopada 2026", "hr") == october
    assert parse_date("5 listopada 2026", "pl") != october


def test_a_date_is_found_where_it_stands() -> None:
    line = "Sankt Arlen, 2. September 2026"
    found = find_date(line)
    assert found is not None
    moment, span = found
    assert line[span.start : span.end] == "2. September 2026"
    assert moment == int(datetime(2026, 9, 2, tzinfo=UTC).timestamp())


@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2099, 1, 1)).map(
        lambda d: d.replace(microsecond=0, tzinfo=UTC)
    )
)
def test_standard_forms_come_back(moment: datetime) -> None:
    for text in (moment.isoformat(), moment.strftime("%a, %d %b %Y %H:%M:%S +0000"), moment.ctime()):
        assert parse_date(text) == int(moment.timestamp())


@given(st.text())
def test_any_text_is_survived(text: str) -> None:
    parse_date(text)
