"""What is asked in the benchmark of scale: each question with the best SQL that answers it by hand.

The floors are written for the tables as they are, by somebody who knows the number of the feed and has the
folded words at hand: no parsing, no plan, no copies of stories to leave out.
"""

import random
from dataclasses import dataclass

from tests.benchmarks.world import World
from tuinews.store.walk import FIRST

WORDS = f"SELECT rowid FROM article_index WHERE article_index MATCH ? ORDER BY rowid DESC LIMIT {FIRST:d}"
_JOINED = f"""SELECT f.rowid FROM article_index f CROSS JOIN articles a ON a.id = f.rowid
    WHERE article_index MATCH ? AND {{condition}} ORDER BY f.rowid DESC LIMIT {FIRST:d}"""
_LIST = f"SELECT id FROM articles {{}} ORDER BY id DESC LIMIT {FIRST:d}"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in the search language, and by hand. `typing`: the last word is not finished."""

    sought: str
    sql: str
    bindings: tuple[str | int, ...] = ()
    typing: bool = False
    kind: str = ""


def views(world: World) -> list[Asked]:
    """Return one of each list the program shows."""
    name = world.people[40].lower()
    person = " ".join(f"ⓟ{word}" for word in name.split())
    folder = " OR ".join(f'"ⓕ{number + 1}"' for number in range(3, 500, 20))
    word = world.words[300]
    return [
        Asked("", _LIST.format(""), kind="all"),
        Asked("is:unread", _LIST.format("WHERE unread = 1"), kind="unread"),
        Asked("is:starred", _LIST.format("WHERE starred = 1"), kind="starred"),
        # It fills the screen among a thousand articles too (38): else rows that are not drawn are compared.
        Asked('feed:"Feed 3"', _LIST.format("WHERE feed_id = 4"), kind="one feed"),
        Asked(
            'feed:"Feed 3" is:unread', _LIST.format("WHERE feed_id = 4 AND unread = 1"), kind="feed, unread"
        ),
        Asked("folder:folder3", WORDS, (folder,), kind="one folder"),
        Asked(
            "#tag3",
            f"SELECT article_id FROM article_tags WHERE tag_id = 3 ORDER BY 1 DESC LIMIT {FIRST:d}",
            kind="one tag",
        ),
        Asked(f'person:"{name}"', WORDS, (f'"{person}"',), kind="one person"),
        Asked("saved:followed", WORDS, (f'"{word}"',), kind="saved search"),
    ]


def searches(world: World) -> list[Asked]:
    """Return the 200 searches: words of every frequency, phrases, prefixes, filters, boolean."""
    source = random.Random(5)
    common, usual, rare = world.words[:30], world.words[100:3000], world.words[20_000:140_000]
    pick = source.choice
    asked = [_word(pick(common)) for _ in range(15)]
    asked += [_word(pick(usual)) for _ in range(15)]
    asked += [_word(pick(rare)) for _ in range(15)]
    asked += [_both(pick(common), pick(usual)) for _ in range(15)]
    asked += [_both(pick(usual), pick(rare)) for _ in range(10)]
    asked += [_phrase(pick(common), pick(common)) for _ in range(10)]
    asked += [_phrase(pick(common), pick(usual)) for _ in range(10)]
    for length in range(1, 7):
        long_enough = [word for word in world.words[:20_000] if len(word) >= length]
        asked += [_prefix(pick(long_enough)[:length]) for _ in range(10)]
    asked += [_person(pick(usual), world.people[source.randrange(2000)].lower()) for _ in range(10)]
    asked += [_feed(pick(common), source.randrange(100)) for _ in range(10)]
    asked += [_state(pick(usual), "unread") for _ in range(10)]
    asked += [_state(pick(common), "starred") for _ in range(5)]
    asked += [_boolean(pick(usual), pick(usual), pick(common)) for _ in range(15)]
    return asked


def ranked(world: World) -> list[Asked]:
    """Return what is hard to rank, with the expression for FTS5 where it alone can answer."""
    words, person = world.words, world.people[0].lower()

    def made(kind: str, sought: str, expression: str = "") -> Asked:
        return Asked(sought, "", (expression,) if expression else (), kind=kind)

    return [
        made("a word in all", words[0], f'"{words[0]}"'),
        made("a word in 58 %", words[50], f'"{words[50]}"'),
        made("a word in 15 %", words[300], f'"{words[300]}"'),
        made("a word in 5 %", words[900], f'"{words[900]}"'),
        made("a rare word", words[30_000], f'"{words[30_000]}"'),
        made("two common words", f"{words[5]} {words[70]}", f'"{words[5]}" AND "{words[70]}"'),
        made("three common words", " ".join(words[50:80:10])),
        made("a common and a rare word", f"{words[5]} {words[30_000]}"),
        made("one of two", f"{words[9]} OR {words[400]}", f'"{words[9]}" OR "{words[400]}"'),
        made("one of three common words", " OR ".join(words[90:120:10])),
        made("one of forty common words", " OR ".join(words[:40])),
        made("a frequent phrase", f'"{words[2]} {words[4]}"', f'"{words[2]} {words[4]}"'),
        made("a rare phrase of common words", f'"{words[90]} {words[100]}"'),
        made("one letter", words[70][:1] + "*"),
        made("three letters", words[900][:3] + "*", f'"{words[900][:3]}" *'),
        made("title", f"title:{words[10]} {words[80]}"),
        made("word, person", f'{words[50]} person:"{person}"'),
        made("word, feed", f'{words[50]} feed:"Feed 1"'),
        made("word, unread", f"{words[50]} is:unread"),
        made("word, not, language", f"{words[50]} -{words[60]} lang:de"),
    ]


def _word(word: str) -> Asked:
    return Asked(word, WORDS, (f'"{word}"',), kind="a word")


def _both(one: str, other: str) -> Asked:
    return Asked(f"{one} {other}", WORDS, (f'"{one}" AND "{other}"',), kind="two words")


def _phrase(one: str, other: str) -> Asked:
    return Asked(f'"{one} {other}"', WORDS, (f'"{one} {other}"',), kind="a phrase")


def _prefix(begun: str) -> Asked:
    return Asked(begun, WORDS, (f'"{begun}" *',), typing=True, kind=f"{len(begun)} letters")


def _person(word: str, name: str) -> Asked:
    person = " ".join(f"ⓟ{part}" for part in name.split())
    return Asked(f'{word} person:"{name}"', WORDS, (f'"{word}" AND "{person}"',), kind="word, person")


def _feed(word: str, feed: int) -> Asked:
    return Asked(f'{word} feed:"Feed {feed}"', WORDS, (f'"{word}" AND "ⓕ{feed + 1}"',), kind="word, feed")


def _state(word: str, state: str) -> Asked:
    sql = _JOINED.format(condition=f"a.{state} = 1")
    return Asked(f"{word} is:{state}", sql, (f'"{word}"',), kind=f"word, {state}")


def _boolean(one: str, other: str, third: str) -> Asked:
    expression = f'("{one}" OR "{other}") NOT "{third}"'
    return Asked(f"({one} OR {other}) -{third}", WORDS, (expression,), kind="or, not")
