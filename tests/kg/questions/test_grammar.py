from __future__ import annotations

import datetime

import pytest

from kg.questions.grammar import read
from kg.questions.reading import QuestionReading
from ontology.vocabulary import vocabulary


def reading(text: str) -> QuestionReading:
    return read(text, None, vocabulary())


@pytest.mark.parametrize(
    ("text", "ask", "unit"),
    [
        ("哪些城市将获得国家区域医疗中心？", "place", None),
        ("哪几个州各建2个中心？", "place", None),
        ("试点县有哪些？", "place", None),
        ("通过评审的医院有哪些？", "organization", None),
        ("哪家医院建成了互联网医院？", "organization", None),
        ("什么时候实现互认？", "when", None),
        ("是否已经落户四川？", "whether", None),
        ("百分之多少的医院实现预约？", "number", "percent"),
        ("婴儿死亡率是千分之多少？", "number", "permille"),
        ("投入多少亿元？", "number", "money"),
        ("每个县给多少补助？", "number", "money"),
        ("追回了多少违规医保资金？", "number", "money"),
        ("家庭医生签约率要达到多少？", "number", "percent"),
        ("孕产妇死亡率是多少？", "number", "per_100k"),
        ("What treatment success rate is aimed for?", "number", None),
        ("How much was released to the states?", "number", "money"),
        ("提高了多少个百分点？", "number", "percentage_point"),
        ("副主任是谁？", "person", None),
        ("Who opened the meeting as deputy director of the Changsha Municipal Health Commission?", "person", None),
        ("Who is to build it for the Changsha Municipal Health Commission?", "organization", None),
        ("Which cities receive national regional medical centers?", "place", None),
        ("In how many cities will it be piloted?", "number", None),
        ("Which county hospital has joined?", "organization", None),
        ("What life expectancy does Sichuan aim for?", "number", "years"),
        ("By when should it be done?", "when", None),
        ("In 2023, had the centers been granted?", "whether", None),
        ("How much money was saved?", "number", "money"),
        ("What was the rate per 100,000?", "number", "per_100k"),
        ("修路的钱有多少？", "number", "money"),
        ("发了多少岗位津贴？", "number", "money"),
        ("每千名儿童有多少张床位？", "number", "permille"),
        ("How many doctors are there for every 1,000 residents?", "number", "permille"),
        ("What level of health literacy is aimed at?", "number", "percent"),
        ("什么医院入选了？", "organization", None),
        ("这个中心还办不办？", "whether", None),
        ("What sum, as a share of the budget, will be paid?", "number", "money"),
        ("What were the shares of counties that joined?", "number", "percent"),
        ("How high is the share of villages with a clinic?", "number", "percent"),
        ("By what margin did it go up?", "number", None),
        ("How many were there per 10,000 people?", "number", "per_10k"),
        ("Who is the director of the commission?", "person", None),
    ],
)
def test_way_of_asking_tells_what_is_asked(text: str, ask: str, unit: str | None) -> None:
    found = reading(text)
    assert (found.ask, found.unit) == (ask, unit)


@pytest.mark.parametrize(
    ("text", "years", "compared"),
    [
        ("2023年四川要新建多少家？", (2023,), ()),
        ("比2016年下降了多少？", (), (2016,)),
        ("到“十五五”末达到多少？", (2030,), ()),
        ("What were the numbers for 2022 and 2023?", (2022, 2023), ()),
        ("By how much did it rise from its 2015 figure?", (), (2015,)),
        ("What was set aside for 2025-26?", (2026,), ()),
        ("2024年到2026年一共要招多少人？", (2024, 2025, 2026), ()),
        ("How many will be built from 2024 to 2026?", (2026,), ()),
        ("By how much did it rise from 2020 to 2024?", (2024,), (2020,)),
    ],
)
def test_years_are_told_from_those_compared_with(text: str, years: tuple[int, ...], compared: tuple[int, ...]) -> None:
    found = reading(text)
    assert (found.years, found.baseline_years) == (years, compared)


def test_this_year_without_today_is_that_of_the_document() -> None:
    found = reading("去年建成了多少家？")
    assert (found.years, found.relative) == ((), -1)


def test_this_year_is_dated_by_today() -> None:
    found = read("今年要新建多少家？", None, vocabulary(), today=datetime.date(2024, 5, 1))
    assert found.years == (2024,)


@pytest.mark.parametrize(
    ("text", "places", "bodies"),
    [
        ("四川的互联网医院有多少家？", [("510000",)], []),
        ("达州市中心医院建成了什么？", [], ["达州市中心医院"]),
        ("四川新建互联网医院多少家？", [("510000",)], []),
        ("四川大学华西医院的试点什么时候结束？", [], ["四川大学华西医院"]),
        ("Which hospital works with the Chongqing Hospital of Traditional Chinese Medicine?", [],
         ["Chongqing Hospital of Traditional Chinese Medicine"]),
        ("How many internet hospitals will Chengdu build?", [("510100",)], []),
        ("How many beds does Haidian have?", [("110108",)], []),
        ("Incidence in the Philippines in 2024", [("PH",)], []),
        ("How many Kenyan counties have a clinic?", [("KE",)], []),
        ("How many hospitals of traditional Chinese medicine are there?", [], []),
        ("长沙、株洲、湘潭三市共有几家医院？", [("430100",), ("430200",), ("430300",)], []),
        ("浏阳和资源各建几家医院？", [("430181",)], []),  # 资源 is of another city
        ("东源与和平各建几家医院？", [("441625",), ("441624",)], []),
        ("衡阳12家卫生院要改造什么？", [("430400",)], []),
        ("资源今年要建几家医院？", [("450329",)], []),
        ("How many beds are there in Beijing, according to the National Health Commission?", [("110000",)], []),
        ("How many centers does the National Health Commission plan?", [("CN",)], []),
    ],
)  # fmt: skip
def test_place_in_the_name_of_a_body_is_no_place_asked_about(
    text: str, places: list[tuple[str, ...]], bodies: list[str]
) -> None:
    found = reading(text)
    assert [place.codes for place in found.places] == places
    assert [body.name for body in found.organizations] == bodies


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("省级、市级临床重点专科各多少个？", ("provincial", "municipal")),
        ("国省市县四级临床重点专科有多少？", ("national", "provincial", "municipal", "county")),
        ("targets for municipal and county-level key clinical specialties", ("municipal", "county")),
        ("targets for provincial, municipal and county key specialties", ("provincial", "municipal", "county")),
        ("the Provincial Health Commission of Sichuan", ()),
    ],
)
def test_tiers_are_read_outside_names(text: str, levels: tuple[str, ...]) -> None:
    assert reading(text).levels == levels


@pytest.mark.parametrize(
    ("text", "operation"),
    [
        ("比2016年下降了多少？", "difference"),
        ("各地的数相加是多少？", "sum_parts"),
        ("目标是否相同？", "same"),
        ("哪个市最低？", "lowest"),
        ("除成都以外有哪些市？", "except"),
        ("By how much did it fall?", "difference"),
        ("Were the numbers the same?", "same"),
        ("2024年计划建的比2023年多建几家？", "difference"),
        ("人均预期寿命涨了几岁？", "difference"),
        ("How far did the rate come down?", "difference"),
        ("由哪些部门落实？", "responsible"),
        ("How many percentage points did it drop?", "difference"),
        ("What was the change in the rate?", "difference"),
        ("增幅是多少？", "difference"),
        ("补贴从每月多少元提高到多少元？", "baseline"),
        ("卫生预算里医保占多少元？", "of_whole"),
        ("除了长沙，还有哪些市？", "except"),
        ("Which department is to see to it?", "responsible"),
        ("2024年是否比2023年多？", "higher"),
        ("每人涨到多少元？", "reached"),
        ("What was the rate a year earlier?", "baseline"),
        ("Which cities other than Chengdu?", "except"),
    ],
)
def test_what_to_do_with_the_numbers_is_read(text: str, operation: str) -> None:
    assert operation in reading(text).operations


@pytest.mark.parametrize(
    ("text", "operation"),
    [
        ("至少多少家？", "difference"),
        ("新增多少张床位？", "difference"),
        ("死亡率降到了多少？", "difference"),
        ("付费占比2022年是多少？", "lower"),
        ("接种率要不低于多少？", "lower"),
        ("Is the second phase under construction?", "lower"),
        ("主要负责人是谁？", "responsible"),
        ("哪家医院牵头？", "responsible"),
        ("留用的比例最少多少？", "difference"),
        ("How far did the rate come down?", "gap"),
        ("recognise each other's test results", "each"),
        ("the share of total health expenditure", "sum"),
    ],
)
def test_near_misses_are_no_operation(text: str, operation: str) -> None:
    assert operation not in reading(text).operations


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("预期寿命是否超过了80岁？", [(80.0, "gt")]),
        ("Will it train more than 500 nurses over five years?", [(500.0, "gt")]),
        ("In which two cities will three clinics each be built?", [(3.0, None)]),
    ],
)
def test_numbers_are_read_with_their_bounds(text: str, numbers: list[tuple[float, str | None]]) -> None:
    assert [(number.value, number.bound) for number in reading(text).numbers] == numbers


@pytest.mark.parametrize(
    "text", ["How many specialist alliances are there?", "How many county medical sub-centres are there?"]
)
def test_terms_are_known_in_the_plural(text: str) -> None:
    assert [len(unit.terms) for unit in reading(text).units] == [1]


def test_body_that_a_statement_is_taken_from_is_no_content() -> None:
    assert reading("How many clinics are there, according to the Changsha Health Commission?").organizations == ()
    texts = [
        unit.text for unit in reading("How many clinics are there, according to the Changsha Health Commission?").units
    ]
    assert "Commission" not in " ".join(texts)


def test_unknown_words_stay_units_of_their_own_language() -> None:
    units = {unit.text: unit.lang for unit in reading("How many flying hospitals are there?").units}
    assert units["flying"] == "en"
