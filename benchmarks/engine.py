"""The engines that are measured, and killed: the embedded one, and a Neo4j server of its own."""

from __future__ import annotations

import json
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from pydantic import SecretStr

from kg.errors import KgError
from kg.settings import Settings
from kg.store import Store, neo4j_server, open_store

PATIENCE = 120.0  # seconds in which a server that was killed has to answer again


class Engine(Protocol):
    @property
    def pid(self) -> int:
        """Its process."""

    def open(self) -> Store:
        """The store that the engine keeps."""

    def kill(self) -> None:
        """End it as `kill -9` does."""

    def start(self) -> None:
        """Let it run again, where nobody else starts it."""

    def close(self) -> None:
        """End it in good order."""


@dataclass(frozen=True, slots=True)
class EmbeddedEngine:
    """The embedded engine on a folder: whoever opens the store starts it."""

    folder: Path

    @property
    def pid(self) -> int:
        return int(json.loads((self.folder / "engine.json").read_text())["pid"])

    def open(self) -> Store:
        return open_store(Settings(retry_time=30.0), data=self.folder)

    def kill(self) -> None:
        try:
            os.kill(self.pid, signal.SIGKILL)
        except (OSError, ValueError):
            return  # it had ended by itself

    def start(self) -> None:
        pass

    def close(self) -> None:
        pass


class Neo4jEngine:
    """A Neo4j server on a folder, at one port however often it is started, with the memory that tests give it."""

    def __init__(self, folder: Path) -> None:
        self._chosen = Settings(retry_time=PATIENCE)
        self._server = neo4j_server.start(folder, self._chosen)
        self._runs = True

    @property
    def pid(self) -> int:
        return self._server.pid

    def open(self) -> Store:
        """A server that has just been started may not have opened its graph."""
        chosen = self._chosen.model_copy(update={"password": SecretStr(self._server.password)})
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                return open_store(chosen, uri=self._server.uri)
            except KgError:
                if time.monotonic() > deadline:
                    raise
            time.sleep(0.2)

    def kill(self) -> None:
        os.kill(self._server.pid, signal.SIGKILL)
        os.waitpid(self._server.pid, 0)
        self._runs = False

    def start(self) -> None:
        if not self._runs:
            there = self._server
            self._server = neo4j_server.start(there.home, self._chosen, password=there.password, port=there.port)
            self._runs = True

    def close(self) -> None:
        neo4j_server.stop(self._server.home)


@contextmanager
def engine_in(folder: Path, *, neo4j: bool) -> Iterator[Engine]:
    """An engine on files in a folder, ended at the end."""
    engine: Engine = Neo4jEngine(folder) if neo4j else EmbeddedEngine(folder / "data")
    try:
        yield engine
    finally:
        engine.close()
