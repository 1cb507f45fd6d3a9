"""Checks that a graph holds together, and repairs: what cannot be derived again is marked to be read again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import neo4j

from kg.store import constraints, cypher, replacement, shape
from kg.store.bolt import Store, make_schema
from kg.store.driver import Engine
from ontology.vocabulary import Vocabulary, vocabulary

EXAMPLES = 5
Ask = Callable[[str], list[list[Any]]]
NEEDED_BY = {  # label -> what may need a node of it
    "Indicator": "CONCERNS",
    "Measure": "CONCERNS",
    "Organization": "NAMES|MADE_BY|HOLDS",
    "Programme": "CONCERNS",
    "Specialty": "CONCERNS|IN_SPECIALTY",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, with the ids that it is wrong with, and whether it was repaired."""

    what: str
    ids: tuple[str, ...]
    repaired: bool = False

    @property
    def examples(self) -> tuple[str, ...]:
        return self.ids[:EXAMPLES]


@dataclass(frozen=True, slots=True)
class Check:
    what: str
    find: Callable[[Ask], list[str]]
    repair: Callable[[neo4j.Transaction, Sequence[str], Vocabulary], None]


def examine(store: Store, *, repair: bool = False) -> list[Finding]:
    """What is wrong with a store, and if asked, set right; empty where all is well.

    What is found while others write is looked at twice. After a repair the documents that lost something have no
    extractor, so the next load reads them again.
    """
    findings = []
    for check in CHECKS:
        ids = _wrong(check, _reader(store), twice=not repair)
        if ids and repair:
            ids = store.connection.write(partial(_repair, check=check))
        if ids:
            findings.append(Finding(check.what, ids, repair))
    missing = tuple(_missing_indexes(_reader(store), store.engine))
    if missing and repair:
        store.connection.write(partial(make_schema, engine=store.engine))
    if missing:
        findings.append(Finding("constraints and indexes that are missing", missing, repair))
    return findings


def _wrong(check: Check, ask: Ask, *, twice: bool) -> tuple[str, ...]:
    found = set(check.find(ask))
    if found and twice:
        found &= set(check.find(ask))
    return tuple(sorted(found))


def _repair(transaction: neo4j.Transaction, *, check: Check) -> tuple[str, ...]:
    """Look again while nobody else writes, and set right what is still wrong; gives what that was."""
    replacement.lock(transaction)
    ids = _wrong(check, lambda text: [record.values() for record in transaction.run(text)], twice=False)
    check.repair(transaction, ids, vocabulary())
    return ids


def _reader(store: Store) -> Ask:
    return lambda text: store.read(text).rows


def _found(text: str) -> Callable[[Ask], list[str]]:
    """A query whose one column are the ids of what is wrong."""
    return lambda ask: [str(row[0]) for row in ask(text)]


def _each(text: str) -> Callable[[neo4j.Transaction, Sequence[str], Vocabulary], None]:
    """A statement that sets right the nodes of `$ids`."""

    def repair(transaction: neo4j.Transaction, ids: Sequence[str], _: Vocabulary) -> None:
        for at in range(0, len(ids), replacement.ROWS):
            transaction.run(text, ids=list(ids[at : at + replacement.ROWS])).consume()

    return repair


def _drop_statements(transaction: neo4j.Transaction, ids: Sequence[str], terms: Vocabulary) -> None:
    """Broken statements go, and the documents that made them are read again."""
    for text in (cypher.UNREAD_STATING, cypher.DELETE_RECEIVES, cypher.DELETE_STATEMENTS):
        _each(text)(transaction, ids, terms)


def _drop_persons(transaction: neo4j.Transaction, ids: Sequence[str], terms: Vocabulary) -> None:
    """Persons whom nothing names go, and the documents that gave them an office are read again."""
    for text in (cypher.UNREAD_NAMING, cypher.DELETE_LOST_PERSONS):
        _each(text)(transaction, ids, terms)


def _missing_places(ask: Ask) -> list[str]:
    known = {row[0] for row in ask("MATCH (n:Place) RETURN n.code")}
    terms = vocabulary()
    return [code for code in terms.places if shape.is_lasting(code, terms) and code not in known]


def _make_places(transaction: neo4j.Transaction, _: Sequence[str], terms: Vocabulary) -> None:
    replacement.write_nodes(transaction, shape.lasting(terms))


def _wrong_shortcuts(ask: Ask) -> list[str]:
    """Statements that some city receives once more, or once less, than they apply to it."""
    there: dict[str, Counter[str]] = {code: Counter(ids) for code, ids in ask(cypher.SHORTCUTS)}
    due: dict[str, Counter[str]] = {code: Counter(ids) for code, ids in ask(cypher.SHORTCUTS_DUE)}
    none: Counter[str] = Counter()
    pairs = [(there.get(code, none), due.get(code, none)) for code in there.keys() | due.keys()]
    return [key for one, other in pairs for key in one.keys() | other.keys() if one[key] != other[key]]


def _missing_indexes(ask: Ask, engine: Engine) -> list[str]:
    """Constraints and indexes that the engine does not list, told by what they are on: it gives names of its own."""
    there = {
        (tuple(row[0] or ()), tuple(row[1] or ()))
        for row in ask("SHOW INDEXES YIELD labelsOrTypes, properties RETURN labelsOrTypes, properties")
    }
    due = constraints.indexed(engine)
    return sorted(f"{label}({', '.join(keys)})" for label, keys in due if ((label,), keys) not in there)


CHECKS = (
    Check("places that are always there and are missing", _missing_places, _make_places),
    Check("statements without evidence", _found(cypher.WITHOUT_EVIDENCE), _drop_statements),
    Check("statements that do not lead to what they concern or where", _found(cypher.BROKEN), _drop_statements),
    Check("statements whose shortcuts from cities do not fit", _wrong_shortcuts, _drop_statements),
    Check("passages without a document or a statement", _found(cypher.LOST_PASSAGES), _each(cypher.DELETE_PASSAGES)),
    Check("documents that no search looks through", _found(cypher.UNSEARCHED), _each(cypher.UNREAD)),
    Check("stretches of no document", _found(cypher.LOST_STRETCHES), _each(cypher.delete_lost("Stretch"))),
    Check("sources where nothing was found", _found(cypher.LOST_SOURCES), _each(cypher.DELETE_SOURCES)),
    Check("persons whom no passage names", _found(cypher.LOST_PERSONS), _drop_persons),
    Check("documents whose statements have another number", _found(cypher.MISCOUNTED), _each(cypher.RECOUNT)),
    *(
        Check(
            f"{label} nodes that nothing needs", _found(cypher.unneeded(label, kinds)), _each(cypher.delete_lost(label))
        )
        for label, kinds in NEEDED_BY.items()
    ),
)
