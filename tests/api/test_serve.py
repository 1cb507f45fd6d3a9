"""The server as a process: it answers, logs lines of JSON, and ends with what it was asked for answered."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
import pytest

from kg.settings import Settings
from kg.store import Store

START = "from kg.settings import settings; from api.serve import run; run(settings())"


@pytest.mark.skipif(sys.platform == "win32", reason="SIGTERM ends a process at once there; runs elsewhere")
def test_a_server_ends_gracefully(asked_store: Store, asked_settings: Settings, tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address, said = f"http://127.0.0.1:{port}", tmp_path / "log"
    environment = os.environ | {"KG_DATA": str(asked_settings.data), "KG_PORT": str(port)}
    with said.open("w") as log:
        process = subprocess.Popen([sys.executable, "-c", START], env=environment, stderr=log)
        try:
            _wait(address)
            answers: list[int] = []
            asking = threading.Thread(target=lambda: answers.append(_slow(address)))
            asking.start()
            time.sleep(1)
            process.send_signal(signal.SIGTERM)
            asking.join(20)
            assert process.wait(20) in {0, -signal.SIGTERM}
        finally:
            process.kill()
    assert answers == [200]
    lines = [json.loads(line) for line in said.read_text().splitlines()]
    assert {"/health/live", "/v1/cypher"} <= {line.get("path") for line in lines}
    assert asked_store.version()


def _slow(address: str) -> int:
    query = {"query": "UNWIND range(1, 3000000) AS x RETURN count(x)"}
    return httpx.post(f"{address}/v1/cypher", json=query, timeout=30).status_code


def _wait(address: str) -> None:
    for _ in range(300):
        try:
            httpx.get(f"{address}/health/live").raise_for_status()
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(address)
