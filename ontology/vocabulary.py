"""The controlled vocabularies: terms, places, groups of places and hospitals, looked up by id or by label."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property

from ontology.codes import Lang
from ontology.files import read_yaml
from ontology.hospital import Hospital, read_hospitals
from ontology.label import fold, spellings, unique
from ontology.place import Group, Place, read_groups, read_places
from ontology.place_label import chinese
from ontology.term import Kind, Term, read_terms

__all__ = ["Group", "Hospital", "Kind", "Place", "Term", "Vocabulary", "vocabulary"]

MUNICIPALITIES = ("110000", "120000", "310000", "500000")


class Vocabulary:
    """All that a text can name, by id; `vocabulary()` gives the one that the files hold."""

    def __init__(
        self,
        terms: Mapping[str, Term],
        places: Mapping[str, Place],
        groups: Mapping[str, Group],
        hospitals: Mapping[str, Hospital],
    ) -> None:
        self.terms, self.places, self.groups, self.hospitals = terms, places, groups, hospitals

    def children(self, code: str) -> tuple[str, ...]:
        """Codes of the divisions right below a place, sorted."""
        return self._children.get(code, ())

    def descendants(self, code: str) -> tuple[str, ...]:
        """Codes of all divisions below a place, each parent before its children."""
        return tuple(self._below(code))

    def ancestors(self, code: str) -> tuple[str, ...]:
        """Codes of the places that hold a place, nearest first."""
        found = []
        place = self.places.get(code)
        while place is not None and place.parent is not None:
            found.append(place.parent)
            place = self.places.get(place.parent)
        return tuple(found)

    def cities(self, province: str) -> tuple[str, ...]:
        """Codes of the divisions of level 2 in a province, sorted."""
        return tuple(code for code in self.children(province) if self.places[code].level == 2)

    def counties(self, city: str) -> tuple[str, ...]:
        """Codes of the divisions of level 3 below a city, sorted."""
        return tuple(code for code in self.descendants(city) if self.places[code].level == 3)

    def is_city(self, code: str) -> bool:
        """Whether a place is a division of level 2 or one of the four municipalities."""
        place = self.places.get(code)
        return code in MUNICIPALITIES or (place is not None and place.level == 2)

    def labels(self, lang: Lang) -> Iterator[tuple[str, str, str]]:
        """Every (label, kind, id) of a language. An id has many labels; a label may be of several ids."""
        for term in self.terms.values():
            yield from ((label, term.kind, term.id) for label in term_labels(term, lang))
        for place in self.places.values():
            yield from ((label, "place", place.code) for label in place_labels(place, lang))
        for group in self.groups.values():
            yield from ((label, "group", group.id) for label in group_labels(group, lang))
        for hospital in self.hospitals.values():
            yield from ((label, "hospital", hospital.id) for label in hospital_labels(hospital, lang))

    def outside(self, lang: Lang) -> tuple[str, ...]:
        """Names that hold a label of a term and are not about health (养老金, healthy development)."""
        return tuple(read_yaml("outside.yaml")[lang])

    def term_by_label(self, label: str, lang: Lang) -> Term | None:
        """The term that a label of a language names, whatever its case and spacing."""
        return self._terms_by_label[lang].get(fold(label, lang))

    def _below(self, code: str) -> Iterator[str]:
        for child in self.children(code):
            yield child
            yield from self._below(child)

    @cached_property
    def _children(self) -> dict[str, tuple[str, ...]]:
        children: dict[str, list[str]] = defaultdict(list)
        for place in self.places.values():
            if place.parent is not None:
                children[place.parent].append(place.code)
        return {code: tuple(sorted(below)) for code, below in children.items()}

    @cached_property
    def _terms_by_label(self) -> dict[Lang, dict[str, Term]]:
        return {"zh": self._folded("zh"), "en": self._folded("en")}

    def _folded(self, lang: Lang) -> dict[str, Term]:
        found: dict[str, Term] = {}
        for term in self.terms.values():
            for label in term_labels(term, lang):
                found.setdefault(fold(label, lang), term)
        return found


def term_labels(term: Term, lang: Lang) -> Iterable[str]:
    """The labels of a term, the preferred one first; in English with their other spellings and plurals."""
    if lang == "zh":
        return (term.zh, *term.variants_zh)
    return unique(form for label in (term.en, *term.variants_en) for form in spellings(label))


def place_labels(place: Place, lang: Lang) -> Iterable[str]:
    """The names of a place, the full one first."""
    if lang == "zh":
        return chinese(place.code, place.level, place.zh, place.short_zh)
    return unique([place.en, *place.alternates])


def group_labels(group: Group, lang: Lang) -> Iterable[str]:
    """The names of a group of places, the preferred one first."""
    return (group.zh, *group.variants_zh) if lang == "zh" else (group.en, *group.variants_en)


def hospital_labels(hospital: Hospital, lang: Lang) -> Iterable[str]:
    """The names of a hospital, the registered one first."""
    if lang == "zh":
        return unique([hospital.zh, *hospital.short])
    return unique([hospital.en or "", *hospital.short_en])


@cache
def vocabulary() -> Vocabulary:
    """The vocabularies of `ontology/vocabularies`, read once a process."""
    places = read_places()
    return Vocabulary(read_terms(), places, read_groups(), read_hospitals(places))
