"""Ten typical calls of the API, each beside the same Cypher through the bare driver in the same run.

    python -m benchmarks.api_calls --documents 10000 --data /tmp/kg-10k --rounds 100 --clients 1 16 64

Loads the seeded corpus into the embedded store of the folder (once: a folder that holds it is used again), serves it in
a process of its own, and measures milliseconds, p50 and p95: of the calls one after the other, each followed by all the
Cypher that it runs, through a plain session of the official driver, so that both meet the same machine; then of many
clients at once, by wrk, and of as many threads that run the Cypher. Every request of a call asks for another place,
term or year, and the server keeps no replies, so that nothing is answered from memory.
"""

from __future__ import annotations

import argparse
import http.client
import itertools
import json
import random
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import httpx
from fastapi.testclient import TestClient
from neo4j import Driver, GraphDatabase, Session

from api.app import create_app
from benchmarks import crowd
from benchmarks.corpus import readings
from kg.settings import Settings
from kg.store import Reading, Rows, Store, open_store
from ontology.vocabulary import vocabulary

CALLS = {
    "cities that receive": "/v1/cities?receives={programme}",
    "commitments in a province": "/v1/commitments?place={province}",
    "commitments by year and status": "/v1/commitments?year={year}&status={status}",
    "outcomes of a programme": "/v1/outcomes?programme={programme}",
    "statements in a city by value": "/v1/statements?place={city}&sort=-value",
    "statements with a word": "/v1/statements?q={word}&place={city}",
    "counts by status in a province": "/v1/statements?place={province}&group_by=status",
    "programmes in a city": "/v1/programmes?place={city}",
    "documents of a city": "/v1/documents?place={city}",
    "a place": "/v1/places/{city}",
}
HEAD = f"{'api':>10} {'p50':>8} {'p95':>8}"
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
    if asked.clients:
        crowd.need_wrk()
    with open_store(settings) as store:
        fill(store, asked.documents)
        urls = {name: list(itertools.islice(variants(form), asked.rounds)) for name, form in CALLS.items()}
        cypher = {name: recorded(store, settings, urls[name]) for name in CALLS}
        statements = store.read("MATCH (n:Statement) RETURN count(n) AS count").rows[0][0]
        print(f"{asked.documents:,} documents, {statements:,} statements", flush=True)
        with served(settings) as address, bare(settings) as driver:
            print(f"{'one after the other':32} {'api p50':>8} {'p95':>8} {'bare p50':>9} {'p95':>8} {'ratio p95':>9}")
            for name in CALLS:
                one_by_one(name, address, urls[name], driver, cypher[name])
            for clients in asked.clients:
                print(f"{f'{clients} clients':32} {HEAD} {HEAD.replace('api', 'bare')[1:]} ratio p95")
                for name in CALLS:
                    together(name, address, urls[name], driver, cypher[name], clients, asked.seconds)
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
            status=chance.choice(("sought", "planned", "underway")),
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
def bare(settings: Settings) -> Iterator[Driver]:
    """A plain driver of the same engine, as its reader."""
    engine = json.loads((settings.data / "engine.json").read_text())
    access = ("reader", engine["reader_password"])
    with GraphDatabase.driver(f"bolt://127.0.0.1:{engine['port']}", auth=access) as driver:
        yield driver


def session_of(driver: Driver) -> Session:
    return driver.session(database="graph", default_access_mode="READ")


def one_by_one(name: str, address: str, urls: Sequence[str], driver: Driver, cypher: Sequence[Statements]) -> None:
    """Tell the milliseconds of each call over one connection, and of its Cypher right after it."""
    client = http.client.HTTPConnection(address.removeprefix("http://"), timeout=60)
    with session_of(driver) as session:
        called(client, urls[0]), timed(session, cypher[0])
        both = [(called(client, url), timed(session, ran)) for url, ran in zip(urls, cypher, strict=True)]
    client.close()
    (api50, api95), (bare50, bare95) = (crowd.quantiles([pair[at] for pair in both]) for at in (0, 1))
    print(f"{name:32} {api50:8.1f} {api95:8.1f} {bare50:9.1f} {bare95:8.1f} {api95 / bare95:9.2f}", flush=True)


def together(
    name: str,
    address: str,
    urls: Sequence[str],
    driver: Driver,
    cypher: Sequence[Statements],
    clients: int,
    seconds: float,
) -> None:
    """Tell the requests a second and the milliseconds of many clients, and of as many that run the Cypher."""

    def asking(ran: Statements) -> float:
        with session_of(driver) as session:
            return timed(session, ran)

    api = crowd.of_api(address, urls, clients, seconds)
    bare = crowd.of_driver([partial(asking, ran) for ran in cypher], clients, seconds)
    failed = f"  {api.errors} + {bare.errors} errors" if api.errors or bare.errors else ""
    print(f"{name:32} {api} {bare} {api.p95 / bare.p95:9.2f}{failed}", flush=True)


def called(client: http.client.HTTPConnection, url: str) -> float:
    """Milliseconds of a call. Raises RuntimeError where it is refused."""
    started = time.perf_counter()
    client.request("GET", crowd.path(url))
    reply = client.getresponse()
    reply.read()
    if reply.status != 200:
        raise RuntimeError(f"{url}: {reply.status}")
    return (time.perf_counter() - started) * 1000


def timed(session: Session, statements: Statements) -> float:
    """Milliseconds of the same Cypher through the driver."""
    started = time.perf_counter()
    for text, parameters in statements:
        session.run(text, parameters).values()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    sys.exit(main())
