import pytest

from languages.recognize import labels
from languages.zh.divisions import every, members, narrowest, remainders
from languages.zh.places import organizations, places, province


def codes(text: str, context: str | None) -> list[tuple[str, ...]]:
    return [place.codes for place in places(text, labels(text, "zh"), context)]


def bodies(text: str, context: str | None) -> list[tuple[str, str | None]]:
    marks = labels(text, "zh")
    return [(o.name, o.code) for o in organizations(text, marks, places(text, marks, context))]


@pytest.mark.parametrize(
    ("text", "context", "code"),
    [
        ("朝阳区新建", "110000", "110105"),
        ("朝阳区新建", "220100", "220104"),
        ("朝阳市新建", "210000", "211300"),
        ("朝阳新建", "210000", "211300"),
        ("海南省新建", "CN", "460000"),
        ("海南州新建", "630000", "632500"),
        ("吉林市新建", "220000", "220200"),
        ("吉林省新建", "CN", "220000"),
        ("鼓楼区新建", "320100", "320106"),
        ("鼓楼区新建", "350100", "350102"),
        ("北京市朝阳区新建", "370000", "110105"),
    ],
)
def test_names_that_several_places_bear(text: str, context: str, code: str) -> None:
    assert codes(text, context)[-1] == (code,)


def test_a_short_county_name_counts_in_its_own_province_only() -> None:
    assert codes("宣汉、渠县新建", "511700") == [("511722",), ("511725",)]
    assert codes("宣汉新建", "370000") == []


@pytest.mark.parametrize("text", ["公安机关", "互助共济", "资源下沉", "和平年代", "健康城市"])
def test_words_that_are_county_names_too(text: str) -> None:
    assert codes(text, "420000") == []


@pytest.mark.parametrize(
    ("context", "want"),
    [("510000", ("513200", "513300", "513400")), ("520000", ("522300", "522600", "522700"))],
)
def test_the_three_prefectures_are_those_of_the_province(context: str, want: tuple[str, ...]) -> None:
    assert codes("三州各1家", context) == [want]


@pytest.mark.parametrize(
    ("text", "context", "code"),
    [
        ("全省新建", "510700", "510000"),
        ("全市新建", "510700", "510700"),
        ("全市新建", "320981", "320981"),
        ("全县新建", "511722", "511722"),
        ("我市新建", "511722", "511700"),
        ("省会新建", "510700", "510100"),
        ("我国新建", "510700", "CN"),
    ],
)
def test_anaphora(text: str, context: str, code: str) -> None:
    assert codes(text, context) == [(code,)]


def test_anaphora_without_a_document() -> None:
    assert codes("全市新建", None) == []
    assert codes("我国新建", None) == [("CN",)]


@pytest.mark.parametrize("text", ["毗邻南充", "赴南充", "南充市级重点专科"])
def test_places_where_nothing_is_done(text: str) -> None:
    assert codes(text, "510000") == []


def test_a_hospital_holds_its_place() -> None:
    assert bodies("南充市中心医院新建", "510000") == [("南充市中心医院", "511300")]
    assert bodies("支持华西医院新建", "510000") == [("华西医院", None)]


def test_a_class_of_hospitals_is_no_organization() -> None:
    assert bodies("南充市二级公立医院", "510000") == []


def test_remainders_and_every() -> None:
    assert [r.noun for r in remainders("其余市各2家,其他县1家")] == ["市", "县"]
    assert [r.noun for r in every("每县1家,各市2家")] == ["县", "市"]
    assert every("县级各1家") == []


def test_members_of_a_remainder() -> None:
    rest = members("市", "510000", ["510100", "513200", "513300", "513400"])
    assert len(rest) == 17
    assert "510100" not in rest
    assert members("县", "510000", ()) == ()
    assert members("市", None, ()) == ()


def test_the_narrowest_of_nested_places() -> None:
    assert narrowest(("510000", "511700", "511722")) == ("511722",)
    assert province("511722") == "510000"
    assert province("GB") is None
