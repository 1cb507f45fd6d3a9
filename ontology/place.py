"""Places: China's divisions (GB/T 2260), other countries (ISO 3166), and named groups of divisions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from ontology.files import read_csv, read_yaml
from ontology.label import unique
from ontology.place_label import english, short_zh


@dataclass(frozen=True, slots=True)
class Place:
    code: str  # GB/T 2260 six digits, `CN`, or ISO 3166 alpha-2
    level: int  # 0 country, 1 province, 2 prefecture or city, 3 county
    zh: str
    short_zh: str
    en: str
    alternates: tuple[str, ...] = ()  # other English names, with and without the type
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
    places = [_division(row["code"], int(row["level"]), row) for row in read_csv("divisions.csv")]
    named = (place for place in places if place.level < 3)
    larger = frozenset(label for place in named for label in (place.short_zh, place.en, *place.alternates))
    for place in places:
        yield _told_apart(place, larger) if place.level == 3 else place


def _told_apart(place: Place, larger: frozenset[str]) -> Place:
    """A county without the short names by which texts mean a city or province (长沙县 is not 长沙)."""
    if larger.isdisjoint((place.short_zh, *place.alternates)):
        return place
    short = place.zh if place.short_zh in larger else place.short_zh
    return replace(place, short_zh=short, alternates=tuple(label for label in place.alternates if label not in larger))


def _division(code: str, level: int, row: Mapping[str, str]) -> Place:
    names = english(code, level, row["name_zh"], row["pinyin"], _written_names(level, row))
    return Place(
        code=code,
        level=level,
        zh=row["name_zh"],
        short_zh=short_zh(code, level, row["name_zh"], row["short_zh"]),
        en=names[0],
        alternates=names[1:],
        parent=row["parent"] or "CN",
        lon=float(row["lon"]) if row["lon"] else None,
        lat=float(row["lat"]) if row["lat"] else None,
        geonames=row["geonames_id"] or None,
        iso=row["iso3166_2"] or None,
    )


def _written_names(level: int, row: Mapping[str, str]) -> tuple[str, ...]:
    """The names that the file gives; for a county `name_en` is only its pinyin in one word."""
    return unique(["" if level == 3 else row["name_en"], *row["name_en_alt"].split("|")])
