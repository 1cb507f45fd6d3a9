"""What headings, lead-ins, mastheads and tables set for the statements below them, in texts written for these tests."""

from __future__ import annotations

from kg.model import Document, Statement
from loaders.extract import extract


def read(text: str) -> dict[float | None, Statement]:
    """Statements by their value."""
    return {s.value: s for s in extract(Document(text, "zh"))}


def test_a_chapter_worded_as_an_order_behind_a_review_is_one_of_tasks() -> None:
    found = read(
        "2024年甲省政府工作报告\n2024年1月20日\n\n一、2023年工作回顾\n过去一年，困难不少。我们主要做了以下工作。\n"
        "新建卫生院11所。\n\n二、2024年工作总体部署\n保持定力。\n\n三、持续改善民生\n居民医保补助由640元提高到670元。"
    )
    assert (found[11].status, found[11].period) == ("achieved", "2023")
    assert (found[670].status, found[670].period) == ("planned", "2024")


def test_a_heading_that_mends_what_is_lacking_is_no_review() -> None:
    found = read("固原市卫生健康委2026年工作要点\n\n3．补齐县域短板。建设县域医疗次中心7个。")
    assert found[7].status == "planned"


def test_boxed_places_reset_the_place() -> None:
    found = read(
        "甘肃卫生健康季报（2024年第三季度）\n2024年10月18日\n\n【天水市】截至9月底，建成互联网医院7家。\n\n"
        "【张掖市山丹县】该县添置救护车12台。\n\n【临夏市】派来医师32名。"
    )
    assert found[7].places == ("620500",)
    assert found[12].places == ("620725",)
    assert found[32].places == ("622901",)


def test_promises_stand_against_results() -> None:
    found = read(
        "这些承诺，兑现了没有？\n——曲靖市2024年卫生健康类民生实事“回头看”\n2025年1月21日\n\n"
        "第1件　县级医院提质。承诺：建成血液净化中心10个。结果：血液净化中心实建12个。\n"
        "【目标】新建村卫生室80所。【进展】村卫生室交付使用61所。"
    )
    assert (found[10].status, found[12].status) == ("planned", "achieved")
    assert (found[80].status, found[61].status) == ("planned", "achieved")
    assert found[12].period == "2024"


def test_the_date_is_told_in_characters_or_in_the_source_line() -> None:
    signed = read(
        "县人民政府办公室关于开展医共体试点的通知\n\n培训医师260名。\n\n县人民政府办公室\n二〇二三年七月二十日"
    )
    assert signed[260].period == "2023"
    sourced = read("名院牵手山城\n\n本报张家口8月22日电 医院规划床位320张。\n（来源：某晨报客户端　2025年8月22日）")
    assert sourced[320].period == "2025"
    assert sourced[320].places == ("130700",)


def test_a_plan_of_so_many_years_ends_when_they_do() -> None:
    found = read("关于印发《基层能力提升三年行动方案》的通知\n2024年4月15日\n\n二、重点任务\n新建县域医疗次中心50个。")
    assert found[50].period == "2026"


def test_a_notice_takes_effect_on_its_day() -> None:
    found = read(
        "海南省医疗保障局关于调整部分待遇的通知\n2025年11月19日\n\n经研究，作如下调整，自2026年1月1日起执行。\n\n"
        "一、门诊保障。门诊慢特病病种由42种增加到50种。\n二、监管。3月底前检查药店900家。"
    )
    assert (found[50].status, found[50].period) == ("planned", "2026-01-01")
    assert found[900].period == "2026-03"


def test_a_deadline_that_opens_a_paragraph_holds_for_its_goals() -> None:
    found = read(
        "湖南省关于基层卫生的实施意见\n2025年3月2日\n\n一、总体目标\n到2027年，建成县域医疗中心50个。县域内就诊率达到91%。"
    )
    assert found[91].period == "2027"


def test_the_heading_names_what_is_counted_below_it() -> None:
    found = read("六盘水市2025年民生实事进展\n2025年10月14日\n\n三、适龄妇女“两癌”免费筛查\n全年筛查5.5万人。")
    assert found[55000].measure.id == "two-cancer-screening"


def test_tables_parted_by_blanks_are_tables() -> None:
    wide = read(
        "福建省“十五五”卫生健康规划\n2025年12月22日\n\n表1　主要指标　　2030年目标　　2025年现状\n"
        "人均预期寿命（岁）　　80.6　　79.5\n县域内就诊率（%）　　≥92　　89.3"
    )
    assert (wide[80.6].period, wide[80.6].status) == ("2030", "planned")
    assert wide[80.6].baseline is not None
    assert wide[80.6].baseline.value == 79.5
    assert wide[92].comparator == "ge"
    narrow = read(
        "山西省“十五五”卫生健康规划\n2025年12月22日\n\n指标 2025年 2030年 属性\n"
        "每千人口执业（助理）医师数（人） 3.25 3.7 预期性\n每万人口全科医生数（人） 3.4 4.5 约束性"
    )
    assert (narrow[3.7].unit, narrow[4.5].unit) == ("per_1000", "per_10k")


def test_an_expectation_in_a_rumour_is_no_fact() -> None:
    assert not read("省卫生健康委答问\n2025年7月8日\n\n网传“每个县都要新建1所三级医院”，是否属实？没有这样的安排。")
