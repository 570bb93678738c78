"""When a feed is asked next: pure decisions, with time and chance given from outside.

The server's wishes come first (Retry-After, Cache-Control, the feed's own `ttl`), then the rhythm in which
it really brings news, then the user's setting. A failing feed is asked ever more rarely, with jitter, so
that feeds that failed together do not come back together.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from tuinews.model import Feed, Fetched

MINUTE, HOUR, DAY = 60, 3600, 86400

SHORTEST = 15 * MINUTE
LONGEST = DAY
USUAL = HOUR
LONGEST_AFTER_FAILURES = 3 * DAY

# A gone feed (410) is not asked again unless the user does; the end of a signed 32-bit clock says "never".
NEVER = 2**31 - 1

_MAX_AGE = re.compile(r"(?:^|,)\s*max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)


def max_age(cache_control: str) -> int:
    """Return the seconds that an answer stays fresh by its Cache-Control header, 0 if it does not say."""
    if re.search(r"\bno-(?:cache|store)\b", cache_control, re.IGNORECASE):
        return 0
    match = _MAX_AGE.search(cache_control)
    return int(match[1]) if match else 0


def rhythm(published: Sequence[int], now: int) -> int:
    """Return how often it is worth looking, from when the newest entries appeared (any order); 0 if unknown.

    A third of the median pause between entries: most news is then seen within a third of its pause. A feed
    that has been silent for long is taken at its silence.
    """
    moments = sorted((moment for moment in published if moment <= now), reverse=True)[:20]
    if len(moments) < 3:
        return 0
    pauses = sorted(later - earlier for later, earlier in pairwise(moments))
    pause = max(pauses[len(pauses) // 2], (now - moments[0]) // 3)
    return pause // 3


def next_due(now: int, *, interval: int = 0, published: Sequence[int] = (), setting: int = 0) -> int:
    """Return when to ask again a feed that answered.

    `interval` is what server and feed ask for at least; `setting` is the user's, in seconds, and replaces the
    rhythm, but not the server's wish. Both 0 when there is none.
    """
    wished = setting or rhythm(published, now) or USUAL
    bounded = min(max(wished, SHORTEST), LONGEST) if not setting else max(wished, MINUTE)
    return now + max(bounded, min(interval, LONGEST))


def due_after_news(feed: Feed, fetched: Fetched, now: int, setting: int = 0) -> int:
    """Return when to ask again a feed that answered; without news the pause since the last time is kept.

    `setting` is the user's, in seconds, 0 for the feed's own rhythm.
    """
    if setting:
        return next_due(now, interval=fetched.interval, setting=setting)
    if fetched.unchanged and not feed.failures and feed.checked < feed.due:
        last = min(feed.due - feed.checked, LONGEST)
        return next_due(now, interval=fetched.interval, setting=last)
    moments = [entry.published for entry in fetched.entries if entry.published is not None]
    return next_due(now, interval=fetched.interval, published=moments)


def due_after_failure(
    now: int, failures: int, chance: float, *, retry_after: int = 0, gone: bool = False
) -> int:
    """Return when to ask again a feed that has failed `failures` times in a row (1 or more).

    `chance` is a random number in [0, 1): the pause doubles each time and is stretched by up to a half.
    """
    if gone:
        return NEVER
    pause = min(SHORTEST * 2 ** min(failures - 1, 20), LONGEST_AFTER_FAILURES)
    return now + max(int(pause * (1 + chance / 2)), retry_after)
