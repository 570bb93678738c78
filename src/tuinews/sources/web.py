"""Feeds on the web: what to ask a server, and what its answer means."""

from email.utils import parsedate_to_datetime
from hashlib import sha256
from time import time
from typing import TYPE_CHECKING

from tuinews.errors import SourceError
from tuinews.limits import DEFAULT_LIMITS, Limits
from tuinews.model import Failed, Feed, Fetched
from tuinews.sources.address import shown
from tuinews.sources.answer import Answer
from tuinews.sources.feed import read_feed
from tuinews.sources.schedule import max_age

if TYPE_CHECKING:
    from tuinews.sources.http import Client

_STATUS = {
    401: "asks for a user and a password; write them into the address as https://user:password@...",
    403: "refuses to be read by this program",
    404: "does not exist (any more)",
    429: "asks to be left alone for a while: it was asked too often",
    503: "is out of service for the moment",
}


async def ask(client: "Client", feed: Feed) -> Answer | Failed:
    """Ask the feed's server for what is new since the last time."""
    headers = {}
    if feed.etag:
        headers["if-none-match"] = feed.etag
    if feed.last_modified:
        headers["if-modified-since"] = feed.last_modified
    try:
        return await client.get(feed.url, headers)
    except SourceError as error:
        return Failed(feed.url, str(error))


def understand(feed: Feed, answer: Answer, limits: Limits = DEFAULT_LIMITS) -> Fetched | Failed:
    """Return what an answer means: news, no news, or why not. Takes time in proportion to the body."""
    if answer.status == 304:
        return Fetched(feed.url, etag=feed.etag, last_modified=feed.last_modified, unchanged=True)
    if answer.status == 410:
        return Failed(feed.url, f"{shown(feed.url)} is gone for good.", gone=True)
    if answer.status != 200:
        meaning = _STATUS.get(answer.status, f"answers with an error ({answer.status})")
        return Failed(feed.url, f"{shown(feed.url)} {meaning}.", retry_after=retry_after(answer.headers))
    # What a server without validators, or with ever new ones, sent last time is recognised by itself.
    digest = sha256(answer.body).hexdigest()[:24]
    etag = _validator(answer.headers.get("etag", ""))
    last_modified = _validator(answer.headers.get("last-modified", ""))
    if feed.digest == digest:
        return Fetched(feed.url, etag=etag, last_modified=last_modified, unchanged=True, digest=digest)
    result = read_feed(answer.body, answer.url, answer.headers.get("content-type", ""), limits)
    if isinstance(result, Failed):
        return result._replace(url=feed.url)
    return Fetched(
        url=answer.moved or feed.url,
        title=result.title,
        site=result.site,
        entries=result.entries,
        etag=etag,
        last_modified=last_modified,
        digest=digest,
        notice=result.notice,
        interval=max(result.interval, max_age(answer.headers.get("cache-control", ""))),
    )


def _validator(value: str) -> str:
    """Return a validator that can be kept and sent back, "" for one of controls or absurd length."""
    return value if value.isascii() and value.isprintable() and len(value) <= 1000 else ""


def retry_after(headers: dict[str, str]) -> int:
    """Return the seconds a server asks to wait (RFC 9110 10.2.3: a number or a date), 0 when it does not."""
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return min(int(value[:9]), 31 * 86400)
    try:
        seconds = parsedate_to_datetime(value).timestamp() - time()
    except ValueError:
        return 0
    return max(0, min(int(seconds), 31 * 86400))
