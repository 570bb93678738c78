"""A small invented world for the tests of the interface: a real library in a real file."""

import time
from datetime import UTC, datetime
from pathlib import Path

from tuinews.library import Library
from tuinews.model import Entry, FeedKind, Fetched, Mark, MarkKind

NOW = int(datetime(2026, 11, 24, 9, 0, tzinfo=UTC).timestamp())
HOUR = 3600

FERRY = """The ferry to Corvalette sails again on Monday, the harbour office said.

“Nobody will be left on the quay,” said Ruth Okafor, the chief engineer of the port. She has slept little.

What Okafor found
The wall was hollow. “There is a room down there,” a diver told her, and she wrote ten pages about it:

nine tables
one sentence

The sentence reads:

It will not survive a storm of the tenth year.

Idris Penhale, captain of the Margaret Holloway, laughed at it. “I have read worse,” said Penhale."""


def _mark(kind: MarkKind, words: str, value: str = "") -> Mark:
    start = FERRY.index(words)
    return Mark(kind, start, start + len(words), value)


ENTRIES = (
    Entry(
        guid="ferry",
        url="https://courier.example/ferry",
        title="The ferry sails again",
        text=FERRY,
        marks=(
            _mark(MarkKind.LINK, "harbour office", "https://port.example/office"),
            _mark(MarkKind.HEADING, "What Okafor found", "2"),
            _mark(MarkKind.ITEM, "nine tables", "•"),
            _mark(MarkKind.ITEM, "one sentence", "•"),
            _mark(MarkKind.BLOCKQUOTE, "It will not survive a storm of the tenth year."),
            _mark(MarkKind.EMPHASIS, "Margaret Holloway"),
        ),
        author="Imogen Hale",
        published=NOW - 5 * 60,
        language="en",
    ),
    Entry(
        guid="whale",
        url="https://courier.example/whale",
        title="星村の湾に迷いクジラ、三日目の朝に沖へ",
        text="港の人々は「行ってしまった」と話した。鯨は朝に沖へ出た。",
        published=NOW - 3 * HOUR,
        language="ja",
    ),
    Entry(
        guid="markup",
        url="https://courier.example/markup",
        title="[Update] Minister [/b] quits [red]quietly[/red] 👩‍🚀",
        text="[bold]Nothing[/bold] in brackets is lost.",
        published=NOW - 26 * HOUR,
    ),
    *(
        Entry(
            guid=f"council-{number}",
            url=f"https://courier.example/council/{number}",
            title=f"The council meets for the {number}th time about the hollow wall under the old mole",
            text="\n\n".join(
                f"Paragraph {part} of report {number}. “We will meet again,” said Dorothea Finch."
                for part in range(40)
            ),
            published=NOW - (number + 1) * 24 * HOUR,
        )
        for number in range(4, 40)
    ),
)


def library(home: Path) -> Library:
    """A library with one source and a few articles, all with their analysis."""
    made = Library(home, with_samples=False)
    # Nobody answers at port 9. Asked a moment ago, so that it is not asked again unbidden.
    feed = made.feeds.add("http://127.0.0.1:9/courier.rss", "Ardmouth Courier", FeedKind.WEB)
    now = int(time.time())
    made.feeds.record(feed, Fetched(feed.url, title=feed.title), now, now + 3600)
    made.articles.put(feed.id, ENTRIES, NOW)
    made.notes.make("welcomed")
    return made
