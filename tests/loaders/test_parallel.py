import os
from collections.abc import Iterator

import pytest

from loaders.parallel import AHEAD, Call, calls


def half(number: int) -> int:
    if number % 2:
        raise ValueError(number)
    return number // 2


def die_of_seven(number: int) -> int:
    if number == 7:
        os._exit(1)
    return number


@pytest.mark.parametrize("workers", [1, 2])
def test_calls_come_in_order_with_result_or_error(workers: int) -> None:
    finished = list(calls(half, range(20), workers=workers))
    assert [call.argument for call in finished] == list(range(20))
    assert [call.result for call in finished] == [None if n % 2 else n // 2 for n in range(20)]
    assert [type(call.error) for call in finished] == [ValueError if n % 2 else type(None) for n in range(20)]


def test_calls_outlive_a_worker_that_dies() -> None:
    finished = list(calls(die_of_seven, range(4, 10), workers=2))
    assert [call.argument for call in finished] == list(range(4, 10))
    assert [call.argument for call in finished if call.error] == [7]
    assert [call.result for call in finished if not call.error] == [4, 5, 6, 8, 9]


def test_calls_take_no_more_arguments_than_are_in_flight() -> None:
    taken = []

    def arguments() -> Iterator[int]:
        for number in range(0, 1000, 2):
            taken.append(number)
            yield number

    assert next(iter(calls(half, arguments(), workers=1))) == Call(0, result=0)
    assert len(taken) <= AHEAD + 1
