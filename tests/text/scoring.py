"""How good the analysis is on articles whose quotations, speakers and people are marked.

Quotations are exact to the character; one that runs over paragraphs counts once for each. What the
analysis grades as nobody's speech is left out. Speakers are judged for the quotations that were found:

* right: of those whose speaker is a named person, how many are given to this person;
* right when named: of those that are given to anybody, how many are given to the right one;
* silent: of those whose speaker has no name in the article, how many are given to nobody.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.text.goldfile import GoldArticle
from tuinews.model import Analysis, QuoteKind
from tuinews.text.analysis import analyse
from tuinews.text.people import fold

_PARAGRAPH = re.compile(r"[^\n]+")


def same(name: str, other: str) -> bool:
    """Whether two names can mean one person: all the words of one are words of the other."""
    a, b = ({word for word in map(fold, re.split(r"[\s-]+", n)) if len(word) > 1} for n in (name, other))
    return bool(a and b) and (a <= b or b <= a)


@dataclass(slots=True)
class Scores:
    """Counts that add up over articles, and the shares made of them."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, article: GoldArticle, found: Analysis) -> None:
        """Count one article."""
        self._quotes(article, found)
        people = {(s.start, s.end) for person in found.people for s in person.mentions}
        marked = {(start, end) for start, end, _ in article.people}
        free = [span for span in people - marked if _touches(span, article.ignore_people)]
        self.counts.update(p_marked=len(marked), p_found=len(people) - len(free), p_both=len(people & marked))

    def _quotes(self, article: GoldArticle, found: Analysis) -> None:
        given = {
            (quote.start + match.start(), quote.start + match.end()): quote.speaker
            for quote in found.quotes
            if quote.kind != QuoteKind.OTHER
            for match in _PARAGRAPH.finditer(article.text[quote.start : quote.end])
        }
        marked = {(quote.start, quote.end): quote for quote in article.quotes}
        nested = {(a, b) for a, b in given for c, d in given if (c <= a and b < d) or (c < a and b <= d)}
        speech = given.keys() - nested
        free = {span for span in speech - marked.keys() if _touches(span, article.ignore_quotes)}
        both = marked.keys() & speech
        self.counts.update(
            q_marked=len(marked), q_found=len(speech) - len(free), q_speech=len(speech), q_both=len(both)
        )
        for span in both:
            quote, speaker = marked[span], given[span]
            if quote.speaker_kind != "skip":
                self.judge(quote.speaker or "", speaker)

    def judge(self, speaker: str, answer: str | None) -> None:
        """Count the answer for one quotation; `speaker` is "" for somebody who is not named."""
        if not speaker:
            self.counts.update(nobody=1, silent=answer is None)
        else:
            right = answer is not None and same(answer, speaker)
            self.counts.update(named=1, answered=answer is not None, right=right)

    def shares(self) -> dict[str, float]:
        """All figures, in per cent."""
        c = self.counts
        return {
            "quotations": _f1(c["q_both"], c["q_found"], c["q_marked"]),
            "only speech": _f1(c["q_both"], c["q_speech"], c["q_marked"]),
            "right speaker": _share(c["right"], c["named"]),
            "right when named": _share(c["right"], c["answered"]),
            "silent": _share(c["silent"], c["nobody"]),
            "people": _f1(c["p_both"], c["p_found"], c["p_marked"]),
        }


def group(article: GoldArticle) -> str:
    """Whose scores an article's count with: `English` or `other languages`."""
    return "English" if article.language == "en" else "other languages"


def score(articles: Iterable[GoldArticle]) -> dict[str, Scores]:
    """The scores of articles by group."""
    groups: dict[str, Scores] = {}
    for article in articles:
        found = analyse(article.text, article.language)
        groups.setdefault(group(article), Scores()).add(article, found)
    return groups


def _touches(span: tuple[int, int], others: Iterable[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 100.0


def _f1(both: int, found: int, marked: int) -> float:
    return _share(2 * both, found + marked)
