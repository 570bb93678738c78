"""Dates as people type them: a day, a month, a year, a word, or how long ago."""

import re
from datetime import datetime, timedelta

_SECONDS = {"h": 3600, "d": 86400, "w": 7 * 86400, "m": 30 * 86400, "y": 365 * 86400}
_LONGEST = 100 * 365 * 86400


def ago(text: str) -> int | None:
    """Return the seconds of `6h`, `3d`, `2w`, `1m` (30 days) or `1y`; None if `text` is no such thing."""
    match = re.fullmatch(r"(\d{1,6})([hdwmy])", text.strip().lower(), re.ASCII)
    return min(int(match[1]) * _SECONDS[match[2]], _LONGEST) if match else None


def period(text: str, now: datetime) -> tuple[int, int] | None:
    """Return the seconds at which the day, month, year or hour of `text` begins and ends; None for no date.

    `2026-08-01`, `2026-08`, `2026`, `today`, `yesterday`; `3d` is the day three days ago, `6h` begins six
    hours ago. Days are those of the time zone of `now`.
    """
    lowered = text.strip().lower()
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if lowered in ("today", "yesterday"):
        return _days(midnight - timedelta(days=lowered == "yesterday"))
    if (seconds := ago(lowered)) is not None:
        if lowered.endswith("h"):
            return int(now.timestamp()) - seconds, int(now.timestamp()) - seconds + 3600
        return _days(midnight - timedelta(seconds=seconds))
    match = re.fullmatch(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?", lowered, re.ASCII)
    if not match:
        return None
    year, month, day = (int(group) if group else None for group in match.groups())
    try:
        start = midnight.replace(year=year or 1, month=month or 1, day=day or 1)
        if day:
            return _days(start)
        if month:
            return _seconds(start), _seconds((start + timedelta(days=31)).replace(day=1))
        return _seconds(start), _seconds((start + timedelta(days=366)).replace(month=1, day=1))
    except (ValueError, OverflowError):
        return None


def _days(start: datetime) -> tuple[int, int]:
    # By the calendar, not by 24 hours: a day of a change of clocks is shorter or longer.
    return _seconds(start), _seconds(start + timedelta(days=1))


def _seconds(moment: datetime) -> int:
    # A naive moment is one of this machine's own time zone, with the offset of that very day.
    return int(moment.timestamp())
