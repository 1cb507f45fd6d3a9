"""The embedded store: an engine in a child process, on loopback, on files under the data folder.

The process that starts it owns it: it ends with that process. A second process on the same folder connects to it, and
when it has gone starts one of its own.
"""

from __future__ import annotations

import json
import logging
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from kg.errors import StoreCorruptError, StoreFolderError, StoreLockedError, StoreUnavailableError
from kg.store.access import Access

log = logging.getLogger(__name__)

DATABASE = "graph"
SCRIPT = Path(__file__).with_name("engine.py")
LOCK_WAIT = 15.0  # seconds to wait for a lock that is held while no engine answers
START_WAIT = 60.0  # seconds that an engine may take to start: after a crash it replays its log
STOP_WAIT = 20.0
LEAST_FREE = 64 * 1024 * 1024  # bytes that must be free before an engine is started
BOLT_HELLO = bytes.fromhex("6060b017" + "00000005" + "00000004" + "00000003" + "00000000")


@dataclass(frozen=True, slots=True)
class EngineSettings:
    timeout: float  # seconds that one command may run
    memory: str  # heap, as in `1g`


class Embedded:
    """The engine of one data folder, as this process sees it."""

    def __init__(self, folder: Path, settings: EngineSettings) -> None:
        self.folder = folder.expanduser().absolute()
        self._settings = settings
        self._child: subprocess.Popen[str] | None = None

    @property
    def owned(self) -> bool:
        """Whether this process started the engine that runs."""
        return self._child is not None and self._child.poll() is None

    def access(self) -> Access:
        """Where the engine listens, after starting it if nobody has.

        Raises StoreFolderError, StoreLockedError, StoreCorruptError, StoreUnavailableError.
        """
        _prepare(self.folder)
        deadline = time.monotonic() + LOCK_WAIT
        while time.monotonic() < deadline:
            published = self.published()
            if published is not None:
                return published
            self.stop()
            started = self._start()
            if started is not None:
                return started
            time.sleep(0.05)
        raise StoreLockedError(
            f"{self.folder} is locked by another process whose engine does not answer.",
            hint="End that process, or use another folder (--data).",
        )

    def stop(self) -> None:
        """End the engine if this process started it; a clean end writes everything out."""
        child, self._child = self._child, None
        if child is None:
            return
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                _close(pipe)
        try:
            child.wait(STOP_WAIT)
        except subprocess.TimeoutExpired:
            log.warning("the engine of %s did not stop in %.0f s and is ended", self.folder, STOP_WAIT)
            child.kill()
            child.wait()

    def kill(self) -> None:
        """End the engine at once, whoever started it: what was committed is on disk."""
        try:
            os.kill(json.loads((self.folder / "engine.json").read_text(encoding="utf-8"))["pid"], signal.SIGKILL)
        except (OSError, ValueError):
            log.debug("the engine of %s had ended by itself", self.folder)

    @contextmanager
    def writing(self, patience: float) -> Iterator[None]:
        """Hold back the writers of other processes: the engine has no locks, and fails transactions that meet.

        Raises StoreLockedError after `patience` seconds.
        """
        try:
            with FileLock(self.folder / "write.lock", timeout=patience, mode=0o600):
                yield
        except Timeout as error:
            raise StoreLockedError(
                f"Another process has been writing to {self.folder} for {patience:g} s.", hint="Wait for it, or end it."
            ) from error

    def born(self) -> str | None:
        """The mark of the graph that was made in this folder; None before its first use."""
        try:
            return (self.folder / "born").read_text(encoding="utf-8").strip()
        except OSError:
            return None

    def keep_born(self, born: str) -> None:
        """Keep the mark of the graph beside its files: the engine opens a folder without its schema as an empty one."""
        if self.born() != born:
            (self.folder / "born").write_text(f"{born}\n", encoding="utf-8")

    def corrupt(self, reason: str) -> StoreCorruptError:
        return StoreCorruptError(
            f"The engine cannot read what is in {self.folder}: {reason.strip()}",
            hint="Restore a backup into a new folder (kg restore), or load the documents again into one (--data).",
        )

    def published(self) -> Access | None:
        """The engine that runs on this folder, if one does."""
        try:
            found = json.loads((self.folder / "engine.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
        if not _alive(found["pid"]) or not _answers(found["port"]):
            return None
        return _access(found)

    def _start(self) -> Access | None:
        """A new engine; None where another process has the lock."""
        orders = self._orders()
        errors = (self.folder / "engine.err").open("w+", encoding="utf-8", errors="replace")
        with errors:
            child = _spawn(errors)
            answer = _ask(child, orders)
            if answer.get("state") == "ready":
                self._child = child
                return _access(orders)
            child.kill()
            child.wait()
            if answer.get("state") == "locked":
                return None
            errors.seek(0)
            raise self._failure(answer.get("error") or errors.read()[-300:] or f"exit code {child.returncode}")

    def _orders(self) -> dict[str, Any]:
        port, http_port = _free_ports()
        return {
            "folder": str(self.folder),
            "port": port,
            "http_port": http_port,
            "password": secrets.token_hex(32),
            "reader_password": secrets.token_hex(32),
            "timeout_ms": int(self._settings.timeout * 1000),
            "memory": self._settings.memory,
        }

    def _failure(self, reason: str) -> StoreCorruptError | StoreUnavailableError:
        if (self.folder / "graph" / "databases" / DATABASE).exists():
            return self.corrupt(reason)
        return StoreUnavailableError(f"The embedded engine cannot start on {self.folder}: {reason.strip()}")


def _prepare(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe = folder / f".writable.{os.getpid()}"
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise StoreFolderError(
            f"{folder} cannot hold the embedded store: {error.strerror}.", hint="Choose another folder (--data)."
        ) from error
    if shutil.disk_usage(folder).free < LEAST_FREE:
        raise StoreFolderError(f"The disk of {folder} is full.", hint="Make room, or choose another folder (--data).")


def _spawn(errors: Any) -> subprocess.Popen[str]:
    """The child, in a session of its own: an interrupt at the terminal is for us, not for the engine."""
    return subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-P", str(SCRIPT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )


def _ask(child: subprocess.Popen[str], orders: dict[str, Any]) -> dict[str, str]:
    """What the child answers to its orders; empty where it died without a word."""
    assert child.stdin is not None
    assert child.stdout is not None
    watch = threading.Timer(START_WAIT, child.kill)
    watch.start()
    try:
        child.stdin.write(json.dumps(orders) + "\n")
        child.stdin.flush()
        line = child.stdout.readline()
    except OSError:
        line = ""
    finally:
        watch.cancel()
    answer: dict[str, str] = json.loads(line) if line else {}
    return answer


def _access(found: dict[str, Any]) -> Access:
    uri = f"bolt://127.0.0.1:{found['port']}"
    return Access(uri, "root", found["password"], "reader", found["reader_password"], DATABASE)


def _alive(pid: int) -> bool:
    if sys.platform == "win32":
        return True  # signal 0 would end the process there; the port tells
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _answers(port: int) -> bool:
    """Whether something that speaks Bolt listens on a port."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=2.0) as connection:
            connection.sendall(BOLT_HELLO)
            return len(connection.recv(4)) == 4
    except OSError:
        return False


def _free_ports() -> tuple[int, int]:
    with socket.socket() as first, socket.socket() as second:
        first.bind(("127.0.0.1", 0))
        second.bind(("127.0.0.1", 0))
        return first.getsockname()[1], second.getsockname()[1]


def _close(pipe: Any) -> None:
    try:
        pipe.close()
    except OSError:
        log.debug("the engine was gone before its pipe was closed")
