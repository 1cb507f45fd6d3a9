"""The application over the invented graph."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from kg.settings import Settings
from kg.store import Store


@pytest.fixture(scope="session")
def client(asked_store: Store, asked_settings: Settings) -> Iterator[TestClient]:
    with TestClient(create_app(asked_store, asked_settings)) as opened:
        yield opened
