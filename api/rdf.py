"""The RDF of the application's store, opened when SPARQL is first asked."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from kg.model import digest
from kg.rdf.sparql import RdfStore, open_rdf
from kg.settings import Settings
from kg.store import Store


class Rdf:
    """Opens the RDF store once, beside the embedded graph, or in a folder of its own beside a remote one."""

    def __init__(self, store: Callable[[], Store], settings: Settings) -> None:
        self._store, self._settings = store, settings
        self._opened: RdfStore | None = None
        self._lock = threading.Lock()

    def __call__(self) -> RdfStore:
        with self._lock:
            if self._opened is None:
                self._opened = open_rdf(self._store(), self._folder())
            return self._opened

    def close(self) -> None:
        with self._lock:
            if self._opened is not None:
                self._opened.close()
                self._opened = None

    def _folder(self) -> Path:
        remote = self._settings.store
        return self._settings.data / (f"rdf-{digest(remote)[:12]}" if remote else "rdf")
