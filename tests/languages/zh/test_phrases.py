import pytest

from languages.reading import Context
from languages.zh.phrases import after, before, parts
from languages.zh.sentence import Sentence, sentence


def read(text: str, place: str | None = "510000") -> Sentence:
    return sentence(text, 0, len(text), Context(date="2024-02-27", place=place))


@pytest.mark.parametrize(
    ("text", "noun", "verb"),
    [
        ("新建互联网医院", "互联网医院", "新建"),
        ("全市共有乡镇卫生院", "乡镇卫生院", "共有"),
        ("今年将新增市级重点专科", "市级重点专科", "新增"),
        ("孕产妇死亡率下降到", "孕产妇死亡率", ""),
        ("累计培训全科医生达", "全科医生", "培训"),
        ("基层诊疗量占比达到", "基层诊疗量占比", ""),
    ],
)
def test_the_noun_before_a_number_and_its_verb(text: str, noun: str, verb: str) -> None:
    found = before(read(text), 0, len(text))
    assert (found.text(read(text)), found.verb) == (noun, verb)


@pytest.mark.parametrize(
    ("text", "noun", "predicate"),
    [
        ("乡镇卫生院达到标准", "乡镇卫生院", "达到标准"),
        ("的村卫生室,另有其他", "村卫生室", ""),
        ("乡镇卫生院、村卫生室", "乡镇卫生院", ""),
        ("", "", ""),
    ],
)
def test_the_noun_after_a_number_and_its_predicate(text: str, noun: str, predicate: str) -> None:
    found = after(read(text), 0, len(text))
    assert tuple(phrase.text(read(text)) for phrase in found) == (noun, predicate)


def test_members_of_a_list() -> None:
    text = "胸痛中心、卒中中心和创伤中心"
    assert [text[a:b] for a, b in parts(read(text), 0, len(text))] == ["胸痛中心", "卒中中心", "创伤中心"]


def test_a_label_is_not_cut_at_its_own_conjunction() -> None:
    text = "国家临床重点专科和中心"
    assert text[slice(*parts(read(text), 0, len(text))[0])] == "国家临床重点专科"
