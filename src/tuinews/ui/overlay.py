"""Spans of many kinds laid over one text, cut into runs that each wear one combination of names.

A person named inside a quotation is one run with both names, so that nothing is lost where spans overlap.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

Painted = tuple[int, int, str]
"""Start, end, and the name of the look: `(120, 137, "person")`."""


class Overlay:
    """The spans of a text, flattened once; asked per line with one bisection."""

    def __init__(self, spans: Iterable[Painted] = ()) -> None:
        events: list[tuple[int, int, str]] = []
        for start, end, name in spans:
            if start < end:
                events.append((start, 1, name))
                events.append((end, -1, name))
        events.sort()
        self._starts: list[int] = []
        self._names: list[tuple[str, ...]] = []
        active: dict[str, int] = {}
        for place, change, name in events:
            active[name] = active.get(name, 0) + change
            names = tuple(sorted(key for key, count in active.items() if count > 0))
            if self._starts and self._starts[-1] == place:
                self._names[-1] = names
            else:
                self._starts.append(place)
                self._names.append(names)

    def runs(self, start: int, end: int) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        """Cut `[start, end)` into runs `(start, end, names)`, names sorted and possibly none."""
        index = bisect_right(self._starts, start) - 1
        while start < end:
            names = self._names[index] if index >= 0 else ()
            following = self._starts[index + 1] if index + 1 < len(self._starts) else end
            stop = min(following, end)
            yield start, stop, names
            start, index = stop, index + 1
