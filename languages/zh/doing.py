"""Whether something is done to a thing: a verb of doing before it, or an event after it."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from languages.recognize import Label
from languages.zh.clauses import Clause
from languages.zh.sentence import Sentence, State
from languages.zh.things import DESIGNATED, NAMEABLE, is_generic

EVENT_AFTER = re.compile(
    r"(?:[”\"»》])?(?:[\[〔]\d{1,2}[\]〕])?(?:项目|制度|热线|服务)?(?:(?:率先|全面|基本|全部|已)*实现|建成(?:投用|运行)?|投入使用|建设|试点|落户|落地|投用|开诊|启用|上线|获批|启动|开工|运行|全覆盖|扩面|提质|改革|不再|终止|取消|封顶|挂牌|施行|通过[^,;。]{0,8}(?:评审|验收|评估|复审|认证))"
)


DOING = re.compile(
    "实施|开展|启动|推行|推开|铺开|整合|建设|建成|打造|争创|争建|创建|争取|申报|获批|入选|列为|推进|推动|推广|落实|深化|设立|设置|试点|组建|结成|构建|建立|健全|实行|执行|扩大|探索|实现|制定|出台|修订|编制|印发|成立|挂牌|开通|上线|"
    "筹建|布局|完成|新建|改扩建|开工|落地|投用|投运|引进|取消|降低|建好|用好|做实|普及|延伸|提供|组织|继续|参加|纳入|发放|提标|覆盖|做强|强化|加快|支持|鼓励|促进|完善|加强|提升|提高|优化|规范|巩固|加大|做好|抓好|增加|发展|培育|培养|拓展|创新|办好|参与|通过|获评|晋升|创成|确定为|评为|列入|作为|发布|开设|搭建|举办|结合|持续|冲刺|跻身|拿下|摘得|荣膺|升为|晋级"
)


GENERAL_DOING = frozenset(
    "强化 加快 支持 鼓励 促进 完善 加强 提升 提高 优化 规范 巩固 加大 做好 抓好 增加 发展 培育 拓展 创新 参与 持续 结合 健全 继续".split()
)


_SCHEME = re.compile(r"(?:保险|统筹|互认|直接结算)(?:制度)?$")


_PROGRESS = re.compile(r"[^,;。、]{0,14}?(?:扩大|铺开|落地|推进|开展|取得|施行|实施|启动|推行|落实|完成|兑现)")


_CREATED = re.compile(
    r"(?:新建|新设|设立|设置|开设|增设|组建|建设|扩建|迁建)(?:了|好|一批|若干|[^,;。、]{0,10}|了?(?:一批|若干)[^,;。]{2,24}[、和及])$"
)


_SAYS_DOING = re.compile(r"(?:整合|取消|合并|推行|推广|实行)|.*实现")  # a label that holds its verb itself


_OPENED = re.compile(r"(?:热线|平台|服务)?(?:率先|全面|已|正式)*(?:实现|开通|上线|投用|启用)")


def is_governed(sentence: Sentence, clause: Clause, label: Label) -> bool:
    """Whether a verb of doing stands before the label in its clause, or an event right after it."""
    text = sentence.text
    if _SAYS_DOING.match(text, label.start, label.end):
        return True
    lead = text[max(clause.start, label.start - 28) : label.start]
    if is_generic(label):
        return (
            bool(DESIGNATED.search(lead) or _CREATED.search(lead))
            and lead[-1:] not in tuple("在向从与的等")
            and _ends_phrase(sentence, clause, label)
        )
    verb = _verb_before(text[clause.start : clause.end], label.start - clause.start)
    near = {m[0] for m in DOING.finditer(lead[-8:])}
    service = all(kind == "service" for kind, _ in label.candidates if kind in NAMEABLE)
    if verb and service:
        return bool({verb, *near} - GENERAL_DOING) or bool(_SCHEME.search(text[label.start : label.end]))
    if verb or _listed_with_progress(sentence, clause, label):
        return True
    if service and not (_SCHEME.search(text[label.start : label.end]) or _OPENED.match(text, label.end, clause.end)):
        return False
    return _is_told_of(sentence, clause, label)


def _is_told_of(sentence: Sentence, clause: Clause, label: Label) -> bool:
    """Whether an event or its progress is told right after a label."""
    text = sentence.text
    return bool(EVENT_AFTER.match(text, label.end, clause.end) or _PROGRESS.match(text, label.end, clause.end))


def _listed_with_progress(sentence: Sentence, clause: Clause, label: Label) -> bool:
    """甲、乙建设取得新进展: listed right before a thing of which something is told."""
    following = next((x for x in sentence.labels if x.start == label.end + 1), None)
    return following is not None and sentence.text[label.end] == "、" and _is_told_of(sentence, clause, following)


def _verb_before(clause: str, at: int) -> str | None:
    """The last verb of doing that ends at or before a place."""
    ends, verbs = _verbs(clause)
    count = bisect_right(ends, at)
    return verbs[count - 1] if count else None


@lru_cache(maxsize=16)
def _verbs(clause: str) -> tuple[list[int], list[str]]:
    """The verbs of doing of a clause with their ends, in order: asked for each label of it."""
    found = list(DOING.finditer(clause))
    return [m.end() for m in found], [m[0] for m in found]


def is_continued(sentence: Sentence, clause: Clause, label: Label, state: State) -> bool:
    """争取甲国家医学中心,乙、丙国家区域医疗中心: the list goes on past the comma, under the verb before it."""
    if clause.opens_group or not state.doing or is_generic(label):
        return False
    lead = sentence.text[clause.start : label.start]
    designated = any(kind in ("designation", "programme") for kind, _ in label.candidates)
    return designated and len(lead) <= 12 and not DOING.search(lead)


def _ends_phrase(sentence: Sentence, clause: Clause, label: Label) -> bool:
    """Whether the label is the object itself and not the owner of one (医院 of 医院康复科)."""
    return (
        label.end >= clause.end
        or not re.match(r"[一-龥]", sentence.text[label.end])
        or bool(EVENT_AFTER.match(sentence.text, label.end))
    )
