"""What is counted: a noun phrase linked to a term of the vocabulary, its tier and its specialty; or left open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from languages.recognize import Label
from languages.spans import Spans
from languages.zh.lexicon import alternation, inverted, lexicon
from ontology.codes import Level
from ontology.vocabulary import vocabulary

NO_TERMS = frozenset({"place", "group", "hospital", "specialty"})


def is_term(label: Label) -> bool:
    """Whether a label stands for a term that can be measured or named."""
    return any(kind not in NO_TERMS for kind, _ in label.candidates)


# each alternative of these two begins with a character of its own: a search leaps from one such character to the next
_HEALTH = re.compile(
    r"医(?!药产业|药工业)|药(?!材产业|用植物|业产值|企)|卫生(?!间|厕|户厕)|健康(?!发展|有序|成长|运行|稳定|向上|的?营商)|疾(?!驰)|病(?!虫|险|死猪)|诊(?!断企)|护理|疗(?!养)|疫(?!情影响|后)|救治|院区|床位|托位|托育|残疾|康复"
    r"|养老|婴|孕|产妇|分娩|妇幼|血液|献血|急救|门诊|住院|两癌|筛查|接种|生育|照护|寿命|健身|心理|预约挂号|号源|转诊|器官|癌|结核|近视|儿科|护士|妇产|肿瘤|传染|血压|血糖|糖尿|卒中|心脑|透析|疟|麻醉|影像|体检|患者|重复检查|检查检验|急救|就诊|防疫|公卫|三明|处方|重点专科|优势专科|特色专科|老年友好|适老化|失能"
)
_NOT_HEALTH = re.compile(
    r"动物(?:疫|防疫)|植物|病虫|农药|兽|生猪|农机|疫情冲击|体检中心站|车辆|无害化|猪|禽|牛|羊|苗木|药都|养老金|养老保险|养老产业|残疾人(?!康复|托养|护理|医)|卫生厕所|生态环境|污染|水质|河湖|信用体检|企业体检|城市体检|县城体检|城区体检|常住人口|户籍人口|总人口|人口规模|固定资产投资(?<!健康固定资产投资)(?<!卫生固定资产投资)(?<!医疗固定资产投资)|民宿|物流|研学|农户|废水|绿地|义务教育|经济总量|居民收入|增收|供水|城镇化|用水量|能耗|公益性岗位|济总量|精简文件|公厕|食堂|文旅|印数|步道|班次|公交|文化馆|图书馆|博物馆|公园|道路|公路|铁路|桥梁|地铁|水库|绿化|商场|住房|校舍|体育场|茶园|耕地|生产总值|绿道|停车|农田|旅游|景区|游客|企业|税费|投资额|上市公司|GDP|营商|产业链|贸易|出口|粮食|学位|学校(?!医|卫|健)|中小学|幼儿园(?!.{0,2}托)|就业|养殖|农业|林草|森林|电站|装机|产值|增加值|失业|教师|基本养老|夫妇|之家.?床位|孩子的|小区|汽车|财政收入|避难|产量|销量|棚户|供水|文化惠民|高校|燃气|充电桩|基站|文物|演出|赛事|旅客|航班|快递|签约项目|揽金|人才网|浏览|债券|消费券|营业收入"
)


_FALSE_FRIENDS = re.compile(
    r"生物医药|医药(?:健康)?产业|医药制造|医疗器械(?:产业|制造)|健康(?:发展|有序|成长|运行|稳定|向上)|健康产业|卫生间|医药化工|医药企业|奶粉|大健康|心理预期|药材|医药园|医工"
)


@lru_cache(maxsize=1024)
def is_health(text: str) -> bool:
    """Whether a phrase is about health care; roads, schools, harvests and herds are not."""
    return bool(_HEALTH.search(_FALSE_FRIENDS.sub("", text))) and not _NOT_HEALTH.search(text)


def mentions_health(text: str) -> bool:
    """Whether anything in a stretch is about health care, whatever else is in it."""
    return bool(_HEALTH.search(_FALSE_FRIENDS.sub("", text)))


def is_foreign(text: str) -> bool:
    """Whether a phrase names what is surely not health care."""
    return bool(_NOT_HEALTH.search(text) or _FALSE_FRIENDS.search(text))


@dataclass(frozen=True, slots=True)
class Named:
    """A noun phrase read: the term that heads it (or None), its tier, specialty, and what it says."""

    label: str
    id: str | None = None
    kind: str | None = None
    level: Level | None = None
    specialty: str | None = None


@cache
def _levels() -> tuple[re.Pattern[str], dict[str, str]]:
    words = lexicon()["levels"]
    strong = {level: [w for w in ws if w.endswith("级") or len(w) > 1] for level, ws in words.items()}
    return re.compile(alternation(w for ws in strong.values() for w in ws)), inverted(strong)


_BARE_LEVEL = re.compile(r"^(国|省|市|州|县|区|乡|镇|村)$")
_BARE = {
    "国": "national",
    "省": "provincial",
    "市": "municipal",
    "州": "municipal",
    "县": "county",
    "区": "county",
    "乡": "township",
    "镇": "township",
    "村": "village",
}
_PREFIX = re.compile(r"^(?:省(?=区域|医学|临床|重点|级)|市(?=级)|自治区(?=区域))")


def level_of(text: str) -> Level | None:
    """The tier that a phrase is, or begins with: 省级, 国家, 县域; None if it has none."""
    if _BARE_LEVEL.match(text):
        return _BARE[text]  # type: ignore[return-value]
    pattern, table = _levels()
    match = pattern.search(text)
    if match:
        return table[match[0]]  # type: ignore[return-value]
    return "provincial" if _PREFIX.match(text) else None


def only_level(text: str) -> Level | None:
    """The tier if the phrase says nothing else: the head is elsewhere (国家级 of 2个国家级和11个省级…)."""
    if _BARE_LEVEL.match(text):
        return _BARE[text]  # type: ignore[return-value]
    pattern, table = _levels()
    match = pattern.fullmatch(text.removesuffix("的"))
    return table[match[0]] if match else None  # type: ignore[return-value]


_TIER_BEFORE = re.compile(r"(?:国家级|全国|省级|自治区级|市级|州级|县级)$")
_NAMED_TIER = re.compile(r"国家级?|省级|市级|县级")
_QUALITY = tuple("率 比例 占比 比重 价格 收入 支出 用量 限额 面积 经费 费用 满意度 编制 时间 资格".split())
_UNDERTAKING = tuple("工程 行动 计划 专项 改革 基地 条例 平台 网络 数据库 攻关 运动 中心".split())
_OWN_TAIL = re.compile(
    r"(?:建设|试点|改革|项目|服务|工作|体系|制度|机制|行动|工程|计划|能力|提升|扩容|促进|实施|综合|高质量|发展|专项|管理|防治|扩面|提质|基地)*"
)


def is_other(kind: str, tail: str) -> bool:
    """Whether what follows a term makes another thing of it: 医疗器械价格, 家庭医生“签约有感”行动."""
    if kind == "indicator" or not tail:
        return False
    if tail.endswith(_QUALITY):
        return True
    return tail.endswith(_UNDERTAKING) and not (
        kind in ("programme", "designation", "reform", "service") and _OWN_TAIL.fullmatch(tail)
    )


def named(text: str, start: int, end: int, labels: Spans[Label]) -> Named:
    """Read the noun phrase `text[start:end]`: its last term is its head."""
    phrase = text[start:end]
    inside = labels.within(start, end)
    specialty = next((id for x in inside for kind, id in x.candidates if kind == "specialty"), None)
    heads = [(x, kind, id) for x in inside for kind, id in x.candidates if kind not in NO_TERMS]
    if not heads:
        return Named(phrase, level=_level_word(phrase), specialty=specialty)
    label, kind, id = max(heads, key=lambda h: (h[1] == "indicator", h[0].end, h[0].end - h[0].start))
    if is_other(kind, text[label.end : end]):
        return Named(phrase, level=_level_word(phrase), specialty=specialty)
    term = vocabulary().terms[id]
    level = term.level if kind != "indicator" else None
    if kind == "staff":
        tier = _TIER_BEFORE.search(text[max(start, label.start - 6) : label.start])
        level = _level_word(tier[0]) if tier else None
    if kind not in ("indicator", "staff", "money", "equipment"):
        prefix = text[max(start, label.start - 6) : label.start]
        level = _level_word(prefix) or _level_word(text[label.start : label.end]) or level
    if specialty and (tier := _NAMED_TIER.match(phrase)):
        tiered = vocabulary().term_by_label(tier[0] + text[label.start : label.end], "zh")
        id, kind = (tiered.id, tiered.kind) if tiered else (id, kind)
    return Named(phrase, id, kind, level, specialty)


@lru_cache(maxsize=1024)
def _level_word(text: str) -> Level | None:
    """A tier word in a phrase, not one that ends a place's name (四川省, 宣汉县)."""
    pattern, table = _levels()
    found = None
    for match in pattern.finditer(text):
        if match[0] in ("村", "乡镇", "街道") or text[match.end() : match.end() + 2].startswith(("以上", "及以")):
            continue
        found = table[match[0]]
    if found is None and _PREFIX.match(text):
        return "provincial"
    return found  # type: ignore[return-value]
