"""Quotations as tables and texts, with speaker and source, row by row."""

import csv
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from tuinews.citing import cite
from tuinews.model import QuoteRow
from tuinews.sharing import values

# What makes a formula of a cell, for one spreadsheet or another (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class QuoteForm(NamedTuple):
    """A format of quotations: its name for people, the suffix of its files, and what writes it."""

    title: str
    suffix: str
    whole: Callable[[Iterable[QuoteRow]], Iterator[str]]


class _Line:
    """Hands each row of the CSV writer on."""

    def write(self, text: str) -> str:
        return text


def _csv(rows: Iterable[QuoteRow]) -> Iterator[str]:
    """A table with a header (RFC 4180); dates as ISO 8601, in UTC."""
    writer = csv.writer(_Line())
    yield str(writer.writerow(values.QUOTE_FIELDS))
    for row in rows:
        fields = values.of_quotation(row)
        fields["published"] = datetime.fromtimestamp(row.published, UTC).isoformat().replace("+00:00", "Z")
        yield str(writer.writerow(map(harmless, fields.values())))


def harmless(value: object) -> object:
    """Return a cell that no spreadsheet runs as a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _json(rows: Iterable[QuoteRow]) -> Iterator[str]:
    return values.array(map(values.of_quotation, rows))


def _markdown(rows: Iterable[QuoteRow]) -> Iterator[str]:
    return (cite(row, "markdown") + "\n\n" for row in rows)


QUOTE_FORMS: dict[str, QuoteForm] = {
    "csv": QuoteForm("CSV, for a spreadsheet", ".csv", _csv),
    "json": QuoteForm("JSON", ".json", _json),
    "markdown": QuoteForm("Markdown", ".md", _markdown),
}
"""The formats of quotations by name."""
