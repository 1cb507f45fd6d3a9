from __future__ import annotations

import pytest

from kg.questions.lexicon import lexicon
from kg.questions.sentence import asking_part, place_counts, sources
from ontology.codes import Lang


@pytest.mark.parametrize(
    ("text", "lang", "stretch", "year"),
    [
        ("according to its 2026 work report, how many", "en", "according to its 2026 work report", 2026),
        ("under the state council's 2019 opinions, when", "en", "under the state council's 2019 opinions", 2019),
        ("2024年政府工作报告里，补助要涨多少", "zh", "2024年政府工作报告里", 2024),
        ("how many clinics did it open in 2026", "en", "", None),
        ("2024年报告发病率是多少", "zh", "", None),  # a rate, not a report
    ],
)  # fmt: skip
def test_sources_are_documents_that_the_question_refers_to(text: str, lang: Lang, stretch: str, year: int) -> None:
    spans, issued = sources(text, lang)
    assert ("".join(text[start:end] for start, end in spans), issued) == (stretch, year)


def test_sources_takes_no_time_for_long_names() -> None:
    assert sources("in " + "\ue000" * 400 + " to a plan", "en") == ([], None)


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("I live in Changsha. How many clinics are there", "en", "How many clinics are there"),
        ("Is No. 3 Hospital open", "en", "Is No. 3 Hospital open"),
        ("我家在株洲。这里有几家诊所", "zh", "这里有几家诊所"),
        ("How many clinics are there", "en", "How many clinics are there"),
    ],
)
def test_asking_part_is_the_sentence_that_asks(text: str, lang: Lang, expected: str) -> None:
    start, end = asking_part(text, lang, lexicon(lang).asks)
    assert text[start:end] == expected


def test_place_counts_count_the_places_before_them() -> None:
    assert place_counts("\ue000\ue000两州要建几个中心，三级医院", "zh") == [(2, 4)]
