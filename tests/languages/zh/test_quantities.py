import itertools

import pytest

from languages.mention import Quantity
from languages.zh.quantities import quantities

Said = tuple[float, float | None, str, str | None, str]


def said(text: str) -> list[Said]:
    return [(q.value, q.value_max, q.comparator, q.unit, q.change) for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("新建40家", (40, None, "eq", "count", "level")),
        ("不少于3名", (3, None, "ge", "count", "level")),
        ("40余家", (40, None, "gt", "count", "level")),
        ("近12万人", (120_000, None, "approx", "count", "level")),
        ("2—3个", (2, 3, "range", "count", "level")),
        ("3至5万元", (30_000, 50_000, "range", "CNY", "level")),
        ("下降15%", (15, None, "eq", "percent", "decrease")),
        ("提高2个百分点", (2, None, "eq", "percentage_point", "increase")),
        ("8.6/10万", (8.6, None, "eq", "per_100k", "level")),
        ("十万分之8.6", (8.6, None, "eq", "per_100k", "level")),
        ("2.1‰", (2.1, None, "eq", "permille", "level")),
        ("78.9岁", (78.9, None, "eq", "years", "level")),
        ("2.3倍", (2.3, None, "eq", "times", "level")),
        ("翻两番", (4, None, "eq", "times", "level")),
        ("九成以上", (90, None, "ge", "percent", "level")),
        ("一成半", (15, None, "eq", "percent", "level")),
        ("超半数", (50, None, "gt", "percent", "level")),
        ("四分之三", (75, None, "eq", "percent", "level")),
        ("尚无一家", (0, None, "eq", "count", "level")),
        ("降至0", (0, None, "eq", None, "level")),
        ("新增5家", (5, None, "eq", "count", "level")),
    ],
)
def test_an_amount(text: str, want: Said) -> None:
    assert said(text) == [want]


@pytest.mark.parametrize(
    "text",
    [
        "三级甲等", "第三批", "〔2024〕18号", "12356热线", "5G", "2021—2025年", "0—6岁", "1+6+N",
        "两癌", "十四五", "3公里", "15分钟",        "二级以上", "H7N9", "A4", "每千人口", "一批", "三医联动",
    ],
)  # fmt: skip
def test_what_only_looks_like_an_amount(text: str) -> None:
    assert said(text) == []


def test_amounts_are_ordered_and_apart() -> None:
    found = quantities("新建5家、改造12所,投入3.2亿元,下降1.5个百分点")
    assert [q.value for q in found] == [5, 12, 320_000_000, 1.5]
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_the_span_holds_number_unit_and_comparator() -> None:
    text = "床位达到不少于1,200张以上"
    found: Quantity = quantities(text)[0]
    assert text[found.start : found.end] == "不少于1,200张以上"


def test_digits_without_end() -> None:
    assert len(quantities("9" * 400 + "家")) <= 1
