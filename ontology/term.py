"""Terms: the programmes, facilities, designations, indicators, staff ... that a statement can be about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from ontology.codes import Level
from ontology.files import read_csv, read_yaml
from ontology.label import unique

Kind = Literal[
    "programme", "facility", "designation", "reform", "service", "indicator", "staff", "money", "equipment",
    "specialty", "place", "group", "hospital",
]  # fmt: skip

FILES = (
    "programmes.yaml",
    "healthy_provinces.yaml",
    "facilities.yaml",
    "indicators.yaml",
    "staff.yaml",
    "services.yaml",
    "money.yaml",
    "equipment.yaml",
)
CODES = ("sdg", "gho", "wb")  # schemes of indicator codes: UN SDG, WHO GHO, World Bank


@dataclass(frozen=True, slots=True)
class Term:
    """One concept of the genre. `zh` and `en` are the preferred labels; the variants do not repeat them."""

    id: str
    kind: str
    zh: str
    en: str
    variants_zh: tuple[str, ...] = ()
    variants_en: tuple[str, ...] = ()
    level: Level | None = None  # the administrative tier in the name
    unit: str | None = None  # of indicators: what a number without a unit is in
    codes: Mapping[str, str] = field(default_factory=dict, hash=False)
    broader: str | None = None
    general: bool = False  # other sectors say it too: by itself no sign that a text is about health


def read_terms() -> dict[str, Term]:
    """All terms by id. Raises ValueError for an id that occurs twice."""
    terms: dict[str, Term] = {}
    for term in _written():
        if term.id in terms:
            raise ValueError(f"two terms have the id {term.id!r}")
        terms[term.id] = term
    return terms


def _written() -> Iterator[Term]:
    for name in FILES:
        for kind, entries in read_yaml(name).items():
            for term_id, entry in entries.items():
                yield _term(term_id, kind, entry)
    for row in read_csv("specialties.csv"):
        also_zh, also_en = unique(row["also_zh"].split("|")), unique(row["also_en"].split("|"))
        yield Term(row["id"], "specialty", row["zh"], row["en"], also_zh, also_en)


def _term(term_id: str, kind: str, entry: Mapping[str, Any]) -> Term:
    zh, en = unique(entry["zh"]), unique(entry["en"])
    return Term(
        id=term_id,
        kind=kind,
        zh=zh[0],
        en=en[0],
        variants_zh=zh[1:],
        variants_en=en[1:],
        level=entry.get("level"),
        unit=entry.get("unit"),
        codes={scheme: str(entry[scheme]) for scheme in CODES if scheme in entry},
        broader=entry.get("broader"),
        general=entry.get("general", False),
    )
