from typing import Any

import pytest

from kg.model import Document
from loaders.extract import extract
from ontology.codes import Lang


def rows(text: str, lang: Lang = "zh", date: str = "2024-02-27", place: str = "510000") -> list[tuple[Any, ...]]:
    found = extract(Document(text, lang, date=date, place=place))
    return [(s.value, s.unit, s.period) for s in found if s.value is not None]


def test_a_column_a_year_is_a_record_a_cell_with_the_earlier_as_baseline() -> None:
    text = "指标|单位|2020年|2025年\n人均预期寿命|岁|78.2|79.5"
    found = extract(Document(text, "zh", date="2022-01-05", place="510000"))
    assert [(s.value, s.unit, s.period, s.measure.id) for s in found] == [
        (78.2, "years", "2020", "life-expectancy"),
        (79.5, "years", "2025", "life-expectancy"),
    ]
    assert found[1].baseline is not None
    assert (found[1].baseline.value, found[1].baseline.year) == (78.2, "2020")


@pytest.mark.parametrize(
    ("row", "want"),
    [
        ("孕产妇死亡率（1/10万）|18.2|≤9.6", [(18.2, "per_100k", "2020"), (9.6, "per_100k", "2025")]),
        ("每千人口床位数|6.8|7.5", [(6.8, "per_1000", "2020"), (7.5, "per_1000", "2025")]),
        ("家庭医生签约率|35%|45%以上", [(35, "percent", "2020"), (45, "percent", "2025")]),
    ],
)
def test_units_of_cells_labels_and_brackets(row: str, want: list[tuple[Any, ...]]) -> None:
    assert rows(f"指标|2020年|2025年\n{row}", date="2022-01-05") == want


def test_a_column_a_thing_for_each_place() -> None:
    text = "地区|社区医院|乡镇卫生院\n绵阳市|12|35\n宜宾市|8|21"
    found = extract(Document(text, "zh", date="2024-02-27", place="510000"))
    assert [(s.value, s.places, s.measure.zh) for s in found] == [
        (12, ("510700",), "社区医院"),
        (35, ("510700",), "乡镇卫生院"),
        (8, ("511500",), "社区医院"),
        (21, ("511500",), "乡镇卫生院"),
    ]


def test_quotes_of_cells_stand_in_the_text() -> None:
    text = "指标 | 2025年 |\n床位 | 7.5 |"
    document = Document(text, "zh", date="2022-01-05")
    assert all(text[e.start : e.end] == e.quote for s in extract(document) for e in s.evidence)


@pytest.mark.parametrize("text", ["甲|乙|丙", "指标|2025年|2030年\n备注|见附件|见附件", "||\n||", "|1|2\n|3|4"])
def test_tables_without_facts(text: str) -> None:
    assert rows(text) == [] or all(value is not None for value, *_ in rows(text))
