"""What the palette offers: commands, and all of the library that can be shown, each with what it does."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tuinews.model import PersonRow
from tuinews.plural import counted, times
from tuinews.ui import themes
from tuinews.ui.commands import Command, signs
from tuinews.ui.matching import Fit, fit, folded
from tuinews.ui.sources import Kind, rows

if TYPE_CHECKING:
    from tuinews.ui.app import Tuinews
    from tuinews.ui.reach import AtHand
    from tuinews.ui.screens.main import MainScreen

MOST = 100
"""Rows that are offered at most; whoever wants another types a letter more."""

_KINDS = {Kind.SAVED: "saved search", Kind.TAG: "tag", Kind.FOLDER: "folder", Kind.FEED: "feed"}


class Offer(NamedTuple):
    """One thing to do or to show. `key` is its name and `hay` what is told about it, both `folded`."""

    kind: str
    name: str
    about: str
    sign: str
    do: Callable[[], object]
    key: str
    hay: str


def _offer(
    kind: str, name: str, do: Callable[[], object], *, about: str = "", sign: str = "", hay: str = ""
) -> Offer:
    return Offer(kind, name, about, sign or kind, do, folded(name), folded(f"{hay or about} {kind}"))


def commands(app: "Tuinews", hand: "AtHand") -> list[Offer]:
    """Offer the commands at hand, those of what has the focus first."""
    return [_command(app, command, partial(app.run_action, command.action, node)) for command, node in hand]


def _command(app: "Tuinews", command: Command, do: Callable[[], object]) -> Offer:
    keys = signs(app.keys_of(command)[:2])
    name = command.title[:1].upper() + command.title[1:]
    return _offer(
        "command", name, do, about=command.help, sign=keys, hay=f"{command.help} {command.id} {keys}"
    )


def of_library(main: "MainScreen") -> list[Offer]:
    """Offer saved searches, tags, folders, feeds and themes. Not for the interface's own thread."""
    made = [
        _offer(
            _KINDS[row.kind],
            row.source.title,
            partial(main.show_alone, row.source),
            about=f"{row.unread:,} unread" if row.unread else "",
        )
        for row in rows(main.library, tags=None)
        if row.kind in _KINDS
    ]
    return made + [_offer("theme", name, partial(main.use_theme, name)) for name in themes.available()]


def person(main: "MainScreen", row: PersonRow) -> Offer:
    """Offer the page of a person."""
    number = counted(row.articles, "article")
    about = f"{number}, quoted {times(row.quotes)}" if row.quotes else number
    return _offer("person", row.name, partial(main.open_person, row.id), about=about)


def best(typed: str, offers: Iterable[Offer], *, letters: bool = True) -> list[Offer]:
    """Return the offers that fit what was typed, the best first, as they came where they fit alike.

    Single letters in the right order count only where nothing fits better, and not without `letters`.
    """
    wanted = folded(typed)
    found = sorted(_fitting(wanted, offers), key=lambda one: one[0])
    if not letters or (found and found[0][0] < Fit.LETTERS):
        found = [one for one in found if one[0] < Fit.LETTERS]
    return [offer for _, offer in found[:MOST]]


def _fitting(wanted: str, offers: Iterable[Offer]) -> Iterator[tuple[Fit, Offer]]:
    for offer in offers:
        how = fit(wanted, offer.key, offer.hay)
        if how is not None:
            yield how, offer
