import pytest

from languages.zh.numerals import hanzi, number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("零", 0), ("十", 10), ("十二", 12), ("二十", 20), ("两百", 200), ("一百零五", 105), ("两千五百", 2500),
        ("三万八千", 38000), ("一亿五千万", 150_000_000), ("二亿", 200_000_000), ("万", 10_000), ("二〇二五", 2025),
        ("一千二百三十四", 1234),
    ],
)  # fmt: skip
def test_numerals_in_characters(text: str, value: float) -> None:
    assert hanzi(text) == value


@pytest.mark.parametrize("text", ["", "十家", "5", "十2", "第十"])
def test_what_is_no_numeral(text: str) -> None:
    assert hanzi(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,284", 1284), ("12.5亿", 1_250_000_000), ("3千", 3000), ("5百万", 5_000_000), ("3.5万亿", 3_500_000_000_000),
        ("三点五", 3.5), ("九十二点五", 92.5), ("1 200", 1200), ("0.07", 0.07), ("十万", 100_000),
    ],
)  # fmt: skip
def test_numbers_with_scales(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "点五", "三点", "三点十", "abc", "1.2.3"])
def test_what_is_no_number(text: str) -> None:
    assert number(text) is None
