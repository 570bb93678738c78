"""Dates as people and programs write them, in many languages, become seconds since 1970 UTC."""

import re
import tomllib
from calendar import timegm
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from importlib.resources import files

from tuinews.model import Span

# How much of a text is looked at: a date stands near its beginning.
SEARCHED = 400

_DAY = r"(?P<day>\d{1,2})(?!\d)(?:st|nd|rd|th|er|º|ª|°)?[.,]?"
_WORD = r"(?P<word>[^\W\d_]{3,}(?:[^\W\d_]|['’\u0300-\u036f\u0900-\u0dff\u0e00-\u0e7f])*)"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_OF = r"\s*(?:of\s|de\s|del\s|d['’]\s?|-)?\s*"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d){_YEAR}[-/.年]\s?(?P<month>\d{{1,2}})[-/.月]\s?(?P<day>\d{{1,2}})(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?=T|\s|$)",
        rf"(?<!\d){_YEAR}년\s?(?P<month>\d{{1,2}})월\s?(?P<day>\d{{1,2}})일",
        rf"(?<!\d){_DAY}{_OF}{_WORD}[.,]?{_OF}(?P<year>\d{{4}}|\d\d(?=\s+\d\d?:))(?!\d)",
        rf"{_WORD}\.?\s+{_DAY}\s+{_YEAR}",
        rf"{_WORD}\s+{_DAY}\s+\d\d?:\d\d(?::\d\d)?\s+(?:[A-Z]+\s+)?{_YEAR}",
        rf"(?<!\d){_YEAR}\.?\s+{_WORD}\.?\s+{_DAY}",
        rf"(?<![\d.])(?P<day>\d{{1,2}})(?P<part>[./-])\s?(?P<month>\d{{1,2}})(?P=part)\s?{_YEAR}",
    )
)
_TIME = re.compile(
    r"[T,\s]*(?:[^\W\d_]{1,4}\s)?\s*(?<!\d)(?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:[.,]\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\b)?\.?\s*(?P<zone>(?:GMT|UTC)?[+-]\d\d:?\d\d|[A-Z]{1,5}\b)?",
    re.IGNORECASE,
)
_COMPACT_TIME = re.compile(
    r"T(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?(?P<zone>Z|[+-]\d\d:?\d\d)?(?P<half>)"
)

_INNER_TIME = re.compile(r"\s(\d\d?):(\d\d):?(\d\d)?")  # as in "Mon Nov 23 09:30:00 2026"

# Zone letters as e-mail dates use them (RFC 822, RFC 2822 4.3) and the European ones.
_ZONES = {
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9,
    "BST": 1, "WEST": 1, "CET": 1, "MEZ": 1, "CEST": 2, "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3, "JST": 9,
    "KST": 9,
}  # fmt: skip


def parse_date(text: str, language: str = "") -> int | None:
    """Return the moment that `text` names, or None; without a zone it is taken as UTC.

    `language` (BCP 47) decides between languages that call different months by one name.
    """
    found = find_date(text, language)
    if found is not None:
        return found[0]
    seconds = text.strip()
    # A bare number of seconds or milliseconds since 1970; shorter ones are years or nonsense.
    if seconds.isascii() and seconds.isdigit() and len(seconds) in {10, 13}:
        return int(seconds[:10])
    return None


def find_date(text: str, language: str = "") -> tuple[int, Span] | None:
    """Return the first date in the beginning of `text` and where it stands, time of day included."""
    start_of_text = text[:SEARCHED]
    candidates = [
        (match.start(), -match.end(), date, match)
        for pattern in _PATTERNS
        for match in pattern.finditer(start_of_text)
        for date in _calendar_dates(match, language)
    ]
    if not candidates:
        return None
    _, _, (year, month, day), match = min(candidates, key=lambda candidate: candidate[:2])
    at = match.end() + (1 if start_of_text[match.end() : match.end() + 1] in {"日", "."} else 0)
    seconds, end = _time_of_day(start_of_text, match.start(), at)
    return timegm((year, month, day, 0, 0, 0)) + seconds, Span(match.start(), end)


def _calendar_dates(match: re.Match[str], language: str) -> Iterator[tuple[int, int, int]]:
    """Yield the dates that the parts of a match can mean and that exist in the calendar."""
    parts = match.groupdict()
    year, day = int(parts["year"]), int(parts["day"])
    if len(parts["year"]) == 2:
        year += 2000 if year < 70 else 1900
    month = int(parts["month"]) if parts.get("month") else _month(parts["word"], language)
    # 11/23/2026 has only one reading; 11/12/2026 is read day first, as most of the world writes.
    for real_month, real_day in ((month, day), (day, month)) if parts.get("part") else ((month, day),):
        try:
            datetime(year, real_month, real_day)
        except ValueError:
            continue
        if 1970 <= year < 2200:
            yield year, real_month, real_day
            return


def _time_of_day(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the seconds that the time after (or within) a date adds, and where it ends."""
    match = _TIME.match(text, end) or _COMPACT_TIME.match(text, end)
    if match is None:
        inside = _INNER_TIME.search(text, start, end)
        return (_seconds(*inside.groups()) if inside else 0), end
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower().startswith("p") else 0)
    if hour > 24 or minute > 59 or second > 60:
        return 0, end
    return hour * 3600 + minute * 60 + second - _offset(match["zone"] or ""), match.end()


def _seconds(hour: str, minute: str, second: str | None) -> int:
    return int(hour) * 3600 + int(minute) * 60 + int(second or 0)


def _offset(zone: str) -> int:
    """Return the seconds by which a zone is ahead of UTC; an unknown name counts as UTC."""
    numeric = re.search(r"([+-])(\d\d):?(\d\d)$", zone)
    if numeric:
        sign = -1 if numeric[1] == "-" else 1
        return sign * (int(numeric[2]) * 3600 + int(numeric[3]) * 60)
    return _ZONES.get(zone.upper(), 0) * 3600


def _month(word: str, language: str) -> int:
    """Return the number of the month called `word`, 0 when none is."""
    word = word.lower()
    names = _names()
    own = names.get(language) or names.get(language.partition("-")[0]) or {}
    return own.get(word) or names[""].get(word, 0)


@cache
def _names() -> dict[str, dict[str, int]]:
    """Return for each language its names of months; under "" those of all, the first language winning."""
    table = tomllib.loads(files("tuinews.text").joinpath("months.toml").read_text(encoding="utf-8"))
    by_language: dict[str, dict[str, int]] = {"": {}}
    for language, months in table.items():
        own = by_language[language] = {}
        for number, forms in enumerate(months, 1):
            for name in forms.split("|"):
                own.setdefault(name, number)
                by_language[""].setdefault(name, number)
    return by_language
