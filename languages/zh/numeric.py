"""Readings with a number: each amount with its noun, tier, places, date and status."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from languages.reading import Reading
from languages.zh.amounts import Group, groups
from languages.zh.circumstances import reading_of
from languages.zh.clauses import Clause
from languages.zh.heads import GENERIC, each_of, head_of, rates
from languages.zh.measures import is_foreign, is_health, mentions_health
from languages.zh.phrases import before
from languages.zh.sentence import Head, Sentence, State, within
from languages.zh.terms import per_head, with_head
from languages.zh.vectors import Headed, vector
from ontology.vocabulary import vocabulary

_LEVEL_FOLLOWS = re.compile(r"[、,]?(?:达到|达|升至|增至|提高到|降至|为|至|总数达到?)(?:了|约)?")


_PARTNERS = re.compile(r"分别(?:与|同|和|由|向|对)")


_EMPTY = re.compile(
    r"(?:指标|方面|问题|环节|措施|举措|任务|类|种|领域|部门|单位|地方|机制|重点|人|的|”|“|大类|主要指标|目标任务|重点任务|事项|层面|维度|步骤|要点|补贴|政策|制度|大|县|市|区|旗|乡镇|村|省|州|街道|设区市|地区|城市|品种|项目|网络|小组|片区|梯队|批次|档|计算|测算)+[^一-龥]*"
)


_ADVERBS = frozenset({"基本", "完成", "惠及", "开发", "事", "全面", "目标", "任务"})
_OTHER_SECTOR = re.compile(r"养老保险|失业保险|工伤保险|低保|义务教育|农产品|动物|车辆|企业职工")


def numeric(sentence: Sentence, clause: Clause, state: State) -> list[Reading]:
    """The readings of a clause's amounts; `state` learns what later clauses inherit."""
    readings: list[Reading] = []
    pending: list[int] = []  # readings whose head comes later: 2个国家级和11个省级区域医疗中心
    shared: str | None = None  # 每千人口 said once holds for what is listed after it
    found = groups(sentence, clause)
    if not found:
        return readings
    for i, group in enumerate(found):
        if _is_unrecorded(sentence, found, i, state):
            head = head_of(sentence, group, state)[0]
            state.measure = head if head and head.label else state.measure
            continue
        for reading, head in read_group(sentence, clause, group, state):
            if (
                head
                and shared
                and not head.denominator
                and head.kind in ("staff", "indicator", "equipment", None)
                and reading.unit == "count"
            ):
                head = per_head(head, shared)
            shared = head.denominator if head else shared
            if head is None:
                pending.append(len(readings))
                readings.append(reading)
                continue
            head = of_document(sentence, clause, on_topic(sentence, group, for_purpose(sentence, clause, head), state))
            readings.append(with_head(reading, head))
            if pending and head.label:
                for i in pending:
                    readings[i] = with_head(readings[i], head, keep_level=True)
                pending.clear()
            state.measure, state.counted = head, True
    if _are_partners(sentence, clause):
        readings = [r.but(level=None, label=r.label.removesuffix("分别")) for r in readings]
    bare = state.measure is None and sentence.context.date is None  # a phrase on its own, of no document
    kept = [r for r in readings if r.label or r.measure or bare]
    return [
        r
        for r in kept
        if (r.measure or r.part or r.each or not (_EMPTY.fullmatch(r.label) or r.label in _ADVERBS))
        and not r.label.endswith("实事")
    ]


def _are_partners(sentence: Sentence, clause: Clause) -> bool:
    """三家医院分别与18家卫生院: "separately with" maps no number to a member."""
    return bool(_PARTNERS.search(sentence.text, clause.start, clause.end))


_EXACT_NEXT = re.compile(r",(?:达到?|为|占)(?:了)?\d")  # 占比首次过半,达到52.3%


def _is_unrecorded(sentence: Sentence, found: list[Group], i: int, state: State) -> bool:
    """An increase beside the level reached: 提高1.1岁、达到78.9岁; 9341个,增长17%."""
    group = found[i]
    if group.amounts[0].quantity.rule == "half" and _EXACT_NEXT.match(sentence.text, group.amounts[0].quantity.end):
        return True
    if all(a.quantity.change == "level" for a in group.amounts):
        return False
    if i + 1 < len(found) and _LEVEL_FOLLOWS.fullmatch(
        sentence.text[group.amounts[-1].quantity.end : found[i + 1].amounts[0].quantity.start]
    ):
        return True
    if re.search(r"[价幅]", sentence.text[group.left[1] : group.amounts[0].quantity.end]) or re.search(
        r"[价幅]", sentence.text[slice(*group.left)][-3:]
    ):
        return False
    if within(sentence.places, *group.left):
        return False  # 仙游县升了0.3个百分点: a change of another place
    left = before(sentence, *group.left).text(sentence)
    return (
        state.measure is not None
        and state.counted
        and (GENERIC.fullmatch(left) is not None or left in ("同比", "上年", "上年同期"))
    )


_WEAK = re.compile(r"[^a-zA-Z]{0,5}")
_OWN_NOUN = re.compile(r"[县市区乡镇村]|补助|资金|选派|[上下]转|培训|人才|专家|志愿者")


_ACTIONS = frozenset({"接种", "筛查", "检查", "体检", "培训", "手术", "救治", "签约", "检测"})


def on_topic(sentence: Sentence, group: Group, head: Head, state: State) -> Head:
    """限额, 用量, 支出 alone say little: the term named before them in the sentence goes in front."""
    heading = sentence.context.heading
    acted = sentence.terms.before(group.left[0]) if head.id is None and head.label in _ACTIONS else ()
    if acted and (topic := sentence.text[acted[-1].start : acted[-1].end]) and is_health(topic):
        kind, id = acted[-1].candidates[0]
        label = topic if topic.endswith(head.label) else topic + head.label
        return replace(
            head, label=label, id=id if kind == "service" else None, kind=kind if kind == "service" else None
        )
    if heading and head.id is None and len(head.label) > 1 and heading[1].endswith(head.label):
        return replace(head, id=heading[0], label=heading[1])
    known = sentence.context.health or heading or _OF_SOMETHING.search(head.label)
    if head.id or not known or not _is_weak(head.label):
        return head
    ahead = sentence.terms.before(group.left[0])
    topic = (
        sentence.text[ahead[-1].start : ahead[-1].end]
        if ahead
        else state.measure.label
        if state.measure and (state.measure.id or is_health(state.measure.label))
        else ""
    )
    topic = topic or (heading[1] if heading else "")
    if not topic and head.label == "病例" and (own := before(sentence, *group.left).text(sentence)):
        return replace(head, label=own + head.label)
    if (
        len(topic) > _LONGEST_TOPIC
        or not topic
        or topic in head.label
        or not (sentence.context.health or is_health(topic))
    ):
        return head
    if head.label.startswith("每"):
        return replace(head, label=head.label + topic)
    if head.label.startswith(("检出", "阳性")):
        topic = _EXAMINED.sub("", topic)
    return replace(head, label=_RATE_NAME.sub("", topic) + head.label)


_LONGEST_TOPIC = 14
_EXAMINED = re.compile(r"(?:人群)?(?:免费)?(?:筛查|检查|检测)$")  # 包虫病筛查: its 检出率 is of 包虫病


_OF_SOMETHING = re.compile(r"(?:率|比例|占比|剂次|人次|病例)$")
_RATE_NAME = re.compile(r"(?:报告)?(?:发病率|死亡率|患病率)$")


_SUM = re.compile(r"(?:[一-龥]{0,6}财政)?(?:安排|投入|拨付|下达|下拨|筹集|落实|争取|补助)?(?:专项)?(?:资金|经费)")
_PURPOSE = re.compile(
    r",(?:全部|专项|重点|主要)?(?:用于|解决|支持|补助|资助|帮助)(?P<noun>[^,;。]{4,26}?)(?:的?问题|建设)?(?=[,;。]|$)"
)


def for_purpose(sentence: Sentence, clause: Clause, head: Head) -> Head:
    """中央财政安排429亿元,解决退休人员医疗保险问题: a sum is named by what the next clause says that it is for."""
    match = _PURPOSE.match(sentence.text, clause.end) if head.id is None and _SUM.fullmatch(head.label) else None
    if match is None or not is_health(match["noun"]):
        return head
    return replace(head, label=match["noun"])


def _is_weak(label: str) -> bool:
    return bool(
        _WEAK.fullmatch(label) and not _EMPTY.fullmatch(label) and not _OWN_NOUN.search(label) and not is_health(label)
    )


_PILOT = re.compile(r"试点|推荐|择优|纳入")
_DIVISION = re.compile(r"(?:试点)?(?:县|市|区|州|地区|统筹区)(?:\([^)]*\))?(?:[为是]?(?:第.批)?试点.*)?")


def of_document(sentence: Sentence, clause: Clause, head: Head) -> Head:
    """6个县为第二批试点县 in a notice of a pilot: the pilot is the measure."""
    topic = sentence.context.topic
    if (
        head.id
        or topic is None
        or not _DIVISION.fullmatch(head.label)
        or not _PILOT.search(sentence.text, clause.start, clause.end)
    ):
        return head
    return replace(head, id=topic[0], label=topic[1])


def read_group(sentence: Sentence, clause: Clause, group: Group, state: State) -> list[Headed]:
    if len(group.amounts) > 1:
        mapped = vector(sentence, clause, group, state)
        if mapped:
            return mapped
    listed = each_of(sentence, group)
    if listed:
        return [
            (r, h) for h in listed if (r := reading_of(sentence, clause, group.amounts[0], group, state, *group.left))
        ]
    shared = rates(sentence, group)
    if shared:
        return [
            (r, h) for h in shared if (r := reading_of(sentence, clause, group.amounts[0], group, state, *group.left))
        ]
    head, start, end, level = head_of(sentence, group, state)
    out: list[Headed] = []
    for amount in group.amounts:
        reading = reading_of(sentence, clause, amount, group, state, start, end)
        if reading is None:
            continue
        out.append((reading.but(level=level) if level else reading, head))
    return out


_PENALTY = re.compile(r"罚款|处以[一二三四五六七八九十\d]|并处[一二三四五六七八九十\d]|没收|吊销")
_SUBSIDY = re.compile(r"补助$|奖补|(?:财政|人均)补助|补助标准|报销|缴费标准")
_SAVED = re.compile(r"节约|节省|减负|负担|让利|赔付|垫付|减轻")


def about_health(sentence: Sentence, clause: Clause, readings: list[Reading]) -> list[Reading]:
    """The readings of a clause that belong here: the measure is a term, or its words are not of roads, schools and
    harvests and the document, or at least the clause, is about health."""
    words = _Words(sentence, clause)
    return [r for r in readings if _is_about_health(r, words)]


@dataclass(frozen=True)
class _Words:
    """What the words of a clause are about, whatever is read of it; each is looked for once."""

    sentence: Sentence
    clause: Clause

    @cached_property
    def punish(self) -> bool:
        return _PENALTY.search(self.sentence.text, self.clause.start, self.clause.end) is not None

    @cached_property
    def said_before(self) -> bool:
        """Whether they, or those before them, are about health."""
        return mentions_health(self.sentence.text[: self.clause.end])

    @cached_property
    def only_health(self) -> bool:
        near = self.sentence.text[max(0, self.clause.start - 30) : self.clause.end]
        return mentions_health(near) and not is_foreign(near)

    @cached_property
    def health(self) -> bool:
        return mentions_health(self.sentence.text[self.clause.start : self.clause.end])


def _is_about_health(reading: Reading, words: _Words) -> bool:
    term = vocabulary().terms.get(reading.measure or "")
    if term and not term.general:
        return not (reading.value is not None and _OTHER_SECTOR.search(reading.label))
    if words.punish or is_foreign(reading.label):
        return False
    if _SAVED.search(reading.label) and words.said_before:
        return True
    if _SUBSIDY.search(reading.label) and words.only_health:
        return True
    return (
        words.sentence.context.health
        or is_health(reading.label)
        or (words.health and not reading.rule.endswith("open"))
    )
