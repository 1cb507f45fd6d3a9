"""The server: the application under uvicorn, with structured logs and a graceful end."""

from __future__ import annotations

import logging
import sys

import uvicorn

from api.app import create_app
from api.observe import Structured
from kg.settings import Settings
from kg.store import Store

GRACE = 15  # seconds that requests under way have to end


def run(settings: Settings, store: Store | None = None) -> None:
    """Serve until SIGINT or SIGTERM; then requests under way are ended and the store is closed.

    Without a store the one of the settings is opened. Raises what opening it raises.
    """
    _log()
    uvicorn.run(
        create_app(store, settings),
        host=settings.host,
        port=settings.port,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )


def _log() -> None:
    """One JSON object a line on standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Structured())
    logging.basicConfig(level=logging.INFO, handlers=[handler], force=True)
    logging.getLogger("neo4j").setLevel(logging.WARNING)
