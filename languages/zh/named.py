"""Readings without a number: a named programme, designation or reform with a verb of doing; full coverage."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from languages.mention import Span
from languages.reading import Reading
from languages.recognize import Label
from languages.zh import status as zh_status
from languages.zh.clauses import Clause
from languages.zh.lexicon import alternation, lexicon
from languages.zh.measures import is_health, mentions_health, named
from languages.zh.phrases import before, parts
from languages.zh.places import narrowest
from languages.zh.sentence import Sentence, State, within
from ontology.codes import Comparator, Level
from ontology.vocabulary import vocabulary

_NAMEABLE = frozenset({"programme", "facility", "designation", "reform", "service"})
_DESIGNATED = re.compile(
    r"(?:获评|入选|列入|列为|确定为|评为|晋升为?|升级为|创成|创建成?|争创|获批|通过|成为|纳入|命名为|认定为|被授予|获得|升格为|达到|建成|争取|申报|落户|作为|为(?=第.批|国家|全国|省级|首批)|挂牌)"
)
_ALL = re.compile(r"全覆盖|全部|所有|(?<![平人户村])均(?!衡|等)|县县有|应[^,]{1,2}尽[^,]{1,2}|(?<!首)都(?!市|会|江)")
_HEADS = "工程|行动|计划|试点|改革|示范区|试验区|先行区|先导区|专项|制度|条例|基地|中心|平台|机制|体系|联盟|示范县|示范市|示范项目|攻关|运动|品牌|保险|医院|院区|项目|网络|服务圈|目录|标准|规范|办法|规划|方案|病房|门诊|专科|学科|试验县|试点县|试点市|强县|政策|体检|筛查|互认|结算"
_OPEN = re.compile(
    r"(?P<verb>开工建设|改扩建|扩建|迁建|新建|启用|投用|实施|开展|推进|推动|启动|推行|推广|建立健全|建立|建设|打造|组建|争创|争取|创建|制定|出台|获批|入选|建成|深化|落实|构建|布局|设立|设置|探索|申报|筹建|规划建设|推出|完善|健全|组织|举办|落实好|用好|建好用好|建好|做实|编制|修订|开设|开通|搭建|加快|支持|实行|全面|发展|培育|鼓励|完成|扩大|试行|执行)(?:好|了|一批|若干|部分)?"
    rf"(?P<noun>[^,;。:!?、]{{2,28}}?(?:{_HEADS})(?:建设|试点|改革|项目|提升|升级)?)(?=[,;。:!?、)]|和|及|与|$|建设|试点|工作|落地|等|实施|改造|发展)"
)  # fmt: skip
_ANOTHER = re.compile(r"及|、|和|与")
_QUOTED = re.compile(
    r"[“《](?P<noun>[^”》]{2,24})[”》](?P<head>(?:[一-龥]{0,8}?)(?:行动|工程|计划|服务|模式|机制|体系|试点|改革|管理|结算|筛查|互认|专项|活动|制度|基地|平台|医院))?"
)
_GENERAL = re.compile(
    r"^(?:(?:医疗|卫生|健康|医院|医药|服务|公共|体系|制度|机制|工作|质量|能力|管理|中心|政策|标准|改革|发展|建设|事业|重点|综合|基层|各级|相关|有关)+)$"
)


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(alternation(w for w in lexicon()["verbs"] if len(w) > 1))


_NOUN_TAIL = re.compile(
    r"(?:医院|机构|卫生院|中心|项目|工程|试点|改革|院区|基地|建设|计划|合并|迁建|事项|方案|服务|资格)"
)


def dropped(sentence: Sentence, clause: Clause, state: State) -> list[Reading]:
    """What is withdrawn and has no term: the noun phrase before the word that withdraws it."""
    cue = zh_status.status(sentence.text[clause.start : clause.end])
    if not cue or cue.status != "withdrawn":
        return []
    end = clause.start + cue.start
    phrase = before(sentence, clause.start, end)
    noun = phrase.text(sentence)
    reason = re.search(r"(?:因|由于|经|被|予以|已|宣布).{0,16}$", noun)
    stop = phrase.start + reason.start() if reason and reason.start() > 2 else phrase.end
    if not _NOUN_TAIL.search(sentence.text[phrase.start : stop]) or not is_health(sentence.text[clause.start : stop]):
        return []
    return [_reading(sentence, clause, phrase.start, stop, state, rule="zh.dropped")]


def all_of(sentence: Sentence, clause: Clause, taken: Sequence[Span], state: State) -> list[Reading]:
    """全覆盖, 全部, 所有 with the thing that it holds for: the term nearest to the word."""
    found: list[Reading] = []
    for match in _ALL.finditer(sentence.text, clause.start, clause.end):
        label = _nearest(sentence, clause, match)
        if (
            label is not None
            and not _overlaps(label, taken)
            and not any(r.label == sentence.text[label.start : label.end] for r in found)
        ):
            found.append(_reading(sentence, clause, label.start, label.end, state, rule="zh.all", comparator="all"))
    return found


def _nearest(sentence: Sentence, clause: Clause, match: re.Match[str]) -> Label | None:
    labels = [x for x in within(sentence.labels, clause.start, clause.end) if _term(x)]
    if match[0] == "所有":
        return next((x for x in labels if 0 <= x.start - match.end() <= 8), None)
    ahead = [
        x for x in labels if x.end <= match.start() and match.start() - x.end <= (14 if match[0] == "全覆盖" else 6)
    ]
    behind = [x for x in labels if 0 <= x.start - match.end() <= (4 if match[0] == "全覆盖" else 14)]
    if match[0] == "全覆盖":
        return ahead[-1] if ahead else next(iter(behind), None)
    particular = next((x for x in behind if not _is_generic(x)), None)
    return particular or next(iter([*reversed(ahead), *reversed(behind)]), None)


def things(sentence: Sentence, clause: Clause, taken: Sequence[Span], state: State) -> list[Reading]:
    """Known terms and open names that a verb of doing governs."""
    found: list[Reading] = []
    used: list[Span] = list(taken)
    for label in within(sentence.labels, clause.start, clause.end):
        if not _nameable(label) or _overlaps(label, used):
            continue
        if not _governed(sentence, clause, label) and not _continues(sentence, clause, label, state):
            continue
        start, end = _widened(sentence, clause, label)
        found.append(_reading(sentence, clause, start, end, state, rule="zh.named"))
        found += _of_list(sentence, clause, label, found[-1], state)
        found += _of_tiers(sentence, clause, label, found[-1])
        used.append(Span(start, end))
    for match in _OPEN.finditer(sentence.text, clause.start, clause.end):
        noun = Span(match.start("noun"), match.end("noun"))
        if _overlaps(noun, used) or _GENERAL.match(match["noun"]) or not _is_undertaking(match["verb"], match["noun"]):
            continue
        found.append(_reading(sentence, clause, noun.start, noun.end, state, rule="zh.open"))
        used.append(noun)
    return found + _quoted(sentence, clause, used, state)


def _quoted(sentence: Sentence, clause: Clause, used: list[Span], state: State) -> list[Reading]:
    """推进“千名医师下基层”行动: a name in quotes that a verb of doing governs."""
    if not mentions_health(sentence.text[clause.start : clause.end]):
        return []
    found = []
    for match in _QUOTED.finditer(sentence.text, clause.start, clause.end):
        lead = [m[0] for m in _DOING.finditer(sentence.text[max(clause.start, match.start() - 8) : match.start()])]
        start, end = match.start("noun"), match.end("head") if match["head"] else match.end("noun")
        noun = Span(start, end)
        if not lead or lead[-1] in _GENERAL_DOING or _overlaps(noun, used):
            continue
        if match["head"] or is_health(match["noun"]):
            found.append(_reading(sentence, clause, start, end, state, rule="zh.quoted"))
            used.append(noun)
    return found


_UNDERTAKING = re.compile(
    r"(?:工程|行动|计划|试点|示范区|试验区|先行区|先导区|专项|基地|中心|联盟|示范县|示范市|示范项目|攻关|运动|试验县|试点县|试点市|强县|条例|网络|平台|数据库|目录|保险|互认|图书馆|实验室)(?:建设|试点|改革|项目|提升|升级)?$"
)


_EVENTS = re.compile(
    r"(?P<noun>[^,;。:、]{2,20}?(?:医院|院区|中心|大楼|住院楼|门诊楼|综合楼|实验楼|基地|项目|工程|新址|分院|保健院|[一二三]期))(?:项目|工程|建设)?"
    r"(?:将|已|即将|预计|有望|等|陆续|全面|正式|年内|[^,;。、]{0,8}(?:年|月|月底|年底|前|末))*(?:主体(?:工程|结构)?)?(?P<event>封顶|完工|竣工|投用|投入使用|启用|开诊|开工|动工|揭牌|交付使用|投入运[行营]|建成投用|组建运行)"
)


def events(sentence: Sentence, clause: Clause, taken: Sequence[Span], state: State) -> list[Reading]:
    """市妇幼保健院新址8月启用: a place of care that is begun, finished or opened."""
    found = []
    for match in _EVENTS.finditer(sentence.text, clause.start, clause.end):
        noun = Span(match.start("noun"), match.end("noun"))
        phrase = before(sentence, noun.start, noun.end)
        if not is_health(match["noun"]) or _overlaps(noun, taken) or phrase.end - phrase.start < 3:
            continue
        found.append(_reading(sentence, clause, phrase.start, noun.end, state, rule="zh.event"))
    return found


_PARTICULAR_HOSPITAL = re.compile(
    r"(?:[省市县区州]|大学|附属|医科院|科学院|第[一二三四五六七八九十]+)[一-龥]{0,14}?(?:医院|院区|分院|保健院|疾控中心|急救中心)$"
)


def _is_undertaking(verb: str, noun: str) -> bool:
    """A thing with a name that is built or carried out; to improve a mechanism or a system is none."""
    if not is_health(noun):
        return False
    if _PARTICULAR_HOSPITAL.search(noun) and verb not in _GENERAL_DOING:
        return True
    return bool(_UNDERTAKING.search(noun)) or (
        verb in ("实施", "开展", "启动", "推行", "试行", "探索", "深化")
        and not re.search(r"(?:机制|体系|规范|标准|政策|办法)$", noun)
    )


_MEMBER = re.compile(r"^(?:[一-龥]{2,7})$")


def _of_list(sentence: Sentence, clause: Clause, label: Label, reading: Reading, state: State) -> list[Reading]:
    """重症、呼吸、血液国家区域医疗中心: the designation once for each specialty listed before it."""
    kinds = {kind for kind, _ in label.candidates}
    if not kinds & {"designation", "facility"} or _is_generic(label):
        return []
    lead = sentence.text[clause.start : label.start]
    verbs = list(_DOING.finditer(lead))
    first = clause.start + (verbs[-1].end() if verbs else 0)
    members = parts(sentence, first, label.start)
    words = [sentence.text[a:b] for a, b in members]
    if (
        len(words) < 2
        or not all(map(_MEMBER.match, words))
        or sum(_is_specialty(sentence, m) for m in members) * 2 < len(members)
    ):
        return []
    noun = sentence.text[label.start : label.end]
    start, _ = sentence.span(members[0][0], label.end)
    return [
        replace(
            reading,
            start=start,
            label=re.sub(r"等?(?:专业)?$", "", word) + noun,
            specialty=_specialty(sentence, m) or word,
        )
        for word, m in zip(words, members, strict=True)
    ]


_TIER_LIST = re.compile(r"(?:(?:国家|省|自治区|市|州|县|区)级?[、和及])+(?:国家|省|自治区|市|州|县|区)级?$")


def _of_tiers(sentence: Sentence, clause: Clause, label: Label, reading: Reading) -> list[Reading]:
    """国家和省级区域公共卫生中心: one record for each tier spelled out; the last is read already."""
    tiers = _TIER_LIST.search(sentence.text, clause.start, label.start)
    words = re.split(r"[、和及]", tiers[0]) if tiers else []
    if not words and (inner := _TIER_LIST.match(sentence.text[label.start : label.end])):
        words = re.split(r"[、和及]", inner[0])
    base = re.sub(r"^(?:国家|省|市|县)级?", "", sentence.text[label.start : label.end])
    found = []
    for word in words[:-1]:
        tier = word.removesuffix("级")
        term = next((t for w in (word, tier, tier + "级") if (t := vocabulary().term_by_label(w + base, "zh"))), None)
        level = _TIER_LEVELS.get(tier)
        found.append(replace(reading, level=level, label=word + base, measure=term.id if term else reading.measure))
    return found


_TIER_LEVELS: dict[str, Level] = {
    "国家": "national",
    "省": "provincial",
    "自治区": "provincial",
    "市": "municipal",
    "州": "municipal",
    "县": "county",
    "区": "county",
}
_SPECIALTY_WORD = re.compile(r"(?:类|病|科|学|专业|外科|内科|中心|系统|医学|疾病|肿瘤|癌|创伤|康复)$")


def _is_specialty(sentence: Sentence, member: tuple[int, int]) -> bool:
    return _specialty(sentence, member) is not None or bool(_SPECIALTY_WORD.search(sentence.text[slice(*member)]))


def _specialty(sentence: Sentence, member: tuple[int, int]) -> str | None:
    return next(
        (id for x in within(sentence.labels, *member) for kind, id in x.candidates if kind == "specialty"), None
    )


def _term(label: Label) -> bool:
    return any(kind in _NAMEABLE or kind in ("indicator", "staff") for kind, _ in label.candidates)


def _nameable(label: Label) -> bool:
    return any(kind in _NAMEABLE or id == "fifteen-minute-reach" for kind, id in label.candidates)


def _overlaps(span: Span, taken: Sequence[Span]) -> bool:
    return any(t.start < span.end and span.start < t.end for t in taken)


_EVENT_AFTER = re.compile(
    r"(?:项目)?(?:建设|试点|落户|落地|投用|开诊|启用|上线|获批|启动|开工|运行|全覆盖|扩面|提质|改革|不再|终止|取消|封顶|挂牌|施行)"
)
_DOING = re.compile(
    "实施|开展|启动|推行|建设|建成|打造|争创|创建|争取|申报|获批|入选|列为|推进|推动|推广|落实|深化|设立|设置|试点|组建|构建|建立|健全|实行|执行|扩大|探索|实现|制定|出台|修订|编制|印发|成立|挂牌|开通|上线|"
    "筹建|布局|完成|新建|改扩建|开工|落地|投用|引进|取消|降低|建好|用好|做实|普及|延伸|提供|组织|继续|参加|纳入|发放|提标|覆盖|做强|强化|加快|支持|鼓励|促进|完善|加强|提升|提高|优化|规范|巩固|加大|做好|抓好|增加|发展|培育|培养|拓展|创新|办好|参与|通过|获评|晋升|创成|确定为|评为|列入|作为|发布|开设|搭建|举办|结合|持续"
)
_SCHEME = re.compile(r"(?:保险|统筹|互认|直接结算)(?:制度)?$")
_PROGRESS = re.compile(r"[^,;。、]{0,14}?(?:扩大|铺开|落地|推进|开展|取得|施行|实施|启动|推行|落实|完成|兑现)")
_GENERAL_DOING = frozenset(
    "强化 加快 支持 鼓励 促进 完善 加强 提升 提高 优化 规范 巩固 加大 做好 抓好 增加 发展 培育 拓展 创新 参与 持续 结合 健全 继续".split()
)
_PARTICULAR = re.compile(
    r"(?:共体|联体|集团|联盟|协作网|次中心|影像云|医保云|互联网医院|社区医院|五大中心|急救中心|共享中心|公共卫生中心|儿童医学中心|救治站|院区|一中心|工作室|中医馆|癌症中心|卒中中心|胸痛中心|创伤中心|网络|基地|数据中心|委员会|康复中心|远程医疗中心)$"
)


def _is_generic(label: Label) -> bool:
    """A class of institutions (医院, 医疗机构), no undertaking: to strengthen it is no commitment of its own."""
    for kind, id in label.candidates:
        if kind == "facility" and not _PARTICULAR.search(vocabulary().terms[id].zh):
            return True
    return False


def _governed(sentence: Sentence, clause: Clause, label: Label) -> bool:
    """Whether a verb of doing stands before the label in its clause, or an event right after it."""
    text = sentence.text
    lead = text[clause.start : label.start]
    if _is_generic(label):
        return (
            bool(_DESIGNATED.search(lead[-12:]))
            and not re.search(r"[在向从与的等]$", lead)
            and _ends_phrase(sentence, clause, label)
        )
    verbs = [m[0] for m in _DOING.finditer(lead)]
    verb = next(iter(reversed(verbs)), None)
    near = {m[0] for m in _DOING.finditer(lead[-8:])}
    service = all(kind == "service" for kind, _ in label.candidates if kind in _NAMEABLE)
    if verb and service:
        return bool({verb, *near} - _GENERAL_DOING) or bool(_SCHEME.search(text[label.start : label.end]))
    if verb:
        return True
    if service and not _SCHEME.search(text[label.start : label.end]):
        return False
    return bool(_EVENT_AFTER.match(text, label.end, clause.end) or _PROGRESS.match(text, label.end, clause.end))


def _continues(sentence: Sentence, clause: Clause, label: Label, state: State) -> bool:
    """争取甲国家医学中心,乙、丙国家区域医疗中心: the list goes on past the comma, under the verb before it."""
    if clause.opens_group or not state.doing or _is_generic(label):
        return False
    lead = sentence.text[clause.start : label.start]
    designated = any(kind in ("designation", "programme") for kind, _ in label.candidates)
    return designated and len(lead) <= 12 and not _DOING.search(lead)


def _ends_phrase(sentence: Sentence, clause: Clause, label: Label) -> bool:
    """Whether the label is the object itself and not the owner of one (医院 of 医院康复科)."""
    return (
        label.end >= clause.end
        or not re.match(r"[一-龥]", sentence.text[label.end])
        or bool(_EVENT_AFTER.match(sentence.text, label.end))
    )


_TIER_TIE = re.compile(r"(?:国家级?|全国|省级?|自治区级|市级|州级|县级|区级)$")
_LIST_TIE = re.compile(
    r"(?:[一-龥]{1,6}?(?:类|病|科|学|专业)?(?:、|和|及))*[一-龥]{1,6}?(?:类|病|科|学|专业|外科|内科)?$"
)
_RIGHT_TIE = re.compile(
    r"(?:改革|试点|建设|工程|行动|计划|项目|制度|体系|服务|示范区|示范县|示范市|试验区|试验县|试点县|机制|扩面|提质)+"
)


def _widened(sentence: Sentence, clause: Clause, label: Label) -> tuple[int, int]:
    """The label with the specialty before it and the word for the undertaking after it."""
    start, end = label.start, label.end
    specialty = next(
        (x for x in sentence.labels if x.end == start and any(k == "specialty" for k, _ in x.candidates)), None
    )
    if specialty:
        start = specialty.start
    tier = _TIER_TIE.search(sentence.text, clause.start, start)
    if tier and not any(p.start < tier.end() <= p.end for p in sentence.places):
        start = tier.start()
    match = _RIGHT_TIE.match(sentence.text, end, clause.end)
    if match:
        end = match.end()
    return start, end


def _reading(
    sentence: Sentence,
    clause: Clause,
    start: int,
    end: int,
    state: State,
    *,
    rule: str,
    comparator: Comparator | None = None,
) -> Reading:
    read = named(sentence.text, start, end, sentence.labels)
    codes = _places(sentence, clause, start, end, state)
    dates = list(within(sentence.dates, clause.start, clause.end))
    if comparator is None and _ALL.search(sentence.text, max(clause.start, start - 8), min(clause.end, end + 8)):
        comparator = "all"
    s, e = sentence.span(_verb_start(sentence, clause, start), end)
    return Reading(
        start=s, end=e, rule=rule, comparator=comparator, level=read.level, measure=read.id, label=read.label,
        specialty=read.specialty, places=codes, period=dates[-1].period if dates else state.period,
        organizations=tuple(o.name for o in within(sentence.organizations, clause.start, clause.end)),
    )  # fmt: skip


def _verb_start(sentence: Sentence, clause: Clause, start: int) -> int:
    verbs = [m.start() for m in _verb().finditer(sentence.text, clause.start, start)]
    near = [v for v in verbs if start - v <= 16]
    return near[0] if near else start


def _places(sentence: Sentence, clause: Clause, start: int, end: int, state: State) -> tuple[str, ...] | None:
    named_here = [
        p
        for p in within(sentence.places, clause.start, clause.end)
        if p.start < end or not _ANOTHER.search(sentence.text, end, p.start)
    ]
    subjects = [
        p
        for p in named_here
        if p.end <= start and p.kind != "anaphor" and sentence.text[p.end : p.end + 1] not in "省市县"
    ]
    verb = next((m.start() for m in _DESIGNATED.finditer(sentence.text, clause.start, start)), None)
    if verb is not None and (chosen := [p for p in subjects if p.end <= verb]):
        named_here = chosen
    codes = tuple(sorted({c for p in named_here if p.kind != "anaphor" for c in p.codes}))
    if not codes and named_here:
        codes = named_here[-1].codes
    return narrowest(codes) or state.places
