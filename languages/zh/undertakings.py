"""Things that no term names: undertakings by their head, names in quotes, places of care opened, plans dropped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from languages.mention import Span
from languages.reading import Reading
from languages.zh import status as zh_status
from languages.zh.clauses import Clause
from languages.zh.doing import DOING, GENERAL_DOING
from languages.zh.measures import is_foreign, is_health, mentions_health
from languages.zh.phrases import before
from languages.zh.sentence import Sentence, State
from languages.zh.sites import SITE, is_site, listed_after, listed_before, name_start
from languages.zh.things import overlaps, thing

_HEADS = "工程|行动|计划|试点|改革|示范区|试验区|先行区|先导区|专项|制度|条例|基地|中心|平台|机制|体系|联盟|示范县|示范市|示范项目|攻关|运动|品牌|保险|医院|院区|项目|网络|服务圈|目录|标准|规范|办法|规划|方案|病房|门诊|专科|学科|试验县|试点县|试点市|强县|特色县|政策|体检|筛查|互认|结算|分院|新址|[一二三]期|大楼|综合楼|住院楼|研究院|实验室|控制局|疾控局|保障局|产检|前置审核|处方审核|一体化|药房|分中心|调阅|共享|互通|联通|联网"


OPEN = re.compile(
    r"(?P<verb>开工建设|全面推开|推开|整合|改扩建|扩建|迁建|新建|启用|投用|实施|开展|推进|推动|启动|推行|推广|建立健全|建立|建设|打造|组建|结成|争创|争取|争建|创建|制定|出台|获批|入选|建成|深化|落实|构建|布局|设立|设置|探索|申报|筹建|规划建设|推出|完善|健全|组织|举办|落实好|用好|建好用好|建好|做实|编制|修订|开设|开通|搭建|加快|支持|实行|全面|发展|培育|鼓励|完成|扩大|试行|执行|投运|增设|共建|实现)(?:好|了|一批|若干|部分)?"
    rf"(?P<noun>(?:(?:(?!{_HEADS})[^,;。:!?、]){{2,10}}、){{0,2}}[^,;。:!?、]{{2,28}}?(?:{_HEADS})(?:选址|迁建|扩建|改扩建|搬迁)?(?:建设|试点|改革|项目|提升|升级)?)(?=[,;。:!?、()]|和|及|与|$|建设|试点|工作|落地|落户|获批|立项|列入|纳入|等|实施|改造|发展|”)"
)  # fmt: skip


_QUOTED = re.compile(
    r"[“《](?P<noun>[^”》]{2,24})[”》](?P<head>(?:[一-龥]{0,8}?)(?:行动|工程|计划|服务|模式|机制|体系|试点|改革|管理|结算|筛查|互认|专项|活动|制度|基地|平台|医院))?"
)


_LOOSE = re.compile(r"(?:服务|模式|机制|体系|管理|活动|制度)$")


_GENERAL = re.compile(
    r"^(?:(?:医疗|卫生|健康|医院|医药|服务|公共|体系|制度|机制|工作|质量|能力|管理|中心|政策|标准|改革|发展|建设|事业|重点|综合|基层|各级|相关|有关)+)$"
)


_UNDERTAKING = re.compile(
    r"(?:工程|行动|计划|试点|示范区|试验区|先行区|先导区|专项|基地|中心|联盟|示范县|示范市|示范项目|攻关|运动|试验县|试点县|试点市|强县|特色县|条例|网络|平台|数据库|目录|一体化|产检|前置审核|处方审核|药房|分中心|改革|保险|互认|图书馆|实验室|筛查|体检|控制局|疾控局|保障局|联网)(?:建设|试点|改革|项目|提升|升级)?$"
)


_PARTICULAR_HOSPITAL = re.compile(
    r"(?:[省市县区州]|大学|附属|医科院|科学院|第[一二三四五六七八九十]+)[一-龥]{0,14}?(?:医院|院区|分院|保健院|疾控中心|急救中心)$|医院[一-龥]{2,6}(?:医院|分院|院区)$"
)


_SPORT = re.compile(r"健身|体育")
_JOINED_UP = re.compile(r"(?:互认|共享|调阅|互通|联通|结算)$")
_BUILDING = frozenset("建成 开工建设 新建 启用 投用 投运 扩建 改扩建 迁建 规划建设 筹建".split())
_WORKS = re.compile(r"(?:选址|迁建|扩建|改扩建|搬迁)?(?:建设|项目|工程)?$")


_OPENED = re.compile(
    "获批(?:设立|成立|建设|组建)?|正在施工|施工|加快(?:建设|推进)|封顶|完工|竣工|投用|投入使用|启用|开诊|开工|动工|揭牌|挂牌|开业|营业|投运|建成运行|交付使用|投入运[行营]|建成投用|组建运行"
)


_EVENTS = re.compile(
    rf"(?P<noun>{SITE}|[^,;。:、]{{2,20}}?(?:项目|工程))(?:项目|工程|建设)?"
    r"(?:在[^,;。]{2,6}?)?(?>将|已|即将|预计|有望|等\d*个?|(?:医疗|卫生|重大)*项目|陆续|相继|先后|同步|刚刚|全面|正式|基本|整体|顺利|如期|建成|[^,;。、年月前末]{0,8}(?:年内|[年月]底?|前|末)+){0,6}(?:主体(?:工程|结构)?)?"
    rf"(?P<event>{_OPENED.pattern})"
)


_PROGRESSED = re.compile(
    r"(?:试点|改革|制度|行动|工程|专项|互认|直接结算|筛查|共济)(?P<event>(?:工作|项目|范围)*(?:进一步)?"
    r"(?:(?:深入|扎实|全面|有序|稳步|持续|加快|顺利|正式|率先|成功|全部|已|基本|初步)*(?:开展|推进|进行|实施|启动|铺开|推开|落地|完成|获批|见效|拓展|扩大|扩面|扩容|建立|建成)"
    r"|(?:走出|形成|取得|实现)[^,;。]{0,8}(?:路径|经验|突破|成效|进展)))"
)
_COVERED = re.compile(
    r"(?:将|把)(?P<noun>[^,;。:]{2,36}?)(?P<event>(?:按规定|按程序|逐步|全部|全面|统一)*纳入(?:基本)?(?:医保|医疗保险|门诊|统筹|慢特病)[^,;。]{0,8})"
)


def progressed(sentence: Sentence, clause: Clause, taken: Sequence[Span], state: State) -> list[Reading]:
    """甲试点深入开展, 将乙纳入医保支付范围: what is carried out, and what insurance comes to pay for."""
    found: list[Reading] = []
    text = sentence.text
    spans = [
        (max(text.rfind("、", clause.start, m.start()) + 1, clause.start), m.start("event"), m.end())
        for m in _PROGRESSED.finditer(text, clause.start, clause.end)
    ]
    if "纳入" in text:
        spans += [(*m.span("noun"), m.end()) for m in _COVERED.finditer(text, clause.start, clause.end)]
    for first, end, last in spans:
        start = before(sentence, first, end).start
        noun = sentence.text[start:end]
        about = is_health(noun) or ("纳入" in text[end:last] and not is_foreign(noun))
        if end - start > 3 and about and not _GENERAL.match(noun) and not overlaps(Span(start, end), taken):
            found.append(thing(sentence, clause, start, end, state, rule="zh.progressed", word=Span(end, last)))
    return found


_JOINS_PILOT = re.compile(
    r"(?:纳入|列为|列入|确定为|作为|取消|入选)(?:[^,;。]{0,6})试点(?:县|市|区|资格|范围|地区)?(?!方案|工作方案)"
    r"|(?:为|作为)(?:全[省市国])?(?:首批|第[一二三四五]批)(?:试点)?(?:县|市|区)?|(?:予以|申请|主动)退出|(?:选择|选取|选定|确定)[^,;。]{2,20}(?:先行)?试点|先行(?:先试|试点)"
)


def piloted(sentence: Sentence, clause: Clause, state: State) -> list[Reading]:
    """各县全部纳入试点, 取消试点资格: of the pilot that the document is about."""
    topic = sentence.context.topic or sentence.context.heading
    match = _JOINS_PILOT.search(sentence.text, clause.start, clause.end) if topic else None
    if topic is None or not match:
        return []
    made = thing(sentence, clause, match.start(), match.end(), state, rule="zh.pilot")
    start, _ = sentence.span(clause.start, clause.end)
    return [made.but(start=start, measure=topic[0], label=topic[1])]


_NOUN_TAIL = re.compile(
    r"(?:医院|机构|卫生院|中心|项目|工程|试点|改革|院区|基地|建设|计划|合并|迁建|事项|方案|服务|资格)"
)


def larger_names(sentence: Sentence, clause: Clause) -> list[Span]:
    """The names that a verb of doing governs, whatever terms stand inside them."""
    return [noun for verb, noun in _opened(sentence.text, clause.start, clause.end) if _names(sentence, verb, noun)]


def _names(sentence: Sentence, verb: str, noun: Span) -> bool:
    words = sentence.text[noun.start : noun.end]
    return not _GENERAL.match(words) and is_undertaking(verb, words)


@lru_cache(maxsize=16)
def _opened(text: str, start: int, end: int) -> list[tuple[str, Span]]:
    """The verbs of doing of a clause, each with the noun phrase that it governs; asked for twice."""
    return [_inner(text, match["verb"], Span(*match.span("noun"))) for match in OPEN.finditer(text, start, end)]


_LETS = frozenset({"支持", "推动", "鼓励", "加快", "全面"})
_DOES = re.compile(r"(?:建设|创建|打造|设立|争创|申报|开展|实施)(?=[^,;。]{4,})")


def _inner(text: str, verb: str, noun: Span) -> tuple[str, Span]:
    """支持南昌、九江建设国家诊疗中心: the verb that those who are supported do, and what they do."""
    match = _DOES.search(text, noun.start, noun.end) if verb in _LETS else None
    return (match[0], Span(match.end(), noun.end)) if match and match.end() < noun.end - 3 else (verb, noun)


def undertakings(sentence: Sentence, clause: Clause, taken: Sequence[Span], state: State) -> list[Reading]:
    """实施…行动, 推进“…”工程: names that a verb of doing governs."""
    used = list(taken)
    found: list[Reading] = []
    for verb, noun in _opened(sentence.text, clause.start, clause.end):
        if overlaps(noun, used) or not _names(sentence, verb, noun):
            continue
        for each in (*_of_one_tier(sentence, noun), *listed_after(sentence, clause, noun.end)):
            found.append(thing(sentence, clause, each.start, each.end, state, rule="zh.open"))
            used.append(each)
    found += quoted(sentence, clause, used, state)
    found += itemized(sentence, clause, used, state)
    return found + abolished(sentence, clause, used, state)


_ITEMS = re.compile(
    r"(?:以下|如下|下列)(?:\d+|[一二三四五六七八九十]+)?(?:个|项)?(?:重点|重大|支撑)?(?:项目|工程|行动|任务|举措):"
)
_ITEM_NAME = re.compile(r"(?P<noun>[^,;。:、]{4,30}?(?:工程|行动|计划|项目|示范区|试点)(?:建设|创建)?)")


def itemized(sentence: Sentence, clause: Clause, used: Sequence[Span], state: State) -> list[Reading]:
    """实施以下项目:甲行动;乙工程: the items of a list of undertakings, which have no verb of their own."""
    match = _ITEM_NAME.fullmatch(sentence.text, clause.start, clause.end)
    if not match or not clause.opens_group or not _ITEMS.search(sentence.text, 0, clause.start):
        return []
    noun = Span(*match.span("noun"))
    if overlaps(noun, used) or not (sentence.context.health or is_health(match["noun"])):
        return []
    return [thing(sentence, clause, noun.start, noun.end, state, rule="zh.open")]


_TIER = re.compile(r"国家级?|省级|自治区级?|市级")


def _of_one_tier(sentence: Sentence, noun: Span) -> list[Span]:
    """国家甲、国家乙基地: members that each begin with the tier are things of their own."""
    ends = [m.start() for m in re.finditer("、", sentence.text[noun.start : noun.end])]
    starts = [noun.start, *(noun.start + end + 1 for end in ends)]
    if len(starts) < 2 or not all(_TIER.match(sentence.text, start, noun.end) for start in starts):
        return [noun]
    return [Span(a, b) for a, b in zip(starts, [*(noun.start + end for end in ends), noun.end], strict=True)]


def is_undertaking(verb: str, noun: str) -> bool:
    """A thing with a name that is built or carried out; to improve a mechanism or a system is none."""
    if not all(map(is_health, noun.split("、"))) or _SPORT.search(noun):
        return False
    if verb == "实现":
        return bool(_JOINED_UP.search(noun))
    site = _WORKS.sub("", noun)
    particular = _PARTICULAR_HOSPITAL.search(noun) and verb not in GENERAL_DOING
    if is_site(site) and (verb in _BUILDING or site != noun or particular):
        return True
    return bool(_UNDERTAKING.search(noun)) or (
        verb in ("实施", "开展", "启动", "推行", "试行", "探索", "深化")
        and not re.search(r"(?:机制|体系|规范|标准|政策|办法)$", noun)
    )


_PAPER = re.compile(r"(?:证书?|证明|[申备登汇]..?表|大纲|一览表)(?:\([^)]*\))?$")  # what people hold or fill in
_LISTED_WITH = re.compile(r"[”》]?(?:[、和及与]|以及)[^,;。、]{0,12}[“《]")
_ITEM = re.compile(r"\W*(?:\d{1,2}[.、])?\W*")
_SCHEME_NAME = re.compile(r".{2}(?:计划|工程|行动|改革)$")  # “登高计划”: the head inside the quotes


_ABOLISHED = re.compile(
    r"取消(?:了|绝大部分|全部)?(?P<noun>[^,;。:、]{2,14}?(?:封顶线|起付线|定价|预交金|预付金|押金|加成|户籍限制|备案))"
)


def _is_named(noun: str, head: str, ahead: str) -> bool:
    """Whether a name in quotes, with the head behind it and the words ahead of it, is one of an undertaking."""
    if head and (not _LOOSE.search(head) or is_health(noun + head) or is_health(ahead)):
        return True
    return _SCHEME_NAME.search(noun) is not None or (len(noun) > 2 and is_health(noun))


def abolished(sentence: Sentence, clause: Clause, used: Sequence[Span], state: State) -> list[Reading]:
    """取消门诊预交金, 取消药品加成: a charge or a limit that is done away with."""
    found = []
    for match in _ABOLISHED.finditer(sentence.text, clause.start, clause.end):
        noun = Span(*match.span("noun"))
        if not overlaps(noun, used) and (sentence.context.health or is_health(match["noun"])):
            found.append(thing(sentence, clause, noun.start, noun.end, state, rule="zh.open"))
    return found


def quoted(sentence: Sentence, clause: Clause, used: list[Span], state: State) -> list[Reading]:
    """推进“千名医师下基层”行动: a name in quotes that a verb of doing governs."""
    if not sentence.context.health and not mentions_health(sentence.text[clause.start : clause.end]):
        return []
    found: list[Reading] = []
    for match in _QUOTED.finditer(sentence.text, clause.start, clause.end):
        ahead = sentence.text[max(clause.start, match.start() - 14) : match.start()]
        if ahead.endswith("等"):  # 启动视力、体重、心理等“三健”行动
            ahead = sentence.text[max(clause.start, match.start() - 40) : match.start()]
        lead = [m[0] for m in DOING.finditer(ahead)]
        start, end = match.start("noun"), match.end("head") if match["head"] else match.end("noun")
        noun = Span(start, end)
        joined = any(_LISTED_WITH.fullmatch(sentence.text, other.end, start) for other in used)
        listed = (
            match["head"]
            and sentence.context.status == "planned"
            and _ITEM.fullmatch(sentence.text, clause.start, match.start())
        )
        if _PAPER.search(match["noun"]):
            continue
        if not (lead or joined or listed) or (lead and lead[-1] in GENERAL_DOING) or overlaps(noun, used):
            continue
        if _is_named(match["noun"], match["head"] or "", ahead):
            found.append(thing(sentence, clause, start, end, state, rule="zh.quoted"))
            used.append(noun)
    return found


_BUILDING_NAME = re.compile(r"(?:楼|大厦|院区|病房|分院|基地|中心)$")


def events(sentence: Sentence, clause: Clause, taken: Sequence[Span], state: State) -> list[Reading]:
    """市妇幼保健院新址8月启用: a place of care that is begun, finished or opened."""
    found: list[Reading] = []
    if not _OPENED.search(sentence.text, clause.start, clause.end):
        return found
    for match in _EVENTS.finditer(sentence.text, clause.start, clause.end):
        noun = Span(match.start("noun"), match.end("noun"))
        start = name_start(sentence, noun.start, noun.end)
        known = is_health(match["noun"]) or (sentence.context.health and _BUILDING_NAME.search(match["noun"]))
        if not known or overlaps(noun, taken) or noun.end - start < 3:
            continue
        event = Span(*match.span("event"))
        for each in (*listed_before(sentence, clause, noun.start), Span(start, noun.end)):
            found.append(thing(sentence, clause, each.start, each.end, state, rule="zh.event", word=event))
    return found


_TITLED = re.compile(r"(?:撤销|取消|收回|摘除|摘掉)(?P<noun>[^,;。:]{3,26}?)(?:的)?(?:称号|资格|牌子|命名)")


def dropped(sentence: Sentence, clause: Clause, state: State) -> list[Reading]:
    """What is withdrawn and has no term: the noun phrase before the word that withdraws it."""
    cue = zh_status.status(sentence.text[clause.start : clause.end])
    if not cue or cue.status != "withdrawn":
        return []
    titled = _TITLED.search(sentence.text, clause.start, clause.end)
    if titled and is_health(titled["noun"]):
        start = before(sentence, *titled.span("noun")).start
        return [thing(sentence, clause, start, titled.end("noun"), state, rule="zh.dropped")]
    end = clause.start + cue.start
    phrase = before(sentence, clause.start, end)
    noun = phrase.text(sentence)
    reason = re.search(r"(?:因|由于|经|被|予以|已|宣布).{0,16}$", noun)
    stop = phrase.start + reason.start() if reason and reason.start() > 2 else phrase.end
    if not _NOUN_TAIL.search(sentence.text[phrase.start : stop]) or not is_health(sentence.text[clause.start : stop]):
        return []
    return [thing(sentence, clause, phrase.start, stop, state, rule="zh.dropped")]
