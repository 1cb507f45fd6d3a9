"""A batch of documents before it is written: line ends folded, each document and each source once, evidence checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.errors import StoreError
from kg.model import Document, Evidence, Source, Statement
from kg.store.passage import folded


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with all that it states, and the version of the extractor that read it."""

    document: Document
    statements: tuple[Statement, ...]
    extractor: str = ""


def settled(readings: Iterable[Reading]) -> list[Reading]:
    """The batch as if its documents had been written one after the other.

    The last reading of a text stands, with the sources of all; a source belongs to the last text found there; a
    document that another one took all sources from is gone. Raises StoreError for a statement without evidence.
    """
    kept: dict[str, Reading] = {}
    holder: dict[str, str] = {}
    for reading in readings:
        document, statements = folded(reading.document, reading.statements)
        document_id = document.id
        earlier = kept.pop(document_id, None)
        sources = united((*(earlier.document.sources if earlier else ()), *document.sources))
        document = replace(document, sources=sources)
        kept[document_id] = Reading(document, _evidenced(document, document_id, statements), reading.extractor)
        holder.update({source.uri: document_id for source in sources})
    return [left for key, reading in kept.items() if (left := _left(key, reading, holder)) is not None]


def united(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Sources by address, the last word on each, sorted."""
    by_uri = {source.uri: source for source in sources}
    return tuple(by_uri[uri] for uri in sorted(by_uri))


def effective_date(document: Document) -> str | None:
    """The text's own date, else the earliest of its sources'."""
    return document.date or min((source.published for source in document.sources if source.published), default=None)


def merged(statements: Iterable[Statement]) -> list[Statement]:
    """Statements by id, sorted, each with the evidence of all its occurrences, sorted."""
    found: dict[str, Statement] = {}
    pieces: dict[str, set[Evidence]] = {}
    for statement in statements:
        found.setdefault(statement.id, statement)
        pieces.setdefault(statement.id, set()).update(statement.evidence)
    return [replace(found[key], evidence=ordered(pieces[key])) for key in sorted(found)]


def ordered(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(evidence, key=lambda piece: (*_place(piece), piece.actor or "", piece.persons)))


def _place(piece: Evidence) -> tuple[str, int, int, str, str, str]:
    return piece.document, piece.start, piece.end, piece.quote, piece.rule, piece.label


def _left(document_id: str, reading: Reading, holder: dict[str, str]) -> Reading | None:
    """A reading with the sources that no later text took; None where all were taken."""
    sources = reading.document.sources
    left = tuple(source for source in sources if holder[source.uri] == document_id)
    if sources and not left:
        return None
    return replace(reading, document=replace(reading.document, sources=left))


def _evidenced(document: Document, document_id: str, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    own = [replace(statement, evidence=_own(document, document_id, statement)) for statement in statements]
    return tuple(merged(own))


def _own(document: Document, document_id: str, statement: Statement) -> tuple[Evidence, ...]:
    pieces = tuple(piece for piece in statement.evidence if piece.document == document_id)
    if not pieces:
        raise StoreError(f"The statement {statement.id} has no evidence in the document {document_id}.")
    for piece in pieces:
        if document.text[piece.start : piece.end] != piece.quote:
            raise StoreError(f"The evidence {piece.start}–{piece.end} of {document_id} is not what the text has there.")
    return pieces
