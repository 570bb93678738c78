"""The user's settings: a TOML file, read into frozen values; what is wrong is told with file, line and key.

A wrong value never keeps the program from starting: the default stands in for it, and the problem is told.
The table of `OPTIONS` is what the file is checked by, and what the commented file is written from.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from tuinews.limits import DEFAULT_LIMITS, Limits

_SECTION = r"^\s*\[\s*([^\[\]]+?)\s*\]"
_NUMBERED = r"(?s)(?P<what>.*) \(at line (?P<line>\d+), column \d+\)$"


class Settings(NamedTuple):
    """What the user wishes; the defaults are a newcomer's. Each field is described in `OPTIONS`."""

    theme: str = "lamplight"
    reduced_motion: bool = False
    cursor: bool = False
    dates: str = "relative"
    measure: int = 72
    alignment: str = "centre"
    mark_read: str = "open"
    mark_read_delay: float = 3.0
    citation: str = "plain"
    reopen: bool = False
    notices: str = "line"
    interval: int = 0
    limits: Limits = DEFAULT_LIMITS
    preset: str = "default"
    keys: Mapping[str, tuple[str, ...]] = {}

    @property
    def mark_after(self) -> float | None:
        """The seconds after which an opened article is read; None: never by itself."""
        return {"open": 0.0, "delay": self.mark_read_delay}.get(self.mark_read)


class Problem(NamedTuple):
    """What is wrong at a place of the file; `line` counts from 1 and is 0 when it is the whole file."""

    path: Path
    line: int
    key: str
    what: str

    def __str__(self) -> str:
        """A whole sentence: file, line, key, what is wrong and what would be right."""
        where = f"{self.path}, line {self.line}" if self.line else f"{self.path}"
        return f"{where}: {self.key}: {self.what}." if self.key else f"{where}: {self.what}."


class Option(NamedTuple):
    """One setting: where it stands in the file, the field it fills, what it means, and what it may be.

    The field is one of `Settings`, in the section "limits" one of its `limits`.
    `check` returns the value as the field has it, or raises ValueError with what it has to be.
    """

    section: str
    name: str
    field: str
    help: str
    check: Callable[[Any], Any]


def _one_of(*choices: str) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        if value not in choices:
            raise ValueError("has to be one of " + ", ".join(f'"{choice}"' for choice in choices))
        return str(value)

    return check


def _number(low: float, high: float, *, whole: bool = True) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        kinds = int if whole else (int, float)
        if isinstance(value, bool) or not isinstance(value, kinds) or not low <= value <= high:
            raise ValueError(f"has to be a {'whole ' if whole else ''}number from {low:g} to {high:g}")
        return value if whole else float(value)

    return check


def _truth(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("has to be true or false")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError('has to be text in quotes, such as "text"')
    return value


def _citation(value: Any) -> str:
    """A name, or a template: its fields are known to who cites, and checked there."""
    names = ("plain", "markdown", "bibtex")
    if not isinstance(value, str) or not (value in names or "{" in value):
        known = ", ".join(f'"{name}"' for name in names)
        raise ValueError(f'has to be one of {known}, or a template such as "{{quote}} ({{speaker}})"')
    return value


def _keys(value: Any) -> tuple[str, ...]:
    keys = (value,) if isinstance(value, str) else value
    if not isinstance(keys, list | tuple) or not all(isinstance(key, str) and key.strip() for key in keys):
        raise ValueError('has to be a key such as "x" or a list of keys such as ["x", "ctrl+x"]')
    return tuple(keys)


OPTIONS: tuple[Option, ...] = (
    Option("look", "theme", "theme", "lamplight, paper, contrast, terminal, or one of Textual's; T shows "
           "them all", _text),
    Option("look", "reduced_motion", "reduced_motion", "true: nothing moves by itself, not even a cursor "
           "that blinks", _truth),
    Option("look", "cursor", "cursor", "true: the terminal's own cursor, which is always where the selection "
           "is, can be seen, for magnifiers", _truth),
    Option("look", "dates", "dates", '"relative" (3 h), "iso" (2026-03-12) or "short" (12 Mar)',
           _one_of("relative", "iso", "short")),
    Option("reading", "measure", "measure", "the longest line of an article, in cells", _number(20, 200)),
    Option("reading", "alignment", "alignment", 'where the text stands in its pane: "centre" or "left"',
           _one_of("centre", "left")),
    Option("reading", "mark_read", "mark_read", 'an article is read when it is opened ("open"), after a '
           'while ("delay"), or when you say so ("never")', _one_of("open", "delay", "never")),
    Option("reading", "mark_read_delay", "mark_read_delay", "that while, in seconds",
           _number(0, 600, whole=False)),
    Option("reading", "citation", "citation", 'how a quotation is copied: "plain", "markdown", "bibtex", or '
           'your own such as "{quote} ({speaker}, {source}, {date}), {url}"; also {title}, {accessed}, '
           "{date:%d.%m.%Y}", _citation),
    Option("reading", "reopen", "reopen", "true: an article that its source changed is unread again", _truth),
    Option("reading", "notices", "notices", 'how a rule tells of an article: in the status line ("line"), '
           'and by the terminal that rings ("bell") or sends the desktop a message ("desktop", OSC 9)',
           _one_of("line", "bell", "desktop")),
    Option("refresh", "interval", "interval", "minutes between two looks at a feed; 0 lets each feed's own "
           "rhythm decide", _number(0, 100_000)),
    Option("limits", "seconds", "seconds", "how long one answer may take", _number(1, 3600, whole=False)),
    Option("limits", "size", "size", "how large one answer may be, in MB", _number(0.01, 1000, whole=False)),
    Option("limits", "redirects", "redirects", "how often one address may lead to another", _number(0, 50)),
    Option("limits", "at_once", "at_once", "how many feeds are fetched at a time", _number(1, 64)),
    Option("limits", "per_host", "per_host", "how many of them from one server", _number(1, 16)),
    Option("limits", "entries", "entries", "how many entries are taken of a feed, the first ones",
           _number(1, 1_000_000)),
    Option("limits", "depth", "depth", "how deep the elements of a feed may be nested", _number(10, 10_000)),
    Option("limits", "article", "article", "how much of an article's markup is read, in MB",
           _number(0.01, 100, whole=False)),
    Option("limits", "file", "file", "how large a file that you download may be, in MB",
           _number(0.01, 1_000_000, whole=False)),
    Option("limits", "local", "local", "how large a file of this machine may be that is read, in MB",
           _number(0.01, 1000, whole=False)),
    Option("limits", "folder", "folder", "how many articles may be in a folder that is read",
           _number(1, 1_000_000)),
    Option("limits", "feeds", "feeds", "how many feeds may be in a list that is imported",
           _number(1, 1_000_000)),
    Option("keys", "preset", "preset", 'the keys to begin with: "default", "vim", "newsboat" or "emacs"',
           _one_of("default", "vim", "newsboat", "emacs")),
)  # fmt: skip

_BY_KEY = {(option.section, option.name): option for option in OPTIONS}
_SECTIONS = tuple(dict.fromkeys(option.section for option in OPTIONS))


def load(path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the settings file, the defaults when there is none; never raises for what it says."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Settings(), ()
    except OSError as error:
        return Settings(), (Problem(path, 0, "", f"cannot be read: {error.strerror or error}"),)
    except UnicodeDecodeError:
        return Settings(), (Problem(path, 0, "", "is not UTF-8 text"),)
    return parse(text, path)


def parse(text: str, path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Return the settings that TOML text makes, and what is wrong in it; `path` is for the messages."""
    import tomllib  # 2 ms that a start without a file saves

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        match = re.match(_NUMBERED, str(error))
        what = match["what"] if match else str(error)
        line = int(match["line"]) if match else text.count("\n") + 1
        return Settings(), (Problem(path, line, "", f"is not TOML: {what[:1].lower()}{what[1:]}"),)
    settings = Settings()
    problems: list[Problem] = []
    for section, name, value in _pairs(table):
        try:
            settings = _set(settings, section, name, value)
        except ValueError as error:
            key = f"{section}.{name}" if name else section
            problems.append(Problem(path, line_of(text, section, name), key, str(error)))
    return settings, tuple(problems)


def _pairs(table: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Every value of the file with its section and name; a key's name may have dots, quoted or not."""
    for section, values in table.items():
        if isinstance(values, dict):
            for name, value in _flat(values):
                yield section, name, value
        else:
            yield section, "", values


def _flat(values: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    for name, value in values.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{before}{name}.")
        else:
            yield f"{before}{name}", value


def _set(settings: Settings, section: str, name: str, value: Any) -> Settings:
    option = _BY_KEY.get((section, name))
    if option is not None:
        filled = {option.field: option.check(value)}
        if section == "limits":
            return settings._replace(limits=settings.limits._replace(**filled))
        return settings._replace(**filled)
    if section not in _SECTIONS:
        raise ValueError(f"there is no such {'section' if name else 'setting'}; {_nearest(section, name)}")
    if section == "keys":
        return settings._replace(keys={**settings.keys, name: _keys(value)})
    known = ", ".join(option.name for option in OPTIONS if option.section == section)
    raise ValueError(f"there is no such setting; [{section}] has {known}")


def _nearest(section: str, name: str) -> str:
    for option in OPTIONS:
        if option.name == (name or section):
            return f"{option.name} belongs under [{option.section}]"
    return "there are " + ", ".join(f"[{known}]" for known in _SECTIONS)


def line_of(text: str, section: str, name: str) -> int:
    """Return the line (from 1) that sets a key, or begins its section; 0 if none does."""
    inside, begun = "", 0
    wanted = re.compile(rf"""^\s*["']?{re.escape(name or section)}["']?\s*=""")
    for number, line in enumerate(text.splitlines(), 1):
        heading = re.match(_SECTION, line)
        if heading:
            inside = heading[1].strip("\"'")
            begun = number if inside == section else begun
        elif inside == (section if name else "") and wanted.match(line):
            return number
    return begun


def commented() -> str:
    """Return the settings file as it is written for a newcomer: every option, its meaning and its default."""
    default = Settings()
    lines = [
        "# The settings of tuinews. A line that begins with # is off; what it says is the default.",
        "# `tuinews config --check` tells what is wrong here. A running reader sees a change at once.",
    ]
    for section in _SECTIONS:
        lines += ["", f"[{section}]"]
        for option in OPTIONS:
            if option.section == section:
                holder = default.limits if section == "limits" else default
                lines += [f"# {option.help}.", f"#{option.name} = {toml(getattr(holder, option.field))}"]
    lines += [
        "# And any key of your own, by the name that the help (?) shows behind each command:",
        '#"mark.star" = ["s", "asterisk"]',
    ]
    return "\n".join(lines) + "\n"


def toml(value: object) -> str:
    """Return a text, number or truth as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        # JSON's escapes are TOML's, but for DEL, which a basic string may not hold as it is.
        import json

        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(value)


def with_value(text: str, section: str, name: str, value: object) -> str:
    """Return the file's text with one setting changed, comments and all else as they were."""
    wanted = re.compile(rf"^\s*#?\s*{re.escape(name)}\s*=")
    lines = text.splitlines()
    heads = [number for number, line in enumerate(lines) if re.match(_SECTION, line)]
    begins = next((n for n in heads if _heading(lines[n]) == section), None)
    setting = f"{name} = {toml(value)}"
    if begins is None:
        return "\n".join([*lines, *([""] if lines else []), f"[{section}]", setting]) + "\n"
    ends = next((n for n in heads if n > begins), len(lines))
    found = [n for n in range(begins + 1, ends) if wanted.match(lines[n])]
    active = [n for n in found if not lines[n].lstrip().startswith("#")]
    if found:
        lines[(active or found)[-1]] = setting
    else:
        lines.insert(begins + 1, setting)
    return "\n".join(lines) + "\n"


def _heading(line: str) -> str:
    match = re.match(_SECTION, line)
    return match[1].strip("\"'") if match else ""
