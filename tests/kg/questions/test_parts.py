from __future__ import annotations

import pytest

from kg.questions.parts import made_of, parts
from kg.questions.wording import form_of
from ontology.codes import Lang


@pytest.mark.parametrize(
    ("form", "text", "lang"),
    [
        ("skilled birth attendance", "attendance at birth by skilled staff", "en"),
        ("health budget", "funding for health", "en"),
        ("maternal mortality", "mortality of pregnant women", "en"),
        ("婴儿死亡率", "死亡率（婴儿）", "zh"),
    ],
)
def test_name_is_made_of_the_same_parts_in_another_order(form: str, text: str, lang: Lang) -> None:
    assert made_of(form_of(form, lang), form_of(text, lang), lang)


@pytest.mark.parametrize(
    ("form", "text", "lang"),
    [
        ("maternal mortality", "infant mortality", "en"),
        ("health service", "service for the health of all", "en"),  # only words that everything shares
        ("beds", "hospital beds", "en"),  # one word is no name in another order
        ("孕产妇死亡率", "婴儿死亡率", "zh"),
    ],
)
def test_near_miss_is_not_made_of_the_same_parts(form: str, text: str, lang: Lang) -> None:
    assert not made_of(form_of(form, lang), form_of(text, lang), lang)


def test_places_are_parts_by_their_codes() -> None:
    assert parts("Changsha Central Hospital", "en") == parts("长沙市中心医院", "zh")
