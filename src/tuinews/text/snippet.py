"""The stretch of a text around the best of a search's hits."""

from collections.abc import Sequence

from tuinews.model import Snippet, Span
from tuinews.text.fold import fold

_BREAKS = str.maketrans("\n\t", "  ")


def snippet(text: str, spans: Sequence[Span], width: int = 160) -> Snippet:
    """Cut the stretch of at most `width` characters that shows the most different hits, the first if equal.

    `spans` are the hits, in order. Cut between words where there are any; line breaks become spaces.
    """
    first, last = _best(text, spans, width)
    room = max(0, width - (last - first))
    start = max(0, min(first - room // 3, len(text) - width))
    end = min(len(text), start + width)
    if start > 0:
        gap = text.find(" ", start - 1, first)
        start = start if gap < 0 else gap + 1
    if end < len(text):
        gap = text.rfind(" ", last, end + 1)
        end = end if gap < 0 else gap
    inside = tuple(
        Span(span.start - start, min(span.end, end) - start) for span in spans if start <= span.start < end
    )
    return Snippet(text[start:end].translate(_BREAKS), inside, start, start > 0, end < len(text))


def _best(text: str, spans: Sequence[Span], width: int) -> tuple[int, int]:
    """Return the bounds of the hits that fit into `width` and are the most different."""
    best, best_number, left = (0, 0), 0, 0
    for right, span in enumerate(spans):
        while left < right and span.end - spans[left].start > width:
            left += 1
        number = len({fold(text[hit.start : hit.end]) for hit in spans[left : right + 1]})
        if number > best_number:
            best, best_number = (spans[left].start, span.end), number
    return best
