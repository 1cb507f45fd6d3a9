import pytest

from languages.mention import Span
from languages.spans import Spans

A, B, C = Span(0, 2), Span(2, 5), Span(7, 9)
SPANS = Spans([A, B, C])


@pytest.mark.parametrize(
    ("start", "end", "found"), [(0, 9, [A, B, C]), (1, 9, [B, C]), (2, 8, [B]), (0, 1, []), (9, 20, [])]
)
def test_spans_within_a_stretch_lie_wholly_in_it(start: int, end: int, found: list[Span]) -> None:
    assert SPANS.within(start, end) == found


@pytest.mark.parametrize(("first", "last", "found"), [(0, 2, [A, B]), (1, 1, []), (7, 7, [C])])
def test_spans_starting_in_a_stretch_may_end_beyond_it(first: int, last: int, found: list[Span]) -> None:
    assert SPANS.starting(first, last) == found


@pytest.mark.parametrize(("end", "found"), [(1, []), (2, [A]), (8, [A, B]), (9, [A, B, C])])
def test_spans_before_a_place_end_there_at_the_latest(end: int, found: list[Span]) -> None:
    assert SPANS.before(end) == found


@pytest.mark.parametrize(("at", "reached"), [(0, 0), (1, 2), (2, 2), (3, 5), (7, 5), (8, 9)])
def test_reach_is_the_furthest_end_of_those_that_start_before(at: int, reached: int) -> None:
    assert SPANS.reach(at) == reached


def test_reach_is_that_of_the_longest_where_spans_overlap() -> None:
    assert Spans([Span(0, 9), Span(1, 3)]).reach(2) == 9
