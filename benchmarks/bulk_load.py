"""Loads a seeded corpus in batches, and writes the rows of its statements once more with a bare UNWIND … CREATE.

    python -m benchmarks.bulk_load 1000 10000 100000 [--batch 200] [--neo4j]

One line a size: documents, statements, seconds, statements and records (nodes and edges) per second, the same rows
bare, the ratio, the rate of the first and of the last tenth, the memory of this process and of the engine at the end.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.corpus import readings
from benchmarks.engine import Engine, engine_in
from kg.store import Reading, Store, shape
from kg.store.batch import merged
from ontology.vocabulary import vocabulary

BARE = "UNWIND $rows AS row CREATE (n:Bare) SET n = row.properties"


@dataclass(frozen=True, slots=True)
class Load:
    documents: int
    statements: int
    records: int
    seconds: float
    first: float  # statements a second, of the first tenth
    last: float
    bare: float  # rows a second

    def __str__(self) -> str:
        rate, records = self.statements / self.seconds, self.records / self.seconds
        return (
            f"{self.documents:>9,} documents {self.statements:>9,} statements {self.seconds:8.1f} s  "
            f"{rate:7,.0f} statements/s {records:7,.0f} records/s  bare {self.bare:7,.0f} rows/s  "
            f"ratio {rate / self.bare:.3f} ({records / self.bare:.2f} in records)  "
            f"first {self.first:,.0f}/s last {self.last:,.0f}/s"
        )


def load(store: Store, count: int, size: int) -> Load:
    """Write the corpus in batches of `size` documents; after each, the rows of its statements once more, bare.

    So both meet the same graph, and the same other work on the machine.
    """
    made, spans, plain = readings(count), [], []
    while batch := list(islice(made, size)):
        start = time.perf_counter()
        store.write_batch(batch)
        spans.append((sum(len(reading.statements) for reading in batch), time.perf_counter() - start))
        plain.append(_bare(store, batch))
    seconds = sum(span for _, span in spans)
    tenth = max(1, len(spans) // 10)
    nodes, edges = (store.status()[kind] for kind in ("nodes", "edges"))
    records = sum(nodes.values()) + sum(edges.values())
    return Load(count, nodes["Statement"], records, seconds, _rate(spans[:tenth]), _rate(spans[-tenth:]), _rate(plain))


def _bare(store: Store, batch: Sequence[Reading]) -> tuple[int, float]:
    """The statements of a batch as plain nodes: how many, and in how many seconds."""
    terms = vocabulary()
    statements = merged(statement for reading in batch for statement in reading.statements)
    rows = [{"properties": shape.statement_row(statement, terms)} for statement in statements]
    start = time.perf_counter()
    store.connection.write(lambda transaction: transaction.run(BARE, rows=rows).consume())
    return len(rows), time.perf_counter() - start


def _rate(spans: Sequence[tuple[int, float]]) -> float:
    return sum(number for number, _ in spans) / sum(seconds for _, seconds in spans)


def _memory(engine: Engine) -> tuple[float, float]:
    """MiB: the peak of this process, and what the engine holds now."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pages = int(Path(f"/proc/{engine.pid}/statm").read_text().split()[1])
    return own, pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def measure(count: int, size: int, *, neo4j: bool) -> str:
    with tempfile.TemporaryDirectory() as name, engine_in(Path(name), neo4j=neo4j) as engine, engine.open() as store:
        done = load(store, count, size)
        own, held = _memory(engine)
    return f"{done}  memory {own:.0f} + {held:.0f} MiB"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--batch", type=int, default=200)
    parser.add_argument("--neo4j", action="store_true", help="on a Neo4j server instead of the embedded engine")
    chosen = parser.parse_args()
    for count in chosen.sizes:
        sys.stdout.write(measure(count, chosen.batch, neo4j=chosen.neo4j) + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
