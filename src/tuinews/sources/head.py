"""The head of an article: its title, byline, date and the like, found in the text itself."""

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from tuinews.text.dates import find_date, parse_date
from tuinews.text.wash import wash_line

LONGEST_TITLE = 160
_FENCE = re.compile(r"(---|\+\+\+)[ \t]*\n(.*?\n)?(?:\1|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"([^\W\d_][\w -]{0,30}?)\s*[:=：]\s*(.*)")
_UNDERLINE = re.compile(r"\s*([=\-~*_])\1{2,}\s*")
# After the word of a byline: a few words.
_NAME = re.compile(r"[^\W\d_][\w.'’\-·・]*(?:[ ,&・]+(?:[\w.'’\-·・]+)){0,7}")


@dataclass(slots=True)
class Head:
    """What the head of an article says; empty where it says nothing."""

    title: str = ""
    author: str = ""
    published: int | None = None
    language: str = ""
    link: str = ""
    tags: list[str] = field(default_factory=list)

    def set(self, name: str, value: str) -> bool:
        """Take a field by any of its names; tell whether it is one of the head's."""
        words = _words()
        name, value = name.strip().lower(), wash_line(value.strip().strip("\"'"))
        if name in words["title"]:
            self.title = self.title or value
        elif name in words["author"]:
            self.author = self.author or value.strip("[]").replace('"', "")
        elif name in words["date"]:
            self.published = self.published or parse_date(value, self.language)
        elif name in words["language"]:
            self.language = self.language or value
        elif name in words["link"]:
            self.link = self.link or value
        elif name in words["tags"]:
            self.tags += [tag.strip().strip("\"'") for tag in value.strip("[]").split(",") if tag.strip()]
        else:
            return False
        return True


def front_matter(text: str) -> tuple[Head, str]:
    """Return what the block of fields between "---" or "+++" lines at the start says, and the text after it.

    Only flat `name: value` lines and lists of tags are read: that is what articles have there.
    """
    head = Head()
    match = _FENCE.match(text)
    if not match:
        return head, text
    current = ""
    for line in (match[2] or "").splitlines():
        item = re.match(r"\s+-\s+(.*)|-\s+(.*)", line)
        if item and current:
            head.set(current, item[1] or item[2] or "")
        elif found := _FIELD.match(line):
            current = found[1]
            head.set(current, found[2])
    return head, text[match.end() :]


def text_head(text: str) -> tuple[Head, str]:
    """Return the head of a plain text and the text without the lines that belong to it.

    A title is a short first line with a blank line (or an underline) after it, or a line "Title: ...";
    under it may stand a block of nothing but byline and date.
    """
    head, rest = _field_lines(text)
    if not head.title:
        head.title, rest = _first_line(rest)
    block, blank, after = rest.lstrip("\n").partition("\n\n")
    lines = [line.strip() for line in block.split("\n")]
    if blank and len(lines) <= 4 and all(_is_head_line(line, head) for line in lines if line):
        rest = after
    if head.published is None and (found := find_date(rest.lstrip()[:250], head.language)):
        head.published = found[0]
    return head, rest


def _field_lines(text: str) -> tuple[Head, str]:
    """Read lines such as "Title: ..." from the top, as many as there are."""
    head = Head()
    rest = text.lstrip("\n")
    while match := _FIELD.match(rest.partition("\n")[0]):
        if not head.set(match[1], match[2]):
            break
        rest = rest.partition("\n")[2]
    return head, rest


def _first_line(text: str) -> tuple[str, str]:
    line, _, rest = text.lstrip("\n").partition("\n")
    following = rest.partition("\n")[0]
    title = wash_line(line).strip("=*# ")
    if not title or len(title) > LONGEST_TITLE or not rest.strip():
        return "", text
    if _UNDERLINE.fullmatch(following):
        return title, rest.partition("\n")[2]
    return (title, rest) if not following.strip() else ("", text)


def _is_head_line(line: str, head: Head) -> bool:
    """Take a byline, a dateline or both from a line that has nothing else; tell whether it was one."""
    if len(line) > 100:
        return False
    found = find_date(line, head.language)
    if found:
        moment, span = found
        before, after = line[: span.start].strip(" ,|–—·-"), line[span.end :].strip(" ,|–—·-()")
        author = byline(after) or byline(before)
        place_only = len(before.split()) <= 4 and not after
        if not author and not place_only:
            return False
        head.published, head.author = head.published or moment, head.author or author
        return True
    author = byline(line)
    head.author = head.author or author
    return bool(author)


def byline(line: str) -> str:
    """Return the name in a byline such as "By Ada Vell", or ""."""
    lower = line.lower()
    for word in _words()["byline"]:
        if lower.startswith(word):
            name = line[len(word) :]
            parted = name[:1].isspace() or not word[-1].isalpha() or not word.isascii()
            name = wash_line(name.strip(" :：\u3000"), 200)
            if parted and _NAME.fullmatch(name) and (name[0].isupper() or not name[0].islower()):
                return name
    return ""


@cache
def _words() -> dict[str, list[str]]:
    """Return the words by which heads are known, from the language file beside this module."""
    table = tomllib.loads(files("tuinews.sources").joinpath("heads.toml").read_text(encoding="utf-8"))
    return {name: [str(word) for word in words] for name, words in table.items()}
