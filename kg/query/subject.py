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
    """How a subject is matched: n is a node of `label`, s a statement about it, l its place, w one asked for."""

    label: str
    key: str = "id"  # the property that identifies it
    statement: str = ""  # pattern from s to n; "" when the subject is the statement itself
    located: str = ""  # relationship to l: of n, or of s for what statements place; "" where n is or names l
    filters: frozenset[str] = _COMMON
    sorts: Mapping[str, str] = field(default_factory=dict)  # name -> property
    groups: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # name -> (clause before, expression)
    searched: tuple[str, ...] = ()  # properties that `q` looks in

    @property
    def indexed(self) -> str:
        """The label that indexes are on: one that every node of `label` has too."""
        return _INDEXED.get(self.label, self.label)


_INDEXED = {
    **dict.fromkeys(("Commitment", "Outcome"), "Statement"),
    **dict.fromkeys(("Province", "City", "County"), "Place"),
    "Hospital": "Organization",
}

_STATEMENT_SORTS = {
    "id": "id",
    "year": "year",
    "period": "period",
    "value": "value",
    "measure": "measure_id",
    "status": "status",
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
    return Node(label, located="APPLIES_TO", sorts=_STATEMENT_SORTS, groups=_STATEMENT_GROUPS)


def _places(label: str) -> Node:
    return Node(
        label,
        key="code",
        statement="(s)-[:APPLIES_TO]->(n)",
        filters=_COMMON | {"receives"},
        sorts={name: name for name in ("code", "name_en", "name_zh")},
        groups={
            "province": ("MATCH (n)-[:PART_OF*0..2]->(k:Province)", "k.code"),
            "part_of": ("MATCH (n)-[:PART_OF]->(k:Place)", "k.code"),
        },
        searched=("name_zh", "name_en"),
    )


def _named(label: str, relation: str, *, receives: bool = False) -> Node:
    return Node(
        label,
        statement=f"(s)-[:{relation}]->(n)",
        located="LOCATED_IN" if receives else "APPLIES_TO",
        filters=_COMMON | ({"receives"} if receives else frozenset()),
        sorts={name: name for name in ("id", "name_en", "name_zh")},
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
    "hospitals": _named("Hospital", "NAMES|MADE_BY", receives=True),
    "organizations": _named("Organization", "NAMES|MADE_BY", receives=True),
    "programmes": _named("Programme", "CONCERNS"),
    "indicators": _named("Indicator", "CONCERNS"),
    "specialties": _named("Specialty", "IN_SPECIALTY"),
    "documents": Node(
        "Document",
        statement="(s)-[:EVIDENCED_BY]->(:Passage)-[:IN]->(n)",
        filters=_COMMON | {"lang"},
        sorts={name: name for name in ("date", "id", "title")},
        groups={"lang": ("", "n.lang"), "place": ("", "n.place"), "issuer": ("", "n.issuer")},
        searched=("title", "issuer", "text"),
    ),
    "evidence": Node(
        "Evidence",
        located="APPLIES_TO",
        sorts={"id": "id"},
        groups={"document": ("", "d.id"), "rule": ("", "e.rule"), "measure": ("", "n.measure_id")},
    ),
}

STATEMENTS = frozenset({"commitments", "outcomes", "statements"})
PLACES = frozenset({"places", "provinces", "cities", "counties"})
# subjects that are in a place when a statement about them applies there
PLACED_BY_STATEMENTS = frozenset({"programmes", "indicators", "specialties"})
