"""Quotations as they are carried away: word for word, with speaker, source, date and link.

One table of formats for the interface, the shell and the settings.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime

from tuinews.model import QuoteRow

_MARKDOWN = re.compile(r"[\\`*_\[\]<>#]")
_TEX = {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
_TEX |= {sign: "\\" + sign for sign in "{}#$%&_"}
_URL = str.maketrans({sign: f"%{ord(sign):02X}" for sign in " {}<>()\\"})


def cite(quotation: QuoteRow, form: str = "plain") -> str:
    """Return a quotation in one of `FORMATS`; raises KeyError for a name that is none."""
    return FORMATS[form](quotation)


def _plain(quotation: QuoteRow) -> str:
    title = f"“{_line(quotation.title)}”" if quotation.title else ""
    parts = [_line(quotation.speaker) or "speaker not named", title, _line(quotation.source)]
    told = ", ".join(part for part in (*parts, _day(quotation)) if part)
    return "\n".join(part for part in (quotation.text, f"— {told}", quotation.url) if part)


def _markdown(quotation: QuoteRow) -> str:
    speaker = escaped(_line(quotation.speaker)) or "speaker not named"
    title = f"*{escaped(_line(quotation.title))}*" if quotation.title else ""
    if title and quotation.url:
        title = f"[{title}]({quotation.url.translate(_URL)})"
    told = ", ".join(
        part for part in (speaker, title, escaped(_line(quotation.source)), _day(quotation)) if part
    )
    words = "\n".join(f"> {line}".rstrip() for line in escaped(quotation.text).splitlines())
    return f"{words}\n>\n> — {told}"


def _bibtex(quotation: QuoteRow) -> str:
    """An `@online` entry as biblatex has it (its manual, 2.1.1): the speaker as author, the words as note."""
    moment = datetime.fromtimestamp(quotation.published)
    fields = {
        "author": f"{{{_tex(_line(quotation.speaker))}}}" if quotation.speaker else "",
        "title": _tex(_line(quotation.title)),
        "organization": _tex(_line(quotation.source)),
        "date": f"{moment:%Y-%m-%d}",
        "url": quotation.url.translate(_URL),
        "note": _tex(_line(quotation.text)),
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@online{{{_key(quotation)}{moment:%Y%m%d},", *lines, "}"])


FORMATS: dict[str, Callable[[QuoteRow], str]] = {"plain": _plain, "markdown": _markdown, "bibtex": _bibtex}
"""The formats by the names that settings and options give them."""


def escaped(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return _MARKDOWN.sub(r"\\\g<0>", text)


def _key(quotation: QuoteRow) -> str:
    """A citation key: the last word of the speaker or source, in the ASCII that every BibTeX takes."""
    names = (quotation.speaker or quotation.source).split()
    plain = unicodedata.normalize("NFKD", names[-1] if names else "").encode("ascii", "ignore").decode()
    return re.sub(r"\W", "", plain).lower() or "quoted"


def _tex(text: str) -> str:
    return "".join(_TEX.get(character, character) for character in text)


def _line(text: str) -> str:
    return " ".join(text.split())


def _day(quotation: QuoteRow) -> str:
    return f"{datetime.fromtimestamp(quotation.published):%Y-%m-%d}"
