"""How often one caller may come: a bucket of requests that fills again with time."""

from __future__ import annotations

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import cast

from fastapi import Request

from api.errors import RateLimitedError

CALLERS = 10_000  # that are remembered; the ones seen longest ago are forgotten first


class Limiter:
    """`rate` requests a minute for each caller, all of them at once if it has been quiet; 0: any number."""

    def __init__(self, rate: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._clock = rate, clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()  # caller → (requests left, at)
        self._lock = threading.Lock()

    def take(self, caller: str) -> None:
        """Count one request. Raises RateLimitedError when there were too many."""
        if self._rate == 0:
            return
        with self._lock:
            now = self._clock()
            left, at = self._buckets.pop(caller, (float(self._rate), now))
            left = min(self._rate, left + (now - at) * self._rate / 60)
            self._buckets[caller] = (left - 1 if left >= 1 else left, now)
            if len(self._buckets) > CALLERS:
                self._buckets.popitem(last=False)
        if left < 1:
            wait = math.ceil((1 - left) * 60 / self._rate)
            raise RateLimitedError(f"More than {self._rate} requests a minute.", wait=wait)


async def reading(request: Request) -> None:
    """Count a reading request of its address. Raises RateLimitedError. Waits for nothing, so it needs no thread."""
    _take(request, "readers", address(request))


def writing(request: Request, key: str) -> None:
    """Count a writing request, of its key and of its address. Raises RateLimitedError."""
    _take(request, "writers", f"key {key}")
    _take(request, "writers", address(request))


def address(request: Request) -> str:
    """The address that a request comes from, as the server knows it."""
    return f"address {request.client.host if request.client else 'unknown'}"


def _take(request: Request, limit: str, caller: str) -> None:
    limiter = cast(Limiter, getattr(request.app.state, limit))
    try:
        limiter.take(caller)
    except RateLimitedError:
        request.app.state.metrics.refused.labels(limit).inc()
        raise
