"""Places of care by name, listed: 建成甲医院东院区、乙医院南院; 丙医院、丁中心等开诊."""

from __future__ import annotations

import re

from languages.mention import Span
from languages.zh.clauses import Clause
from languages.zh.measures import is_health
from languages.zh.phrases import before
from languages.zh.sentence import Sentence

_KINDS = (
    "医院|院区|分院|[东南西北新总]院|中心|大楼|住院楼|门诊楼|综合楼|实验楼|肿瘤楼|基地|新址|新区|保健院|研究院|实验室"
    "|[一二三]期"
)
SITE = rf"[^,;。:!?、()“”]{{2,24}}?(?:{_KINDS})"
_SERVICES = "筛查|救助|健康管理|接种|体检|干预|随访"
_NEXT = re.compile(
    rf"(?:、|和|及|与|以及)(?P<noun>{SITE}|[^,;。:!?、()“”]{{2,24}}?(?:{_SERVICES}))(?=[,;。:!?、)]|和|及|与|$|等|建设|改造|项目|工程)"
)
_OF_TIER = re.compile(
    r"[省市县州](?!级)[一-龥]{2,10}(?:医学中心|卫生中心|临床中心|救治中心)$"
)  # 省儿童医学中心、省老年医学中心
_IS_SERVICE = re.compile(rf"(?:{_SERVICES})$")
_IS_SITE = re.compile(rf"{SITE}$")
_CLASS = re.compile(
    r"(?:[省市县区]级?|国家级?|乡镇|基层|公立|综合|专科|中医|人民|儿童|妇幼|传染病|精神|社区|互联网|智慧|研究型|老年|康复|护理|养老|服务"
    r"|[一二三]级|三甲|高水平|现代|重点|大型|各级|民营|平急两用|紧密型|区域|临床|医疗|医学|卫生|健康|重大|传统|新|的|和)+"
    rf"(?:{_KINDS})"
)
_OTHER_TRADE = re.compile(r"(?:法院|检察院|学院|科学院|大学|公安|文化|体育|旅游|物流|交通|会展)[^医]*$")


def is_site(noun: str) -> bool:
    """Whether a noun names a place of care of its own, not a class of them."""
    return (
        len(noun) > 3
        and _IS_SITE.fullmatch(noun) is not None
        and _CLASS.fullmatch(noun) is None
        and _OTHER_TRADE.search(noun) is None
        and (is_health(noun) or noun.endswith(("院区", "医院")))
    )


def name_start(sentence: Sentence, start: int, end: int) -> int:
    """Where the name of a place of care that ends at `end` starts: with the organization in it, else past its verb."""
    found = before(sentence, start, end).start
    return min([found, *(o.start for o in sentence.organizations if start <= o.start < end and o.end <= end)])


def listed_after(sentence: Sentence, clause: Clause, end: int) -> list[Span]:
    """The places of care that a list goes on with behind its member that ends at `end`."""
    found = []
    while (match := _NEXT.match(sentence.text, end, clause.end)) and (
        is_site(match["noun"])
        or _OF_TIER.match(match["noun"])
        or (is_health(match["noun"]) and _IS_SERVICE.search(match["noun"]))
    ):
        found.append(Span(*match.span("noun")))
        end = match.end()
    return found


def listed_before(sentence: Sentence, clause: Clause, start: int) -> list[Span]:
    """The places of care that a list has before its member that starts at `start`."""
    text, found = sentence.text, list[Span]()
    while start - 1 > clause.start and text[start - 1] == "、":
        first = max(text.rfind("、", clause.start, start - 1) + 1, clause.start)
        opens = name_start(sentence, first, start - 1) if first == clause.start else first
        if not is_site(text[opens : start - 1]):
            break
        found.insert(0, Span(opens, start - 1))
        start = first
    return found
