"""A graph of an older version, brought up to this one: what text search begins with is written beside what is there."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any

import neo4j

from kg.store import constraints, cypher, organization, stretch
from kg.store.batch import Reading
from ontology.vocabulary import Vocabulary

if TYPE_CHECKING:
    from kg.store.bolt import Store

log = logging.getLogger(__name__)

BATCH = 200  # documents in one transaction


def upgrade(store: Store, vocabulary: Vocabulary) -> None:
    """Give documents their stretches and names their words, where they have none; going on where it was ended."""
    store.connection.write(partial(_name, vocabulary=vocabulary))
    ids = [row[0] for row in store.read(cypher.UNSTRETCHED).rows]
    if ids:
        log.warning("%d documents of an older version of the store are made ready for text search", len(ids))
    readings = store.readings(ids)
    while batch := list(islice(readings, BATCH)):
        store.connection.write(partial(_stretch, batch=batch, vocabulary=vocabulary))


def _name(transaction: neo4j.Transaction, *, vocabulary: Vocabulary) -> None:
    for label in constraints.SEARCHED:
        key = constraints.KEYS[label]
        rows = [_row(record.data(), vocabulary) for record in transaction.run(cypher.unsearched(label, key))]
        transaction.run(cypher.search(label, key), rows=rows).consume()


def _row(found: dict[str, Any], vocabulary: Vocabulary) -> dict[str, object]:
    hospital = vocabulary.hospitals.get(found["key"])
    names = organization.names(hospital) if hospital else (found["zh"], found["en"])
    return {"key": found["key"], "words": stretch.searched(*names)}


def _stretch(transaction: neo4j.Transaction, *, batch: Sequence[Reading], vocabulary: Vocabulary) -> None:
    rows = [row for reading in batch for row in stretch.rows(reading.document, reading.statements, vocabulary)]
    transaction.run(cypher.CREATE_STRETCHES, rows=rows).consume()
