"""Backup, restore, and copy from one store to another: what documents state, and what people decided.

A backup is gzipped JSON lines: a head, then a line a document, then a line a decision. It holds no address and no time,
so the same graph gives the same bytes, and it can be restored into either engine.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from kg.errors import StoreError, StoreFolderError, StoreVersionError
from kg.model import Baseline, Document, Evidence, Measure, Source, Statement
from kg.review import Decision
from kg.store import constraints, cypher, decision
from kg.store.batch import Reading
from kg.store.bolt import Store

FORMAT = "health-commitments-backup"
BATCH = 200  # documents written in one transaction


@dataclass(frozen=True, slots=True)
class Counts:
    documents: int
    statements: int  # counted once a document
    decisions: int


def backup(store: Store, path: Path) -> Counts:
    """Write all of a store to a file, which is there wholly or not at all. Raises StoreFolderError."""
    fresh = path.with_name(f".{path.name}.part")
    try:
        with fresh.open("wb") as raw, gzip.GzipFile(filename="", fileobj=raw, mode="wb", mtime=0) as file:
            counts = _write(store, file)
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise StoreFolderError(f"The backup cannot be written to {path}: {error.strerror}.") from error
    return counts


def restore(path: Path, store: Store) -> Counts:
    """Fill an empty store from a backup. Raises StoreError, StoreVersionError; a broken file leaves the store empty."""
    _need_empty(store)
    for _ in _read(path):  # to the end: whole and readable, before anything is written
        pass
    lines = _read(path)
    return _fill(
        store,
        (_reading(line["document"]) for line in lines if "document" in line),
        lambda: [Decision(**line["decision"]) for line in _read(path) if "decision" in line],
    )


def copy(source: Store, target: Store) -> Counts:
    """Fill an empty store with all of another. Raises StoreError."""
    _need_empty(target)
    return _fill(target, source.readings(), source.decisions)


def _write(store: Store, file: gzip.GzipFile) -> Counts:
    documents = statements = 0
    _line(file, {"format": FORMAT, "schema_version": constraints.SCHEMA_VERSION})
    for reading in store.readings():
        documents, statements = documents + 1, statements + len(reading.statements)
        _line(file, {"document": asdict(reading)})
    decisions = store.decisions()
    for one in decisions:
        _line(file, {"decision": asdict(one)})
    _line(file, {"end": documents + len(decisions)})
    return Counts(documents, statements, len(decisions))


def _line(file: gzip.GzipFile, value: Mapping[str, Any]) -> None:
    file.write(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() + b"\n")


def _read(path: Path) -> Iterator[dict[str, Any]]:
    """The lines of a backup, head and end checked. Raises StoreError, StoreVersionError."""
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            _check_head(path, json.loads(next(file, "null")))
            end = None
            for number, text in enumerate(file):
                line = json.loads(text)
                end = number if line.get("end") == number else None
                yield line
    except (OSError, EOFError, ValueError) as error:
        raise StoreError(f"{path} is no whole backup: {error}") from error
    if end is None:
        raise StoreError(f"{path} is no whole backup: its end is missing.")


def _check_head(path: Path, head: Any) -> None:
    if not isinstance(head, dict) or head.get("format") != FORMAT:
        raise StoreError(f"{path} is no backup of this package.")
    if head["schema_version"] > constraints.SCHEMA_VERSION:
        raise StoreVersionError(
            f"{path} was written by a newer version of this package (schema {head['schema_version']}).",
            hint="Upgrade this package.",
        )


def _need_empty(store: Store) -> None:
    if store.read(cypher.DOCUMENT_IDS, limit=1).rows or store.decisions():
        raise StoreError(f"The store at {store.uri} is not empty.", hint="Restore into a new folder (--data).")


def _fill(store: Store, readings: Iterable[Reading], decisions: Any) -> Counts:
    documents = statements = 0
    remaining = iter(readings)
    while batch := list(islice(remaining, BATCH)):
        store.write_batch(batch)
        documents += len(batch)
        statements += sum(len(reading.statements) for reading in batch)
    kept: Sequence[Decision] = decisions()
    rows = [decision.row(one) for one in kept]  # after the documents, which have been through them already
    store.connection.write(lambda transaction: transaction.run(cypher.WRITE_DECISIONS, rows=rows).consume())
    return Counts(documents, statements, len(kept))


def _reading(found: Mapping[str, Any]) -> Reading:
    made = found["document"]
    document = Document(
        **{**made, "flags": tuple(made["flags"]), "sources": tuple(Source(**one) for one in made["sources"])}
    )
    return Reading(document, tuple(_statement(one) for one in found["statements"]), found["extractor"])


def _statement(found: Mapping[str, Any]) -> Statement:
    baseline = Baseline(**found["baseline"]) if found["baseline"] else None
    evidence = tuple(_evidence(one) for one in found["evidence"])
    lists = {name: tuple(found[name]) for name in ("places", "organizations")}
    made = {**found, **lists, "measure": Measure(**found["measure"]), "baseline": baseline, "evidence": evidence}
    return Statement(**made)


def _evidence(found: Mapping[str, Any]) -> Evidence:
    piece = Evidence(**{**found, "persons": ()})
    return replace(piece, persons=tuple((name, title, body) for name, title, body in found["persons"]))
