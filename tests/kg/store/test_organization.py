"""A name stands for a hospital of the register, or for a body of its own."""

from __future__ import annotations

import pytest

from kg.store.organization import organization
from ontology.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("某县中心卫生院", "Hospital"),
        ("Example People's Hospital", "Hospital"),
        ("某省卫生健康委员会", "HealthCommission"),
        ("Example Health Commission", "HealthCommission"),
        ("某市人民政府", "Government"),
        ("State Council", "Government"),
        ("某医药公司", ""),
    ],
)
def test_a_body_has_the_kind_that_its_name_tells(name: str, kind: str) -> None:
    found = organization(name, vocabulary())
    assert (found.labels, found.name_zh or found.name_en, found.city) == (kind, name, None)


def test_a_hospital_of_the_register_is_known_with_its_city() -> None:
    found = organization("北京协和医院", vocabulary())
    assert found.id in vocabulary().hospitals
    assert (found.labels, found.city) == ("Hospital", "110000")
    assert organization("别的北京协和医院", vocabulary()).id not in vocabulary().hospitals
