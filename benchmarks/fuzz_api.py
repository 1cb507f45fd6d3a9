"""Schemathesis against the running server: every check, every phase, as many cases as asked.

    python benchmarks/fuzz_api.py --cases 20000

Loads the sample documents into a store of its own, serves them on a free port, and runs `schemathesis run` with the
configuration of `schemathesis.toml` until that many cases have been sent. Ends with 1 where there was a failure.
"""

from __future__ import annotations

import argparse
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import uvicorn

from api.app import create_app
from api.keys import hashed, make
from kg.settings import Settings
from kg.store import open_store
from loaders.pipeline import load

ROOT = Path(__file__).parents[1]
KEY = make()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--examples", type=int, default=30, help="examples an operation and run")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    sent, failed, seed = 0, 0, asked.seed
    with served() as address:
        while sent < asked.cases:
            number, code = run(address, asked.examples, seed)
            sent, failed, seed = sent + number, failed + (code != 0), seed + 1
            print(f"{sent} cases, {failed} of {seed - asked.seed} runs with failures", flush=True)
    return 1 if failed else 0


@contextmanager
def served() -> Iterator[str]:
    """The address of a server over the sample documents; without limits of rate."""
    with tempfile.TemporaryDirectory() as folder, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        keys = frozenset({hashed(KEY)})
        settings = Settings(data=Path(folder), port=port, read_rate=0, write_rate=0, api_keys=keys)
        with open_store(settings) as store:
            load([ROOT / "samples"], store)
            server = uvicorn.Server(uvicorn.Config(create_app(store, settings), port=port, log_level="warning"))
            thread = threading.Thread(target=server.run)
            thread.start()
            try:
                yield _ready(f"http://127.0.0.1:{port}")
            finally:
                server.should_exit = True
                thread.join()


def _ready(address: str) -> str:
    for _ in range(100):
        try:
            httpx.get(f"{address}/health").raise_for_status()
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return address
    raise TimeoutError(address)


def run(address: str, examples: int, seed: int) -> tuple[int, int]:
    """One run; gives how many cases were sent, and the exit code."""
    command = [
        str(Path(sys.executable).with_name("schemathesis")), "run", f"{address}/openapi.json", "--checks", "all",
        "--max-examples", str(examples), "--seed", str(seed), "--header", f"X-API-Key: {KEY}", "--no-color",
        "--suppress-health-check", "all",
    ]  # fmt: skip
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stdout)
    counted = re.search(r"(\d+) generated", done.stdout)
    return int(counted[1]) if counted else 0, done.returncode


if __name__ == "__main__":
    sys.exit(main())
