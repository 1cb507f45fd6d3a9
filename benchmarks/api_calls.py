"""Ten typical calls of the API, each beside the same Cypher through the bare driver in the same run.

    python -m benchmarks.api_calls --documents 10000 --data /tmp/kg-10k --rounds 100 --clients 1 16 64

Loads the seeded corpus into the embedded store of the folder (once: a folder that holds it is used again), serves it in
a process of its own, and measures milliseconds: p50 and p95 of the calls one after the other, p50 and p95 of all the
Cypher that a call runs, through a plain session of the official driver; then requests a second of many clients. Every
request of a call asks for another place, term or year, and the server keeps no replies, so that nothing is answered
from memory.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx
from fastapi.testclient import TestClient
from neo4j import GraphDatabase, Session

from api.app import create_app
from benchmarks.corpus import readings
from kg.settings import Settings
from kg.store import Reading, Rows, Store, open_store
from ontology.vocabulary import vocabulary

CALLS = {
    "cities that receive": "/v1/cities?receives={programme}",
    "commitments in a province": "/v1/commitments?place={province}",
    "commitments by year and level": "/v1/commitments?year={year}&level={level}",
    "outcomes of a programme": "/v1/outcomes?programme={programme}",
    "statements in a city by value": "/v1/statements?place={city}&sort=-value",
    "statements with a word": "/v1/statements?q={word}&place={city}",
    "counts by status in a province": "/v1/statements?place={province}&group_by=status",
    "programmes in a city": "/v1/programmes?place={city}",
    "documents of a city": "/v1/documents?place={city}",
    "a place": "/v1/places/{city}",
}
Statements = list[tuple[str, dict[str, object]]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--clients", type=int, nargs="*", default=[1, 16, 64])
    parser.add_argument("--seconds", type=float, default=5.0, help="of load by many clients, a call")
    asked = parser.parse_args()
    settings = Settings(data=asked.data, read_rate=0, reply_bytes=0)
    with open_store(settings) as store:
        fill(store, asked.documents)
        urls = {name: list(itertools.islice(variants(form), asked.rounds)) for name, form in CALLS.items()}
        cypher = {name: recorded(store, settings, urls[name]) for name in CALLS}
        print(json.dumps({"documents": asked.documents, **store.status()["nodes"]}))
        print(f"{'call':32} {'api p50':>8} {'p95':>8} {'bare p50':>9} {'p95':>8} {'ratio p95':>9}")
        with served(settings) as address, bare(settings) as session:
            for name in CALLS:
                report(name, calls(address, urls[name]), [timed(session, each) for each in cypher[name]])
            for clients in asked.clients:
                for name in CALLS:
                    rate, errors = asyncio.run(crowd(address, urls[name], clients, asked.seconds))
                    print(f"{clients:3} clients  {name:32} {rate:8.0f} requests/s  {errors} errors", flush=True)
    return 0


def fill(store: Store, documents: int) -> None:
    """Make the store hold the corpus."""
    held = len(store.documents())
    if held == documents:
        return
    if held:
        sys.exit(f"The folder holds {held} documents, not {documents}.")
    for batch in _batched(documents):
        store.write_batch(batch)


def _batched(documents: int) -> Iterator[tuple[Reading, ...]]:
    source = readings(documents)
    while batch := tuple(itertools.islice(source, 500)):
        yield batch


def variants(form: str) -> Iterator[str]:
    """A call with ever other values, the same for every run."""
    chance, known = random.Random(form), vocabulary()
    cities = sorted(code for code in known.places if known.is_city(code))
    provinces = sorted(code for code, place in known.places.items() if place.level == 1)
    kinds = {"programme", "facility", "designation", "reform", "service"}
    programmes = sorted(each.id for each in known.terms.values() if each.kind in kinds)
    while True:
        yield form.format(
            programme=chance.choice(programmes),
            city=chance.choice(cities),
            province=chance.choice(provinces),
            year=chance.randint(2015, 2035),
            level=chance.choice(("national", "provincial", "county")),
            word=chance.choice(("中心", "医院", "新建", "center")),
        )


def recorded(store: Store, settings: Settings, urls: Sequence[str]) -> list[Statements]:
    """The Cypher that each call runs, without that for the version of the graph."""
    found: list[Statements] = []
    read = store.read

    def noted(text: str, parameters: dict[str, object] | None = None, **more: object) -> Rows:
        if "(g:Graph" not in text:
            found[-1].append((text, dict(parameters or {})))
        return read(text, parameters, **more)  # type: ignore[arg-type]

    store.read = noted  # type: ignore[method-assign, assignment]
    try:
        with TestClient(create_app(store, settings)) as client:
            for url in urls:
                found.append([])
                client.get(url).raise_for_status()
    finally:
        del store.read
    return found


@contextmanager
def served(settings: Settings) -> Iterator[str]:
    """The address of a server in a process of its own, on the same store."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start = "from kg.settings import settings; from api.serve import run; run(settings())"
    environment = {
        "KG_DATA": str(settings.data),
        "KG_PORT": str(port),
        "KG_READ_RATE": "0",
        "KG_REPLY_BYTES": "0",
        "PATH": "/usr/bin:/bin",
    }
    root = Path(__file__).parents[1]
    process = subprocess.Popen([sys.executable, "-c", start], cwd=root, env=environment, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            try:
                httpx.get(f"http://127.0.0.1:{port}/health").raise_for_status()
                break
            except httpx.TransportError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)


@contextmanager
def bare(settings: Settings) -> Iterator[Session]:
    """A plain session of the driver on the same engine, as its reader."""
    engine = json.loads((settings.data / "engine.json").read_text())
    uri = f"bolt://127.0.0.1:{engine['port']}"
    with (
        GraphDatabase.driver(uri, auth=("reader", engine["reader_password"])) as driver,
        driver.session(database="graph", default_access_mode="READ") as session,
    ):
        yield session


def calls(address: str, urls: Sequence[str]) -> list[float]:
    """Milliseconds of each call, one after the other over one connection."""
    spent = []
    with httpx.Client(base_url=address, timeout=60) as client:
        client.get(urls[0]).raise_for_status()
        for url in urls:
            started = time.perf_counter()
            client.get(url).raise_for_status()
            spent.append((time.perf_counter() - started) * 1000)
    return spent


def timed(session: Session, statements: Statements) -> float:
    """Milliseconds of the same Cypher through the driver."""
    started = time.perf_counter()
    for text, parameters in statements:
        session.run(text, parameters).values()
    return (time.perf_counter() - started) * 1000


async def crowd(address: str, urls: Sequence[str], clients: int, seconds: float) -> tuple[float, int]:
    """Requests a second of so many clients, and how many of them failed."""
    limits = httpx.Limits(max_connections=clients, max_keepalive_connections=clients)
    end, sent, failed = time.perf_counter() + seconds, 0, 0

    async def one(client: httpx.AsyncClient, number: int) -> None:
        nonlocal sent, failed
        for url in itertools.islice(itertools.cycle(urls), number, None):
            if time.perf_counter() > end:
                return
            response = await client.get(url)
            sent, failed = sent + 1, failed + (response.status_code != 200)

    async with httpx.AsyncClient(base_url=address, limits=limits, timeout=60) as client:
        started = time.perf_counter()
        await asyncio.gather(*(one(client, number) for number in range(clients)))
    return sent / (time.perf_counter() - started), failed


def report(name: str, api: list[float], driver: list[float]) -> None:
    (api50, api95), (bare50, bare95) = (quantiles(each) for each in (api, driver))
    print(f"{name:32} {api50:8.1f} {api95:8.1f} {bare50:9.1f} {bare95:8.1f} {api95 / bare95:9.2f}", flush=True)


def quantiles(spent: list[float]) -> tuple[float, float]:
    ordered = sorted(spent)
    return ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]


if __name__ == "__main__":
    sys.exit(main())
