import pytest

from languages import pack
from languages.reading import Context
from loaders.remarks import Remark, remark


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("新建5家。（牵头单位：市卫生健康委、市财政局；完成时限：2025年6月底前）", Remark("市卫生健康委", "2025-06")),
        ("新建5家。（责任单位：市医保局）", Remark("市医保局", None)),
        ("新建5家。【时限：2025年12月底前】", Remark(None, "2025-12")),
        ("新建5家（其中社区医院3家，乡镇卫生院2所）。", Remark()),
        ("新建5家。", Remark()),
        ("（牵头单位：市卫生健康委", Remark()),
    ],
)
def test_who_answers_and_until_when(text: str, want: Remark) -> None:
    assert remark(text, 0, len(text), pack("zh"), Context(date="2024-02-27")) == want


def test_in_english() -> None:
    text = "Build 5 clinics. (Lead department: Health Bureau; deadline: June 2025)"
    assert remark(text, 0, len(text), pack("en"), Context()) == Remark("Health Bureau", "2025-06")


def test_only_the_paragraph_is_asked() -> None:
    text = "新建5家。\n（牵头单位：市卫生健康委）"
    assert remark(text, 0, 5, pack("zh"), Context()) == Remark()
