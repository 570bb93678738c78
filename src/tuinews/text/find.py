"""Find where the words of a search stand in a text: exact spans, to be marked."""

import re
from collections.abc import Iterable
from functools import lru_cache

from tuinews.model import Span, Term, TermKind
from tuinews.text.fold import UNSPACED, fold_with_offsets, words

_LETTER = r"[^\W_]"
_NO_WORD_BEFORE = rf"(?<!(?![{UNSPACED}]){_LETTER})"
_NO_WORD_AFTER = rf"(?!(?![{UNSPACED}]){_LETTER})"
_BETWEEN = r"[\W_]*"  # unspaced characters may touch; the edges of the words keep other words apart


def find(text: str, terms: Iterable[Term]) -> list[Span]:
    """Return the spans of `text` that `terms` match, in order, none overlapping another.

    Words and phrases are found as the index finds them: whole words, case and accents folded, any
    punctuation between the words of a phrase.
    """
    spans: list[Span] = []
    pattern = _pattern(tuple(dict.fromkeys(terms)))
    if pattern is not None:
        folded, offsets = fold_with_offsets(text)
        found = (match.span() for match in pattern.finditer(folded))
        if offsets is None:
            spans = [Span(start, end) for start, end in found]
        else:
            # To where the next letter came from (marks that were dropped belong to the one before them), and
            # at least one character: half of "ss" is still a whole "ß".
            spans = [Span(offsets[start], max(offsets[end], offsets[end - 1] + 1)) for start, end in found]
    for term in terms:
        if term.kind is TermKind.REGEX:
            spans += _find_regex(text, term)
    return _merged(spans)


@lru_cache(maxsize=64)
def _pattern(terms: tuple[Term, ...]) -> re.Pattern[str] | None:
    """Return one pattern over folded text for all the words, phrases and prefixes; None if there are none."""
    branches = [branch for term in terms if term.kind is not TermKind.REGEX and (branch := _branch(term))]
    if not branches:
        return None
    branches.sort(key=len, reverse=True)  # the longest first: of "new" and "new york" the phrase is to win
    return re.compile("|".join(branches))


def _branch(term: Term) -> str:
    parts = [_NO_WORD_BEFORE + re.escape(word) + _NO_WORD_AFTER for word in words(term.text)]
    if not parts:
        return ""
    if term.kind is TermKind.PREFIX:
        parts[-1] = parts[-1].removesuffix(_NO_WORD_AFTER)
        if not re.match(f"[{UNSPACED}]", words(term.text)[-1]):
            parts[-1] += rf"(?:(?![{UNSPACED}]){_LETTER})*"
    return _BETWEEN.join(parts)


def _find_regex(text: str, term: Term) -> list[Span]:
    return [Span(*match.span()) for match in matcher(term.text).finditer(text) if match.end() > match.start()]


@lru_cache(maxsize=64)
def matcher(source: str) -> "re.Pattern[str]":
    """Return a regular expression as RE2 reads it; one that it cannot read matches nothing.

    RE2 needs time in proportion to the text, whatever the expression; Python's own may need for ever.
    """
    import re2  # type: ignore[import-untyped]  # has no type hints

    options = re2.Options()
    options.log_errors = False
    options.max_mem = 1 << 20
    try:
        pattern: re.Pattern[str] = re2.compile(source, options)
    except re2.error:
        pattern = re2.compile(r"\z\A.", options)
    return pattern


def _merged(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if merged and span.start < merged[-1].end:
            if span.end > merged[-1].end:
                merged[-1] = Span(merged[-1].start, span.end)
        else:
            merged.append(span)
    return merged
