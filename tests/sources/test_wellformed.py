"""The fast parser loses nothing against feedparser, on any feed of the corpus."""

from collections.abc import Callable
from itertools import permutations

import pytest

from tests.sources.corpus import ATOM_ENTRIES, RSS_ITEMS, atom, corpus, rss
from tuinews.model import Fetched
from tuinews.sources.fields import Unsure
from tuinews.sources.raw import finish
from tuinews.sources.reference import parse_xml_feed
from tuinews.sources.wellformed import parse_well_formed

URL = "https://kelm.example/feeds/all.xml"


# The title of an entry's image is none of the entry, as feedparser has it.
BETTER = "image"


@pytest.mark.parametrize("name", sorted(corpus().keys() - {f"rss, {BETTER}"}))
def test_fast_and_reference_agree(name: str) -> None:
    data = corpus()[name]
    try:
        fast = finish(parse_well_formed(data, URL), URL)
    except Unsure:
        return
    assert fast == finish(parse_xml_feed(data, URL), URL)


# A later summary of these kinds replaces in feedparser what an entry said before, or has HTML read as text;
# ours keeps the longest.
SECOND_SUMMARY = ("media:description", "itunes:summary")


def simple(fields: dict[str, str]) -> dict[str, str]:
    return {
        name: value
        for name, value in fields.items()
        if name not in {"long", BETTER} and not any(f"<{tag}" in value for tag in SECOND_SUMMARY)
    }


@pytest.mark.parametrize(("make", "fields"), [(rss, simple(RSS_ITEMS)), (atom, simple(ATOM_ENTRIES))])
def test_fast_and_reference_agree_on_any_two_kinds_of_fields_in_one_entry(
    make: Callable[[str], bytes], fields: dict[str, str]
) -> None:
    compared = 0
    for first, second in permutations(fields, 2):
        data = make(fields[first] + fields[second])
        try:
            fast = finish(parse_well_formed(data, URL), URL)
        except Unsure:
            continue
        assert fast == finish(parse_xml_feed(data, URL), URL), (first, second)
        compared += 1
    assert compared > 100


@pytest.mark.parametrize(
    "item",
    [
        "<description>3 &lt; 4 &amp;amp; <b>bold</b></description>",
        "<description>An <x:box>own</x:box> <link>https://kelm.example/z</link></description>",
        "<description>Body</description><atom:summary>S</atom:summary>",
    ],
)
def test_what_feedparser_alone_understands_is_left_to_it(item: str) -> None:
    with pytest.raises(Unsure):
        parse_well_formed(rss(item), URL)


def test_the_title_of_an_image_is_not_that_of_its_entry() -> None:
    [entry] = finish(parse_well_formed(rss(RSS_ITEMS[BETTER]), URL), URL).entries
    assert entry.title == "t"


def test_most_well_formed_feeds_take_the_fast_way() -> None:
    def is_fast(data: bytes) -> bool:
        try:
            return isinstance(finish(parse_well_formed(data, URL), URL), Fetched)
        except Unsure:
            return False

    fast = [name for name, data in corpus().items() if is_fast(data)]
    slow = set(corpus()) - set(fast)
    assert len(slow) <= 25, slow


def test_a_relative_link_is_relative_to_the_feed_and_xml_base_counts() -> None:
    def targets(name: str) -> list[str]:
        raw = parse_well_formed(corpus()[name], URL)
        [entry] = finish(raw, URL).entries
        return [mark.value for mark in entry.marks]

    assert targets("rss, relative in body")[0] == "https://kelm.example/feeds/x"
    assert "https://kelm.example/i.jpg" in targets("rss, relative in body")
    assert targets("atom, base") == ["https://other.example/a/x"]
    assert targets("atom base") == ["https://other.example/f/x"]
    assert targets("entry base") == ["https://kelm.example/feeds/sub/x"]
