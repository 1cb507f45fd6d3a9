"""Filters as Cypher conditions. Names come from this module, values only ever from parameters."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.query.query import Query
from kg.query.subject import PLACED_BY_STATEMENTS, PLACES, STATEMENTS, SUBJECTS

# A period ends with its last day: 2025 on 2025-12-31, so that exact and inexact dates compare as text.
_END = (
    "CASE size({v}.period) WHEN 4 THEN {v}.period + '-12-31' WHEN 7 THEN {v}.period + '-31' ELSE {v}.period END"
)  # fmt: skip
# Equality with a property that has no index keeps the embedded engine from using another's, so it is written as IN.
# filter -> condition on the statement {v}; the parameter bears the name of the filter
_STATEMENT: dict[str, str] = {
    "statement": "{v}.id IN $statement",
    "measure": "{v}.measure_key IN $measure",
    "kind": "{v}.measure_kind IN $kind",
    "level": "{v}.level IN $level",
    "status": "{v}.status IN $status",
    "type": "{v}.type IN [$type]",
    "year": "{v}.year IN $year",
    "due_after": f"{{v}}.period >= left($due_after, 4) AND {_END} >= $due_after",  # the first halves are for the index
    "due_before": f"{{v}}.period < $due_before AND {_END} < $due_before",
    "min_value": "{v}.value >= $min_value",
    "max_value": "{v}.value <= $max_value AND coalesce({v}.value_max, {v}.value) <= $max_value",
    "unit": "{v}.unit IN $unit",
    "comparator": "{v}.comparator IN $comparator",
    "change": "{v}.change IN $change",
    "each": "{v}.each IN [$each]",
    "part": "{v}.part IS NOT NULL AND $part",
    "specialty": "{v}.specialty IN $specialty",
    "organization": (
        "(any(name IN {v}.organizations WHERE toLower(name) CONTAINS toLower($organization))"
        " OR EXISTS {{ MATCH ({v})-[:NAMES|MADE_BY]->(o:Organization) WHERE o.id = $organization }})"
    ),
    "actor": ("EXISTS {{ MATCH ({v})-[a:EVIDENCED_BY]->(:Passage) WHERE toLower(a.actor) CONTAINS toLower($actor) }}"),
    "document": "EXISTS {{ MATCH ({v})-[:EVIDENCED_BY]->(:Passage)-[:IN]->(f:Document) WHERE f.id IN $document }}",
}
# What nearly everything fits is said so that no index answers it: that of the order does.
_NOT = {"each": "NOT {v}.each AND NOT $each", "part": "{v}.part IS NULL AND NOT $part"}
RECEIVED = "({v}.status <> 'withdrawn' AND coalesce({v}.value, 1) <> 0)"


@dataclass(slots=True)
class Conditions:
    """Conditions that all hold, and the parameters that they name."""

    texts: list[str] = field(default_factory=list)
    parameters: dict[str, object] = field(default_factory=dict)

    def add(self, text: str, **parameters: object) -> None:
        self.texts.append(text)
        self.parameters.update(parameters)

    @property
    def where(self) -> str:
        """`WHERE …`, or nothing."""
        return "WHERE " + " AND ".join(self.texts) if self.texts else ""


def on_statement(query: Query, variable: str, *, without: frozenset[str] = frozenset()) -> Conditions:
    """The filters that a statement passes, as conditions on the variable."""
    conditions = Conditions()
    for name, value in query.filters.items():
        if name in _STATEMENT and name not in without:
            text = _NOT[name] if value is False else _STATEMENT[name]
            conditions.add(text.format(v=variable), **{name: _parameter(name, value)})
    return conditions


def on_subject(query: Query, *, without: frozenset[str] = frozenset()) -> Conditions:
    """The filters on the subject itself (variable n): its ids, the words in it, where it is."""
    conditions = Conditions()
    node = SUBJECTS[query.subject]
    if query.id and query.subject != "evidence":
        conditions.add(f"n.{node.key} IN $id", id=list(query.id))
    if query.lang is not None:
        conditions.add("n.lang IN [$lang]", lang=query.lang)
    if query.place and "place" not in without:
        conditions.add(_in_place(query), place=list(query.place))
    for index, word in enumerate(query.words):
        conditions.add(_has_word(query, f"$word{index}"), **{f"word{index}": word})
    return conditions


def _parameter(name: str, value: object) -> object:
    if not isinstance(value, tuple):
        return value
    # the key of an open measure is its label; its node bears "open:" before it
    return [each.removeprefix("open:") for each in value] if name == "measure" else list(value)


def _in_place(query: Query) -> str:
    if not query.descendants and query.subject in PLACES:
        return "n.code IN $place"
    located, above = SUBJECTS[query.subject].located, "-[:PART_OF*0..3]->(w:Place)" if query.descendants else ""
    own = "(n)" if query.subject in PLACES else "(l:Place {code: n.place})"
    path = f"({placed(query)})-[:{located}]->(l:Place)" if located else own
    return f"EXISTS {{ MATCH {path}{above} WHERE {'w' if query.descendants else 'l'}.code IN $place }}"


def placed(query: Query) -> str:
    """The name of the node that is in a place: the statement, where that is what places the subject."""
    return "s" if query.subject in PLACED_BY_STATEMENTS else "n"


def _has_word(query: Query, word: str) -> str:
    if query.subject in STATEMENTS or query.subject == "evidence":
        own = [f"toLower(n.{name}) CONTAINS {word}" for name in ("measure_zh", "measure_en")]
        quoted = [f"toLower(q.{name}) CONTAINS {word}" for name in ("quote", "label")]
        quotes = f"EXISTS {{ MATCH (n)-[q:EVIDENCED_BY]->(:Passage) WHERE {' OR '.join(quoted)} }}"
        return f"({' OR '.join([*own, quotes])})"
    return "(" + " OR ".join(f"toLower(n.{name}) CONTAINS {word}" for name in SUBJECTS[query.subject].searched) + ")"
