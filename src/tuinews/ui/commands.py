"""Every command of the interface, once: bindings, footer, help screen, palette and README come from here.

A new command is one row here and one `action_...` on the widget or screen that its `where` names.
"""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textual.binding import Binding


class Command(NamedTuple):
    """One thing the user can do.

    `id` names it in settings; `keys` are Textual's key names; `action` is the Textual action without its
    `action_`, and `{key}` in it the key that was pressed; `where` is the place that has it: one of `PLACES`,
    main for the whole main screen, or app for everywhere. Commands with a `hint` stand in the footer, those
    with the lowest numbers however narrow it is.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    group: str
    where: str
    action: str
    hint: int = 0


def _row(
    id_: str, keys: str, title: str, help_: str, group: str, where: str, action: str, hint: int = 0
) -> Command:
    return Command(id_, tuple(keys.split()), title, help_, group, where, action, hint)


_WHO = "Who said what"
_PAGE = "A person's page"
_LISTED = "Lists of quotations and people"

COMMANDS: tuple[Command, ...] = (
    _row("list.down", "j down", "down", "One row further.", "List", "list", "move(1)", 8),
    _row("list.up", "k up", "up", "One row back.", "List", "list", "move(-1)", 9),
    _row("list.open", "enter l right", "read", "Go into the article, or what is under the cursor.", "List",
         "list", "choose", 1),
    _row("list.top", "g home", "top", "The first row.", "List", "list", "top"),
    _row("list.end", "G end", "end", "The last row.", "List", "list", "end"),
    _row("list.page_down", "pagedown", "page down", "A screenful further.", "List", "list", "page(1)"),
    _row("list.page_up", "pageup", "page up", "A screenful back.", "List", "list", "page(-1)"),
    _row("list.half_down", "ctrl+d", "half down", "Half a screenful further.", "List", "list", "page(0.5)"),
    _row("list.half_up", "ctrl+u", "half up", "Half a screenful back.", "List", "list", "page(-0.5)"),
    _row("reader.down", "j down", "down", "One line further.", "Article", "reader", "line(1)"),
    _row("reader.up", "k up", "up", "One line back.", "Article", "reader", "line(-1)"),
    _row("reader.top", "g home", "top", "The beginning of the article.", "Article", "reader", "top"),
    _row("reader.end", "G end", "end", "The end of the article.", "Article", "reader", "end"),
    _row("reader.page_down", "pagedown", "page", "A screenful further.", "Article", "reader", "page(1)"),
    _row("reader.page_up", "pageup", "page up", "A screenful back.", "Article", "reader", "page(-1)"),
    _row("reader.half_down", "ctrl+d", "half", "Half a screenful further.", "Article", "reader", "page(0.5)"),
    _row("reader.half_up", "ctrl+u", "half up", "Half a screenful back.", "Article", "reader", "page(-0.5)"),
    _row("article.next", "J", "next article", "The next article, staying in it.", "Article", "main",
         "step(1)"),
    _row("article.previous", "K", "article before", "The article before, staying in it.", "Article", "main",
         "step(-1)"),
    _row("read.on", "space", "read on", "A screenful further; at the end, the next unread.", "Reading",
         "main",
         "read_on(1)", 6),
    _row("read.back", "b", "read back", "A screenful back.", "Reading", "main", "read_on(-1)"),
    _row("next", "n", "next", "The next search hit; without a search, the next unread article.", "Reading",
         "main", "next(1)", 5),
    _row("previous", "p N", "one before", "The hit or the unread article before.", "Reading", "main",
         "next(-1)"),
    _row("highlights", "H", "highlights", "Show or hide quotations and people.", "Reading", "main",
         "highlights"),
    _row("save", "w", "save", "Save the article; from the list, also all articles in it or their quotations.",
         "Article", "main", "save"),
    _row("edit", "e", "editor", "Read the article in your editor ($VISUAL, $EDITOR), marked in words.",
         "Article", "main", "edit"),
    _row("mail", "E", "mail", "Send the article, or the beginning of a long one, with your mail program.",
         "Article", "main", "mail"),
    _row("pipe", "vertical_line", "pipe", "Give the article to a command of your own, as plain text.",
         "Article", "main", "pipe"),
    _row("output.leave", "escape h left backspace q enter", "back", "Back to where one was.", "Output",
         "output", "leave", 1),
    _row("output.down", "j", "down", "One line further.", "Output", "output", "scroll(1)"),
    _row("output.up", "k", "up", "One line back.", "Output", "output", "scroll(-1)"),
    _row("find", "ctrl+f", "find", "Find words in this article.", "Article", "main", "find"),
    _row("find.keep", "enter", "keep", "Keep what is found; n and p go through it.", "Finding in an article",
         "find", "keep", 1),
    _row("find.leave", "escape", "leave", "Back to where you were.", "Finding in an article", "find", "leave",
         2),
    _row("find.next", "down ctrl+f", "next", "The next place.", "Finding in an article", "find", "step(1)",
         3),
    _row("find.previous", "up", "before", "The place before.", "Finding in an article", "find", "step(-1)",
         4),
    _row("open", "o", "browser", "Open the article's page in the browser.", "Links", "main", "open"),
    _row("open.unread", "O", "browser, unread", "Open its page, and leave the article unread.", "Links",
         "main", "open_unread"),
    _row("link.copy", "y", "copy link", "Copy the article's address.", "Links", "main", "copy_link"),
    _row("links", "L", "links", "The links of the article, to open and to copy.", "Links", "main", "links"),
    _row("link", "1 2 3 4 5 6 7 8 9", "link", "Open the link of this number.", "Links", "reader",
         "screen.link({key})"),
    _row("hints", "f", "letters", "Letters over the links in sight: type a link's to open it.", "Links",
         "reader", "screen.hints"),
    _row("links.choose", "enter", "open", "Open the link under the cursor.", "List of links", "links",
         "choose", 1),
    _row("links.number", "1 2 3 4 5 6 7 8 9", "number", "Open the link of this number.", "List of links",
         "links", "number({key})"),
    _row("links.copy", "y", "copy", "Copy the address under the cursor.", "List of links", "links", "copy",
         3),
    _row("links.leave", "escape h left backspace q", "back", "Back to where one was.", "List of links",
         "links", "leave", 2),
    _row("attachments", "i", "pictures, files", "The article's pictures and files: see, open, download.",
         "Article", "main", "attachments"),
    _row("attachments.choose", "enter", "see", "Show the picture, or download the file.",
         "Pictures and files", "attachments", "choose", 1),
    _row("attachments.download", "d", "download", "Download it into your folder of downloads.",
         "Pictures and files", "attachments", "download", 3),
    _row("attachments.cancel", "c", "stop", "Stop what is being fetched.", "Pictures and files",
         "attachments", "cancel", 4),
    _row("attachments.leave", "escape h left backspace q", "back", "Back to where one was.",
         "Pictures and files", "attachments", "leave", 2),
    _row("source", "U", "what is stored", "All that is stored of the article: its feed, dates, marks, files.",
         "Article", "main", "source"),
    _row("changes", "D", "what changed", "What its source took out of the article and put in, word by word.",
         "Article", "main", "changes"),
    _row("full", "x", "full text", "The whole article from its page, or the feed's text again.", "Reading",
         "main", "full_text"),
    _row("quotation.next", "right_curly_bracket", "next quotation",
         "The next quotation, in this article or one after it.", _WHO, "main", "quotation(1)", 10),
    _row("quotation.previous", "left_curly_bracket", "previous quotation",
         "The quotation before, in this article or one before it.", _WHO, "main", "quotation(-1)"),
    _row("quotations", "quotation_mark", "quotations",
         "All quotations of the article; from the list, of the view.", _WHO, "main", "quotes", 11),
    _row("quotation.copy", "Y", "copy quotation",
         "Copy the quotation with speaker, source, date and link.", _WHO, "main", "copy_quotation"),
    _row("name.next", "right_parenthesis", "next name", "The next name in the article.", _WHO, "main",
         "name(1)"),
    _row("name.previous", "left_parenthesis", "previous name", "The name before.", _WHO, "main", "name(-1)"),
    _row("reader.after", "right_square_bracket", "] and a key",
         "In the article: then q for the next quotation, p for the next name; alone, the next source.", _WHO,
         "reader", "screen.begin(1)"),
    _row("reader.before", "left_square_bracket", "[ and a key",
         "The same backwards.", _WHO, "reader", "screen.begin(-1)"),
    _row("people", "at", "people", "All people of the article; from the list, of the view.", _WHO, "main",
         "people", 12),
    _row("person", "enter", "person", "The page of the person under the cursor, or of the speaker.", _WHO,
         "reader", "screen.person"),
    _row("person.leave", "escape h left backspace q", "back", "Back to where one was.", _PAGE, "person",
         "leave", 2),
    _row("person.next", "tab", "next part", "Said, articles, and who is named beside.", _PAGE, "person",
         "section(1)", 3),
    _row("person.previous", "shift+tab", "part before", "The part before.", _PAGE, "person", "section(-1)"),
    _row("person.said", "1", "said", "All that was said, newest first.", _PAGE, "person", "to_section(0)"),
    _row("person.articles", "2", "articles", "The articles.", _PAGE, "person", "to_section(1)"),
    _row("person.beside", "3", "beside", "Who is named in the same articles.", _PAGE, "person",
         "to_section(2)"),
    _row("person.follow", "f", "follow", "Follow the person as a saved search with an unread count, or stop.",
         _PAGE, "person", "follow", 4),
    _row("person.join", "plus", "join", "Somebody else in the index is this person too.", _PAGE, "person",
         "join", 6),
    _row("person.part", "minus", "split", "In the article under the cursor it is somebody else.", _PAGE,
         "person", "part", 7),
    _row("person.deny", "x", "no person", "This is no person's name.", _PAGE, "person", "deny", 8),
    _row("person.undo", "u ctrl+z", "undo", "Undo the last change.", _PAGE, "person", "undo", 9),
    _row("name.deny", "X", "no person", "The name under the cursor is no person's.", _WHO, "reader",
         "screen.deny"),
    _row("person.copy", "Y ctrl+y", "copy", "Copy the quotation under the cursor with its source.", _PAGE,
         "person", "copy", 5),
    _row("person.save", "w", "save", "Save all that was said, or the articles.", _PAGE, "person", "save"),
    _row("panel.choose", "enter", "go there", "Go to where it stands.", _LISTED, "panel", "choose", 1),
    _row("panel.leave", "escape", "back", "Back to where one was.", _LISTED, "panel", "leave", 2),
    _row("panel.down", "down", "down", "One row further, while typing too.", _LISTED, "panel", "move(1)"),
    _row("panel.up", "up", "up", "One row back.", _LISTED, "panel", "move(-1)"),
    _row("panel.page_down", "pagedown", "page down", "A screenful further.", _LISTED, "panel", "page(1)"),
    _row("panel.page_up", "pageup", "page up", "A screenful back.", _LISTED, "panel", "page(-1)"),
    _row("panel.copy", "ctrl+y Y", "copy", "Copy the quotation under the cursor with its source.", _LISTED,
         "panel", "copy", 3),
    _row("panel.save", "ctrl+s w", "save", "Save the quotations that are listed.", _LISTED, "panel", "save"),
    _row("panel.switch", "tab shift+tab", "filter or rows", "From the filter to the rows and back.", _LISTED,
         "panel", "switch", 4),
    _row("back", "h left backspace escape", "back", "Back to the list, out of a search, out of a source.",
         "Moving", "main", "back"),
    _row("leave", "q", "back, quit", "Back; at the root, quit.", "Moving", "main", "leave", 4),
    _row("pane.next", "tab", "next pane", "To the next pane.", "Moving", "main", "pane(1)"),
    _row("pane.previous", "shift+tab", "pane before", "To the pane before.", "Moving", "main", "pane(-1)"),
    _row("pane.wider", "greater_than_sign", "list wider", "Make the list wider.", "Moving", "main",
         "widen(4)"),
    _row("pane.narrower", "less_than_sign", "list narrower", "Make the list narrower.", "Moving", "main",
         "widen(-4)"),
    _row("visited.back", "ctrl+o alt+left", "where I was", "The place visited before, in this article or "
         "another.", "Moving", "main", "visited(-1)"),
    _row("visited.forward", "ctrl+n alt+right", "forward again", "The place one came back from.", "Moving",
         "main", "visited(1)"),
    _row("search", "slash", "search", "Search everything while you type.", "Searching", "main", "search", 2),
    _row("search.keep", "enter", "keep", "Keep the search and go to the list.", "Searching", "search",
         "keep", 1),
    _row("search.complete", "tab", "complete", "Take what the line below offers; again, the next of it.",
         "Searching", "search", "complete", 3),
    _row("search.earlier", "up", "earlier", "The search made before that begins so.", "Searching", "search",
         "earlier(1)", 4),
    _row("search.later", "down", "later", "The search made after it; after the last, into the list.",
         "Searching", "search", "earlier(-1)"),
    _row("search.clear", "escape", "clear", "Leave the search, back to where you were.", "Searching",
         "search",
         "clear", 2),
    _row("view.all", "1", "all", "Every article.", "Views", "main", "view('all')"),
    _row("view.unread", "2", "unread", "Articles not read yet.", "Views", "main", "view('unread')"),
    _row("view.starred", "3", "starred", "Articles you starred.", "Views", "main", "view('starred')"),
    _row("view.local", "4", "local", "Files and folders of this machine.", "Views", "main", "view('local')"),
    _row("feed.next", "right_square_bracket", "next source", "Only the next source's articles.", "Views",
         "main", "feed(1)"),
    _row("feed.previous", "left_square_bracket", "previous source", "Only the previous source's articles.",
         "Views", "main", "feed(-1)"),
    _row("search.save", "F", "save search", "Keep the search in force as a folder that fills itself; without "
         "one, those kept.", "Views", "main", "save_search"),
    _row("mark.read", "m", "read/unread", "Mark the article read or unread.", "Marking", "main",
         "toggle_read", 7),
    _row("mark.star", "s", "star", "Star the article, or take the star away.", "Marking", "main",
         "toggle_star"),
    _row("mark.tag", "t", "tag", "Give the article a tag, or take one away.", "Marking", "main", "tag"),
    _row("mark.all", "A", "all read", "Mark all articles in this view read; u undoes it.", "Marking", "main",
         "mark_all"),
    _row("undo", "u ctrl+z", "undo", "Undo the last change.", "Marking", "main", "undo"),
    _row("sources", "S", "sources", "Show the tree of sources, and put it away again.", "Sources", "main",
         "sources"),
    _row("source.add", "a", "add", "Follow a feed, a site, a file or a folder.", "Sources", "main", "add"),
    _row("sources.fold", "space", "fold", "Hide or show the feeds of a folder.", "Tree of sources", "sources",
         "screen.fold", 2),
    _row("sources.rename", "e", "rename", "Give a feed or a saved search another name.", "Tree of sources",
         "sources", "screen.rename", 3),
    _row("sources.move", "M", "move", "Put a feed into another folder.", "Tree of sources", "sources",
         "screen.move_feed", 4),
    _row("sources.whole", "x", "whole articles", "Fetch a feed's new articles whole from their pages, or no "
         "longer.", "Tree of sources", "sources", "screen.feed_whole", 7),
    _row("sources.every", "i", "how often", "Set how often to look for news in a feed.", "Tree of sources",
         "sources", "screen.feed_every", 8),
    _row("sources.remove", "d", "remove", "Stop following a feed; forget a saved search.", "Tree of sources",
         "sources", "screen.remove_row", 5),
    _row("sources.refresh", "r", "refresh", "Look for news in a feed, or in all feeds of a folder.",
         "Tree of sources", "sources", "screen.refresh_row", 6),
    _row("source.remove", "d", "remove source", "Stop following this article's source.", "Sources",
         "main", "remove"),
    _row("problems", "exclamation_mark", "problems",
         "What could not be read or obeyed, and why: sources, articles, settings.",
         "Sources", "main", "problems"),
    _row("problems.retry", "r", "try again", "Try what it is about once more.", "Problems", "problems",
         "retry", 1),
    _row("problems.retry_all", "R f5", "try all", "Try all of it once more.", "Problems",
         "problems", "retry_all", 3),
    _row("problems.address", "e", "mend", "Give the source another address, or open the settings.",
         "Problems", "problems", "edit_address", 4),
    _row("problems.remove", "d", "remove", "Stop following the source.", "Problems", "problems",
         "remove_feed", 5),
    _row("problems.undo", "u ctrl+z", "undo", "Undo the last change.", "Problems", "problems", "undo", 6),
    _row("problems.leave", "escape h left backspace q", "back", "Back to where one was.", "Problems",
         "problems", "leave", 2),
    _row("rules", "W", "rules", "What is done to articles as they come: make, try and apply rules.",
         "Sources", "main", "rules"),
    _row("rules.add", "a", "new", "Make a rule, seeing what it finds.", "Rules", "rules", "add", 1),
    _row("rules.edit", "e", "change", "Change the rule under the cursor; Enter does too.", "Rules", "rules",
         "edit", 3),
    _row("rules.switch", "space", "on/off", "Let a rule rest, or hold again.", "Rules", "rules", "switch", 4),
    _row("rules.up", "K", "earlier", "Follow the rule before the one above it.", "Rules", "rules",
         "shift(-1)", 7),
    _row("rules.down", "J", "later", "Follow the rule after the one below it.", "Rules", "rules", "shift(1)",
         8),
    _row("rules.apply", "x", "apply", "Do what the rule says to all it finds in the library.", "Rules",
         "rules", "apply", 5),
    _row("rules.remove", "d", "remove", "Forget the rule; what it did stays.", "Rules", "rules", "remove", 6),
    _row("rules.undo", "u ctrl+z", "undo", "Undo the last change.", "Rules", "rules", "undo", 9),
    _row("rules.leave", "escape h left backspace q", "back", "Back to where one was.", "Rules", "rules",
         "leave", 2),
    _row("rule.keep", "ctrl+s", "keep", "Keep the rule; Enter in a line of words does too.", "A rule", "rule",
         "keep", 1),
    _row("rule.leave", "escape", "back", "Change nothing.", "A rule", "rule", "leave", 2),
    _row("refresh.one", "r", "refresh", "Look for news in this article's source.", "Sources", "main",
         "refresh_one"),
    _row("refresh.all", "R f5", "refresh all", "Look for news everywhere.", "Sources", "main", "refresh_all"),
    _row("zen", "z f11", "only the article", "Nothing but the article, or everything again.", "Looks", "main",
         "zen"),
    _row("measure.wider", "plus equals_sign", "longer lines", "Longer lines in the article.", "Looks", "main",
         "measure(1)"),
    _row("measure.narrower", "minus", "shorter lines", "Shorter lines in the article.", "Looks", "main",
         "measure(-1)"),
    _row("align", "C", "left or middle", "The text at the left of its pane, or in the middle.", "Looks",
         "main", "align"),
    _row("theme", "T", "theme", "Choose a theme, seeing each at once.", "Looks", "main", "themes"),
    _row("themes.choose", "enter", "keep", "Keep the theme under the cursor.", "Themes", "themes", "choose"),
    _row("themes.leave", "escape h left backspace q", "back", "Back to the theme there was.", "Themes",
         "themes", "leave"),
    _row("themes.down", "j down", "down", "See the next theme.", "Themes", "themes", "move(1)"),
    _row("themes.up", "k up", "up", "See the theme before.", "Themes", "themes", "move(-1)"),
    _row("palette", "colon ctrl+p", "commands",
         "Find a command, feed, person, saved search, tag or theme by typing, and go there.", "Program",
         "app", "app.palette", 13),
    _row("palette.choose", "enter", "do it", "Do or show what is under the cursor.", "Commands", "palette",
         "choose", 1),
    _row("palette.leave", "escape", "back", "Back to where one was.", "Commands", "palette",
         "leave", 2),
    _row("help", "question_mark f1", "help", "The keys of what has the focus.", "Program", "app", "app.help",
         3),
    _row("quit", "ctrl+q", "quit", "Leave tuinews.", "Program", "app", "app.quit"),
)  # fmt: skip

SIGNS = {
    "slash": "/", "question_mark": "?", "escape": "Esc", "enter": "Enter", "space": "Space", "down": "↓",
    "up": "↑", "left": "←", "right": "→", "pagedown": "PgDn", "pageup": "PgUp", "home": "Home", "end": "End",
    "tab": "Tab", "shift+tab": "Shift+Tab", "backspace": "Backspace", "right_square_bracket": "]",
    "left_square_bracket": "[", "greater_than_sign": ">", "less_than_sign": "<", "left_curly_bracket": "{",
    "right_curly_bracket": "}", "quotation_mark": '"', "at": "@", "left_parenthesis": "(",
    "right_parenthesis": ")", "vertical_line": "|", "colon": ":", "plus": "+", "minus": "-",
    "exclamation_mark": "!", "equals_sign": "=",
}  # fmt: skip


def sign(key: str) -> str:
    """The key as it is written for people: `Ctrl+D`, `?`, `Esc`."""
    if key in SIGNS:
        return SIGNS[key]
    if key.startswith("alt+"):
        return "Alt+" + sign(key[4:])
    if key.startswith("ctrl+"):
        return "Ctrl+" + key[5:].upper()
    return key.upper() if len(key) > 1 and key[0] == "f" and key[1:].isdigit() else key


def signs(keys: Sequence[str]) -> str:
    """Keys as they are written for people."""
    return " ".join(map(sign, keys))


PLACES = {
    "list": "In every list",
    "reader": "In the article",
    "search": "While searching",
    "find": "While finding words",
    "sources": "In the tree of sources",
    "panel": "In this panel",
    "palette": "Among the commands",
    "person": "On a person's page",
    "problems": "Among the problems",
    "rules": "Among the rules",
    "rule": "In a rule",
    "links": "Among the links",
    "attachments": "Among pictures and files",
    "output": "In the output",
    "themes": "Among the themes",
}
"""What a place is called whose commands are listed together; the others are listed by their groups."""

_TYPED = frozenset({"search", "find", "panel", "palette", "rule"})
"""Places where letters are words, not commands."""

_WITHIN_MAIN = frozenset({"list", "reader", "sources"})
"""Places where the commands of the main screen are at hand too."""


def hints(where: str) -> list[Command]:
    """The commands that the footer shows while `where` has the focus, in the order of the table."""
    places = [where]
    if where in _WITHIN_MAIN:
        places.append("main")
    if where not in _TYPED:
        places.append("app")
    return [command for command in COMMANDS if command.hint and command.where in places]


@cache
def bindings(where: str) -> list["Binding"]:
    """Textual's bindings for the commands of one place."""
    from textual.binding import Binding

    return [
        Binding(
            keys,
            command.action.format(key=keys),
            command.title,
            show=False,
            id=command.id if "{key}" not in command.action else f"{command.id}.{keys}",
        )
        for command in COMMANDS
        if command.where == where
        # An action that asks which key it was has a binding for each.
        for keys in (command.keys if "{key}" in command.action else (",".join(command.keys),))
    ]


def reference() -> str:
    """The keys as the Markdown tables of the README, one group below the other."""
    lines: list[str] = []
    for group in dict.fromkeys(command.group for command in COMMANDS):
        lines += [f"**{group}**", "", "| key | what it does |", "| --- | --- |"]
        for command in COMMANDS:
            if command.group == group:
                keys = " ".join(f"`{sign(key)}`" for key in command.keys)
                lines.append(f"| {keys.replace('|', chr(92) + '|')} | {command.help} |")
        lines.append("")
    return "\n".join(lines)
