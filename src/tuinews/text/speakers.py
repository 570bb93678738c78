"""Who said it: the person, if any is named, to whom each quotation belongs.

Quotations are answered in the order of the text, since who spoke last is a clue for the next. A quotation
inside another one is not asked about. A wrong name is worse than none: what is in doubt stays unanswered.
"""

from tuinews.text.clues import candidates
from tuinews.text.language import Language
from tuinews.text.names import Name
from tuinews.text.people import Figure
from tuinews.text.places import Said
from tuinews.text.ranker import choose, weights
from tuinews.text.scene import Scene
from tuinews.text.tokens import Tokens


def outermost(quotes: list[Said]) -> list[Said]:
    """The quotations that lie in no other."""
    found: list[Said] = []
    for quote in quotes:
        if not found or quote.first >= found[-1].last:
            found.append(quote)
    return found


def attribute(
    tokens: Tokens, quotes: list[Said], names: list[Name], figures: list[Figure], language: Language
) -> None:
    """Find the speaker of each quotation and write it into `quotes`."""
    if not figures:
        return
    outer = outermost(quotes)
    scene = Scene(tokens, names, figures, language, [(q.first, q.last) for q in outer])
    learned = weights()
    for index, quote in enumerate(outer):
        quote.speaker, quote.confidence = choose(candidates(scene, outer, index), learned)
