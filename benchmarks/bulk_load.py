"""Loads a seeded corpus in batches, and writes the rows of its statements once more with a bare UNWIND … CREATE.

    python -m benchmarks.bulk_load 1000 10000 100000 [--batch 200] [--store bolt://… (KG_PASSWORD)]

One line a size: documents, statements, seconds, statements and records (nodes and edges) per second, the same rows
bare, the ratio, the rate of the first and of the last tenth, the memory of this process and of the engine at the end.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from benchmarks.corpus import readings
from kg.settings import Settings
from kg.store import Store, open_store, shape
from kg.store.batch import merged
from ontology.vocabulary import vocabulary

BARE = "UNWIND $rows AS row CREATE (n:Bare) SET n = row.properties"
ROWS = 5_000
SAMPLE = 50_000  # bare rows that are enough to know their rate


@dataclass(frozen=True, slots=True)
class Load:
    documents: int
    statements: int
    records: int
    seconds: float
    first: float  # statements a second, of the first tenth
    last: float


def load(store: Store, count: int, size: int) -> Load:
    """Write the corpus in batches of `size` documents."""
    made, spans = readings(count), []
    begun = time.perf_counter()
    while batch := list(islice(made, size)):
        start = time.perf_counter()
        store.write_batch(batch)
        spans.append((sum(len(reading.statements) for reading in batch), time.perf_counter() - start))
    seconds = time.perf_counter() - begun
    tenth = max(1, len(spans) // 10)
    state = store.status()
    records = sum(state["nodes"].values()) + sum(state["edges"].values())
    return Load(count, state["statements"], records, seconds, _rate(spans[:tenth]), _rate(spans[-tenth:]))


def bare(store: Store, count: int) -> float:
    """Rows a second of the corpus's statements as plain nodes, in batches as large as the engine likes them."""
    rows, written, seconds = _rows(count), 0, 0.0
    while batch := list(islice(rows, ROWS)):
        start = time.perf_counter()
        store.connection.write(lambda transaction, batch=batch: transaction.run(BARE, rows=batch).consume())  # type: ignore[misc]
        written, seconds = written + len(batch), seconds + time.perf_counter() - start
    return written / seconds


def _rows(count: int) -> Iterator[dict[str, Any]]:
    terms = vocabulary()
    every = (statement for reading in readings(count) for statement in merged(reading.statements))
    for statement in islice(every, SAMPLE):
        yield {"properties": shape.statement_row(statement, terms)}


def _rate(spans: Sequence[tuple[int, float]]) -> float:
    return sum(number for number, _ in spans) / sum(seconds for _, seconds in spans)


def _memory(folder: Path | None) -> tuple[float, float]:
    """MiB: the peak of this process, and what the engine holds now (0 where it is no child of ours)."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if folder is None:
        return own, 0.0
    pid = json.loads((folder / "engine.json").read_text())["pid"]
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return own, pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def measure(count: int, size: int, uri: str | None) -> str:
    with tempfile.TemporaryDirectory() as name:
        folder = None if uri else Path(name) / "data"
        with open_store(Settings(), uri=uri, data=folder) as store:
            done = load(store, count, size)
            own, engine = _memory(folder)
            plain = bare(store, count)
            if uri:
                store.connection.write(lambda transaction: transaction.run("MATCH (n:Bare) DELETE n").consume())
    rate = done.statements / done.seconds
    return (
        f"{done.documents:>9,} documents {done.statements:>9,} statements {done.seconds:8.1f} s  "
        f"{rate:7,.0f} statements/s {done.records / done.seconds:7,.0f} records/s  bare {plain:7,.0f} rows/s  "
        f"ratio {rate / plain:.3f} ({done.records / done.seconds / plain:.2f} in records)  "
        f"first {done.first:,.0f}/s last {done.last:,.0f}/s  memory {own:.0f} + {engine:.0f} MiB"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--batch", type=int, default=200)
    parser.add_argument("--store", help="an empty Neo4j instead of the embedded store")
    chosen = parser.parse_args()
    for count in chosen.sizes:
        sys.stdout.write(measure(count, chosen.batch, chosen.store) + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
