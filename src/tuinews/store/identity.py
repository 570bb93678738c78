"""Whether an entry is an article that is stored already: decisions, pure.

An entry has a guid, a link, a date, a title and a text, and a feed may change any of them. Of an entry whose
guid is new, two of the others must agree with an article, the link or the text among them. In doubt an entry
is new: shown twice is a nuisance, lost is lost.
"""

from dataclasses import dataclass

from tuinews.model import Entry
from tuinews.text.likeness import FEWEST, likeness, page

EDITED = 0.4  # likeness of a text before and after it was edited, at least
UNEDITED = 0.9
HALF_DAY = 43_200  # seconds


@dataclass(frozen=True, slots=True)
class Known:
    """An article as far as its identity goes; `published` in seconds, None if its source named no date."""

    id: int
    guid: str
    url: str
    title: str
    text: str
    published: int | None


def identity(guid: str) -> str:
    """Return a guid as it is kept: that of a feed which moves to https stays the same."""
    return "https://" + guid[7:] if guid[:7].lower() == "http://" else guid


def is_same(known: Known, entry: Entry) -> bool:
    """Tell whether an entry with a guid of its own is this article under another guid."""
    title, near = known.title == entry.title, likeness(known.text, entry.text)
    apart = abs(entry.published - known.published) if entry.published and known.published else None
    if page(entry.url) and page(entry.url) == page(known.url):
        if apart is not None and apart > HALF_DAY:  # a bulletin has the same page and much the same words
            return title and near >= UNEDITED
        return apart == 0 or _alike(known.text, entry.text) or (title and near == 1)
    if apart:
        return False
    if not entry.text and not known.text:
        return title and apart == 0
    # "Sunny." is not a text by which anything could be recognised.
    return near >= EDITED and (apart == 0 or (title and len(entry.text.split()) >= FEWEST))


def is_reused(known: Known, entry: Entry) -> bool:
    """Tell whether a feed gave the guid of this article to another story: nothing else agrees."""
    if known.title == entry.title or _alike(known.text, entry.text):
        return False
    if entry.published is not None and entry.published == known.published:
        return False
    if not page(entry.url) and not page(known.url):
        return entry.published is not None and known.published is not None
    return page(entry.url) != page(known.url)


def _alike(one: str, other: str) -> bool:
    return bool(one) and likeness(one, other) >= EDITED
