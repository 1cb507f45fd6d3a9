"""What the vocabulary promises to those who look things up in it."""

import pytest

from ontology.codes import Lang
from ontology.vocabulary import vocabulary


def test_place_knows_its_ancestors_nearest_first() -> None:
    assert vocabulary().ancestors("511722") == ("511700", "510000", "CN")


def test_province_lists_its_cities() -> None:
    cities = vocabulary().cities("510000")
    assert (len(cities), cities[0], cities[-1]) == (21, "510100", "513400")


@pytest.mark.parametrize(("code", "expected"), [("510100", True), ("500000", True), ("510000", False), ("GB", False)])
def test_city_is_a_prefecture_or_a_municipality(code: str, expected: bool) -> None:
    assert vocabulary().is_city(code) is expected


@pytest.mark.parametrize(
    ("label", "lang", "expected"),
    [
        ("国家级区域医疗中心", "zh", "national-regional-medical-center"),
        ("National Regional Medical Centres", "en", "national-regional-medical-center"),
        ("项目", "zh", None),
    ],
)
def test_term_is_found_by_label(label: str, lang: Lang, expected: str | None) -> None:
    term = vocabulary().term_by_label(label, lang)
    assert (term.id if term else None) == expected
