"""The words of code blocks that wear a look of their own: keywords, strings, numbers, comments."""

from collections.abc import Iterator

from tuinews.model import Article, Mark, MarkKind
from tuinews.ui.overlay import Painted

LIMIT = 50_000
"""The longest block that is coloured, in characters: Pygments reads about a million a second."""

#: The looks, from the most to the least special of Pygments' token types they stand for.
LOOKS = ("comment", "string", "number", "keyword")


def blocks(article: Article) -> list[Mark]:
    """The code blocks whose language is told; guessing it is wrong too often to be of use."""
    return [
        mark
        for mark in article.marks
        if mark.kind is MarkKind.CODE and mark.value and mark.end - mark.start <= LIMIT
    ]


def coloured(text: str, marks: list[Mark]) -> Iterator[Painted]:
    """Yield the spans of those blocks that have a look; nothing for a language that nobody knows.

    Not for the interface's own thread: Pygments loads a module for each language.
    """
    from pygments.lexers import get_lexer_by_name  # it comes with rich, and takes 20 ms to import
    from pygments.token import Comment, Keyword, Literal, Name, Operator
    from pygments.util import ClassNotFound

    looks = (
        (Comment, "comment"),
        (Literal.String, "string"),
        (Literal.Number, "number"),
        (Keyword, "keyword"),
        (Operator.Word, "keyword"),
        (Name.Tag, "keyword"),
    )
    for mark in marks:
        try:
            lexer = get_lexer_by_name(mark.value)
        except ClassNotFound:
            continue
        # Its own reading is asked, not `lex`, which would change line ends and blanks, and so the offsets.
        for at, token, words in lexer.get_tokens_unprocessed(text[mark.start : mark.end]):
            look = next((look for kind, look in looks if token[: len(kind)] == kind), None)
            if look is not None and words.strip():
                yield mark.start + at, mark.start + at + len(words), look
