import pytest

from languages.reading import Context
from languages.zh.people import persons
from languages.zh.sentence import sentence


def said(text: str) -> tuple[tuple[str, str, str], ...]:
    return persons(sentence(text, 0, len(text), Context()))


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("市卫生健康委主任周明介绍,新建5家", ("周明", "主任", "市卫生健康委")),
        ("县人民医院院长吴晓兰说", ("吴晓兰", "院长", "县人民医院")),
        ("省卫健委党组书记、主任陈立表示", ("陈立", "党组书记、主任", "省卫健委")),
    ],
)
def test_a_person_with_the_office(text: str, want: tuple[str, str, str]) -> None:
    assert said(text) == (want,)


@pytest.mark.parametrize("text", ["主任医师5名", "院长负责制", "记者张三报道", "市卫生健康委介绍"])
def test_near_misses(text: str) -> None:
    assert said(text) == ()
