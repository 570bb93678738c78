"""The analysis is as good as the README says."""

import pytest

from tests.text.scores import kept, shipped

MEASURED = shipped()
SLACK = 1.0  # points: one quotation of a hundred


@pytest.mark.parametrize(
    ("group", "name"), [(group, name) for group, shares in kept()["shipped"].items() for name in shares]
)
def test_no_figure_drops(group: str, name: str) -> None:
    assert MEASURED[group][name] >= kept()["shipped"][group][name] - SLACK, (
        "see `python -m tests.text.scores`"
    )
