from tests.store.world import Shelf
from tuinews.store import Store
from tuinews.store.tags import TagRow


def test_tags_are_given_taken_and_counted(shelf: Shelf, store: Store) -> None:
    ids = shelf.ids
    assert list(store.tags.give([ids["harbour"], ids["bridge"], 12345], "traffic")) == [ids["harbour"]]
    assert store.tags.all() == [TagRow("Traffic", 2)]
    assert shelf.found("#TRAFFIC") == ["harbour", "bridge"]
    assert list(store.tags.give([ids["tokyo"]], "#read later ")) == [ids["tokyo"]]
    assert shelf.found('tag:"read later"') == ["tokyo"]
    assert list(store.tags.give([ids["tokyo"]], " # ")) == []
    assert list(store.tags.take([ids["harbour"], ids["tokyo"]], "TRAFFIC")) == [ids["harbour"]]
    assert store.tags.all() == [TagRow("Traffic", 1), TagRow("read later", 1)]
    store.feeds.remove(shelf.courier)
    assert store.tags.all() == [TagRow("read later", 1)]
