"""Organizations: a hospital of the register, or a body known only by the name that a text gives it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.model import digest
from kg.store.stretch import searched
from ontology.vocabulary import Hospital, Vocabulary

KINDS = (  # the first that fits
    ("Hospital", re.compile(r"医院|卫生院|\bhospitals?\b", re.IGNORECASE)),
    ("HealthCommission", re.compile(r"卫生健康委|卫健委|卫生计生委|health commission", re.IGNORECASE)),
    ("Government", re.compile(r"政府|国务院|办公厅|办公室|\bgovernment\b|state council", re.IGNORECASE)),
)
LABELS = tuple(label for label, _ in KINDS)
HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Organization:
    id: str
    labels: str  # besides `Organization`: Hospital, HealthCommission, Government, or none
    name_zh: str | None = None
    name_en: str | None = None
    city: str | None = None  # code, of a hospital of the register
    words: str = ""  # every name that texts give it, which a search begins with

    def row(self) -> dict[str, object]:
        names = {"name_zh": self.name_zh, "name_en": self.name_en, "city": self.city, "words": self.words}
        return {"id": self.id, "properties": {key: value for key, value in names.items() if value}, "city": self.city}


@lru_cache(maxsize=10_000)
def organization(name: str, vocabulary: Vocabulary) -> Organization:
    """The organization that a name stands for; the same name always stands for the same one."""
    hospital = vocabulary.hospitals.get(_register(vocabulary).get(name, ""))
    if hospital is not None:
        words = searched(*names(hospital))
        return Organization(hospital.id, "Hospital", hospital.zh, hospital.en, hospital.city, words)
    kind = next((label for label, pattern in KINDS if pattern.search(name)), "")
    zh, en = (name, None) if HAN.search(name) else (None, name)
    return Organization(f"organization-{digest(name)}", kind, zh, en, words=searched(name))


@lru_cache(maxsize=2)
def _register(vocabulary: Vocabulary) -> dict[str, str]:
    """Hospital id by full name and by the names that only one hospital has."""
    found: dict[str, set[str]] = {}
    for hospital in vocabulary.hospitals.values():
        for name in names(hospital):
            found.setdefault(name, set()).add(hospital.id)
    return {name: ids.pop() for name, ids in found.items() if len(ids) == 1}


def names(hospital: Hospital) -> list[str]:
    """Every name that a text may give a hospital of the register; not all are of it alone."""
    names = (hospital.zh, hospital.zh.partition("（")[0], hospital.en, *hospital.short)
    return list(dict.fromkeys(name for name in names if name))
