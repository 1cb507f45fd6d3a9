"""Spans in the order of their text, asked for by where they stand: no look at each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import TypeVar

from languages.mention import Span

S = TypeVar("S", bound=Span)


class Spans(list[S]):
    """Spans ordered by start; they may overlap, and none is added or left out later."""

    __slots__ = ("_reached", "_starts")

    def __init__(self, spans: Iterable[S] = ()) -> None:
        list.__init__(self, spans)
        self._starts = [span.start for span in self] if self else []
        self._reached: list[int] | None = None

    def within(self, start: int, end: int) -> list[S]:
        """Those that lie wholly in a stretch."""
        if not self:
            return []
        first = bisect_left(self._starts, start)
        return [span for span in self[first : bisect_right(self._starts, end, first)] if span.end <= end]

    def starting(self, first: int, last: int) -> list[S]:
        """Those that start in a stretch, its last place included."""
        return self[bisect_left(self._starts, first) : bisect_right(self._starts, last)]

    def before(self, end: int) -> list[S]:
        """Those that end at or before a place, where none overlaps another."""
        count = bisect_left(self._starts, end)
        return self[: count - 1 if count and self[count - 1].end > end else count]

    def reach(self, at: int) -> int:
        """How far those reach that start before a place; 0 if none does."""
        if not self:
            return 0
        if self._reached is None:
            self._reached = [0, *accumulate((span.end for span in self), max)]
        return self._reached[bisect_left(self._starts, at)]
