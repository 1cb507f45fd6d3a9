"""Many calls of one function at once, in order, with a bounded number in flight; a call that fails harms no other."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Generic, TypeVar

Argument = TypeVar("Argument")
Result = TypeVar("Result")
AHEAD = 4  # calls in flight for each worker


@dataclass(frozen=True, slots=True)
class Call(Generic[Argument, Result]):
    """One finished call: its argument, and its result or what it raised."""

    argument: Argument
    result: Result | None = None
    error: BaseException | None = None


def calls(
    function: Callable[[Argument], Result], arguments: Iterable[Argument], *, workers: int
) -> Iterator[Call[Argument, Result]]:
    """The calls in the order of their arguments.

    With one worker they run in a thread of this process, else in processes of their own: then `function` must
    be importable and what travels picklable. A worker that dies (out of memory, say) fails only the call that
    killed it: those that were in flight are made again, one process each.
    """
    remaining = iter(arguments)
    while True:
        pending: list[Argument] = []
        yield from _until_broken(function, remaining, workers, pending)
        if not pending:
            return
        for argument in pending:
            with _processes(1) as alone:
                yield _finished(argument, alone.submit(function, argument))


def _until_broken(
    function: Callable[[Argument], Result], arguments: Iterator[Argument], workers: int, pending: list[Argument]
) -> Iterator[Call[Argument, Result]]:
    """Calls until the arguments end, or a worker dies: then `pending` gets what was in flight."""
    flight: deque[tuple[Argument, Future[Result]]] = deque()
    with ThreadPoolExecutor(1) if workers == 1 else _processes(workers) as pool:
        for argument in arguments:
            flight.append((argument, _submitted(pool, function, argument)))
            if len(flight) < AHEAD * workers:
                continue
            if isinstance(flight[0][1].exception(), BrokenProcessPool):
                break
            yield _finished(*flight.popleft())
        while flight and not isinstance(flight[0][1].exception(), BrokenProcessPool):
            yield _finished(*flight.popleft())
        pending.extend(argument for argument, _ in flight)


def _submitted(pool: Executor, function: Callable[[Argument], Result], argument: Argument) -> Future[Result]:
    try:
        return pool.submit(function, argument)
    except BrokenProcessPool as error:
        broken: Future[Result] = Future()
        broken.set_exception(error)
        return broken


def _finished(argument: Argument, future: Future[Result]) -> Call[Argument, Result]:
    error = future.exception()
    return Call(argument, error=error) if error else Call(argument, result=future.result())


def _processes(workers: int) -> ProcessPoolExecutor:
    """Fresh processes: a fork would take the threads and sockets of the store with it."""
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))
