"""Places, hospitals and terms as entities that other people's names can be matched with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kg.query import name as names
from kg.store.organization import organization
from kg.store.shape import KINDS
from ontology.label import fold
from ontology.vocabulary import vocabulary

TYPES: Mapping[str, str] = {
    "place": "Place",
    "province": "Province",
    "city": "City or prefecture",
    "county": "County or district",
    "hospital": "Hospital",
    "programme": "Programme, facility type or designation",
    "indicator": "Indicator",
    "specialty": "Clinical specialty",
}
_SORTS = {  # type → the labels to look in
    **dict.fromkeys(("place", "province", "city", "county"), "place"),
    "hospital": "hospital",
    **dict.fromkeys(("programme", "indicator", "specialty"), "term"),
}
_LEVELS = {1: "province", 2: "city", 3: "county"}
PROPERTIES: Mapping[str, tuple[str, frozenset[str]]] = {  # id → name, the types that have it
    "name_zh": ("Chinese name", frozenset(TYPES)),
    "name_en": ("English name", frozenset(TYPES)),
    "province": ("Province", frozenset({"place", "city", "county", "hospital"})),
    "city": ("City", frozenset({"place", "county", "hospital"})),
    "code": ("GB/T 2260 code", frozenset({"place", "province", "city", "county"})),
    "lon": ("Longitude", frozenset({"place", "province", "city", "county"})),
    "lat": ("Latitude", frozenset({"place", "province", "city", "county"})),
    "geonames": ("GeoNames id", frozenset({"place", "province", "city", "county"})),
    "kind": ("Kind", frozenset({"programme", "indicator", "specialty"})),
    "sdg": ("SDG indicator", frozenset({"indicator"})),
    "gho": ("WHO GHO code", frozenset({"indicator"})),
}


@dataclass(frozen=True, slots=True)
class Entity:
    """`id` is the end of its IRI: `place/510500`."""

    id: str
    name: str
    types: tuple[str, ...]  # the most special first
    description: str
    values: Mapping[str, tuple[str | float, ...]]  # by property; an entity by its id


@dataclass(frozen=True, slots=True)
class Candidate:
    entity: Entity
    score: float  # 0 to 100
    match: bool  # certain: the very name, of no other, and nothing against it


def candidates(
    name: str, types: Iterable[str] = (), wanted: Mapping[str, tuple[str, ...]] | None = None, *, count: int = 5
) -> list[Candidate]:
    """Entities that a name may mean, the likest first. `wanted` values of properties raise or lower the score."""
    asked = tuple(types) or ("place", "hospital", "programme", "indicator", "specialty")
    scored: dict[str, Candidate] = {}
    for sort in dict.fromkeys(_SORTS[each] for each in asked if each in _SORTS):
        for found in names.alike(name, sort, count=max(20, 4 * count)):
            entity = _READ[sort](found.id)
            if set(entity.types) & set(asked):
                scored[entity.id] = _scored(entity, found.likeness, wanted or {})
    ordered = sorted(scored.values(), key=lambda each: (-each.score, each.entity.id))[:count]
    certain = [each for each in ordered if each.match]
    return ordered if len(certain) == 1 else [Candidate(each.entity, each.score, False) for each in ordered]


def suggestions(prefix: str, *, count: int) -> list[Entity]:
    """Entities with a name that starts so, the shortest name first; else those with a name like it."""
    found = [
        (len(match.label), _READ[sort](match.id))
        for sort in dict.fromkeys(_SORTS.values())
        for match in (names.starting(prefix, sort, count=count) if prefix.strip() else ())
    ]
    if not found:
        return [each.entity for each in candidates(prefix, count=count)]
    return [each for _, each in sorted(found, key=lambda one: (one[0], one[1].id))][:count]


def entity(id: str) -> Entity | None:
    """The entity of an id; None where there is none."""
    folder, _, key = id.partition("/")
    known = vocabulary()
    if folder == "place" and key in known.places:
        return _place(key)
    if folder == "organization" and key in known.hospitals:
        return _hospital(key)
    term = known.terms.get(key)
    return _term(key) if term is not None and KINDS.get(term.kind, "Programme").lower() == folder else None


def _scored(entity: Entity, likeness: float, wanted: Mapping[str, tuple[str, ...]]) -> Candidate:
    score, certain = 100 * likeness, likeness == 1
    for name, values in wanted.items():
        if name in entity.values:
            holds = any(_same(value, own) for value in values for own in entity.values[name])
            score, certain = (score, certain) if holds else (score * 0.6, False)
    return Candidate(entity, round(score, 2), certain)


def _same(value: str, own: str | float) -> bool:
    other = entity(str(own))
    labels = {str(own), str(own).rpartition("/")[2]}
    if other is not None:
        labels |= {other.name, *(str(each) for key in ("name_zh", "name_en") for each in other.values.get(key, ()))}
        code = str(own).rpartition("/")[2]
        place = vocabulary().places.get(code)
        labels |= {place.short_zh} if place else set()
    return any(fold(value, lang) == fold(label, lang) for label in labels for lang in ("zh", "en"))


def _place(code: str) -> Entity:
    known = vocabulary()
    place = known.places[code]
    above = known.ancestors(code)
    values = {
        "name_zh": (place.zh,),
        "name_en": (place.en,),
        "code": (code,),
        "province": tuple(f"place/{each}" for each in above if known.places[each].level == 1),
        "city": tuple(f"place/{each}" for each in above if known.places[each].level == 2),
        "lon": _stated(place.lon),
        "lat": _stated(place.lat),
        "geonames": _stated(place.geonames),
    }
    where = ", ".join(known.places[each].en for each in above)
    types = tuple(each for each in (_LEVELS.get(place.level), "place") if each)
    return Entity(f"place/{code}", place.en, types, f"{place.zh}, {where}".rstrip(", "), _having(values))


def _hospital(id: str) -> Entity:
    hospital = vocabulary().hospitals[id]
    values = {
        "name_zh": (hospital.zh,),
        "name_en": _stated(hospital.en),
        "province": (f"place/{hospital.province}",) if hospital.province else (),
        "city": (f"place/{hospital.city}",) if hospital.city else (),
    }
    city = vocabulary().places.get(hospital.city or "")
    graph_id = organization(hospital.zh, vocabulary()).id
    return Entity(f"organization/{graph_id}", hospital.zh, ("hospital",), city.en if city else "", _having(values))


def _term(id: str) -> Entity:
    term = vocabulary().terms[id]
    folder = KINDS.get(term.kind, "Programme").lower()
    values = {
        "name_zh": (term.zh,),
        "name_en": (term.en,),
        "kind": (term.kind,),
        **{scheme: (code,) for scheme, code in term.codes.items() if scheme in PROPERTIES},
    }
    return Entity(f"{folder}/{id}", term.en, (folder,), f"{term.zh}, {term.kind}", _having(values))


_READ: Mapping[str, Callable[[str], Entity]] = {"place": _place, "hospital": _hospital, "term": _term}


def _stated(value: str | float | None) -> tuple[str | float, ...]:
    return () if value is None else (value,)


def _having(values: Mapping[str, tuple[str | float, ...]]) -> dict[str, tuple[str | float, ...]]:
    return {name: each for name, each in values.items() if each}
