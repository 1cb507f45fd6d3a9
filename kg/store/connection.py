"""One engine as this process sees it: two drivers, one that writes and one that reads."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any, TypeVar

import neo4j

import kg.store.driver as bolt_driver
from kg.errors import (
    QueryError,
    QuerySyntaxError,
    QueryTimeoutError,
    StoreAuthenticationError,
    StoreUnavailableError,
)
from kg.store.access import Access
from kg.store.driver import Again, Engine, Read, Work, translated
from kg.store.embedded import Embedded
from kg.store.guard import unprefixed
from kg.store.rows import Rows, plain

log = logging.getLogger(__name__)

T = TypeVar("T")
EXPLAIN = "EXPLAIN "
PROBE = 5.0  # seconds in which an engine that is not choked answers
FETCH = 1_000  # records that the driver asks for at a time


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: to connect, to try again, and that a write or a read of our own may run."""

    connection: float
    retry: float
    write: float


class Connection:
    """Transactions on an engine; an embedded engine that has gone is started again."""

    def __init__(self, patience: Patience, *, access: Access | None = None, embedded: Embedded | None = None) -> None:
        self.patience, self.embedded = patience, embedded
        self.watch: Callable[[str], AbstractContextManager[object]] = nullcontext  # around every read: its Cypher
        self._fixed = access
        self._lock = threading.RLock()
        self._writing, self._depth = threading.RLock(), 0
        self._again = Again(patience.retry, self._lost, self._recover)
        self._connect()

    def write(self, work: Work[T]) -> T:
        """Do the work in a transaction that writes; writers come one after the other."""
        with self.writing():
            return self._run(lambda: bolt_driver.written(self._write_session(), work, self.patience.write))

    def read(self, work: Read[T]) -> T:
        """Run a statement in a session that cannot write."""
        return self._run(lambda: bolt_driver.read(self._read_session(), work))

    def rows(
        self, text: str, parameters: Mapping[str, object] | None, *, timeout: float | None, limit: int | None
    ) -> Rows:
        """What a query returns, at most `limit` rows of it. Raises QueryTimeoutError after `timeout` seconds."""
        with self.watch(text):
            return self._rows(text, parameters, timeout=timeout, limit=limit)

    def _rows(
        self, text: str, parameters: Mapping[str, object] | None, *, timeout: float | None, limit: int | None
    ) -> Rows:
        given_up = threading.Event()

        def work(session: neo4j.Session) -> Rows:
            if given_up.is_set():
                raise QueryTimeoutError("Nobody waits for this query any more.")
            return _rows(session.run(neo4j.Query(text, timeout=timeout), dict(parameters or {})), limit)

        if timeout is None or self.engine == "neo4j":
            return self.read(work)
        try:
            return _within(lambda: self.read(work), timeout)
        except QueryTimeoutError:
            given_up.set()
            self._relieve()
            raise

    def plan(
        self, text: str, parameters: Mapping[str, object] | None, *, timeout: float
    ) -> tuple[str | None, Mapping[str, Any] | None]:
        """What Neo4j would do for a query: its kind (r, rw, w, s), and its plan."""

        def work(session: neo4j.Session) -> tuple[str | None, Mapping[str, Any] | None]:
            summary = session.run(neo4j.Query(EXPLAIN + text, timeout=timeout), dict(parameters or {})).consume()
            return summary.query_type, summary.plan

        try:
            return self.read(work)
        except QuerySyntaxError as error:
            raise QuerySyntaxError(unprefixed(error.message, EXPLAIN)) from error

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold back other writers of this store, as far as the engine itself does not. Raises StoreLockedError."""
        with self._writing:
            if self._depth == 0 and self.embedded is not None:
                with self.embedded.writing(self.patience.write), self._deeper():
                    yield
            else:
                with self._deeper():
                    yield

    @contextmanager
    def _deeper(self) -> Iterator[None]:
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1

    def close(self) -> None:
        """Close the drivers, and end the engine if this process started it."""
        with self._lock:
            self._writer.close()
            self._reader.close()
            if self.embedded is not None:
                self.embedded.stop()

    def _connect(self) -> None:
        """Open the drivers; an embedded engine that goes between being found and being called is found again."""
        deadline = time.monotonic() + max(self.patience.retry, self.patience.connection)
        while True:
            self.access = self.embedded.access() if self.embedded is not None else self._fixed_access()
            try:
                return self._open()
            except (StoreUnavailableError, StoreAuthenticationError):
                if self.embedded is None or time.monotonic() > deadline:
                    raise
            time.sleep(0.05)

    def _open(self) -> None:
        seconds = self.patience.connection
        self._writer = bolt_driver.open_driver(self.access, reader=False, connection_timeout=seconds)
        self._reader = bolt_driver.open_driver(self.access, reader=True, connection_timeout=seconds)
        self.engine: Engine
        self.engine, self.engine_version = bolt_driver.engine_of(self._writer)

    def _fixed_access(self) -> Access:
        assert self._fixed is not None
        return self._fixed

    def _run(self, once: Callable[[], T]) -> T:
        try:
            return bolt_driver.run(once, again=self._again)
        except (neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError, OSError) as error:
            raise translated(error, self.access) from error
        except (TypeError, OverflowError, ValueError) as error:
            raise QueryError(f"A parameter cannot be sent: {error}") from error

    def _lost(self, error: BaseException) -> bool:
        """Whether the engine has gone; one that is about to go fails in ways of its own before."""
        if bolt_driver.is_connection_error(error):
            return True
        return self.embedded is not None and self.embedded.published() != self.access

    def _recover(self) -> None:
        """After a lost connection: find the embedded engine again, or start it."""
        if self.embedded is None:
            return
        with self._lock:
            if self.embedded.access() == self.access:
                return  # it lives, or another thread has been here
            self._writer.close()
            self._reader.close()
            self._connect()

    def _relieve(self) -> None:
        """End an embedded engine that a query has choked, so that it answers nothing; the next call starts it."""
        if self.embedded is None:
            return
        try:
            _within(lambda: self.read(lambda session: _rows(session.run("RETURN 1"), None)), PROBE)
        except QueryTimeoutError:
            log.warning("the embedded engine no longer answers, and is started again")
            self.embedded.kill()

    def _write_session(self) -> neo4j.Session:
        return self._writer.session(database=self.access.database, default_access_mode=neo4j.WRITE_ACCESS)

    def _read_session(self) -> neo4j.Session:
        return self._reader.session(
            database=self.access.database, default_access_mode=neo4j.READ_ACCESS, fetch_size=FETCH
        )


def _rows(result: neo4j.Result, limit: int | None) -> Rows:
    rows: list[list[Any]] = []
    for record in result:
        if limit is not None and len(rows) == limit:
            columns = list(result.keys())
            result.consume()
            return Rows(columns, rows, truncated=True)
        rows.append(plain(list(record)))
    return Rows(list(result.keys()), rows)


def _within(ask: Callable[[], Rows], timeout: float) -> Rows:
    """The answer if it comes in time: the embedded engine takes no limit for one query, and ends it by its own."""
    answers: list[Rows | BaseException] = []

    def work() -> None:
        try:
            answers.append(ask())
        except BaseException as error:  # noqa: BLE001 - raised again in the thread that asked
            answers.append(error)

    thread = threading.Thread(target=work, daemon=True, name="query")
    thread.start()
    thread.join(timeout)
    if not answers:
        raise QueryTimeoutError(
            f"The query ran longer than {timeout:g} s.", hint="Ask for less, or filter on indexed fields."
        )
    if isinstance(answers[0], BaseException):
        raise answers[0]
    return answers[0]
