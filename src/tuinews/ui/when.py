"""Times as people say them: the age in a list, the date over an article, the minutes it takes to read."""

from datetime import datetime

_WORDS_A_MINUTE = 230  # the middle of what studies of silent reading of prose in English report (200 to 260)


AGE = {"relative": 6, "short": 6, "iso": 10}
"""How many cells an age takes in each style."""


def age(published: int, now: int, style: str = "relative") -> str:
    """How long ago, in at most 6 cells: `now`, `12 min`, `3 h`, `5 d`, then `12 Mar`, then `2024`.

    In the style "short" always the day, in the style "iso" as `2026-03-12`.
    """
    moment, today = datetime.fromtimestamp(published), datetime.fromtimestamp(now)
    if style == "iso":
        return f"{moment:%Y-%m-%d}"
    if style == "short":
        return f"{moment.day} {moment:%b}" if moment.year == today.year else str(moment.year)
    seconds = max(now - published, 0)
    if seconds < 60:
        return "now"
    if seconds < 3600:
        return f"{seconds // 60} min"
    if seconds < 86_400:
        return f"{seconds // 3600} h"
    if seconds < 7 * 86_400:
        return f"{seconds // 86_400} d"
    return f"{moment.day} {moment:%b}" if moment.year == today.year else str(moment.year)


def date(published: int) -> str:
    """The day and minute in local time: `12 March 2026, 14:05`."""
    moment = datetime.fromtimestamp(published)
    return f"{moment.day} {moment:%B %Y}, {moment:%H:%M}"


def whole(told: str) -> str:
    """The same, unbreakable."""
    return told.replace(" ", "\u00a0")


def day(published: int) -> str:
    """The day in local time: `12 March 2026`."""
    moment = datetime.fromtimestamp(published)
    return f"{moment.day} {moment:%B %Y}"


def minutes(text: str) -> str:
    """How long the text takes to read: `4 min read`, unbreakable.

    Words are counted by their spaces; text in scripts without spaces by two and a half characters a word.
    """
    spaces = text.count(" ") + text.count("\n") + 1
    words = max(spaces, _wide(text) * 2 // 5)
    return f"{max(round(words / _WORDS_A_MINUTE), 1)}\u00a0min\u00a0read"


def _wide(text: str) -> int:
    """About how many characters are East Asian, judged by a sample of the text."""
    sample = text[:2000]
    share = sum("\u3040" <= character <= "\u9fff" for character in sample) / max(len(sample), 1)
    return int(len(text) * share)


def size(length: int) -> str:
    """A number of bytes for people, in the units of file managers."""
    if length < 1_000_000:
        return f"{max(length // 1000, 1)} kB"
    return f"{length / 1_000_000:,.1f} MB" if length < 1_000_000_000 else f"{length / 1_000_000_000:,.1f} GB"
