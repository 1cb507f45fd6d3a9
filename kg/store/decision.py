"""People's decisions in the graph: kept, replayed on what a batch says, and carried out at once on what is there."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

import neo4j

from kg.errors import ReviewError
from kg.model import Statement
from kg.review import Decision, checked, corrected, replayed
from kg.store import cypher, recall
from kg.store.batch import Reading, merged
from kg.store.shape import Row
from kg.store.shape import stated as without_none
from ontology.vocabulary import Vocabulary

NAMES = tuple(field.name for field in fields(Decision))


def row(decision: Decision) -> Row:
    """The properties of a Decision node."""
    values = {name: getattr(decision, name) for name in NAMES}
    return without_none(id=decision.id, **{**values, "value": json.dumps(decision.value, ensure_ascii=False)})


def decision(found: Mapping[str, Any]) -> Decision:
    """A decision from the properties of its node."""
    values = {name: found.get(name) for name in NAMES}
    return Decision(**{**values, "why": found.get("why") or "", "value": json.loads(found.get("value") or "null")})


def replay(transaction: neo4j.Transaction, batch: Sequence[Reading], vocabulary: Vocabulary) -> list[Reading]:
    """A batch as people's decisions leave it."""
    ids = [reading.document.id for reading in batch]
    known = [decision(record["decision"]) for record in transaction.run(cypher.DECISIONS_FOR, ids=ids)]
    if not known:
        return list(batch)
    by_document: dict[str | None, list[Decision]] = {}
    for one in known:
        by_document.setdefault(one.document, []).append(one)
    everywhere = by_document.get(None, [])
    return [
        replace(reading, statements=_standing(reading, [*by_document.get(key, ()), *everywhere], vocabulary))
        for key, reading in zip(ids, batch, strict=True)
    ]


def keep(transaction: neo4j.Transaction, taken: Decision, vocabulary: Vocabulary) -> tuple[Decision, list[Reading]]:
    """Keep a decision; gives it as kept, and the readings that follow from it, to be written. Raises ReviewError."""
    checked(taken, vocabulary)
    if taken.verdict == "merge":
        merges = [*_merges(transaction), taken]
        readings = [_reading(transaction, key) for key in _stating(transaction, taken.label or "")]
        changed = [replace(one, statements=_standing(one, merges, vocabulary)) for one in readings]
    else:
        taken, changed = _on_reading(transaction, taken, vocabulary)
    transaction.run(cypher.WRITE_DECISIONS, rows=[row(taken)]).consume()
    return taken, changed


def withdraw(transaction: neo4j.Transaction, decision_id: str) -> list[str]:
    """Delete a decision; gives the documents that it touched, marked to be read again. Raises ReviewError."""
    found = transaction.run(cypher.DECISION, id=decision_id).single()
    if found is None:
        raise ReviewError(f"There is no decision {decision_id}.")
    taken = decision(found["decision"])
    touched = [taken.document] if taken.document else _stating(transaction, taken.value)
    transaction.run(cypher.WITHDRAW, id=decision_id).consume()
    transaction.run(cypher.UNREAD, ids=touched).consume()
    return touched


def _on_reading(
    transaction: neo4j.Transaction, taken: Decision, vocabulary: Vocabulary
) -> tuple[Decision, list[Reading]]:
    """A decision on what now stands at its place, keyed to what was first read there."""
    reading = _reading(transaction, taken.document or "")
    target = _target(reading.statements, taken)
    first = _first_reading(transaction, taken)
    taken = replace(taken, reading=first)
    if taken.verdict == "accept":
        return taken, []
    kept: list[Statement] = []
    for statement in reading.statements:
        for piece in statement.evidence:
            hit = statement.id == target.id and (piece.start, piece.end) == (taken.start, taken.end)
            if not hit:
                kept.append(replace(statement, evidence=(piece,)))
            elif taken.verdict == "correct":
                fixed = corrected(statement, taken.field or "", taken.value, vocabulary)
                taken = replace(taken, result=fixed.id)
                kept.append(replace(fixed, evidence=(piece,)))
    return taken, [replace(reading, statements=tuple(merged(kept)))]


def _target(statements: Sequence[Statement], taken: Decision) -> Statement:
    for statement in statements:
        places = {(piece.start, piece.end) for piece in statement.evidence}
        if statement.id == taken.reading and (taken.start, taken.end) in places:
            return statement
    raise ReviewError(
        f"The document {taken.document} does not state {taken.reading} at {taken.start}–{taken.end}.",
        hint="List what it states (kg review list).",
    )


def _first_reading(transaction: neo4j.Transaction, taken: Decision) -> str | None:
    """The id of what was first read at a place that an earlier decision has corrected."""
    earlier = transaction.run(cypher.CORRECTED_TO, row(taken)).value("reading")
    return earlier[0] if earlier else taken.reading


def _standing(reading: Reading, decisions: Sequence[Decision], vocabulary: Vocabulary) -> tuple[Statement, ...]:
    return tuple(merged(replayed(reading.statements, decisions, vocabulary)))


def _merges(transaction: neo4j.Transaction) -> list[Decision]:
    return [decision(record["decision"]) for record in transaction.run(cypher.DECISIONS_FOR, ids=[])]


def _stating(transaction: neo4j.Transaction, key: str) -> list[str]:
    """Ids of the documents that state something of a measure."""
    return sorted(transaction.run(cypher.STATING, key=key).value("id"))


def _reading(transaction: neo4j.Transaction, document_id: str) -> Reading:
    """A document with what it states, as it stands in the graph. Raises ReviewError where there is none."""
    some = {"ids": [document_id]}
    asked = (cypher.DOCUMENTS_WHOLE, cypher.SOURCES_OF, cypher.STATED_BY)
    documents, sources, stated = ([record.data() for record in transaction.run(text, some)] for text in asked)
    if not documents:
        raise ReviewError(f"There is no document {document_id}.")
    return recall.readings(documents, sources, stated)[0]
