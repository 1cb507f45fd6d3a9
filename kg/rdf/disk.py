"""The RDF on disk, derived from the graph document by document.

A folder holds the store (`store`), what it was made from (`made.json`), and snapshots of it (`snapshot-…`) that
queries read. A process holds the folder's lock while it brings the store up to date, and lets go of it before it
answers; so any number of processes can share a folder, and none of them owns it.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import shutil
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pyoxigraph
from filelock import FileLock, Timeout
from pyoxigraph import DefaultGraph, NamedNode, Quad, Store, Triple

from kg.errors import StoreFolderError, StoreLockedError
from kg.rdf.project import document_node
from kg.rdf.source import Source, document_graph
from kg.rdf.vocabulary import GRAPH, base
from ontology.vocabulary import Vocabulary

log = logging.getLogger(__name__)

ONTOLOGY = Path(__file__).parents[2] / "ontology"
LOCK_SECONDS = 600.0  # that another process may take to bring the folder up to date
BATCH = 200_000  # quads written at once
BULK = 20_000  # quads from which writing them as sorted files is faster than a transaction
SAVED_EVERY = 500  # documents after which an interrupted catch-up need not begin again


@dataclass(frozen=True, slots=True)
class Made:
    """What a snapshot was made from: the recipe, the version of the graph, the revision of each document."""

    recipe: str = ""
    version: str = ""
    snapshot: str = ""
    documents: dict[str, str] = field(default_factory=dict)


class Disk:
    """The folder of the RDF of one graph store."""

    def __init__(self, folder: Path, source: Source, terms: Vocabulary) -> None:
        self._folder, self._source, self._terms = folder, source, terms
        self._lock = threading.Lock()
        self._made = Made()
        self._stamp: tuple[int, int] | None = None

    def snapshot(self) -> Path:
        """The snapshot of the graph as it is now, made if need be.

        Raises StoreFolderError, StoreLockedError, and what the graph store raises.
        """
        version = self._source.version()
        made = self._read()
        if not self._is_current(made, version):
            with self._lock:
                made = self._caught_up(version)
        return self._folder / made.snapshot

    def _is_current(self, made: Made, version: str) -> bool:
        return (made.recipe, made.version) == (recipe(), version) and (self._folder / made.snapshot).is_dir()

    def _caught_up(self, version: str) -> Made:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with FileLock(self._folder / "lock").acquire(timeout=LOCK_SECONDS):
                made = self._read()
                return made if self._is_current(made, version) else self._write(made, version)
        except Timeout as error:
            raise StoreLockedError(
                f"Another process has been writing {self._folder} for {LOCK_SECONDS:g} seconds."
            ) from error
        except OSError as error:
            raise StoreFolderError(
                f"The RDF in {self._folder} cannot be written: {error.strerror or error}.",
                hint="Make room or give write access there, or choose another folder (--data).",
            ) from error

    def _write(self, made: Made, version: str) -> Made:
        writer, made = self._opened(made)
        try:
            made = self._update(writer, made)
            taken = int(made.snapshot.rpartition("-")[2] or 0)
            name = f"snapshot-{taken + 1}"
            shutil.rmtree(self._folder / name, ignore_errors=True)
            writer.store.backup(str(self._folder / name))
        finally:
            writer.close()
        done = Made(recipe(), version, name, made.documents)
        self._save(done)
        for old in self._folder.glob("snapshot-*"):
            if old.name not in (name, made.snapshot):
                shutil.rmtree(old, ignore_errors=True)  # where a system holds on to open files, the next time
        return done

    def _opened(self, made: Made) -> tuple[_Writer, Made]:
        """The store to write; an empty one where there is none, or one of another recipe or that is spoilt."""
        path = self._folder / "store"
        if made.recipe == recipe():
            try:
                return _Writer(Store(str(path))), made
            except (OSError, RuntimeError) as error:
                if "lock" in str(error).lower():
                    raise StoreLockedError(f"Another program has {path} open.", hint="Close it.") from error
                log.warning("%s cannot be opened and is made anew: %s", path, error)
        shutil.rmtree(path, ignore_errors=True)
        return _Writer(Store(str(path))), Made(recipe(), snapshot=made.snapshot)

    def _update(self, writer: _Writer, made: Made) -> Made:
        """Bring the store up to date, document by document; gives what it is then made from."""
        wanted, held = self._source.revisions(), dict(made.documents)
        if not held:
            writer.add(GRAPH, base(self._terms))
        for count, document_id in enumerate(sorted(held.keys() | wanted.keys())):
            if held.get(document_id) == wanted.get(document_id):
                continue
            writer.replace(document_node(document_id), document_graph(self._source, document_id, self._terms))
            if document_id in wanted:
                held[document_id] = wanted[document_id]
            else:
                del held[document_id]
            if count % SAVED_EVERY == SAVED_EVERY - 1:
                writer.flush()
                self._save(Made(made.recipe, "", made.snapshot, held))
        writer.flush()
        return Made(made.recipe, "", made.snapshot, held)

    def _read(self) -> Made:
        """What the folder says of itself, read again when another process has written it."""
        path = self._folder / "made.json"
        try:
            status = path.stat()
        except OSError:
            return Made()
        stamp = (status.st_mtime_ns, status.st_ino)
        if stamp != self._stamp:
            self._made, self._stamp = Made(**json.loads(path.read_text("utf-8"))), stamp
        return self._made

    def _save(self, made: Made) -> None:
        path = self._folder / "made.json"
        new = path.with_suffix(".new")
        fields: Mapping[str, object] = {
            "recipe": made.recipe, "version": made.version, "snapshot": made.snapshot, "documents": made.documents,
        }  # fmt: skip
        new.write_text(json.dumps(fields), "utf-8")
        os.replace(new, path)


class _Writer:
    """Keeps named graphs, and the default graph as their union, each triple once.

    An interruption at any step is harmless: a graph that was replaced in part is replaced again, all of it.
    """

    def __init__(self, store: Store) -> None:
        self._store: Store | None = store
        self._pending: list[Quad] = []

    @property
    def store(self) -> Store:
        if self._store is None:
            raise ValueError("the store is closed")
        return self._store

    def close(self) -> None:
        """Let go of the store, which pyoxigraph closes when nobody refers to it: not even a traceback may."""
        self._store = None

    def replace(self, graph: NamedNode, triples: frozenset[Triple]) -> None:
        """Let a named graph hold these triples and no others."""
        held = {quad.triple for quad in self.store.quads_for_pattern(None, None, None, graph)}
        gone = held - triples
        if gone:
            self.flush()
            for triple in gone:
                if not self._is_elsewhere(triple, graph):
                    self.store.remove(Quad(triple.subject, triple.predicate, triple.object, DefaultGraph()))
            for triple in gone:
                self.store.remove(Quad(triple.subject, triple.predicate, triple.object, graph))
        self.add(graph, triples)

    def add(self, graph: NamedNode, triples: Iterable[Triple]) -> None:
        self._pending.extend(_quads(triples, graph))
        if len(self._pending) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what is pending, to the disk: what `made.json` says may not be ahead of the store."""
        if len(self._pending) >= BULK:
            self.store.bulk_extend(self._pending)
        elif self._pending:
            self.store.extend(self._pending)
        self._pending = []
        self.store.flush()

    def _is_elsewhere(self, triple: Triple, graph: NamedNode) -> bool:
        found = self.store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
        return any(quad.graph_name not in (graph, DefaultGraph()) for quad in found)


def _quads(triples: Iterable[Triple], graph: NamedNode) -> Iterator[Quad]:
    for triple in triples:
        yield Quad(triple.subject, triple.predicate, triple.object, graph)
        yield Quad(triple.subject, triple.predicate, triple.object, DefaultGraph())


@cache
def recipe() -> str:
    """A word that changes when the same graph would give other RDF: the code, the vocabularies, the RDF store."""
    here = Path(__file__).parent
    files = [here / "project.py", here / "triple.py", here / "vocabulary.py", here / "disk.py"]
    files += [ONTOLOGY / "namespaces.py", ONTOLOGY / "generated" / "closed_lists.ttl"]
    files += sorted(path for path in (ONTOLOGY / "vocabularies").iterdir() if path.is_file())
    made = hashlib.sha256(pyoxigraph.__version__.encode())
    for path in files:
        made.update(path.read_bytes())
    return made.hexdigest()[:32]
