import pytest

from languages.zh.dates import dates

TODAY = "2024-02-27"


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("到2025年", ["2025"]),
        ("2025年底前", ["2025-12"]),
        ("2025年6月30日前", ["2025-06-30"]),
        ("2025年6月底前", ["2025-06"]),
        ("“十四五”末", ["2025"]),
        ("“十三五”时期", ["2020"]),
        ("今年", ["2024"]),
        ("去年底", ["2023-12"]),
        ("明年6月底前", ["2025-06"]),
        ("6月底前", ["2024-06"]),
        ("年底前", ["2024-12"]),
        ("上半年", ["2024-06"]),
        ("用三年左右", ["2027"]),
        ("2024年、2025年", ["2024", "2025"]),
    ],
)
def test_dates_told_from_the_documents_own(text: str, periods: list[str]) -> None:
    assert [d.period for d in dates(text, TODAY)] == periods


@pytest.mark.parametrize("text", ["今年", "6月底前", "年底前", "用三年左右"])
def test_relative_dates_need_a_date(text: str) -> None:
    assert dates(text, None) == []


@pytest.mark.parametrize("text", ["四年行动计划", "提前6年", "第7场", "6月", "6月3日", "十四五以来"])
def test_what_is_no_date_of_a_fact(text: str) -> None:
    assert dates(text, TODAY) == []


@pytest.mark.parametrize(
    ("text", "deadline"), [("2025年底前", True), ("到2025年", True), ("2025年", False), ("今年", False)]
)
def test_deadlines(text: str, deadline: bool) -> None:
    assert [d.deadline for d in dates(text, TODAY)] == [deadline]
