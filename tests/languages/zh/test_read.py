"""Sentences with several facts: vectors, distributions, baselines, what later clauses inherit."""

from typing import Any

import pytest

from languages import pack
from languages.reading import Context, Reading

SICHUAN = Context(date="2024-02-27", place="510000")


def read(text: str, context: Context = SICHUAN) -> list[Reading]:
    return pack("zh").read(text, 0, len(text), context)


def shown(readings: list[Reading], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(getattr(reading, name) for name in names) for reading in readings]


def test_numbers_mapped_to_tiers() -> None:
    found = read("建设省级、市级、县级重点专科12个、30个、66个。")
    assert shown(found, "value", "level") == [(12, "provincial"), (30, "municipal"), (66, "county")]


def test_numbers_mapped_to_places() -> None:
    found = read("绵阳、宜宾、达州分别新建社区医院4家、6家、3家。")
    assert shown(found, "value", "places") == [(4, ("510700",)), (6, ("511500",)), (3, ("511700",))]


def test_numbers_mapped_to_years() -> None:
    found = read("2024年、2025年分别培训全科医生40名、60名。")
    assert shown(found, "value", "period") == [(40, "2024"), (60, "2025")]


def test_numbers_mapped_to_nouns() -> None:
    found = read("胸痛中心、卒中中心分别达到12家、15家。")
    assert shown(found, "value", "measure") == [(12, "chest-pain-center"), (15, "stroke-center")]


def test_as_many_partners_are_no_members() -> None:
    found = read("三家医院分别与18家卫生院签约。")
    assert not any(reading.each or reading.level for reading in found)


def test_a_total_and_how_it_is_shared_out() -> None:
    found = read("新设互联网医院40家以上,其中成都5家、三州各1家,其余市各2家。")
    assert shown(found, "value", "comparator", "each") == [
        (40, "ge", False),
        (5, "eq", False),
        (1, "eq", True),
        (2, "eq", True),
    ]
    assert {reading.measure for reading in found} == {"internet-hospital"}
    assert found[1].part == "part"
    assert found[2].places == ("513200", "513300", "513400")
    assert found[3].scope == "rest"
    assert found[3].places is not None
    assert len(found[3].places) == 17


def test_a_baseline_with_its_year() -> None:
    found = read("孕产妇死亡率由2015年的18.2/10万下降到9.6/10万。")
    assert shown(found, "value", "unit", "baseline_value", "baseline_year") == [(9.6, "per_100k", 18.2, "2015")]


def test_an_increase_beside_the_level_reached() -> None:
    found = read("人均预期寿命提高1.1岁、达到78.9岁。")
    assert shown(found, "value", "unit", "change") == [(78.9, "years", "level")]


def test_a_tier_that_stands_alone_takes_the_noun_that_follows() -> None:
    found = read("建成2个国家级和9个省级区域医疗中心。")
    assert shown(found, "value", "level") == [(2, "national"), (9, "provincial")]


def test_the_subject_holds_for_later_clauses() -> None:
    found = read("南充市今年新建社区医院5家,改造乡镇卫生院12所。")
    assert shown(found, "value", "places", "period") == [(5, ("511300",), "2024"), (12, ("511300",), "2024")]


def test_a_sought_designation_without_a_number() -> None:
    found = read("争取国家区域医疗中心落户泸州。")
    assert shown(found, "value", "status", "places") == [(None, "sought", ("510500",))]


def test_full_coverage() -> None:
    found = read("实现家庭医生签约服务全覆盖。")
    assert shown(found, "value", "comparator") == [(None, "all")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("老年医院实现市域全覆盖。", ["老年医院实现市域全覆盖"]),
        ("卒中中心、胸痛中心实现县域全覆盖。", ["卒中中心、胸痛中心实现县域全覆盖", "胸痛中心实现县域全覆盖"]),
        ("社区卫生服务中心实现康复服务全覆盖。", ["实现康复服务全覆盖"]),
    ],
)
def test_evidence_of_full_coverage_holds_the_word(text: str, said: list[str]) -> None:
    found = read(text)
    assert [text[reading.start : reading.end] for reading in found] == said
    assert {reading.comparator for reading in found} == {"all"}


@pytest.mark.parametrize("text", ["供应“建设者之家”床位1.2万张。", "新增保障性租赁住房床位2万张。"])
def test_beds_to_let_are_no_hospital_beds(text: str) -> None:
    assert read(text) == []


def test_who_is_sent_is_not_where_they_go() -> None:
    found = read("医疗队向12个脱贫县派出308人。")
    assert shown(found, "value", "label") == [(12, "脱贫县"), (308, "选派人员")]


def test_a_tier_is_of_every_specialty_listed_behind_it() -> None:
    found = read("国家肿瘤、儿童区域医疗中心建成运行。")
    assert shown(found, "measure", "specialty", "level") == [
        ("national-regional-medical-center", "oncology", "national"),
        ("national-regional-medical-center", "paediatrics", "national"),
    ]


def test_a_tier_before_the_tier_of_a_name_is_one_more() -> None:
    found = read("加快国家级和省级区域医疗中心建设。")
    assert {(reading.measure, reading.level) for reading in found} == {
        ("national-regional-medical-center", "national"),
        ("provincial-regional-medical-center", "provincial"),
    }


@pytest.mark.parametrize("text", ["“三医联动一张网”［9］建成运行。", "省级精神病专科医院挂牌运行。"])
def test_what_happened_to_a_thing_is_in_its_evidence(text: str) -> None:
    [reading] = read(text)
    assert text[reading.start : reading.end].endswith(("建成运行", "挂牌"))


def test_evidence_stands_where_the_text_has_it() -> None:
    text = "前言。新 建互联网医院 5 家，改造卫生院3所。"
    found = pack("zh").read(text, 3, len(text), SICHUAN)
    assert [text[reading.start : reading.end] for reading in found] == ["新 建互联网医院 5 家", "改造卫生院3所"]


@pytest.mark.parametrize(
    "text",
    [
        "新建农村公路120公里、桥梁8座。",
        "新增中小学学位1.2万个。",
        "二级以上医院要落实责任。",
        "拨打12320热线咨询。",
        "印发〔2024〕18号文件。",
        "坚持以人民健康为中心。",
        "",
        "。",
    ],
)
def test_near_misses(text: str) -> None:
    assert [
        r for r in read(text, Context(date="2024-02-27", place="510000", health=False)) if r.value is not None
    ] == []


def test_a_past_year_is_achieved_and_a_coming_one_planned() -> None:
    assert read("2022年新建社区医院5家。")[0].status == "achieved"
    assert read("2026年新建社区医院5家。")[0].status == "planned"


def test_the_previous_reading_lends_its_noun() -> None:
    previous = read("新建互联网医院40家。")[0]
    found = read("其中成都5家。", Context(date="2024-02-27", place="510000", previous=previous))
    assert shown(found, "value", "measure", "places") == [(5, "internet-hospital", ("510100",))]
