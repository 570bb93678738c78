"""Who said what: quotations, their speakers and the people named, found in plain text.

One direction: the text is cut into tokens once, names and quotation marks are found in it, names are
joined into persons, and quotations are given to them.
"""

from tuinews.model import Analysis, Quote, QuoteKind
from tuinews.text.blocks import blocks, is_wrapped
from tuinews.text.detect import detect
from tuinews.text.language import language as _language
from tuinews.text.marks import pair
from tuinews.text.model import model
from tuinews.text.names import names as _names
from tuinews.text.people import figures, person
from tuinews.text.places import Said
from tuinews.text.quotes import kinds
from tuinews.text.speakers import attribute
from tuinews.text.tagger import tag
from tuinews.text.tokens import tokenize


def analyse(text: str, language: str = "") -> Analysis:
    """Find the quotations and people of a text, offsets into exactly this text; linear in its length.

    `language` is a BCP 47 tag; without one it is detected. A language without a file of its own gets
    its quotation marks found, and no names.
    """
    tongue = _language(language or detect(text))
    wrapped = is_wrapped(text)
    pairs = pair(text, blocks(text, wrapped), tongue.elisions)
    tokens = tokenize(text, tongue.abbreviations, wrapped)
    trained = model(tongue.code)
    found = tag(tokens, tongue, trained) if trained else _names(tokens, tongue) if tongue.code else []
    people = figures(tokens, found, tongue)
    graded = kinds(text, pairs, tongue)
    said = [
        Said(tokens.at(p.start), tokens.at(p.end), k == QuoteKind.SPEECH)
        for p, k in zip(pairs, graded, strict=True)
    ]
    attribute(
        tokens, [s for s, k in zip(said, graded, strict=True) if k != QuoteKind.OTHER], found, people, tongue
    )
    return Analysis(
        tuple(
            Quote(p.start, p.end, k, s.speaker.name if s.speaker else None, s.confidence)
            for p, k, s in zip(pairs, graded, said, strict=True)
        ),
        tuple(person(figure, tokens, found) for figure in people),
    )
