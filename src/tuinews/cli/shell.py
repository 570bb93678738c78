"""`tuinews completions` and `tuinews man`: what shells and `man` know of the program, from its parser."""

import argparse
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from tuinews import __version__
from tuinews.cli.command import Command
from tuinews.home import VARIABLE, Home

SHELLS = ("bash", "zsh", "fish")


class _Option(NamedTuple):
    """An option: its flags, what stands for its value (or ""), the values if they are few, and its help."""

    flags: tuple[str, ...]
    value: str
    choices: tuple[str, ...]
    help: str


class _Words(NamedTuple):
    """A command: its name, its help, its options, and what its arguments are called."""

    name: str
    help: str
    options: tuple[_Option, ...]
    arguments: tuple[str, ...]


def _parsers() -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    from tuinews.cli.arguments import build

    parser = build()
    places = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    return parser, dict(places.choices)


def _words(name: str, help_: str, parser: argparse.ArgumentParser) -> _Words:
    options, arguments = [], []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction) or action.help == argparse.SUPPRESS:
            continue
        choices = tuple(map(str, action.choices or ()))
        if action.option_strings:
            value = "" if action.nargs == 0 else str(action.metavar or action.dest.upper())
            flags = tuple(action.option_strings)
            options.append(_Option(flags, value, choices, (action.help or "").replace("%%", "%")))
        else:
            arguments.append(str(action.metavar or "|".join(choices) or action.dest))
    return _Words(name, help_, tuple(options), tuple(arguments))


def _all() -> tuple[_Words, list[_Words]]:
    from tuinews.cli.commands import COMMANDS

    parser, places = _parsers()
    return _words("", "", parser), [_words(c.name, c.help, places[c.name]) for c in COMMANDS]


def bash() -> str:
    """Return the completion for bash: commands, their options, and files for everything else."""
    whole, commands = _all()
    cases = "\n".join(f"        {one.name}) options={_quoted(' '.join(_flags(one)))} ;;" for one in commands)
    names = " ".join(one.name for one in commands)
    values = {f: " ".join(o.choices) for one in commands for o in one.options if o.choices for f in o.flags}
    chosen = "\n".join(
        f'        {flag}) COMPREPLY=($(compgen -W {_quoted(words)} -- "$current")); return ;;'
        for flag, words in sorted(values.items())
    )
    return f"""# bash completion for tuinews: eval "$(tuinews completions bash)"
_tuinews() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command="" options word
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
        case " {names} " in *" $word "*) command=$word; break ;; esac
    done
    case "$before" in
        --home) COMPREPLY=($(compgen -d -- "$current")); return ;;
{chosen}
    esac
    case "$command" in
{cases}
        *) options={_quoted(" ".join(_flags(whole)))} ;;
    esac
    case "$current" in
        -*) COMPREPLY=($(compgen -W "$options" -- "$current")); return ;;
    esac
    COMPREPLY=($(compgen -f -- "$current"))
    [ -n "$command" ] || COMPREPLY+=($(compgen -W {_quoted(names)} -- "$current"))
}}
complete -o filenames -F _tuinews tuinews
"""


def zsh() -> str:
    """Return the completion for zsh."""
    whole, commands = _all()
    named = "\n".join(f"        {_quoted(one.name + ':' + one.help.replace(':', ','))}" for one in commands)
    cases = "\n".join(
        f"        {one.name}) _arguments -s {' '.join(map(_zsh_option, one.options))} '*:file:_files' ;;"
        for one in commands
    )
    return f"""#compdef tuinews
# zsh completion for tuinews: tuinews completions zsh > ~/.zfunc/_tuinews
_tuinews() {{
    local -a commands
    commands=(
{named}
    )
    local word command=
    for word in ${{words[2,CURRENT-1]}}; do
        if [[ -n ${{commands[(r)$word:*]}} ]]; then command=$word; break; fi
    done
    case $command in
{cases}
        *) _arguments -s {" ".join(_zsh_option(o) for o in whole.options)} '*:file:_files'
           _describe command commands ;;
    esac
}}
if [[ $funcstack[1] == _tuinews ]]; then _tuinews "$@"; else compdef _tuinews tuinews; fi
"""


def fish() -> str:
    """Return the completion for fish."""
    whole, commands = _all()
    names = " ".join(one.name for one in commands)
    lines = [
        "# fish completion for tuinews: tuinews completions fish > ~/.config/fish/completions/tuinews.fish"
    ]
    lines += [_fish_option(option, "") for option in whole.options]
    none = f"not __fish_seen_subcommand_from {names}"
    lines += [
        f"complete -c tuinews -n {_quoted(none)} -a {one.name} -d {_quoted(one.help)}" for one in commands
    ]
    for one in commands:
        here = f"__fish_seen_subcommand_from {one.name}"
        lines += [_fish_option(option, here) for option in one.options]
    return "\n".join(lines) + "\n"


def man() -> str:
    """Return the manual page, in the `man` macros of roff (groff_man(7))."""
    from tuinews.cli.commands import COMMANDS

    parser, places = _parsers()
    lines = [
        f'.TH TUINEWS 1 "" "tuinews {__version__}" "User Commands"',
        ".SH NAME", r"tuinews \- the terminal news reader that knows who said what",
        ".SH SYNOPSIS", r".B tuinews", r"[\fB\-\-home\fR \fIDIR\fR] [\fIPATH\fR|\fIURL\fR|\- ...]", ".br",
        r".B tuinews", r"[\fB\-\-home\fR \fIDIR\fR] \fICOMMAND\fR ...",
        ".SH DESCRIPTION",
        "Without a command the reader starts: on your feeds, or on the files, folders and feeds that are",
        "named. The key ? tells all keys.",
        ".SH OPTIONS", *_roff_options(_words("", "", parser).options), ".SH COMMANDS",
    ]  # fmt: skip
    for command in COMMANDS:
        words = _words(command.name, command.help, places[command.name])
        arguments = " ".join(_roff(argument) for argument in words.arguments)
        lines += [f".SS tuinews {command.name} {arguments}".rstrip()]
        lines += [_roff(command.help[0].upper() + command.help[1:] + "." + command.more)]
        lines += _roff_options(
            o for o in words.options if "--help" not in o.flags and "--home" not in o.flags
        )
        lines += [".PP", "Examples:", ".nf", *("  " + _roff(example) for example in command.examples), ".fi"]
    lines += [
        ".SH EXIT STATUS", "0 when done, 1 when nothing was found or something failed, 2 after a misuse.",
        ".SH ENVIRONMENT", ".TP", f".B {VARIABLE}", "The folder that holds everything, as --home does.",
        ".TP", ".B NO_COLOR", "Set, nothing is coloured.", ".TP", ".B BROWSER", "What opens addresses.",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _flags(words: _Words) -> Iterator[str]:
    for option in words.options:
        yield from option.flags


def _quoted(text: str) -> str:
    """Return text as one word for any of the shells."""
    return "'" + text.replace("'", "'\\''") + "'"


def _zsh_option(option: _Option) -> str:
    told = option.help.replace("[", "(").replace("]", ")").replace(":", ",")
    value = f":{option.value}:({' '.join(option.choices)})" if option.choices else ""
    value = value or (f":{option.value}:_files" if option.value else "")
    return " ".join(_quoted(f"{flag}[{told}]{value}") for flag in option.flags)


def _fish_option(option: _Option, condition: str) -> str:
    parts = ["complete -c tuinews"]
    parts += [f"-n {_quoted(condition)}"] if condition else []
    for flag in option.flags:
        parts.append(f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}")
    parts += ["-r"] if option.value else []
    parts += [f"-a {_quoted(' '.join(option.choices))}"] if option.choices else []
    return " ".join([*parts, f"-d {_quoted(option.help)}"])


def _roff(text: str) -> str:
    """Return text that roff prints as it is (groff_char(7)): no sign at its beginning is a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\\&" + text if text[:1] in {".", "'"} else text


def _roff_options(options: "Iterator[_Option] | Sequence[_Option]") -> list[str]:
    lines = []
    for option in options:
        value = f" \\fI{_roff(option.value)}\\fR" if option.value else ""
        flags = ", ".join(f"\\fB{_roff(flag)}\\fR{value}" for flag in option.flags)
        lines += [".TP", flags, _roff(option.help)]
    return lines


def _completions_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=SHELLS, help="the shell they are for")


def _completions(chosen: Any, home: Home) -> int:
    print({"bash": bash, "zsh": zsh, "fish": fish}[chosen.shell](), end="")
    return 0


def _man(chosen: Any, home: Home) -> int:
    print(man(), end="")
    return 0


COMPLETIONS = Command(
    name="completions",
    help="print what a shell needs to complete commands and options",
    examples=(
        'eval "$(tuinews completions bash)"',
        "tuinews completions zsh > ~/.zfunc/_tuinews",
        "tuinews completions fish > ~/.config/fish/completions/tuinews.fish",
    ),
    arguments=_completions_arguments,
    run=_completions,
)

MAN = Command(
    name="man",
    help="print the manual page",
    examples=("tuinews man > ~/.local/share/man/man1/tuinews.1",),
    arguments=lambda parser: None,
    run=_man,
)
