"""The fast parser loses nothing against feedparser, on any feed of the corpus."""

import pytest

from tests.sources.corpus import corpus
from tuinews.model import Fetched
from tuinews.sources.fields import Unsure
from tuinews.sources.raw import finish
from tuinews.sources.reference import parse_xml_feed
from tuinews.sources.wellformed import parse_well_formed

URL = "https://kelm.example/feeds/all.xml"


@pytest.mark.parametrize("name", corpus())
def test_fast_and_reference_agree(name: str) -> None:
    data = corpus()[name]
    try:
        fast = finish(parse_well_formed(data), URL)
    except Unsure:
        return
    assert fast == finish(parse_xml_feed(data, URL), URL)


def test_most_well_formed_feeds_take_the_fast_way() -> None:
    def is_fast(data: bytes) -> bool:
        try:
            return isinstance(finish(parse_well_formed(data), URL), Fetched)
        except Unsure:
            return False

    fast = [name for name, data in corpus().items() if is_fast(data)]
    assert len(fast) > 150, fast
