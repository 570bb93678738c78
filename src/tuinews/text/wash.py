"""Washing: what a stranger wrote becomes text that is safe to show, store and search.

Everything that enters the program is washed once, here, before it is stored. A washed text

* holds no control character but newline and tab, so no escape sequence reaches a terminal;
* holds no bidirectional override, embedding or isolate, so no line can be shown in an order other
  than its own (the marks LRM, RLM and ALM stay: right-to-left texts need them, and each moves no
  more than its neighbours);
* holds no lone surrogate, so it can be encoded;
* has invisible characters only where a script uses them: the joiners in Persian, Indic scripts and
  emoji, the zero-width space in scripts written without spaces, tags and variation selectors in the
  flags and ideographs they belong to;
* is in Normalization Form C: "é" is one letter, whatever the machine it was typed on, which pattern
  matching on names and one-code-point-one-cell layouts both rely on. NFKC would go too far: it
  turns "²" into "2" and "…" into three dots.

Washing is idempotent and never lengthens a text beyond what NFC does.
"""

import re
from unicodedata import is_normalized, normalize

_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")

_SURROGATES = re.compile("[\ud800-\udfff]")

# Scripts that part words by zero-width spaces: Thai, Lao, Tibetan, Burmese, Khmer, Tai, Balinese, Javanese.
_SPACELESS = "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u1aaf\u1b00-\u1b7f\ua980-\ua9df\uaa00-\uaadf"
_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Joiners act on scripts from Greek upwards and on symbols and emoji, not on Latin, spaces or each other.
_JOINING = "\u0370-\u1fff\u2190-\u2fff\u3001-\ud7ff\ue000-\ufeef\uff00-\uffef\U00010000-\U000dffff"

_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 without tab and newline, DEL, C1
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides, isolates
    "\u00ad\u180e\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffc"  # soft hyphens, invisible operators, anchors
    "\ufdd0-\ufdef\ufffe\uffff]"  # not characters at all
    f"|(?<![{_SPACELESS}])\u200b"
    f"|(?<![{_JOINING}\ufe0f])[\u200c\u200d]"
    "|(?<![\U0001f3f4\U000e0000-\U000e007f])[\U000e0000-\U000e007f]+"  # tags outside a flag
    f"|(?<![{_HAN}])[\U000e0100-\U000e01ef]+"
    "|[\U000e0080-\U000e00ff\U000e01f0-\U000fffff\U0010fffe\U0010ffff]"
)

# Everything any pattern above speaks of. One class is searched at 300 MB/s, the alternatives at 15.
_SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u0300-\u036f\u180e\u200b-\u200d\u2028-\u202e\u2060-\u206f\u20d0-\u20ff"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\uffff\U000e0000-\U0010ffff]"
)

# No orthography stacks more than a few accents on one letter; hundreds cover the lines above.
_HEAPED = re.compile("([\u0300-\u036f\u20d0-\u20ff]{6})[\u0300-\u036f\u20d0-\u20ff]+")

TITLE_LIMIT = 500


def wash(text: str) -> str:
    """Return `text` fit to be stored and shown; line ends become newlines, paragraphs stay."""
    if text.isascii() and text.isprintable():
        return text
    text = _normalized(text)
    if not _SUSPECT.search(text):
        return text
    text = _LINE_ENDS.sub("\n", text)
    text = _SURROGATES.sub("\ufffd", text)
    text = _normalized(_UNWANTED.sub("", text))
    return _HEAPED.sub(r"\1", text)


_ASCII = bytes(range(0x20, 0x7F)) + b"\t\n"


def is_washed(text: bytes) -> bool:
    """Tell whether washing any part of a UTF-8 text would change nothing; "no" may be said of others, too."""
    rest = text.translate(None, _ASCII)  # at 1 GB/s, and little is left
    if not rest:
        return True
    strange = rest.decode()
    return is_normalized("NFC", strange) and not _SUSPECT.search(strange)


def wash_line(text: str, limit: int = TITLE_LIMIT) -> str:
    """Return `text` washed, on one line, in at most `limit` characters (the last one "…" when cut)."""
    # Four times the limit leaves room for what washing and folding of blanks take away.
    line = " ".join(wash(text[: 4 * limit + 1000]).split())
    if len(line) <= limit:
        return line
    return line[: limit - 1].rstrip() + "…"


def _normalized(text: str) -> str:
    """Return the text in NFC; the check is several times cheaper than the conversion."""
    return text if is_normalized("NFC", text) else normalize("NFC", text)
