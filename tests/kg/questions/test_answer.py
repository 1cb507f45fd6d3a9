from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.questions import answer, answers
from kg.store import Store

Answers = list[dict[str, Any]]


def ask(text: str, store: Store) -> Answers:
    return answer(text, store)["answers"]  # type: ignore[return-value]


def values(found: Answers) -> list[float]:
    return [each["value"] for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("湖南2024年要新建多少家互联网医院？", [20]),
        ("How many internet hospitals does Hunan plan to build in 2024?", [20]),
        ("湖南2023年计划新建互联网医院多少家？", [12]),
        ("How many internet hospitals will Changsha build in 2024?", [4]),
        ("湘潭2024年将新建几家互联网医院？", [3]),
        ("湖南2024年省级、市级临床重点专科的目标各是多少个？", [30, 60]),
        ("What were Hunan's 2024 targets for provincial and municipal key clinical specialties?", [30, 60]),
        ("湖南2024年要建多少个市级临床重点专科？", [60]),
        ("湖南百分之多少的二级医院要开通移动支付？", [80]),
        ("What percentage of secondary hospitals in Hunan should offer mobile payment?", [80]),
        ("湖南投入多少元改造乡镇卫生院？", [300000000]),
        ("湖南要向12个脱贫县选派多少名医师？", [150]),
        ("What was the infant mortality rate in Changsha in 2023?", [2.4]),
        ("长沙2018年的婴儿死亡率是千分之多少？", [3.6]),
        ("By how much did infant mortality in Changsha fall from 2018?", [1.2]),
        ("长沙的婴儿死亡率比2018年下降了多少？", [1.2]),
        ("株洲的婴儿死亡率比长沙高多少？", [0.5]),
        ("How many county medical sub-centers did Changsha build in 2023?", [5]),
        ("长沙2023年建成了多少个县域医疗次中心？", [5]),
        ("How many rural doctors were trained in Changsha?", [640]),
        ("长沙和湘潭2024年一共要新建多少家互联网医院？", [7]),
        ("把长沙、株洲、湘潭的数相加，新建互联网医院是多少家？", [10]),
        ("湖南有几个市争取国家区域医疗中心？", [2]),
        ("湖南2023年和2024年新建互联网医院的目标分别是多少家？", [12, 20]),
        ("长沙和湘潭2024年分别新建多少家互联网医院？", [4, 3]),
        ("长沙的婴儿死亡率从多少降到多少？", [3.6, 2.4]),
        ("长沙2023年婴儿死亡率降到了多少？", [2.4]),
        ("湖南今年要新建多少家互联网医院？", [20]),  # the year of the latest text
        ("长沙、株洲、湘潭一共培训多少名药师？", [60]),
        ("长沙居民医保个人缴费是多少元？", [400]),
        ("湖南2023年到2024年一共要新建多少家互联网医院？", [32]),
        ("What total of internet hospitals will Hunan build from 2023 to 2024?", [32]),
        ("How many rural doctors did the Changsha health commission train?", [640]),
        ("How far is Changsha from its 2025 target for life expectancy?", [0.9]),
        ("湖南2024年计划新建的互联网医院比2023年计划的多几家？", [8]),
        ("长沙怎么样？长沙的婴儿死亡率比2018年下降了多少？", [1.2]),  # a place named twice is one
        ("介绍一下湘潭，2024年湘潭将新建几家互联网医院？", [3]),  # a year right behind a comma
        ("湖南2024年市级临床重点专科比省级的多建几个？", [30]),
        ("长沙婴儿死亡率2023年比2018年低了多少个千分点？", [1.2]),
        ("What did infant mortality in Changsha fall from?", [3.6]),
        ("My aunt lives in Changsha. How long did people there live in 2023?", [80.1]),
        ("Out of every 1,000 babies born in Changsha, how many died in 2023?", [2.4]),
        ("Infant deaths per 1,000 in Changsha: how big was the drop between 2018 and 2023?", [1.2]),
        ("麻烦查一下，在长沙，每千名出生的宝宝当中夭折的有多少？", [2.4]),
        ("湖南2024年打算新建不少于多少家互联网医院？其中长沙占几家？", [20, 4]),
        ("According to the 2024 plan, how many internet hospitals will Changsha and Xiangtan get between them?", [7]),
        ("长沙2023年的婴儿死亡率比株洲低多少？", [0.5]),
        ("How far did infant mortality in Changsha come down from 2018?", [1.2]),
        ("湖南改造乡镇卫生院的钱有多少？", [300000000]),
        ("How many telephone helplines did Changsha scrap?", [3]),
        ("湘潭养老床位补贴提高了多少元？", [50]),
        ("湖南2024年要新建多少家互联网医院，长沙几家？", [20, 4]),
        ("长沙2024年新建的互联网医院占多少家？", [4]),
        ("湖南在三年内要培训多少名护理员？", [900]),
        ("湖南每个市各培训多少名药师？", [20]),
        ("How many care workers is Hunan to train within three years?", [900]),
        ("长沙2023年的婴儿死亡率和人均预期寿命分别是多少？", [2.4, 80.1]),
        ("湖南2024年省级、市级临床重点专科一共多少个？", [90]),
    ],
)
def test_question_of_a_number_is_answered_with_it(hunan: Store, text: str, expected: list[float]) -> None:
    assert values(ask(text, hunan)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("哪些城市将获得国家区域医疗中心？", {"430100", "430200"}),
        ("Which cities receive national regional medical centers?", {"430100", "430200"}),
        ("湖南哪些市将各新建3家互联网医院？", {"430200", "430300"}),
        ("Which cities of Hunan are to get three new internet hospitals each?", {"430200", "430300"}),
        ("长沙哪个县市是家庭病床服务试点？", set()),  # the text is English, and no term covers it
        ("Which county of Changsha was named a pilot for family bed services?", {"430182"}),
        ("湖南哪些市新建3家互联网医院？", {"430200", "430300"}),
        ("哪个市的婴儿死亡率超过2.5‰？", {"430200"}),
        ("湖南哪个市新建的互联网医院最多？", {"430100"}),
        ("湖南争取国家区域医疗中心的城市有哪些？", {"430100", "430200"}),
        ("哪个市2023年的婴儿死亡率最低？", {"430100"}),
        ("Which city has the higher infant mortality, Changsha or Zhuzhou?", {"430200"}),
        ("除长沙以外，湖南哪些市将获得国家区域医疗中心？", {"430200"}),
    ],
)
def test_question_of_places_is_answered_with_codes(hunan: Store, text: str, expected: set[str]) -> None:
    assert {each["code"] for each in ask(text, hunan)} == expected


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("长沙是否已经获得国家区域医疗中心？", False),
        ("Has Zhuzhou already been granted a national regional medical center?", False),
        ("长沙中心医院是否已建成互联网医院？", True),
        ("Is infant mortality in Changsha lower than in Zhuzhou?", True),
        ("长沙的婴儿死亡率是否高于株洲？", False),
        ("长沙的人均预期寿命是否已超过80岁？", True),
        ("Has life expectancy in Changsha reached 81 years?", False),
        ("湖南2023年和2024年的临床重点专科数目标是否相同？", True),
        ("Did Hunan set the same number of internet hospitals for 2023 and for 2024?", False),
        ("衡阳市康复医院迁建项目还会继续吗？", False),
        ("Will Hunan build internet hospitals in 2024?", True),
        ("长沙是否完成了2025年人均预期寿命目标？", False),
        ("湖南2023年新建互联网医院的目标是否低于2024年？", True),
        ("湘潭市口腔医院新院区开诊推迟了吗？", True),
        ("长沙2023年的婴儿死亡率是否低于株洲？", True),
        ("长沙2018年的婴儿死亡率是否高于株洲2023年？", True),
        ("湖南2024年市级临床重点专科是否比省级的多？", True),
        ("湘潭的牙病中心建成了吗？", False),  # the clause says 尚未
    ],
)
def test_question_whether_is_answered_with_its_truth(hunan: Store, text: str, truth: bool) -> None:
    assert [each["truth"] for each in ask(text, hunan)] == [truth]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("湖南哪家医院争创国家医学中心？", "湘雅医院"),
        ("Which hospital in Hunan is striving to become a national medical center?", "湘雅医院"),
        ("长沙哪家医院开办了互联网医院？", "Changsha Central Hospital"),
        ("Who is the deputy director of the Changsha Municipal Health Commission?", "Zhang Hua"),
        ("长沙市卫健委副主任是谁？", "Zhang Hua"),
        ("Who is the deputy head of Changsha's municipal health commission?", "Zhang Hua"),
        ("衡阳市卫健委主任是谁？", "李强"),  # the text says 市卫生健康委
        ("Who spoke as deputy head of Zhuzhou's health commission?", "Wang Lan"),  # the text says "the commission"
        ("谁是株洲市卫健委党组书记？", "Deng Tao"),
        ("Who is the director of the Zhuzhou Municipal Health Commission?", "Deng Tao"),
        ("湖南由哪个部门负责选派骨干医师？", "省卫生健康委"),
    ],
)
def test_question_who_is_answered_with_a_name(hunan: Store, text: str, expected: str) -> None:
    assert [each["zh"] or each["en"] for each in ask(text, hunan)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("湘雅医院在争创什么？", {"国家医学中心"}),
        ("长沙争取哪些专业的国家区域医疗中心？", {"心血管", "神经"}),
    ],
)
def test_question_what_is_answered_with_names(hunan: Store, text: str, expected: set[str]) -> None:
    assert {each["zh"] for each in ask(text, hunan)} == expected


@pytest.mark.parametrize(
    "text",
    [
        "湖南二级医院移动支付何时开通？",
        "湖南二级医院什么时候前要开通移动支付？",
        "By when should secondary hospitals in Hunan offer mobile payment?",
    ],
)
def test_question_when_is_answered_with_a_date(hunan: Store, text: str) -> None:
    assert [each["date"] for each in ask(text, hunan)] == ["2024-09"]


def test_when_a_number_was_so_is_answered_with_the_year_of_the_baseline(hunan: Store) -> None:
    assert [each["date"] for each in ask("长沙的婴儿死亡率哪一年是3.6‰？", hunan)] == ["2018"]


@pytest.mark.parametrize(
    "text",
    [
        "How many doctors does Hunan have per 1,000 people?",
        "湘潭脑病中心什么时候建成？",  # only the start is dated
        "湖南哪些市将设针灸馆？",  # three are counted, two known
        "衡阳急救站什么时候启用？",  # the text has a month, the statement the year of the plan
        "湘雅医院的国家医学中心什么时候获批的？",  # it is only sought
        "长沙市口腔医院新院区开诊推迟了吗？",
        "湘潭去年上转了多少名患者？",  # downward is told
        "湖南2025年要新建多少家互联网医院？",  # another year
        "湘潭养老床位补贴提高后达到多少元？",  # only by how much is told
        "湖南2024年计划新建的互联网医院比2022年多几家？",
        "衡阳2024年要新建多少家互联网医院？",  # another place
        "How many internet hospitals will Hubei build in 2024?",
        "How many internet hospitals will Hunan renovate in 2024?",  # another deed
        "湖南2024年要建多少个县级临床重点专科？",  # another tier
        "What was the maternal mortality rate in Changsha in 2023?",  # another indicator
        "长沙2020年的婴儿死亡率是多少？",
        "哪些城市将建设国家中医药传承创新中心？",
        "湘雅医院的国家医学中心什么时候结束？",  # no end is stated
        "Who is the director of the Changsha Municipal Health Commission?",  # only a deputy is named
        "谁是湘潭市卫健委副主任？",
        "长沙2023年的婴儿死亡率和孕产妇死亡率分别是多少？",  # one of the two is not told
        "湖南2024年要新建多少家互联网医院，衡阳几家？",
        "谁是长沙市卫健委主任？",  # it is another city's text that names one
        "湖南由哪个部门负责建设互联网医院？",
        "按长沙、株洲和其余市的分配数相加，互联网医院一共多少家？",  # the rest is not distributed
        "Have all secondary hospitals in Hunan offered mobile payment?",
        "How many ambulances will Qwertyville buy?",
        "湖南每个市各培训多少名护理员？",  # the number is that of the province
        "What internet hospitals will Hunan build in 2024?",  # what the question names is no answer to it
        "湖南在五年内要培训多少名护理员？",
        "How many tertiary hospitals does Xiangtan have?",  # only those of grade A are counted
        "今天天气怎么样？",
        "What is the capital of France?",
        "",
        "？？？",
    ],
)
def test_question_that_the_graph_does_not_answer_stays_silent(hunan: Store, text: str) -> None:
    found = answer(text, hunan)
    assert found["answers"] == []
    assert found["evidence"] == []


def test_answer_is_one_object_with_its_reading_and_quotes(hunan: Store) -> None:
    found = answer("湖南2024年要新建多少家互联网医院？", hunan, id="q-1")
    reading: Any = found["reading"]
    assert list(found) == ["id", "question", "reading", "answers", "evidence", "unknown", "suggestions"]
    assert found["id"] == "q-1"
    assert [piece["quote"] for piece in found["evidence"]] == ["全省新建互联网医院20家以上"]  # type: ignore[attr-defined]
    assert reading["rest"].startswith("/v1/statements?")
    assert "20" not in reading["cypher"]


@pytest.mark.parametrize(
    "text",
    ["湖南2024年要新建多少家互联网医院？", "Which cities of Hunan are to get three new internet hospitals each?"],
)
def test_cypher_of_the_reading_returns_the_statements_of_the_answer(hunan: Store, text: str) -> None:
    found: Any = answer(text, hunan)
    rows = hunan.query(found["reading"]["cypher"], found["reading"]["parameters"]).records()
    assert {row["value"] for row in rows} == {20.0 if "20" in text else 3.0}


def test_silence_tells_what_was_not_known_and_what_is_stated_instead(hunan: Store) -> None:
    found = answer("How many flying hospitals will Hunan build in 2031?", hunan)
    assert found["unknown"] == ["flying"]
    elsewhere = answer("湖南2031年要新建多少家互联网医院？", hunan)
    assert elsewhere["suggestions"]


def test_file_of_questions_gives_one_answer_a_line(hunan: Store, tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    asked = [
        {"id": "a", "question": "长沙2023年的人均预期寿命是多少岁？"},
        {"id": "b", "question": "今天星期几？", "kind": "x"},
    ]
    path.write_text("\n".join(json.dumps(each) for each in asked), "utf-8")
    assert [(each["id"], values(each["answers"])) for each in answers(path, hunan)] == [("a", [80.1]), ("b", [])]  # type: ignore[arg-type]
