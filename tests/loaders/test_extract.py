"""Documents to statements: sections, tones, remarks and sentences without an end."""

from typing import Any

import pytest

from kg.model import Document, Statement
from loaders.extract import extract


def told(text: str, **more: Any) -> list[Statement]:
    given: dict[str, Any] = {"date": "2024-02-27", "place": "510000", **more}
    return extract(Document(text, "zh", **given))


def values(statements: list[Statement]) -> list[tuple[float | None, str, str | None]]:
    return [(s.value, s.status, s.period) for s in statements if s.value is not None]


def test_the_same_words_under_two_headings() -> None:
    text = "全省卫生健康工作会议\n一、2023年工作回顾\n新建社区医院5家。\n二、2024年重点任务\n新建社区医院8家。"
    assert values(told(text)) == [(5, "achieved", "2023"), (8, "planned", "2024")]


def test_a_round_up_resets_the_place_at_each_heading() -> None:
    text = "各市卫生健康工作晒成绩\n绵阳市：\n新建社区医院5家。\n宜宾市：\n新建社区医院8家。"
    assert [(s.value, s.places) for s in told(text)] == [(5, ("510700",)), (8, ("511500",))]


def test_the_deadline_and_the_lead_body_of_a_task() -> None:
    text = "卫生健康重点任务\n新建社区医院8家。（牵头单位：市卫生健康委；时限：2024年9月底前）"
    found = told(text)
    assert values(found) == [(8, "planned", "2024-09")]
    assert found[0].evidence[0].actor == "市卫生健康委"


def test_places_of_the_issuer_where_nothing_is_said() -> None:
    assert told("新建社区医院5家。", place="511300")[0].places == ("511300",)
    assert extract(Document("新建社区医院5家。", "zh"))[0].places == ()


def test_facts_outside_health_give_nothing() -> None:
    text = "市政府工作报告\n新建农村公路120公里，新增学位8000个，粮食产量310万吨。"
    assert told(text, place="511300") == []


def test_furniture_gives_nothing() -> None:
    text = "新建社区医院5家。\n相关新闻\n甲市新建社区医院12家\n责任编辑：张三"
    assert [s.value for s in told(text)] == [5]


def test_a_sentence_without_an_end_is_read_to_its_end() -> None:
    text = (
        "卫生健康工作，"
        + "坚持以人民健康为中心，" * 200
        + "新建社区医院5家，"
        + "持续改善服务，" * 200
        + "改造乡镇卫生院12所"
    )
    assert [s.value for s in told(text)] == [5, 12]


def test_a_number_is_not_cut_where_a_sentence_is_too_long() -> None:
    text = "医" * 1195 + "，新建社区医院1280家"
    assert [s.value for s in told(text)] == [1280]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "。。。", "\ud800", "|", "（（（（"])
def test_texts_without_facts(text: str) -> None:
    assert told(text) == []


def test_what_a_document_repeats_is_one_statement() -> None:
    found = told("新建社区医院5家。\n新建社区医院5家。\n新建社区医院5家。")
    assert [len(s.evidence) for s in found] == [3]
