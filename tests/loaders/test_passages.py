import pytest

from loaders.passages import passages
from ontology.codes import Lang


def cut(text: str, lang: Lang = "zh") -> list[str]:
    return [text[p.start : p.end] for p in passages(text, lang)]


def test_lines_are_paragraphs() -> None:
    assert cut("第一段话在这里。\n\n第二段话在这里。\r\n第三段") == ["第一段话在这里。", "第二段话在这里。", "第三段"]


def test_a_line_that_a_page_broke_is_joined_again() -> None:
    text = "到2025年，全市新建社区医院20家，改造乡镇\n卫生院35所。\n投入资金2亿元。"
    assert cut(text) == ["到2025年，全市新建社区医院20家，改造乡镇\n卫生院35所。", "投入资金2亿元。"]


@pytest.mark.parametrize(
    "text",
    [
        "一、总体要求\n坚持预防为主，全面推进。",
        "（一）主要目标\n到2025年，建成12家。",
        "到2025年，建成12家，改造35所\n\n投入资金2亿元。",
        "到2025年，建成12家，改造35所\n二、重点任务",
    ],
)
def test_headings_and_blank_lines_keep_lines_apart(text: str) -> None:
    assert len(cut(text)) == 2


@pytest.mark.parametrize(
    "line",
    [
        "责任编辑：张三",
        "来源：健康报",
        "上一篇：改造35所卫生院",
        "打印本页",
        "浏览次数：1284",
        "版权所有",
        "联系电话：0817-2222222",
        "[1] 注释35所",
    ],
)
def test_furniture_is_cut(line: str) -> None:
    assert cut(f"新建社区医院5家。\n{line}\n投入2亿元。") == ["新建社区医院5家。", "投入2亿元。"]


@pytest.mark.parametrize("line", ["Share this page", "All rights reserved", "Photo: 12 nurses at work", "Editor: Li"])
def test_english_furniture_is_cut(line: str) -> None:
    assert cut(f"Five clinics were built.\n{line}", "en") == ["Five clinics were built."]


def test_related_headlines_are_dropped_until_the_text_goes_on() -> None:
    body = "据悉，" + "全市还将继续推进基层医疗卫生机构标准化建设，提升服务能力，方便群众就近就医。" * 3
    text = f"新建社区医院5家。\n相关新闻\n甲市新建医院12家\n- 乙市新建医院8家\n{body}"
    assert cut(text) == ["新建社区医院5家。", body]


def test_nothing_is_related_before_the_text_begins() -> None:
    assert cut("热点新闻\n新建社区医院5家。") == ["热点新闻", "新建社区医院5家。"]


def test_rows_of_a_table_stand_alone() -> None:
    found = passages("指标|2025年|2030年\n床位|7.5|8.0\n以上为表。", "zh")
    assert [p.row for p in found] == [True, True, False]


def test_no_text_has_no_passages() -> None:
    assert passages("", "zh") == []
    assert passages(" \n\t\n", "en") == []
