"""How often one caller may come."""

from __future__ import annotations

import pytest

from api import limits
from api.errors import RateLimitedError
from api.limits import Limiter


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_bucket_empties_and_fills_again() -> None:
    clock = Clock()
    limiter = Limiter(60, clock)
    for _ in range(60):
        limiter.take("a")
    with pytest.raises(RateLimitedError) as refused:
        limiter.take("a")
    assert refused.value.wait == 1
    limiter.take("b")
    clock.now += 2
    limiter.take("a")
    limiter.take("a")
    with pytest.raises(RateLimitedError):
        limiter.take("a")


def test_no_rate_is_no_limit() -> None:
    limiter = Limiter(0)
    for _ in range(10_000):
        limiter.take("a")


def test_callers_seen_longest_ago_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "CALLERS", 2)
    limiter = Limiter(1, Clock())
    for caller in ("a", "b", "c", "a"):
        limiter.take(caller)
