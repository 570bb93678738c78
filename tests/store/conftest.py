"""A small library of invented news that the tests of the store search in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.world import Shelf
from tuinews.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store(path) as opened:
        yield opened


@pytest.fixture
def shelf(store: Store, path: Path) -> Shelf:
    return Shelf(store, path)
