"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/).

Read leniently: a value of the wrong type is a missing field.
"""

import json
import sys
from typing import Any

from tuinews.sources.raw import Markup, RawEntry, RawFeed
from tuinews.text.dates import parse_date


def parse_json_feed(data: bytes, most: int) -> RawFeed:
    """Return the feed with `most` entries at most; raise ValueError with the reason when it is none."""
    try:
        feed = json.loads(data)
    except RecursionError:
        deepest = f"{sys.getrecursionlimit():,}"  # of Python's own parser
        raise ValueError(f"its JSON is nested deeper than the {deepest} levels that can be read") from None
    except UnicodeDecodeError:
        raise ValueError("its JSON is not UTF-8") from None
    except ValueError as error:
        raise ValueError(f"its JSON is broken ({error})") from None
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise ValueError("it is JSON, but no JSON Feed: there is no list of items in it")
    home = _text(feed, "home_page_url")
    return RawFeed(
        title=Markup(_text(feed, "title"), is_html=False),
        site=home,
        language=_text(feed, "language"),
        entries=[_entry(item, feed) for item in feed["items"][:most] if isinstance(item, dict)],
        left_out=max(0, len(feed["items"]) - most),
    )


def _entry(item: dict[str, Any], feed: dict[str, Any]) -> RawEntry:
    link = _text(item, "url") or _text(item, "external_url")
    html = _text(item, "content_html")
    language = _text(item, "language")
    return RawEntry(
        guid=_text(item, "id"),
        link=link,
        title=Markup(_text(item, "title"), is_html=False),
        body=Markup(
            html or _text(item, "content_text") or _text(item, "summary"),
            is_html=bool(html),
            base=_text(feed, "home_page_url"),
        ),
        author=_authors(item) or _authors(feed),
        published=parse_date(_text(item, "date_published"), language),
        updated=parse_date(_text(item, "date_modified"), language),
        language=language,
        tags=[tag for tag in _list(item, "tags") if isinstance(tag, str)],
        enclosures=[
            (_text(file, "url"), _text(file, "mime_type"), _text(file, "size_in_bytes"))
            for file in _list(item, "attachments")
            if isinstance(file, dict)
        ]
        + [(image, "image/*", "") for image in (_text(item, "image"),) if image],
    )


def _authors(thing: dict[str, Any]) -> str:
    """Return the names of the authors; 1.0 has one under another key."""
    people = [*_list(thing, "authors"), thing.get("author")]
    names = [_text(person, "name") for person in people if isinstance(person, dict)]
    return ", ".join(dict.fromkeys(name for name in names if name))


def _text(thing: dict[str, Any], key: str) -> str:
    value = thing.get(key)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else ""


def _list(thing: dict[str, Any], key: str) -> list[Any]:
    value = thing.get(key)
    return value if isinstance(value, list) else []
