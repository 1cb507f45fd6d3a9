"""The graph: Neo4j, or the embedded engine that needs no server."""

from __future__ import annotations

from pathlib import Path

import kg.store.lean  # noqa: F401 - before anything imports the driver
from kg.errors import SettingsError
from kg.settings import Settings, settings
from kg.store.access import Access
from kg.store.batch import Reading
from kg.store.bolt import Limits, Store
from kg.store.connection import Connection, Patience
from kg.store.embedded import Embedded, EngineSettings
from kg.store.recall import DocumentSummary
from kg.store.rows import Rows

__all__ = ["DocumentSummary", "Reading", "Rows", "Store", "open_store"]

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")
ENGINE_SECONDS = 30.0  # that the embedded engine lets a command run, whoever asked


def open_store(
    chosen: Settings | None = None, *, data: Path | None = None, uri: str | None = None, read_only: bool = False
) -> Store:
    """The store at `uri`, or the embedded one in the folder `data`; what is not given is as the settings say.

    Close it, or use it in a `with`. Raises StoreUnavailableError, StoreAuthenticationError, StoreLockedError,
    StoreFolderError, StoreCorruptError, StoreVersionError.
    """
    chosen = chosen or settings()
    patience = Patience(chosen.connection_timeout, chosen.retry_time, chosen.write_timeout)
    limits = Limits(chosen.query_timeout, chosen.query_rows)
    address = chosen.store if uri is None and data is None else uri
    if address:
        return Store(Connection(patience, access=_access(address, chosen)), limits=limits, read_only=read_only)
    engine = EngineSettings(max(ENGINE_SECONDS, chosen.query_timeout), chosen.engine_memory)
    embedded = Embedded(data or chosen.data, engine)
    return Store(Connection(patience, embedded=embedded), limits=limits, read_only=read_only)


def _access(uri: str, chosen: Settings) -> Access:
    if uri.partition("://")[0] not in SCHEMES or not uri.partition("://")[2]:
        raise SettingsError(f"{uri!r} is no address of a store.", hint="Write it as bolt://host:7687 (--store).")
    password = chosen.password.get_secret_value()
    return Access(uri, chosen.user, password, chosen.user, password, chosen.database)
