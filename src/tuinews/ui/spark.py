"""A small line of activity over time: one cell a stretch, higher where there was more."""

from collections.abc import Sequence

_BARS = "▁▂▃▄▅▆▇█"


def sparkline(numbers: Sequence[int]) -> str:
    """The numbers as bars of eight heights, the greatest full; none is a blank, any at least a line."""
    most = max(numbers, default=0)
    return "".join(_BARS[(number * 8 - 1) // most] if number else " " for number in numbers)
