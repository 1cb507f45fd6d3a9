"""The register of tertiary grade-A hospitals, with the city of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ontology.files import read_csv
from ontology.hospital_label import chinese, english
from ontology.place import Place


@dataclass(frozen=True, slots=True)
class Hospital:
    id: str
    zh: str
    en: str | None = None
    short: tuple[str, ...] = ()  # other Chinese names: aliases and short forms, some shared by hospitals of many cities
    city: str | None = None  # code of a city, a municipality, or a county right below its province
    province: str | None = None
    short_en: tuple[str, ...] = ()  # other English names


def read_hospitals(places: Mapping[str, Place]) -> dict[str, Hospital]:
    """All hospitals by id; `places` by code give the names that short forms follow from."""
    return {row["id"]: _hospital(row, places) for row in read_csv("hospitals.csv")}


def _hospital(row: Mapping[str, str], places: Mapping[str, Place]) -> Hospital:
    name, city, province = row["name_zh"], places.get(row["city"]), places.get(row["province"])
    en = english(name, city, province)
    return Hospital(
        id=row["id"],
        zh=name,
        en=en[0] if en else None,
        short=chinese(name, city, province),
        city=row["city"] or None,
        province=row["province"] or None,
        short_en=en[1:],
    )
