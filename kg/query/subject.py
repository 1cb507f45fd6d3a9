"""What can be asked for, and how each subject hangs in the graph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Subject = Literal[
    "commitments", "outcomes", "statements", "places", "provinces", "cities", "counties", "hospitals",
    "organizations", "programmes", "indicators", "specialties", "documents", "evidence",
]  # fmt: skip

FILTERS: Mapping[str, frozenset[str]] = {
    "statement": frozenset({
        "measure", "kind", "level", "status", "type", "year", "due_after", "due_before", "min_value", "max_value",
        "unit", "comparator", "change", "each", "part", "specialty", "organization", "actor", "document", "statement",
    }),
    "subject": frozenset({"id", "q", "place", "descendants"}),
}  # fmt: skip
_COMMON = FILTERS["statement"] | FILTERS["subject"]


@dataclass(frozen=True, slots=True)
class Node:
    """How a subject is matched: `{n}` a node of `label`, `statement` the pattern from it to its statements."""

    label: str
    key: str = "id"  # the property that identifies it
    statement: str = ""  # pattern with n and s; "" when the subject is the statement itself
    filters: frozenset[str] = _COMMON
    sorts: Mapping[str, str] = field(default_factory=dict)  # name -> Cypher expression that is never null
    groups: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # name -> (clause before, expression)
    searched: tuple[str, ...] = ()  # properties that `q` looks in


_STATEMENT_SORTS = {
    "id": "n.id",
    "year": "coalesce(n.year, 0)",
    "period": "coalesce(n.period, '')",
    "value": "coalesce(n.value, -1.0e300)",
    "measure": "coalesce(n.measure_id, '')",
    "status": "n.status",
}
_STATEMENT_GROUPS = {
    **{name: ("", f"n.{name}") for name in ("type", "status", "level", "unit", "comparator", "change", "each")},
    "year": ("", "n.year"),
    "specialty": ("", "n.specialty"),
    "kind": ("", "n.measure_kind"),
    "measure": ("MATCH (n)-[:CONCERNS]->(k)", "k.id"),
    "place": ("MATCH (n)-[:APPLIES_TO]->(k:Place)", "k.code"),
    "province": ("MATCH (n)-[:APPLIES_TO]->(:Place)-[:PART_OF*0..2]->(k:Province)", "k.code"),
    "document": ("MATCH (n)-[:EVIDENCED_BY]->(:Passage)-[:IN]->(k:Document)", "k.id"),
}


def _statements(label: str) -> Node:
    return Node(label, sorts=_STATEMENT_SORTS, groups=_STATEMENT_GROUPS)


def _places(label: str) -> Node:
    return Node(
        label,
        key="code",
        statement="(n)<-[:APPLIES_TO]-(s:Statement)",
        filters=_COMMON | {"receives"},
        sorts={"code": "n.code", "name_en": "coalesce(n.name_en, '')", "name_zh": "coalesce(n.name_zh, '')"},
        groups={
            "province": ("MATCH (n)-[:PART_OF*0..2]->(k:Province)", "k.code"),
            "part_of": ("MATCH (n)-[:PART_OF]->(k:Place)", "k.code"),
        },
        searched=("name_zh", "name_en"),
    )


def _named(label: str, statement: str, *, receives: bool = False) -> Node:
    return Node(
        label,
        statement=statement,
        filters=_COMMON | ({"receives"} if receives else frozenset()),
        sorts={"id": "n.id", "name_en": "coalesce(n.name_en, '')", "name_zh": "coalesce(n.name_zh, '')"},
        groups={} if receives else {"kind": ("", "n.kind")},
        searched=("name_zh", "name_en"),
    )


SUBJECTS: Mapping[str, Node] = {
    "commitments": _statements("Commitment"),
    "outcomes": _statements("Outcome"),
    "statements": _statements("Statement"),
    "places": _places("Place"),
    "provinces": _places("Province"),
    "cities": _places("City"),
    "counties": _places("County"),
    "hospitals": _named("Hospital", "(n)<-[:NAMES|MADE_BY]-(s:Statement)", receives=True),
    "organizations": _named("Organization", "(n)<-[:NAMES|MADE_BY]-(s:Statement)", receives=True),
    "programmes": _named("Programme", "(n)<-[:CONCERNS]-(s:Statement)"),
    "indicators": _named("Indicator", "(n)<-[:CONCERNS]-(s:Statement)"),
    "specialties": _named("Specialty", "(n)<-[:IN_SPECIALTY]-(s:Statement)"),
    "documents": Node(
        "Document",
        statement="(n)<-[:IN]-(:Passage)<-[:EVIDENCED_BY]-(s:Statement)",
        filters=_COMMON | {"lang"},
        sorts={"date": "coalesce(n.date, '')", "id": "n.id", "title": "coalesce(n.title, '')"},
        groups={"lang": ("", "n.lang"), "place": ("", "n.place"), "issuer": ("", "n.issuer")},
        searched=("title", "issuer", "text"),
    ),
    "evidence": Node(
        "Evidence",
        sorts={"id": ""},
        groups={"document": ("", "d.id"), "rule": ("", "e.rule"), "measure": ("", "n.measure_id")},
    ),
}

STATEMENTS = frozenset({"commitments", "outcomes", "statements"})
PLACES = frozenset({"places", "provinces", "cities", "counties"})
# subjects that are in a place when a statement about them applies there
PLACED_BY_STATEMENTS = frozenset({"programmes", "indicators", "specialties"})
