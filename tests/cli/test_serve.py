import json
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.cli.command import ROOT


def test_serve_answers_over_http_and_ends_on_request(data: Path) -> None:
    port = free_port()
    order = [sys.executable, "-m", "cli", "serve", "--port", str(port), "--data", str(data)]
    server = subprocess.Popen(order, cwd=ROOT, stderr=subprocess.DEVNULL)
    try:
        found = asked(f"http://127.0.0.1:{port}/v1/cities?receives=national-regional-medical-center")
    finally:
        server.send_signal(signal.SIGTERM)
        ended = server.wait(timeout=30)
    assert {"510500", "510600", "511300", "511500"} == codes(found)
    assert ended in {0, -signal.SIGTERM}


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def asked(url: str) -> dict[str, list[dict[str, str]]]:
    """What a server says, once it answers."""
    deadline = time.monotonic() + 30
    while True:
        try:
            with urllib.request.urlopen(url, timeout=10) as reply:
                return dict(json.load(reply))
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def codes(found: dict[str, list[dict[str, str]]]) -> set[str]:
    return {row["code"] for row in next(rows for rows in found.values() if isinstance(rows, list) and rows)}
