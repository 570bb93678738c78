"""`tuinews rules`: what is done to articles as they come."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tuinews.citing import day
from tuinews.cli.command import Command, add_json, print_json
from tuinews.errors import TuinewsError
from tuinews.home import Home
from tuinews.model import Caught, Deeds, Rule
from tuinews.plural import counted

if TYPE_CHECKING:
    import argparse

    from tuinews.library import Library

WHAT = ("list", "add", "remove", "on", "off", "first", "test", "apply")
SHOWN = 20  # articles that `test` prints


def _rules_arguments(parser: "argparse.ArgumentParser") -> None:
    parser.add_argument("what", nargs="?", choices=WHAT, default="list", help="what to do with the rules")
    parser.add_argument(
        "rule", nargs="*", metavar="RULE|QUERY", help="a rule's number; for add and test a search"
    )
    parser.add_argument("--read", action="store_true", help="add: mark what is found read")
    parser.add_argument("--star", action="store_true", help="add: star it")
    parser.add_argument("--tag", metavar="NAME", default="", help="add: give it a tag")
    parser.add_argument("--hide", action="store_true", help="add: hide it; only is:hidden finds it then")
    parser.add_argument("--notify", action="store_true", help="add: tell of it")
    add_json(parser, "the rules, or the articles that a test finds,")


def _rules(chosen: Any, home: Home) -> int:
    from tuinews.cli.library import opened

    words = " ".join(chosen.rule)
    with opened(home) as library:
        match chosen.what:
            case "list":
                return _list(library.rules.all(), as_json=chosen.json)
            case "add":
                tag = chosen.tag.strip().removeprefix("#").strip()
                deeds = Deeds(chosen.read, chosen.star, chosen.hide, chosen.notify, tag)
                return _list([library.rules.add(words, deeds)], as_json=chosen.json)
            case "test":
                return _test(library, _sought(library, words), as_json=chosen.json)
            case what:
                for rule in [_find(library, name) for name in chosen.rule or [""]]:
                    _change(library, what, rule)
    return 0


def _change(library: "Library", what: str, rule: Rule) -> None:
    rules = library.rules
    match what:
        case "remove":
            rules.remove(rule.id)
            print(f"Removed rule {rule.id}; what it did stays.")
        case "on" | "off":
            rules.switch(rule.id, what == "on")
            print(f"Rule {rule.id} is {what}.")
        case "first":
            rules.put_back([rule, *(other for other in rules.all() if other.id != rule.id)])
            print(f"Rule {rule.id} is the first now.")
        case "apply":
            from tuinews.cli.reading import analyse

            analyse(library)
            done = rules.apply(rule)
            changed = len({*done.read, *done.starred, *done.tagged, *done.hidden})
            print(f"Rule {rule.id} found {counted(len(done.ids), 'article')} and changed {changed:,}.")


def _list(rules: Iterable[Rule], *, as_json: bool) -> int:
    if as_json:
        print_json(
            {
                "id": rule.id,
                "query": rule.sought,
                **rule.deeds._asdict(),
                "active": rule.active,
                "caught": rule.caught,
            }
            for rule in rules
        )
        return 0
    for rule in rules:
        off = "" if rule.active else "\toff"
        print(f"{rule.id}\t{rule.sought}\t{rule.deeds}\t{rule.caught:,} caught{off}")
    return 0


def _test(library: "Library", sought: str, *, as_json: bool) -> int:
    """Print what a search finds in the library: what a rule would have caught."""
    from tuinews.cli.reading import headlines
    from tuinews.sharing.values import of_headline

    if as_json:
        return 0 if print_json(map(of_headline, headlines(library, sought))) else 1
    number = 0
    for number, headline in enumerate(headlines(library, sought), 1):
        if number <= SHOWN:
            print(f"{headline.id}\t{day(headline.published)}\t{headline.source}\t{headline.title}")
    print(f"{counted(number, 'article')} in the library {'is' if number == 1 else 'are'} found.")
    return 0 if number else 1


def _sought(library: "Library", words: str) -> str:
    """Return the search of a rule of that number, or the words themselves."""
    return _find(library, words).sought if words.isdecimal() and words.isascii() else words


def _find(library: "Library", name: str) -> Rule:
    for rule in library.rules.all():
        if str(rule.id) == name:
            return rule
    raise TuinewsError(f"There is no rule {name!r}; `tuinews rules` shows the rules and their numbers.")


def notices(library: "Library", caught: Iterable[Caught]) -> Iterable[str]:
    """Give a line for each article that a rule tells of, and for each rule whose time was over."""
    for done in caught:
        if done.late:
            yield f"The rule {done.rule.sought!r} took too long and has not looked at all articles."
        if done.notify:
            for headline in library.articles.headlines(done.ids):
                yield f"{headline.source}: {headline.title} ({done.rule.sought})"


RULES = Command(
    name="rules",
    help="list, add, try and apply rules: what is done to articles as they come",
    examples=(
        "tuinews rules",
        "tuinews rules add 'feed:wire title:sport' --hide",
        "tuinews rules add 'said:okafor' --star --tag okafor --notify",
        "tuinews rules test 'ferry harbour'",
        "tuinews rules apply 2",
        "tuinews rules remove 2",
    ),
    arguments=_rules_arguments,
    run=_rules,
    more=(
        " Rules are followed in their order for each article that comes or changes; those about people and "
        "quotations when it has been analysed. `apply` does to what is there what a rule says, `first` puts "
        "a rule before the others."
    ),
)
