"""Places: China's divisions (GB/T 2260), other countries (ISO 3166), and named groups of divisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ontology.files import read_csv, read_yaml
from ontology.label import unique


@dataclass(frozen=True, slots=True)
class Place:
    code: str  # GB/T 2260 six digits, `CN`, or ISO 3166 alpha-2
    level: int  # 0 country, 1 province, 2 prefecture or city, 3 county
    zh: str
    short_zh: str
    en: str
    alternates: tuple[str, ...] = ()  # other English names
    parent: str | None = None
    lon: float | None = None  # degrees, WGS 84
    lat: float | None = None
    geonames: str | None = None
    iso: str | None = None  # ISO 3166-2 of a province, ISO 3166 alpha-2 of a country


@dataclass(frozen=True, slots=True)
class Group:
    """A named set of divisions; with a `province`, one that only a text about that province means."""

    id: str
    zh: str
    en: str
    variants_zh: tuple[str, ...] = ()
    variants_en: tuple[str, ...] = ()
    members: tuple[str, ...] = ()  # codes
    province: str | None = None


def read_places() -> dict[str, Place]:
    """All places by code, countries first."""
    return {place.code: place for place in (*_countries(), *_divisions())}


def read_groups() -> dict[str, Group]:
    """All groups by id."""
    groups = {}
    for group_id, entry in read_yaml("region_groups.yaml").items():
        zh, en, province = unique(entry["zh"]), unique(entry["en"]), entry.get("province")
        groups[group_id] = Group(group_id, zh[0], en[0], zh[1:], en[1:], tuple(entry["members"]), province)
    return groups


def _countries() -> Iterator[Place]:
    for row in read_csv("countries.csv"):
        also = unique(row["also_en"].split("|"))
        yield Place(row["code"], 0, row["zh"], row["zh"], row["en"], also, iso=row["code"])


def _divisions() -> Iterator[Place]:
    for row in read_csv("divisions.csv"):
        yield Place(
            code=row["code"],
            level=int(row["level"]),
            zh=row["name_zh"],
            short_zh=row["short_zh"],
            en=row["name_en"],
            alternates=unique(row["name_en_alt"].split("|")),
            parent=row["parent"] or "CN",
            lon=float(row["lon"]) if row["lon"] else None,
            lat=float(row["lat"]) if row["lat"] else None,
            geonames=row["geonames_id"] or None,
            iso=row["iso3166_2"] or None,
        )
