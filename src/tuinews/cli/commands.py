"""The one table of commands, in the order in which help shows them."""

from tuinews.cli import analyze, config, feeds, lists, reading, rules, serve, shell, showing, upkeep, who
from tuinews.cli.command import Command
from tuinews.cli.opening import OPEN

COMMANDS: tuple[Command, ...] = (
    OPEN,
    feeds.ADD,
    feeds.LIST,
    feeds.REMOVE,
    feeds.REFRESH,
    lists.IMPORT,
    lists.EXPORT,
    reading.SEARCH,
    showing.SHOW,
    who.QUOTES,
    who.PEOPLE,
    analyze.ANALYZE,
    rules.RULES,
    upkeep.DOCTOR,
    upkeep.KEEP,
    upkeep.VACUUM,
    config.CONFIG,
    serve.SERVE,
    shell.COMPLETIONS,
    shell.MAN,
)

__all__ = ["COMMANDS", "OPEN"]
