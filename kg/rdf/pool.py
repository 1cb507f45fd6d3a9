"""Worker processes: kept while idle, ended when a query takes too long."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from kg.errors import KgError, QueryError, QueryMemoryError, QuerySyntaxError, QueryTimeoutError

ROOT = Path(__file__).parents[2]
START_SECONDS = 20.0
_INHERITED = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


class WorkerGoneError(KgError):
    """A query process that ended before it took a query."""


@dataclass(frozen=True, slots=True)
class Answer:
    body: bytes
    rows: int
    truncated: bool


class Worker:
    """A process over one snapshot. It answers one request at a time; after an error of its own it is gone."""

    def __init__(self, snapshot: Path, memory: int) -> None:
        self.snapshot = snapshot
        environment = {name: os.environ[name] for name in _INHERITED if name in os.environ}
        self._process = subprocess.Popen(  # noqa: S603 - this interpreter, our module, our folder
            [sys.executable, "-P", "-m", "kg.rdf.worker", str(snapshot), str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**environment, "PYTHONPATH": str(ROOT)},
        )
        try:
            self._receive(START_SECONDS)
        except QueryError as error:
            raise WorkerGoneError(f"No query process could be started over {snapshot}.") from error

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def answer(self, request: Mapping[str, Any], timeout: float) -> Answer:
        """Raises QueryTimeoutError, QuerySyntaxError, QueryMemoryError, WorkerGoneError, KgError."""
        self._send(json.dumps({**request, "timeout": timeout}).encode() + b"\n")
        header, body = self._receive(timeout)
        if header.get("error") == "syntax":
            raise QuerySyntaxError(header["message"])
        if "error" in header:
            raise KgError(f"The query failed: {header['message']}.")
        return Answer(body, header["rows"], header["truncated"])

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(BrokenPipeError):  # what it was sent and has not read
                _pipe(stream).close()

    def _send(self, line: bytes) -> None:
        stream = _pipe(self._process.stdin)
        try:
            stream.write(line)
            stream.flush()
        except BrokenPipeError as error:
            raise WorkerGoneError("The query process has ended.") from error

    def _receive(self, timeout: float) -> tuple[dict[str, Any], bytes]:
        expired = threading.Event()
        timer = threading.Timer(timeout, self._expire, [expired])
        timer.start()
        stream = _pipe(self._process.stdout)
        line = stream.readline()
        header: dict[str, Any] = json.loads(line) if line.endswith(b"\n") else {}
        body = stream.read(header.get("size", 0))
        timer.cancel()
        if header and len(body) == header.get("size", 0):
            return header, body
        self.close()
        if expired.is_set():
            raise QueryTimeoutError(
                f"The query ran longer than {timeout:g} seconds.",
                hint="Narrow it down: name a place, a programme or a year, or set a LIMIT.",
            )
        raise QueryMemoryError(
            "The query needed more memory than it may, or its process was ended.",
            hint="Select fewer variables, leave out ORDER BY, or set a LIMIT.",
        )

    def _expire(self, expired: threading.Event) -> None:
        expired.set()
        self._process.kill()


class Pool:
    """At most `size` workers at once. Threads wait for one; workers of an old snapshot are replaced."""

    def __init__(self, *, size: int, memory: int) -> None:
        self._memory = memory
        self._free = threading.Semaphore(size)
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._closed = False

    def answer(self, snapshot: Callable[[], Path], request: Mapping[str, Any], timeout: float) -> Answer:
        """The answer to a request over the snapshot that is current when a worker is free."""
        if not self._free.acquire(timeout=timeout):
            raise QueryTimeoutError(f"No query process was free within {timeout:g} seconds.", hint="Try again later.")
        try:
            try:
                return self._answer(snapshot(), request, timeout)
            except WorkerGoneError:  # ended by the system, or its snapshot replaced by another process
                return self._answer(snapshot(), request, timeout)
        finally:
            self._free.release()

    def close(self) -> None:
        """End all workers."""
        with self._lock:
            self._closed, idle, self._idle = True, self._idle, []
        for worker in idle:
            worker.close()

    def _answer(self, snapshot: Path, request: Mapping[str, Any], timeout: float) -> Answer:
        worker = self._take(snapshot)
        try:
            return worker.answer(request, timeout)
        finally:
            self._give_back(worker)

    def _take(self, snapshot: Path) -> Worker:
        with self._lock:
            idle, self._idle = self._idle, []
            found = next((worker for worker in idle if worker.snapshot == snapshot and worker.alive), None)
            self._idle = [worker for worker in idle if worker.snapshot == snapshot and worker is not found]
        for worker in idle:
            if worker.snapshot != snapshot:
                worker.close()
        return found or Worker(snapshot, self._memory)

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            kept = worker.alive and not self._closed
            if kept:
                self._idle.append(worker)
        if not kept:
            worker.close()


def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise ValueError("the process was started without pipes")
    return stream
