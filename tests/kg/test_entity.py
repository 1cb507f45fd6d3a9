"""Names matched with places, hospitals and terms."""

from __future__ import annotations

import pytest

from kg.entity import candidates, entity, suggestions


@pytest.mark.parametrize(
    ("name", "types", "id"),
    [
        ("泸州", ("city",), "place/510500"),
        ("Luzhou", ("city",), "place/510500"),
        ("四川大学华西医院", ("hospital",), "organization/hospital-f848ffad93"),
        ("NRMC", ("programme",), "programme/national-regional-medical-center"),
        ("婴儿死亡率", ("indicator",), "indicator/infant-mortality"),
    ],
)
def test_a_name_that_one_entity_bears_is_a_match(name: str, types: tuple[str, ...], id: str) -> None:
    [first, *others] = candidates(name, types)
    assert (first.entity.id, first.score, first.match) == (id, 100, True)
    assert not any(each.match for each in others)


def test_a_name_that_several_bear_is_no_match_until_a_property_tells() -> None:
    assert {each.match for each in candidates("朝阳区", ("county",))} == {False}
    [first, *_] = candidates("朝阳区", ("county",), {"province": ("北京",)})
    assert (first.entity.id, first.match) == ("place/110105", True)


def test_a_misspelt_name_is_near() -> None:
    [first, *_] = candidates("Sichaun", ("province",))
    assert first.entity.id == "place/510000"
    assert not first.match
    assert candidates("zzzzqqqq") == []


def test_an_entity_has_values() -> None:
    found = entity("place/510500")
    assert found is not None
    assert found.values["province"] == ("place/510000",)
    assert entity("place/0") is entity("programme/infant-mortality") is entity("") is None


def test_what_is_typed_is_completed() -> None:
    assert [each.id for each in suggestions("luzhou", count=1)] == ["place/510500"]
    assert "place/510500" in [each.id for each in suggestions("泸", count=5)]
    assert suggestions("", count=5) == []
