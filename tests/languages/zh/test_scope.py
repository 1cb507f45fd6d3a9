import pytest

from languages import pack
from languages.reading import Context, Masthead, Section

CONTEXT = Context(date="2024-02-27", place="510000")


@pytest.mark.parametrize(
    ("heading", "want"),
    [
        ("一、2023年工作回顾", Section("achieved", "2023")),
        ("二、2024年重点任务", Section("planned", "2024")),
        ("（一）主要成效", Section("achieved", "2023")),
        ("三、下一步工作打算", Section("planned")),
        ("过去一年，我们主要做了以下工作：", Section("achieved", "2023")),
    ],
)
def test_what_headings_set(heading: str, want: Section) -> None:
    found = pack("zh").section(heading, CONTEXT)
    assert found is not None
    assert (found.status, found.period) == (want.status, want.period)


def test_a_place_heads_a_section_of_a_round_up() -> None:
    found = pack("zh").section("绵阳市：", CONTEXT)
    assert found is not None
    assert found.place == "510700"


@pytest.mark.parametrize("line", ["新建社区医院5家，改造乡镇卫生院12所，投入资金3亿元。", "", "（完）"])
def test_lines_that_are_no_headings(line: str) -> None:
    assert pack("zh").section(line, CONTEXT) is None


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("2023年，全市新建社区医院5家。", "achieved"),
        ("今年，我市将新建社区医院5家。", "planned"),
        ("会议明确，下一步要抓好七项工作。", "planned"),
        ("去年新建社区医院5家。", "achieved"),
    ],
)
def test_the_tone_of_running_text(sentence: str, status: str) -> None:
    found = pack("zh").tone(sentence, 0, len(sentence), CONTEXT)
    assert found is not None
    assert found.status == status


def test_a_sentence_without_a_tone() -> None:
    assert pack("zh").tone("社区医院有5家。", 0, 8, CONTEXT) is None


NEWS = """渠县三年建成社区医院6家
来源：渠县融媒体中心  发布时间：2023-11-20
近日，记者从渠县卫生健康局获悉，全县社区医院增至6家。"""
NOTICE = """达州市卫生健康委员会关于印发《达州市社区医院建设方案》的通知
达市卫发〔2023〕12号
各县（市、区）卫生健康局：
到2025年，新建社区医院20家。
达州市卫生健康委员会
2023年5月10日"""
PLAN = """绵阳市“十四五”卫生健康发展规划
到规划期末，每千人口床位达到7.5张。"""
REPORT = """2024年宜宾市人民政府工作报告
——2024年1月9日在宜宾市第六届人民代表大会第四次会议上
各位代表：现在，我代表市人民政府向大会报告工作。"""
BULLETIN = """2022年德阳市卫生健康事业发展统计公报
2022年末，全市医疗卫生机构总数达2860个。"""


@pytest.mark.parametrize(
    ("text", "title", "place", "date"),
    [
        (NEWS, "渠县三年建成社区医院6家", "511725", "2023-11-20"),
        (NOTICE, "达州市卫生健康委员会关于印发《达州市社区医院建设方案》的通知", "511700", "2023-05-10"),
        (REPORT, "2024年宜宾市人民政府工作报告", "511500", "2024-01-09"),
        (PLAN, "绵阳市“十四五”卫生健康发展规划", "510700", None),
    ],
)
def test_title_place_and_date(text: str, title: str, place: str, date: str | None) -> None:
    found: Masthead = pack("zh").masthead(text)
    assert (found.title, found.place, found.date) == (title, place, date)


def test_a_notice_names_its_issuer() -> None:
    assert pack("zh").masthead(NOTICE).issuer == "达州市卫生健康委员会"


@pytest.mark.parametrize(
    ("text", "status", "period"),
    [(PLAN, "planned", "2025"), (NOTICE, "planned", None), (BULLETIN, "achieved", "2022"), (REPORT, None, None)],
)
def test_what_the_kind_of_document_sets(text: str, status: str | None, period: str | None) -> None:
    found = pack("zh").masthead(text)
    assert (found.status, found.period) == (status, period)


def test_a_work_report_is_of_all_sectors() -> None:
    assert not pack("zh").masthead(REPORT).health
    assert pack("zh").masthead(BULLETIN).health


def test_no_text_has_no_masthead() -> None:
    found = pack("zh").masthead("")
    assert (found.title, found.issuer, found.place, found.date) == (None, None, None, None)
