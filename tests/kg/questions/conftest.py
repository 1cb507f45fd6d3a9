"""An invented graph with every kind of fact that a question can ask for, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.model import Baseline, Document, Evidence, Measure, Statement
from kg.settings import Settings
from kg.store import Store, open_store
from ontology.vocabulary import vocabulary

PLAN = Document(
    "湖南省2024年卫生工作安排\n"
    "争取心血管、神经国家区域医疗中心落户长沙、株洲。\n"
    "全省新建互联网医院20家以上，其中长沙4家，株洲、湘潭各3家。\n"
    "建设省级、市级临床重点专科30个、60个。\n"
    "80%以上的二级医院9月底前开通移动支付。\n"
    "投入3亿元改造乡镇卫生院。\n"
    "支持湘雅医院争创国家医学中心。\n"
    "向12个脱贫县选派骨干医师150人。\n"
    "到2025年，长沙人均预期寿命达到81岁。\n"
    "衡阳市康复医院迁建项目终止。\n"
    "湘潭市口腔医院新院区开诊推迟到2025年。\n"
    "湘潭市下转患者4100人次。\n"
    "湘潭市牙病中心尚未开工。\n"
    "长株潭三市各培训药师20名。\n"
    "衡阳市急救站6月启用。\n"
    "株洲、湘潭、浏阳河三市各设针灸馆1家。\n"
    "湘潭市脑病中心推迟到2025年开工。\n"
    "长沙市居民医保财政补助每人700元，个人缴费400元。\n"
    "湘潭市养老床位补贴提高50元。\n"
    "湘潭市有三级甲等医院3家。\n"
    "全省培训护理员200名。\n"
    "三年内培训护理员900名。\n",
    "zh",
    title="湖南省2024年卫生工作安排",
    place="430000",
    date="2024-02-01",
)
REVIEW = Document(
    "Changsha reports on 2023\n"
    "Infant mortality fell from 3.6 per 1,000 in 2018 to 2.4 per 1,000, and life expectancy rose to 80.1 years.\n"
    "In Zhuzhou infant mortality stood at 2.9 per 1,000.\n"
    "Changsha built 5 county medical sub-centers and trained 640 rural doctors.\n"
    "Ningxiang was named a pilot county for family bed services.\n"
    "Changsha did away with 3 telephone helplines, now called off.\n"
    "Changsha Central Hospital has opened an internet hospital.\n"
    "Zhang Hua, deputy director of the Changsha Municipal Health Commission, presented the figures.\n",
    "en",
    title="Changsha reports on 2023",
    place="430100",
    date="2024-01-20",
)
EARLIER = Document(
    "湖南省2023年卫生工作安排\n建设省级、市级临床重点专科30个、60个。\n全省新建互联网医院12家。\n",
    "zh",
    title="湖南省2023年卫生工作安排",
    place="430000",
    date="2023-02-01",
)
NEARBY = Document(
    "衡阳市推进家庭医生签约\n市卫生健康委主任李强介绍，全市组建家庭医生团队210个。\n",
    "zh",
    title="衡阳市推进家庭医生签约",
    place="430400",
    date="2024-03-01",
)
MEETING = Document(
    "Zhuzhou holds its health meeting\n"
    "Deng Tao, secretary of the party group and director of the Municipal Health Commission, opened it.\n"
    '"Much is left to do," said Wang Lan, deputy head of the commission.\n',
    "en",
    title="Zhuzhou holds its health meeting",
    place="430200",
    date="2024-03-10",
)
HUNAN, CHANGSHA, ZHUZHOU, XIANGTAN, NINGXIANG = ("430000",), ("430100",), "430200", "430300", ("430182",)
_PEOPLE = (("Zhang Hua", "deputy director", "Changsha Municipal Health Commission"),)


def term(id: str) -> Measure:
    found = vocabulary().terms[id]
    return Measure(found.id, found.zh, found.en, found.kind)


def says(
    document: Document,
    quote: str,
    status: Any,
    about: Measure,
    *,
    persons: Any = (),
    actor: str | None = None,
    **more: Any,
) -> Statement:
    start = document.text.index(quote)
    label = (about.zh if document.lang == "zh" else about.en) or ""
    piece = Evidence(document.id, start, start + len(quote), quote, "test", label, actor=actor, persons=persons)
    return Statement(status, about, evidence=(piece,), **more)


def _plan() -> Iterator[Statement]:
    due: dict[str, Any] = {"period": "2024"}
    center, online = term("national-regional-medical-center"), term("internet-hospital")
    key = term("key-clinical-specialty")
    quote = "争取心血管、神经国家区域医疗中心落户长沙、株洲"
    yield says(PLAN, quote, "sought", center, level="national", places=("430100", ZHUZHOU), **due)
    yield says(PLAN, "全省新建互联网医院20家以上", "planned", online, value=20.0, comparator="ge", places=HUNAN, **due)
    yield says(PLAN, "其中长沙4家", "planned", online, value=4.0, places=CHANGSHA, part="part", **due)
    shared: dict[str, Any] = {"each": True, "part": "part", "places": (ZHUZHOU, XIANGTAN)}
    yield says(PLAN, "株洲、湘潭各3家", "planned", online, value=3.0, **shared, **due)
    tiers = "建设省级、市级临床重点专科30个、60个"
    yield says(PLAN, tiers, "planned", key, value=30.0, level="provincial", places=HUNAN, **due)
    yield says(PLAN, tiers, "planned", key, value=60.0, level="municipal", places=HUNAN, **due)
    paying = Measure(None, zh="移动支付")
    share: dict[str, Any] = {"value": 80.0, "unit": "percent", "comparator": "ge", "period": "2024-09"}
    yield says(PLAN, "80%以上的二级医院9月底前开通移动支付", "planned", paying, places=HUNAN, **share)
    money: dict[str, Any] = {"value": 3e8, "unit": "CNY"}
    yield says(PLAN, "投入3亿元改造乡镇卫生院", "planned", Measure(None, zh="投入资金"), places=HUNAN, **money, **due)
    named: dict[str, Any] = {"organizations": ("湘雅医院",), "places": HUNAN, "level": "national"}
    yield says(PLAN, "支持湘雅医院争创国家医学中心", "sought", term("national-medical-center"), **named, **due)
    sent = Measure(None, zh="选派骨干医师")
    by: dict[str, Any] = {"actor": "省卫生健康委", "value": 150.0, "places": HUNAN}
    yield says(PLAN, "向12个脱贫县选派骨干医师150人", "planned", sent, **by, **due)
    goal: dict[str, Any] = {"value": 81.0, "unit": "years", "period": "2025", "places": CHANGSHA}
    yield says(PLAN, "长沙人均预期寿命达到81岁", "planned", term("life-expectancy"), **goal)
    later: dict[str, Any] = {"places": (XIANGTAN,), "organizations": ("湘潭市口腔医院",), "period": "2025"}
    yield says(PLAN, "湘潭市口腔医院新院区开诊推迟到2025年", "planned", Measure(None, zh="新院区"), **later)
    down: dict[str, Any] = {"places": (XIANGTAN,), "value": 4100.0, "period": "2023"}
    yield says(PLAN, "湘潭市下转患者4100人次", "achieved", Measure(None, zh="下转患者"), **down)
    best: dict[str, Any] = {"value": 3.0, "places": (XIANGTAN,), "period": "2023"}
    yield says(PLAN, "三级甲等医院3家", "achieved", term("grade-3a-hospital"), **best)
    carers = Measure(None, zh="培训护理员", en="training of care workers")
    yield says(PLAN, "全省培训护理员200名", "planned", carers, value=200.0, places=HUNAN, **due)
    yield says(PLAN, "三年内培训护理员900名", "planned", carers, value=900.0, places=HUNAN, **due)
    raised: dict[str, Any] = {"value": 50.0, "unit": "CNY", "change": "increase", "places": (XIANGTAN,), **due}
    yield says(PLAN, "养老床位补贴提高50元", "planned", Measure(None, zh="养老床位补贴"), **raised)
    paid: dict[str, Any] = {"unit": "CNY", "places": CHANGSHA, **due}
    quote, subsidy = "长沙市居民医保财政补助每人700元", term("resident-insurance-subsidy")
    yield says(PLAN, quote, "planned", subsidy, value=700.0, **paid)
    yield says(PLAN, "个人缴费400元", "planned", Measure(None, zh="居民医保个人缴费"), value=400.0, **paid)
    yield says(PLAN, "湘潭市牙病中心", "achieved", Measure(None, zh="牙病中心"), places=(XIANGTAN,), period="2023")
    brain = Measure(None, zh="脑病中心")
    yield says(PLAN, "湘潭市脑病中心推迟到2025年开工", "planned", brain, places=(XIANGTAN,), period="2025")
    three: dict[str, Any] = {"value": 20.0, "each": True, "places": ("430100", ZHUZHOU, XIANGTAN)}
    yield says(PLAN, "长株潭三市各培训药师20名", "planned", Measure(None, zh="培训药师"), **three, **due)
    yield says(PLAN, "衡阳市急救站6月启用", "planned", term("emergency-station"), places=("430400",), **due)
    two: dict[str, Any] = {"each": True, "value": 1.0, "places": (ZHUZHOU, XIANGTAN)}
    yield says(PLAN, "株洲、湘潭、浏阳河三市各设针灸馆1家", "planned", Measure(None, zh="针灸馆"), **two, **due)
    moved = Measure(None, zh="康复医院迁建项目")
    yield says(PLAN, "衡阳市康复医院迁建项目终止", "withdrawn", moved, places=("430400",))


def _review() -> Iterator[Statement]:
    done: dict[str, Any] = {"period": "2023"}
    infant = term("infant-mortality")
    fallen: dict[str, Any] = {"value": 2.4, "unit": "permille", "baseline": Baseline(3.6, "2018")}
    quote = "Infant mortality fell from 3.6 per 1,000 in 2018 to 2.4 per 1,000"
    yield says(REVIEW, quote, "achieved", infant, places=CHANGSHA, persons=_PEOPLE, **fallen, **done)
    years: dict[str, Any] = {"value": 80.1, "unit": "years", "places": CHANGSHA}
    yield says(REVIEW, "life expectancy rose to 80.1 years", "achieved", term("life-expectancy"), **years, **done)
    other: dict[str, Any] = {"value": 2.9, "unit": "permille", "places": (ZHUZHOU,)}
    yield says(REVIEW, "In Zhuzhou infant mortality stood at 2.9 per 1,000", "achieved", infant, **other, **done)
    five: dict[str, Any] = {"value": 5.0, "level": "county", "places": CHANGSHA}
    yield says(
        REVIEW, "built 5 county medical sub-centers", "achieved", term("county-medical-sub-center"), **five, **done
    )
    doctors: dict[str, Any] = {"value": 640.0, "places": CHANGSHA}
    yield says(REVIEW, "trained 640 rural doctors", "achieved", Measure(None, en="rural doctors"), **doctors, **done)
    pilot = Measure(None, en="pilot county for family bed services")
    yield says(
        REVIEW,
        "Ningxiang was named a pilot county for family bed services",
        "achieved",
        pilot,
        places=NINGXIANG,
        **done,
    )
    ended: dict[str, Any] = {"value": 3.0, "places": CHANGSHA}
    quote = "Changsha did away with 3 telephone helplines, now called off"
    yield says(REVIEW, quote, "achieved", Measure(None, en="telephone helplines"), **ended, **done)
    opened: dict[str, Any] = {"organizations": ("Changsha Central Hospital",), "places": CHANGSHA}
    quote = "Changsha Central Hospital has opened an internet hospital"
    yield says(REVIEW, quote, "achieved", term("internet-hospital"), **opened, **done)


def _earlier() -> Iterator[Statement]:
    due: dict[str, Any] = {"period": "2023", "places": HUNAN}
    tiers, key = "建设省级、市级临床重点专科30个、60个", term("key-clinical-specialty")
    yield says(EARLIER, tiers, "planned", key, value=30.0, level="provincial", **due)
    yield says(EARLIER, tiers, "planned", key, value=60.0, level="municipal", **due)
    yield says(EARLIER, "全省新建互联网医院12家", "planned", term("internet-hospital"), value=12.0, **due)


def _nearby() -> Iterator[Statement]:
    head = (("李强", "主任", "市卫生健康委"),)
    team: dict[str, Any] = {"value": 210.0, "places": ("430400",), "persons": head}
    yield says(NEARBY, "组建家庭医生团队210个", "achieved", Measure(None, zh="家庭医生团队"), **team)


@pytest.fixture(scope="session")
def hunan(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A plan, the plan of the year before, and a city's report in English, in an embedded store."""
    folder: Path = tmp_path_factory.mktemp("hunan")
    with open_store(Settings(data=folder)) as store:
        store.write(PLAN, tuple(_plan()))
        store.write(REVIEW, tuple(_review()))
        store.write(EARLIER, tuple(_earlier()))
        store.write(NEARBY, tuple(_nearby()))
        store.write(MEETING, ())
        yield store
