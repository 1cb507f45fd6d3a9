"""The register of tertiary grade-A hospitals, with the city of each."""

from __future__ import annotations

from dataclasses import dataclass

from ontology.files import read_csv


@dataclass(frozen=True, slots=True)
class Hospital:
    id: str
    zh: str
    en: str | None = None
    short: tuple[str, ...] = ()  # short forms and other names
    city: str | None = None  # code of level 2, or of a municipality
    province: str | None = None


def read_hospitals() -> dict[str, Hospital]:
    """All hospitals by id."""
    rows = read_csv("hospitals.csv")
    return {
        row["id"]: Hospital(row["id"], row["name_zh"], city=row["city"] or None, province=row["province"] or None)
        for row in rows
    }
