"""The store: one class over Bolt, for Neo4j and for the embedded engine alike."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from types import TracebackType
from typing import Any

from kg.errors import ReadOnlyError, StoreError, StoreVersionError
from kg.model import Document, Source, Statement
from kg.review import Decision
from kg.store import constraints, decision, guard, recall, replacement, shape
from kg.store import cypher as templates
from kg.store.batch import Reading, settled
from kg.store.connection import Connection
from kg.store.driver import Engine
from kg.store.recall import DocumentSummary
from kg.store.rows import Rows
from kg.store.upgrade import upgrade
from ontology.vocabulary import Vocabulary, vocabulary

PAGE = 2_000  # statements that are read at a time
DOCUMENTS = 100  # and documents, with all that they state


@dataclass(frozen=True, slots=True)
class Limits:
    """What a user's query may take."""

    seconds: float = 10.0
    rows: int = 10_000


class Store:
    """Documents, and the statements that they make with their evidence, as a property graph.

    Open one with `open_store`. Errors are those of `kg.errors`: StoreUnavailableError where no engine answers,
    StoreAuthenticationError, StoreLockedError and so on.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        limits: Limits | None = None,
        read_only: bool = False,
        terms: Vocabulary | None = None,
    ) -> None:
        self.connection = connection  # transactions of our own: for backup, doctor and review
        self._limits = limits or Limits()
        self._read_only, self._terms = read_only, terms
        self._prepare()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the engine; an embedded one that this process started ends."""
        self.connection.close()

    @property
    def uri(self) -> str:
        return self.connection.access.uri

    @property
    def engine(self) -> Engine:
        """`neo4j` or `arcadedb`."""
        return self.connection.engine

    @property
    def owns_engine(self) -> bool:
        """Whether the engine is embedded and was started by this process."""
        embedded = self.connection.embedded
        return embedded is not None and embedded.owned

    def write(self, document: Document, statements: Sequence[Statement], *, extractor: str = "") -> None:
        """Replace what a document said before by what it says now, in one transaction.

        Every statement needs evidence in the document. `extractor` is the version of what read it. Raises StoreError.
        """
        self.write_batch([Reading(document, tuple(statements), extractor)])

    def write_batch(self, readings: Iterable[Reading]) -> None:
        """Replace what several documents said, all in one transaction."""
        self._may_write()
        batch = settled(readings)
        if not batch:
            return

        def work(transaction: Any) -> None:
            revision = replacement.lock(transaction)
            standing = decision.replay(transaction, batch, self._vocabulary)
            replacement.replace_documents(transaction, standing, self._vocabulary, revision=revision)

        self.connection.write(work)

    def delete(self, document_id: str) -> bool:
        """Delete a document, its evidence, and what only it supported; false where there is none of that id."""
        return bool(self.delete_batch([document_id]))

    def delete_batch(self, ids: Sequence[str]) -> list[str]:
        """Delete documents in one transaction; gives the ids of those that were there."""
        self._may_write()

        def work(transaction: Any) -> list[str]:
            replacement.lock(transaction)
            return replacement.delete_documents(transaction, ids, self._vocabulary)

        return self.connection.write(work)

    def decide(self, taken: Decision) -> Decision:
        """Keep a person's decision, and carry it out on what is there; it is replayed at every later write.

        Gives it as kept: keyed to what was first read. Raises ReviewError where it fits nothing.
        """
        self._may_write()

        def work(transaction: Any) -> Decision:
            revision = replacement.lock(transaction)
            kept, readings = decision.keep(transaction, taken, self._vocabulary)
            replacement.replace_documents(transaction, readings, self._vocabulary, revision=revision)
            return kept

        return self.connection.write(work)

    def withdraw(self, decision_id: str) -> list[str]:
        """Take a decision back; gives the documents that it touched, which the next load has to read again.

        Raises ReviewError where there is none of that id.
        """
        self._may_write()

        def work(transaction: Any) -> list[str]:
            replacement.lock(transaction)
            return decision.withdraw(transaction, decision_id)

        return self.connection.write(work)

    def decisions(self) -> list[Decision]:
        """All decisions, in the order in which they were taken."""
        rows = self.read(templates.DECISIONS).records()
        return sorted((decision.decision(row["decision"]) for row in rows), key=lambda one: (one.at, one.id))

    def read(
        self,
        cypher: str,
        parameters: Mapping[str, object] | None = None,
        *,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> Rows:
        """Run a query of our own, in a transaction that cannot write. `timeout` is in seconds, `limit` in rows."""
        return self.connection.rows(cypher, parameters, timeout=timeout, limit=limit)

    def query(
        self,
        cypher: str,
        parameters: Mapping[str, object] | None = None,
        *,
        timeout: float | None = None,
        limit: int | None = None,
    ) -> Rows:
        """Run a user's query: one that only reads, within the time and the rows that the settings allow.

        Raises ReadOnlyError, QuerySyntaxError (with the place), QueryTimeoutError, QueryMemoryError, QueryError.
        """
        guard.check(cypher)
        seconds = min(timeout or self._limits.seconds, self._limits.seconds)
        rows = min(self._limits.rows if limit is None else max(limit, 0), self._limits.rows)
        if self.engine == "neo4j":
            guard.check_plan(*self.connection.plan(cypher, parameters, timeout=seconds))
        return self.connection.rows(cypher, parameters, timeout=seconds, limit=rows)

    def version(self) -> str:
        """A word that changes when the graph changes."""
        row = self._state()
        if row is None:
            raise StoreError(f"The store at {self.uri} has lost its version.", hint="Repair it (kg doctor).")
        return f"{row['born']}-{row['revision']}"

    def has(self, document_id: str, extractor: str) -> bool:
        """Whether a document is there as that version of the extractor read it."""
        return document_id in self.read_by(extractor, [document_id])

    def read_by(self, extractor: str, ids: Iterable[str]) -> set[str]:
        """Those of the documents that are there as that version of the extractor read them."""
        rows = self.read(templates.READ_BY, {"ids": sorted(set(ids)), "extractor": extractor})
        return {row[0] for row in rows.rows}

    def revisions(self) -> dict[str, str]:
        """By document, the version of the graph that wrote it: what a copy of the graph has to catch up with."""
        return {row["id"]: row["revision"] for row in self.read(templates.REVISIONS).records()}

    def documents(self) -> list[DocumentSummary]:
        """All documents, without their texts, by date, title and id."""
        found = [recall.summary(row) for row in self.read(templates.DOCUMENTS).records()]
        return sorted(found, key=lambda one: (one.date or "", one.title or "", one.id))

    def document(self, document_id: str) -> Document | None:
        """A document with its text and sources; None where there is none of that id."""
        rows = self.read(templates.DOCUMENT, {"id": document_id}).records()
        if not rows:
            return None
        return recall.document(rows[0]["document"], self._sources_of(document_id))

    def sources(self, document_id: str) -> tuple[Source, ...]:
        """Where a document was found, as far as the store knows; empty for an unknown document."""
        found = [Source(row["uri"], row["published"], row["publisher"]) for row in self._sources_of(document_id)]
        return tuple(sorted(found, key=lambda source: source.uri))

    def statements(self, document_id: str) -> list[Statement]:
        """What a document states, by id, with its own evidence alone: what was written of it."""
        rows = self.read(templates.STATED, {"id": document_id}).records()
        return recall.statements(rows, own_names=True)

    def readings(self, ids: Iterable[str] | None = None) -> Iterator[Reading]:
        """Documents with all that they state, by id: those of some ids, or all."""
        wanted = sorted(set(ids) if ids is not None else {row[0] for row in self.read(templates.DOCUMENT_IDS).rows})
        for at in range(0, len(wanted), DOCUMENTS):
            some = {"ids": wanted[at : at + DOCUMENTS]}
            yield from recall.readings(
                self.read(templates.DOCUMENTS_WHOLE, some).records(),
                self.read(templates.SOURCES_OF, some).records(),
                self.read(templates.STATED_BY, some).records(),
            )

    def all_statements(self) -> Iterator[Statement]:
        """Every statement with all its evidence, by id."""
        ids = sorted(row[0] for row in self.read(templates.STATEMENT_IDS).rows)
        for at in range(0, len(ids), PAGE):
            rows = self.read(templates.EVIDENCE, {"ids": ids[at : at + PAGE]}).records()
            yield from recall.statements(rows, own_names=False)

    def status(self) -> dict[str, Any]:
        """Engine, address, version, and how many nodes and edges there are of each kind."""
        nodes = {label: self._count(templates.count_nodes(label)) for label in sorted(constraints.KEYS)}
        edges = {kind: sum(map(self._count, templates.count_edges(kind))) for kind in constraints.EDGES}
        return {
            "engine": self.engine,
            "engine_version": self.connection.engine_version,
            "uri": self.uri,
            "version": self.version(),
            "schema_version": constraints.SCHEMA_VERSION,
            "documents": nodes["Document"],
            "statements": nodes["Statement"],
            "nodes": nodes,
            "edges": edges,
        }

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return self._terms or vocabulary()

    def _sources_of(self, document_id: str) -> list[dict[str, Any]]:
        rows = self.read(templates.SOURCES_OF, {"ids": [document_id]}).records()
        return [row for row in rows if row["uri"] is not None]

    def _count(self, cypher: str) -> int:
        return int(self.read(cypher).rows[0][0])

    def _state(self) -> dict[str, Any] | None:
        rows = self.read(templates.STATE, {"graph": templates.GRAPH}).records()
        return rows[0] if rows else None

    def _may_write(self) -> None:
        if self._read_only:
            raise ReadOnlyError("The store was opened for reading only.")

    def _prepare(self) -> None:
        """Make an empty store ready: constraints, indexes, and the places that are always there."""
        state = self._checked_state()
        if state is None:
            with self.connection.writing():
                state = self._checked_state()
                if state is None:
                    if self.engine == "arcadedb":
                        self.connection.write(_make_types)
                    self.connection.write(partial(make_schema, engine=self.engine))
                    upgrade(self, self._vocabulary)
                    self.connection.write(self._make_places)
                    state = self._checked_state()
        if state is not None and self.connection.embedded is not None:
            self.connection.embedded.keep_born(state["born"])

    def _checked_state(self) -> dict[str, Any] | None:
        """The state of a graph that this version can use; None where the graph has to be made."""
        state = self._state()
        embedded = self.connection.embedded
        born = embedded.born() if embedded is not None else None
        if embedded is not None and born is not None and (state is None or state["born"] != born):
            raise embedded.corrupt("the graph that was made there is not found.")
        found = state["schema_version"] if state else None
        if found is not None and found > constraints.SCHEMA_VERSION:
            raise StoreVersionError(
                f"The store at {self.uri} was written by a newer version of this package (schema {found}).",
                hint="Upgrade this package, or load the documents into another store.",
            )
        return state if found == constraints.SCHEMA_VERSION else None

    def _make_places(self, transaction: Any) -> None:
        replacement.lock(transaction)
        replacement.write_nodes(transaction, shape.lasting(self._vocabulary))
        born = {"graph": templates.GRAPH, "born": secrets.token_hex(4), "schema_version": constraints.SCHEMA_VERSION}
        transaction.run(templates.BORN, born).consume()


def make_schema(transaction: Any, *, engine: Engine) -> None:
    """Make the constraints and indexes that are not there."""
    for statement in constraints.statements(engine):
        transaction.run(statement).consume()


def _make_types(transaction: Any) -> None:
    """Let every label and type be there from the first: the embedded engine writes its schema anew for each new one."""
    for statement in templates.types():
        transaction.run(statement).consume()
