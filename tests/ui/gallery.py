"""Every screen and overlay of the program, once: the keys that lead there from the one before, its words.

A stop is reached when its words are on the screen and nothing is under way any more. The goldens, the tests
of what is told without colours, and `python -m tests.pictures` go these ways.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from textual.pilot import Pilot

from tests.ui import world
from tests.ui.conftest import screen_of
from tuinews.model import Deeds, Enclosure, Entry, Failed, Fetched, Mark, MarkKind
from tuinews.ui.app import Tuinews

PATIENCE = 60.0
"""Seconds for one screen to come: a machine busy with other work is slow, not wrong."""

LATER = 4_000_000_000
"""When sources are looked at again: never during a test, whenever that is."""


class Stop(NamedTuple):
    """A screen: its name, the keys that lead to it from the one before, words that it shows then."""

    name: str
    keys: tuple[str, ...]
    words: str


SIGNS = {" ": "space", "\n": "enter", "-": "minus", "/": "slash"}
"""Textual's names of what is typed."""


def _stop(name: str, keys: str, words: str, typed: str = "") -> Stop:
    return Stop(name, (*keys.split(), *(SIGNS.get(sign, sign) for sign in typed)), words)


TOURS: dict[str, tuple[Stop, ...]] = {
    "reading": (
        _stop("list", "", "1 of 41"),
        _stop("article", "enter", " %   1 of"),
        _stop("quotation", "right_curly_bracket", "quotation 1 of 3"),
        _stop("name", "right_parenthesis", "named 2 times"),
        _stop("zen", "z", "The ferry sails again"),
        _stop("finding", "z ctrl+f", "1 of 11", "the"),
        _stop("finding-nothing", "", "not found", "x"),
        _stop("tagging", "escape t", "Tagged #harbour"),
        _stop("saving-an-article", "escape w", "Save as"),
        _stop("piping", "escape vertical_line", "Enter to go on"),
        _stop("second-article", "escape J", "2 of 41"),
        _stop("hints", "G f", "Type the letters"),
        _stop("links", "escape L", "13"),
        _stop("stored", "escape U", "What is stored of the article"),
        _stop("changes", "escape D", "{+put in+}"),
        _stop("files", "escape i", "audio/mpeg"),
        _stop("saving-a-list", "escape escape w", "All 41 articles here"),
        _stop("empty-view", "escape 3", "no articles"),
    ),
    "people": (
        _stop("quotations", "enter quotation_mark", "3 quotations"),
        _stop("no-quotation", "", "zzz", "zzz"),
        _stop("people", "escape at", "2 people"),
        _stop("person", "escape right_parenthesis enter", "1 Said 2"),
        _stop("person-articles", "2", "The ferry sails again"),
        _stop("person-beside", "3", "Penhale"),
        _stop("joining", "plus", "who else is"),
        _stop("parting", "escape 1 minus", "(2)"),
        _stop("followed", "escape f", "Following Ruth"),
        _stop("quotations-of-view", "escape escape quotation_mark", "quotations"),
        _stop("people-of-view", "escape at", "people"),
    ),
    "searching": (
        _stop("search", "slash", "found", "wall -diver"),
        _stop("completing", "ctrl+u tab", "Tab", "per"),
        _stop("no-hit", "ctrl+u", "no articles", "xyzzy"),
        _stop("kept-search", "ctrl+u", "1 of 36", "council\n"),
        _stop("saving-a-search", "F", "A name for this search"),
    ),
    "sources": (
        _stop("sources", "S", "Saved searches"),
        _stop("folded", "j j j j j space", "▸ World"),
        _stop("renaming", "j e", "Another name"),
        _stop("removing", "escape d", "y yes"),
        _stop("problems", "n exclamation_mark", "2 problems"),
        _stop("rules", "escape W", "4 rules"),
        _stop("rule", "enter", "found"),
        _stop("new-rule", "escape a", "mark read"),
        _stop("error", "ctrl+s", "Choose what the rule does"),
        _stop("adding", "escape escape a", "Enter to go on"),
        _stop("failure", "", "!", "/no/such/folder\n"),
    ),
    "program": (
        _stop("help", "question_mark", "Type to find a command"),
        _stop("help-found", "", "quotation", "quotation"),
        _stop("help-found-nothing", "", "No such command", "zzz"),
        _stop("palette", "escape colon", "everything that can be shown"),
        _stop("palette-found", "", "Ruth Okafor", "oka"),
        _stop("palette-found-nothing", "", "fits", "zzz"),
        _stop("themes", "escape T", "Enter keeps it"),
        _stop("all-read", "escape A", "u undoes it"),
        _stop("nothing-unread", "2", "no articles"),
    ),
    "first": (
        _stop("welcome", "", "Samples: press a"),
        _stop("welcome-article", "enter", " %   1 of"),
    ),
}  # fmt: skip

TIDE = """The tide table of the Corvalette pilots is wrong by nine minutes, and everybody knows it.

station  high water  metres
Old Mole  06:12  4.1
Corvalette  06:21  3.9

for hour in range(24):
    print(hour, tide(hour))

The lamp of the old mole at dusk

“We sail by the church clock,” said Dorothea Finch, and “nobody has drowned of it yet.”

كتبت الصحيفة أن المدّ سيبلغ أقصاه يوم الاثنين.

See the pilots, the office, the table, the archive, the mole, the clock, the lamp, the wall, the map, the log,
the chart, the buoy, the bell."""


def _marks() -> tuple[Mark, ...]:
    def mark(kind: MarkKind, words: str, value: str = "", start: int = 0) -> Mark:
        at = TIDE.index(words, start)
        return Mark(kind, at, at + len(words), value)

    see = TIDE.index("See the pilots")
    names = [
        line.split()[-1] for line in TIDE[see:].replace("\n", ",").rstrip(".").split(",") if line.strip()
    ]
    code = TIDE[TIDE.index("for hour") : TIDE.index("\n\nThe lamp")]
    links = [mark(MarkKind.LINK, name, f"https://port.example/{name}?of=the+tide", see) for name in names]
    picture = mark(MarkKind.IMAGE, "The lamp of the old mole at dusk", "http://127.0.0.1:9/lamp.jpg")
    return (mark(MarkKind.CODE, code, "python"), picture, *links)


def furnish(home: Path) -> None:
    """Make a library in which every screen has something to show."""
    with world.library(home) as library:
        feeds = library.feeds
        strait = feeds.add(
            "https://strait.example/feed.xml",
            "The Strait Times of Corvalette and the Outer Islands",
            folder="World",
        )
        feeds.record(strait, Fetched(strait.url, title=strait.title), world.NOW, LATER)
        pilots = feeds.add("https://pilots.example/news/rss", "Pilots’ Gazette", folder="World")
        quiet = feeds.add("https://quiet.example/atom", "A Quiet Place")
        for feed, reason, times in (
            (pilots, "The server answered 404 Not Found: there is no feed at this address any more.", 3),
            (quiet, "Nobody answers.", 1),
        ):
            for time in range(times):
                feeds.record(feed, Failed(feed.url, reason), world.NOW - (times - time) * 3600, LATER)
        first = next(feed for feed in feeds.all() if feed.title == "Ardmouth Courier")
        feeds.record(first, Fetched(first.url, title=first.title), world.NOW, LATER)
        tide = Entry(
            "tide",
            "https://strait.example/tide",
            "Tide tables are wrong by nine minutes",
            TIDE,
            marks=_marks(),
            author="Ines Vale",
            published=world.NOW - 2 * world.HOUR,
            language="en",
            enclosures=(Enclosure("https://strait.example/tide.mp3", "audio/mpeg", 5_000_000),),
        )
        before = tide._replace(text=TIDE.replace("nine minutes", "five minutes", 1))
        more = Entry(
            "clock", "https://strait.example/clock", "The clock of St Brannoc is mended",
            "“It goes again,” said Ruth Okafor, who climbed up.", published=world.NOW - 30 * world.HOUR,
        )  # fmt: skip
        library.articles.put(strait.id, (before, more), world.NOW - 60)
        library.articles.put(strait.id, (tide,), world.NOW)
        for article_id in next(library.search.ids()):
            library.analysis(article_id)
        ferry = library.articles.newest(1)
        library.tags.give(ferry, "harbour")
        library.tags.give(library.articles.newest(9), "sea affairs")
        library.articles.set_read(library.articles.newest(4)[3:], True)
        library.saved.put("Hollow walls", "wall -council")
        library.saved.put("Idris Penhale", 'person:"Idris Penhale"')
        library.rules.add("title:ferry OR title:tide", Deeds(star=True, notify=True))
        library.rules.add('feed:"Ardmouth Courier" council', Deeds(read=True, tag="council"))
        library.rules.add("said:penhale -wall", Deeds(hide=True))
        library.rules.switch(library.rules.all()[-1].id, False)
        library.rules.add("after:2026-11 words:>800 quotes:>=2 lang:en", Deeds(star=True))


def is_quiet(app: Tuinews) -> bool:
    """Whether no thread is asked anything any more."""
    return all(worker.is_finished for worker in app.workers)


async def walk(
    app: Tuinews, pilot: Pilot[None], tour: str, agreed: Mapping[str, str] | None = None
) -> AsyncIterator[Stop]:
    """Go from stop to stop; each is given when it is there and nothing changes any more.

    One that looks as `agreed` is there at once; another is waited for so long that it will not come.
    """
    for stop in TOURS[tour]:
        await pilot.press(*stop.keys)
        rest = 5.0 if agreed else 0.4
        deadline, since, before = monotonic() + PATIENCE, monotonic(), ""
        while True:
            await asyncio.sleep(0.01)
            now = screen_of(app) if is_quiet(app) else ""
            if agreed and now == agreed.get(stop.name):
                break
            if now != before or not now:
                before, since = now, monotonic()
            elif stop.words in now and monotonic() - since > rest:
                break
            assert monotonic() < deadline, f"{stop.words!r} of {stop.name} did not come:\n{screen_of(app)}"
        yield stop
