"""Articles about invented people and places, put into a store by short names."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from tuinews.model import Analysis, Entry, FeedKind, Mark, MarkKind, Person, Quote, QuoteKind, Span
from tuinews.store import Store

NOW = int(datetime(2026, 11, 20, 12, tzinfo=UTC).timestamp())


def day(text: str) -> int:
    """Return noon of a day, seconds."""
    return int(datetime.fromisoformat(text).replace(hour=12).timestamp())


def person(text: str, name: str, *forms: str, key: str | None = None) -> Person:
    """Return a person of `text`, with a mention at the first place of each form."""
    spans = [Span(text.index(form), text.index(form) + len(form)) for form in (forms or (name,))]
    return Person(name, tuple(spans), name.lower() if key is None else key)


def quote(text: str, words: str, speaker: str | None = None, kind: QuoteKind = QuoteKind.SPEECH) -> Quote:
    """Return the quotation that `words` are in `text`."""
    start = text.index(words)
    return Quote(start, start + len(words), kind, speaker, 0.9 if speaker else 0.0)


HARBOUR = (
    "“The harbour is not for sale,” said Elena Petrov, the mayor of Lindqvist Bay. "
    "Boris Tamm disagreed: “We need the money,” he said. Ms Petrov left early."
)
BRIDGE = "The old bridge of Müllheim will be closed in spring, Elena Petrov wrote. “A shame,” said Tamm."
TOKYO = "東京都の港で新しい橋が開通した。"
BUDGET = "The budget of the harbour grew by 30 per cent. Naïve hopes, a naïve plan."


@dataclass
class Shelf:
    """A store with four articles, of two feeds; `ids` gives their ids by name."""

    store: Store
    path: Path
    ids: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        feeds, articles = self.store.feeds, self.store.articles
        self.courier = feeds.add("https://courier.example/feed", "The Bay Courier", folder="world").id
        self.post = feeds.add("https://post.example/rss", "Morning Post", folder="world/asia").id
        self.local = feeds.add("/home/somebody/notes", "Notes", FeedKind.LOCAL).id
        image = (Mark(MarkKind.IMAGE, 0, 0, "https://post.example/1.png"),)
        site, stays = "https://courier.example", "Harbour stays"
        entries = {
            "harbour": Entry("1", f"{site}/harbour", stays, HARBOUR, author="Jo Doe", language="en"),
            "bridge": Entry(
                "2", f"{site}/bridge", "Bridge closed", BRIDGE, language="en-GB", tags=("Traffic",)
            ),
            "tokyo": Entry("3", "https://post.example/tokyo", "東京の橋", TOKYO, image, language="ja"),
            "budget": Entry("4", "", "Budget notes", BUDGET),
        }
        dates = {  # noon of these days
            "harbour": "2026-11-01",
            "bridge": "2026-10-01",
            "tokyo": "2026-09-01",
            "budget": "2025-11-01",
        }
        sources = {"harbour": self.courier, "bridge": self.courier, "tokyo": self.post, "budget": self.local}
        for name, entry in entries.items():
            dated = entry._replace(published=day(dates[name]))
            self.ids[name] = articles.put(sources[name], [dated], NOW).new[0]
        petrov = person(HARBOUR, "Elena Petrov", "Elena Petrov", "Ms Petrov")
        tamm = person(HARBOUR, "Boris Tamm")
        quotes = (
            quote(HARBOUR, "“The harbour is not for sale,”", "Elena Petrov"),
            quote(HARBOUR, "“We need the money,”", "Boris Tamm"),
        )
        self.store.people.put(self.ids["harbour"], Analysis(quotes, (petrov, tamm)), 1)
        petrov, surname = person(BRIDGE, "Elena Petrov"), person(BRIDGE, "Tamm", key="")
        self.store.people.put(
            self.ids["bridge"], Analysis((quote(BRIDGE, "“A shame,”", "Tamm"),), (petrov, surname)), 1
        )

    def found(self, sought: str, *, typing: bool = False) -> list[str]:
        """Return the names of the articles found, in order; asserts that all ways of asking agree."""
        names = {article_id: name for name, article_id in self.ids.items()}
        ids = [article_id for chunk in self.store.search.ids(sought, typing=typing) for article_id in chunk]
        assert self.store.search.count(sought, typing=typing) == len(ids)
        if not typing:
            assert list(self.store.search.tail(sought, 2)) == ids[-2:]
        return [names[article_id] for article_id in ids]
