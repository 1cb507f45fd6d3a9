"""A server as a person runs it, over the sample documents, and a client of it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from api.app import create_app
from api.keys import hashed, make
from client import Client
from kg.settings import Settings
from kg.store import open_store
from loaders.pipeline import load

SAMPLES = Path(__file__).parents[2] / "samples"
KEY = make()


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Of a uvicorn server on a free port."""
    settings = Settings(
        data=tmp_path_factory.mktemp("served"), read_rate=0, write_rate=0, api_keys=frozenset({hashed(KEY)})
    )
    with open_store(settings) as store:
        load([SAMPLES], store)
        server = uvicorn.Server(uvicorn.Config(create_app(store, settings), port=0, log_level="warning"))
        thread = threading.Thread(target=server.run)
        thread.start()
        try:
            while not server.started:
                time.sleep(0.01)
            yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture
def client(address: str) -> Iterator[Client]:
    with Client(address, key=KEY) as opened:
        yield opened
