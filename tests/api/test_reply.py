"""A question that many threads ask at once."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from api.reply import Shared


def test_those_that_wait_share_the_next_answer_and_none_gets_an_earlier_one() -> None:
    asked: list[float] = []

    def ask() -> float:
        asked.append(time.perf_counter())
        time.sleep(0.02)
        return asked[-1]

    shared = Shared(ask)

    def timed(_: int) -> bool:
        came = time.perf_counter()
        return shared() >= came

    with ThreadPoolExecutor(40) as pool:
        assert all(pool.map(timed, range(400)))
    assert len(asked) < 100


def test_what_fails_fails_for_all_that_share_it_and_is_asked_again() -> None:
    running, going = threading.Event(), threading.Event()
    answers: Iterator[ValueError | str] = iter([ValueError("first"), "second"])

    def ask() -> str:
        running.set()
        going.wait(5)
        answer = next(answers)
        if isinstance(answer, ValueError):
            raise answer
        return answer

    shared = Shared(ask)
    with ThreadPoolExecutor(3) as pool:
        first = pool.submit(shared)
        running.wait(5)
        later = [pool.submit(shared) for _ in range(2)]
        time.sleep(0.05)
        going.set()
        with pytest.raises(ValueError, match="first"):
            first.result(5)
        assert [each.result(5) for each in later] == ["second", "second"]
