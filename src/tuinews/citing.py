"""Quotations as they are carried away: word for word, with speaker, source, date and link.

One table of formats for the interface, the shell and the settings.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import datetime
from string import Formatter

from tuinews.model import QuoteRow

_MARKDOWN = re.compile(r"[\\`*_\[\]<>#]")
_TEX = {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}
_TEX |= {sign: "\\" + sign for sign in "{}#$%&_"}
_URL = str.maketrans({sign: f"%{ord(sign):02X}" for sign in " {}<>()\\"})


FIELDS = ("quote", "speaker", "title", "source", "date", "url", "accessed")
"""What a template of the user's own names in braces; the two dates take a form as well: `{date:%d.%m.%Y}`."""

_DATES = ("date", "accessed")


def cite(quotation: QuoteRow, form: str = "plain", *, now: float | None = None) -> str:
    """Return a quotation in one of `FORMATS`, or as a template says; `now` is when it was accessed.

    Raises ValueError for what is neither.
    """
    if form in FORMATS:
        return FORMATS[form](quotation)
    check_template(form)
    accessed = datetime.now() if now is None else datetime.fromtimestamp(now)
    values: dict[str, object] = {
        "quote": quotation.text,
        "speaker": _line(quotation.speaker) or "speaker not named",
        "title": _line(quotation.title),
        "source": _line(quotation.source),
        "url": quotation.url,
        "date": datetime.fromtimestamp(quotation.published),
        "accessed": accessed,
    }
    return "".join(words + _field(values, name, spec) for words, name, spec, _ in Formatter().parse(form))


def check_template(template: str) -> None:
    """Check a template as it stands in the settings: `{quote} ({speaker}, {source}, {date:%Y})`.

    Raises ValueError with what is wrong, for the user.
    """
    named = "{" + "}, {".join(FIELDS) + "}"
    try:
        parts = list(Formatter().parse(template))
    except ValueError as error:
        raise ValueError(
            f"a brace is not closed or not opened; two of them, {{{{, write one ({error})"
        ) from error
    for _, name, spec, conversion in parts:
        if name is not None and (name not in FIELDS or conversion):
            shown = name + (f"!{conversion}" if conversion else "")
            raise ValueError(f"{{{shown}}} is no field; there are {named}")
        if spec and name not in _DATES:
            raise ValueError(f"{{{name}}} takes nothing after its name; {{date:%Y}} and {{accessed:%Y}} do")
        if spec and "{" in spec:
            raise ValueError(f"{{{name}:…}} takes a form of dates such as %Y-%m-%d, and no field within")
    if all(name != "quote" for _, name, _, _ in parts):
        raise ValueError(f"has to name {{quote}}; there are {named}")


def _field(values: dict[str, object], name: str | None, spec: str | None) -> str:
    value = values[name] if name else ""
    return f"{value:{spec or '%Y-%m-%d'}}" if isinstance(value, datetime) else str(value)


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


def day(seconds: int) -> str:
    """Return a moment as 2026-08-01 14:05, in local time."""
    return f"{datetime.fromtimestamp(seconds):%Y-%m-%d %H:%M}"


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
