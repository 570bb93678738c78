"""What can be done from where one is: the commands of what has the focus, and of all that is around it."""

from typing import TYPE_CHECKING, Any

from textual.binding import Binding

from tuinews.ui.commands import COMMANDS, Command

if TYPE_CHECKING:
    from textual.app import App
    from textual.dom import DOMNode

AtHand = list[tuple[Command, "DOMNode"]]
"""Commands, each with what has its action."""

_BY_ID = {command.id: command for command in COMMANDS if "{key}" not in command.action}


def at_hand(app: "App[Any]") -> AtHand:
    """Return the commands at hand, those of what has the focus first.

    One whose action asks which key it was (a digit) is at hand by its keys only, and left out.
    """
    found: dict[str, tuple[Command, DOMNode]] = {}
    for node in (app.focused or app.screen).ancestors_with_self:
        for kind in type(node).__mro__:
            for binding in vars(kind).get("BINDINGS", ()):
                command = _BY_ID.get(binding.id or "") if isinstance(binding, Binding) else None
                if command is not None:
                    found.setdefault(command.id, (command, node))
        if node.is_modal:  # what lies below waits for its answer
            break
    return list(found.values())
