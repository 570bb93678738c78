"""The library that the benchmarks write row by row is one that the program would write."""

from pathlib import Path

import pytest

from tests.benchmarks import world
from tuinews.store import Store
from tuinews.store.seal import Sealing


def test_rows_written_by_hand_are_a_sound_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(world, "VOCABULARY", 9_100)
    monkeypatch.setattr(world, "BATCH", 30)
    monkeypatch.setattr(world, "_WORLD", world.World(seed=1))
    with Store(tmp_path / "library.db") as store:
        feeds = world.furnish(store)
        by_hand, whole = world.insert(store, [world.rows(0)]), world.fill(store, world.batch(1), feeds)
        health = store.upkeep.health(thorough=True)
        assert (health.problems, health.articles, health.unanalysed) == ((), 60, 0)
        assert Sealing(store._database).run(worth=1) == 60  # each of them gets its columns
        for ids in (by_hand, whole):
            article = store.articles.get(ids[0])
            assert article is not None
            word = article.title.split()[0]
            assert ids[0] in [
                i for chunk in store.search.ids(f'title:{word} feed:"{article.source}"') for i in chunk
            ]
            people = store.people.get(ids[0])
            assert people is not None
            assert store.search.count(f'said:"{people.people[0].name}"') == 1
