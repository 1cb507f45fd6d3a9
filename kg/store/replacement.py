"""What one writing transaction does: documents replaced or deleted, and nothing left that nobody supports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import neo4j

from kg.model import Document, Source, Statement, digest
from kg.store import cypher, shape, stretch
from kg.store.batch import Reading, effective_date, merged, united
from kg.store.organization import organization
from kg.store.passage import Lines
from kg.store.shape import Row
from ontology.vocabulary import Vocabulary

ROWS = 5_000  # a statement; larger batches are no faster on either engine


def lock(transaction: neo4j.Transaction) -> str:
    """Take the graph for this transaction and give the version that it will have."""
    record = transaction.run(cypher.LOCK, graph=cypher.GRAPH).single(strict=True)
    return f"{record['born']}-{record['revision']}"


def replace_documents(
    transaction: neo4j.Transaction, readings: Sequence[Reading], vocabulary: Vocabulary, *, revision: str
) -> None:
    """Replace what a settled batch of documents said before by what it says now."""
    known = _known_sources(transaction, [reading.document.id for reading in readings])
    readings = [_with_sources(reading, known.get(reading.document.id, ())) for reading in readings]
    emptied = _take_sources(transaction, readings, revision=revision)
    before = _Traces(transaction)
    before.forget([*known, *emptied])
    statements = merged(statement for reading in readings for statement in reading.statements)
    _write_nodes(transaction, readings, statements, vocabulary, revision=revision)
    fresh = _fresh(transaction, statements)
    _write_statements(transaction, fresh, vocabulary)
    _write_evidence(transaction, readings, vocabulary)
    before.settle({statement.id for statement in statements}, vocabulary)


def delete_documents(transaction: neo4j.Transaction, ids: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """Delete documents with their evidence and sources; gives the ids of those that were there."""
    known = list(_known_sources(transaction, ids))
    traces = _Traces(transaction)
    _run(transaction, cypher.SOURCES_LEFT, ids=known)
    traces.forget(known)
    traces.settle(set(), vocabulary)
    return known


class _Traces:
    """What the documents that a transaction forgets have left behind, until it is settled who still needs it."""

    def __init__(self, transaction: neo4j.Transaction) -> None:
        self._transaction = transaction
        self._statements: set[str] = set()
        self._persons: list[str] = []
        self._bodies: set[str] = set()

    def forget(self, ids: Sequence[str]) -> None:
        """Delete documents with their evidence, keeping in mind what it supported."""
        run = self._transaction
        self._statements.update(_keys(run, cypher.STATEMENTS_OF, ids=ids))
        self._persons = _keys(run, cypher.PERSONS_OF, ids=ids)
        self._bodies = set(_keys(run, cypher.BODIES_OF, ids=ids))
        _run(run, cypher.DELETE_HOLDS, ids=ids)
        passages = _keys(run, cypher.PASSAGES_OF, ids=ids)
        _run(run, cypher.CLEAR_DOCUMENTS, ids=ids)  # first: the embedded engine writes a node at every edge it loses
        _run(run, cypher.DELETE_STRETCHES, ids=ids)
        _run(run, cypher.DELETE_DOCUMENTS, ids=ids)
        _run(run, cypher.DELETE_PASSAGES, ids=passages)

    def settle(self, written: set[str], vocabulary: Vocabulary) -> None:
        """Delete statements without evidence and what only they needed; set what follows from all evidence."""
        run = self._transaction
        gone = _keys(run, cypher.UNSUPPORTED, ids=sorted(self._statements - written))
        needed = self._neighbours(gone)
        _run(run, cypher.DELETE_RECEIVES, ids=gone)
        _run(run, cypher.DELETE_STATEMENTS, ids=gone)
        _run(run, cypher.DELETE_PERSONS, persons=self._persons)
        left = sorted((self._statements | written) - set(gone))
        needed.setdefault("Organization", set()).update(self._bodies, self._made_by(left))
        _run(run, cypher.OPEN_NAMES, ids=left)
        places = {code for code in needed.pop("Place", ()) if not shape.is_lasting(code, vocabulary)}
        for label, keys in sorted({**needed, "Place": places}.items()):
            _run(run, cypher.delete_unneeded(label), keys=sorted(keys))
        self._name_open_terms(left, needed, vocabulary)

    def _neighbours(self, ids: Sequence[str]) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for record in _read(self._transaction, cypher.NEIGHBOURS, ids=ids):
            label = next(name for name in (*shape.CONCERNED, "Organization", "Place") if name in record["labels"])
            found.setdefault(label, set()).add(record["key"])
        return found

    def _made_by(self, ids: Sequence[str]) -> set[str]:
        """Set the makers of statements from the evidence that they have; gives the bodies that made one no longer."""
        acting = {(row["from"], row["to"]) for row in _read(self._transaction, cypher.ACTORS, ids=ids)}
        makers = {(row["from"], row["to"]) for row in _read(self._transaction, cypher.MAKERS, ids=ids)}
        _run(self._transaction, cypher.UNMADE_BY, rows=_pairs(makers - acting))
        _run(self._transaction, cypher.MADE_BY, rows=_pairs(acting - makers))
        return {body for _, body in makers - acting}

    def _name_open_terms(self, ids: Sequence[str], needed: Mapping[str, set[str]], vocabulary: Vocabulary) -> None:
        """Name the terms that no vocabulary names by all the statements left: of those written, and those gone."""
        found = {label: set(needed.get(label, ())) for label in shape.CONCERNED}
        for record in _read(self._transaction, cypher.OPEN_TERMS, ids=ids):
            found[next(name for name in shape.CONCERNED if name in record["labels"])].add(record["key"])
        for label, keys in found.items():
            open_keys = sorted(key for key in keys if key not in vocabulary.terms)
            _run(self._transaction, cypher.name_terms(label), keys=open_keys)


def _known_sources(transaction: neo4j.Transaction, ids: Sequence[str]) -> dict[str, list[Source]]:
    """The sources of those documents that the graph knows."""
    known: dict[str, list[Source]] = {}
    for row in _read(transaction, cypher.SOURCES_OF, ids=ids):
        sources = known.setdefault(row["document"], [])
        if row["uri"] is not None:
            sources.append(Source(row["uri"], row["published"], row["publisher"]))
    return known


def _with_sources(reading: Reading, sources: Iterable[Source]) -> Reading:
    document = replace(reading.document, sources=united((*sources, *reading.document.sources)))
    return replace(reading, document=document)


def _take_sources(transaction: neo4j.Transaction, readings: Sequence[Reading], *, revision: str) -> list[str]:
    """Move sources to the documents now found there; gives the documents that have none left."""
    held = [{"document": item.document.id, "uri": source.uri} for item in readings for source in item.document.sources]
    losers = sorted({row["document"] for row in _read(transaction, cypher.TAKE_SOURCES, rows=held)})
    if losers:
        transaction.run(cypher.MARK_CHANGED, rows=losers, revision=revision).consume()
    emptied = [row["document"] for row in _read(transaction, cypher.WITHOUT_SOURCE, ids=losers)]
    dated = [
        {"id": row["document"], "date": row["published"]}
        for row in _read(transaction, cypher.DATES, ids=losers)
        if row["stated"] is None and row["date"] != row["published"]
    ]
    if dated:
        transaction.run(cypher.REDATE, rows=dated, revision=revision).consume()
    return emptied


def _fresh(transaction: neo4j.Transaction, statements: Sequence[Statement]) -> list[Statement]:
    known = set(_keys(transaction, cypher.KNOWN_STATEMENTS, ids=[statement.id for statement in statements]))
    return [statement for statement in statements if statement.id not in known]


def _write_nodes(
    transaction: neo4j.Transaction,
    readings: Sequence[Reading],
    statements: Sequence[Statement],
    vocabulary: Vocabulary,
    *,
    revision: str,
) -> None:
    _run(transaction, cypher.WRITE_DOCUMENTS, rows=[_document_row(reading, revision) for reading in readings])
    _run(transaction, cypher.WRITE_SOURCES, rows=[row for reading in readings for row in _sources(reading.document)])
    write_nodes(transaction, shape.nodes(statements, vocabulary))


def write_nodes(transaction: neo4j.Transaction, nodes: shape.Nodes) -> None:
    """Make the shared nodes that are not there yet."""
    for labels, rows in nodes.places.items():
        _run(transaction, cypher.merge_places(labels), rows=rows)
    below = [row for rows in nodes.places.values() for row in rows if row["parent"]]
    _run(transaction, cypher.PART_OF, rows=below)
    for label, rows in nodes.terms.items():
        _run(transaction, cypher.merge_terms(label), rows=rows)
    for labels, rows in nodes.organizations.items():
        _run(transaction, cypher.merge_organizations(labels), rows=rows)
    located = [row for rows in nodes.organizations.values() for row in rows if row["city"]]
    _run(transaction, cypher.LOCATED_IN, rows=located)


def _write_statements(transaction: neo4j.Transaction, statements: Sequence[Statement], vocabulary: Vocabulary) -> None:
    for kind in shape.STATEMENTS:
        fresh = [{"properties": shape.statement_row(one, vocabulary)} for one in statements if one.type == kind]
        _run(transaction, cypher.create_statements(kind), rows=fresh)
    edges = shape.edges(statements, vocabulary)
    for label, rows in edges.concerns.items():
        _run(transaction, cypher.concerns(label), rows=rows)
    _run(transaction, cypher.APPLIES_TO, rows=edges.applies_to)
    _run(transaction, cypher.NAMES, rows=edges.names)
    _run(transaction, cypher.IN_SPECIALTY, rows=edges.in_specialty)
    _run(transaction, cypher.RECEIVES, rows=edges.receives)


def _write_evidence(transaction: neo4j.Transaction, readings: Sequence[Reading], vocabulary: Vocabulary) -> None:
    passages: list[Row] = []
    stretches: list[Row] = []
    evidence: list[Row] = []
    persons: list[Row] = []
    for reading in readings:
        lines = Lines(reading.document)
        stretches.extend(stretch.rows(reading.document, reading.statements, vocabulary))
        pieces = [piece for statement in reading.statements for piece in statement.evidence]
        passages.extend(lines.rows(piece.start for piece in pieces))
        for statement in reading.statements:
            evidence.extend(shape.evidence_rows(statement, statement.evidence, lines, vocabulary))
        persons.extend(_persons(reading, lines, vocabulary))
    _run(transaction, cypher.CREATE_STRETCHES, rows=stretches)
    _run(transaction, cypher.CREATE_PASSAGES, rows=passages)
    _run(transaction, cypher.EVIDENCED_BY, rows=evidence)
    _run(transaction, cypher.HOLDS, rows=persons)


def _persons(reading: Reading, lines: Lines, vocabulary: Vocabulary) -> list[Row]:
    """One row for each office that a passage of the document gives a person."""
    found: dict[tuple[str, str, str, str], Row] = {}
    for statement in reading.statements:
        for piece in statement.evidence:
            for name, title, body in piece.persons:
                passage = lines.id(piece.start)
                properties = {"title": title, "document": reading.document.id, "start": piece.start, "end": piece.end}
                found.setdefault(
                    (name, title, body, passage),
                    {
                        "id": f"person-{digest(f'{name}|{body}')}",
                        "name": name,
                        "organization": organization(body, vocabulary).id,
                        "passage": passage,
                        "properties": properties,
                    },
                )
    return [found[key] for key in sorted(found)]


def _document_row(reading: Reading, revision: str) -> Row:
    return shape.document_row(
        reading.document,
        date=effective_date(reading.document),
        extractor=reading.extractor,
        statements=len(reading.statements),
        revision=revision,
    )


def _sources(document: Document) -> list[Row]:
    return [
        {
            "document": document.id,
            "uri": source.uri,
            "properties": shape.stated(uri=source.uri, published=source.published, publisher=source.publisher),
        }
        for source in document.sources
    ]


def _pairs(pairs: Iterable[tuple[str, str]]) -> list[Row]:
    return [{"from": start, "to": end} for start, end in sorted(pairs)]


def _keys(transaction: neo4j.Transaction, text: str, **lists: Sequence[str]) -> list[str]:
    return sorted({row["id"] for row in _read(transaction, text, **lists)})


def _read(transaction: neo4j.Transaction, text: str, **lists: Sequence[object]) -> list[dict[str, Any]]:
    """The rows of a query over a list, asked in batches."""
    ((name, values),) = lists.items()
    found: list[dict[str, Any]] = []
    for at in range(0, len(values), ROWS):
        found.extend(record.data() for record in transaction.run(text, {name: list(values[at : at + ROWS])}))
    return found


def _run(transaction: neo4j.Transaction, text: str, **lists: Sequence[object]) -> None:
    """Do a statement over a list, in batches."""
    ((name, values),) = lists.items()
    for at in range(0, len(values), ROWS):
        transaction.run(text, {name: list(values[at : at + ROWS])}).consume()
