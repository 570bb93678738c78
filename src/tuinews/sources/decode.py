"""Bytes of a local text become a string, whatever encoding they are in."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_GUESSED_FROM = 200_000  # bytes that are looked at to guess an encoding; more costs time and changes no guess
_SIGNATURES = (
    b"\x89PNG",
    b"GIF8",
    b"\xff\xd8\xff",
    b"%PDF",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"MZ\x90",
    b"SQLite",
)


def is_binary(data: bytes) -> bool:
    """Tell a picture, archive or program from text: its signature, or zeros that no encoding of text has."""
    if data.startswith(_SIGNATURES):
        return True
    if any(data.startswith(mark) for mark, _ in _MARKS):
        return False
    start = data[:8192]
    return b"\0" in start and not _wide_encoding(start)


def decode(data: bytes) -> str:
    """Return the text in `data`: by its byte order mark, as UTF-8, by its own declaration, or by a guess.

    Bytes that fit no encoding become the replacement character; nothing is raised.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    # The zeros of UTF-16 are valid UTF-8, so this comes first.
    if b"\0" in data[:8192] and (wide := _wide_encoding(data[:8192])):
        return data.decode(wide, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        # A UTF-8 text with a bad byte here and there is still UTF-8.
        if error.start > 1000 and _is_mostly_utf8(data):
            return data.decode("utf-8", "replace")
    declared = _META.search(data[:4096])
    if declared:
        try:
            return data.decode(declared[1].decode("ascii"), "replace")
        except LookupError:
            pass
    return _guessed(data)


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes  # 30 ms to import, and rarely needed

    best = from_bytes(data[:_GUESSED_FROM]).best()
    return data.decode(best.encoding if best is not None else "cp1252", "replace")


def _is_mostly_utf8(data: bytes) -> bool:
    lost = data.decode("utf-8", "replace").count("\ufffd")
    return lost * 1000 < len(data)


def _wide_encoding(start: bytes) -> str:
    """Return the UTF-16 that text without a byte order mark is in, "" if it is no such text.

    Read the right way round it is printable and has blanks between its words; read the wrong way round,
    a blank is a character that nobody uses.
    """
    start = start[: len(start) // 2 * 2]
    for encoding in ("utf-16-le", "utf-16-be"):
        text = start.decode(encoding, "replace")
        blanks = text.count(" ") + text.count("\n")
        if blanks > len(text) / 50 and sum(c.isprintable() or c in "\r\n\t" for c in text) > 0.98 * len(text):
            return encoding
    return ""
